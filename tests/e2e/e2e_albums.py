"""Albums of made-up brands: photos to import, and others to ask about."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from braind.sample.brands import SAMPLE_BRANDS, sample_looks
from braind.sample.draw import draw_look
from braind.sample.recipe import Recipe
from braind.vocabulary import Style

IMPORTED, ASKED = 7, 4
DRAWN_BRANDS = SAMPLE_BRANDS[::3]
REAL_STYLES = (Style.GIRLISH, Style.DANDY, Style.STREET)


@dataclass(frozen=True)
class Album:
    """Made-up brands, one a style: ``folder`` holds a folder a brand, ``asked`` other looks."""

    folder: Path
    asked: dict[str, list[Path]]

    @property
    def photos(self) -> int:
        return sum(path.is_file() for path in self.folder.rglob("*"))


def make_album(root: Path, photos: dict[str, list[Path]]) -> Album:
    """Sort photos into brands; the last of each are kept for asking."""
    for brand, paths in photos.items():
        (root / brand).mkdir(parents=True)
        for path in paths[:IMPORTED]:
            shutil.copy(path, root / brand)
    return Album(root, {brand: paths[IMPORTED:] for brand, paths in photos.items()})


def draw_looks(folder: Path, brand: Recipe) -> list[Path]:
    """Looks of a brand of the sample library, as files in ``folder``."""
    paths = []
    for number, spec in enumerate(sample_looks(brand)[: IMPORTED + ASKED]):
        paths.append(folder / f"{brand.name} {number}.jpg")
        Image.fromarray(draw_look(spec, oversample=2).pixels).save(paths[-1], quality=92)
    return paths


def choose_photos(looks: Path, style: Style) -> list[Path]:
    """Whole, single figures of the validation split with this style and no other strongly."""
    with (looks / "photos.csv").open(encoding="utf-8") as file:
        unseen = {row["photo"] for row in csv.DictReader(file) if row["split"] == "val"}
    with (looks / "labels.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["photo"] in unseen]
    chosen = [
        looks / "photos" / f"{row['photo']}.jpg"
        for row in rows
        if row["view"] == "full" and row["people"] == "1" and row[style] == "2"
        if all(row[other] == "0" for other in REAL_STYLES if other != style)
    ]
    return chosen[: IMPORTED + ASKED]
