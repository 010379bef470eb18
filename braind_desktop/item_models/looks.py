"""The looks of a brand as rows, by how typical or how new they are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from heapq import nsmallest
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from braind.wording import outfit_words
from braind_desktop.pictures import LOOK_MIME
from braind_desktop.texts import capital, plain, spoken_language, tr

if TYPE_CHECKING:
    from braind.engine import LookCard

Index = QModelIndex | QPersistentModelIndex


class LookOrder(StrEnum):
    """How looks are sorted."""

    TYPICAL = "typical"
    NEWEST = "newest"
    OUTLYING = "outlying"


class LookModel(QAbstractListModel):
    """A brand's looks; looks that do not count come last."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[LookCard] = []
        self._rows: dict[int, int] = {}
        self.order = LookOrder.TYPICAL

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many looks there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card to paint, or the words for it; nothing is asked of the library."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self._cards[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._cards[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(spoken(self._cards[index.row()]))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Looks can be dragged out."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Looks leave as the files that they came from; inside the window as what they are."""
        return ["text/uri-list", LOOK_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The original files of some looks; a page or a photo in an archive leaves as the whole."""
        mime, looks = QMimeData(), [self.card(index.row()).look for index in indexes]
        paths = dict.fromkeys(look.path for look in looks)
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
        mime.setData(LOOK_MIME, ",".join(str(look.id) for look in looks).encode())
        return mime

    @property
    def excluded(self) -> int:
        """How many looks were excluded by hand."""
        return sum(card.edit.is_excluded for card in self._cards)

    def card(self, row: int) -> LookCard:
        """The look of a row."""
        return self._cards[row]

    def row_of(self, look_id: int) -> int:
        """Where a look is shown, -1 where it is not."""
        return self._rows.get(look_id, -1)

    def show_looks(self, cards: Sequence[LookCard]) -> None:
        """Another brand's looks, or what they are now."""
        self._arrange(cards)

    def sort_by(self, order: LookOrder) -> None:
        """Show them in another order."""
        self.order = order
        self._arrange(self._cards)

    def refresh(self, look_ids: set[int]) -> None:
        """The pictures of some looks are ready: paint them."""
        for row in sorted(self._rows[look_id] for look_id in look_ids if look_id in self._rows):
            self.dataChanged.emit(self.index(row), self.index(row))

    def _arrange(self, cards: Sequence[LookCard]) -> None:
        self.beginResetModel()
        self._cards = sorted(cards, key=_PLACES[self.order])
        self._rows = {card.look.id: row for row, card in enumerate(self._cards)}
        self.endResetModel()


def spoken(card: LookCard) -> str:
    """An outfit in words, and what was decided about it."""
    outfit = capital(outfit_words(card.look.answers, spoken_language())) or tr("look.unread")
    marks = [
        tr(key)
        for key, is_so in (
            ("look.excluded", card.edit.is_excluded), ("look.pinned", card.edit.is_pinned),
            ("look.corrected", bool(card.edit.answers)), ("look.stale", card.is_stale),
        )
        if is_so
    ]  # fmt: skip
    return " · ".join([outfit, *marks])


def first_looks(cards: Iterable[LookCard], order: LookOrder, count: int) -> list[LookCard]:
    """The first of the looks that count, in an order, without sorting all of them."""
    return nsmallest(count, (card for card in cards if card.counts), key=_PLACES[order])


def _typical(card: LookCard) -> tuple[object, ...]:
    far = math.inf if math.isnan(card.typicality) else -card.typicality
    return not card.counts, not card.edit.is_pinned, far, card.look.id


def _outlying(card: LookCard) -> tuple[object, ...]:
    near = math.inf if math.isnan(card.typicality) else card.typicality
    return not card.counts, card.edit.is_pinned, near, card.look.id


_PLACES = {
    LookOrder.TYPICAL: _typical,
    LookOrder.NEWEST: lambda card: -card.look.id,
    LookOrder.OUTLYING: _outlying,
}
