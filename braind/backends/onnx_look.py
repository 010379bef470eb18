"""The embedded style backend: one net that scores the styles and answers for the whole look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.batches import are_same
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.domain import Cutout, Floats, StyleScores
from braind.stages.style import INPUT_SIZE, look_input


class OnnxLook:
    """Runs ``style.onnx``; the latest outputs are kept, because two stages ask for them."""

    def __init__(self, session: OnnxSession) -> None:
        self._session = session
        self._latest: tuple[Sequence[Cutout], Mapping[str, Array]] = ((), {})

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights and input size."""
        return {"backend": "embedded", "weights": self._session.sha256, "input": INPUT_SIZE}

    def score_styles(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        """The scores of each face-cropped cutout, in the given order."""
        if not cutouts:
            return []
        return [StyleScores(row) for row in self._outputs(cutouts)["styles"]]

    def read_looks(self, cutouts: Sequence[Cutout]) -> Mapping[str, Floats]:
        """By question, float32 (N, words): probabilities of the words, "unknown" left out.

        The questions are the season, and item, material and pattern of upper and lower.
        """
        return self._outputs(cutouts)

    def _outputs(self, cutouts: Sequence[Cutout]) -> Mapping[str, Array]:
        known, outputs = self._latest
        if not are_same(cutouts, known):
            pictures = np.stack([look_input(cutout) for cutout in cutouts])
            outputs = self._session.run({"image": pictures})
            self._latest = (tuple(cutouts), outputs)
        return outputs


def create(context: BackendContext) -> OnnxLook:
    """The context's one look net."""
    return context.shared("look", lambda: OnnxLook(open_session("style", context)))
