"""Looks that were found, for programs and for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from braind.cli.shapes import Shape, answers_shape, styles_shape
from braind.cli.tables import bar, indented
from braind.cli.texts import say
from braind.insights.lookquery import Wish
from braind.vocabulary import Part, label
from braind.wording import level_word, outfit_words, style_words

if TYPE_CHECKING:
    from braind.engine.looksearch import FoundLook, FoundLooks

# What is wished for above or below.
_EITHER = {
    "item": ("garment", "옷"),
    "color": ("colour", "색"),
    "material": ("material", "소재"),
    "pattern": ("pattern", "패턴"),
}


def looks_shape(found: FoundLooks) -> Shape:
    """A look meets every wish, by any of its alternatives; question null means a style."""
    return {
        "total": found.total,
        "wishes": [
            [{"question": trait.question, "answer": trait.word} for trait in wish]
            for wish in found.wishes
        ],
        "unknown": list(found.unknown),
        "looks": [_look_shape(one) for one in found.looks],
    }


def _look_shape(one: FoundLook) -> Shape:
    likeness = one.likeness
    return {
        "look": one.look.id,
        "brand": one.brand.name,
        "photo": one.look.path,
        "level": likeness and likeness.level.value,
        "closeness": likeness and round(likeness.closeness, 4),
        "parts": likeness and {part.value: round(x, 4) for part, x in likeness.parts.items()},
        "styles": styles_shape(one.look.styles),
        "answers": answers_shape(one.look.answers),
    }


def looks_view(found: FoundLooks, language: str) -> str:
    """What was looked for, and the looks."""
    lines = []
    if found.wishes:
        wishes = " · ".join(wish_words(wish, language) for wish in found.wishes)
        lines.append(say("looking_for", language, wishes=wishes))
    if found.unknown:
        lines.append(say("not_understood", language, words=", ".join(found.unknown)))
    lines.append(say("looks_found", language, looks=f"{found.total:,}", shown=len(found.looks)))
    return "\n\n".join(["\n".join(lines), *(_look_view(one, language) for one in found.looks)])


def wish_words(wish: Wish, language: str) -> str:
    """A wish in words: "top colour: navy"."""
    words = " / ".join(dict.fromkeys(label(trait.word, language) for trait in wish))
    questions = {trait.question for trait in wish}
    question = wish[0].question
    if question is None:
        place = label("style", language)
    elif len(questions) == 1:
        place = label(question, language)
    else:
        place = _EITHER[question.partition("_")[2]][language == "ko"]
    return f"{place}: {words}"


def _look_view(one: FoundLook, language: str) -> str:
    lines = [f"#{one.look.id}  {one.brand.name}"]
    if one.likeness:
        closeness = bar(one.likeness.closeness)
        lines.append(indented(f"{closeness}  {level_word(one.likeness.level, language)}"))
        lines.append(indented(_parts(one.likeness.parts, language)))
    styles, outfit = (
        style_words(one.look.styles, language), outfit_words(one.look.answers, language)
    )  # fmt: skip
    lines += [indented(f"{styles} · {outfit}" if outfit else styles), indented(one.look.path)]
    return "\n".join(lines)


def _parts(parts: Mapping[Part, float], language: str) -> str:
    """What speaks for the likeness, strongest first."""
    ranked = sorted(parts.items(), key=lambda pair: -pair[1])
    return " · ".join(f"{label(p, language)} {100 * x:.0f}%" for p, x in ranked if x >= 0.005)
