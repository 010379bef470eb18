"""What a user can ask for: one small job an action, to be run in the engine's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from braind.domain import Photo
from braind.events import Event
from braind.vocabulary import DEFAULT_WEIGHTS, PARTS, Part

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


class Actions:
    """The engine's jobs as the window wants them.

    Every job, and ``close``, must be driven by the same thread: the engine is made there, at the
    first job, after the window is on the screen.
    """

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._made: Engine | None = None

    @property
    def _engine(self) -> Engine:
        if self._made is None:
            self._made = self._make_engine()
        return self._made

    def look_around(self) -> Iterator[Shelf]:
        """What there is to compare with."""
        brands = [brand for brand in self._engine.brands() if brand.looks]
        yield Shelf(len(brands), sum(brand.looks for brand in brands))

    def match(
        self, source: Path | Photo, accept_partial: bool = False
    ) -> Iterator[Photo | Seen | Matched]:
        """The photo, what was seen in it, and the brands that it looks like."""
        from braind.engine import MatchResult

        for step in self._engine.match_steps(source, accept_partial=accept_partial):
            if isinstance(step, MatchResult):
                yield self._with_pictures(step)
            else:
                yield step if isinstance(step, Photo) else Seen(step)

    def match_sample(self) -> Iterator[Photo | Seen | Matched]:
        """The same for a drawn photo."""
        yield from self.match(self._engine.sample_photo())

    def rerank(self, result: MatchResult, part: Part | None) -> Iterator[Matched]:
        """The same match by one part, or by all."""
        yield self._with_pictures(self._engine.rerank(result, weights_for(part)))

    def use_sample(self) -> Iterator[Event | Shelf]:
        """Fill the library with drawn brands."""
        yield from self._engine.import_sample()
        yield from self.look_around()

    def make_from_folders(self, folder: Path) -> Iterator[Event | Shelf]:
        """Every folder in ``folder`` becomes a brand."""
        yield from self._engine.import_photos([folder], None)
        yield from self.look_around()

    def close(self) -> None:
        """Give the library back."""
        if self._made is not None:
            self._made.close()

    def _with_pictures(self, result: MatchResult) -> Matched:
        from braind.engine import look_ids_of

        return Matched(result, self._engine.thumbnails(look_ids_of(result.ranking)))
