"""The page that finds the brands that a photo looks like.

It is always in one of these states: opening, empty (nothing to compare with), building (the
sample is drawn), idle (waiting for a photo), matching (with results, no match or a problem beside
the photo) and trouble (a problem without a photo).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from braind.domain import Photo
from braind.errors import BraindError
from braind.events import Progress
from braind_desktop import actions, actions_match
from braind_desktop.actions import Shelf
from braind_desktop.actions_match import Matched, News, Shot
from braind_desktop.desk import Desk, Place
from braind_desktop.elevation import is_elevated
from braind_desktop.jobbook import SAMPLE_BRIEF
from braind_desktop.matching import Batch, Matching, Shown
from braind_desktop.pages import PAGES, Page
from braind_desktop.recent import RecentPhotos
from braind_desktop.tasks import Task
from braind_desktop.texts import error_texts, say, spoken_language, tr
from braind_desktop.views import story
from braind_desktop.views.match_sheet import MatchSheet
from braind_desktop.widgets.drawn import Mark, State
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.photo_panel import Sight

PHOTO_NAMES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.bmp *.gif"


class MatchView(Page):
    """Turns gestures into jobs, and what jobs report into what is seen on the sheet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet = sheet = MatchSheet()
        self.panel, self.results, self.pages = sheet.panel, sheet.results, sheet.pages
        self.setLayout(sheet.layout_of_page())
        sheet.no_drops.setVisible(is_elevated())
        self.overlay.raise_()
        self.matching, self.recent = Matching(desk, self), RecentPhotos(desk.settings)
        self._building: Task | None = None
        self._shown: Batch | None = None
        self._has_brands = False
        self.commands = {
            "open": self.choose_photo, "sample": self.match_sample, "folders": self.choose_folder,
            "use_sample": self.use_sample, "export": self.ask_page,
        }  # fmt: skip
        self._connect()
        self.open()
        QTimer.singleShot(0, self, self._warm_up)

    # What a user can do

    def open(self) -> None:
        """See what there is to compare with."""
        self.desk.ask(self, actions.look_around, self._show_shelf, self._show_trouble)

    def enter(self, what: dict[str, object]) -> None:
        """Match the photos that were asked for, if any."""
        sources = what.get("sources")
        if isinstance(sources, list) and sources:
            self.match(sources)

    def match(self, sources: Sequence[Path | Photo | None]) -> None:
        """Find the brands that photos look like; several are ranked together."""
        if self.matching.holds(sources):
            self.desk.toast(say("drop.busy"))
        elif not self._has_brands and self.pages.currentWidget() is not self.sheet.opening:
            self.desk.toast(say("empty.title"))
        else:
            self.recent.add([source for source in sources if isinstance(source, Path)])
            before = self.matching.front
            self.matching.start(sources)
            if before:
                self.desk.undo_stack.push(Shown(self.matching, before))

    def match_sample(self) -> None:
        """The same for a drawn photo."""
        self.match([None])

    def use_sample(self) -> None:
        """Fill the library with drawn brands."""
        self.sheet.building.begin()
        self.pages.setCurrentWidget(self.sheet.building)
        self._building = self.desk.start(actions.use_sample, SAMPLE_BRIEF)
        self._building.reported.connect(self._show_building)
        self._building.failed.connect(self._show_trouble)

    def choose_photo(self) -> None:
        """Ask for photo files."""
        kinds = f"{tr('files.photos')} ({PHOTO_NAMES});;{tr('files.all')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, tr("choose"), "", kinds)
        if names:
            self.match([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder of brands."""
        name = QFileDialog.getExistingDirectory(self, tr("empty.folders"))
        if name:
            self.desk.import_asked.emit([Path(name)], "")

    def ask_page(self) -> None:
        """Ask where to save the results as a page."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("match.export"), "braind.html", "HTML (*.html)"
        )
        if name:
            self.save_page(Path(name))

    def save_page(self, file: Path) -> None:
        """Save the results as a page with their pictures."""
        if matched := self.sheet.shown:
            language = spoken_language()
            self.desk.ask(
                self,
                lambda e: actions_match.write_page(e, matched.result, file, language),
                lambda _: self.desk.toast(say("match.exported")),
                lambda _: self.desk.toast(say("file_not_written")),
            )

    # What is heard

    def _connect(self) -> None:
        sheet, matching = self.sheet, self.matching
        self.hovered.connect(self._light)
        self.desk.library_changed.connect(self.open)
        matching.changed.connect(self._show_batch)
        matching.heard.connect(self._hear)
        matching.ranked.connect(self._show_ranked)
        matching.failed.connect(self._show_trouble)
        matching.ended.connect(self._settle)
        for widget in (sheet.drop_zone, self.panel):
            widget.chosen.connect(self.choose_photo)
            widget.pasted.connect(lambda: self.window().paste())
        sheet.drop_zone.sampled.connect(self.match_sample)
        sheet.remember.toggled.connect(self._remember)
        sheet.recent_chosen.connect(lambda path: self.match([path]))
        self.panel.cancelled.connect(matching.cancel)
        self.panel.picked.connect(self._pick)
        sheet.building.cancelled.connect(lambda: self._building and self._building.cancel())
        self.results.weighed.connect(matching.weigh)
        self.results.opened.connect(self._open_brand)
        sheet.queue.looked_at.connect(self._look_at)
        sheet.queue.toggled.connect(lambda n: matching.toggle(self._shots()[n]))
        sheet.history.looked_at.connect(lambda n: matching.show(matching.batches[n]))
        sheet.export.clicked.connect(self.ask_page)
        sheet.offer.offer("empty.sample", "primary").clicked.connect(self.use_sample)
        sheet.offer.offer("empty.folders").clicked.connect(self.choose_folder)
        sheet.remember.setChecked(self.recent.is_kept)

    def _shots(self) -> list[Shot]:
        return self.matching.front.shots if self.matching.front else []

    def _hear(self, news: News) -> None:
        front = self.matching.front
        if not front or news.shot not in front.shots:
            return
        if news.shot is front.shown:
            self._show_news(news)
        if isinstance(news.what, Photo):
            self.sheet.show_strips(self.matching)

    def _show_news(self, news: News) -> None:
        shot, what = news.shot, news.what
        if isinstance(what, Photo):
            self.panel.show_pictures({Sight.PHOTO: shot.picture})
        elif isinstance(what, Exception):
            self._show_failure(shot, what)
        elif isinstance(what, Matched):
            story.tell_match(self.panel, shot, what)
        elif what is shot.glimpse:
            story.tell_glimpse(self.panel, shot, shot.glimpse)

    def _show_shelf(self, shelf: Shelf) -> None:
        self._has_brands = shelf.brands > 0
        words = say("compared_with", brands=shelf.brands, looks=f"{shelf.looks:,}")
        self.sheet.shelf.say(words if self._has_brands else "")
        if self.pages.currentWidget() is not self.sheet.matching:
            self._show_start()

    def _show_start(self) -> None:
        self.sheet.show_recent(self.recent.paths)
        self.pages.setCurrentWidget(self.sheet.idle if self._has_brands else self.sheet.empty)

    def _show_batch(self) -> None:
        """Another batch is in front, or another part of it counts."""
        self._shown = front = self.matching.front
        self.sheet.show_strips(self.matching)
        if front:
            self.pages.setCurrentWidget(self.sheet.matching)
            if not front.counted:
                self.results.show_waiting()
            self._show_shot(front.shown)

    def _show_shot(self, shot: Shot) -> None:
        """Tell again what is known of a shot."""
        self.panel.begin()
        self.panel.set_running(self.matching.is_busy or not shot.is_read)
        for what in (shot.photo, shot.glimpse, shot.matched, shot.error):
            if what is not None:
                self._show_news(News(shot, what))

    def _look_at(self, number: int) -> None:
        front = self.matching.front
        if front:
            front.shown = front.shots[number]
            self._show_shot(front.shown)
            self.sheet.show_strips(self.matching)
            if front.shown.matched:
                self.matching.rank()

    def _show_ranked(self, matched: Matched) -> None:
        ranking, front = matched.result.ranking, self.matching.front
        self.sheet.show_result(matched, front.part if front else None)
        if ranking.matches:
            self.results.show_ranked(story.ranked(matched, ranking.matches))
        else:
            self.results.show_no_match(story.ranked(matched, ranking.nearest))

    def _pick(self, number: int) -> None:
        front = self.matching.front
        if front and front.shown.analysis:
            person = front.shown.analysis.looks[number].index
            self.matching.choose_person(front.shown, person)

    def _show_failure(self, shot: Shot, error: Exception) -> None:
        """Beside the photo: what happened, and what to do."""
        self.panel.set_running(self.matching.is_busy)
        self.panel.steps.stop()
        message = self._message(error)
        message.offer("another", "primary").clicked.connect(self.choose_photo)
        if isinstance(error, BraindError) and error.code == "photo_half_body" and shot.analysis:
            anyway = partial(self.matching.choose_person, shot, None)
            message.offer("anyway").clicked.connect(lambda: anyway())
        if not (self.matching.front and self.matching.front.counted):
            self.results.show_message(message)

    def _show_trouble(self, error: Exception) -> None:
        """In place of everything: the library or the models cannot be used."""
        message = self._message(error)
        message.offer("retry", "primary").clicked.connect(self.open)
        self.sheet.show_trouble(message)

    def _message(self, error: Exception) -> Message:
        what, hint = (lambda: error_texts(error)[0]), (lambda: error_texts(error)[1])
        return Message(Mark(State.STOP, 44), what, hint)

    def _show_building(self, event: object) -> None:
        if isinstance(event, Progress):
            self.sheet.building.show_progress(event)

    def _settle(self) -> None:
        """The photos are read; a match that was cancelled leaves what was there before."""
        self.panel.set_running(False)
        front = self.matching.front
        if front is None:
            self._show_start()
        elif front is not self._shown:
            self._show_batch()
            self.matching.rank()
        else:
            self.sheet.show_strips(self.matching)

    def _open_brand(self, name: str) -> None:
        if Place.BRAND in PAGES:
            self.desk.go(Place.BRAND, brand=name)

    def _remember(self, keep: bool) -> None:
        self.recent.keep(keep)
        self.sheet.show_recent(self.recent.paths)

    def _warm_up(self) -> None:
        self.desk.ask(self, actions_match.warm_up, lambda _: None, slot="warm")

    def _light(self, lit: bool) -> None:
        idle = self.pages.currentWidget() is self.sheet.idle
        self.sheet.drop_zone.light(lit and idle)
        self.overlay.setVisible(lit and not idle)
