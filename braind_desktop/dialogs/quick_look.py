"""A look large, or a pair of looks side by side with what makes them alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from braind.domain import EvidencePair, Photo
from braind.wording import outfit_words
from braind_desktop.charts.bars import Share
from braind_desktop.charts.pairs import paint_photo
from braind_desktop.desk import Desk
from braind_desktop.item_models.looks import LookModel, spoken
from braind_desktop.pictures import image_of
from braind_desktop.texts import Say, capital, say, spoken_language
from braind_desktop.theme import Theme
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.chart import Chart
from braind_desktop.widgets.share_rows import ShareRows, part_shares

if TYPE_CHECKING:
    from braind.engine import Engine

WIDE, HIGH = 480, 600


class LargePicture(Chart):
    """A picture that fills its place, whole."""

    def __init__(self) -> None:
        super().__init__(WIDE, HIGH)
        self.image = QImage()
        # It has the keyboard: a button would take Space and the arrows for itself.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage, words: Say) -> None:
        """Show another picture."""
        self.image = image
        self.show_chart(self._paint_image, words)

    def _paint_image(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        paint_photo(painter, rect, self.image, theme)


class QuickLook(QDialog):
    """The original photo of a look of a list; arrows go on, Space and Escape close."""

    def __init__(self, owner: QWidget, desk: Desk, model: LookModel, row_number: int) -> None:
        super().__init__(owner)
        self._desk, self._model, self.row = desk, model, row_number
        self.setWindowTitle(say("look.quick")())
        self.picture, self.words = LargePicture(), Label("", "strong", wrap=True)
        self.note = Label("", "small", wrap=True)
        self.previous, self.following = Button("quick.previous"), Button("quick.next")
        close = Button("quick.close", hint="Space")
        close.clicked.connect(self.accept)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.following.clicked.connect(lambda: self.go(1))
        for button in (self.previous, self.following, close):
            button.setAutoDefault(False)
        foot = row(self.previous, self.following, None, close)
        self.setLayout(column(self.picture, self.words, self.note, 8, foot, gap=4, margin=20))
        self.picture.setFocus()
        self.go(0)

    def go(self, step: int) -> None:
        """Show the look that many places on."""
        self.row = min(max(0, self.row + step), self._model.rowCount() - 1)
        card = self._model.card(self.row)
        self.previous.setEnabled(self.row > 0)
        self.following.setEnabled(self.row < self._model.rowCount() - 1)
        self.words.say(lambda: spoken(card))
        look_id = card.look.id
        self._desk.ask(self, lambda engine: _stored(engine, look_id), self._show_stored, slot="now")
        self._desk.ask(
            self, lambda engine: _original(engine, look_id), self._show_original, self._miss
        )

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Arrows go on, Space closes."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key.key()))
        if step:
            self.go(step)
        elif key.key() == Qt.Key.Key_Space:
            self.accept()
        else:
            super().keyPressEvent(key)

    def _show_stored(self, image: QImage) -> None:
        self.note.say("")
        self.picture.show_image(image, self.words.text)

    def _show_original(self, photo: Photo) -> None:
        self.note.say("quick.original")
        self.picture.show_image(image_of(photo.pixels), self.words.text)

    def _miss(self, error: Exception) -> None:
        self.note.say("quick.missing")


class PairLook(QDialog):
    """Two look-alike looks with their outfits, and the share of each part in their likeness."""

    def __init__(
        self, owner: QWidget, desk: Desk, pair: EvidencePair, names: Sequence[str]
    ) -> None:
        super().__init__(owner)
        self.pair = pair
        self.setWindowTitle(say("look.quick")())
        self.pictures, self.words = [LargePicture(), LargePicture()], [Label("", "small", wrap=True)
                                                                    for _ in range(2)]  # fmt: skip
        sides = row(gap=16)
        for picture, words, name in zip(self.pictures, self.words, names, strict=True):
            picture.setMinimumSize(300, 400)
            sides.addLayout(column(Label(lambda name=name: name, "h3"), picture, words), 1)
        self.parts = ShareRows()
        self.parts.show_shares(self._shares)
        close = Button("quick.close", hint="Space")
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        self.setLayout(
            column(
                sides, 8, Label("quick.parts", "strong"), self.parts, 8, row(None, close),
                gap=4, margin=20,
            )
        )  # fmt: skip
        self.pictures[0].setFocus()
        desk.ask(self, lambda engine: _both(engine, pair), self._show)

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Space closes."""
        if key.key() == Qt.Key.Key_Space:
            self.accept()
        else:
            super().keyPressEvent(key)

    def _shares(self) -> list[Share]:
        return part_shares(self.pair.parts, token="compare")

    def _show(self, both: Sequence[tuple[QImage, tuple[object, ...]]]) -> None:
        for picture, words, (image, answers) in zip(self.pictures, self.words, both, strict=True):
            words.say(lambda answers=answers: capital(outfit_words(answers, spoken_language())))
            picture.show_image(image, words.text)


def _stored(engine: Engine, look_id: int) -> QImage:
    return QImage.fromData(engine.thumbnails([look_id])[look_id])


def _original(engine: Engine, look_id: int) -> Photo:
    return engine.original(look_id)


def _both(engine: Engine, pair: EvidencePair) -> list[tuple[QImage, tuple[object, ...]]]:
    looks = engine.looks_by_id([pair.query_look, pair.look])
    return [(_stored(engine, look.id), look.answers) for look in looks]
