"""Brand packs: made of a library's brands, looked into, compared with, merged into a library."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

import numpy as np

from braind.domain import Brand, Look
from braind.engine.holdings import Holdings
from braind.engine.matching import Comparison, read_person
from braind.engine.reading import read_one
from braind.errors import PackError
from braind.events import Progress
from braind.looktable import LookTable, encode_answers
from braind.packs import Pack, PackBrand, gather_brand, make_key, read_pack, write_pack
from braind.packs.pictures import redraw
from braind.packs.texts import LICENCE_LENGTH, OWNER_LENGTH, clean_text
from braind.search import Ranking, rank_brands, similar_brands
from braind.store.names import name_key
from braind.vocabulary import DEFAULT_WEIGHTS

# Looks that are only compared with have ids that no library gets to.
_GUEST_LOOKS = 1 << 48


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


@dataclass(frozen=True, slots=True)
class PackRanking:
    """A ranking of the brands of library and pack; ``guests`` are the pack's looks by id.

    Brands of the pack whose names the library has are called “NAME (pack)”.
    """

    pack: Pack
    ranking: Ranking
    guests: dict[int, Look]


class PackCalls(Holdings):
    """The part of an engine that exchanges brands without photos.

    Every call raises ``PackError`` for what is wrong with a pack or a key (see
    ``braind.packs.reading``), ``StoreError`` and ``ModelError``.
    """

    def make_pack(
        self,
        brands: Sequence[str],
        file: Path,
        licence: str = "",
        owner: str = "",
        *,
        thumbnails: bool = True,
        key: Path | None = None,
    ) -> Generator[Progress | Pack, None, None]:
        """Write brands into a pack file, a job; the last thing that it yields is the pack.

        ``licence`` says what others may do with it. ``key`` is the file of a private key to sign
        with. Looks that other models have read stay out. Raises ``PackError``
        (``pack_without_looks``) for a brand that has no others.
        """
        found = {brand.id: brand for brand in map(self.library.brand, brands)}
        ordered = sorted(found.values(), key=lambda brand: name_key(brand.name))
        gathered: list[PackBrand] = []
        for done, brand in enumerate(ordered):
            yield Progress(done, len(ordered), brand.name)
            gathered.append(self._gather(brand, thumbnails))
        yield Progress(len(ordered), len(ordered))
        texts = clean_text(owner, OWNER_LENGTH), clean_text(licence, LICENCE_LENGTH)
        yield write_pack(Pack(self.recipe, tuple(gathered), *texts), file, key)

    def make_pack_key(self, file: Path) -> str:
        """Write a new private key to sign packs with; the public key, in hex."""
        return make_key(file)

    def open_pack(self, file: Path, signer: str = "") -> Pack:
        """What a pack holds; nothing is stored.

        With ``signer``, a public key in hex, a pack that is not signed with that key is refused
        (``pack_signer_other``).
        """
        pack = read_pack(file, self.recipe)
        if signer and pack.signer != signer.strip().lower():
            raise PackError(
                "pack_signer_other",
                "The pack is not signed with the key that you trust.",
                "Ask its owner for a signed pack, or for the public key again.",
                signer=pack.signer,
            )
        return pack

    def merge_pack(
        self, pack: Pack | Path, *, rename: bool = True
    ) -> Generator[Progress | PackMerged, None, None]:
        """Put a pack's brands into the library, a job; the last thing it yields is ``PackMerged``.

        Each brand is one transaction. A brand whose name is taken becomes “NAME (pack)”, or, with
        ``rename`` false, nothing is merged (``pack_brand_exists``). What was merged before is
        recognised by its looks and adds nothing. Owner and licence are kept in the names of the
        lookbooks that the looks come into.
        """
        opened = self.open_pack(pack) if isinstance(pack, Path) else pack
        if not rename:
            self._refuse_taken(opened)
        merged: list[MergedBrand] = []
        done = 0
        try:
            for brand in opened.brands:
                yield Progress(done, opened.looks, brand.name)
                merged.append(self._merge_brand(opened, brand))
                done += len(brand.looks)
        finally:
            self.refresh()
        yield Progress(done, opened.looks)
        yield PackMerged(opened, tuple(merged))

    def compare_pack(self, pack: Pack | Path, query: str | Path, top: int = 10) -> PackRanking:
        """Rank the brands of library and pack together, without merging anything.

        ``query`` is the name of a brand of the library, or the path of a photo. Raises
        ``PhotoError`` for a photo that cannot be used.
        """
        opened = self.open_pack(pack) if isinstance(pack, Path) else pack
        brands, guests = self._guests(opened)
        table = _joined(self.library.vectors(self.recipe), list(guests.values()))
        comparison = Comparison.of([*self.library.brands(), *brands], table, self._load_words())
        if isinstance(query, str):
            asked = self.library.brand(query).id
            ranking = similar_brands(comparison.index, comparison.brands, asked, top)
        else:
            _, _, look = read_person(read_one(query), self._pipelines.lend, None, False)
            index, levels = comparison.weighted(DEFAULT_WEIGHTS)
            ranking = rank_brands(index, comparison.brands, [look], levels, top)
        return PackRanking(opened, ranking, guests)

    def _gather(self, brand: Brand, thumbnails: bool) -> PackBrand:
        looks = self.library.looks(brand.id, recipe=self.recipe)
        if not looks:
            raise PackError(
                "pack_without_looks",
                f"“{brand.name}” has no looks that were read by the current models.",
                "Import its photos again, then make the pack.",
                brand=brand.name,
            )
        shown = looks if thumbnails else []
        pictures = {look.id: redraw(self.library.thumbnail(look.id)) for look in shown}
        lookbooks = {book.id: book.name for book in self.library.lookbooks(brand.id)}
        return gather_brand(brand.name, looks, lookbooks, pictures)

    def _place_for(self, brand: PackBrand, recipe: str) -> str:
        """The name for a brand of a pack: the first that is free, or holds all its looks."""
        stored = {name_key(known.name): known.id for known in self.library.brands()}
        for name in _names_for(brand.name):
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
        with self.library.transaction():
            stored = self.library.add_brand(self._place_for(brand, pack.recipe))
            known = {look.photo_hash for look in self.library.looks(stored.id, recipe=pack.recipe)}
            added = 0
            for title, looks in _by_lookbook(pack, brand, known).items():
                book = self.library.add_lookbook(stored.id, title).id if title else None
                self.library.add_looks(stored.id, book, looks)
                added += len(looks) if title else 0
        return MergedBrand(brand.name, stored.name, added)

    def _guests(self, pack: Pack) -> tuple[list[Brand], dict[int, Look]]:
        """The pack's brands and looks under ids that the library does not have."""
        stored = self.library.brands()
        taken = {name_key(brand.name) for brand in stored}
        first = 1 + max((brand.id for brand in stored), default=0)
        brands: list[Brand] = []
        guests: dict[int, Look] = {}
        for brand_id, brand in enumerate(pack.brands, first):
            name = next(name for name in _names_for(brand.name) if name_key(name) not in taken)
            taken.add(name_key(name))
            brands.append(Brand(brand_id, name, len(brand.looks)))
            for look_id, look in enumerate(
                brand.library_looks(pack.recipe), _GUEST_LOOKS + len(guests)
            ):
                guests[look_id] = replace(look, id=look_id, brand_id=brand_id)
        return brands, guests


