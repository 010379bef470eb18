"""Photos whose corner pixel says what is in them, and a pipeline that reads just that."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from braind.domain import (
    Answer,
    BodyPart,
    Box,
    Cutout,
    Detection,
    Person,
    Reason,
    StyleScores,
    Swatch,
)
from braind.pipeline import Analysis, AnalyzedPerson
from braind.stages.look import compose_look
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, UNKNOWN, Question

RECIPE = "fake-recipe"
WIDTH, HEIGHT = 48, 72
NOBODY, WHOLE, HALF, NO_FOOT, PAIR = range(5)
_MISSING = {WHOLE: (), HALF: (Reason.HALF_BODY,), NO_FOOT: (Reason.LEFT_FOOT,), PAIR: ()}
_KNOWN = (Question.UPPER_COLOR, Question.LOWER_COLOR, Question.UPPER_ITEM, Question.LOWER_ITEM)


def write_photo(path: Path, seed: int, kind: int = WHOLE, group: int = 0) -> Path:
    """A PNG of noise; photos of one ``group`` are read as looking alike."""
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, 256, (9, 8, 3), np.uint8)
    pixels = np.array(Image.fromarray(blocks).resize((WIDTH, HEIGHT), Image.Resampling.NEAREST))
    pixels[0, 0] = kind, group, seed % 256
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def write_folder(folder: Path, count: int, seed: int = 0, group: int = 0) -> list[Path]:
    """Photos 0.png, 1.png … of one group."""
    return [write_photo(folder / f"{n}.png", seed + n, group=group) for n in range(count)]


class FakePipeline:
    """Reads the corner pixel; counts its photos and how many threads were inside at once."""

    devices = ("cpu",)

    def __init__(self, calls: list[str], recipe: str = RECIPE) -> None:
        self.recipe = recipe
        self._calls = calls
        self._lock = threading.Lock()

    def analyze(self, photos, batch=8, several="largest", accept_partial=False):
        for photo in photos:
            assert self._lock.acquire(blocking=False), "two threads use one pipeline"
            try:
                self._calls.append(photo.path)
                yield self._analyze(photo, several, accept_partial)
            finally:
                self._lock.release()

    def analyze_steps(self, photo):
        yield from self.analyze([photo], several="each", accept_partial=True)

    def make_look(self, analysis, index=0):
        one = analysis.looks[index]
        return compose_look(
            analysis.photo, one.person, one.cutout, one.styles, one.answers, one.palette,
            self.recipe, one.index, one.visual,
        )  # fmt: skip

    def _analyze(self, photo, several, accept_partial):
        kind, group, _ = (int(v) for v in photo.pixels[0, 0])
        people = tuple(_person(kind, place) for place in range({NOBODY: 0, PAIR: 2}.get(kind, 1)))
        reasons = {NOBODY: (Reason.NOBODY,), PAIR: (Reason.SEVERAL_PEOPLE,)}
        detection = Detection(people, reasons.get(kind) or people[0].missing)
        chosen = [p for p in enumerate(people) if p[1].is_whole or accept_partial]
        chosen = chosen[:1] if several == "largest" else chosen
        looks = tuple(_read(photo, person, place, group) for place, person in chosen)
        return Analysis(photo, detection, looks, {"person": 1.0, "style": 2.0})


def _person(kind, place):
    box = Box(4 + 20 * place, 6, 22 + 20 * place, 66)
    parts = {BodyPart.WHOLE_BODY: box, BodyPart.LEFT_FOOT: Box(6, 60, 10, 66)}
    return Person(box, parts, _MISSING[kind], 0.9, Box(0, 0, WIDTH, HEIGHT))


def _read(photo, person, place, group):
    box = person.box
    area = photo.pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    alpha = np.full((*area.shape[:2], 1), 255, np.uint8)
    noise = np.frombuffer(hashlib.sha256(area.tobytes()).digest()[:7], np.uint8) / 255
    styles = (0.9 * np.roll(np.eye(7)[0], group) + 0.1 * noise).astype(np.float32)
    return AnalyzedPerson(
        person, place, Cutout(np.dstack([area, alpha]), box), StyleScores(styles),
        _answers(group), (Swatch("#102030", "navy", 1.0),),
    )  # fmt: skip


def _answers(group):
    words = {q: ANSWERS[q][group % (len(ANSWERS[q]) - 1)] for q in _KNOWN}
    return tuple(Answer(q, words.get(q, UNKNOWN), 0.8) for q in QUESTIONS)


class VisualPipeline(FakePipeline):
    """Embeds the corner pixel, too: photos of a group have nearly one direction."""

    def _analyze(self, photo, several, accept_partial):
        analysis = super()._analyze(photo, several, accept_partial)
        _, group, seed = (int(v) for v in photo.pixels[0, 0])
        looks = tuple(replace(one, visual=fake_visual(group, seed)) for one in analysis.looks)
        return replace(analysis, looks=looks)


def fake_visual(group, seed):
    """A direction near that of its group: float16 (768,)."""
    own, of_group = (np.random.default_rng(n).standard_normal(768) for n in (1000 + seed, group))
    vector = 0.3 * own + of_group
    return (vector / np.linalg.norm(vector)).astype(np.float16)


def fake_words():
    """A word space in which different words have nothing in common."""
    tables = {}
    for question in QUESTIONS:
        rows = np.eye(len(ANSWERS[question]), dtype=np.float32)
        rows[-1] = 0
        tables[question] = rows
    return tables


def style_of_group(group):
    return STYLES[group]
