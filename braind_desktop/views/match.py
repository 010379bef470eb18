"""The page that finds the brands that a photo looks like.

It is always in one of these states: opening, empty (nothing to compare with), building (a
library is being filled), idle (waiting for a photo), matching (with results, no match or a
problem beside the photo) and trouble (a problem without a photo).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from braind.domain import Photo
from braind.errors import BraindError
from braind.events import ImportFinished, Progress
from braind.vocabulary import Part
from braind_desktop import actions
from braind_desktop.actions import Matched, Seen, Shelf
from braind_desktop.desk import Desk
from braind_desktop.jobs import Job, Task
from braind_desktop.pages import Page
from braind_desktop.pictures import image_of, sources_in
from braind_desktop.texts import error_texts, say, tr
from braind_desktop.views import story
from braind_desktop.widgets.basics import Label, clear, column, row
from braind_desktop.widgets.building import Building
from braind_desktop.widgets.drawn import Mark, Pictogram, State
from braind_desktop.widgets.drop_zone import WELL, DropZone
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.photo_panel import PhotoPanel, Sight
from braind_desktop.widgets.result_list import ResultList

NOTICE_MS = 8000
PHOTO_NAMES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.bmp *.gif"


class MatchView(Page):
    """Turns gestures into jobs, and what jobs report into what is seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._latest = desk.latest(self)
        self._import: Task | None = None
        self._photo: Photo | None = None
        self._matched: Matched | None = None
        self._settled = True  # False while a job owes the page something to show
        self._has_brands = False
        self._last: Callable[[], None] = self.open
        self._handlers: dict[type, Callable[..., None]] = {
            Photo: self._show_photo, Seen: self._show_seen, Matched: self._show_matched,
            Progress: lambda news: self.building.show_progress(news),
            ImportFinished: self._show_imported,
        }  # fmt: skip
        self.commands = {
            "open": self.choose_photo, "sample": self.match_sample, "folders": self.choose_folder,
            "use_sample": self.use_sample,
        }  # fmt: skip
        self._build()
        self._connect()
        self.open()

    # What a user can do

    def open(self) -> None:
        """See what there is to compare with."""
        self.desk.ask(self, actions.look_around, self._show_shelf, self._show_failure)

    def match(self, source: Path | Photo, accept_partial: bool = False) -> None:
        """Find the brands that a photo looks like."""
        self._start_match(
            lambda engine: actions.match(engine, source, accept_partial=accept_partial)
        )

    def match_sample(self) -> None:
        """The same for a drawn photo."""
        self._start_match(actions.match_sample)

    def use_sample(self) -> None:
        """Fill the library with drawn brands."""
        self._start_building(actions.use_sample)

    def make_from_folders(self, folder: Path) -> None:
        """Fill the library with a brand a folder."""
        self._start_building(lambda engine: actions.make_from_folders(engine, folder))

    def choose_photo(self) -> None:
        """Ask for a photo file."""
        kinds = f"{tr('files.photos')} ({PHOTO_NAMES});;{tr('files.all')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, tr("choose"), "", kinds)
        if name:
            self.match(Path(name))

    def choose_folder(self) -> None:
        """Ask for a folder of brands."""
        name = QFileDialog.getExistingDirectory(self, tr("empty.folders"))
        if name:
            self.make_from_folders(Path(name))

    def take(self, mime: QMimeData) -> None:
        """Match what was dropped or pasted, or say why not."""
        sources = sources_in(mime, tr("pasted"))
        if not sources:
            self._notify("notice.url" if mime.hasUrls() else "notice.nothing")
        elif isinstance(sources[0], Path) and sources[0].is_dir():
            self._notify("notice.folder")
        else:
            self._notify("notice.several" if len(sources) > 1 else "")
            # Whoever dropped it waits for an answer: return first, then work.
            QTimer.singleShot(0, partial(self.match, sources[0]))

    # What is seen

    def _build(self) -> None:
        self.shelf, self.notice = Label("", "small"), Label("", "body", wrap=True)
        self.notice.setObjectName("notice")
        self.notice.hide()
        self._notice_end = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._notice_end.timeout.connect(self.notice.hide)
        self.opening, self.drop_zone, self.building = QWidget(), DropZone(), Building()
        self.panel, self.results, self.matching = PhotoPanel(), ResultList(), QWidget()
        self.matching.setLayout(row(self.panel, self.results, gap=24))
        self.offer = Message(Pictogram("brands", 64), "empty.title", "empty.body")
        self.offer.setFixedSize(WELL)
        self.empty = QWidget()
        self.empty.setLayout(column(None, row(None, self.offer, None), None))
        self.trouble, self._troubles = QWidget(), column()
        self.trouble.setLayout(self._troubles)
        self.pages = QStackedWidget()
        for page in (self.opening, self.empty, self.building, self.drop_zone, self.matching,
                     self.trouble):  # fmt: skip
            self.pages.addWidget(page)
        title = column(Label("match.promise", "small"), Label("match.title", "h1"), gap=2)
        head = row(title, None, self.shelf)
        head.setAlignment(self.shelf, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(head, self.notice, self.pages, gap=16, margin=(32, 20, 32, 28)))

    def _connect(self) -> None:
        self.hovered.connect(self._light)
        self.desk.library_changed.connect(self.open)
        self._latest.reported.connect(self._hear)
        self._latest.failed.connect(self._show_failure)
        self._latest.finished.connect(self._settle)
        for widget in (self.drop_zone, self.panel):
            widget.chosen.connect(self.choose_photo)
            widget.pasted.connect(lambda: self.window().paste())
        self.drop_zone.sampled.connect(self.match_sample)
        self.panel.cancelled.connect(self._latest.cancel)
        self.building.cancelled.connect(self._stop_building)
        self.results.weighed.connect(self._weigh)
        self.offer.offer("empty.sample", "primary").clicked.connect(self.use_sample)
        self.offer.offer("empty.folders").clicked.connect(self.choose_folder)

    def _start_match(self, job: Job) -> None:
        if not self._has_brands:
            self._notify("empty.title")
            return
        self._matched = None
        self.panel.begin()
        self.results.show_waiting()
        self._begin(job, self.matching)

    def _start_building(self, job: Job) -> None:
        self.building.begin()
        self.pages.setCurrentWidget(self.building)
        self._last = partial(self._start_building, job)
        self._import = self.desk.start(job)
        self._import.reported.connect(self._hear)
        self._import.failed.connect(self._show_failure)

    def _stop_building(self) -> None:
        if self._import:
            self._import.cancel()

    def _begin(self, job: Job, page: QWidget) -> None:
        self._settled, self._last = False, partial(self._begin, job, page)
        self.pages.setCurrentWidget(page)
        self._latest.start(job)

    def _weigh(self, part: Part | None) -> None:
        if self._matched:
            result = self._matched.result
            self._latest.start(lambda engine: actions.rerank(engine, result, part))

    # What jobs report

    def _hear(self, news: object) -> None:
        if handler := self._handlers.get(type(news)):
            handler(news)

    def _show_shelf(self, shelf: Shelf) -> None:
        self._has_brands = shelf.brands > 0
        words = say("compared_with", brands=shelf.brands, looks=f"{shelf.looks:,}")
        self.shelf.say(words if self._has_brands else "")
        if self.pages.currentWidget() is not self.matching:
            self._show_start()

    def _show_start(self) -> None:
        self.pages.setCurrentWidget(self.drop_zone if self._has_brands else self.empty)

    def _show_photo(self, photo: Photo) -> None:
        self._photo = photo
        self.panel.show_pictures({Sight.PHOTO: image_of(photo.pixels)})

    def _show_seen(self, seen: Seen) -> None:
        story.tell_seen(self.panel, seen.analysis, seen.analysis.looks[0])

    def _show_matched(self, matched: Matched) -> None:
        result, ranking = matched.result, matched.result.ranking
        if self._matched is None:
            story.tell_seen(self.panel, result.analysis, result.person)
            story.tell_compared(self.panel, result)
        self._settled, self._matched = True, matched
        if ranking.matches:
            self.results.show_ranked(story.ranked(matched, ranking.matches))
        else:
            self.results.show_no_match(story.ranked(matched, ranking.nearest))

    def _show_imported(self, done: ImportFinished) -> None:
        self._notify(
            "imported",
            looks=done.looks, duplicate=done.duplicate, excluded=done.excluded, failed=done.failed,
        )  # fmt: skip

    def _show_failure(self, error: Exception) -> None:
        self._settled = True
        what, hint = (lambda: error_texts(error)[0]), (lambda: error_texts(error)[1])
        message = Message(Mark(State.STOP, 44), what, hint)
        if self.pages.currentWidget() is self.matching:
            message.offer("another", "primary").clicked.connect(self.choose_photo)
            if isinstance(error, BraindError) and error.code == "photo_half_body" and self._photo:
                anyway = partial(self.match, self._photo, True)
                message.offer("anyway").clicked.connect(lambda: anyway())
            self.panel.steps.stop()
            self.results.show_message(message)
        else:
            message.offer("retry", "primary").clicked.connect(self._retry)
            clear(self._troubles)
            self._troubles.addWidget(message)
            self.pages.setCurrentWidget(self.trouble)

    def _retry(self) -> None:
        self._last()

    def _settle(self) -> None:
        """A match has ended; one that was cancelled leaves the page as it was before."""
        self.panel.set_running(False)
        if not self._settled:
            self._show_start()

    def _notify(self, key: str, **fill: object) -> None:
        self.notice.say(say(key, **fill) if key else "")
        self.notice.setVisible(bool(key))
        self._notice_end.start()

    def _light(self, lit: bool) -> None:
        idle = self.pages.currentWidget() is self.drop_zone
        self.drop_zone.light(lit and idle)
        self.overlay.setVisible(lit and not idle and self._has_brands)
