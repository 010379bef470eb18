"""Tables are copied as people paste them: cells apart by tabs, rows by lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

COPY = QKeySequence.StandardKey.Copy


class TableCopy(QObject):
    """Answers Ctrl+C of a table with what is selected, or with all and its heads if nothing is.

    A key filter, not a shortcut: the menu's own Ctrl+C would make that ambiguous.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key, then copy."""
        if not isinstance(event, QKeyEvent) or not event.matches(COPY) or self._is_edited:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            QGuiApplication.clipboard().setText(table_text(self._table))
        return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

    @property
    def _is_edited(self) -> bool:
        return self._table.state() == QAbstractItemView.State.EditingState


def table_text(table: QTableView) -> str:
    """The selected cells, or all with the heads of their columns, as tab-separated lines."""
    model, chosen = table.model(), set(table.selectionModel().selectedIndexes())
    columns, rows = range(model.columnCount()), range(model.rowCount())
    if chosen:
        columns, rows = (
            sorted({getattr(index, side)() for index in chosen}) for side in ("column", "row")
        )
    cells = [[model.index(row, column) for column in columns] for row in rows]
    lines = [[_words(one) if not chosen or one in chosen else "" for one in row] for row in cells]
    heads = [_flat(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    return "\n".join("\t".join(line) for line in ([] if chosen else [heads]) + lines)


def _words(index: QModelIndex) -> str:
    return _flat(index.data())


def _flat(words: object) -> str:
    """On one line and without tabs, which would look like other cells; no formula either."""
    from braind.engine import harmless

    return harmless(" ".join(str(words).split())) if words is not None else ""
