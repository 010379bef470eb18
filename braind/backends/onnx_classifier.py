"""Styles by a classifier of the user's own: an ONNX file, and beside it a JSON card of its name.

The card tells the labels, how pictures are made (size, letterboxed or squashed, mean and deviation
of RGB in 0..1) and whether the output is probabilities or logits of independent labels.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.onnx_session import OnnxSession, session_of
from braind.domain import Cutout, Floats, Pixels, StyleScores
from braind.errors import ModelError
from braind.letterbox import Size, letterbox_cutout
from braind.stages.style import GROUND
from braind.vocabulary import STYLES, Style
from braind.weights import weights_at

AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Card:
    """What the file beside a classifier says of it; ``size`` is (width, height)."""

    labels: tuple[Style, ...]
    size: Size
    mean: Floats
    deviation: Floats
    squash: bool
    ground: int
    logits: bool

    @staticmethod
    def read(path: Path) -> Card:
        """Raises ``ModelError`` when there is no card or it does not fit the style stage."""
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return Card._of(content)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                "classifier_card",
                f"The classifier has no card that can be used at {path}: {error}.",
                "Train it with “braind train style”, which writes the card beside the file.",
                path=str(path),
            ) from error

    @staticmethod
    def _of(content: Mapping[str, Any]) -> Card:
        seen, output = content["input"], content["output"]
        kind = output["kind"] if isinstance(output, dict) else output
        if seen.get("view", "cutout") != "cutout":
            raise ValueError("it was trained on whole photos, but styles are read from cutouts")
        if kind not in ("logits", "probabilities") or seen["resize"] not in _FITS:
            raise ValueError(f"{kind!r} or {seen['resize']!r} is not known")
        width, height = seen["size"]
        mean, deviation = (np.array(seen[name], np.float32).reshape(3) for name in ("mean", "std"))
        labels = tuple(Style(label) for label in content["labels"])
        squash, ground = seen["resize"] == "squash", int(seen.get("ground", GROUND))
        return Card(
            labels, (int(width), int(height)), mean, deviation, squash, ground, kind == "logits"
        )


_FITS = ("letterbox", "squash")


class OnnxClassifier:
    """Scores styles; a style that the classifier does not know is never seen."""

    def __init__(self, session: OnnxSession, card: Card) -> None:
        self._session, self._card = session, card
        self._batches = Batches(AT_ONCE)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights and what the card says."""
        card = self._card
        return {
            "backend": "classifier",
            "weights": self._session.sha256,
            "labels": card.labels,
            "input": [card.size, card.squash, card.ground, card.mean.tolist()],
            "deviation": card.deviation.tolist(),
            "logits": card.logits,
        }

    def score_styles(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        """The scores of each face-cropped cutout, in the given order."""
        return self._batches.run(self._score, cutouts)

    def _score(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        card = self._card
        pictures = np.stack([self._picture(cutout.rgba) for cutout in cutouts])
        feed = (pictures.astype(np.float32) / np.float32(255) - card.mean) / card.deviation
        outputs = self._session.run({self._session.inputs[0]: feed.transpose(0, 3, 1, 2).copy()})
        raw = next(iter(outputs.values())).astype(np.float32)
        values = 1 / (1 + np.exp(-np.clip(raw, -60, 60))) if card.logits else np.clip(raw, 0, 1)
        table = np.zeros((len(cutouts), len(STYLES)), np.float32)
        table[:, [STYLES.index(label) for label in card.labels]] = values
        return [StyleScores(row) for row in table]

    def _picture(self, rgba: Pixels) -> Pixels:
        card = self._card
        if not card.squash:
            return letterbox_cutout(rgba, card.size, card.ground)
        canvas = Image.new("RGBA", (rgba.shape[1], rgba.shape[0]), (card.ground,) * 3 + (255,))
        canvas.alpha_composite(Image.fromarray(rgba))
        small = canvas.convert("RGB").resize(card.size, Image.Resampling.BILINEAR)
        return np.asarray(small)


def create(context: BackendContext) -> OnnxClassifier:
    """Build it from the file that the settings name."""
    file = str(context.settings["file"])
    if not file:
        raise ModelError(
            "setting_missing",
            "No classifier has been chosen.",
            "Train one, then: braind recipe set style classifier file=PATH.onnx",
        )
    path = Path(file).expanduser()
    return OnnxClassifier(
        session_of(weights_at(path), context), Card.read(path.with_suffix(".json"))
    )
