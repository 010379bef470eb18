"""Everything that a brand's report is made from, before anything is said or drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from braind.domain import Brand, BrandMatch, Look, PackOrigin
from braind.insights.kinds import (
    Differentiation,
    HonestProfile,
    LookAlike,
    PositionMap,
    SubStyle,
    WhiteSpot,
)


@dataclass(frozen=True, slots=True)
class Competitor:
    """A similar brand; ``closeness`` is its place on the scale of 0..1."""

    match: BrandMatch
    closeness: float


@dataclass(frozen=True, slots=True)
class ModelNote:
    """What a model's card says about it, in English; ``data`` are pairs of name and licence.

    ``sha256`` is hex, empty where no card tells it.
    """

    id: str
    licence: str
    sha256: str = ""
    data: tuple[tuple[str, str], ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrandReport:
    """A brand's report in one language ("ko" or "en").

    ``looks`` are all looks of the brand's profile, without thumbnails; ``lookbooks`` names theirs
    by id; ``pictures`` are WebP files by look id, of those looks that are shown. ``within`` is
    where the looks of one brand lie on the scale of closeness. ``brands`` and ``looks_compared``
    say how large the library was, ``excluded`` and ``stale`` what of the brand did not count;
    ``origins`` are the packs that looks of the brand came from. ``sections`` are the names of
    those that are wanted (see ``brand_document.SECTIONS``), all when it is empty.
    """

    brand: Brand
    honest: HonestProfile
    looks: tuple[Look, ...]
    language: str
    made_on: date
    within: float
    brands: int
    looks_compared: int
    lookbooks: Mapping[int, str] = field(default_factory=dict)
    excluded: int = 0
    stale: int = 0
    sub_styles: tuple[SubStyle, ...] = ()
    competitors: tuple[Competitor, ...] = ()
    differences: tuple[Differentiation, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    maps: tuple[PositionMap, ...] = ()
    white_spots: tuple[WhiteSpot, ...] = ()
    models: tuple[ModelNote, ...] = ()
    origins: tuple[PackOrigin, ...] = ()
    sections: tuple[str, ...] = ()
    pictures: Mapping[int, bytes] = field(default_factory=dict, repr=False)
