"""What can be done with selected brands, wherever they are selected."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from braind.domain import Brand
from braind_desktop import actions_library
from braind_desktop.actions_library import Exported
from braind_desktop.desk import Desk, Place
from braind_desktop.dialogs.naming import NamingDialog
from braind_desktop.dialogs.report import ReportDialog
from braind_desktop.texts import Say, error_texts, say, spoken_language, tr
from braind_desktop.widgets.menus import Entry


class BrandMenu(QObject):
    """The actions on the ``chosen`` brands; ``names`` are all that the library has."""

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        chosen: Callable[[], list[Brand]],
        names: Callable[[], Collection[str]],
    ) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._chosen, self._names = desk, owner, chosen, names
        self.dialog: NamingDialog | ReportDialog | None = None

    def new_brand(self) -> None:
        """Ask for a name, then for photos."""
        begin = self._desk.import_asked.emit
        self._ask_name(say("naming.new"), "naming.new.do", "", lambda name: begin([], name))

    def rename(self) -> None:
        """Ask for another name of the brand in front."""
        for brand in self._chosen()[:1]:
            self._ask_name(
                say("naming.rename", name=brand.name),
                "naming.rename.do",
                brand.name,
                lambda new, brand=brand: actions_library.rename(self._desk, brand, new),
            )

    def toggle_mine(self) -> None:
        """Mark the brand in front as the user's own, or take the mark away."""
        for brand in self._chosen()[:1]:
            actions_library.mark_mine(self._desk, brand, not brand.is_mine)

    def toggle_known(self) -> None:
        """Mark the brand in front as well known, or take the mark away."""
        for brand in self._chosen()[:1]:
            actions_library.mark_known(self._desk, brand, not brand.is_well_known)

    def delete(self) -> None:
        """Put the brands into the trash."""
        if brands := self._chosen():
            actions_library.delete(self._desk, brands)

    def export(self) -> None:
        """Offer the report of one brand; of several, write a PDF each into a folder."""
        names = [brand.name for brand in self._chosen()]
        if len(names) == 1:
            self.dialog = ReportDialog(self._desk, names[0], self._owner)
            self.dialog.open()
        elif names:
            self._export_several(names)

    def _export_several(self, names: list[str]) -> None:
        folder, language = self._ask_folder(), spoken_language()
        if folder:
            task = self._desk.runner.start(
                lambda engine: actions_library.export_reports(engine, names, Path(folder), language)
            )
            task.reported.connect(self._tell_exported)
            task.failed.connect(lambda error: self._desk.toast(say_error(error)))

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self._owner, tr("export.folder"))

    def go_with(self, place: Place) -> None:
        """Show the brands on another page."""
        self._desk.go(place, brands=[brand.name for brand in self._chosen()])

    def entries(self) -> list[Entry]:
        """The menu of the brand in front."""
        brand = self._chosen()[0]
        return [
            ("brand.open", lambda: self._desk.go(Place.BRAND, brand=brand.name)),
            ("brand.add", lambda: self._desk.import_asked.emit([], brand.name)),
            None,
            ("brand.rename", self.rename),
            ("brand.not_mine" if brand.is_mine else "brand.mine", self.toggle_mine),
            ("brand.not_known" if brand.is_well_known else "brand.known", self.toggle_known),
            None,
            ("chosen.compare", lambda: self.go_with(Place.COMPARE)),
            ("chosen.map", lambda: self.go_with(Place.MAP)),
            ("chosen.export", self.export),
            None,
            ("chosen.delete", self.delete),
        ]

    def _ask_name(self, title: Say, do: str, name: str, named: Callable[[str], object]) -> None:
        hint = "" if name else "naming.new.hint"
        self.dialog = NamingDialog(self._owner, title, do, named, self._names(), name, hint)
        self.dialog.open()

    def _tell_exported(self, news: object) -> None:
        if isinstance(news, Exported):
            self._desk.toast(say("did.exported", count=news.count, folder=news.folder))


def say_error(error: Exception) -> Say:
    """What happened and what to do, as one text."""
    return lambda: " ".join(error_texts(error))
