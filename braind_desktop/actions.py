"""What a user can ask for: one small job an action, run with the engine of a lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from braind.domain import Photo
from braind.events import Event
from braind.vocabulary import DEFAULT_WEIGHTS, PARTS, Part
from braind_desktop import wishes
from braind_desktop.tasks import Job

if TYPE_CHECKING:
    from braind.engine import Engine, MatchResult
    from braind.pipeline import Analysis


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library holds to compare with."""

    brands: int
    looks: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the models saw in the photo, before it is compared."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Matched:
    """A match with the pictures of its evidence: face-free WebP by look id."""

    result: MatchResult
    thumbnails: Mapping[int, bytes]


def weights_for(part: Part | None) -> Mapping[Part, float]:
    """Compare by one part alone, or by all of them as usual."""
    if part is None:
        return DEFAULT_WEIGHTS
    return {other: float(other is part) for other in PARTS}


def look_around(engine: Engine) -> Shelf:
    """What there is to compare with."""
    brands = [brand for brand in engine.brands() if brand.looks]
    return Shelf(len(brands), sum(brand.looks for brand in brands))


def match(
    engine: Engine, source: Path | Photo, accept_partial: bool = False
) -> Iterator[Photo | Seen | Matched]:
    """The photo, what was seen in it, and the brands that it looks like."""
    from braind.engine import MatchResult

    for step in engine.match_steps(source, accept_partial=accept_partial):
        if isinstance(step, MatchResult):
            yield _with_pictures(engine, step)
        else:
            yield step if isinstance(step, Photo) else Seen(step)


def match_sample(engine: Engine) -> Iterator[Photo | Seen | Matched]:
    """The same for a drawn photo."""
    yield from match(engine, engine.sample_photo())


def rerank(engine: Engine, result: MatchResult, part: Part | None) -> Iterator[Matched]:
    """The same match by one part, or by all."""
    yield _with_pictures(engine, engine.rerank(result, weights_for(part)))


def use_sample(engine: Engine) -> Iterator[Event]:
    """Fill the library with drawn brands."""
    yield from engine.import_sample()


def make_from_folders(engine: Engine, folder: Path) -> Iterator[Event]:
    """Every folder in ``folder`` becomes a brand."""
    yield from engine.import_photos([folder], None)


def job_again(kind: str, parameters: Mapping[str, object]) -> Job | None:
    """The job of a journal's record; None for a kind that cannot be taken up."""
    if kind == wishes.KIND:
        return wishes.wish_of(parameters).run
    return None


def _with_pictures(engine: Engine, result: MatchResult) -> Matched:
    from braind.engine import look_ids_of

    return Matched(result, engine.thumbnails(look_ids_of(result.ranking)))
