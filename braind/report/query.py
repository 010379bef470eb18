"""The card of the photo that was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from braind.domain import Answer, Reason, StyleScores, Swatch
from braind.report.markup import Markup, percent, picture, tag
from braind.report.texts import text
from braind.vocabulary import UNKNOWN, label
from braind.wording import HAS_STYLE, outfit_words, reason_words

# Answers below this confidence are marked as unsure.
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class QueryCard:
    """The photo's name and what was read in it; ``seen`` is a WebP without face or background."""

    name: str
    seen: bytes
    styles: StyleScores
    answers: Sequence[Answer]
    palette: Sequence[Swatch]
    cautions: Sequence[Reason] = ()


def query_card(query: QueryCard, language: str) -> Markup:
    """The card as HTML."""
    return tag(
        "section",
        tag(
            "figure",
            picture(query.seen, text("seen_alt", language)),
            tag("figcaption", text("seen", language)),
        ),
        tag("h2", query.name, class_="name"),
        tag("p", outfit_words(query.answers, language), class_="outfit"),
        _cautions(query.cautions, language),
        tag("h4", text("styles", language)),
        tag("div", *_style_bars(query.styles, language), class_="bars"),
        tag("p", text("styles_note", language), class_="note"),
        tag("h4", text("palette", language)),
        *_palette(query.palette, language),
        tag("h4", text("answers", language)),
        tag("dl", *(_answer(answer, language) for answer in query.answers)),
        class_="query",
    )


def _cautions(reasons: Sequence[Reason], language: str) -> Markup:
    if not reasons:
        return Markup()
    words = reason_words(reasons, language)
    return tag("p", text("caution", language, reasons=words), class_="notice")


def _style_bars(styles: StyleScores, language: str) -> list[Markup]:
    return [
        tag(
            "div",
            tag("span", label(style, language)),
            tag("i", tag("b", style=f"width:{percent(score)}")),
            tag("em", f"{score:.2f}"),
            class_="has" if score >= HAS_STYLE else None,
        )
        for style, score in styles.as_dict().items()
    ]


def _palette(palette: Sequence[Swatch], language: str) -> tuple[Markup, Markup]:
    band = [
        tag("i", style=f"background:{swatch.hex};flex-grow:{swatch.share:.3f}")
        for swatch in palette
    ]
    names = [
        tag("li", tag("i", style=f"background:{swatch.hex}"), label(swatch.name, language), " ",
            tag("em", f"{100 * swatch.share:.0f}%"))
        for swatch in palette
    ]  # fmt: skip
    return tag("div", *band, class_="band"), tag("ul", *names, class_="swatches")


def _answer(answer: Answer, language: str) -> Markup:
    known = answer.word != UNKNOWN
    unsure = known and answer.confidence < _SURE
    return tag(
        "div",
        tag("dt", label(answer.question, language)),
        tag(
            "dd",
            label(answer.word, language),
            tag("em", text("unsure", language)) if unsure else "",
            class_=None if known else "unknown",
        ),
    )
