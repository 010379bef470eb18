"""Sentences for people, in Korean and English, that are the same in terminal, page and window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from braind.domain import Answer, BrandMatch, Level, Reason, StyleScores
from braind.vocabulary import (
    DEFAULT_WEIGHTS,
    PART_QUESTIONS,
    UNKNOWN,
    Part,
    Question,
    Style,
    label,
)

# A style is named when it is this likely.
HAS_STYLE = 0.5
# A part is worth naming as a reason when it gives this much more than its weight would.
_STANDS_OUT = 0.9

_LEVELS = {
    Level.VERY_SIMILAR: ("very similar", "매우 닮음"),
    Level.SIMILAR: ("similar", "닮음"),
    Level.SOMEWHAT: ("somewhat similar", "조금 닮음"),
    Level.NO_MATCH: ("no clear match", "뚜렷하게 닮지 않음"),
}
_REASONS = {
    Reason.NOBODY: ("nobody to be seen", "사람을 찾지 못했어요"),
    Reason.HALF_BODY: ("only half of the body is in the photo", "몸의 일부만 보여요"),
    Reason.NO_HEAD: ("the head is cut off", "머리가 잘렸어요"),
    Reason.LEFT_FOOT: ("the left foot is cut off", "왼발이 잘렸어요"),
    Reason.RIGHT_FOOT: ("the right foot is cut off", "오른발이 잘렸어요"),
    Reason.SEVERAL_PEOPLE: ("several people", "여러 사람이 보여요"),
}
_GARMENTS = (
    (
        (Question.UPPER_COLOR, Question.UPPER_PATTERN, Question.UPPER_MATERIAL),
        Question.UPPER_ITEM,
    ),
    (
        (Question.LOWER_COLOR, Question.LOWER_PATTERN, Question.LOWER_MATERIAL),
        Question.LOWER_ITEM,
    ),
)
_ONE_PIECE = ("dress", "jumpsuit")


def level_word(level: Level, language: str) -> str:
    """How alike, in words."""
    return _LEVELS[level][language == "ko"]


def reason_words(reasons: Iterable[Reason], language: str) -> str:
    """What a photo lacks, joined by commas."""
    return ", ".join(_REASONS[reason][language == "ko"] for reason in reasons)


def style_words(styles: StyleScores, language: str) -> str:
    """The styles that a look has, strongest first; the strongest one if it has none clearly."""
    ranked = sorted(styles.as_dict().items(), key=lambda pair: -pair[1])
    clear = [style for style, score in ranked if score >= HAS_STYLE] or [ranked[0][0]]
    return ", ".join(label(style, language) for style in clear)


def outfit_words(answers: Iterable[Answer], language: str) -> str:
    """An outfit in a line: "black wool coat · blue jeans · winter"."""
    return " · ".join(_garment_phrases({a.question: a.word for a in answers}, language))


def shared_words(match: BrandMatch, language: str) -> str:
    """What the query and the brand's look-alikes have in common, or an empty text."""
    styles = [label(style, language) for style in match.shared_styles]
    phrases = _garment_phrases(dict(match.shared), language)
    return " · ".join([", ".join(styles), *phrases] if styles else phrases)


def why_sentence(
    match: BrandMatch, language: str, weights: Mapping[Part, float] = DEFAULT_WEIGHTS
) -> str:
    """The parts that speak most for a match, in a sentence; empty when none stands out.

    For example "Close in style (casual) and colour (navy)." A part speaks for a match by what it
    gives beyond its weight.
    """
    parts = _telling_parts(match.parts, weights)
    named = [_part_phrase(part, match, language) for part in parts]
    if language == "ko":
        return _korean_sentence(parts, named)
    return f"Close in {' and '.join(named)}." if named else ""


def with_particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """A Korean word with the form of a particle that its last syllable asks for."""
    code = ord(word[-1]) - 0xAC00
    closed = 0 <= code < 11172 and code % 28 > 0
    return word + (after_consonant if closed else after_vowel)


def _garment_phrases(words: Mapping[Question, str], language: str) -> list[str]:
    phrases: list[str] = []
    one_piece = words.get(Question.UPPER_ITEM) in _ONE_PIECE
    for number, (qualities, item) in enumerate(_GARMENTS):
        if number and one_piece and words.get(item) == words[Question.UPPER_ITEM]:
            continue
        phrase = _garment_phrase(words, qualities, item, language)
        phrases += [phrase] if phrase else []
    season = words.get(Question.SEASON, UNKNOWN)
    return phrases + ([label(season, language)] if season != UNKNOWN else [])


def _garment_phrase(
    words: Mapping[Question, str], qualities: Sequence[Question], item: Question, language: str
) -> str:
    known = [words[q] for q in qualities if words.get(q, UNKNOWN) not in (UNKNOWN, "solid")]
    garment = words.get(item, UNKNOWN)
    if not known and garment == UNKNOWN:
        return ""
    noun = label(item if garment == UNKNOWN else garment, language)
    # "Denim jeans" says the same thing twice.
    known = [word for word in known if not (word == "denim" and garment == "jeans")]
    return " ".join([*(label(word, language) for word in known), noun])


def _telling_parts(parts: Mapping[Part, float], weights: Mapping[Part, float]) -> list[Part]:
    total = sum(weights.get(part, 0.0) for part in parts) or 1.0
    excess = {
        part: share / (weights[part] / total)
        for part, share in parts.items()
        if weights.get(part, 0) > 0 and share > 0
    }
    ranked = sorted(excess, key=lambda part: -excess[part])
    return [part for part in ranked if excess[part] >= _STANDS_OUT][:2]


def _part_phrase(part: Part, match: BrandMatch, language: str) -> str:
    name = label(part, language)
    words: Iterable[Style | str] = match.shared_styles
    if part is not Part.STYLE:
        words = (word for question, word in match.shared if question in PART_QUESTIONS[part])
    inside = ", ".join(dict.fromkeys(label(word, language) for word in words))
    gap = "" if language == "ko" else " "
    return f"{name}{gap}({inside})" if inside else name


def _korean_sentence(parts: Sequence[Part], named: Sequence[str]) -> str:
    """Particles follow the sound of the part's name, whatever stands in brackets after it."""
    if not named:
        return ""
    names = [label(part, "ko") for part in parts]
    particles = [("과", "와"), ("이", "가")][-len(named) :]
    spoken = [
        phrase + with_particle(name, *pair)[len(name) :]
        for name, phrase, pair in zip(names, named, particles, strict=True)
    ]
    return " ".join([*spoken, "가까워요."])
