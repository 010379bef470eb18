"""From photos to analysed looks, through one backend a stage, in batches.

Decision: a *recipe* names everything that decides a look's vector: each stage's backend with its
weights and parameters, the label and answer lists, and the word space. Stored looks carry it;
looks of different recipes are never compared. The weights of a ranking's parts are not in it,
because they are applied to the query.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cached_property, partial
from itertools import islice
from time import perf_counter
from typing import Literal

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.colors import measure_palette
from braind.domain import (
    Answer,
    Cutout,
    Detection,
    Look,
    Person,
    Photo,
    StyleScores,
    Swatch,
    Visual,
)
from braind.hosting import create_where_it_belongs
from braind.light import in_its_light, in_plain_view, shipped_eye
from braind.recipes import DEFAULT, Recipe
from braind.registry import Stage
from braind.stages.cutout import CutoutBackend, outlined
from braind.stages.face import FaceBackend, crop_face
from braind.stages.look import compose_look
from braind.stages.person import PersonBackend
from braind.stages.style import StyleBackend
from braind.stages.visual import VisualBackend
from braind.stages.vqa import PALETTE_REGIONS, VqaBackend, garment_pixels
from braind.vocabulary import ANSWERS, STYLES
from braind.wordspaces import space_of

BATCH = 8
RECIPE_LENGTH = 16  # hex digits

Several = Literal["largest", "each"]
# A stage that is done, with what is known of a batch by then.
_Step = tuple[
    str,
    Sequence[Detection],
    Sequence[tuple[int, Person]],
    Sequence[Cutout],
    Sequence[StyleScores],
]


@dataclass(frozen=True, slots=True)
class AnalyzedPerson:
    """One person's outfit; ``cutout`` is face-cropped, ``index`` is the place in the detection.

    ``visual`` is float16 (768,), or None where the recipe leaves it out.
    """

    person: Person
    index: int
    cutout: Cutout
    styles: StyleScores
    answers: tuple[Answer, ...]
    palette: tuple[Swatch, ...]
    visual: Visual | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one photo.

    ``timings_ms`` are milliseconds by stage; stages that run once a batch are shared out evenly.
    """

    photo: Photo
    detection: Detection
    looks: tuple[AnalyzedPerson, ...]
    timings_ms: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is known of one photo when a stage of its analysis is done; later stages add to it.

    ``cutouts`` and ``styles`` are those of ``people``, which count the detection's people;
    cutouts still have their faces until ``stage`` is "face".
    """

    stage: str
    detection: Detection
    people: tuple[int, ...] = ()
    cutouts: tuple[Cutout, ...] = ()
    styles: tuple[StyleScores, ...] = ()


@dataclass(frozen=True, slots=True)
class Backends:
    """One backend for each stage that a photo goes through, named as in ``Stage``.

    ``visual`` may be left out.
    """

    person: PersonBackend
    cutout: CutoutBackend
    face: FaceBackend
    style: StyleBackend
    vqa: VqaBackend
    visual: VisualBackend | None = None

    def identities(self) -> dict[str, Mapping[str, object]]:
        """What decides each stage's answers; a stage that is left out is not named."""
        made = {stage.name: getattr(self, stage.name) for stage in fields(self)}
        return {name: backend.identity for name, backend in made.items() if backend is not None}


