"""The head of a brand's page: its name, what can be done, its tabs, and what needs attention."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from braind_desktop.desk import Desk
from braind_desktop.texts import say, tr
from braind_desktop.views.brand_scene import Facts
from braind_desktop.widgets.basics import Button, Label, column, row

TABS = ("overview", "looks", "similar", "position")


class BrandHead(QWidget):
    """``chosen`` brings the tab; the other signals are what their names say."""

    chosen = Signal(str)
    added = Signal()
    compared = Signal()
    exported = Signal()
    relinked = Signal()
    read_again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.tab, self._count = desk, TABS[0], 0
        self.crumbs, self.title = Label("", "small"), Label("", "h1")
        self.badge = Label("tile.mine", "badge")
        self.badge.hide()
        self.buttons = {name: Button(f"tab.{name}", "tab") for name in TABS if name != "looks"}
        self.buttons["looks"] = Button(lambda: tr("tab.looks", count=self._count), "tab")
        group = QButtonGroup(self)
        for name in TABS:
            group.addButton(self.buttons[name])
            self.buttons[name].clicked.connect(lambda _=False, name=name: self.choose(name))
        self.buttons[self.tab].setChecked(True)
        self._lay_out()

    def _lay_out(self) -> None:
        add, compare = Button("page.add"), Button("page.compare")
        report = Button("page.report", "primary", "Ctrl+E")
        pairs = ((add, self.added), (compare, self.compared), (report, self.exported))
        for button, signal in pairs:
            button.clicked.connect(signal)
        name = row(self.title, 8, self.badge, None)
        top = row(column(self.crumbs, name, gap=2), None, add, compare, report)
        for button, _ in pairs:
            top.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self.lost, self.old = Label("", "body"), Label("", "body")
        self.missing = _notice(self.lost, "page.relink", self.relinked)
        self.stale = _notice(self.old, "page.read_again", self.read_again)
        tabs = row(*(self.buttons[name] for name in TABS), None, gap=24)
        self.setLayout(
            column(
                top, 8, tabs, line, self.missing, self.stale, gap=0, margin=(0, 0, 32, 0)
            )
        )  # fmt: skip

    def choose(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.tab = tab
        self.buttons[tab].setChecked(True)
        self.chosen.emit(tab)

    def name_brand(self, name: str) -> None:
        """Say whose page it is, before anything is known."""
        self.title.say(lambda: name)
        self.crumbs.say(lambda: self._crumbs(name))

    def _crumbs(self, name: str) -> str:
        place, library = tr("place.library"), self._desk.libraries.name
        return tr("page.crumbs", place=place, library=library, name=name)

    def show_facts(self, facts: Facts) -> None:
        """Say what the brand is called, and what of it has to be read again."""
        self.name_brand(facts.name)
        self.badge.setVisible(facts.card.brand.is_mine)
        self.old.say(say("page.stale", count=facts.card.stale))
        self.stale.setVisible(facts.card.stale > 0)
        self.show_count(facts.card.brand.looks)

    def show_count(self, count: int) -> None:
        """Say how many looks there are."""
        self._count = count
        self.buttons["looks"].speak()

    def show_missing(self, count: int) -> None:
        """Say how many files are gone, and offer to find them."""
        self.lost.say(say("page.missing", count=count))
        self.missing.setVisible(count > 0)


def _notice(words: Label, offer: str, asked: SignalInstance) -> QFrame:
    """What needs attention, and a way to give it."""
    notice, button = QFrame(), Button(offer, "quiet")
    notice.setObjectName("notice")
    button.clicked.connect(asked)
    notice.setLayout(row(words, 12, button, None, margin=4))
    notice.hide()
    return notice
