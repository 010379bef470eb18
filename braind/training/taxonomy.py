"""What garments, materials, patterns, seasons and colours are: small tables, written by hand.

Every column of the taxonomy is a property in 0..1 (or -1..1 where two opposites exist), judged as
a tailor would; columns that say nothing about a kind of word are 0 for all of it.
"""

from __future__ import annotations

FEATURES = (
    "outer",  # worn over other clothes
    "opens",  # closes along the front
    "covers_torso",
    "covers_legs",
    "split_legs",  # two legs rather than one hem
    "length",
    "sleeve",
    "tailored",
    "formal",
    "sporty",
    "rugged",
    "soft",  # drapes, frills, romance
    "warm",
    "heavy",
    "sheer",
    "shiny",
    "textured",
    "stretchy",
    "knitted",
    "animal_fibre",
    "busy",
    "ruled",  # lines and grids rather than free shapes
    "figurative",  # shows things
    "contrast",
)


def _row(**values: float) -> list[float]:
    return [values.get(feature, 0.0) for feature in FEATURES]


TAXONOMY: dict[str, list[float]] = {
    # Garments
    "t-shirt": _row(covers_torso=1, length=0.3, sleeve=0.3, sporty=0.5, stretchy=0.6, knitted=0.5),
    "shirt": _row(covers_torso=1, opens=1, length=0.35, sleeve=0.9, tailored=0.5, formal=0.5,
                  warm=0.2),
    "blouse": _row(covers_torso=1, opens=0.6, length=0.3, sleeve=0.7, tailored=0.2, formal=0.5,
                   soft=0.8, sheer=0.4, warm=0.1),
    "top": _row(covers_torso=1, length=0.25, sleeve=0.2, soft=0.5, stretchy=0.3, sheer=0.2),
    "sweater": _row(covers_torso=1, outer=0.4, length=0.35, sleeve=1, warm=0.7, heavy=0.5,
                    textured=0.6, stretchy=0.6, knitted=1, soft=0.3),
    "cardigan": _row(covers_torso=1, outer=0.6, opens=1, length=0.4, sleeve=1, warm=0.6, heavy=0.4,
                     textured=0.6, stretchy=0.6, knitted=1, soft=0.4),
    "sweatshirt": _row(covers_torso=1, outer=0.4, length=0.35, sleeve=1, sporty=0.9, warm=0.5,
                       heavy=0.4, stretchy=0.7, knitted=0.6),
    "hoodie": _row(covers_torso=1, outer=0.5, opens=0.4, length=0.4, sleeve=1, sporty=1, warm=0.6,
                   heavy=0.5, stretchy=0.7, knitted=0.6, rugged=0.2),
    "jacket": _row(covers_torso=1, outer=1, opens=1, length=0.4, sleeve=1, tailored=0.4, formal=0.3,
                   rugged=0.5, warm=0.6, heavy=0.7),
    "blazer": _row(covers_torso=1, outer=1, opens=1, length=0.45, sleeve=1, tailored=1, formal=0.9,
                   warm=0.5, heavy=0.6),
    "coat": _row(covers_torso=1, covers_legs=0.3, outer=1, opens=1, length=0.75, sleeve=1,
                 tailored=0.7, formal=0.6, warm=1, heavy=1),
    "vest": _row(covers_torso=1, outer=0.8, opens=0.9, length=0.35, tailored=0.5, formal=0.4,
                 warm=0.4, heavy=0.4),
    "cape": _row(covers_torso=1, outer=1, opens=0.7, length=0.55, sleeve=0.5, formal=0.5, soft=0.4,
                 warm=0.9, heavy=0.8),
    "dress": _row(covers_torso=1, covers_legs=0.7, length=0.8, sleeve=0.3, formal=0.5, soft=0.9,
                  sheer=0.2, warm=0.1),
    "jumpsuit": _row(covers_torso=1, covers_legs=1, split_legs=1, length=1, sleeve=0.4, opens=0.3,
                     soft=0.3, rugged=0.2, warm=0.2),
    "jeans": _row(covers_legs=1, split_legs=1, length=1, rugged=0.8, heavy=0.6, warm=0.5),
    "trousers": _row(covers_legs=1, split_legs=1, length=1, tailored=0.8, formal=0.7, heavy=0.4,
                     warm=0.5),
    "shorts": _row(covers_legs=0.4, split_legs=1, length=0.3, sporty=0.4, rugged=0.2, heavy=0.3),
    "skirt": _row(covers_legs=0.6, length=0.5, formal=0.5, soft=0.9, heavy=0.2),
    "leggings": _row(covers_legs=1, split_legs=1, length=1, sporty=0.7, stretchy=1, knitted=0.5,
                     warm=0.3),
    # Materials
    "cotton": _row(warm=0.35, heavy=0.35),
    "denim": _row(warm=0.5, heavy=0.7, rugged=1, textured=0.3),
    "knit": _row(warm=0.75, heavy=0.5, textured=0.7, stretchy=0.8, knitted=1, soft=0.5,
                 animal_fibre=0.6),
    "wool": _row(warm=0.9, heavy=0.7, textured=0.5, knitted=0.3, tailored=0.7, formal=0.6,
                 animal_fibre=0.8),
    "leather": _row(warm=0.6, heavy=0.8, shiny=0.6, rugged=0.6, animal_fibre=0.6),
    "suede": _row(warm=0.6, heavy=0.7, textured=0.5, rugged=0.5, animal_fibre=0.7),
    "silk": _row(warm=0.2, heavy=0.1, shiny=0.7, soft=0.9, formal=0.6, sheer=0.3,
                 animal_fibre=0.3),
    "chiffon": _row(warm=0, heavy=0, sheer=0.9, soft=1, formal=0.5, shiny=0.2),
    "lace": _row(warm=0, heavy=0.1, sheer=0.9, soft=1, textured=0.7, formal=0.5),
    "fur": _row(warm=1, heavy=0.9, textured=1, soft=0.6, formal=0.4, shiny=0.3, animal_fibre=1),
    "tweed": _row(warm=0.85, heavy=0.8, textured=0.8, tailored=0.8, formal=0.6, animal_fibre=0.8),
    "corduroy": _row(warm=0.65, heavy=0.6, textured=0.8, rugged=0.6),
    "nylon": _row(warm=0.4, heavy=0.2, shiny=0.5, sporty=1, stretchy=0.3),
    "linen": _row(warm=0.05, heavy=0.25, textured=0.3, soft=0.1),
    "velvet": _row(warm=0.6, heavy=0.6, textured=0.6, shiny=0.6, soft=0.6, formal=0.8),
    "sequin": _row(warm=0.2, heavy=0.4, textured=0.8, shiny=1, formal=0.8, soft=0.5),
    # Patterns
    "solid": _row(),
    "striped": _row(busy=0.4, ruled=1, contrast=0.6),
    "checked": _row(busy=0.55, ruled=1, contrast=0.5, rugged=0.3, tailored=0.3),
    "floral": _row(busy=0.8, ruled=-0.6, figurative=0.6, contrast=0.5, soft=0.9),
    "dotted": _row(busy=0.5, ruled=0.4, contrast=0.7, soft=0.6),
    "graphic": _row(busy=0.6, figurative=1, contrast=0.7, sporty=0.6),
    "animal": _row(busy=0.8, ruled=-0.6, figurative=0.4, contrast=0.6, rugged=0.2),
    "geometric": _row(busy=0.7, ruled=0.7, contrast=0.7),
    "abstract": _row(busy=0.8, ruled=-0.5, contrast=0.6),
    "colorblock": _row(busy=0.25, ruled=0.5, contrast=0.9, sporty=0.3),
    "camouflage": _row(busy=0.8, ruled=-0.6, figurative=0.2, contrast=0.4, rugged=1),
    # Seasons
    "spring": _row(warm=0.4, heavy=0.3, soft=0.5),
    "summer": _row(warm=0, heavy=0, soft=0.3, sheer=0.5),
    "autumn": _row(warm=0.7, heavy=0.7, textured=0.4),
    "winter": _row(warm=1, heavy=1, textured=0.5),
}  # fmt: skip

# Where a colour lies in CIELAB when it is worn: cloth is duller than paint.
COLOR_PLACES: dict[str, tuple[int, int, int]] = {
    "black": (12, 0, -2), "white": (92, 0, 1), "gray": (52, 0, -1), "beige": (78, 3, 13),
    "brown": (38, 12, 18), "navy": (18, 4, -20), "blue": (42, 6, -42), "skyblue": (75, -5, -22),
    "green": (46, -32, 18), "khaki": (45, -2, 20), "yellow": (84, 0, 65), "orange": (65, 40, 58),
    "red": (44, 60, 36), "pink": (72, 32, 3), "purple": (42, 32, -32), "burgundy": (24, 32, 10),
    "gold": (65, 8, 45), "silver": (75, 0, -2),
}  # fmt: skip
