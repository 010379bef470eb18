"""What the comparison asks the library, in one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from braind.domain import EvidencePair, StyleProfile

if TYPE_CHECKING:
    from braind.engine import Competitor, Differentiation, Engine

OWN_LOOKS = 4
PAIRS = 8


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two brands, and its looks that are least like the other's."""

    name: str
    profile: StyleProfile
    difference: Differentiation
    own_looks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two brands, how alike they are, and the pictures (face-free WebP) by look id."""

    ours: Side
    theirs: Side
    likeness: Competitor
    pictures: Mapping[int, bytes]

    @property
    def pairs(self) -> tuple[EvidencePair, ...]:
        """The pairs of looks that show it."""
        return self.likeness.match.evidence[:PAIRS]


def ask_comparison(ours: str, theirs: str) -> Callable[[Engine], Comparison]:
    """The question about two brands."""

    def question(engine: Engine) -> Comparison:
        sides = [_side(engine, *names) for names in ((ours, theirs), (theirs, ours))]
        likeness = engine.likeness(ours, theirs)
        looks = {look for side in sides for look in side.own_looks}
        for pair in likeness.match.evidence[:PAIRS]:
            looks |= {pair.query_look, pair.look}
        return Comparison(sides[0], sides[1], likeness, engine.thumbnails(looks))

    return question


def _side(engine: Engine, name: str, other: str) -> Side:
    difference = engine.differences(name, other)
    profile = engine.profile(name)
    return Side(engine.brand(name).name, profile, difference, difference.own_looks[:OWN_LOOKS])
