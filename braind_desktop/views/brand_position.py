"""The tab of a brand's place: on the map, season by season, and if something were left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from braind_desktop.views.brand_cards import Card
from braind_desktop.views.brand_depths import DriftCard, WhatIfCard
from braind_desktop.views.brand_overview import scroll_of
from braind_desktop.views.brand_scene import Depths, Facts
from braind_desktop.views.map_scene import Positions, scene_of
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.map_canvas import MapCanvas


class PlaceCard(Card):
    """A small positioning map; ``opened`` brings a brand, ``enlarged`` asks for the page."""

    opened = Signal(str)
    enlarged = Signal()

    def __init__(self) -> None:
        super().__init__("map.title")
        self.canvas, large = MapCanvas(), Button("map.open", "quiet")
        self.canvas.setMinimumHeight(420)
        self.canvas.opened.connect(self.opened)
        large.clicked.connect(self.enlarged)
        self.setLayout(
            column(
                self.title, Label("map.about", "small"), 4, self.canvas, row(large, None),
                gap=4, margin=20,
            )
        )  # fmt: skip

    def show_positions(self, positions: Positions, brand_id: int) -> None:
        """Show where the brands stand, this one chosen."""
        self.canvas.chosen = frozenset([brand_id])
        self.canvas.show_scene(scene_of(positions))


class PositionTab(QWidget):
    """Map and what-if beside each other, seasons beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.place, self.drift, self.what_if = PlaceCard(), DriftCard(), WhatIfCard()
        self._brand_id = 0
        top = row(gap=16)
        top.addWidget(self.place, 2)
        top.addWidget(self.what_if, 1)
        self.setLayout(row(scroll_of(top, self.drift), gap=0))

    def show_facts(self, facts: Facts) -> None:
        """Another brand's place is shown from now on."""
        self._brand_id = facts.card.brand.id

    def show_depths(self, depths: Depths, outliers: tuple[int, ...]) -> None:
        """Show what took longer."""
        self.drift.show_depths(depths)
        self.what_if.show_depths(depths, outliers)

    def show_positions(self, positions: Positions) -> None:
        """Show the map."""
        self.place.show_positions(positions, self._brand_id)