def _names_for(name: str) -> Iterator[str]:
    """The names that a brand of a pack may get, in the order in which they are tried."""
    return chain((name, f"{name} (pack)"), (f"{name} (pack {number})" for number in count(2)))


def _by_lookbook(pack: Pack, brand: PackBrand, known: Set[str]) -> dict[str, list[Look]]:
    """A brand's looks by the lookbook that they come into.

    What is ``known`` stays where it is, under an empty title: its thumbnail may still be new.
    """
    source = ", ".join(filter(None, (pack.owner, pack.licence))) or "pack"
    looks: dict[str, list[Look]] = {}
    for packed, look in zip(brand.looks, brand.library_looks(pack.recipe), strict=True):
        title = f"{packed.lookbook} ({source})" if packed.lookbook else source
        looks.setdefault("" if packed.id in known else title, []).append(look)
    return looks


def _joined(table: LookTable, looks: Sequence[Look]) -> LookTable:
    """The table with some more looks at its end."""
    return LookTable(
        np.append(table.look_ids, [look.id for look in looks]).astype(np.int64),
        np.append(table.brand_ids, [look.brand_id for look in looks]).astype(np.int32),
        np.vstack([table.styles, *(look.styles.values for look in looks)]).astype(np.float32),
        np.vstack([table.answers, *(encode_answers(look.answers) for look in looks)]),
        np.append(table.near_hashes, np.array([look.near_hash for look in looks], np.uint64)),
    )
