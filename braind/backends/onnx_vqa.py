"""The embedded backend of the ten questions: garment crops, the whole look, measured colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from braind.backends import onnx_look
from braind.backends.context import BackendContext
from braind.backends.onnx_look import OnnxLook
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout
from braind.stages.vqa import Side, compose_answers


class OnnxVqa:
    """Answers from the outfits that ``look`` reads, and from the garments' pixels."""

    def __init__(self, look: OnnxLook) -> None:
        self._look = look

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the outfits, and which colours are named how."""
        return {**self._look.identity, "colors": shipped_namer().id}

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        return [
            compose_answers(
                cutout,
                outfit.garments.get(Side.UPPER),
                outfit.garments.get(Side.LOWER),
                outfit.season,
            )
            for cutout, outfit in zip(cutouts, self._look.read_outfits(cutouts), strict=True)
        ]


def create(context: BackendContext) -> OnnxVqa:
    """Build it from the context's reader of outfits."""
    return OnnxVqa(onnx_look.create(context))
