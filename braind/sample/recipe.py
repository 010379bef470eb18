"""A brand's recipe, and how its outfit lines become garments.

An outfit is garments separated by ";". A garment is "item/cut", then its palette colours (the
ground first, the pattern's colours after it) and, where they are not the usual ones, a material
and a pattern with the number of its drawing: "skirt/mini-pleat grey navy checked:0 wool".
The word "tucked" alone tucks the top in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from braind.sample.closet import MATERIALS as USUAL
from braind.sample.garments.accessories import BAGS, EXTRAS, HATS
from braind.sample.garments.footwear import LASTS
from braind.sample.spec import OUTER_ITEMS, Fabric, Garment, LookSpec
from braind.vocabulary import LOWER_ITEMS, MATERIALS, PATTERNS, UPPER_ITEMS, Style

_OTHER_MATERIALS = {
    "sneakers": "cotton", "chunky": "cotton", "runners": "cotton", "socks": "cotton",
    "tights": "cotton", "scarf": "wool", "tie": "silk", "cap": "cotton", "beanie": "knit",
    "bucket": "cotton", "beret": "wool",
}  # fmt: skip


@dataclass(frozen=True)
class Recipe:
    """An invented brand.

    ``styles`` are its styles, the main one first; ``people`` the genders that wear it, in turn;
    ``palette`` maps the brand's own colour names to "word #rrggbb"; ``grounds`` are the places of
    its pictures, as "kind #wall #floor"; ``hair`` limits the haircuts.
    """

    korean: str
    roman: str
    identity: str
    styles: tuple[Style, ...]
    people: str
    palette: dict[str, str]
    outfits: tuple[str, ...]
    poses: tuple[str, ...]
    grounds: tuple[str, ...]
    hair: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The brand's full name, Korean and romanised."""
        return f"{self.korean} {self.roman}"


def _usual_material(item: str, cut: str) -> str:
    weights = USUAL.get(f"{item}/{cut}") or USUAL.get(item)
    if weights:
        return max(weights, key=lambda word: weights[word])
    return _OTHER_MATERIALS.get(item, "leather")


def parse_garment(text: str, palette: dict[str, str]) -> Garment:
    """One garment from its words."""
    name, *words = text.split()
    item, _, cut = name.partition("/")
    fabric = Fabric("", "", material=_usual_material(item, cut))
    colors: list[str] = []
    for word in words:
        pattern, _, number = word.partition(":")
        if word in palette:
            colors.append(palette[word])
        elif word in MATERIALS:
            fabric = replace(fabric, material=word)
        elif pattern in PATTERNS:
            fabric = replace(fabric, pattern=pattern, variant=int(number or 0))
        else:
            raise ValueError(f"unknown word {word!r} in {text!r}")
    (word, ground), *others = (color.split() for color in colors)
    accents = tuple(tone for _, tone in others)
    return Garment(item, cut or item, replace(fabric, color=word, hex=ground, accents=accents))


def _place_of(item: str) -> str:
    if item in OUTER_ITEMS:
        return "outer"
    if item in UPPER_ITEMS:
        return "upper"
    if item in LOWER_ITEMS:
        return "lower"
    named = {"shoes": tuple(LASTS), "bag": BAGS, "hat": HATS, "legwear": ("socks", "tights")}
    return next(place for place, items in named.items() if item in items)


def parse_outfit(text: str, palette: dict[str, str]) -> LookSpec:
    """A whole outfit from its line; body, pose and ground are the defaults."""
    parts = [part.strip() for part in text.split(";")]
    garments = [parse_garment(part, palette) for part in parts if part != "tucked"]
    extras = tuple(g for g in garments if g.item in EXTRAS)
    worn = {_place_of(g.item): g for g in garments if g.item not in EXTRAS}
    return LookSpec(
        upper=worn["upper"], lower=worn.get("lower"), shoes=worn["shoes"], outer=worn.get("outer"),
        legwear=worn.get("legwear"), bag=worn.get("bag"), hat=worn.get("hat"), extras=extras,
        tucked="tucked" in parts,
    )  # fmt: skip
