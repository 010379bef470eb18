"""What a user can ask about photos: matches, step by step, and rankings of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.domain import Photo
from braind.errors import BraindError
from braind.vocabulary import DEFAULT_WEIGHTS, PARTS, Part

if TYPE_CHECKING:
    from braind.engine import Analysis, Engine, Glimpse, MatchResult


@dataclass(frozen=True, slots=True)
class Matched:
    """A match with the pictures of its evidence: face-free WebP by look id."""

    result: MatchResult
    thumbnails: Mapping[int, bytes]


@dataclass(slots=True, eq=False)
class Shot:
    """One photo of a match: what is known of it by now. ``counts`` in the ranking of several."""

    source: Path | Photo | None  # None: a drawn sample
    photo: Photo | None = None
    picture: QImage = field(default_factory=QImage)
    glimpse: Glimpse | None = None
    analysis: Analysis | None = None
    matched: Matched | None = None
    error: Exception | None = None
    counts: bool = True

    @property
    def is_read(self) -> bool:
        """True once nothing more comes of itself."""
        return self.matched is not None or self.error is not None


@dataclass(frozen=True, slots=True)
class News:
    """What a job found out about a shot."""

    shot: Shot
    what: object  # Photo, Glimpse, Analysis, Matched or BraindError


def weights_for(part: Part | None) -> Mapping[Part, float]:
    """Compare by one part alone, or by all of them as usual."""
    if part is None:
        return DEFAULT_WEIGHTS
    return {other: float(other is part) for other in PARTS}


def match_all(engine: Engine, shots: Sequence[Shot]) -> Iterator[News]:
    """Match shots one after another; what is wrong with one is news about it."""
    for shot in shots:
        try:
            for step in engine.match_steps(shot.source or engine.sample_photo()):
                yield News(shot, _with_pictures(engine, step))
        except BraindError as error:
            yield News(shot, error)


def match_person(
    engine: Engine, shot: Shot, person: int | None, accept_partial: bool
) -> Iterator[News]:
    """The match of somebody in a shot that was analysed already."""
    assert shot.analysis
    result = engine.match_person(shot.analysis, person, accept_partial=accept_partial)
    yield News(shot, _with_pictures(engine, result))


def rank(engine: Engine, results: Sequence[MatchResult], part: Part | None) -> Iterator[Matched]:
    """One ranking of several matches, by one part or by all.

    A part that looks of the recipe do not have any more is passed over.
    """
    known = part if part in engine.chosen.parts else None
    ranked = _with_pictures(engine, engine.rank_together(results, weights_for(known)))
    assert isinstance(ranked, Matched)
    yield ranked


def write_page(engine: Engine, result: MatchResult, file: Path, language: str) -> None:
    """Save a match as a page with its pictures."""
    file.write_text(engine.match_page(result, language), encoding="utf-8")


def warm_up(engine: Engine) -> None:
    """Make the first match fast; a library or models that are missing are told by the match."""
    try:
        engine.warm_up()
    except BraindError:
        return


def keep_ready(engine: Engine) -> Iterator[object]:
    """The same for whoever matches after a large import, a job; nothing is told."""
    try:
        yield engine.keep_ready()
    except BraindError:
        return


def _with_pictures(engine: Engine, step: object) -> object:
    from braind.engine import MatchResult, look_ids_of

    if not isinstance(step, MatchResult):
        return step
    return Matched(step, engine.thumbnails(look_ids_of(step.ranking)))
