"""What can be done with selected looks, wherever they are selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from braind_desktop import actions_looks
from braind_desktop.desk import Desk, Place
from braind_desktop.dialogs.correcting import CorrectingDialog
from braind_desktop.reveal import file_of, reveal
from braind_desktop.texts import say
from braind_desktop.widgets.look_tile import LookGrid
from braind_desktop.widgets.menus import Entry, show_menu

if TYPE_CHECKING:
    from braind.engine import Engine, LookCard


class LookMenu(QObject):
    """The actions on the looks that are selected in a grid; ``peeked`` asks for a quick look."""

    peeked = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget, grid: LookGrid) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._grid = desk, owner, grid
        self.dialog: CorrectingDialog | None = None
        grid.customContextMenuRequested.connect(self._open_at)
        grid.peeked.connect(lambda index: self.peeked.emit(index.row()))
        grid.opened.connect(lambda index: self.peeked.emit(index.row()))

    @property
    def chosen(self) -> list[LookCard]:
        """The selected looks, in the order in which they are shown."""
        return [self._grid.model().card(row) for row in self._grid.chosen_rows()]

    def exclude(self) -> None:
        """Keep the looks out of the profile, or count them again."""
        if cards := self.chosen:
            actions_looks.exclude(self._desk, cards, not cards[0].edit.is_excluded)

    def pin(self) -> None:
        """Call the looks representative, or not any more."""
        if cards := self.chosen:
            actions_looks.pin(self._desk, cards, not cards[0].edit.is_pinned)

    def remove(self) -> None:
        """Put the looks into the trash."""
        if cards := self.chosen:
            actions_looks.remove(self._desk, cards)

    def correct(self) -> None:
        """Ask what is right about the look in front."""
        for card in self.chosen[:1]:
            self.dialog = CorrectingDialog(
                self._owner,
                card,
                lambda answers, card=card: actions_looks.correct(self._desk, card, answers),
            )
            self.dialog.open()

    def match(self) -> None:
        """Find the brands that the photo of the look in front is like."""
        self._with_file(lambda file: self._desk.go(Place.MATCH, sources=[file]))

    def reveal(self) -> None:
        """Show the photo of the look in front in the file manager."""
        self._with_file(reveal)

    def copy_image(self) -> None:
        """Put the picture of the look in front on the clipboard."""
        for card in self.chosen[:1]:
            wanted = [card.look.id]
            self._desk.ask(self, partial(_pictures, look_ids=wanted), self._copied)

    def _copied(self, pictures: dict[int, bytes]) -> None:
        for picture in pictures.values():
            QGuiApplication.clipboard().setImage(QImage.fromData(picture))
            self._desk.toast(say("did.copied"))

    def _with_file(self, do: Callable[[Path], object]) -> None:
        for card in self.chosen[:1]:
            file = file_of(card.look.path)
            if file:
                do(file)
            else:
                self._desk.toast(say("file.missing"))

    def entries(self) -> list[Entry]:
        """The menu of the look in front."""
        edit, row = self.chosen[0].edit, self._grid.chosen_rows()[0]
        return [
            ("look.quick", lambda: self.peeked.emit(row)),
            None,
            ("look.include" if edit.is_excluded else "look.exclude", self.exclude),
            ("look.unpin" if edit.is_pinned else "look.pin", self.pin),
            ("look.correct", self.correct),
            None,
            ("look.match", self.match),
            ("look.reveal", self.reveal),
            ("look.copy", self.copy_image),
            None,
            ("look.remove", self.remove),
        ]

    def _open_at(self, place: QPoint) -> None:
        index = self._grid.indexAt(place)
        if index.isValid():
            if index not in self._grid.selectedIndexes():
                self._grid.setCurrentIndex(index)
            show_menu(self._owner, self.entries(), self._grid.viewport().mapToGlobal(place))


def _pictures(engine: Engine, look_ids: list[int]) -> dict[int, bytes]:
    return engine.thumbnails(look_ids)
