"""Styles by FashionSigLIP: how near a look is to what a style is called, or by trained heads.

Zero-shot, a style's score is the softmax over 100 times the cosines (as the model's card has it) of
its own prompts and of a prompt that says nothing about style: seven independent decisions. Heads
are one logistic regression a style on the same embeddings, with their calibration.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from braind.backends.context import BackendContext
from braind.backends.siglip import ImageTower, TextTower, open_images
from braind.domain import Cutout, Floats, StyleScores
from braind.errors import ModelError
from braind.vocabulary import STYLES, Style

SCALE = 100.0
NEUTRAL = ("a photo of a person wearing clothes", "an outfit")
PROMPTS: Mapping[Style, tuple[str, ...]] = {
    Style.CASUAL: (
        "a casual everyday outfit",
        "comfortable plain clothes, a t-shirt and jeans",
    ),
    Style.AMEKAJI: (
        "an American casual vintage workwear outfit",
        "raw denim, a flannel shirt and leather boots, heritage style",
    ),
    Style.GIRLISH: (
        "a cute girlish feminine outfit",
        "a sweet romantic look with ruffles, lace and ribbons",
    ),
    Style.DANDY: (
        "a dandy outfit, an elegant tailored suit",
        "classic gentlemanly formal wear",
    ),
    Style.SPORTS: (
        "a sporty athletic outfit",
        "sportswear, a tracksuit and running shoes",
    ),
    Style.CHIC: (
        "a chic elegant modern outfit",
        "a minimal sophisticated city look",
    ),
    Style.STREET: (
        "a street style hip hop outfit",
        "streetwear, an oversized hoodie and sneakers",
    ),
}


@dataclass(frozen=True, slots=True)
class Heads:
    """One linear decision a style: float32 weights (7, D) and bias (7,), in log-odds."""

    weights: Floats
    bias: Floats
    id: str

    @staticmethod
    def zero_shot(texts: TextTower) -> Heads:
        """From the prompts. Raises ``ModelError``."""
        prompts = [text for style in STYLES for text in PROMPTS[style]]
        vectors = texts.embed([*NEUTRAL, *prompts])
        neutral, rest = _mean(vectors[: len(NEUTRAL)]), vectors[len(NEUTRAL) :]
        styles, start = [], 0
        for style in STYLES:
            count = len(PROMPTS[style])
            styles.append(_mean(rest[start : start + count]))
            start += count
        weights = np.float32(SCALE) * (np.stack(styles) - neutral)
        text = json.dumps([NEUTRAL, prompts, texts.sha256])
        return Heads(weights, np.zeros(len(STYLES), np.float32), _digest(text.encode()))

    @staticmethod
    def read(path: Path, encoder: str) -> Heads:
        """Trained heads from JSON; they must be for the ``encoder`` with this hash.

        Raises ``ModelError``.
        """
        try:
            content = path.read_bytes()
            card = json.loads(content)
            order = [card["labels"].index(style) for style in STYLES]
            weights = np.array(card["weights"], np.float32)[order]
            bias = np.array(card["bias"], np.float32)[order]
            if card["encoder"] != encoder or weights.ndim != 2 or bias.shape != (len(STYLES),):
                raise ValueError("they were trained for another encoder or other styles")
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise ModelError(
                "heads_unusable",
                f"The style heads at {path} cannot be used: {error}.",
                "Train them again with “braind train heads”, or leave the setting empty.",
                path=str(path),
            ) from error
        return Heads(weights, bias, _digest(content))


class SiglipStyle:
    """Scores styles from image embeddings."""

    def __init__(self, images: ImageTower, heads: Heads) -> None:
        self._images, self._heads = images, heads

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, image weights, and the heads or prompts with the text weights."""
        return {
            "backend": "fashion-siglip",
            "weights": self._images.sha256,
            "heads": self._heads.id,
        }

    def score_styles(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        """The scores of each face-cropped cutout, in the given order."""
        if not cutouts:
            return []
        odds = self._images.embed(cutouts) @ self._heads.weights.T + self._heads.bias
        values = 1 / (1 + np.exp(-np.clip(odds, -60, 60)))
        return [StyleScores(row) for row in values.astype(np.float32)]


def _mean(vectors: Floats) -> Floats:
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def create(context: BackendContext) -> SiglipStyle:
    """Build it from the towers and, if the settings name a file, from trained heads."""
    images = open_images(str(context.settings["images"]), context)
    file = str(context.settings["heads"])
    if file:
        return SiglipStyle(images, Heads.read(Path(file).expanduser(), images.sha256))
    texts = TextTower(str(context.settings["texts"]), context)
    return SiglipStyle(images, Heads.zero_shot(texts))
