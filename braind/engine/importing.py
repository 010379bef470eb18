"""Importing photos into a library: a job that can be stopped and taken up again at any photo.

Decision: whoever drives the generator also writes, one transaction a batch; worker threads only
read and compute. Results are taken in the order of the sources, so that ids do not depend on
timing, and bytes count as known from the moment their first result is taken.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial

from braind.domain import Brand, Look
from braind.engine.copies import CopyFinder
from braind.engine.keeping import PhotoKeeper
from braind.engine.readers import Readers, Unopened
from braind.engine.reading import Reading
from braind.engine.tasks import Task
from braind.engine.workers import WORKERS, Beat, map_with_beats
from braind.errors import PhotoError
from braind.events import (
    Event,
    ImportFinished,
    LookIndexed,
    NearDuplicate,
    PhotoCut,
    PhotoDuplicate,
    PhotoExcluded,
    PhotoFailed,
    Progress,
)
from braind.search.vectors import WordTables
from braind.sources import SourceEntry
from braind.sources.entries import failed
from braind.store import Library

BATCH = 32
# A slow backend commits smaller batches, so that little is lost and something is seen.
_BATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Done:
    """A photo that was read; ``reading`` is None when its bytes were known already."""

    task: Task
    entry: SourceEntry
    content_hash: str
    reading: Reading | None

    @property
    def path(self) -> str:
        """What a failed photo calls its path, too."""
        return self.entry.label


@dataclass(frozen=True, slots=True)
class _New:
    """A photo that is to be read."""

    task: Task
    entry: SourceEntry
    photo: Unopened


_Outcome = _Done | PhotoFailed


@dataclass(slots=True)
class ImportJob:
    """One import. ``scan`` is a job that lists the tasks.

    ``readers`` gives whoever reads that many photos, in ``workers`` threads. ``known`` are content
    hashes to skip, equal ones among the photos included; None skips nothing. ``keeper`` copies the
    photos that are added.
    """

    library: Library
    scan: Generator[Event, None, list[Task]]
    recipe: str
    words: WordTables
    readers: Callable[[int], Readers]
    known: set[str] | None
    workers: int = WORKERS
    keeper: PhotoKeeper | None = None
    _counts: Counter[str] = field(default_factory=Counter)
    _batch: list[_Outcome] = field(default_factory=list)
    _places: dict[tuple[str, str], tuple[Brand, int]] = field(default_factory=dict)
    _copies: CopyFinder = field(init=False)

    def __post_init__(self) -> None:
        self._copies = CopyFinder(self.library, self.recipe, self.words)

    def run(self) -> Generator[Event, None, None]:
        """Import; the last event is ``ImportFinished``. Raises ``StoreError`` and ``ModelError``.

        When it is closed or fails midway, what was finished is in the library.
        """
        tasks = yield from self.scan
        try:
            yield from self._read_all(tasks)
        finally:
            last = self._commit()
        yield from last
        yield Progress(len(tasks), len(tasks))
        names = ("added", "duplicate", "excluded", "failed", "near_duplicates", "looks", "cut")
        yield ImportFinished(**{name: self._counts[name] for name in names})

    def _read_all(self, tasks: Sequence[Task]) -> Iterator[Event]:
        """Read and store; the last batch is left to be stored."""
        done, path, committed = 0, "", time.monotonic()
        for outcome in self._outcomes(tasks):
            if not isinstance(outcome, Beat):
                done, path = done + 1, outcome.path
                self._batch.append(outcome)
            late = time.monotonic() - committed > _BATCH_SECONDS
            if self._batch and (late or len(self._batch) == BATCH):
                yield from self._commit()
                committed = time.monotonic()
            # After every photo, and while one takes its time, so that it can be stopped there.
            yield Progress(done, len(tasks), path)

    def _outcomes(self, tasks: Sequence[Task]) -> Iterator[_Outcome | Beat]:
        """The tasks' outcomes in order; of equal bytes, all but the first are known."""
        with closing(self.readers(len(tasks))) as readers:
            work = partial(self._work, readers)
            with closing(map_with_beats(work, tasks, self.workers, readers.hurry)) as outcomes:
                for outcome in outcomes:
                    yield self._settle(outcome) if isinstance(outcome, _Done) else outcome

    def _settle(self, done: _Done) -> _Outcome:
        """What becomes of a photo now that all those before it are known."""
        if self.known is not None and done.content_hash in self.known:
            done = replace(done, reading=None)
        settled = _keep(done, self.keeper) if self.keeper else done
        if self.known is not None and isinstance(settled, _Done):
            self.known.add(done.content_hash)
        return settled

    def _work(self, readers: Readers, tasks: Sequence[Task]) -> list[_Outcome]:
        """Read some photos. Runs in a worker thread."""
        outcomes = [_take(task, self.known or set()) for task in tasks]
        new = [one for one in outcomes if isinstance(one, _New)]
        read = iter(readers.read([one.photo for one in new]) if new else ())
        return [_read(one, next(read)) if isinstance(one, _New) else one for one in outcomes]

    def _commit(self) -> list[Event]:
        """Store the batch in one transaction; what happened, photo by photo."""
        batch, self._batch = self._batch, []
        with self.library.transaction():
            told = [self._store(outcome) for outcome in batch]
        for kind, events in told:
            self._counts[kind] += 1
            self._counts["near_duplicates"] += sum(isinstance(e, NearDuplicate) for e in events)
            self._counts["looks"] += sum(isinstance(e, LookIndexed) for e in events)
            self._counts["cut"] += sum(isinstance(e, PhotoCut) for e in events)
        return [event for _, events in told for event in events]

    def _store(self, outcome: _Outcome) -> tuple[str, list[Event]]:
        if isinstance(outcome, PhotoFailed):
            return "failed", [outcome]
        if outcome.reading is None:
            return "duplicate", [PhotoDuplicate(outcome.path)]
        brand, lookbook_id = self._place_of(outcome.task)
        if outcome.reading.looks:
            told = [PhotoCut(outcome.path)] if outcome.reading.is_cut else []
            looks = self._add(brand, lookbook_id, outcome.path, outcome.reading.looks)
            return "added", [*told, *looks]
        entry, reasons = outcome.entry, outcome.reading.reasons
        self.library.add_excluded(
            brand.id, outcome.content_hash, entry.path, reasons, self.recipe, entry.page
        )
        return "excluded", [PhotoExcluded(outcome.path, reasons)]

    def _place_of(self, task: Task) -> tuple[Brand, int]:
        """The brand and the id of its lookbook (0: none), both made at their first photo."""
        key = task.brand, task.lookbook
        if key not in self._places:
            brand = self.library.add_brand(task.brand)
            lookbook = self.library.add_lookbook(brand.id, task.lookbook) if task.lookbook else None
            self._places[key] = brand, lookbook.id if lookbook else 0
        return self._places[key]

    def _add(self, brand: Brand, lookbook_id: int, path: str, looks: Sequence[Look]) -> list[Event]:
        original = self._copies.find(brand.id, looks)
        ids = self.library.add_looks(brand.id, lookbook_id, looks)
        events: list[Event] = []
        for look, look_id in zip(looks, ids, strict=True):
            stored = replace(look, id=look_id, brand_id=brand.id, lookbook_id=lookbook_id)
            self._copies.add(stored)
            events.append(LookIndexed(brand.name, stored))
        return events if original is None else [*events, NearDuplicate(path, original)]


