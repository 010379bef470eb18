"""The positioning map: who stands near whom, on axes of one's choice, and where nobody stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from braind.vocabulary import STYLES, label
from braind_desktop.charts.export import copy_chart, save_chart
from braind_desktop.desk import Desk, Place
from braind_desktop.pages import Page
from braind_desktop.texts import capital, say, spoken_language, tr
from braind_desktop.views.map_scene import AxisNames, Positions, ask_positions, scene_of
from braind_desktop.widgets.basics import Button, Label, Speaking, card, clear, column, row
from braind_desktop.widgets.combo import Combo
from braind_desktop.widgets.drawn import Pictogram
from braind_desktop.widgets.map_canvas import MapCanvas
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.segmented import Segmented
from braind_desktop.widgets.table_copy import TableCopy

FEW_BRANDS = 5
SPOTS = 4
MEASURES = ("lightness", "saturation", "warmth", "pattern", "cohesion")
PAIRS = ("casual:chic", "sports:dandy", "street:girlish", "amekaji:chic")
FIRST_AXES = ("casual:chic", "lightness")
EXPORT_SIZE = QSize(1200, 800)


class MapView(Speaking, Page):
    """A toolbar, the map or its table, and what the library leaves free."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._positions: Positions | None = None
        self._previous = None  # the similarity map that was shown last
        self.context, self.note = Label("", "small"), Label("", "small", wrap=True)
        self.mode = Segmented({"near": "map.near", "axes": "map.axes"}, "near")
        self._wanted: frozenset[str] = frozenset()
        self.x, self.y = Combo(), Combo()
        self.as_table = Button("map.table", "chip")
        self.canvas, self.table = MapCanvas(), QTableWidget(0, 4)
        self.body, self.spots = QStackedWidget(), column(gap=10)
        self.compare, self.save = Button("map.compare"), Button("map.export")
        self.empty = Message(Pictogram("brands", 64), "map.empty", "map.empty.body")
        self.commands = {"export": self.export, "copy_image": self.copy}
        self._lay_out()
        self._connect()
        self.speak()
        self.ask()

    def _lay_out(self) -> None:
        tools = row(
            self.mode, 8, self.x, Label(lambda: "×", "body"), self.y, None,
            self.as_table, self.compare, self.save, gap=8,
        )  # fmt: skip
        for widget in (self.canvas, self.table, self.empty):
            self.body.addWidget(widget)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        TableCopy(self.table)
        self.table.setTabKeyNavigation(False)  # Tab leads on; arrows move inside
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        side = card()
        side.setFixedWidth(280)
        words, scroll = QWidget(), QScrollArea()
        words.setLayout(
            column(
                Label("map.free", "h3"), Label("map.free.about", "small", wrap=True), 8,
                self.spots, None, self.note, margin=(20, 20, 8, 20),
            )
        )  # fmt: skip
        scroll.setObjectName("plain")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(words)
        side.setLayout(column(scroll, margin=(1, 1, 4, 1)))
        middle = row(gap=16)
        middle.addWidget(self.body, 1)
        middle.addWidget(side)
        head = column(self.context, Label("place.map", "h1"), gap=2)
        self.setLayout(column(head, tools, middle, gap=16, margin=(32, 20, 32, 28)))

    def _connect(self) -> None:
        self.desk.library_changed.connect(self.ask)
        self.mode.chosen.connect(lambda _: self.ask())
        for box in (self.x, self.y):
            box.activated.connect(lambda _: self._choose_axes())
        self.as_table.clicked.connect(self._turn)
        self.canvas.opened.connect(lambda name: self.desk.go(Place.BRAND, brand=name))
        self.canvas.picked.connect(self._count_chosen)
        self.compare.clicked.connect(self._compare)
        self.save.clicked.connect(self.export)

    # What a user can do

    def enter(self, what: dict[str, object]) -> None:
        """Choose the brands that were asked for, if any."""
        wanted = what.get("brands")
        if isinstance(wanted, list):
            self._wanted = frozenset(map(str, wanted))
            self._choose_wanted()

    def ask(self) -> None:
        """Ask for the map that the toolbar describes."""
        question = ask_positions(self._axes(), self._previous)
        self.desk.ask(self, question, self.show_positions, self.desk.tell_failure)

    def export(self) -> None:
        """Write the map as it is seen into a picture, a drawing or a page."""
        kinds = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        name, kind = QFileDialog.getSaveFileName(self, tr("map.export"), "map.png", kinds)
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(f".{kind[:3].lower()}")
        saved = save_chart(path, EXPORT_SIZE, self.canvas.paint_on)
        self.desk.toast(say("map.saved" if saved else "map.not_saved", name=path.name))

    def copy(self) -> None:
        """Put the map on the clipboard."""
        copy_chart(EXPORT_SIZE, self.canvas.paint_on)
        self.desk.toast(say("map.copied"))

    # What is seen

    def show_positions(self, positions: Positions) -> None:
        """Draw a map and list what is free."""
        self._positions = positions
        if positions.map.axes is None:
            self._previous = positions.map
        scene = scene_of(positions)
        self.canvas.show_scene(scene)
        self._choose_wanted()
        self._fill_table()
        self._show_spots()
        self._count_chosen()
        count, looks = len(scene.brands), sum(brand.looks for brand in scene.brands)
        self.context.say(say("map.context", count=count, looks=f"{looks:,}"))
        self.note.say(lambda: self._notes(count))
        self._show_body()

    def _notes(self, count: int) -> str:
        assert self._positions
        trust = self._positions.map.trust
        told = [tr("map.note")] if trust is not None else []
        told += [tr("map.trust", share=f"{trust:.2f}")] if trust is not None else []
        told += [tr("map.few")] if count < FEW_BRANDS else []
        return "\n\n".join(told)

    def _show_body(self) -> None:
        shown = self.table if self.as_table.isChecked() else self.canvas
        self.body.setCurrentWidget(shown if self.canvas.scene.brands else self.empty)

    def _fill_table(self) -> None:
        brands = sorted(self.canvas.scene.brands, key=lambda brand: brand.name)
        self.table.setRowCount(len(brands))
        for line, brand in enumerate(brands):
            style = capital(label(brand.style, spoken_language()))
            told = (brand.name, style, f"{brand.x:+.2f}", f"{brand.y:+.2f}")
            for place, words in enumerate(told):
                self.table.setItem(line, place, QTableWidgetItem(words))

    def _show_spots(self) -> None:
        clear(self.spots)
        assert self._positions
        for spot in self._positions.spots[:SPOTS]:
            language = spoken_language()
            mix = " + ".join(
                f"{capital(label(style, language))} {share:.0%}" for style, share in spot.styles
            )
            near = ", ".join(brand.name for brand in spot.nearest[:2])
            self.spots.addWidget(Label(lambda mix=mix: mix, "strong", wrap=True))
            self.spots.addWidget(Label(say("map.nearest", names=near), "small", wrap=True))
        if not self._positions.spots:
            self.spots.addWidget(Label("map.full", "small", wrap=True))

    def _choose_wanted(self) -> None:
        """Once, when the brands are on the map: afterwards the choice is the user's."""
        found = {brand.id for brand in self.canvas.scene.brands if brand.name in self._wanted}
        if found:
            self.canvas.chosen, self._wanted = frozenset(found), frozenset()
            self.canvas.update()
            self._count_chosen()

    def _count_chosen(self) -> None:
        self.compare.setEnabled(len(self.canvas.chosen) == 2)

    def _compare(self) -> None:
        ours, theirs = self.canvas.chosen_names()
        self.desk.go(Place.COMPARE, brands=[ours, theirs])

    def _turn(self) -> None:
        self._show_body()

    def _choose_axes(self) -> None:
        self.mode.show_choice("axes")
        self.ask()

    def _axes(self) -> AxisNames:
        if not self.mode.buttons["axes"].isChecked():
            return None
        return str(self.x.currentData()), str(self.y.currentData())

    def speak(self) -> None:
        """Say it in the language of the window."""
        for box, first in zip((self.x, self.y), FIRST_AXES, strict=True):
            chosen = box.currentData() or first
            box.clear()
            for name in (*PAIRS, *STYLES, *MEASURES):
                box.addItem(_axis_name(name), str(name))
            box.setCurrentIndex(box.findData(chosen))
        self.x.setAccessibleName(tr("map.x"))
        self.y.setAccessibleName(tr("map.y"))
        self.table.setAccessibleName(tr("place.map"))
        heads = ("map.brand_column", "map.style", "map.x", "map.y")
        self.table.setHorizontalHeaderLabels([tr(key) for key in heads])
        if self._positions:
            self.show_positions(self._positions)


def _axis_name(name: str) -> str:
    if name in MEASURES:
        return tr(f"map.axis.{name}")
    return " ↔ ".join(capital(label(style, spoken_language())) for style in name.split(":"))
