"""Word spaces of backends that read words themselves: fitted once, then kept with their id.

The answer lists are closed, so a backend embeds their words once and is not loaded again. The PCA
is fitted to how often each word answered in BRAIND's labelled training photos, so that everybody
who has the same weights gets the same space.
"""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.files import write_whole
from braind.models import resources_folder
from braind.stages.words import WordsBackend, WordSpace
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN

_COUNTS = "words/words.card.json"
_KEY_LENGTH = 16  # hex digits


def answer_words() -> list[str]:
    """Every answer word but "unknown", once, in the order of the questions."""
    words = dict.fromkeys(word for question in QUESTIONS for word in ANSWERS[question])
    return [word for word in words if word != UNKNOWN]


def space_of(backend: WordsBackend, cache: Path | None = None) -> WordSpace:
    """The word space of a backend; one that has to be fitted is kept in the folder ``cache``.

    Raises ``ModelError``.
    """
    if isinstance(backend, WordSpace):
        return backend
    kept = cache / "words" / f"{_key(backend)}.npz" if cache else None
    if kept is not None and kept.is_file():
        return WordSpace.load(kept)
    words = answer_words()
    space = WordSpace.fit(words, backend.embed_words(words), _counts(words))
    if kept is not None:
        content = BytesIO()
        space.save(content)
        write_whole(kept, [content.getbuffer()], private=True)
    return space


def _key(backend: WordsBackend) -> str:
    text = json.dumps([backend.identity, answer_words()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_KEY_LENGTH]


def _counts(words: list[str]) -> NDArray[np.int64]:
    """How often each word answered in the training photos, and once more: none weighs nothing."""
    card = json.loads((resources_folder() / _COUNTS).read_text(encoding="utf-8"))
    return np.array([card["counts"].get(word, 0) + 1 for word in words], np.int64)
