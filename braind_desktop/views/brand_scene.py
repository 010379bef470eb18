"""What the page of a brand asks the library, and what it gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.domain import Floats, Lookbook
from braind_desktop.texts import Say, say

if TYPE_CHECKING:
    from braind.engine import (
        BrandCard,
        Competitor,
        Differentiation,
        DriftStep,
        Engine,
        HonestProfile,
        LookCard,
        Standing,
        SubStyle,
        WhatIf,
    )

NEAREST, EVIDENCE = 6, 5
GROUP_LOOKS = 4
Pictures = Mapping[int, QImage]


@dataclass(frozen=True, slots=True)
class Facts:
    """The first things that are told of a brand; all but ``card`` need looks that were read."""

    card: BrandCard
    honest: HonestProfile | None = None
    standing: Standing | None = None
    excluded: int = 0
    rivals: tuple[Competitor, ...] = ()
    pictures: Pictures | None = None
    rival_means: Mapping[str, Floats] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the brand is called."""
        return self.card.brand.name


@dataclass(frozen=True, slots=True)
class Depths:
    """What takes longer to find out about a brand."""

    groups: tuple[SubStyle, ...]
    drift: tuple[DriftStep, ...]
    undated: int
    apart: Mapping[str, Differentiation]
    lookbooks: tuple[Lookbook, ...]
    pictures: Pictures


def ask_facts(asked: str, brand_id: int = 0) -> Callable[[Engine], Facts]:
    """The question for the upper part of the page; a known id finds a brand that was renamed."""

    def question(engine: Engine) -> Facts:
        now = (brand.name for brand in engine.brands() if brand.id == brand_id)
        name = next(now, asked)
        card = engine.card(name)
        if card.profile is None:
            return Facts(card)
        rivals = engine.competitors(name, NEAREST)
        pairs = [pair for rival in rivals for pair in rival.match.evidence[:EVIDENCE]]
        shown = dict.fromkeys(look for pair in pairs for look in (pair.query_look, pair.look))
        excluded = len(engine.excluded(name)) + engine.excluded_by_hand(name)
        return Facts(
            card,
            engine.honest_profile(name),
            engine.standing(name),
            excluded,
            rivals,
            pictures_of(engine, shown),
            {rival.match.brand.name: engine.profile(rival.match.brand.name).mean
             for rival in rivals},
        )  # fmt: skip

    return question


def ask_depths(facts: Facts) -> Callable[[Engine], Depths]:
    """The question for the rest of the page."""
    name, rivals = facts.name, [rival.match.brand.name for rival in facts.rivals]

    def question(engine: Engine) -> Depths:
        groups = engine.sub_styles(name)
        shown = [look for group in groups for look in group.look_ids[:GROUP_LOOKS]]
        return Depths(
            groups,
            engine.drift(name),
            sum(engine.undated_looks(name).values()),
            {rival: engine.differences(name, rival) for rival in rivals},
            tuple(engine.lookbooks(name)),
            pictures_of(engine, shown),
        )

    return question


def ask_looks(name: str) -> Callable[[Engine], tuple[LookCard, ...]]:
    """The question for the grid of looks."""
    return lambda engine: engine.look_cards(name)


def ask_missing(name: str) -> Callable[[Engine], int]:
    """How many files are not where they were."""
    return lambda engine: len(engine.missing_photos(name))


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something to leave out in thought: looks, or a lookbook; ``words`` name it."""

    words: Say
    looks: tuple[int, ...] = ()
    lookbook: str = ""


def ways_to_leave(outliers: tuple[int, ...], depths: Depths) -> list[Leaving]:
    """What can sensibly be left out of a brand."""
    ways = []
    if outliers:
        ways.append(Leaving(say("whatif.outlying", count=len(outliers)), outliers))
    if len(depths.lookbooks) > 1:
        ways += [
            Leaving(say("whatif.lookbook", name=book.name), lookbook=book.name)
            for book in depths.lookbooks
        ]
    return ways


def ask_what_if(name: str, leaving: Leaving) -> Callable[[Engine], WhatIf]:
    """The question for what would change."""
    books = [leaving.lookbook] if leaving.lookbook else []
    return lambda engine: engine.what_if(name, leaving.looks, drop_lookbooks=books)


def pictures_of(engine: Engine, look_ids: Iterable[int]) -> Pictures:
    """The pictures of looks, decoded where they are read."""
    found = engine.thumbnails(look for look in look_ids if look)
    return {look: QImage.fromData(picture) for look, picture in found.items()}