def _keep(done: _Done, keeper: PhotoKeeper) -> _Outcome:
    """The same with its photo in the keeper's hands, if it gave looks or is there already."""
    if done.reading is None:
        return replace(done, entry=keeper.place_of(done.entry, done.content_hash))
    if not done.reading.looks:
        return done
    try:
        entry = keeper.keep(done.entry, done.task.brand)
    except PhotoError as error:
        return failed(done.path, error)
    looks = tuple(replace(look, path=entry.path) for look in done.reading.looks)
    return replace(done, entry=entry, reading=replace(done.reading, looks=looks))


def _take(task: Task, known: Set[str]) -> _New | _Outcome:
    """A photo's bytes, unless they are known."""
    entry = task.entry
    if isinstance(entry, PhotoFailed):
        return entry
    if entry.known_hash and entry.known_hash in known:
        return _Done(task, entry, entry.known_hash, None)
    try:
        data = entry.read()
    except PhotoError as error:
        return failed(entry.label, error)
    content_hash = entry.known_hash or hashlib.sha256(data).hexdigest()
    if content_hash in known:
        return _Done(task, entry, content_hash, None)
    if task.expected not in ("", content_hash):
        return failed(entry.label, _changed())
    photo = Unopened(entry.path, entry.page, data, content_hash, task.accept_partial)
    return _New(task, entry, photo)


def _read(new: _New, reading: Reading | PhotoFailed) -> _Outcome:
    if isinstance(reading, PhotoFailed):
        return reading
    return _Done(new.task, new.entry, new.photo.content_hash, reading)


def _changed() -> PhotoError:
    return PhotoError(
        "photo_changed",
        "Another picture is in this place now, so it was left as it was read before.",
        "Import it anew if it belongs to the brand.",
    )
