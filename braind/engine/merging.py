"""Brand packs merged into a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from braind.domain import Look, PackOrigin
from braind.engine.holdings import Holdings
from braind.errors import PackError
from braind.events import Progress
from braind.packs import Pack, PackBrand
from braind.store.names import name_key


@dataclass(frozen=True, slots=True)
class MergedBrand:
    """A brand of a pack, its name in the library, and how many looks were new there."""

    name: str
    merged_as: str
    added: int


@dataclass(frozen=True, slots=True)
class PackMerged:
    """The end of a merge."""

    pack: Pack
    brands: tuple[MergedBrand, ...]


class MergeCalls(Holdings):
    """The part of an engine that takes in brands from packs."""

    def merge_pack(
        self, pack: Pack, *, rename: bool = True
    ) -> Generator[Progress | PackMerged, None, None]:
        """Put a pack's brands into the library, a job; the last thing it yields is ``PackMerged``.

        Each brand is one transaction. A brand whose name is taken becomes “NAME (pack)”, or, with
        ``rename`` false, nothing is merged (``pack_brand_exists``). What was merged before is
        recognised by its looks and adds nothing. ``origins`` tells owner and licence later.
        Raises ``PackError`` and ``StoreError``.
        """
        if not rename:
            self._refuse_taken(pack)
        merged: list[MergedBrand] = []
        done = 0
        try:
            for brand in pack.brands:
                yield Progress(done, pack.looks, brand.name)
                merged.append(self._merge_brand(pack, brand))
                done += len(brand.looks)
        finally:
            self.refresh()
        yield Progress(done, pack.looks)
        yield PackMerged(pack, tuple(merged))

    def origins(self, brand: str) -> list[PackOrigin]:
        """The packs that looks of a brand came from. Raises ``StoreError``."""
        return self.library.origins(self.library.brand(brand).id)

    def _place_for(self, brand: PackBrand, recipe: str) -> str:
        """The name for a brand of a pack: the first that is free, or holds all its looks."""
        stored = {name_key(known.name): known.id for known in self.library.brands()}
        for name in names_for(brand.name):
            brand_id = stored.get(name_key(name))
            if brand_id is None or self._holds(brand_id, brand, recipe):
                break
        return name

    def _holds(self, brand_id: int, brand: PackBrand, recipe: str) -> bool:
        known = {look.photo_hash for look in self.library.looks(brand_id, recipe=recipe)}
        return known.issuperset(look.id for look in brand.looks)

    def _refuse_taken(self, pack: Pack) -> None:
        for brand in pack.brands:
            if self._place_for(brand, pack.recipe) != brand.name:
                raise PackError(
                    "pack_brand_exists",
                    f"The library has a brand “{brand.name}” already.",
                    "Rename or remove yours, or let the pack's get another name.",
                    brand=brand.name,
                )

    def _merge_brand(self, pack: Pack, brand: PackBrand) -> MergedBrand:
        origin = PackOrigin(pack.id, pack.owner, pack.licence, pack.signer)
        looks = brand.library_looks(pack.recipe)
        with self.library.transaction():
            stored = self.library.add_brand(self._place_for(brand, pack.recipe))
            known = {look.photo_hash for look in self.library.looks(stored.id, recipe=pack.recipe)}
            for name, of_book in _by_lookbook(brand, looks).items():
                book = self.library.add_lookbook(stored.id, name).id if name else None
                self.library.add_looks(stored.id, book, of_book, origin)
        added = sum(look.photo_hash not in known for look in looks)
        return MergedBrand(brand.name, stored.name, added)


def names_for(name: str) -> Iterator[str]:
    """The names that a brand of a pack may get, in the order in which they are tried."""
    return chain((name, f"{name} (pack)"), (f"{name} (pack {number})" for number in count(2)))


def _by_lookbook(brand: PackBrand, looks: Sequence[Look]) -> dict[str, list[Look]]:
    """A brand's looks by the name of their lookbook, which may be empty."""
    found: dict[str, list[Look]] = defaultdict(list)
    for packed, look in zip(brand.looks, looks, strict=True):
        found[packed.lookbook].append(look)
    return found
