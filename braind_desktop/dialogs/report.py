"""A brand's report: what it shall hold, how it will look, and where to write it (Ctrl+E)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QScrollArea, QWidget

from braind_desktop.desk import Desk
from braind_desktop.texts import LANGUAGES, error_texts, say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from braind.engine import BrandReport, Engine

SIZE = (980, 700)
PREVIEW_WIDTH = 560
WAIT_MS = 250
FORMATS = ("pdf", "html", "png", "csv", "json")
WITHOUT_PAGES = ("csv", "json")
SECTIONS = ("style", "attributes", "cohesion", "sub_styles", "rivals", "position", "apart")


class ReportDialog(QDialog):
    """Choices at the left, all pages at the right; the window behind goes on."""

    def __init__(self, desk: Desk, brand: str, owner: QWidget) -> None:
        super().__init__(owner)
        self.desk, self.brand = desk, brand
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("report.title", brand=brand))
        self.resize(*SIZE)
        self.format = Segmented({name: (lambda n=name: n.upper()) for name in FORMATS}, "pdf")
        self.language = Segmented(
            {code: (lambda n=name: n) for code, name in LANGUAGES.items()}, spoken_language()
        )
        self.sections = {name: _box(f"report.{name}") for name in SECTIONS}
        self.pictures = _box("report.pictures")
        self.pages, self.note = QLabel(), Label("report.preparing", "small", wrap=True)
        self.save, self.close_button = Button("report.save", "primary"), Button("cancel")
        self._later = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._later.timeout.connect(self._preview)
        self._lay_out()
        self._connect()
        self._later.start()

    def _lay_out(self) -> None:
        left = column(
            Label("report.format", "strong"), self.format, 8,
            Label("report.language", "strong"), self.language, 8,
            Label("report.sections", "strong"), *self.sections.values(), 8,
            Label("report.photos", "strong"), self.pictures,
            Label("report.pictures.about", "small", wrap=True), None, gap=8,
        )  # fmt: skip
        scroll = QScrollArea()
        scroll.setWidget(self.pages)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(PREVIEW_WIDTH)
        self.pages.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.pages.setAccessibleName(tr("report.preview"))
        both = row(gap=24)
        both.addLayout(left, 1)
        both.addLayout(column(scroll, self.note, gap=8))
        title = Label(say("report.title", brand=self.brand), "h2")
        buttons = row(None, self.close_button, self.save)
        self.setLayout(column(title, both, buttons, gap=16, margin=24))

    def _connect(self) -> None:
        for chips in (self.format, self.language):
            chips.chosen.connect(lambda _: self._later.start())
        for box in (*self.sections.values(), self.pictures):
            box.toggled.connect(lambda _: self._later.start())
        self.save.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.reject)

    def choose_file(self) -> None:
        """Ask where to, and write the report there."""
        kind = self._chosen_format()
        filters = f"{kind.upper()} (*.{kind})"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("report.save"), f"{self.brand}.{kind}", filters
        )
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(f".{kind}"))

    def write(self, path: Path) -> None:
        """Write the report, and close when that is done."""
        make = self._make()
        self.save.setEnabled(False)
        self.desk.ask(
            self, lambda engine: engine.write_report(make(engine), path), self._written,
            self._show_failure, "write",
        )  # fmt: skip

    def _written(self, path: Path) -> None:
        self.desk.toast(say("report.written", name=path.name))
        self.accept()

    def _preview(self) -> None:
        if self._chosen_format() in WITHOUT_PAGES:
            self.pages.clear()
            self.note.say("report.no_pages")
            return
        self.note.say("report.preparing")
        make = self._make()
        self.desk.ask(
            self, lambda engine: engine.preview_report(make(engine)), self._show_pages,
            self._show_failure, "preview",
        )  # fmt: skip

    def _show_pages(self, png: bytes) -> None:
        image = QImage.fromData(png)
        ratio = self.devicePixelRatioF()
        width = round((PREVIEW_WIDTH - 24) * ratio)
        pixmap = QPixmap.fromImage(
            image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        )
        pixmap.setDevicePixelRatio(ratio)
        self.pages.setPixmap(pixmap)
        self.note.say("report.seen")
        self.save.setEnabled(True)

    def _show_failure(self, error: Exception) -> None:
        self.note.say(lambda: " ".join(error_texts(error)))
        self.save.setEnabled(True)

    def _chosen_format(self) -> str:
        return next(str(n) for n, button in self.format.buttons.items() if button.isChecked())

    def _make(self) -> Callable[[Engine], BrandReport]:
        """What gathers the report as it is chosen now."""
        language = next(str(n) for n, b in self.language.buttons.items() if b.isChecked())
        wanted = [name for name, box in self.sections.items() if box.isChecked()]
        with_pictures, brand = self.pictures.isChecked(), self.brand

        def make(engine: Engine) -> BrandReport:
            sections = () if len(wanted) == len(SECTIONS) else wanted or ["method"]
            return engine.brand_report(
                brand, language, sections=sections, with_pictures=with_pictures
            )

        return make


def _box(key: str) -> QCheckBox:
    box = QCheckBox(tr(key))
    box.setChecked(True)
    return box
