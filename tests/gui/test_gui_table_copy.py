"""Ctrl+C in a table gives what a spreadsheet takes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from braind.domain import Outcome, PhotoNote
from braind_desktop.charts.radar import RadarSeries
from braind_desktop.desk import Place
from braind_desktop.dialogs.about import AboutDialog
from braind_desktop.jobbook import Brief, Entry
from braind_desktop.views.import_result import ImportResult
from braind_desktop.widgets.brand_table import BrandTable
from braind_desktop.widgets.radar import StyleTable
from braind_desktop.widgets.table_copy import TableCopy


def copied(qtbot, table):
    QGuiApplication.clipboard().setText("before")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


@pytest.fixture
def table(qtbot):
    table = QTableWidget(2, 3)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["a", "b", "c"])
    for row in range(2):
        for column in range(3):
            table.setItem(row, column, QTableWidgetItem(f"{row} \t{column}\n"))
    TableCopy(table)
    return table


def test_without_a_selection_all_is_copied_with_its_heads(qtbot, table):
    assert copied(qtbot, table) == [["a", "b", "c"], ["0 0", "0 1", "0 2"], ["1 0", "1 1", "1 2"]]


def test_no_cell_runs_as_a_formula_where_it_is_pasted(qtbot, table):
    for column, words in enumerate(("=cmd|'/c calc'!A0", "@SUM(A1)", "-2.5 %")):
        table.setItem(0, column, QTableWidgetItem(words))
    assert copied(qtbot, table)[1] == ["'=cmd|'/c calc'!A0", "'@SUM(A1)", "-2.5 %"]


def test_only_what_is_selected_is_copied(qtbot, table):
    table.item(0, 0).setSelected(True)
    table.item(1, 2).setSelected(True)
    assert copied(qtbot, table) == [["0 0", ""], ["", "1 2"]]


def test_the_map_as_a_table_is_copied(desk):
    desk.window.show_place(Place.MAP)
    desk.settle()
    page = desk.window.pages[Place.MAP]
    page.as_table.click()
    rows = copied(desk.qtbot, page.table)
    assert [row[0] for row in rows[1:]] == ["Alba", "Birch", "Cove"] and len(rows[0]) == 4


def test_the_result_of_an_import_is_copied(desk):
    notes = [PhotoNote("/x/a.png", Outcome.ADDED), PhotoNote("/x/b.png", Outcome.DUPLICATE)]
    entry = Entry(Brief("import", "Moss"), None, desk.desk)
    entry.notes = notes
    sheet = ImportResult(desk.desk, entry, desk.window)
    sheet.show()
    sheet.table.selectAll()
    rows = copied(desk.qtbot, sheet.table)
    assert rows == [["a.png", "Added", "", "/x"], ["b.png", "Known already", "", "/x"]]


def test_the_styles_as_a_table_are_copied(qtbot):
    table = StyleTable()
    qtbot.addWidget(table)
    table.show_series([RadarSeries("Moss", (0.5,) * 7, 0)])
    assert [row[1] for row in copied(qtbot, table)] == ["Moss", *["0.50"] * 7]


def test_the_packages_are_copied(desk):
    dialog = AboutDialog(desk.window)
    dialog.show()
    desk.settle()
    dialog.table.selectRow(0)
    (row,) = copied(desk.qtbot, dialog.table)
    assert row[0] == dialog.table.item(0, 0).text()


def test_the_folders_of_an_import_are_copied(qtbot):
    table = BrandTable()
    qtbot.addWidget(table)
    table.show_counts({"East": 3})
    assert copied(qtbot, table)[1:] == [["East", "East", "3"]]
