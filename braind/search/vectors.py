"""The look vector, written out: seven style scores, ten word vectors and, where the recipe has one,
the visual vector, as weighted unit blocks.

Every block is scaled to length 1 before it is weighted: plain concatenation would give the seven
styles some 9 % of the dot product. A block that says nothing (an unknown answer) stays zero, so
norms differ between looks only by what is unknown about them.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.looktable import UNKNOWN_ANSWERS, LookTable
from braind.vocabulary import BASE_PARTS, PART_QUESTIONS, PARTS, QUESTIONS, STYLES, Part, Question

WordTables = Mapping[Question, Floats]

# Where the blocks lie that belong to no question.
_VISUAL = 1 + len(QUESTIONS)
_SINGLE = {Part.STYLE: 0, Part.VISUAL: _VISUAL}


def unit_rows(rows: Floats) -> Floats:
    """Rows float32 (N, D) scaled to length 1; zero rows stay zero."""
    # Squares of tiny float32 scores would vanish in float32.
    norms = np.sqrt(np.square(rows, dtype=np.float64).sum(axis=1, keepdims=True))
    return (rows / np.where(norms > 0, norms, 1)).astype(np.float32)


def block_weights(weights: Mapping[Part, float], has_visual: bool = False) -> Floats:
    """The weight of each block in a dot product: float32 (11,), style and then the ten questions.

    With the visual block it is the twelfth. Only the ratios of the weights matter: blocks sum to 1,
    or are all 0. The questions of a part share its weight equally; a part that is not named weighs
    nothing, nor does a question of no part. Raises ValueError for a negative or endless weight.
    """
    if not all(np.isfinite(weight) and weight >= 0 for weight in weights.values()):
        raise ValueError("weights must be finite and not negative")
    shares = dict.fromkeys(QUESTIONS, 0.0)
    for part, questions in PART_QUESTIONS.items():
        shares |= {question: weights.get(part, 0.0) / len(questions) for question in questions}
    visual = [weights.get(Part.VISUAL, 0.0)] if has_visual else []
    blocks = np.array([weights.get(Part.STYLE, 0.0), *shares.values(), *visual])
    return (blocks / (blocks.sum() or 1)).astype(np.float32)


def block_starts(words: WordTables, has_visual: bool = False) -> NDArray[np.intp]:
    """Where each block begins in a look vector: (11,), with the visual block (12,)."""
    widths = [len(STYLES), *(words[question].shape[1] for question in QUESTIONS)]
    starts = np.concatenate([[0], np.cumsum(widths)]).astype(np.intp)
    return starts if has_visual else starts[:-1]


def compose_look(looks: LookTable, words: WordTables, weights: Mapping[Part, float]) -> Floats:
    """Look vectors float32 (N, 7 + sum of word dimensions), weighted, not normalised.

    Looks with visual vectors have 768 numbers more. This is the dense reference: search itself
    never builds it for all looks.
    """
    scales = np.sqrt(block_weights(weights, looks.visual is not None))
    blocks = [unit_rows(looks.styles) * scales[0]]
    answers = known_answers(looks.answers)
    for question, column, scale in zip(QUESTIONS, answers.T, scales[1:_VISUAL], strict=True):
        blocks.append(words[question][column] * scale)
    if looks.visual is not None:
        blocks.append(looks.visual.unit_vectors() * scales[-1])
    return np.hstack(blocks)


def part_contributions(a: Floats, b: Floats, starts: NDArray[np.intp]) -> Floats:
    """What each part adds to the dot products of paired look vectors: (N, D), (N, D) -> (N, 5).

    ``starts`` comes from ``block_starts``; columns are in the order of ``parts_of``, which with a
    visual block has 6.
    """
    blocks = np.add.reduceat(a * b, starts, axis=1)
    columns = [_block_numbers(part) for part in parts_of(len(starts) > _VISUAL)]
    return np.stack([blocks[:, numbers].sum(axis=1) for numbers in columns], axis=1)


def parts_of(has_visual: bool) -> tuple[Part, ...]:
    """The parts that look vectors have."""
    return PARTS if has_visual else BASE_PARTS


def _block_numbers(part: Part) -> list[int]:
    if part in _SINGLE:
        return [_SINGLE[part]]
    return [1 + QUESTIONS.index(question) for question in PART_QUESTIONS[part]]


def known_answers(answers: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Answers (N, 10) with every position that the vocabulary does not have made "unknown"."""
    return np.minimum(answers, UNKNOWN_ANSWERS)
