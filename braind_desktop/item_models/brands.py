"""The brands of a library as rows: found by name, narrowed to a style, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from braind.domain import Brand
from braind.vocabulary import STYLES, Style, label
from braind_desktop.hangul import matches
from braind_desktop.texts import capital, plain, spoken_language, tr

if TYPE_CHECKING:
    from braind.engine import BrandCard

FEW_LOOKS = 12
Index = QModelIndex | QPersistentModelIndex


class Order(StrEnum):
    """How brands are sorted."""

    CHANGED = "changed"
    NAME = "name"
    LOOKS = "looks"
    COHESION = "cohesion"


@dataclass(frozen=True, slots=True)
class Tile:
    """A brand's card and what is going on with it: ``progress`` of an import, missing files."""

    card: BrandCard
    missing: int = 0
    progress: tuple[int, int] | None = None

    @property
    def styles(self) -> list[tuple[Style, float]]:
        """The two strongest styles."""
        if self.card.profile is None:
            return []
        pairs = zip(STYLES, self.card.profile.mean.tolist(), strict=True)
        return sorted(pairs, key=lambda pair: -pair[1])[:2]

    @property
    def note(self) -> str:
        """The one thing to know about it now, in the language of the window; mostly nothing."""
        card = self.card
        if self.progress:
            return tr("tile.reading", done=self.progress[0], total=self.progress[1])
        if self.missing:
            return tr("tile.missing", count=self.missing)
        if card.stale:
            return tr("tile.stale", count=card.stale)
        return tr("tile.few") if 0 < card.brand.looks < FEW_LOOKS else ""

    def spoken(self) -> str:
        """What is read aloud, and shown as a tooltip."""
        brand, language = self.card.brand, spoken_language()
        styles = ", ".join(
            f"{capital(label(style, language))} {value:.2f}" for style, value in self.styles
        )
        lines = [brand.name, tr("tile.looks", count=brand.looks), styles, self.note]
        return " · ".join(text for text in lines if text)


class BrandModel(QAbstractListModel):
    """What the library page shows, in the order in which it shows it; my brand comes first."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: dict[int, Tile] = {}
        self._shown: list[int] = []
        self._typed, self._order = "", Order.CHANGED
        self._style: Style | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many brands are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name to type towards, the words to read aloud, the tile to paint."""
        if not index.isValid():
            return None
        tile = self.tile(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.card.brand.name
        if role == Qt.ItemDataRole.UserRole:
            return tile
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tile.spoken()
        return plain(tile.spoken()) if role == Qt.ItemDataRole.ToolTipRole else None

    def tile(self, row: int) -> Tile:
        """The tile of a row."""
        return self._tiles[self._shown[row]]

    def row_of(self, brand_id: int) -> int:
        """Where a brand is shown, -1 where it is not."""
        return self._shown.index(brand_id) if brand_id in self._shown else -1

    @property
    def tiles(self) -> list[Tile]:
        """All brands, shown or not."""
        return list(self._tiles.values())

    def show_cards(self, cards: Sequence[BrandCard], rest: Sequence[Brand] = ()) -> None:
        """What the library holds now; what is known of the ``rest``, and of files, stays."""
        known = self._tiles
        cards = [*cards, *(self._card_so_far(brand) for brand in rest)]
        self._tiles = {
            card.brand.id: replace(known[card.brand.id], card=card)
            if card.brand.id in known
            else Tile(card)
            for card in cards
        }
        self._arrange()

    def _card_so_far(self, brand: Brand) -> BrandCard:
        from braind.engine import BrandCard

        known = self._tiles.get(brand.id)
        return replace(known.card, brand=brand) if known else BrandCard(brand, None, 0, brand.id)

    def show_missing(self, brand_id: int, count: int) -> None:
        """How many files of a brand are not where they were."""
        self._change(brand_id, missing=count)

    def show_progress(self, name: str, progress: tuple[int, int] | None) -> None:
        """An import is at a brand; None when it is not any more."""
        for tile in self.tiles:
            if tile.card.brand.name == name:
                self._change(tile.card.brand.id, progress=progress)

    def narrow(self, typed: str | None = None, style: Style | str | None = "") -> None:
        """Show the brands that a typed text may mean, of a style (None: of any)."""
        self._typed = self._typed if typed is None else typed
        if style != "":
            self._style = Style(style) if style else None
        self._arrange()

    def sort_by(self, order: Order) -> None:
        """Show them in another order."""
        self._order = order
        self._arrange()

    def leading_styles(self) -> list[Style]:
        """The styles that are some brand's strongest, in the order of the vocabulary."""
        leading = {tile.styles[0][0] for tile in self.tiles if tile.styles}
        return [style for style in STYLES if style in leading]

    def _change(self, brand_id: int, **changes: object) -> None:
        if brand_id in self._tiles:
            self._tiles[brand_id] = replace(self._tiles[brand_id], **changes)  # type: ignore[arg-type]
            row = self.row_of(brand_id)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _arrange(self) -> None:
        shown = [tile.card.brand.id for tile in sorted(self._wanted(), key=self._place)]
        if shown == self._shown:
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _wanted(self) -> Iterable[Tile]:
        for tile in self._tiles.values():
            is_style = self._style is None or self._style in [style for style, _ in tile.styles]
            if is_style and matches(tile.card.brand.name, self._typed):
                yield tile

    def _place(self, tile: Tile) -> tuple[object, ...]:
        brand, profile = tile.card.brand, tile.card.profile
        key: dict[Order, float] = {
            Order.CHANGED: -tile.card.newest, Order.NAME: 0, Order.LOOKS: -brand.looks,
            Order.COHESION: -(profile.cohesion if profile else -1),
        }  # fmt: skip
        return not brand.is_mine, key[self._order], brand.name.casefold()
