"""What words mean by spaCy's small English model, as in the original pipeline: 96 numbers a word.

The model has no word table: a word's vector is what its network computes for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from braind.backends.context import BackendContext
from braind.domain import Floats
from braind.errors import ModelError

MODEL = "en_core_web_sm"


class SpacyWords:
    """Embeds words with a loaded spaCy pipeline."""

    def __init__(self, nlp: Any) -> None:  # noqa: ANN401
        self._nlp = nlp

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, and the version of the model."""
        meta = self._nlp.meta
        return {"backend": "spacy", "weights": f"{meta['lang']}_{meta['name']}-{meta['version']}"}

    def embed_words(self, words: Sequence[str]) -> Floats:
        """One vector a word, float32 (N, 96)."""
        return np.stack([np.asarray(self._nlp(word).vector, np.float32) for word in words])


def create(context: BackendContext) -> SpacyWords:
    """Build it from the installed package ``en_core_web_sm``. Raises ``ModelError``."""
    import spacy

    try:
        return SpacyWords(spacy.load(MODEL))
    except Exception as error:  # the model may be of another spaCy, which raises what it likes
        raise ModelError(
            "model_unusable",
            f"spaCy cannot load {MODEL}: {error}",
            f"Run: python -m spacy download {MODEL}",
        ) from error
