"""The engine: everything that BRAIND can do, for whatever shows it to people."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from braind.domain import Brand, Photo
from braind.engine.doctor import Check, check_all
from braind.engine.holdings import Holdings
from braind.engine.honest import HonestCalls
from braind.engine.importing import ImportJob
from braind.engine.journaling import JournalCalls
from braind.engine.keeping import PhotoKeeper, copies_folder
from braind.engine.looksearch import LookSearchCalls
from braind.engine.mapping import MapCalls
from braind.engine.matches import MatchCalls
from braind.engine.modelling import ModelCalls
from braind.engine.packing import PackCalls
from braind.engine.reading import PhotoReport, report_on
from braind.engine.reanalysis import ReanalysisCalls
from braind.engine.relinking import RelinkCalls
from braind.engine.reporting import ReportCalls
from braind.engine.rivals import RivalCalls
from braind.engine.scanning import ScanCalls
from braind.engine.shelf import ShelfCalls
from braind.engine.support import SupportCalls
from braind.engine.tasks import ImportPlan, scan_sources
from braind.engine.workers import WORKERS, map_in_order
from braind.events import Event, PhotoExcluded
from braind.search import Ranking, similar_brands
from braind.sources import iter_entries


class Engine(
    ReportCalls,
    ShelfCalls,
    RivalCalls,
    MapCalls,
    LookSearchCalls,
    HonestCalls,
    RelinkCalls,
    ReanalysisCalls,
    PackCalls,
    ModelCalls,
    SupportCalls,
    ScanCalls,
    JournalCalls,
    MatchCalls,
    Holdings,
):
    """One library and the models that read photos. Prints nothing, holds nothing global.

    Models and library are opened at their first use. An engine belongs to one thread (it makes
    its own worker threads); a second thread uses a second engine. Jobs are generators: close one
    that you leave early before you close the engine. Calls raise ``StoreError``,
    ``ModelError`` and ``PhotoError``.
    """

    def analyze(
        self, paths: Sequence[Path], workers: int = WORKERS
    ) -> Generator[PhotoReport, None, None]:
        """One report a photo, in the order of the paths; bad photos are failed reports.

        Close the generator if you leave it early, as with every job.
        """
        work = partial(report_on, lend=self._pipelines.lend)
        entries = iter_entries(paths, self._decoders)
        return map_in_order(work, entries, self._side_by_side(workers), self._decoders.close)

    def import_photos(
        self,
        sources: Sequence[Path],
        brand: str | None,
        lookbook: str | None = None,
        *,
        accept_partial: bool = False,
        one_person: bool = False,
        names: Mapping[str, str] | None = None,
        skip: Iterable[str] = (),
        only: Iterable[str] = (),
        copy: bool = False,
        workers: int = WORKERS,
    ) -> Generator[Event, None, None]:
        """Read photos into the library, a job; ``brand`` None makes every folder a brand.

        Photos whose bytes the library has under this recipe are skipped, so an import that was
        closed or failed is taken up by importing again. ``accept_partial`` keeps people who are
        not seen from head to feet and reads what was left out before again; ``one_person`` leaves
        out photos of several people. ``names`` gives folders' brands other names, or none ("") to
        leave them out. ``skip`` and ``only`` choose photos by the paths that events give. ``copy``
        keeps the added photos beside the library file, in "<library> photos/<brand>".
        """
        library, recipe = self.library, self.recipe
        known = library.photo_hashes(recipe)
        if accept_partial:
            known = {look.photo_hash for look in library.looks(recipe=recipe)}
        job = ImportJob(
            library,
            scan_sources(
                ImportPlan(
                    sources,
                    brand,
                    lookbook,
                    accept_partial,
                    names or {},
                    frozenset(skip),
                    frozenset(only),
                ),
                self._decoders,
            ),
            recipe,
            self._load_words(),
            partial(self._readers, workers, one_person=one_person),
            known,
            self._side_by_side(workers),
            self._keeper() if copy else None,
        )
        try:
            yield from job.run()
        finally:
            self.refresh()

    def _keeper(self) -> PhotoKeeper:
        known = {look.photo_hash: look.path for look in self.library.looks(every=True)}
        return PhotoKeeper(copies_folder(Path(self._path or "")), known)

    def import_sample(self, folder: Path | None = None) -> Generator[Event, None, None]:
        """Draw the sample's brands and read them into the library, a job.

        The pictures are kept in ``folder``, by default beside the library file.
        """
        from braind.engine.samples import import_drawn

        # Asked first, so that a missing library or model is told before anything is drawn.
        _ = self.library, self.recipe
        home = folder or Path(self._path or "").parent / "sample"
        return import_drawn(self.import_photos, home)

    def sample_photo(self) -> Photo:
        """A drawn look to try a match with; it is in no library."""
        from braind.engine.samples import drawn_photo

        return drawn_photo()

    def brands(self) -> list[Brand]:
        """All brands with their numbers of looks, by name."""
        return self.library.brands()

    def brand(self, name: str) -> Brand:
        """The brand of this name, in any spelling that people take for the same."""
        return self.library.brand(name)

    def excluded(self, brand: str) -> list[PhotoExcluded]:
        """The photos of a brand that show no usable whole body."""
        return self.library.excluded(self.library.brand(brand).id, self.recipe)

    def similar(self, brand: str, top: int = 5) -> Ranking:
        """The brands that are most like a brand, with the looks that show it."""
        found, comparison = self.library.brand(brand), self._compare()
        return similar_brands(
            comparison.index, comparison.brands, found.id, top, comparison.brand_levels
        )

    def rename(self, brand: str, new: str) -> Brand:
        """Give a brand another name."""
        renamed = self.library.rename_brand(self.library.brand(brand).id, new)
        self.refresh()
        return renamed

    def mark(
        self, brand: str, *, is_mine: bool | None = None, is_well_known: bool | None = None
    ) -> Brand:
        """Say that a brand is the user's own, or well known; None leaves a mark as it is.

        Well-known brands answer the question for a similar famous brand.
        """
        found = self.library.brand(brand)
        self.library.mark(found.id, is_mine=is_mine, is_well_known=is_well_known)
        self.refresh()
        return self.library.brand(brand)

    def remove(self, brand: str) -> Brand:
        """Forget a brand and all its looks; the photos stay where they are."""
        found = self.library.brand(brand)
        self.library.remove_brand(found.id)
        self.refresh()
        return found

    def stale_count(self) -> int:
        """How many looks were read by other models and have to be imported again to count."""
        return self.library.stale_count(self.recipe)

    def photo_paths(self, look_ids: Iterable[int]) -> dict[int, str]:
        """Where the photos of stored looks were, by look id."""
        return {k.id: k.path for k in self.library.looks(ids=list(look_ids), every=True)}

    def thumbnails(self, look_ids: Iterable[int]) -> dict[int, bytes]:
        """Face-free WebP pictures of stored looks, by look id."""
        return {look_id: self.library.thumbnail(look_id) for look_id in look_ids}

    def doctor(self) -> Iterator[Check]:
        """Is everything there that BRAIND needs? Never raises for what it finds."""
        return check_all(self._path, self._pipelines.lend, self._load_words, self._python)
