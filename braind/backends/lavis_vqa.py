"""BLIP through LAVIS, as the original pipeline asked it, in a process of LAVIS' own environment."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from braind.backends.blip_vqa import CHOICES, GROUND, on_ground
from braind.backends.context import BackendContext
from braind.backends.json_worker import JsonWorker
from braind.backends.vqa_words import (
    ENGLISH,
    Said,
    answers_from,
    check_choice,
    closed_answers,
    wording,
)
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout
from braind.lavis import lavis_python
from braind.vocabulary import QUESTIONS
from braind.weights import StoredWeights

SCRIPT = Path(__file__).with_name("lavis_worker.py")
MODEL = "lavis-vqa"
_QUESTIONS = [ENGLISH[question] for question in QUESTIONS]


class LavisVqa:
    """Answers of a worker; ``sha256`` is that of its weights.

    LAVIS gives its best answer and no probability: every confidence is 1.
    """

    def __init__(
        self,
        worker: JsonWorker,
        sha256: str,
        mode: str = "rank",
        colors: str = "pixels",
    ) -> None:
        check_choice("mode", mode, CHOICES["mode"])
        check_choice("colors", colors, CHOICES["colors"])
        self._worker, self._sha256, self._mode, self._colors = worker, sha256, mode, colors
        self._closed = [list(closed_answers(question)) for question in QUESTIONS]

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, questions, and which colours are named how."""
        return {
            "backend": "lavis",
            "weights": self._sha256,
            "ground": GROUND,
            "mode": self._mode,
            "colors": self._colors,
            "colors_named": shipped_namer().id,
            **wording(),
        }

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``.

        Raises ``ModelError`` when the worker fails or dies.
        """
        measure = self._colors == "pixels"
        return [answers_from(cutout, self._ask(cutout), measure) for cutout in cutouts]

    def _ask(self, cutout: Cutout) -> list[Said]:
        side = int(self._worker.greeting()["size"])
        square = Image.fromarray(on_ground(cutout)).resize((side, side), Image.Resampling.BICUBIC)
        answer = self._worker.ask(
            {
                "picture": base64.b64encode(np.asarray(square).tobytes()).decode("ascii"),
                "size": [side, side],
                "questions": _QUESTIONS,
                "answers": self._closed,
                "mode": self._mode,
            }
        )
        return [Said(text, 1.0) for text in answer["said"]]


def create(context: BackendContext) -> LavisVqa:
    """Build it from LAVIS' environment and the weights that the user added and vouched for.

    The process starts at the first question. Raises ``ModelError`` when either is missing.
    """
    python = lavis_python()
    weights = context.find_weights(MODEL, "")
    assert isinstance(weights, StoredWeights), "a user's files lie on disk"
    command = [str(python), "-I", str(SCRIPT), str(weights.path.parent)]
    mode, colors = str(context.settings["mode"]), str(context.settings["colors"])
    return LavisVqa(JsonWorker(command, "LAVIS"), weights.sha256, mode, colors)
