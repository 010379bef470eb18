"""What became of the photos of an import, as rows: file, result, reason, folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from braind.domain import Outcome, PhotoNote, Reason
from braind.wording import reason_words
from braind_desktop.texts import capital, error_text, plain, spoken_language, tr

HEADS = ("result.file", "result.what", "result.why", "result.folder")
Index = QModelIndex | QPersistentModelIndex


def why(note: PhotoNote) -> str:
    """The reason in the language of the window; empty when there is none."""
    if note.outcome is Outcome.FAILED or note.reason == "photo_cut":
        return error_text(note.reason)
    known = {reason.value for reason in Reason}
    reasons = [Reason(code) for code in note.reason.split(",") if code in known]
    return capital(reason_words(reasons, spoken_language()))


def words_of(note: PhotoNote) -> tuple[str, str, str, str]:
    """A row as people read it."""
    folder, _, name = note.path.replace("\\", "/").rpartition("/")
    return name, tr(f"result.word.{note.outcome}"), why(note), folder


class ImportRows(QAbstractTableModel):
    """The photos of one outcome, or of all."""

    def __init__(self, notes: Sequence[PhotoNote], owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._all = list(notes)
        self.notes = self._all

    def choose(self, outcome: Outcome | None) -> None:
        """Show the photos of one outcome; None shows all."""
        self.beginResetModel()
        self.notes = [note for note in self._all if outcome in (None, note.outcome)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many photos are shown."""
        return 0 if parent.isValid() else len(self.notes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Photo, result, reason, folder."""
        return len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words of a cell; as a hint, the whole path."""
        note = self.notes[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(note.path)
        return words_of(note)[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The columns' names."""
        shown = role == Qt.ItemDataRole.DisplayRole
        return tr(HEADS[section]) if shown and orientation is Qt.Orientation.Horizontal else None
