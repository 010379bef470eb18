"""A few drawn photos with styles, in folders as a user would have them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from braind.sample.draw import draw_look
from braind.sample.wardrobe import random_spec
from braind.vocabulary import Style

STYLES = (Style.CASUAL, Style.CHIC)
SHOOTS = ("april", "may", "june", "july")


@pytest.fixture(scope="session")
def drawn_photos(tmp_path_factory):
    """A folder a style, a folder a shoot in it, two photos in that."""
    home = tmp_path_factory.mktemp("drawn")
    for seed, (style, shoot, number) in enumerate(
        (style, shoot, number) for style in STYLES for shoot in SHOOTS for number in range(2)
    ):
        look = draw_look(random_spec(np.random.default_rng(900 + seed), style), oversample=1)
        path = home / style / shoot / f"{style}-{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(look.pixels).save(path)
    return home
