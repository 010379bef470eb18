"""What a look says: its style grades and its season, read off the garments."""

from __future__ import annotations

import numpy as np

from braind.sample.spec import Garment, LookSpec
from braind.vocabulary import STYLES, Style

# Points for other styles than the one that the look was made for; two points grade 1, five 2.
_HINTS: dict[Style, dict[str, float]] = {
    Style.CASUAL: {"t-shirt": 2, "sweater": 1, "jeans": 1, "sneakers": 1, "sweatshirt": 1.5,
                   "chino": 1, "hoodie": 1, "cardigan": 1, "shorts": 0.5, "tote": 0.5},
    Style.AMEKAJI: {"jacket/denim": 2, "jacket/varsity": 2.5, "jacket/work": 2.5, "cuffed": 1,
                    "boots": 0.5, "camouflage": 0.5, "checked": 0.3, "cargo": 0.7,
                    "utility": 1.5},
    Style.GIRLISH: {"blouse": 1.5, "floral": 1.5, "lace": 1.5, "dress/aline": 2, "maryjanes": 1,
                    "skirt": 0.5, "mini-flare": 1, "midi-flare": 0.7, "pink": 0.7, "frill": 1,
                    "dress/tiered": 1.5, "chiffon": 0.5, "round": 1, "tweed": 0.5},
    Style.DANDY: {"blazer": 2.5, "tie": 1.5, "brogues": 1, "loafers": 0.5, "tailored": 2,
                  "coat/chesterfield": 1, "coat/trench": 1, "shirt/regular": 0.4},
    Style.SPORTS: {"track": 1.5, "leggings": 1, "runners": 1, "windbreaker": 1.5, "athletic": 1.5,
                   "zip": 0.5, "cap": 0.4, "sweatshirt": 0.4},
    Style.CHIC: {"leather": 0.5, "jacket/leather": 2, "coat/long": 1.2, "pumps": 1, "pencil": 1,
                 "black": 0.45, "turtleneck": 0.7, "slip": 1, "sunglasses": 0.5, "wide": 0.3,
                 "coat/chesterfield": 1, "chelsea": 0.5, "silk": 0.5, "blazer": 0.6},
    Style.STREET: {"graphic": 1, "hoodie": 1, "oversize": 1, "chunky": 1, "cap": 0.6,
                   "beanie": 0.6, "bucket": 0.6, "cargo": 0.7, "bomber": 1, "puffer": 0.6,
                   "camouflage": 0.8, "wide": 0.2},
}  # fmt: skip

_WARMTH: dict[str, float] = {
    "coat": 3, "coat/fur": 4, "coat/trench": 1.5, "puffer": 4, "scarf": 1.5, "beanie": 1, "wool": 1,
    "knit": 0.8, "turtleneck": 1, "chunky-knit": 1, "boots": 0.5, "tall": 0.7, "leather": 0.4,
    "hoodie": 1, "sweatshirt": 0.8, "blazer": 1, "jacket": 1, "cardigan": 0.8, "cape": 2,
    "tights": 0.5, "corduroy": 1, "velvet": 1, "tweed": 1, "fur": 1, "shorts": -2, "sandals": -1.5,
    "t-shirt": -1, "top": -1.3, "short": -1, "mini": -0.4, "linen": -1, "slip": -1, "aline": -0.8,
    "chiffon": -0.4, "athletic": -0.5,
}  # fmt: skip
_SEASONS = ((-0.8, "summer"), (1.4, "spring"), (4.4, "autumn"), (99.0, "winter"))


def _worn(look: LookSpec) -> list[Garment]:
    parts = (look.upper, look.lower, look.outer, look.shoes, look.legwear, look.bag, look.hat)
    return [part for part in (*parts, *look.extras) if part is not None]


def _words(garment: Garment) -> set[str]:
    cloth = garment.fabric
    return {garment.item, garment.cut, f"{garment.item}/{garment.cut}", cloth.pattern,
            cloth.material, cloth.color}  # fmt: skip


def grade(look: LookSpec, wanted: Style) -> tuple[int, ...]:
    """Grades 0..2 in the order of ``STYLES``; ``wanted`` is always 2."""
    grades = []
    for style in STYLES:
        hints = _HINTS[style]
        points = sum(hints.get(word, 0.0) for part in _worn(look) for word in _words(part))
        grades.append(2 if style is wanted else int(points >= 2.4) + int(points >= 5.5))
    return tuple(grades)


def season_of(look: LookSpec, rng: np.random.Generator) -> str:
    """The season that the outfit is made for; borderline looks fall either way."""
    warmth = sum(_WARMTH.get(word, 0.0) for part in _worn(look) for word in _words(part))
    warmth += rng.normal(0, 0.4)
    return next(name for limit, name in _SEASONS if warmth < limit)
