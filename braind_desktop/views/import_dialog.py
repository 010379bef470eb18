"""What to import, how, and what is in there: open beside the window, which goes on working."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from braind.domain import Outcome
from braind_desktop.cores import chosen_cores
from braind_desktop.desk import Desk
from braind_desktop.item_models.found_photos import FoundPhotos
from braind_desktop.pace import minutes_left
from braind_desktop.sizes import size_words
from braind_desktop.texts import error_texts, tr
from braind_desktop.views.import_form import ImportForm
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.brand_table import BrandTable
from braind_desktop.widgets.found_grid import FoundGrid
from braind_desktop.wishes import ImportWish

if TYPE_CHECKING:
    from braind.engine import FoundPhoto

SIZE, FORM_WIDTH = (960, 680), 340
SHOWS_MS = 100
PACE_KEY = "pace/seconds_per_photo"


class ImportDialog(Speaking, QDialog):
    """Opens filled with what was dropped; a scan tells live what is new in it."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._scan = desk.latest(self)
        self._counts: Counter[Outcome] = Counter()
        self._folders: Counter[str] = Counter()
        self._fresh: list[FoundPhoto] = []
        self._sizes: dict[str, int] = {}  # of the files that a copy would keep
        self._room = 0
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self.form = ImportForm()
        self.photos = FoundPhotos(self.devicePixelRatioF(), self)
        self.grid, self.table = FoundGrid(self.photos), BrandTable()
        self.counts, self.eta = Label("", "strong"), Label("", "small")
        self.views = QStackedWidget()
        self.start, self.cancel = Button(self._start_words, "primary"), Button("cancel")
        self._show_soon = QTimer(self, interval=SHOWS_MS)
        self._build()
        self._connect()
        desk.ask(self, lambda engine: [brand.name for brand in engine.brands()],
                 self.form.offer_brands)  # fmt: skip
        desk.ask(self, lambda engine: engine.room_for_copies(), self._learn_room, slot="room")
        self.speak()
        self._show()

    def add(self, sources: list[Path], brand: str = "") -> None:
        """Some more places to import from, for ``brand`` if it is given."""
        self.form.add(sources, brand)

    @property
    def wish(self) -> ImportWish:
        """What is asked for now."""
        form = self.form
        sources = tuple(str(source) for source in form.sources)
        names = self.table.names if form.each.isChecked() else {}
        return ImportWish(
            sources, form.name, form.name or self._title(), names,
            not form.partial.isChecked(), form.several.isChecked(),
            tuple(self.photos.left_out), copy=form.copy.isChecked(),
            workers=chosen_cores(self._desk.settings),
        )  # fmt: skip

    def accept(self) -> None:
        """Start the import and go."""
        wish = self.wish
        self._scan.cancel()
        self._desk.start(wish.run, wish.brief())
        super().accept()

    def reject(self) -> None:
        """Go without an import."""
        self._scan.cancel()
        super().reject()

    def dragEnterEvent(self, drag: QDragEnterEvent) -> None:
        """Files are welcome here, too."""
        if drag.mimeData().hasUrls():
            drag.acceptProposedAction()

    def dropEvent(self, drop: QDropEvent) -> None:
        """Add what was dropped."""
        drop.acceptProposedAction()
        self.add(_files_in(drop.mimeData()))

    def _build(self) -> None:
        self.form.setFixedWidth(FORM_WIDTH)
        self.views.addWidget(self.grid)
        self.views.addWidget(self.table)
        found = column(self.counts, self.views, self.eta, gap=10)
        body = QHBoxLayout()
        body.setSpacing(28)
        body.addWidget(self.form)
        body.addLayout(found, 1)
        foot = row(None, self.cancel, self.start)
        self.setLayout(
            column(Label("import.title", "h2"), body, foot, gap=18, margin=(28, 24, 28, 24))
        )

    def _connect(self) -> None:
        self.form.changed.connect(self._begin)
        self.form.chosen.connect(self._show)
        self.table.renamed.connect(self._show)
        self.photos.dataChanged.connect(self._show)
        self._scan.reported.connect(self._hear)
        self._scan.failed.connect(self._fail)
        self._scan.finished.connect(self._end)
        self._show_soon.timeout.connect(self._take)
        self.start.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _begin(self) -> None:
        """Look into the sources from the beginning."""
        self._counts, self._folders, self._fresh = Counter(), Counter(), []
        self._sizes = {}
        self.photos.clear()
        self.table.clear_rows()
        sources = list(self.form.sources)

        self._scan.start(lambda engine: engine.scan(sources))
        self._show_soon.start()
        self._show()

    def _hear(self, found: FoundPhoto) -> None:
        self._counts[found.outcome] += 1
        if found.outcome is Outcome.ADDED:
            self._folders[found.folder] += 1
            self._fresh.append(found)
            self._sizes[found.kept_in] = found.size

    def _learn_room(self, free: int) -> None:
        self._room = free
        self._show()

    def _fail(self, error: Exception) -> None:
        self.counts.say(lambda: " ".join(error_texts(error)))

    def _take(self) -> None:
        """Show what came since the last time: all at once is cheaper than one by one."""
        fresh, self._fresh = self._fresh, []
        self.photos.add(fresh)
        self.table.show_counts(self._folders)
        self.form.suggest(list(self._folders))
        self._show()

    def _end(self) -> None:
        self._show_soon.stop()
        self._take()

    def _show(self) -> None:
        self.views.setCurrentWidget(self.table if self.form.each.isChecked() else self.grid)
        fits = not self.form.copy.isChecked() or self._needed <= self._room
        self.start.setEnabled(self.form.is_complete and self._wanted > 0 and fits)
        self.form.room.say(self._room_words)
        self.start.speak()
        self.counts.say(self._count_words)
        self.eta.say(self._eta_words)

    @property
    def _wanted(self) -> int:
        """How many photos the import would read."""
        if not self.form.each.isChecked():
            return self.photos.wanted
        names = self.table.names
        out = sum(n for folder, n in self._folders.items() if names.get(folder, folder) == "")
        return self.photos.wanted - out

    @property
    def _needed(self) -> int:
        """The bytes of everything new: what is left out by hand would be less, but seldom much."""
        return sum(self._sizes.values())

    def _room_words(self) -> str:
        if not self.form.copy.isChecked():
            return tr("import.place")
        key = "import.copy.room" if self._needed <= self._room else "import.copy.full"
        return tr(key, need=size_words(self._needed), free=size_words(self._room))

    def _title(self) -> str:
        named = [self.table.names.get(folder, folder) for folder in self._folders]
        brands = list(dict.fromkeys(name for name in named if name))
        if len(brands) < 2:
            return "".join(brands) or self.form.sources[0].name
        return f"{brands[0]} +{len(brands) - 1}"

    def _start_words(self) -> str:
        return tr("import.start", count=self._wanted) if self.form.sources else tr("import.title")

    def _count_words(self) -> str:
        if not self.form.sources:
            return ""
        counts = tr(
            "import.counts",
            found=f"{self._counts.total():,}", new=f"{self._counts[Outcome.ADDED]:,}",
            duplicate=f"{self._counts[Outcome.DUPLICATE]:,}",
            failed=f"{self._counts[Outcome.FAILED]:,}",
        )  # fmt: skip
        return f"{counts} · {tr('import.scanning')}" if self._scan.is_busy else counts

    def _eta_words(self) -> str:
        if not self._wanted:
            done = bool(self._counts) and not self._scan.is_busy
            return tr("import.nothing") if done else ""
        pace = float(str(self._desk.settings.value(PACE_KEY, 0)))
        if not pace:
            return tr("import.eta.unknown")
        return tr("import.eta", count=minutes_left(pace * self._wanted))

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setWindowTitle(tr("import.title"))
        self.grid.setAccessibleName(tr("import.grid"))


def _files_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
