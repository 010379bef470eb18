"""A library as one walks along it: brands as cards, and a brand's looks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from braind.domain import Brand, Edit, Floats, Look, Lookbook, Photo, StyleProfile
from braind.engine.by_hand import HandCalls
from braind.engine.honest import HonestCalls
from braind.errors import PhotoError, StoreError
from braind.sources import SourceEntry, iter_entries
from braind.sources.decoding import Decoder


@dataclass(frozen=True, slots=True)
class BrandCard:
    """What the outside of a brand tells.

    ``profile`` is None when the current models have read none of its looks, ``stale`` counts the
    looks that they have not read, ``newest`` is the id of the look that came last.
    """

    brand: Brand
    profile: StyleProfile | None
    stale: int
    newest: int


@dataclass(frozen=True, slots=True)
class LookCard:
    """A look of a brand as it lies in a grid.

    ``typicality`` is its cosine to the brand's mean look, NaN where it does not count (excluded,
    or read by other models: ``is_stale``).
    """

    look: Look
    typicality: float
    edit: Edit
    is_stale: bool

    @property
    def counts(self) -> bool:
        """True when the look is a part of the brand's profile."""
        return not math.isnan(self.typicality)


@dataclass(frozen=True, slots=True)
class Standing:
    """A brand among the library's: ``rank`` by cohesion of ``brands``, and their mean styles (7,).

    Every brand counts the same in the mean.
    """

    rank: int
    brands: int
    mean: Floats


class ShelfCalls(HonestCalls, HandCalls):
    """The part of an engine that shows what there is. Runs no model."""

    def cards(self) -> Iterator[BrandCard]:
        """A card for every brand, by name: a job, because a large library takes a while."""
        for brand in self.library.brands():
            yield self.card(brand.name)

    def card(self, brand: str) -> BrandCard:
        """The card of one brand. Raises ``StoreError`` (``brand_not_found``)."""
        found = self.library.brand(brand)
        profile = self._profile_of(found)
        newest = self.library.newest_look(found.id)
        read = self.library.look_count(found.id, self.recipe)
        return BrandCard(found, profile, max(0, found.looks - read), newest)

    def standing(self, brand: str) -> Standing | None:
        """Where a brand stands in its library; None when none of its looks count."""
        found = self.library.brand(brand)
        profiles = {one.id: self._profile_of(one) for one in self.library.brands()}
        known = {key: profile for key, profile in profiles.items() if profile}
        if found.id not in known:
            return None
        own = known[found.id].cohesion
        rank = 1 + sum(profile.cohesion > own for profile in known.values())
        mean = np.mean([profile.mean for profile in known.values()], axis=0)
        return Standing(rank, len(known), np.asarray(mean, np.float32))

    def look_cards(self, brand: str) -> tuple[LookCard, ...]:
        """All looks of a brand but those in the trash, oldest first, excluded ones included.

        Of a look that several models have read, the current ones' reading is shown.
        """
        found = self.library.brand(brand)
        looks = self.library.looks(found.id, every=True)
        edits = self.edits(look.id for look in looks)
        typical = self._typicality(found)
        shown: dict[tuple[str, int | None, int], Look] = {}
        for look in sorted(looks, key=lambda look: look.recipe == self.recipe):
            shown[look.photo_hash, look.page, look.person] = look
        cards = (
            LookCard(look, typical.get(look.id, math.nan), edits[look.id], self._is_stale(look))
            for look in sorted(shown.values(), key=lambda look: look.id)
        )
        return tuple(card for card in cards if not card.edit.is_removed)

    def looks_by_id(self, look_ids: Sequence[int]) -> list[Look]:
        """Looks in the order of their ids; those that are gone are left out."""
        return self.library.looks(ids=look_ids, every=True)

    def original(self, look_id: int) -> Photo:
        """The photo that a look came from, read where it lies now.

        Raises ``PhotoError`` (``photo_missing`` when it is not there) and ``StoreError``
        (``look_not_found``).
        """
        for look in self.library.looks(ids=[look_id], every=True):
            return read_where_it_lies(look, self._decoders)
        raise StoreError(
            "look_not_found",
            f"The library has no look {look_id}.",
            "It may have been removed: refresh the list.",
            look_id=look_id,
        )

    def excluded_by_hand(self, brand: str) -> int:
        """How many looks of a brand somebody excluded."""
        looks = self.library.looks(self.library.brand(brand).id, recipe=self.recipe, every=True)
        edits = self.library.edits([look.id for look in looks])
        return sum(edit.is_excluded and not edit.is_removed for edit in edits.values())

    def lookbooks(self, brand: str) -> list[Lookbook]:
        """A brand's lookbooks with their numbers of looks, by name."""
        return self.library.lookbooks(self.library.brand(brand).id)

    def missing_photos(self, brand: str) -> list[str]:
        """The files of a brand's looks that are not where they were, each once, by path.

        Photos in an archive, and pages, are there when their file is.
        """
        looks = self.library.looks(self.library.brand(brand).id)
        return [path for path in sorted({look.path for look in looks}) if not is_there(path)]

    def _is_stale(self, look: Look) -> bool:
        return look.recipe != self.recipe

    def _profile_of(self, brand: Brand) -> StyleProfile | None:
        """The profile that ``honest_profile`` gives, remembered until the library changes."""
        comparison = self._compare()
        if brand.id not in comparison.index.brand_ids:
            return None
        if brand.id not in comparison.profiles:
            comparison.profiles[brand.id] = self.profile(brand.name)
        return comparison.profiles[brand.id]

    def _typicality(self, brand: Brand) -> dict[int, float]:
        """The cosine of each look that counts to the brand's mean look, by look id."""
        index = self._compare().index
        rows = index.rows_of(brand.id)
        if not len(rows):
            return {}
        vectors = index.row_vectors(rows)
        mean = vectors.mean(axis=0)
        closeness = vectors @ mean / max(float(np.linalg.norm(mean)), 1e-9)
        ids = index.table.look_ids[rows]
        return dict(zip(ids.tolist(), closeness.tolist(), strict=True))


def read_where_it_lies(look: Look, decoder: Decoder) -> Photo:
    """The photo of a look: a file, a page of a document, or a member of an archive."""
    place = Path(look.path)
    file = next((one for one in (place, *place.parents) if one.is_file()), None)
    for entry in iter_entries([file], decoder) if file else ():
        if isinstance(entry, SourceEntry) and (entry.path, entry.page) == (look.path, look.page):
            return entry.load()
    raise PhotoError(
        "photo_missing",
        f"“{look.path}” is not where it was.",
        "Find moved files, or import it again.",
    )


def is_there(path: str) -> bool:
    """Whether a photo's file, or the archive or document that holds it, is where it was."""
    place = Path(path)
    return place.exists() or any(parent.is_file() for parent in place.parents)
