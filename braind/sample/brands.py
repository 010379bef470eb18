"""The twelve brands of the sample library, and writing their pictures.

Every brand is invented and every picture is drawn by this package.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from braind.sample import recipes_a as a
from braind.sample import recipes_b as b
from braind.sample.draw import draw_look
from braind.sample.grading import grade, season_of
from braind.sample.hair import MEN_CUTS, WOMEN_CUTS
from braind.sample.recipe import Recipe, parse_outfit
from braind.sample.spec import Body, Ground, LookSpec, Placement, Stance
from braind.sample.tones import HAIR, SKIN
from braind.vocabulary import STYLES

SAMPLE_BRANDS: tuple[Recipe, ...] = (
    a.NEURUGYEOL, a.CHEOLMUL, a.KKOTSATANG, a.SEOJAE, a.DAREUM, a.MEOK,
    b.GOLMOK, b.ONDOL, b.GYOMUN, b.BAMGEUK, b.SANBITAL, b.NEMOBADA,
)  # fmt: skip
_COMMENT = "Drawn sample: an invented look of an invented brand, drawn by BRAIND."
_QUALITY = 92
# Somebody's own look for the demo: it leans to the first of the brands but belongs to none.
_PHOTO = ("cardigan/open oat; t-shirt/regular milk mist striped:0; jeans/straight wash; "
          "sneakers milk; tote clay; tucked")  # fmt: skip


def _body(recipe: Recipe, gender: str, rng: np.random.Generator) -> Body:
    fitting = WOMEN_CUTS if gender == "women" else MEN_CUTS
    cuts = [cut for cut in recipe.hair if cut in fitting] or list(fitting)
    skin = SKIN[int(rng.choice(len(SKIN), p=(0.3, 0.3, 0.16, 0.1, 0.08, 0.06)))]
    hair = HAIR[int(rng.choice(len(HAIR), p=(0.3, 0.26, 0.16, 0.1, 0.08, 0.04, 0.04, 0.02)))]
    breadth = float(rng.uniform(0.95, 1.04))
    return Body(gender, breadth, skin, cuts[int(rng.integers(len(cuts)))], hair)


def _pose(recipe: Recipe, index: int, look: LookSpec) -> str:
    if look.bag and look.bag.item == "tote":
        return "carry"
    if look.outer and look.outer.item == "cape":
        return "crossed"
    pose = recipe.poses[index % len(recipe.poses)]
    pocketed = look.tucked or (look.outer is not None and look.outer.item in ("coat", "blazer"))
    return pose if pocketed or not pose.startswith("pocket") else "relaxed"


def _dressed(recipe: Recipe, index: int, outfit: str) -> LookSpec:
    """One look of a brand: its outfit, on somebody, somewhere."""
    seed = zlib.crc32(f"{recipe.roman} {index}".encode())
    rng = np.random.default_rng(seed)
    look = parse_outfit(outfit, recipe.palette)
    people = recipe.people.split()
    only_women = look.upper.item in ("dress", "blouse") or look.upper.cut in ("crop", "camisole")
    only_women = only_women or (look.lower is not None and look.lower.item == "skirt")
    gender = "women" if only_women or look.shoes.item == "pumps" else people[index % len(people)]
    kind, wall, floor = recipe.grounds[index % len(recipe.grounds)].split()
    look = replace(
        look, body=_body(recipe, gender, rng), seed=seed,
        stance=Stance(_pose(recipe, index, look), bool(rng.random() < 0.5),
                      float(rng.uniform(-0.7, 0.7))),
        ground=Ground(kind, (wall, floor), -1 if rng.random() < 0.6 else 1),
        placement=Placement(float(rng.uniform(0.86, 0.92)), float(rng.uniform(-0.04, 0.04))),
    )  # fmt: skip
    grades = dict(zip(STYLES, grade(look, recipe.styles[0]), strict=True))
    for style in recipe.styles[1:]:
        grades[style] = max(1, grades[style])
    return replace(look, season=season_of(look, rng), styles=tuple(grades.values()))


def sample_looks(recipe: Recipe) -> list[LookSpec]:
    """All looks of a brand, the same on every machine."""
    return [_dressed(recipe, index, outfit) for index, outfit in enumerate(recipe.outfits)]


def sample_photo() -> LookSpec:
    """A look to search with; no brand of the library has it."""
    own = replace(a.NEURUGYEOL, roman="Own photo", grounds=("city #b9b4ab #8f8f92",))
    return _dressed(own, 0, _PHOTO)


def _save(look: LookSpec, path: Path) -> Path:
    picture = Image.fromarray(draw_look(look).pixels)
    picture.save(path, quality=_QUALITY, subsampling=0, comment=_COMMENT)
    return path


def write_sample(folder: Path, brands: Sequence[Recipe] = SAMPLE_BRANDS) -> list[Path]:
    """Write the brands as ``<folder>/<brand>/<nn> drawn sample.jpg``; returns the files.

    Raises OSError when the folder cannot be written.
    """
    return [path for recipe in brands for path in write_brand(recipe, folder)]


def write_brand(recipe: Recipe, folder: Path) -> Iterator[Path]:
    """Write one brand below ``folder``, a file at a time. Raises OSError."""
    home = folder / recipe.name
    home.mkdir(parents=True, exist_ok=True)
    for number, look in enumerate(sample_looks(recipe), 1):
        yield _save(look, home / f"{number:02d} drawn sample.jpg")


def write_sample_photo(path: Path) -> Path:
    """Write the query picture of ``sample_photo`` as a JPEG file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _save(sample_photo(), path)
