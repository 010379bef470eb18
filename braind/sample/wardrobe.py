"""Draw a random, sensible look: what a style wears, in colours and patterns that suit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from braind.sample.closet import (
    MATERIALS,
    RARELY_PATTERNED,
    WOMEN_SHARE,
    Closet,
    Weights,
    closet,
    even,
)
from braind.sample.grading import grade, season_of
from braind.sample.hair import MEN_CUTS, WOMEN_CUTS
from braind.sample.poses import POSES
from braind.sample.spec import (
    ONE_PIECE,
    Body,
    Fabric,
    Garment,
    Ground,
    LookSpec,
    Placement,
    Stance,
)
from braind.sample.tones import DENIM, HAIR, SKIN, TONES, blend, lighter, luma
from braind.vocabulary import Style

T = TypeVar("T")

_STYLE_WEIGHTS = even("casual*3 amekaji*2 girlish*2 dandy*2 sports*2 chic*3 street*2.5")
_SHOE_COLORS: dict[str, str] = {
    "sneakers": "white*5 black*2 gray navy red green beige", "chunky": "white*3 black*3 gray beige",
    "runners": "white*2 black*2 gray blue orange pink", "boots": "brown*4 black*4 beige",
    "chelsea": "black*4 brown*3", "tall": "black*5 brown*2", "loafers": "black*4 brown*3 burgundy",
    "brogues": "brown*4 black*3", "pumps": "black*5 beige*2 red gold", "sandals":
    "brown*3 black*2 beige*2", "maryjanes": "black*5 white red brown pink",
}  # fmt: skip
_WALLS = ("#d9d6d0", "#e6ddd0", "#cfd6d8", "#dcc9bb", "#c7cfc4", "#e9e4dc", "#b9b4ae", "#d6c8cf",
          "#aeb9c2", "#ece8e1", "#8f8a86", "#cbb89f")  # fmt: skip
_BRICKS = ("#a8685a", "#b9a696", "#8c8f92", "#c9c0b2", "#7d5d52", "#6f7c82")
_FLOORS = ("#9c9a98", "#8f8f92", "#b0a99f", "#84817c")
_WOODS = ("#b08a62", "#8f6b4a", "#c9ad88", "#75563d")
_GREENS = ("#7d9a63", "#6b8f5e", "#93a763", "#5f8566", "#b08d4f")
_MULTI = ("#d5573b", "#e6bd3f", "#3f7f9c", "#5d9a6c", "#8b6bb0", "#f0c3cb", "#2b3350")
_CAMO = {
    "khaki": ("#3f4630", "#8d8358", "#2b2a24"), "gray": ("#5b5f63", "#c3c5c7", "#35373b"),
    "green": ("#24402f", "#7f9662", "#23241f"), "beige": ("#9b8560", "#6f5d3f", "#ece2cc"),
}  # fmt: skip
_POCKETLESS = ("skirt", "leggings", "dress")


def pick(rng: np.random.Generator, weights: Weights) -> str:
    """One word, as likely as its weight."""
    words, values = list(weights), np.array(list(weights.values()), float)
    return words[int(rng.choice(len(words), p=values / values.sum()))]


def _one(rng: np.random.Generator, options: Sequence[T]) -> T:
    return options[int(rng.integers(len(options)))]


def jitter(rng: np.random.Generator, hex_color: str, amount: float = 0.06) -> str:
    """The same colour, a little lighter or darker."""
    return blend(hex_color, "#ffffff" if rng.random() < 0.5 else "#000000", rng.random() * amount)


def _accents(rng: np.random.Generator, pattern: str, color: str, ground: str) -> tuple[str, ...]:
    """Colours for a pattern that keep the cloth's own colour word true."""
    light, dark = lighter(ground, 0.72), "#24222a"
    contrast = light if luma(ground) < 0.5 else dark
    if pattern == "camouflage":
        return _CAMO[color]
    if color == "multicolor":
        order = rng.permutation(len(_MULTI))
        return tuple(_MULTI[k] for k in order[:3])
    if pattern == "animal":
        return (dark,)
    if pattern in ("striped", "dotted", "checked"):
        other = _one(rng, (contrast, light, blend(ground, contrast, 0.6)))
        return (other if other != ground else contrast, _one(rng, (contrast, "#c9573f", "#e6bd3f")))
    if pattern in ("floral", "graphic"):
        return (_one(rng, _MULTI), _one(rng, (light, contrast, "#f4f2ec")))
    if pattern == "abstract":
        return (contrast, _one(rng, _MULTI), blend(ground, contrast, 0.5))
    if pattern == "colorblock":
        return (contrast, _one(rng, _MULTI))
    return (contrast, blend(ground, contrast, 0.55), blend(ground, contrast, 0.3))


