"""What ships with BRAIND, as the engine uses it."""

from __future__ import annotations

from braind.pipeline import Pipeline, shipped_words
from braind.search.vectors import WordTables
from braind.vocabulary import QUESTIONS


def embedded_pipeline() -> Pipeline:
    """The default pipeline, one thread wide. Raises ``ModelError``."""
    return Pipeline.embedded()


def word_tables() -> WordTables:
    """The word vectors of the default pipeline, by question. Raises ``ModelError``."""
    space = shipped_words()
    return {question: space.table(question) for question in QUESTIONS}
