"""What a drawn look is made of, and the truth that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Region
from braind.vocabulary import STYLES, UNKNOWN, Question, Style

ONE_PIECE = ("dress", "jumpsuit")
OUTER_ITEMS = ("cardigan", "jacket", "blazer", "coat", "vest", "cape")


@dataclass(frozen=True)
class Fabric:
    """A cloth: ``color`` is the vocabulary's word for the whole, ``hex`` its ground colour.

    ``accents`` are the other colours of the pattern; ``variant`` picks among its drawings.
    """

    color: str
    hex: str
    pattern: str = "solid"
    material: str = "cotton"
    accents: tuple[str, ...] = ()
    variant: int = 0


@dataclass(frozen=True)
class Garment:
    """One garment: an item of the vocabulary (or a kind of shoe, bag …) in a cut."""

    item: str
    cut: str
    fabric: Fabric


@dataclass(frozen=True)
class Body:
    """Who wears the look. ``gender`` is women or men; ``breadth`` is 1 for the average."""

    gender: str = "women"
    breadth: float = 1.0
    skin: str = "#e8bd9d"
    hair: str = "bob"
    hair_hex: str = "#2a211e"


@dataclass(frozen=True)
class Stance:
    """A named pose, perhaps mirrored, seen turned by ``turn`` in -1..1."""

    pose: str = "relaxed"
    mirrored: bool = False
    turn: float = 0.0


@dataclass(frozen=True)
class Ground:
    """What is behind the figure: a kind and its colours."""

    kind: str = "studio"
    hexes: tuple[str, ...] = ("#d9d6d0", "#bdb9b2")
    light: int = -1  # the side the light comes from: -1 picture left, 1 picture right


@dataclass(frozen=True)
class Placement:
    """The figure's height as a share of the picture, and its offset in shares of the picture."""

    height: float = 0.9
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True)
class LookSpec:
    """Every choice that decides one drawn look; equal specs give equal pictures.

    ``upper`` is worn under ``outer``; a dress or jumpsuit is the ``upper`` and leaves ``lower``
    empty. ``styles`` are grades 0..2 in the order of ``vocabulary.STYLES``.
    """

    upper: Garment
    lower: Garment | None
    shoes: Garment
    outer: Garment | None = None
    legwear: Garment | None = None
    bag: Garment | None = None
    hat: Garment | None = None
    extras: tuple[Garment, ...] = ()  # scarf, tie, belt, glasses
    tucked: bool = False
    body: Body = Body()
    stance: Stance = Stance()
    ground: Ground = Ground()
    placement: Placement = Placement()
    season: str = "spring"
    styles: tuple[int, ...] = (2, 0, 0, 0, 0, 0, 0)
    seed: int = 0

    @property
    def grades(self) -> dict[Style, int]:
        """The style grades by style."""
        return dict(zip(STYLES, self.styles, strict=True))

    def answers(self) -> dict[Question, str]:
        """The true answer to every question, in the annotation guide's sense."""
        top = self.outer or self.upper
        bottom = self.upper if self.upper.item in ONE_PIECE else self.lower
        words = {
            Question.UPPER_ITEM: top.item,
            Question.UPPER_COLOR: top.fabric.color,
            Question.UPPER_MATERIAL: top.fabric.material,
            Question.UPPER_PATTERN: top.fabric.pattern,
        }
        fabric = bottom.fabric if bottom else Fabric(UNKNOWN, "#000000", UNKNOWN, UNKNOWN)
        words[Question.LOWER_ITEM] = bottom.item if bottom else UNKNOWN
        words[Question.LOWER_COLOR] = fabric.color
        words[Question.LOWER_MATERIAL] = fabric.material
        words[Question.LOWER_PATTERN] = fabric.pattern
        words[Question.FAMOUS_BRAND] = UNKNOWN
        words[Question.SEASON] = self.season
        return words


def region_of(item: str) -> Region:
    """The parsing class that a garment of ``item`` belongs to."""
    if item in OUTER_ITEMS:
        return Region.OUTER
    if item in ONE_PIECE:
        return Region.DRESS
    by_item = {
        "jeans": Region.TROUSERS, "trousers": Region.TROUSERS, "shorts": Region.TROUSERS,
        "skirt": Region.SKIRT, "leggings": Region.LEGWEAR, "socks": Region.LEGWEAR,
        "tights": Region.LEGWEAR, "hat": Region.HEADWEAR, "bag": Region.BAG,
        "glasses": Region.FACE, "scarf": Region.ACCESSORY, "tie": Region.ACCESSORY,
        "belt": Region.ACCESSORY,
    }  # fmt: skip
    return by_item.get(item, Region.UPPER)