def dye(rng: np.random.Generator, key: str, color: str, pattern: str, material: str) -> Fabric:
    """A cloth of ``color`` (a word of the vocabulary) for garment ``key`` ("item/cut")."""
    variant = int(rng.integers(60))
    if pattern == "camouflage":
        color = color if color in _CAMO else _one(rng, tuple(_CAMO))
    if pattern == "animal" and variant % 2 == 0:
        color = _one(rng, ("brown", "beige"))
    if material == "denim":
        color = color if color in DENIM else pick(rng, even("blue*5 skyblue*2 navy*2 black"))
        ground = _one(rng, DENIM[color])
    elif color == "multicolor":
        ground = _one(rng, _MULTI)
    else:
        ground = _one(rng, TONES[color])
    if material in ("leather", "velvet") and color == "white":
        ground = "#ece7dd"
    ground = jitter(rng, ground)
    accents = () if pattern == "solid" else _accents(rng, pattern, color, ground)
    if key in ("jacket/varsity", "trousers/track", "leggings/panel", "jacket/windbreaker"):
        accents = accents or ("#f2efe8", _one(rng, ("#f2efe8", "#e2d4bd", ground)))
    return Fabric(color, ground, pattern, material, accents, variant)


def _garment(
    rng: np.random.Generator, key: str, colors: Weights, patterns: Weights
) -> Garment | None:
    if key == "-":
        return None
    item, _, cut = key.partition("/")
    material = pick(rng, MATERIALS.get(key) or MATERIALS[item])
    pattern = pick(rng, patterns)
    if material in RARELY_PATTERNED and rng.random() < 0.9:
        pattern = "solid"
    color = pick(rng, colors)
    if pattern in ("floral", "abstract", "geometric", "colorblock") and rng.random() < 0.35:
        color = "multicolor"
    if material == "sequin" and rng.random() < 0.6:
        color = pick(rng, even("gold silver black"))
    return Garment(item, cut, dye(rng, key, color, pattern, material))


def _small(rng: np.random.Generator, word: str, colors: Weights, material: str) -> Garment | None:
    """A bag, hat, shoe or sock; ``word`` is its kind or "-"."""
    if word == "-":
        return None
    color = pick(rng, colors)
    pattern = "checked" if word == "scarf" and rng.random() < 0.4 else "solid"
    if word == "tie":
        pattern = pick(rng, even("solid*2 striped*2 dotted"))
    ground = jitter(rng, _one(rng, TONES[color]))
    accents = (lighter(ground, 0.7), "#c9573f") if pattern != "solid" else ()
    return Garment(word, word, Fabric(color, ground, pattern, material, accents, 1))


def _body(rng: np.random.Generator, gender: str) -> Body:
    cut = _one(rng, WOMEN_CUTS if gender == "women" else MEN_CUTS)
    tone = pick(rng, {str(k): w for k, w in enumerate((5, 5, 4, 2, 2, 2))})
    hair = pick(rng, dict(zip(HAIR, (6, 6, 4, 3, 2, 1.5, 1, 0.6), strict=True)))
    return Body(gender, float(rng.uniform(0.94, 1.1)), jitter(rng, SKIN[int(tone)]), cut, hair)


def _stance(rng: np.random.Generator, look: LookSpec) -> Stance:
    poses = [name for name in POSES if "pocket" not in name or _has_pockets(look)]
    if look.outer and look.outer.item == "cape":
        poses = ["relaxed", "crossed", "stride"]
    if look.bag and look.bag.item == "tote" and rng.random() < 0.7:
        poses = ["carry"]
    return Stance(_one(rng, poses), bool(rng.random() < 0.5), float(rng.uniform(-0.8, 0.8)))


def _has_pockets(look: LookSpec) -> bool:
    if look.outer is not None and look.outer.item in ("coat", "blazer", "cape"):
        return True
    lower = look.lower.item if look.lower else look.upper.item
    return look.tucked and lower not in _POCKETLESS


