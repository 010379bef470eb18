"""The sheet of an import's results: every photo with its reason, and what can be done about it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHeaderView,
    QTableView,
    QWidget,
)

from braind.domain import Outcome, PhotoNote
from braind_desktop.desk import Desk
from braind_desktop.item_models.import_rows import HEADS, ImportRows, words_of
from braind_desktop.jobbook import Entry
from braind_desktop.reveal import file_of, reveal
from braind_desktop.texts import say, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.table_copy import TableCopy
from braind_desktop.wishes import KIND, wish_of

if TYPE_CHECKING:
    from braind.engine import Engine

SIZE = (920, 620)


class ImportResult(Speaking, QDialog):
    """added + known + left out + unreadable = found; each is a filter."""

    def __init__(self, desk: Desk, entry: Entry, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._entry = desk, entry
        self.resize(*SIZE)
        counts = Counter(note.outcome for note in entry.notes)
        self.rows = ImportRows(entry.notes, self)
        self.table = QTableView()
        self.table.setTabKeyNavigation(False)
        self.table.setModel(self.rows)
        self.filters = {outcome: self._filter(outcome, counts) for outcome in (None, *Outcome)}
        self._buttons()
        self._set_up_table()
        title = column(
            Label(entry.brief.words, "h2"),
            Label(say("result.sum", found=f"{counts.total():,}"), "body"), gap=2,
        )  # fmt: skip
        chips = row(*self.filters.values(), None, gap=6)
        left = row(self.retry, self.anyway, self.retry_all, self.anyway_all)
        foot = row(left, None, self.show_file, self.save, self.close_button)
        self.setLayout(column(title, chips, self.table, foot, gap=14, margin=(28, 24, 28, 24)))
        first = Outcome.FAILED if counts[Outcome.FAILED] else None
        self.filters[first].setChecked(True)
        self.choose(first)
        self.speak()

    def choose(self, outcome: Outcome | None) -> None:
        """Show the photos of one outcome, or all."""
        self._outcome = outcome
        self.rows.choose(outcome)
        if self.rows.rowCount():
            self.table.selectRow(0)
        self._offer()

    def try_again(self, notes: list[PhotoNote], lenient: bool) -> None:
        """Import some photos again, as another job; ``lenient`` takes whoever is in them."""
        wish = wish_of(self._entry.brief.parameters).again([n.path for n in notes], lenient)
        self._desk.start(wish.run, wish.brief())
        self.accept()

    def save_list(self, file: Path) -> None:
        """Write the rows that are shown into a table file."""
        rows = [[tr(head) for head in HEADS], *map(words_of, self.rows.notes)]

        def write(engine: Engine) -> None:
            from braind.engine import csv_bytes

            file.write_bytes(csv_bytes(rows))

        self._desk.ask(
            self, write,
            lambda _: self._desk.toast(say("result.saved")),
            lambda _: self._desk.toast(say("file_not_written")),
        )  # fmt: skip

    def _filter(self, outcome: Outcome | None, counts: Counter[Outcome]) -> Button:
        number = counts[outcome] if outcome else counts.total()
        chip = Button(say(f"result.{outcome or 'all'}", count=f"{number:,}"), "chip")
        chip.setEnabled(number > 0 or outcome is None)
        chip.clicked.connect(partial(self.choose, outcome))
        return chip

    def _buttons(self) -> None:
        group = QButtonGroup(self)
        for chip in self.filters.values():
            group.addButton(chip)
        self.retry, self.retry_all = Button("result.retry"), Button("result.retry_all")
        self.anyway, self.anyway_all = Button("result.anyway"), Button("result.anyway_all")
        self.show_file, self.save = Button("result.show"), Button("result.save")
        self.close_button = Button("result.close", "primary")
        self.close_button.clicked.connect(self.accept)
        for one, every, lenient in (
            (self.retry, self.retry_all, False), (self.anyway, self.anyway_all, True)
        ):  # fmt: skip
            one.clicked.connect(lambda _=0, x=lenient: self.try_again(self._chosen(), x))
            every.clicked.connect(lambda _=0, x=lenient: self.try_again(self.rows.notes, x))
        self.show_file.clicked.connect(self._reveal)
        self.save.clicked.connect(self._ask_file)

    def _set_up_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        TableCopy(table)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((220, 130, 250)):
            table.setColumnWidth(section, width)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().selectionChanged.connect(self._offer)

    def _chosen(self) -> list[PhotoNote]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.rows.notes[row] for row in rows]

    def _offer(self) -> None:
        """Only what can be done about the photos that are shown."""
        again = self._entry.brief.kind == KIND and bool(self._entry.brief.parameters)
        is_failed, is_out = (self._outcome is o for o in (Outcome.FAILED, Outcome.EXCLUDED))
        chosen = bool(self._chosen())
        for button, fits in (
            (self.retry, is_failed), (self.retry_all, is_failed),
            (self.anyway, is_out), (self.anyway_all, is_out),
        ):  # fmt: skip
            button.setVisible(again and fits)
        for button in (self.retry, self.anyway, self.show_file):
            button.setEnabled(chosen)
        self.save.setEnabled(bool(self.rows.notes))

    def _reveal(self) -> None:
        file = file_of(self._chosen()[0].path)
        if file:
            reveal(file)
        else:
            self._desk.toast(say("error.photo_missing"))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("result.save"), "braind.csv", tr("result.csv")
        )
        if name:
            self.save_list(Path(name))

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setWindowTitle(tr("result.title"))
        self.table.setAccessibleName(tr("result.table"))
