"""Drawn figures for training: exact maps and truths, so that the sample library reads well too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from braind.domain import Photo
from braind.sample.draw import DrawnLook, draw_look
from braind.sample.wardrobe import random_spec
from braind.training.crops import CropStore, cutouts
from braind.training.dataset import CACHE_SIZE, LookRow
from braind.vocabulary import QUESTIONS, STYLES

COUNT = 420  # a quarter of the real looks: enough to read drawings, too few to distract
FIRST_SEED = 50_000  # the sample library's own looks use other seeds


def drawn_looks(count: int = COUNT) -> list[DrawnLook]:
    """Random figures, the styles in turn."""
    return [
        draw_look(random_spec(np.random.default_rng(FIRST_SEED + i), STYLES[i % len(STYLES)]))
        for i in range(count)
    ]


def row_of(drawn: DrawnLook, index: int) -> LookRow:
    """The annotation that a drawn look brings with it."""
    labels = {str(q): drawn.answers[q] for q in QUESTIONS if q in drawn.answers}
    labels.update({style: str(g) for style, g in zip(STYLES, drawn.styles, strict=True)})
    return LookRow(f"drawn-{index}", "train", True, (), {**labels, "gender": ""})


def drawn_photos() -> Iterator[Photo]:
    """The figures as photos."""
    for drawn in drawn_looks():
        height, width = drawn.pixels.shape[:2]
        yield Photo("drawn", "", drawn.pixels, (width, height))


def ensure_drawn_scenes(cache: Path) -> None:
    """Write pictures (N, 384, 256, 3) and region maps (N, 384, 256) for the look parser."""
    if (cache / "drawn-regions.npy").exists():
        return
    looks = drawn_looks()
    pictures = [
        np.asarray(Image.fromarray(d.pixels).resize(CACHE_SIZE, Image.Resampling.BOX))
        for d in looks
    ]
    maps = [
        np.asarray(Image.fromarray(d.regions).resize(CACHE_SIZE, Image.Resampling.NEAREST))
        for d in looks
    ]
    np.save(cache / "drawn-photos.npy", np.stack(pictures))
    np.save(cache / "drawn-regions.npy", np.stack(maps))


def ensure_drawn_crops(cache: Path) -> list[LookRow]:
    """Write the style and garment inputs of the drawn looks; returns their annotations."""
    looks = drawn_looks()
    if not (cache / "drawn-lower-marks.npy").exists():
        store = CropStore(len(looks))
        for index, cutout in enumerate(cutouts(drawn_photos())):
            store.add(index, cutout)
        store.save(cache, "drawn-")
    return [row_of(drawn, i) for i, drawn in enumerate(looks)]
