"""What words mean by FashionSigLIP's text tower: 768 numbers a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from braind.backends.context import BackendContext
from braind.backends.siglip import TextTower
from braind.domain import Floats


class SiglipWords:
    """Embeds the words of the answer lists."""

    def __init__(self, texts: TextTower) -> None:
        self._texts = texts

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend and weights."""
        return {"backend": "fashion-siglip", "weights": self._texts.sha256}

    def embed_words(self, words: Sequence[str]) -> Floats:
        """One unit vector a word, float32 (N, 768)."""
        return self._texts.embed(words)


def create(context: BackendContext) -> SiglipWords:
    """Build it from the text tower."""
    return SiglipWords(TextTower(str(context.settings["texts"]), context))
