"""The window for people who do not see it, or do not use a mouse: names, tab order, contrast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from braind_desktop.charts.marks import MARKS, mark_color
from braind_desktop.desk import Place
from braind_desktop.menus import MENUS
from braind_desktop.pages import PAGES
from braind_desktop.theme import Theme
from braind_desktop.views.brand_head import TABS

PRESSES = 60


def show_all(desk):
    """Every page in turn, the brand's with each of its tabs, as a name and nothing else."""
    for place in PAGES:
        what = {"brand": "Alba"} if place is Place.BRAND else {}
        what |= {"brands": ["Alba", "Birch"]} if place is Place.COMPARE else {}
        for tab in TABS if place is Place.BRAND else [""]:
            desk.desk.go(place, **what)
            desk.settle()
            if tab:
                desk.window.page.head.choose(tab)
                desk.settle()
            desk.qtbot.wait(50)
            yield f"{place}/{tab}"


def reachable(widget):
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def interactive(window):
    found = {widget for widget in window.findChildren(QWidget) if reachable(widget)}
    # A field inside a combo box takes the keys for it.
    return {widget for widget in found if not isinstance(widget.parent(), QComboBox)}


def name_of(widget):
    text = getattr(widget, "text", str)
    return widget.accessibleName() or (text() if callable(text) else "")


def test_tab_leads_out_of_tables(desk):
    desk.desk.go(Place.MAP)
    desk.settle()
    page = desk.window.page
    page.as_table.click()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert desk.window.focusWidget() is not page.table


def contrast(one, other):
    """The ratio that WCAG 2 defines."""

    def luminance(color):
        parts = color.getRgbF()[:3]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_that_takes_the_focus_has_a_name(desk, language):
    desk.window.speak_in(language)
    nameless = {
        f"{shown}: {type(widget).__name__} {widget.objectName()}"
        for shown in show_all(desk)
        for widget in interactive(desk.window)
        if not name_of(widget)
    }
    assert not nameless


def test_tab_reaches_everything(desk):
    missed = set()
    for shown in show_all(desk):
        desk.window.page.setFocus()
        seen = set()
        for _ in range(PRESSES):
            QTest.keyClick(desk.window.focusWidget() or desk.window, Qt.Key.Key_Tab)
            seen.add(desk.window.focusWidget())
        missed |= {f"{shown}: {name_of(widget)}" for widget in interactive(desk.window) - seen}
    assert not missed


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [("ink", "bg", 7), ("ink", "surface", 7), ("ink2", "bg", 4.5), ("ink3", "surface", 4.5),
     ("on_accent", "accent", 4.5), ("accent", "accent_soft", 4.5), ("line_strong", "surface", 3),
     ("warn", "warn_soft", 4.5), ("focus", "bg", 3)],
)  # fmt: skip
def test_colours_can_be_told_apart(dark, text, ground, least):
    assert contrast(Theme(dark).color(text), Theme(dark).color(ground)) >= least


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("style", list(MARKS))
def test_the_marks_of_styles_stand_out_on_cards(style, dark):
    assert contrast(mark_color(style, Theme(dark)), Theme(dark).color("surface")) >= 3


def test_no_two_styles_share_a_shape():
    assert len({shape for _, _, shape in MARKS.values()}) == len(MARKS)


def page_entries():
    return [entry for entries in MENUS.values() for entry in entries if entry.name and entry.page]


def test_every_action_of_pages_is_answered_somewhere_and_greyed_elsewhere(desk):
    answered = set()
    for _ in show_all(desk):
        for entry in page_entries():
            if entry.name not in list(Place):
                is_on = desk.window.menus.actions[entry.name].isEnabled()
                assert is_on == (entry.name in desk.window.page.commands)
        answered |= set(desk.window.page.commands)
    assert {entry.name for entry in page_entries() if entry.name not in list(Place)} <= answered


def test_no_two_actions_share_a_key(desk):
    keys = [
        key.toString() for action in desk.window.menus.actions.values()
        for key in action.shortcuts()
    ]  # fmt: skip
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if len(key) == 1]  # a Hangul keyboard would eat a bare letter
