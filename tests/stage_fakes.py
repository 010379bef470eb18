"""Drawn figures, and tiny deterministic backends that find and read them."""

from __future__ import annotations

from hashlib import sha256

import numpy as np

from braind.domain import (
    Answer,
    BodyPart,
    Box,
    Cutout,
    Detection,
    Person,
    Photo,
    Reason,
    Region,
    StyleScores,
)
from braind.vocabulary import ANSWERS, QUESTIONS

GROUND = (200, 200, 200)
PAINT = {
    Region.FACE: (240, 200, 170), Region.HAIR: (60, 40, 30), Region.UPPER: (200, 30, 40),
    Region.TROUSERS: (30, 40, 120), Region.LEFT_SHOE: (20, 20, 20),
    Region.RIGHT_SHOE: (20, 20, 20), Region.SKIN: (230, 190, 160), Region.DRESS: (30, 120, 60),
    Region.OUTER: (90, 80, 70), Region.SKIRT: (140, 30, 140), Region.LEGWEAR: (70, 70, 90),
    Region.BAG: (160, 110, 60),
}  # fmt: skip


def draw_figure(regions, left, top, height, scale_x=1.0):
    """Paint a standing person into a region map: ``height`` cells high, 0.3 as wide."""

    def fill(region, x0, x1, y0, y1):
        rows = slice(max(0, round(top + y0 * height)), max(0, round(top + y1 * height)))
        wide = 0.3 * height * scale_x
        regions[rows, max(0, round(left + x0 * wide)) : max(0, round(left + x1 * wide))] = region

    fill(Region.HAIR, 0.3, 0.7, 0.0, 0.05)
    fill(Region.FACE, 0.35, 0.65, 0.05, 0.14)
    fill(Region.UPPER, 0.1, 0.9, 0.14, 0.47)
    fill(Region.TROUSERS, 0.15, 0.45, 0.47, 0.93)
    fill(Region.TROUSERS, 0.55, 0.85, 0.47, 0.93)
    fill(Region.TROUSERS, 0.15, 0.85, 0.47, 0.55)
    fill(Region.RIGHT_SHOE, 0.1, 0.45, 0.93, 1.0)
    fill(Region.LEFT_SHOE, 0.55, 0.9, 0.93, 1.0)
    return regions


def empty_map(height=144, width=96):
    return np.zeros((height, width), np.uint8)


def logits_of(regions, strength=8.0):
    """float32 (15, h, w) logits whose softmax is nearly one-hot."""
    hot = regions[None] == np.arange(len(Region))[:, None, None]
    return np.where(hot, strength, 0).astype(np.float32)


def paint(regions, cell=5):
    """uint8 RGB picture of a region map, ``cell`` pixels a cell."""
    table = np.full((256, 3), GROUND, np.uint8)
    for region, color in PAINT.items():
        table[region] = color
    return table[regions].repeat(cell, axis=0).repeat(cell, axis=1)


def photo_of(pixels, name="look.png"):
    return Photo(
        name, sha256(pixels.tobytes()).hexdigest(), pixels, (pixels.shape[1], pixels.shape[0])
    )


def figure_photo(name="look.png"):
    return photo_of(paint(draw_figure(empty_map(), 28, 10, 124)), name)


def empty_photo(name="empty.png"):
    return photo_of(paint(empty_map()), name)


def cutout_of(regions, cell=4):
    """A hard-edged cutout of a whole region map."""
    rgb = paint(regions, cell)
    big = regions.repeat(cell, axis=0).repeat(cell, axis=1)
    alpha = np.where(big > 0, 255, 0).astype(np.uint8)
    return Cutout(np.dstack([rgb, alpha]), Box(0, 0, big.shape[1], big.shape[0]), big)


class Fake:
    """What every fake backend says of itself."""

    @property
    def identity(self):
        return {"backend": "fake"}


class FakePerson(Fake):
    """Everything that differs from the first pixel is one person."""

    def detect_people(self, photos):
        return [self._detect(photo.pixels) for photo in photos]

    def _detect(self, pixels):
        mask = (pixels != pixels[0, 0]).any(axis=2)
        if not mask.any():
            return Detection((), (Reason.NOBODY,))
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
        missing = (Reason.HALF_BODY,) if box.bottom >= pixels.shape[0] else ()
        whole = Box(0, 0, pixels.shape[1], pixels.shape[0])
        regions = np.zeros(mask.shape, np.uint8)
        for region, color in PAINT.items():
            regions[(pixels == color).all(axis=2)] = region
        person = Person(
            box, {BodyPart.WHOLE_BODY: box}, missing, 1.0, whole, regions, mask.astype(np.float32)
        )
        return Detection((person,), missing)


class FakeCutout(Fake):
    """The person's box with its mask as alpha."""

    def cut_out(self, photo, people):
        cutouts = []
        for person in people:
            box = person.box
            area = slice(int(box.top), int(box.bottom)), slice(int(box.left), int(box.right))
            alpha = (person.alpha[area] * 255).astype(np.uint8)
            rgba = np.dstack([photo.pixels[area], alpha])
            cutouts.append(Cutout(rgba, box, person.regions[area]))
        return cutouts


class FakeFace(Fake):
    """The box of the FACE pixels."""

    mask_scale = 1.3

    def find_faces(self, cutouts):
        return [self._boxes(cutout.regions == Region.FACE) for cutout in cutouts]

    def _boxes(self, mask):
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        if not len(rows):
            return ()
        return (Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1),)


class FakeStyle:
    """Scores from the mean colour."""

    def __init__(self, weights="a"):
        self.identity = {"backend": "fake", "weights": weights}

    def score_styles(self, cutouts):
        return [
            StyleScores(np.resize(c.rgba.mean(axis=(0, 1)) / 255, 7).astype(np.float32))
            for c in cutouts
        ]


class FakeVisual(Fake):
    """A direction from the mean colour."""

    def embed_looks(self, cutouts):
        rows = [np.resize(c.rgba.mean(axis=(0, 1)) + 1, 768) for c in cutouts]
        return [(row / np.linalg.norm(row)).astype(np.float16) for row in rows]


class FakeWords(Fake):
    """A direction of its own for every letter and length."""

    def embed_words(self, words):
        rows = np.zeros((len(words), 40), np.float32)
        for row, word in zip(rows, words, strict=True):
            for letter in word:
                row[ord(letter) % 32] += 1
            row[32 + len(word) % 8] = 1
        return rows


class FakeVqa(Fake):
    """The first answer of every list, surely."""

    def answer_questions(self, cutouts):
        return [tuple(Answer(q, ANSWERS[q][0], 1.0) for q in QUESTIONS) for _ in cutouts]
