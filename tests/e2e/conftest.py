"""Photos to run BRAIND on: drawn ones, and real ones where their folder is on the machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from e2e_albums import DRAWN_BRANDS, REAL_STYLES, Album, choose_photos, draw_looks, make_album
from e2e_home import Home


@pytest.fixture(scope="session")
def drawn_album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    """Brands of the sample library."""
    drawn = tmp_path_factory.mktemp("drawn")
    photos = {brand.name: draw_looks(drawn, brand) for brand in DRAWN_BRANDS}
    return make_album(drawn / "brands", photos)


@pytest.fixture(scope="session")
def real_album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    """Brands of real photos, which are not part of the project."""
    beside = Path(__file__).parents[3] / "shared" / "data"
    looks = Path(os.environ.get("BRAIND_DATA", beside)) / "ccp"
    if not looks.is_dir():
        pytest.skip(f"the real photos are not on this machine: no {looks} (BRAIND_DATA names it)")
    photos = {style: choose_photos(looks, style) for style in REAL_STYLES}
    return make_album(tmp_path_factory.mktemp("real") / "brands", photos)


@pytest.fixture(scope="session")
def drawn_brand(drawn_album: Album, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few drawn photos."""
    folder = tmp_path_factory.mktemp("brand")
    for path in drawn_album.asked[DRAWN_BRANDS[0].name]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home folder of the test's own."""
    return Home(tmp_path / "home")
