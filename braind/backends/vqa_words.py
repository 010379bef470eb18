"""The ten questions in English, how the closed answers are spelt, and free answers mapped to them.

Nets that answer questions were trained on American English.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from braind.domain import Answer, Cutout
from braind.errors import ModelError
from braind.lexicon import LOWER, UPPER, Term, look_up, tokens_of
from braind.stages.vqa import Side, measured_color
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question

ENGLISH: dict[Question, str] = {
    Question.UPPER_ITEM: "what type of top is the person wearing?",
    Question.UPPER_COLOR: "what color is the top?",
    Question.UPPER_MATERIAL: "what material is the top made of?",
    Question.UPPER_PATTERN: "what pattern is on the top?",
    Question.LOWER_ITEM: "what type of bottoms is the person wearing?",
    Question.LOWER_COLOR: "what color are the bottoms?",
    Question.LOWER_MATERIAL: "what material are the bottoms made of?",
    Question.LOWER_PATTERN: "what pattern is on the bottoms?",
    Question.FAMOUS_BRAND: "which famous fashion brand is this outfit similar to?",
    Question.SEASON: "what season is this outfit for?",
}
_SPELT = {
    "skyblue": "light blue",
    "multicolor": "multicolored",
    "checked": "plaid",
    "dotted": "polka dot",
    "colorblock": "color block",
    "trousers": "pants",
}
_KINDS = {q: kind for side in (UPPER, LOWER) for kind, q in side.items()}
_COLOR_SIDES = {Question.UPPER_COLOR: Side.UPPER, Question.LOWER_COLOR: Side.LOWER}
_NO_PATTERN = frozenset({"no", "none", "nothing"})
_NOTHING = frozenset({"", "none", "no", "nothing", "unknown", "not sure", "yes"})
_LONGEST_NAME = 40
_LONGEST_ANSWER = 200  # a net that rambles on says nothing more, and is slow to understand


@dataclass(frozen=True, slots=True)
class Said:
    """What a net answered: a closed word or free text, and its probability."""

    text: str
    confidence: float


def closed_answers(question: Question) -> dict[str, str]:
    """The question's answers as a net would say them, each with the vocabulary's word.

    Empty for the famous brand, which is any name.
    """
    words = [word for word in ANSWERS[question] if word != UNKNOWN]
    return {_SPELT.get(word, word): word for word in words}


def wording() -> dict[str, object]:
    """What was asked and how answers are spelt, as JSON values for a backend's identity."""
    return {"questions": [ENGLISH[q] for q in QUESTIONS], "spelt": _SPELT}


def closed_word(question: Question, text: str) -> str:
    """The vocabulary's word that a free answer means, "unknown" when it means none.

    A famous brand stays as it was said.
    """
    if question is Question.FAMOUS_BRAND:
        name = " ".join(text.split())[:_LONGEST_NAME]
        return UNKNOWN if name.lower() in _NOTHING else name
    known, text = closed_answers(question), text[:_LONGEST_ANSWER]
    if text in known:
        return known[text]
    if "solid" in known.values() and set(tokens_of(text)) & _NO_PATTERN:
        return "solid"
    return next((word for term in _terms(text) for word in _fitting(question, term)), UNKNOWN)


def _terms(text: str) -> list[Term]:
    """What the answer speaks of; the longest runs of words are understood first."""
    tokens, terms, start = tokens_of(text), list[Term](), 0
    while start < len(tokens):
        for end in range(len(tokens), start, -1):
            found = look_up(tokens[start:end])
            if found is not None:
                terms += found
                break
        start = max(end, start + 1)
    return terms


def _fitting(question: Question, term: Term) -> list[str]:
    """The term's words that answer the question."""
    if term.kind is not _KINDS[question]:
        return []
    return [word for word in term.words if word in ANSWERS[question]]


def answers_from(cutout: Cutout, said: Sequence[Said], measure: bool) -> tuple[Answer, ...]:
    """Ten answers from what was said to ``vocabulary.QUESTIONS``, in that order.

    With ``measure``, colours are the cutout's own where its garments are mapped.
    """
    return tuple(
        _answer(cutout, question, one, measure)
        for question, one in zip(QUESTIONS, said, strict=True)
    )


def _answer(cutout: Cutout, question: Question, said: Said, measure: bool) -> Answer:
    if measure and cutout.regions is not None and question in _COLOR_SIDES:
        return measured_color(cutout, _COLOR_SIDES[question])
    return Answer(question, closed_word(question, said.text), said.confidence)


def check_choice(setting: str, word: str, words: Sequence[str]) -> None:
    """Pass if a setting is one of the words. Raises ``ModelError``."""
    if word not in words:
        raise ModelError(
            "setting_wrong",
            f"The setting {setting} cannot be {word!r}.",
            f"Choose one of: {', '.join(words)}.",
            setting=setting,
        )
