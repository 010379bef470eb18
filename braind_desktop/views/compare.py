"""Two brands side by side: what they share, what sets them apart, and the photos that show it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFileDialog,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from braind.domain import Brand
from braind_desktop.charts.export import copy_chart, save_chart
from braind_desktop.desk import Desk
from braind_desktop.pages import Page
from braind_desktop.texts import Say, error_texts, say, spoken_language, tr
from braind_desktop.views.compare_cards import (
    LikenessCard,
    OwnLooksCard,
    PairCard,
    SentenceCard,
    StyleCard,
)
from braind_desktop.views.compare_scene import Comparison, ask_comparison
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.combo import Combo
from braind_desktop.widgets.drawn import Pictogram
from braind_desktop.widgets.message import Message

if TYPE_CHECKING:
    from braind.engine import Difference, Engine

PICKER_WIDTH = 260


class CompareView(Speaking, Page):
    """Two pickers, and the comparison of what they hold."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: list[str] = []
        self.left, self.right = _picker(), _picker()
        self.swap, self.save = Button("compare.swap"), Button("compare.export")
        self.styles, self.likeness = StyleCard(), LikenessCard()
        self.shared = SentenceCard("compare.shared")
        self.apart = SentenceCard("compare.apart")
        self.pairs, self.own = PairCard(), OwnLooksCard()
        self.message = Message(Pictogram("brands", 64), "compare.two", "compare.two.body")
        self.inside, self.scroll, self.body = QWidget(), QScrollArea(), QStackedWidget()
        self.commands = {"export": self.export, "copy_image": self.copy}
        self._lay_out()
        for picker in (self.left, self.right):
            picker.activated.connect(lambda _: self.ask())
        self.swap.clicked.connect(self._swap)
        self.save.clicked.connect(self.export)
        desk.library_changed.connect(self._ask_brands)
        self.speak()

    def _lay_out(self) -> None:
        top = row(gap=16)
        top.addWidget(self.styles, 1)
        top.addWidget(self.likeness, 1)
        words = row(gap=16)
        words.addWidget(self.shared, 1)
        words.addWidget(self.apart, 1)
        self.inside.setObjectName("page")
        self.inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inside.setLayout(column(top, words, self.pairs, self.own, None, gap=16))
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setObjectName("readable")  # nothing inside takes the focus: arrows scroll it
        self.scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scroll.setWidget(self.inside)
        self.body.addWidget(self.message)
        self.body.addWidget(self.scroll)
        pickers = row(self.left, self.swap, self.right, None, self.save, gap=12)
        title = Label("place.compare", "h1")
        self.setLayout(column(title, pickers, self.body, gap=16, margin=(32, 28, 32, 24)))

    # What a user can do

    def enter(self, what: dict[str, object]) -> None:
        """Compare what was asked for, or what the pickers hold."""
        wanted = what.get("brands")
        self._wanted = [str(name) for name in wanted] if isinstance(wanted, list) else []
        self._ask_brands()

    def ask(self) -> None:
        """Compare the two brands that are picked."""
        ours, theirs = self.left.currentText(), self.right.currentText()
        if not ours or not theirs:
            self._tell("compare.two", "compare.two.body")
        elif ours == theirs:
            self._tell("compare.same", "compare.same.body")
        else:
            question = ask_comparison(ours, theirs)
            self.desk.ask(self, question, self.show_comparison, self._show_failure, "compare")

    def export(self) -> None:
        """Write the comparison as it is seen."""
        kinds = "PNG (*.png);;PDF (*.pdf);;SVG (*.svg)"
        name, kind = QFileDialog.getSaveFileName(self, tr("compare.export"), "compare.png", kinds)
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.{kind[:3].lower()}")
            saved = save_chart(path, self.inside.size(), self._paint)
            self.desk.toast(say("map.saved" if saved else "map.not_saved", name=path.name))

    def copy(self) -> None:
        """Put the comparison on the clipboard as a picture."""
        copy_chart(self.inside.size(), self._paint)
        self.desk.toast(say("compare.copied"))

    def _swap(self) -> None:
        ours, theirs = self.left.currentIndex(), self.right.currentIndex()
        self.left.setCurrentIndex(theirs)
        self.right.setCurrentIndex(ours)
        self.ask()

    # What is seen

    def show_comparison(self, both: Comparison) -> None:
        """Fill every card."""
        for part in (self.styles, self.likeness, self.pairs, self.own):
            part.show_comparison(both)
        difference, other = both.ours.difference, both.theirs.name
        self.shared.show_sentences([_shared(one) for one in difference.shared])
        self.apart.show_sentences([_apart(one, other) for one in difference.apart])
        self.body.setCurrentWidget(self.scroll)
        self.save.setEnabled(True)

    def _ask_brands(self) -> None:
        self.desk.ask(
            self, lambda engine: engine.brands(), self._offer, self._show_failure, "brands"
        )

    def _offer(self, brands: list[Brand]) -> None:
        """Fill the pickers; one's own brand comes first on the left."""
        held = [brand for brand in brands if brand.looks]
        names = [brand.name for brand in held]
        mine = [brand.name for brand in held if brand.is_mine]
        wanted = self._wanted or [self.left.currentText() or (mine or names or [""])[0],
                                  self.right.currentText()]  # fmt: skip
        for picker, name in zip((self.left, self.right), [*wanted, "", ""], strict=False):
            picker.clear()
            picker.addItems(names)
            picker.setCurrentIndex(picker.findText(name))
        self._wanted = []
        self.ask()

    def _tell(self, title: str, body: str) -> None:
        self.message.title.say(title)
        self.message.body.say(body)
        self.body.setCurrentWidget(self.message)
        self.save.setEnabled(False)

    def _show_failure(self, error: Exception) -> None:
        self.message.title.say(lambda: error_texts(error)[0])
        self.message.body.say(lambda: error_texts(error)[1])
        self.body.setCurrentWidget(self.message)

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        self.inside.render(painter, QPoint())

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.scroll.setAccessibleName(tr("place.compare"))
        for picker, name in ((self.left, "compare.left"), (self.right, "compare.right")):
            picker.setAccessibleName(tr(name))
            picker.setPlaceholderText(tr("compare.pick"))
            edit = picker.lineEdit()
            if edit:
                edit.setPlaceholderText(tr("compare.pick"))
                edit.setAccessibleName(tr(name))


def _picker() -> Combo:
    picker = Combo()
    picker.setFixedWidth(PICKER_WIDTH)
    picker.setEditable(True)
    picker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = picker.completer()
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return picker


def _brands(engine: Engine) -> list[Brand]:
    return engine.brands()


def _shared(one: Difference) -> Say:
    from braind.engine import shared_sentence

    return lambda: shared_sentence(one, spoken_language())


def _apart(one: Difference, other: str) -> Say:
    from braind.engine import apart_sentence

    return lambda: apart_sentence(one, other, spoken_language())
