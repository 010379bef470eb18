"""From photos to reports and looks: how the engine uses a pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import Protocol

from braind.domain import Look, Photo, Pixels, Reason
from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.pipeline import Analysis, AnalyzedPerson, Glimpse, Several
from braind.sources import SourceEntry, iter_entries
from braind.sources.decoding import HERE, Decoder
from braind.sources.entries import failed
from braind.stages.cutout import full_cutout
from braind.stages.style import look_input


class LookPipeline(Protocol):
    """What the engine needs of a pipeline; see ``braind.pipeline.Pipeline``."""

    @property
    def recipe(self) -> str:
        """The id of everything that decides a vector."""
        ...

    @property
    def devices(self) -> Sequence[str]:
        """Where its nets really compute."""
        ...

    def analyze(
        self,
        photos: Iterable[Photo],
        batch: int = ...,
        several: Several = ...,
        accept_partial: bool = ...,
    ) -> Iterator[Analysis]:
        """One analysis a photo, in order."""
        ...

    def analyze_steps(self, photo: Photo) -> Iterator[Glimpse | Analysis]:
        """The analysis of everybody in one photo, after a glimpse for every stage."""
        ...

    def make_look(self, analysis: Analysis, index: int = ...) -> Look:
        """The storable look of one of the analysis' looks."""
        ...


Lend = Callable[[], AbstractContextManager[LookPipeline]]


class Status(StrEnum):
    """What became of a photo."""

    OK = "ok"
    REJECTED = "rejected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PhotoReport:
    """All that an analysis tells about one photo.

    Either ``analysis`` or ``failure`` is set. ``timings_ms`` are milliseconds by stage, "read"
    included. A rejected photo with somebody in it is read all the same: ``person`` says how.
    """

    path: str
    analysis: Analysis | None
    failure: PhotoFailed | None
    timings_ms: Mapping[str, float]
    recipe: str

    @property
    def status(self) -> Status:
        """Failed: not readable; rejected: not exactly one whole body."""
        if self.analysis is None:
            return Status.FAILED
        return Status.OK if self.analysis.detection.is_whole_body else Status.REJECTED

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What keeps the photo from showing one whole body."""
        return self.analysis.detection.reasons if self.analysis else ()

    @property
    def person(self) -> AnalyzedPerson | None:
        """The largest person of the photo, read."""
        return self.analysis.looks[0] if self.analysis and self.analysis.looks else None

    def cutout(self) -> Pixels | None:
        """The largest person, whole, as RGBA (H, W, 4) in the photo's original size."""
        if self.analysis is None or self.person is None:
            return None
        return full_cutout(self.analysis.photo, self.person.person)

    def seen(self) -> Pixels | None:
        """What the style stage saw of that person: RGB (384, 192, 3), without face or ground."""
        return look_input(self.person.cutout) if self.person else None


def read_one(path: Path, decoder: Decoder = HERE) -> Photo:
    """The photo of a path, the first one of a folder, archive or document.

    Raises ``PhotoError``, which names the path.
    """
    entry = next(iter_entries([path], decoder), None)
    try:
        if isinstance(entry, SourceEntry):
            return entry.load()
    except PhotoError as error:
        raise PhotoError(error.code, f"“{path}”: {error.what}", error.hint) from error
    if entry is None:
        raise PhotoError("photo_missing", f"“{path}” holds no photo.", "Choose another one.")
    raise PhotoError(entry.code, f"“{path}”: {entry.message}")


@dataclass(frozen=True, slots=True)
class _Loaded:
    label: str
    photo: Photo | PhotoFailed
    read_ms: float


def report_on(entries: Sequence[SourceEntry | PhotoFailed], lend: Lend) -> list[PhotoReport]:
    """Read and analyse some photos; a bad one is a failed report. Raises ``ModelError``."""
    loaded = [_load(entry) for entry in entries]
    with lend() as pipeline:
        photos = [one.photo for one in loaded if isinstance(one.photo, Photo)]
        analyses = pipeline.analyze(photos, accept_partial=True)
        return [_report(one, analyses, pipeline.recipe) for one in loaded]


def _load(entry: SourceEntry | PhotoFailed) -> _Loaded:
    if isinstance(entry, PhotoFailed):
        return _Loaded(entry.path, entry, 0.0)
    start = perf_counter()
    photo: Photo | PhotoFailed
    try:
        photo = entry.load()
    except PhotoError as error:
        photo = failed(entry.label, error)
    return _Loaded(entry.label, photo, 1e3 * (perf_counter() - start))


def _report(one: _Loaded, analyses: Iterator[Analysis], recipe: str) -> PhotoReport:
    """The report of one photo, which takes the next analysis if it could be read."""
    timings = {"read": one.read_ms}
    if isinstance(one.photo, PhotoFailed):
        return PhotoReport(one.label, None, one.photo, timings, recipe)
    analysis = next(analyses)
    return PhotoReport(one.label, analysis, None, {**timings, **analysis.timings_ms}, recipe)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pipeline makes of one photo: looks, or the reasons why there is none.

    ``is_cut``: the end of the file is missing.
    """

    looks: tuple[Look, ...]
    reasons: tuple[Reason, ...] = ()
    is_cut: bool = False


def read_looks(
    lend: Lend, photos: Sequence[Photo], accept_partial: bool, one_person: bool = False
) -> list[Reading]:
    """The looks of everybody in each photo who can be used. Raises ``ModelError``.

    The person stage has left out bystanders already; who remains counts as wearing a look of the
    lookbook when seen from head to feet, or at all with ``accept_partial``. ``one_person`` leaves
    out photos of several.
    """
    with lend() as pipeline:
        return [
            _reading(pipeline, analysis, one_person)
            for analysis in pipeline.analyze(photos, several="each", accept_partial=accept_partial)
        ]


def _reading(pipeline: LookPipeline, analysis: Analysis, one_person: bool) -> Reading:
    if one_person and Reason.SEVERAL_PEOPLE in analysis.detection.reasons:
        return Reading((), (Reason.SEVERAL_PEOPLE,))
    looks = tuple(pipeline.make_look(analysis, n) for n in range(len(analysis.looks)))
    return Reading(looks, () if looks else _lacking(analysis), analysis.photo.is_cut)


def _lacking(analysis: Analysis) -> tuple[Reason, ...]:
    """The photo's reasons and its people's, each once."""
    people = (reason for person in analysis.detection.people for reason in person.missing)
    return tuple(dict.fromkeys([*analysis.detection.reasons, *people]))
