"""The matches of this session: what was asked, what is known, and what is ranked now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from braind.domain import Photo
from braind.vocabulary import Part
from braind_desktop import actions_match
from braind_desktop.actions_match import Matched, News, Shot
from braind_desktop.desk import Desk
from braind_desktop.pictures import image_of
from braind_desktop.texts import tr


@dataclass(slots=True, eq=False)
class Batch:
    """Photos that were asked about together; one is looked at."""

    shots: list[Shot]
    shown: Shot = field(init=False)
    part: Part | None = None

    def __post_init__(self) -> None:
        self.shown = self.shots[0]

    @property
    def counted(self) -> list[Matched]:
        """The matches that the ranking is made of."""
        return [shot.matched for shot in self.shots if shot.counts and shot.matched]


class Matching(QObject):
    """Runs the jobs of a match; the newest batch is in front unless one looks at an older one.

    ``heard``: something new is known of a shot. ``ranked``: a ranking of the batch in front.
    ``changed``: another batch, or another set of shots. ``ended``: the photos are read.
    """

    heard = Signal(object)  # News
    ranked = Signal(object)  # Matched
    failed = Signal(object)  # Exception
    changed = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self.batches: list[Batch] = []
        self.front: Batch | None = None
        self._reading, self._ranking = desk.latest(self), desk.latest(self)
        for latest in (self._reading, self._ranking):
            latest.reported.connect(self._hear)
            latest.failed.connect(self.failed)
        self._reading.finished.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """True while photos are read."""
        return self._reading.is_busy

    def start(self, sources: Sequence[Path | Photo | None]) -> None:
        """Match photos together; what is matched now is left as it is."""
        self._drop_unread()
        self.front = Batch([Shot(source) for source in sources])
        self.batches.append(self.front)
        shots = list(self.front.shots)
        self.changed.emit()
        self._reading.start(lambda engine: actions_match.match_all(engine, shots))

    def holds(self, sources: Sequence[Path | Photo | None]) -> bool:
        """True while exactly these files are being read."""
        asked = [shot.source for shot in self.front.shots] if self.front else []
        files = [source for source in sources if isinstance(source, Path)]
        return self.is_busy and bool(files) and files == asked

    def choose_person(self, shot: Shot, person: int | None, accept_partial: bool = True) -> None:
        """Match somebody else in a shot."""
        shot.error = None
        self._ranking.start(
            lambda engine: actions_match.match_person(engine, shot, person, accept_partial)
        )

    def weigh(self, part: Part | None) -> None:
        """Compare by one part, or by all."""
        if self.front:
            self.front.part = part
            self.rank()

    def toggle(self, shot: Shot) -> None:
        """Leave a shot out of the ranking, or take it in again; one always counts."""
        if self.front and (not shot.counts or len(self.front.counted) > 1):
            shot.counts = not shot.counts
            self.changed.emit()
            self.rank()

    def show(self, batch: Batch) -> None:
        """Look at a batch again."""
        if batch is not self.front:
            self.cancel()
            self.front = batch
            self.changed.emit()
            self.rank()

    def cancel(self) -> None:
        """Stop reading; what is known by now stays."""
        self._reading.cancel()

    def rank(self) -> None:
        """Rank what is known of the batch in front."""
        front = self.front
        if not front or not front.counted:
            return
        part, results = front.part, [matched.result for matched in front.counted]
        if len(results) == 1 and part is None:
            self.ranked.emit(front.counted[0])
        else:
            self._ranking.start(lambda engine: actions_match.rank(engine, results, part))

    def _hear(self, news: object) -> None:
        if isinstance(news, Matched):
            self.ranked.emit(news)
        elif isinstance(news, News):
            self._keep(news)
            self.heard.emit(news)
            if isinstance(news.what, Matched):
                self.rank()

    def _keep(self, news: News) -> None:
        shot, what = news.shot, news.what
        if isinstance(what, Photo):
            shot.photo, shot.picture = what, image_of(what.pixels)
        elif isinstance(what, Matched):
            shot.matched, shot.analysis, shot.error = what, what.result.analysis, None
        elif isinstance(what, Exception):
            shot.error = what
        elif hasattr(what, "looks"):
            shot.analysis = what  # type: ignore[assignment]
        else:
            shot.glimpse = what  # type: ignore[assignment]

    def _end(self) -> None:
        self._drop_unread()
        self.ended.emit()

    def _drop_unread(self) -> None:
        """A batch of which nothing came is not kept, nor are a batch's unread photos."""
        for batch in list(self.batches):
            batch.shots = [shot for shot in batch.shots if shot.is_read]
            if batch.shown not in batch.shots and batch.shots:
                batch.shown = batch.shots[0]
            if not batch.shots:
                self.batches.remove(batch)
        if self.front not in self.batches:
            self.front = self.batches[-1] if self.batches else None


class Shown(QUndoCommand):
    """Another photo took the place of one; undoing it shows that one again."""

    def __init__(self, matching: Matching, before: Batch) -> None:
        super().__init__(tr("match.title"))
        self._matching, self._before = matching, before
        self._after = matching.front

    def redo(self) -> None:
        """Show the newer one."""
        if self._after and self._after in self._matching.batches:
            self._matching.show(self._after)

    def undo(self) -> None:
        """Show the older one."""
        if self._before in self._matching.batches:
            self._matching.show(self._before)
