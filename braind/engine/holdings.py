"""What an engine holds on to: opened late, given back at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from braind.engine import cooking
from braind.engine.matching import Comparison
from braind.engine.places import default_cache
from braind.engine.reader_pool import ReaderPool
from braind.engine.readers import Readers, ReadersHere
from braind.engine.reading import LookPipeline
from braind.errors import StoreError
from braind.lending import Lender
from braind.pythons import Environment
from braind.recipes import DEFAULT, Recipe
from braind.search.vectors import WordTables
from braind.sources.decoding.pool import DecoderPool
from braind.store import KEPT_DAYS, InTrash, Library

MANY = 200  # photos that other processes read sooner than this one, their start included


class Holdings:
    """A library, pipelines and what is compared with, each opened at its first use.

    ``recipe`` names the backends and ``device`` where they compute (``braind.backends.devices``);
    ``python`` is the user's own, for backends whose packages are not here. ``make_pipeline``,
    ``load_words`` and ``decoders`` put others in their place. Imports of ``many`` photos are read
    in processes of their own, where the pipelines are the usual small ones.
    """

    def __init__(
        self,
        library_path: Path | None = None,
        *,
        read_only: bool = False,
        recipe: Recipe = DEFAULT,
        device: str = "cpu",
        python: Environment | None = None,
        make_pipeline: Callable[[], LookPipeline] | None = None,
        load_words: Callable[[], WordTables] | None = None,
        decoders: DecoderPool | None = None,
        many: int = MANY,
    ) -> None:
        self._path = library_path
        self._read_only = read_only
        self.chosen = recipe
        self._python = python
        self._cooked = recipe, device, default_cache(), python
        self._is_usual = recipe.is_small and device == "cpu" and not (make_pipeline or decoders)
        self._many = many
        self._pipelines = Lender(make_pipeline or partial(cooking.make_pipeline, *self._cooked))
        self._load_words = load_words or partial(cooking.word_tables, *self._cooked)
        self._decoders = decoders or DecoderPool()
        self._library: Library | None = None
        self._comparison: Comparison | None = None
        self._recipe = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the library file back, and end what decodes; a later call starts both again."""
        self._decoders.close()
        if self._library is not None:
            self._library.close()
            self._library = None
        self.refresh()

    def refresh(self) -> None:
        """Forget what was loaded for comparing: another process or engine changed the library."""
        self._comparison = None

    @property
    def library(self) -> Library:
        """The open library. Raises ``StoreError``."""
        if self._library is None:
            if self._path is None:
                raise StoreError(
                    "library_not_chosen", "No library is open.", "Choose a library file."
                )
            self._library = _open(self._path, self._read_only)
            self._forget_old_trash(self._library)
        return self._library

    def _forget_old_trash(self, library: Library) -> None:
        if not self._read_only and library.trash() != InTrash(0, 0):
            library.empty_trash(KEPT_DAYS)

    @property
    def recipe(self) -> str:
        """The id of the models in use; looks of other recipes are stale. Loads the models."""
        if not self._recipe:
            with self._pipelines.lend() as pipeline:
                self._recipe = pipeline.recipe
        return self._recipe

    @property
    def devices(self) -> tuple[str, ...]:
        """Where the models really compute. Loads the models."""
        with self._pipelines.lend() as pipeline:
            return tuple(pipeline.devices)

    def _side_by_side(self, workers: int) -> int:
        """How many of the wanted workers may read at once; each needs a pipeline of its own."""
        return workers if self.chosen.is_small else 1

    def _readers(self, workers: int, photos: int, one_person: bool = False) -> Readers:
        """Who reads so many photos, in so many threads."""
        if self._is_usual and workers > 1 and photos >= self._many:
            return ReaderPool(self._cooked, one_person)
        return ReadersHere(self._pipelines.lend, self._decoders, one_person)

    def _compare(self) -> Comparison:
        if self._comparison is None:
            table = self.library.vectors(self.recipe)
            brands, words = self.library.brands(), self._load_words()
            self._comparison = Comparison.of(brands, table, words, self._path)
        return self._comparison


def _open(path: Path, read_only: bool) -> Library:
    """Open a library; one that an older BRAIND made is brought up to date even for a reader."""
    try:
        return Library.open(path, read_only)
    except StoreError as error:
        if error.code != "library_older":
            raise
    Library.open(path).close()
    return Library.open(path, read_only)
