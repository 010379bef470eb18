"""The way between the pages, at the left edge of the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout

from braind_desktop.desk import Place
from braind_desktop.texts import plain, tr
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, widgets_in
from braind_desktop.widgets.icons import draw_icon

WIDE, NARROW = 216, 64
PADDING = 12
RECENT = 3


class NavButton(Speaking, QAbstractButton):
    """One place: icon, name and shortcut; the name goes when there is no room."""

    def __init__(self, place: Place, shortcut: str) -> None:
        super().__init__()
        self.place, self._shortcut = place, shortcut
        self.setCheckable(True)
        self.setFixedHeight(40)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        name = tr(f"place.{self.place}")
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._shortcut})" if self._shortcut else name)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the folded sidebar; it takes what there is."""
        return QSize(NARROW, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the chosen place, icon, name and shortcut."""
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(PADDING, 2, -PADDING, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface" if self.isChecked() else "line"))
            painter.drawRoundedRect(area, 6, 6)
        if self.isChecked():
            painter.setBrush(theme.color("accent"))
            painter.drawRect(area.left(), area.top() + 10, 3, area.height() - 20)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("focus"))
            painter.drawRoundedRect(area, 6, 6)
        color = theme.color("ink" if self.isChecked() else "ink2")
        draw_icon(painter, self.place, area.left() + 10, area.center().y() - 9, 20, color)
        if self.width() > 2 * NARROW:
            self._write(painter, area.adjusted(42, 0, -10, 0))

    def _write(self, painter: QPainter, area: QRect) -> None:
        """The name, and the shortcut where both have room."""
        theme, middle = shown_theme(), Qt.AlignmentFlag.AlignVCenter
        font = self.font()
        font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if self.isChecked() else "ink2"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, name)
        taken = metrics.horizontalAdvance(name)
        font.setWeight(font.Weight.Normal)
        font.setPixelSize(max(10, font.pixelSize() - 2))
        painter.setFont(font)
        if taken + 8 + painter.fontMetrics().horizontalAdvance(self._shortcut) <= area.width():
            painter.setPen(theme.color("ink3"))
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, self._shortcut)


class Sidebar(QFrame):
    """Wordmark, places, and at the bottom what works in the background."""

    chosen = Signal(object)  # Place
    library_chosen = Signal(object)  # Path

    def __init__(self, places: Iterable[tuple[Place, str]], settled: Iterable[Place]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.buttons: dict[Place, NavButton] = {}
        self._group = QButtonGroup(self)
        self.wordmark = Label(lambda: "BRAIND", "wordmark")
        self.motto = Label("motto", "micro")
        head = column(self.wordmark, self.motto, gap=0, margin=(24, 24, 8, 20))
        self.recent = column(gap=2, margin=(24, 20, 12, 0))
        self.places, self.middle, self.foot = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self.places, self.middle, self.foot):
            layout.setSpacing(0)
        for place, shortcut in places:
            self._add(place, shortcut, self.foot if place in settled else self.places)
        self.setLayout(
            column(
                head,
                self.places,
                self.recent,
                self.middle,
                None,
                self.foot,
                gap=8,
                margin=(0, 0, 0, 16),
            )
        )
        self._is_narrow = False
        self._fit()

    def _add(self, place: Place, shortcut: str, where: QVBoxLayout) -> None:
        button = NavButton(place, shortcut)
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._group.addButton(button)
        self.buttons[place] = button
        where.addWidget(button)

    def show_place(self, place: Place) -> None:
        """Mark where one is; a brand is a part of the library."""
        self.buttons[Place.LIBRARY if place is Place.BRAND else place].setChecked(True)

    def show_recent(self, libraries: Sequence[tuple[Path, str]]) -> None:
        """List the libraries that were open before this one."""
        clear(self.recent)
        if libraries:
            self.recent.addWidget(Label("sidebar.recent", "micro"))
        for path, name in libraries[:RECENT]:
            button = Button(lambda name=name: name, "link")
            button.setToolTip(plain(str(path)))
            button.clicked.connect(lambda _=False, path=path: self.library_chosen.emit(path))
            self.recent.addWidget(button)

    def fold(self, narrow: bool) -> None:
        """Icons only, or with names."""
        self._is_narrow = narrow
        self._fit()
        for part in (self.wordmark, self.motto, *widgets_in(self.recent)):
            part.setVisible(not narrow)

    def _fit(self) -> None:
        """Names grow with the text, icons and margins do not."""
        wide = round(WIDE * (1 + shown_theme().scale) / 2)
        self.setFixedWidth(NARROW if self._is_narrow else wide)

    def changeEvent(self, change: QEvent) -> None:
        """Larger text makes a wider sidebar."""
        super().changeEvent(change)
        if change.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """Buttons paint themselves by their width."""
        super().resizeEvent(resize)
        for button in self.buttons.values():
            button.update()
