"""Names from other people's packs and files are shown letter by letter, never as HTML."""

import pytest
from engine_fakes import FakePipeline, fake_words
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from braind.domain import Outcome, PhotoNote
from braind.engine import Engine
from braind_desktop.desk import Place
from braind_desktop.item_models.import_rows import ImportRows
from braind_desktop.texts import plain

NAMES = (
    "<img src='file:///etc/passwd'>Alba",
    "<b>Birch</b><script>alert(1)</script>",
    "<a href='\\\\server\\share'>Cove</a>",
)


@pytest.fixture
def library(library):
    with Engine(library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        for brand, name in zip(engine.brands(), NAMES, strict=True):
            engine.rename(brand.name, name)
    return library


def read(tip):
    """A tooltip as Qt shows it."""
    document = QTextDocument()
    if Qt.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def is_html(label):
    shown_as = label.textFormat()
    automatic = shown_as == Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
    return automatic or shown_as in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)


@pytest.mark.parametrize("place", list(Place))
def test_no_page_takes_a_name_for_html(desk, place):
    desk.window.show_place(place)
    desk.settle()
    labels = desk.window.findChildren(QLabel)
    assert [label.text() for label in labels if is_html(label)] == []
    for widget in desk.window.findChildren(QWidget):
        tip = widget.toolTip()
        assert "<" not in tip or tip.startswith("<span>")


def test_the_tooltips_of_brands_show_their_names_as_they_are(desk):
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    model = desk.window.pages[Place.LIBRARY].model
    tips = [model.index(n).data(Qt.ItemDataRole.ToolTipRole) for n in range(model.rowCount())]
    assert {name for name in NAMES for tip in tips if name in read(tip)} == set(NAMES)


def test_paths_in_tooltips_are_paths(qapp):
    path = "/looks/<img src=x>/a.jpg"
    rows = ImportRows([PhotoNote(path, Outcome.ADDED)])
    assert read(rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)) == path


def test_a_message_box_shows_a_name_as_it_is(qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setText(plain(NAMES[1]))
    assert read(box.text()) == NAMES[1]
    assert plain("two < three") != "two < three" and plain("Alba") == "Alba"
