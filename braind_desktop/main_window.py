"""The window: a frame with sidebar and menus around the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from braind_desktop.desk import Desk, Place
from braind_desktop.libraries import ENDING, name_of
from braind_desktop.menus import SIDEBAR_KEYS, Do, Menus
from braind_desktop.pages import PAGES, Page, make_page
from braind_desktop.support import log_folder, open_dialog
from braind_desktop.texts import LANGUAGES, LanguageSwitch, plain, spoken_language, tr
from braind_desktop.theme import SCALES, Mode, ThemeSwitch
from braind_desktop.views.welcome import SEEN, Welcome
from braind_desktop.widgets.basics import Speaking, row
from braind_desktop.widgets.sidebar import Sidebar
from braind_desktop.widgets.toasts import Toasts
from braind_desktop.work import Work

SIZE, SMALLEST = (1440, 900), (1120, 720)
FOLDS_BELOW = 1240
SIDEBAR = (Place.LIBRARY, Place.MATCH, Place.MAP, Place.COMPARE, Place.MODELS, Place.SETTINGS)
AT_THE_FOOT = (Place.MODELS, Place.SETTINGS)


class MainWindow(Speaking, QMainWindow):
    """Frame, menus, and what is remembered between two starts."""

    def __init__(self, desk: Desk, language: LanguageSwitch, theme: ThemeSwitch) -> None:
        super().__init__()
        self.desk, self.language, self.theme = desk, language, theme
        self.pages: dict[Place, Page] = {}
        places = [place for place in SIDEBAR if place in PAGES]
        self.sidebar = Sidebar([(p, SIDEBAR_KEYS.get(p, "")) for p in places], AT_THE_FOOT)
        self.stack, frame = QStackedWidget(), QWidget()
        frame.setLayout(row(self.sidebar, self.stack, gap=0))
        self.setCentralWidget(frame)
        self.toasts = Toasts(frame)
        self.work = Work(desk, self, frame, self.sidebar.foot)
        self.sidebar.chosen.connect(self.show_place)
        self.sidebar.library_chosen.connect(desk.open_library)
        desk.went.connect(self.show_place)
        desk.toasted.connect(self.toasts.show_toast)
        desk.libraries.changed.connect(self._show_library)
        self.menus = Menus(self.menuBar(), self._answers(), lambda: self.page)
        self.menus.offer_choices("language", list(LANGUAGES), spoken_language(), self.speak_in)
        self.menus.offer_choices("theme", [m.value for m in Mode], theme.mode, self.dress)
        self._restore()
        if desk.settings.value(SEEN, False, bool):
            self.show_place(self._first_place())
        else:
            self._welcome()
        self._show_library()
        self.speak()

    def _answers(self) -> dict[str, Do]:
        """What the frame itself does for the menus."""
        desk = self.desk
        return {
            "go": self.show_place, "quit": self.close, "paste": self.paste,
            "new_library": self.new_library, "open_library": self.choose_library,
            "import": self.ask_import, "jobs": self.work.panel.toggle,
            "undo": self.undo, "redo": desk.undo_stack.redo,
            "larger": partial(self.resize_text, 1), "smaller": partial(self.resize_text, -1),
            "normal": partial(self.resize_text, 0),
            "shortcuts": partial(open_dialog, "shortcuts", self),
            "about": partial(open_dialog, "about", self),
            "privacy": lambda: desk.go(Place.SETTINGS, section="privacy"),
            "diagnostics": lambda: desk.go(Place.SETTINGS, section="advanced"),
            "logs": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))),
        }  # fmt: skip

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_place(self, place: Place, what: dict[str, object] | None = None) -> None:
        """Bring a page to the front, and make it first if need be."""
        if place not in self.pages:
            self.pages[place] = make_page(place, self.desk)
            self.pages[place].answers_changed.connect(self.menus.follow_page)
            self.stack.addWidget(self.pages[place])
        self._end_welcome()
        self.stack.setCurrentWidget(self.pages[place])
        self.sidebar.show_place(place)
        self.desk.settings.setValue("place", place.value)
        self.page.setFocus()
        self.page.enter(what or {})
        self.menus.follow_page()

    def undo(self) -> None:
        """Take the last change back; a notice that offers the same would be behind the times."""
        self.toasts.withdraw_offers()
        self.desk.undo_stack.undo()

    def paste(self) -> None:
        """Give the page what is on the clipboard; Qt gives no data for an empty one."""
        self.page.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def take_files(self, names: list[str]) -> None:
        """What was given at the start, or by a later start: a library, or something to drop."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        libraries = [Path(name) for name in names if name.endswith(ENDING)]
        if libraries:
            self.desk.open_library(libraries[0])
        elif names:
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(name) for name in names])
            self.page.take(mime)

    def ask_import(self) -> None:
        """Ask what to import; from the first page that is its owner's door."""
        if isinstance(self.page, Welcome):
            self.page.import_lookbook()
        else:
            self.work.ask_import()

    def choose_library(self) -> None:
        """Ask for a library file."""
        kinds = f"{tr('files.libraries')} (*{ENDING});;{tr('files.all')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, tr("menu.open_library"), "", kinds)
        if name:
            self.desk.open_library(Path(name))

    def new_library(self) -> None:
        """Ask where a new, empty library shall lie."""
        kinds = f"{tr('files.libraries')} (*{ENDING})"
        name, _ = QFileDialog.getSaveFileName(self, tr("menu.new_library"), "", kinds)
        if name:
            path = Path(name)
            self.desk.open_library(path if path.suffix else path.with_suffix(ENDING))

    def speak_in(self, language: str) -> None:
        """Change the language, and remember it."""
        self.desk.settings.setValue("language", language)
        self.language.choose(language)

    def dress(self, mode: str) -> None:
        """Change the theme, and remember it."""
        self.desk.settings.setValue("theme", mode)
        self.theme.choose(Mode(mode))

    def resize_text(self, steps: int) -> None:
        """Larger, smaller, or with 0 as usual again."""
        index = SCALES.index(self.theme.scale) + steps if steps else SCALES.index(1.0)
        self.scale_text(SCALES[min(max(index, 0), len(SCALES) - 1)])

    def scale_text(self, scale: float) -> None:
        """Change the size of every text, and remember it."""
        self.desk.settings.setValue("scale", scale)
        self.theme.resize_text(scale)

    def reset(self) -> None:
        """Size, theme and text as on the first day."""
        self.dress(Mode.SYSTEM)
        self.scale_text(1.0)
        self.resize(self._usual_size())

    def _welcome(self) -> None:
        """Two doors before everything else, once."""
        self.stack.addWidget(Welcome(self.desk))
        self.sidebar.hide()
        self.menus.follow_page()

    def _end_welcome(self) -> None:
        """Whichever way leads to a page, a door, a menu or a key, leads out of the first one."""
        welcome = self.stack.currentWidget()
        if isinstance(welcome, Welcome):
            self.desk.settings.setValue(SEEN, True)
            self.sidebar.show()
            welcome.deleteLater()

    def _first_place(self) -> Place:
        last = str(self.desk.settings.value("place", ""))
        usable = [place for place in SIDEBAR if place in PAGES]
        return Place(last) if last in [place.value for place in usable] else usable[0]

    def _show_library(self) -> None:
        self.setWindowTitle(f"{self.desk.libraries.name} – BRAIND")
        self.desk.settings.setValue("library", str(self.desk.libraries.current))
        others = [path for path in self.desk.libraries.recent if path.is_file()]
        others = [path for path in others if path != self.desk.libraries.current]
        self.sidebar.show_recent([(path, name_of(path)) for path in others])
        recent = self.menus.menus["recent"]
        recent.clear()
        for path in self.desk.libraries.recent:
            action = recent.addAction(name_of(path), partial(self.desk.open_library, path))
            action.setEnabled(path.is_file() and path != self.desk.libraries.current)
            action.setToolTip(plain(str(path)))

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(self._usual_size())
        geometry = self.desk.settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def _usual_size(self) -> QSize:
        """As designed, or as large as a smaller screen allows."""
        room = self.screen().availableSize()
        fits = QSize(*SIZE).boundedTo(room)
        return fits if fits == fits.expandedTo(self.minimumSize()) else QSize(*SIZE)

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """The sidebar folds in a narrow window."""
        self.sidebar.fold(self.width() < FOLDS_BELOW)
        super().resizeEvent(resize)
        self.toasts.settle()

    def closeEvent(self, close: QCloseEvent) -> None:
        """Remember the place of the window, unless it stays open for the work in it."""
        if not self.work.may_close(close):
            return
        self.desk.settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(close)

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.menus.speak()
