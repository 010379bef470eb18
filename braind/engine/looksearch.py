"""Looking for looks: by words, by filters, by likeness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from braind.domain import Brand, Floats, Level, Look, Photo
from braind.engine.holdings import Holdings
from braind.engine.matching import check_recipe, check_weights, closeness, read_person
from braind.engine.reading import read_one
from braind.errors import StoreError
from braind.insights.lookquery import Wish, understand, wish_for
from braind.insights.looksearch import Mask, alike_parts, clearest, meeting, most_alike
from braind.lexicon import Kind
from braind.looktable import LookTable
from braind.vocabulary import DEFAULT_WEIGHTS, Part


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a look is to the one that was asked for: in a word, and as a bar of 0..1.

    ``parts`` are what each part adds to it, as shares that sum to 1.
    """

    level: Level
    closeness: float
    parts: Mapping[Part, float]


@dataclass(frozen=True, slots=True)
class FoundLook:
    """A look of the library; ``likeness`` is None when none was asked for."""

    look: Look
    brand: Brand
    likeness: Likeness | None


@dataclass(frozen=True, slots=True)
class FoundLooks:
    """The first looks that were found, and how the question was understood.

    ``total`` is how many looks meet every wish and filter, copies of one photo counted each.
    ``unknown`` are words that mean nothing here and were not looked for.
    """

    looks: tuple[FoundLook, ...]
    total: int
    wishes: tuple[Wish, ...]
    unknown: tuple[str, ...]


class LookSearchCalls(Holdings):
    """The part of an engine that searches within looks."""

    def find_looks(
        self,
        words: str = "",
        like: int | Path | Photo | None = None,
        weights: Mapping[Part, float] = DEFAULT_WEIGHTS,
        *,
        only: Mapping[Kind, Sequence[str]] | None = None,
        brands: Sequence[str] = (),
        lookbooks: Sequence[str] = (),
        top: int = 20,
    ) -> FoundLooks:
        """The looks that meet words and filters, those most like ``like`` first if it is given.

        ``words`` are Korean or English ("남색 체크 자켓"). ``like`` is a look's id, or a photo,
        which a model then reads. ``only`` allows any of some vocabulary words of a kind, above or
        below; a look must be of one of the ``brands`` and in one of the ``lookbooks``, if any are
        given. Copies of one photo are shown once. Words of which none is understood find nothing.
        Raises ``StoreError`` (brand_not_found, lookbook_not_found, look_not_found, look_stale),
        ``PhotoError``, and ValueError for bad weights and for words outside the vocabulary.
        """
        merged, asked = check_weights(weights, self.chosen.parts), understand(words)
        wishes = (*asked.wishes, *(wish_for(kind, any_of) for kind, any_of in (only or {}).items()))
        wishes = tuple(wish for wish in wishes if wish)
        table = self._compare().index.table
        wanted = meeting(table, wishes) & self._held(table, brands, lookbooks)
        if like is not None:
            ranked = self._most_alike(self._liked(like), merged, wanted, top)
        else:
            wanted &= bool(asked.wishes or not asked.unknown)
            ranked = dict.fromkeys(clearest(self._compare().index, wishes, wanted, top))
        return FoundLooks(self._found(ranked), int(wanted.sum()), wishes, asked.unknown)

    def look_vectors(self) -> tuple[LookTable, Floats]:
        """All comparable looks of the library and their unit vectors, float32 (N, D), in order."""
        index = self._compare().index
        return index.table, index.row_vectors(np.arange(len(index)))

    def _held(self, table: LookTable, brands: Sequence[str], lookbooks: Sequence[str]) -> Mask:
        """Which looks are of one of the brands and in one of the lookbooks: (N,)."""
        held = np.ones(len(table), np.bool_)
        if brands:
            held &= np.isin(table.brand_ids, [self.library.brand(name).id for name in brands])
        if lookbooks:
            ids = [id_ for name in lookbooks for id_ in self.library.lookbook_look_ids(name)]
            held &= np.isin(table.look_ids, ids)
        return held

    def _most_alike(
        self, look: Look, weights: Mapping[Part, float], wanted: Mask, top: int
    ) -> dict[int, Likeness | None]:
        index, levels = self._compare().weighted(weights)
        best = most_alike(index, look, wanted, top)
        parts = alike_parts(index, look, [row for row, _ in best])
        return {
            row: Likeness(levels.level_of(score), closeness(levels, score), shares)
            for (row, score), shares in zip(best, parts, strict=True)
        }

    def _found(self, ranked: Mapping[int, Likeness | None]) -> tuple[FoundLook, ...]:
        """The looks of some rows of the table, in the same order."""
        comparison = self._compare()
        brands = {brand.id: brand for brand in comparison.brands}
        ids = comparison.index.table.look_ids[list(ranked)].tolist()
        looks = {look.id: look for look in self.library.looks(ids=ids)}
        return tuple(
            FoundLook(looks[look_id], brands[looks[look_id].brand_id], likeness)
            for look_id, likeness in zip(ids, ranked.values(), strict=True)
            if look_id in looks
        )

    def _liked(self, like: int | Path | Photo) -> Look:
        """The look to compare with: of the library, or read from a photo."""
        if isinstance(like, int):
            return self._stored(like)
        photo = read_one(like, self._decoders) if isinstance(like, Path) else like
        *_, look = read_person(photo, self._pipelines.lend, None, accept_partial=False)
        return look

    def _stored(self, look_id: int) -> Look:
        for look in self.library.looks(ids=[look_id]):
            check_recipe(look, self.recipe)
            return self.library.with_visuals([look])[0]
        raise StoreError(
            "look_not_found",
            f"The library has no look {look_id}.",
            "It may have been removed: search for it again.",
            look_id=look_id,
        )
