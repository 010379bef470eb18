"""One table of colours, and from it Qt's palette and the style sheet.

Decision: ``Theme`` is the only truth about what is shown, because not every platform lets an
application choose its colour scheme. Style sheets are for radius, padding and borders.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

FONTS = (
    "Pretendard", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR",
    "NanumGothic", "Segoe UI", "sans-serif",
)  # fmt: skip

BODY = 13  # pixels
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)

# Token: (light, dark). Every text pair is at least 4.5 : 1.
TOKENS = {
    "bg": ("#FAF8F5", "#141312"), "surface": ("#FFFFFF", "#1C1B19"),
    "paper": ("#F4F2EE", "#F4F2EE"),  # the ground of the library's thumbnails
    "sunken": ("#F1EEE9", "#100F0E"), "overlay": ("#FFFFFF", "#262421"),
    "line": ("#E4DFD7", "#33302C"), "line_strong": ("#8C857B", "#7F786E"),
    "ink": ("#1B1A18", "#F3F0EA"), "ink2": ("#57524B", "#BDB6AB"),
    "ink3": ("#716B62", "#968F84"), "disabled": ("#A39B90", "#6B655C"),
    "accent": ("#7A2E3A", "#E29AA3"), "accent_hover": ("#682531", "#EDB1B8"),
    "accent_soft": ("#F6E9EA", "#3A2226"), "on_accent": ("#FFFFFF", "#2A0E13"),
    "compare": ("#2F5D7C", "#8FC1E3"),  # the other series, always dashed as well
    "focus": ("#1F5FBF", "#7FB0FF"), "ok": ("#2F6B45", "#86CFA0"),
    "ok_soft": ("#E6F1EA", "#1C2E23"), "warn": ("#8A5A00", "#E7B85A"),
    "warn_soft": ("#FBF1DC", "#332813"), "err": ("#B3261E", "#FF9B91"),
    "err_soft": ("#FBE9E7", "#3A1E1B"),
}  # fmt: skip

# Role of a label: (pixels, weight, token).
TYPE = {
    "wordmark": (20, 700, "ink"), "micro": (11, 400, "ink3"), "display": (40, 700, "ink"),
    "h1": (28, 700, "ink"), "h2": (20, 600, "ink"),
    "rank": (28, 700, "ink3"), "name": (18, 600, "ink"), "h3": (16, 600, "ink"),
    "lead": (14, 400, "ink2"), "body": (13, 400, "ink2"), "strong": (13, 600, "ink"),
    "small": (12, 400, "ink3"), "badge": (12, 600, "on_accent"),
}  # fmt: skip

_SHEET = """
QMainWindow, QScrollArea, #page {{ background: {bg}; border: none; }}
QScrollArea#readable {{ border: 2px solid transparent; border-radius: 12px; }}
QScrollArea#readable:focus {{ border-color: {focus}; }}
QScrollArea#plain, QScrollArea#plain > QWidget > QWidget {{ background: transparent; }}
QLabel {{ background: transparent; }}
QMenuBar {{ background: {bg}; color: {ink2}; padding: 2px 24px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {sunken}; color: {ink}; }}
QMenu {{ background: {overlay}; border: 1px solid {line}; padding: 6px; }}
QMenu::item {{ padding: 6px 24px 6px 28px; border-radius: 4px; color: {ink}; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QToolTip {{ background: {overlay}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
#sidebar {{ background: {sunken}; border: none; }}
#toast {{ background: {overlay}; border: 1px solid {line_strong}; border-radius: 8px; }}
#card {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; }}
#panel {{ background: {overlay}; border: none; border-left: 1px solid {line}; }}
#panelInside, #panelArea {{ background: {overlay}; border: none; }}
#notice {{ background: {warn_soft}; color: {warn}; border-radius: 6px; padding: 8px 12px; }}
QPushButton {{ min-height: 30px; padding: 0 16px; border-radius: 6px; font-weight: 500;
  background: {surface}; color: {ink}; border: 1px solid {line_strong}; }}
QPushButton:hover {{ border-color: {ink}; }}
QPushButton:pressed {{ background: {sunken}; }}
QPushButton:disabled {{ color: {disabled}; border-color: {line}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent};
  border: 1px solid {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; color: {disabled};
  border-color: {line}; }}
QPushButton[kind="quiet"] {{ border: none; border-bottom: 1px solid {line}; border-radius: 0;
  background: transparent; color: {ink2}; padding: 0; min-height: 24px; }}
QPushButton[kind="quiet"]:hover {{ color: {accent}; border-color: {accent}; }}
QPushButton[kind="link"] {{ border: none; background: transparent; color: {ink2}; padding: 0;
  min-height: 26px; text-align: left; font-weight: 400; }}
QPushButton[kind="link"]:hover {{ color: {accent}; }}
QPushButton[kind="chip"] {{ min-height: 26px; padding: 0 10px; border-radius: 13px;
  border: 1px solid transparent; background: {sunken}; color: {ink2}; font-size: {chip}px; }}
QPushButton[kind="chip"]:hover {{ color: {ink}; border-color: {line}; }}
QPushButton[kind="chip"]:checked {{ background: {accent_soft}; color: {accent}; }}
QPushButton[kind="chip"]:disabled {{ color: {disabled}; }}
QPushButton:focus {{ border: 2px solid {focus}; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="err"] {{ color: {err}; }}
QLabel[role="rank"][first="true"] {{ color: {accent}; }}
#step:focus {{ border: 2px solid {focus}; border-radius: 6px; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: 30px; padding: 0 10px; border-radius: 6px;
  background: {surface}; color: {ink}; border: 1px solid {line_strong};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {focus}; padding: 0 9px;
  min-height: 28px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox QAbstractItemView {{ background: {overlay}; color: {ink}; border: 1px solid {line};
  selection-background-color: {accent_soft}; selection-color: {ink}; padding: 4px; }}
QCheckBox, QRadioButton {{ color: {ink2}; spacing: 8px; }}
QCheckBox::indicator:unchecked {{ width: 12px; height: 12px; border-radius: 3px;
  background: {surface}; border: 1px solid {line_strong}; }}
QRadioButton::indicator:unchecked {{ width: 12px; height: 12px; border-radius: 7px;
  background: {surface}; border: 1px solid {line_strong}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {ink}; text-decoration: underline; }}
QListWidget#sections {{ background: transparent; border: none; outline: none; }}
QListWidget#sections::item {{ padding: 8px 12px; border-radius: 6px; color: {ink2}; }}
QListWidget#sections::item:selected {{ background: {sunken}; color: {ink}; font-weight: 600; }}
QTableWidget, QTableView, QTextBrowser, QListView#grid {{ background: {surface}; color: {ink2};
  border: 1px solid {line}; border-radius: 6px; gridline-color: {line}; outline: none;
  selection-background-color: {accent_soft}; selection-color: {ink}; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView::section {{ background: {surface}; color: {ink3}; border: none;
  border-bottom: 1px solid {line}; padding: 6px 8px; }}
QListView#grid {{ background: transparent; border: none; outline: none; }}
QLabel[role="badge"] {{ background: {accent}; border-radius: 10px; padding: 2px 10px; }}
#hairline {{ background: {line}; border: none; }}
QLabel[lead="true"] {{ color: {accent}; }}
QPushButton[kind="tab"] {{ min-height: 34px; padding: 0 2px; border: none; border-radius: 0;
  border-bottom: 2px solid transparent; background: transparent; color: {ink2};
  font-size: {tab}px; }}
QPushButton[kind="tab"]:hover {{ color: {ink}; }}
QPushButton[kind="tab"]:checked {{ color: {ink}; font-weight: 600; border-color: {accent}; }}
#selection {{ background: {overlay}; border: 1px solid {line_strong}; border-radius: 12px; }}
QDialog {{ background: {overlay}; }}
QProgressBar {{ background: {sunken}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line_strong}; border-radius: 3px; min-height: 48px;
  margin: 0 0 0 6px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; height: 0; }}
"""


class Mode(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look of the window."""

    dark: bool
    scale: float = 1.0  # of every text

    def pixels(self, size: float) -> int:
        """A text size in pixels, as large as the user wants it."""
        return round(size * self.scale)

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(TOKENS[token][self.dark])

    def sheet(self) -> str:
        """The style sheet."""
        roles = "".join(
            f'QLabel[role="{role}"] {{ font-size: {self.pixels(size)}px; font-weight: {weight};'
            f" color: {TOKENS[token][self.dark]}; }}\n"
            for role, (size, weight, token) in TYPE.items()
        )
        colors = {name: pair[self.dark] for name, pair in TOKENS.items()}
        return roles + _SHEET.format(chip=self.pixels(12), tab=self.pixels(14), **colors)

    def palette(self) -> QPalette:
        """Qt's palette, for what the style sheet leaves alone."""
        role = QPalette.ColorRole
        named = {
            role.Window: "bg", role.WindowText: "ink", role.Base: "surface",
            role.AlternateBase: "sunken", role.Text: "ink", role.Button: "surface",
            role.ButtonText: "ink", role.ToolTipBase: "overlay", role.ToolTipText: "ink",
            role.PlaceholderText: "ink3", role.Highlight: "accent", role.Link: "accent",
            role.HighlightedText: "on_accent", role.Mid: "line_strong", role.Midlight: "line",
            role.Dark: "line_strong", role.Light: "surface", role.Shadow: "line",
        }  # fmt: skip
        palette = QPalette()
        for which, token in named.items():
            palette.setColor(which, self.color(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.color("disabled"))
        return palette

    def box_palette(self) -> QPalette:
        """The same with boxes that can be seen: the style outlines them a little darker."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.color("line_strong").lighter(125))
        return palette


class ThemeSwitch(QObject):
    """Applies a theme to the application and follows the system where the user wants that."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.mode = Mode.SYSTEM
        self.scale = 1.0
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(Mode.SYSTEM)

    def choose(self, mode: Mode) -> None:
        """Show the light or the dark theme, or whichever the system shows."""
        self.mode = mode
        scheme = Qt.ColorScheme
        hints = self._app.styleHints()
        wanted = {Mode.LIGHT: scheme.Light, Mode.DARK: scheme.Dark}.get(mode, scheme.Unknown)
        hints.setColorScheme(wanted)
        chosen = hints.colorScheme() if mode is Mode.SYSTEM else wanted
        self._show(chosen is scheme.Dark)

    def resize_text(self, scale: float) -> None:
        """Make every text larger or smaller than usual: one of ``SCALES``."""
        self.scale = scale
        self.choose(self.mode)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if self.mode is Mode.SYSTEM:
            self._show(scheme is Qt.ColorScheme.Dark)

    def _show(self, dark: bool) -> None:
        theme = Theme(dark, self.scale)
        self._app.setProperty("dark", dark)
        self._app.setProperty("scale", self.scale)
        font = QFont()
        font.setFamilies(list(FONTS))
        font.setPixelSize(theme.pixels(BODY))
        self._app.setFont(font)
        self._app.setPalette(theme.palette())
        for kind in ("QCheckBox", "QRadioButton"):
            self._app.setPalette(theme.box_palette(), kind)
        self._app.setStyleSheet(theme.sheet())


def shown_theme() -> Theme:
    """The theme that the application shows now, for widgets that paint themselves."""
    app = QApplication.instance()
    return Theme(
        bool(app and app.property("dark")), float(app.property("scale") or 1) if app else 1.0
    )