def random_ground(rng: np.random.Generator, weights: Weights) -> Ground:
    """A ground of a likely kind in quiet colours."""
    kind, light = pick(rng, weights), 1 if rng.random() < 0.5 else -1
    walls = {"street": _BRICKS, "park": _GREENS}.get(kind, _WALLS)
    floors = {"room": _WOODS, "street": _FLOORS, "city": _FLOORS, "park": ("#cbbfa6", "#b9ab93")}
    return Ground(kind, (_one(rng, walls), _one(rng, floors.get(kind, _WALLS))), light)


def _placement(rng: np.random.Generator) -> Placement:
    height = float(rng.choice([rng.uniform(0.84, 0.96), rng.uniform(0.6, 0.84)], p=[0.75, 0.25]))
    free = 1 - height
    return Placement(
        height, float(rng.uniform(-0.16, 0.16)), float(rng.uniform(-0.35, 0.35) * free)
    )


def _clothes(rng: np.random.Generator, wear: Closet) -> LookSpec:
    patterns = wear.patterns
    upper = _garment(rng, pick(rng, wear.upper), wear.upper_colors, patterns)
    calm = {**dict.fromkeys(patterns, 0.04), "solid": 1.0}
    outer = _garment(rng, pick(rng, wear.outer), wear.upper_colors,
                     calm if rng.random() < 0.6 else patterns)  # fmt: skip
    lower = _garment(rng, pick(rng, wear.lower), wear.lower_colors,
                     calm if rng.random() < 0.8 else patterns)  # fmt: skip
    assert upper is not None
    kind = pick(rng, wear.shoes)
    material = "cotton" if kind in ("sneakers", "chunky", "runners") else "leather"
    shoes = _small(rng, kind, even(_SHOE_COLORS[kind]), material)
    assert shoes is not None
    return LookSpec(upper, None if upper.item in ONE_PIECE else lower, shoes, outer)


def _complete(rng: np.random.Generator, look: LookSpec, wear: Closet) -> LookSpec:
    """Add legwear, bag, hat and extras that go with the clothes."""
    dark, socks = even("black*4 brown*3 beige navy gray"), even("white*4 black*2 gray navy red")
    legs = pick(rng, wear.legwear)
    if legs == "tights" and look.lower and look.lower.item != "skirt":
        legs = "-"
    if look.shoes.item in ("sandals", "pumps") and legs != "tights":
        legs = "-"
    legwear = _small(rng, legs, even("black*4 white gray") if legs == "tights" else socks, "cotton")
    extra = pick(rng, wear.extras)
    if extra == "belt" and (look.lower is None or look.lower.item == "leggings"):
        extra = "-"
    if extra == "tie" and look.upper.item != "shirt":
        extra = "-"
    worn = _small(rng, extra, even("black*3 burgundy navy gray red beige"),
                  {"scarf": "wool", "tie": "silk"}.get(extra, "leather"))  # fmt: skip
    tuckable = look.upper.item in ("shirt", "blouse", "top", "t-shirt", "sweater")
    return replace(
        look, legwear=legwear, extras=(worn,) if worn else (),
        bag=_small(rng, pick(rng, wear.bags), dark, "leather"),
        hat=_small(rng, pick(rng, wear.hats), even("black*3 navy beige gray red brown"), "cotton"),
        tucked=tuckable and (extra in ("belt", "tie") or rng.random() < 0.5),
    )  # fmt: skip


def random_spec(rng: np.random.Generator, style: Style | str | None = None) -> LookSpec:
    """A random look of ``style`` (any style if None): garments, colours, body, pose and ground."""
    wanted = Style(style or pick(rng, _STYLE_WEIGHTS))
    gender = "women" if rng.random() < WOMEN_SHARE[wanted] else "men"
    wear = closet(wanted, gender)
    look = _complete(rng, _clothes(rng, wear), wear)
    look = _avoid_hidden(look)
    look = replace(
        look, body=_body(rng, gender), stance=_stance(rng, look),
        ground=random_ground(rng, wear.grounds), placement=_placement(rng),
        seed=int(rng.integers(2**31)),
    )  # fmt: skip
    return replace(look, season=season_of(look, rng), styles=grade(look, wanted))


def _avoid_hidden(look: LookSpec) -> LookSpec:
    """A closed long coat hides short garments: leave it off, so that every answer can be seen."""
    long = look.outer is not None and look.outer.cut in ("trench", "duffle")
    worn = look.lower or look.upper
    short = worn.item == "shorts" or worn.item == "dress" or worn.cut.startswith(("mini", "pencil"))
    return replace(look, outer=None) if long and short else look