class Pipeline:
    """The stages in a row. It keeps no state between photos; use one per thread."""

    def __init__(
        self, backends: Backends, words_id: str, devices: Collection[str] = ("cpu",)
    ) -> None:
        self._backends = backends
        self._words_id = words_id
        self.devices = tuple(sorted(devices))

    @classmethod
    def embedded(cls, device: str = "cpu", threads: int = 1) -> Pipeline:
        """The default, from the shipped models. Raises ``ModelError`` when one is missing."""
        return cls.of(DEFAULT, BackendContext(device, threads))

    @classmethod
    def of(cls, recipe: Recipe, context: BackendContext) -> Pipeline:
        """The backends that a recipe names; ``devices`` then says where their nets compute.

        Raises ``ModelError`` when a package, a model or the context's device is missing.
        """
        made = {
            stage: create_where_it_belongs(
                recipe.spec(stage), context, recipe.choice(stage).settings
            )
            for stage in Stage
        }
        words = space_of(made.pop(Stage.WORDS), context.cache)
        backends = Backends(**{stage.value: backend for stage, backend in made.items()})
        return cls(backends, words.id, context.devices_in_use or {"cpu"})

    @cached_property
    def recipe(self) -> str:
        """The id of everything that decides a vector: 16 hex digits."""
        parts = {
            "stages": self._backends.identities(),
            "light": shipped_eye().id,
            "styles": STYLES,
            "answers": ANSWERS,
            "words": self._words_id,
        }
        text = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:RECIPE_LENGTH]

    def analyze(
        self,
        photos: Iterable[Photo],
        batch: int = BATCH,
        several: Several = "largest",
        accept_partial: bool = False,
    ) -> Iterator[Analysis]:
        """One analysis a photo, in order; ``photos`` are drawn a batch at a time.

        Where several people are found, the largest is analysed, or each of them. People who are
        not seen from head to feet are skipped unless ``accept_partial``. A batch that does not fit
        into memory is halved, and the work goes on. Raises ``ModelError``.
        """
        source, batches = iter(photos), Batches(batch)
        work = partial(self._analyze_batch, several=several, accept_partial=accept_partial)
        while group := list(islice(source, batches.size)):
            yield from batches.run(work, group)

    def make_look(self, analysis: Analysis, index: int = 0) -> Look:
        """The storable look of ``analysis.looks[index]``, with its thumbnail."""
        one = analysis.looks[index]
        return compose_look(
            analysis.photo,
            one.person,
            one.cutout,
            one.styles,
            one.answers,
            one.palette,
            self.recipe,
            one.index,
            one.visual,
        )

    def analyze_steps(self, photo: Photo) -> Iterator[Glimpse | Analysis]:
        """Analyse everybody in one photo, whole or not, telling of every stage.

        Last comes the analysis, the same as that of ``analyze``.
        """
        steps = self._steps([photo], "each", True)
        try:
            while True:
                stage, detections, people, cutouts, styles = next(steps)
                numbers = tuple(index for index, _ in people)
                yield Glimpse(stage, detections[0], numbers, tuple(cutouts), tuple(styles))
        except StopIteration as end:
            yield from end.value

    def _analyze_batch(
        self, photos: Sequence[Photo], several: Several, accept_partial: bool
    ) -> list[Analysis]:
        steps = self._steps(photos, several, accept_partial)
        try:
            while True:
                next(steps)
        except StopIteration as end:
            analyses: list[Analysis] = end.value
            return analyses

    def _steps(
        self, photos: Sequence[Photo], several: Several, accept_partial: bool
    ) -> Generator[_Step, None, list[Analysis]]:
        """The stages one after another; returns the analyses."""
        clock = _Clock()
        with clock.measure("person"):
            detections = self._backends.person.detect_people(photos)
        yield "person", detections, [], [], []
        chosen = [_chosen(detection, several, accept_partial) for detection in detections]
        cutouts: list[Cutout] = []
        with clock.measure("cutout"):
            for photo, people in zip(photos, chosen, strict=True):
                found = self._backends.cutout.cut_out(photo, [person for _, person in people])
                cutouts += in_its_light(photo, found)
        whose = [one for people in chosen for one in people]
        whose = [(i, outlined(p, c)) for (i, p), c in zip(whose, cutouts, strict=True)]
        yield "cutout", detections, whose, cutouts, []
        with clock.measure("face"):
            faces = self._backends.face.find_faces(cutouts)
            scale = self._backends.face.mask_scale
            seen = [crop_face(c, boxes, scale) for c, boxes in zip(cutouts, faces, strict=True)]
        yield "face", detections, whose, seen, []
        with clock.measure("style"):
            plain = [in_plain_view(c) for c in seen]
            styles = self._backends.style.score_styles(plain)
        yield "style", detections, whose, seen, styles
        looks = iter(self._read(seen, plain, whose, styles, clock))
        timings = clock.shared_by(len(photos))
        return [
            Analysis(photo, detection, tuple(islice(looks, len(people))), timings)
            for photo, detection, people in zip(photos, detections, chosen, strict=True)
        ]

    def _read(
        self,
        seen: Sequence[Cutout],
        plain: Sequence[Cutout],
        people: Sequence[tuple[int, Person]],
        styles: Sequence[StyleScores],
        clock: _Clock,
    ) -> list[AnalyzedPerson]:
        """Answer the questions, measure the colours and embed the pictures.

        ``plain`` are the cutouts that were ``seen``, in plain light.
        """
        with clock.measure("vqa"):
            answers = self._backends.vqa.answer_questions(plain)
        with clock.measure("palette"):
            palettes = [measure_palette(garment_pixels(c, PALETTE_REGIONS), c.light) for c in seen]
        return [
            AnalyzedPerson(person, index, cutout, scores, words, palette, visual)
            for (index, person), cutout, scores, words, palette, visual in zip(
                people, seen, styles, answers, palettes, self._embed(seen, clock), strict=True
            )
        ]

    def _embed(self, seen: Sequence[Cutout], clock: _Clock) -> Sequence[Visual | None]:
        if self._backends.visual is None:
            return [None] * len(seen)
        with clock.measure("visual"):
            return self._backends.visual.embed_looks(seen)


def _chosen(
    detection: Detection, several: Several, accept_partial: bool
) -> list[tuple[int, Person]]:
    """The people to analyse, with their place in the detection; the largest comes first."""
    people = list(enumerate(detection.people))
    if several == "largest":
        people = people[:1]
    return [(i, person) for i, person in people if person.is_whole or accept_partial]


class _Clock:
    """Adds up milliseconds by stage."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self._spent[stage] = self._spent.get(stage, 0.0) + 1e3 * (perf_counter() - start)

    def shared_by(self, count: int) -> Mapping[str, float]:
        return {stage: spent / count for stage, spent in self._spent.items()}
