"""A set of whole-body verdicts with known truth, built from annotated photos.

Every parsed photo of one standing person gives: itself, a small off-centre copy on a plain
ground, and crops through the shins, the waist and the neck; neighbours give pairs side by side;
single garments show nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from braind.domain import Region
from braind.training.crops import to_photo
from braind.training.dataset import LookRow, load_garments, load_looks

SHOES = (Region.LEFT_SHOE, Region.RIGHT_SHOE)


@dataclass(frozen=True)
class Case:
    """One picture and whether it shows exactly one whole body; ``kind`` names how it was made."""

    kind: str
    whole: bool
    image: Image.Image


def _rows_of(regions: np.ndarray, wanted: tuple[Region, ...]) -> tuple[int, int] | None:
    found = np.nonzero(np.isin(regions, wanted).any(1))[0]
    return (int(found[0]), int(found[-1])) if len(found) else None


def _small_on_plain(
    photo: Image.Image, regions: np.ndarray, rng: np.random.Generator
) -> Image.Image:
    scale = rng.uniform(0.4, 0.8)
    size = (round(photo.width * scale), round(photo.height * scale))
    alpha = Image.fromarray(((regions > 0) * 255).astype(np.uint8)).resize(size)
    ground = Image.new("RGB", photo.size, tuple(int(v) for v in rng.integers(150, 250, 3)))
    room = photo.width - size[0], photo.height - size[1]
    corner = (int(rng.integers(0, room[0] + 1)), int(rng.integers(0, room[1] + 1)))
    ground.paste(photo.resize(size), corner, alpha)
    return ground


def _of_person(photo: Image.Image, regions: np.ndarray, rng: np.random.Generator) -> Iterator[Case]:
    yield Case("photo", True, photo)
    shoes = _rows_of(regions, SHOES)
    head = _rows_of(regions, (Region.FACE, Region.HAIR, Region.HEADWEAR))
    body = _rows_of(regions, tuple(r for r in Region if r))
    if shoes is None or head is None or body is None:
        return
    yield Case("small on plain ground", True, _small_on_plain(photo, regions, rng))
    top, bottom = body
    tall = bottom - top
    whole = (0, 0, photo.width, photo.height)
    for kind, box in (
        ("cut through the shins", (*whole[:3], min(shoes[0], bottom - int(0.12 * tall)))),
        ("cut at the waist", (*whole[:3], top + int(0.5 * tall))),
        ("cut at the neck", (0, top + int(0.17 * tall), *whole[2:])),
    ):
        yield Case(kind, False, photo.crop(box))


def _pair(left: Image.Image, right: Image.Image) -> Image.Image:
    right = right.resize((round(right.width * left.height / right.height), left.height))
    both = Image.new("RGB", (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both


def verdict_cases(data: Path, cache: Path, split: str, garments: int = 100) -> Iterator[Case]:
    """Every case of ``split``, in a fixed order."""
    rng = np.random.default_rng(7)
    regions = np.load(cache / "regions.npy", mmap_mode="r")
    before: Image.Image | None = None
    for i, row in enumerate(load_looks(data)):
        if row.split != split or not _stands_alone(row):
            continue
        photo = Image.open(data / f"ccp/photos/{row.photo}.jpg").convert("RGB")
        if not row.has_parsing:
            yield Case("photo", True, photo)
            continue
        yield from _of_person(photo, to_photo(np.asarray(regions[i]), photo.size), rng)
        if before is not None:
            yield Case("pair", False, _pair(before, photo))
        before = photo
    wanted = "val" if split == "val" else split
    rows = [row for row in load_garments(data) if row.split == wanted][:garments]
    for garment in rows:
        image = Image.open(data / f"garments/images/{garment.image}.jpg").convert("RGB")
        yield Case("garment alone", False, image)


def _stands_alone(row: LookRow) -> bool:
    return row.labels["view"] == "full" and row.labels["people"] == "1"
