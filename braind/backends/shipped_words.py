"""The embedded word vectors: the newest table among the resources."""

from __future__ import annotations

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.models import resources_folder
from braind.stages.words import WordSpace

WORDS = "words"  # folder of the word spaces below the resources; the last name is the newest


def shipped_words() -> WordSpace:
    """The newest word space among the resources. Raises ``ModelError``."""
    folder = resources_folder() / WORDS
    newest = max(folder.glob("*.npz"), default=None)
    if newest is None:
        raise ModelError(
            "model_missing",
            f"The word vectors are not at {folder}.",
            "Install BRAIND again.",
            model=WORDS,
            path=str(folder),
        )
    return WordSpace.load(newest)


def create(context: BackendContext) -> WordSpace:
    """Load it; the context has nothing that it needs."""
    return shipped_words()
