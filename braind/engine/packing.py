"""Brand packs: made of a library's brands, looked into, compared with, merged into a library."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from braind.domain import Brand, Look
from braind.engine.matching import Comparison, read_person
from braind.engine.merging import MergeCalls, names_for
from braind.engine.reading import read_one
from braind.errors import PackError
from braind.events import Progress
from braind.looktable import LookTable
from braind.packs import Pack, PackBrand, gather_brand, make_key, read_pack, write_pack
from braind.packs.pictures import redraw
from braind.packs.texts import LICENCE_LENGTH, OWNER_LENGTH, clean_text
from braind.search import Ranking, rank_brands, similar_brands
from braind.store.names import name_key
from braind.vocabulary import DEFAULT_WEIGHTS

# Looks that are only compared with have ids that no library gets to.
_GUEST_LOOKS = 1 << 48


@dataclass(frozen=True, slots=True)
class PackRanking:
    """A ranking of the brands of library and pack; ``guests`` are the pack's looks by id.

    Brands of the pack whose names the library has are called “NAME (pack)”.
    """

    pack: Pack
    ranking: Ranking
    guests: dict[int, Look]


class PackCalls(MergeCalls):
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

        ``licence`` says what others may do with it. Where they are not given, owner and licence
        are those of the packs that looks came from. ``key`` is the file of a private key to sign
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
        origins = [origin for brand in ordered for origin in self.library.origins(brand.id)]
        owner = owner or _told(origin.owner for origin in origins)
        licence = licence or _told(origin.licence for origin in origins)
        texts = clean_text(owner, OWNER_LENGTH), clean_text(licence, LICENCE_LENGTH)
        yield write_pack(Pack(self.recipe, tuple(gathered), *texts), file, key)

    def make_pack_key(self, file: Path) -> str:
        """Write a new private key to sign packs with; the public key, in hex."""
        return make_key(file)

    def open_pack(self, file: Path, signer: str = "") -> Generator[Progress | Pack, None, None]:
        """Read what a pack holds, a job; the last thing that it yields is the pack.

        Nothing is stored. With ``signer``, a public key in hex, a pack that is not signed with
        that key is refused (``pack_signer_other``).
        """
        pack = yield from read_pack(file, self.recipe)
        if signer and pack.signer != signer.strip().lower():
            raise PackError(
                "pack_signer_other",
                "The pack is not signed with the key that you trust.",
                "Ask its owner for a signed pack, or for the public key again.",
                signer=pack.signer,
            )
        yield pack

    def compare_pack(self, pack: Pack, query: str | Path, top: int = 10) -> PackRanking:
        """Rank the brands of library and pack together, without merging anything.

        ``query`` is the name of a brand of the library, or the path of a photo. Raises
        ``PhotoError`` for a photo that cannot be used.
        """
        brands, guests = self._guests(pack)
        ours, theirs = self.library.vectors(self.recipe), LookTable.of(list(guests.values()))
        table = LookTable.concatenated([ours, theirs])
        comparison = Comparison.of([*self.library.brands(), *brands], table, self._load_words())
        if isinstance(query, str):
            asked = self.library.brand(query).id
            ranking = similar_brands(comparison.index, comparison.brands, asked, top)
        else:
            _, _, look = read_person(
                read_one(query, self._decoders), self._pipelines.lend, None, False
            )
            index, levels = comparison.weighted(DEFAULT_WEIGHTS)
            ranking = rank_brands(index, comparison.brands, [look], levels, top)
        return PackRanking(pack, ranking, guests)

    def _gather(self, brand: Brand, thumbnails: bool) -> PackBrand:
        looks = self.library.with_visuals(self.library.looks(brand.id, recipe=self.recipe))
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
        return gather_brand(brand.name, looks, lookbooks, pictures, self._load_words())

    def _guests(self, pack: Pack) -> tuple[list[Brand], dict[int, Look]]:
        """The pack's brands and looks under ids that the library does not have."""
        stored = self.library.brands()
        taken = {name_key(brand.name) for brand in stored}
        first = 1 + max((brand.id for brand in stored), default=0)
        brands: list[Brand] = []
        guests: dict[int, Look] = {}
        for brand_id, brand in enumerate(pack.brands, first):
            name = next(name for name in names_for(brand.name) if name_key(name) not in taken)
            taken.add(name_key(name))
            brands.append(Brand(brand_id, name, len(brand.looks)))
            for look_id, look in enumerate(
                brand.library_looks(pack.recipe), _GUEST_LOOKS + len(guests)
            ):
                guests[look_id] = replace(look, id=look_id, brand_id=brand_id)
        return brands, guests


def _told(texts: Iterable[str]) -> str:
    """What the packs that looks came from say, each once."""
    return "; ".join(dict.fromkeys(filter(None, texts)))
