"""The frozen things that brand intelligence talks about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from braind.domain import Brand, BrandMatch, EvidencePair, Floats, StyleProfile
from braind.vocabulary import Question, Style


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % bootstrap interval."""

    low: float
    high: float


class Doubt(StrEnum):
    """Why a profile is not reliable yet."""

    FEW_LOOKS = "few_looks"
    ONE_SHOOT = "one_shoot"
    NO_OTHER_BRAND = "no_other_brand"
    NOT_RECOGNISED = "not_recognised"


@dataclass(frozen=True, slots=True)
class SelfTest:
    """Whether the library recognises a brand by a shoot that was left out of it.

    ``mean_rank`` counts from 1; ``first`` is the share of shoots for which the brand came first,
    ``chance`` what guessing would give; ``brands`` is how many stood to choose from.
    """

    shoots: int
    brands: int
    mean_rank: float
    first: float
    chance: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A competitor and the share of resamples in which it was among the nearest three."""

    brand: Brand
    share: float


@dataclass(frozen=True, slots=True)
class HonestProfile:
    """A profile and how far it can be trusted.

    Every shoot counts the same in ``profile``'s mean and spread. ``style_intervals`` has one
    entry a style, in the order of ``vocabulary.STYLES``.
    """

    profile: StyleProfile
    shoots: int
    style_intervals: tuple[Interval, ...]
    cohesion_interval: Interval
    neighbours: tuple[Neighbour, ...]
    self_test: SelfTest | None
    doubts: tuple[Doubt, ...]

    @property
    def is_reliable(self) -> bool:
        """True when nothing speaks against the profile."""
        return not self.doubts


@dataclass(frozen=True, slots=True)
class Trait:
    """A style, or one answer of a question, that looks may have."""

    word: str
    question: Question | None = None  # None: ``word`` is a style


@dataclass(frozen=True, slots=True)
class SubStyle:
    """A group of alike looks inside a brand, named by what it has more of than the rest."""

    traits: tuple[Trait, ...]
    look_ids: tuple[int, ...]  # most typical first
    share: float


class Strength(StrEnum):
    """How firmly a difference may be put into words."""

    SLIGHT = "slight"
    CLEAR = "clear"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Difference:
    """One trait in two brands: shares or means in 0..1, and the standardised difference."""

    trait: Trait
    ours: float
    theirs: float
    effect: float
    strength: Strength


@dataclass(frozen=True, slots=True)
class Differentiation:
    """What a brand shares with another and what sets it apart, strongest first.

    ``own_looks`` are the brand's looks that are least like the other brand's.
    """

    other: Brand
    shared: tuple[Difference, ...]
    apart: tuple[Difference, ...]
    own_looks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two nearly identical looks of different brands."""

    brand: Brand
    other: Brand
    pair: EvidencePair
    same_photo: bool


class Axis(StrEnum):
    """Measures beside the styles that a named axis of the map may show."""

    LIGHTNESS = "lightness"
    SATURATION = "saturation"
    WARMTH = "warmth"
    PATTERN = "pattern"
    COHESION = "cohesion"


@dataclass(frozen=True, slots=True)
class MapAxis:
    """What an axis shows: one measure, or what ``high`` has more of than ``low``."""

    high: Style | Axis
    low: Style | None = None


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A brand's place: -1..1 on both axes."""

    brand: Brand
    x: float
    y: float
    looks: int


@dataclass(frozen=True, slots=True)
class PositionMap:
    """Brands on a plane. ``axes`` is None for the similarity map.

    ``trust`` (trustworthiness, Venna and Kaski 2001, 0..1) is None for named axes.
    """

    points: tuple[MapPoint, ...]
    axes: tuple[MapAxis, MapAxis] | None
    trust: float | None


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """A mixture of styles that no brand of the library stands for, and who is nearest.

    ``styles`` are the mixture's strongest styles with their shares; ``gap`` is its distance to
    the nearest brand, in units of the usual distance between neighbouring brands.
    """

    styles: tuple[tuple[Style, float], ...]
    gap: float
    nearest: tuple[Brand, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A profile and its neighbours before and after a change that was only imagined."""

    before: StyleProfile
    after: StyleProfile
    neighbours_before: tuple[BrandMatch, ...]
    neighbours_after: tuple[BrandMatch, ...]
    moved: float  # cosine distance between the two mean looks


@dataclass(frozen=True, slots=True)
class DriftStep:
    """A season of a brand and how far it lies from the season before.

    ``styles`` is float32 (7,); ``nearest`` is who was nearest in that season; ``moved`` is the
    cosine distance to the season before (0 for the first).
    """

    season: str
    looks: int
    styles: Floats
    moved: float
    nearest: tuple[Brand, ...]
