"""The page of a match: what the model saw, and the brands that look like it, with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from braind.domain import BrandMatch
from braind.report.markup import Markup, head, percent, picture, tag
from braind.report.query import QueryCard, query_card
from braind.report.texts import text
from braind.vocabulary import Part, label
from braind.wording import level_word, shared_words, why_sentence

_MAX_PICTURES = 5


@dataclass(frozen=True, slots=True)
class RankedBrand:
    """A match with its place on the scale (0..1) and the WebP pictures of its look-alikes."""

    match: BrandMatch
    closeness: float
    pictures: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class MatchPage:
    """Everything that the page of a match shows.

    ``matches`` are clear matches, ``nearest`` the best of the others. ``within`` is where the
    looks of one brand lie on the scale. ``notice`` is a sentence about the library, or empty.
    """

    query: QueryCard
    matches: Sequence[RankedBrand]
    nearest: Sequence[RankedBrand]
    weights: Mapping[Part, float]
    within: float
    brands: int
    looks: int
    notice: str = ""


def match_page(page: MatchPage, language: str = "en") -> str:
    """The page as one HTML document in Korean ("ko") or English."""
    title = text("title", language)
    body = tag(
        "body",
        _masthead(page, title, language),
        tag("main", query_card(page.query, language), _ranking(page, language)),
        _footer(language),
    )
    return "<!doctype html>\n" + tag(
        "html", head(f"{page.query.name} · BRAIND", "page.css"), body, lang=language
    )


def _masthead(page: MatchPage, title: str, language: str) -> Markup:
    counts = text(
        "found", language, shown=len(page.matches), brands=page.brands, looks=f"{page.looks:,}"
    )
    return tag(
        "header",
        tag(
            "p",
            tag("b", "BRAIND"),
            tag("span", text("tagline", language)),
            class_="wordmark",
        ),
        tag("h1", title),
        tag("p", counts, class_="quiet"),
        tag("p", page.notice, class_="notice") if page.notice else "",
    )


def _ranking(page: MatchPage, language: str) -> Markup:
    parts: list[str] = []
    if page.matches:
        parts += [_brand(brand, page, language) for brand in page.matches]
    else:
        parts += [
            tag("h2", text("none", language)),
            tag("p", text("none_note", language), class_="quiet"),
        ]
    if page.matches and page.nearest:
        parts.append(tag("h2", text("nearest", language), class_="below"))
    parts += [_brand(brand, page, language) for brand in page.nearest]
    return tag("section", *parts, class_="ranking")


def _brand(brand: RankedBrand, page: MatchPage, language: str) -> Markup:
    match = brand.match
    shared = shared_words(match, language)
    why = why_sentence(match, language, page.weights)
    facts = tag(
        "div",
        tag("h3", match.brand.name),
        tag("p", level_word(match.level, language), class_="level"),
        _scale(brand.closeness, page.within, language),
        tag("p", why, class_="why") if why else "",
        tag("p", tag("span", text("in_common", language)), shared, class_="shared")
        if shared
        else "",
    )
    return tag(
        "article",
        tag("p", str(match.rank), class_="rank"),
        facts,
        _look_alikes(brand, language),
        _split(match.parts, language),
        class_="brand first" if match.rank == 1 else "brand",
    )


def _scale(closeness: float, within: float, language: str) -> Markup:
    return tag(
        "div",
        tag("i", style=f"width:{percent(closeness)}"),
        tag("b", style=f"left:{percent(within)}", title=text("same", language)),
        class_="scale",
        title=text("scale", language),
    )


def _look_alikes(brand: RankedBrand, language: str) -> Markup:
    pictures = [
        picture(webp, text("look_alt", language, number=number, brand=brand.match.brand.name))
        for number, webp in enumerate(brand.pictures[:_MAX_PICTURES], 1)
    ]
    return tag("div", *pictures, class_="looks", aria_label=text("look_alikes", language))


def _split(parts: Mapping[Part, float], language: str) -> Markup:
    bars = [
        tag(
            "div",
            tag("span", label(part, language)),
            tag("em", f"{100 * share:.0f}%"),
            tag("i", tag("b", style=f"width:{percent(share)}")),
        )
        for part, share in parts.items()
    ]
    return tag("div", *bars, class_="split", aria_label=text("split", language))


def _footer(language: str) -> Markup:
    topics = [
        tag("div", tag("h4", text(f"{topic}_title", language)), tag("p", text(topic, language)))
        for topic in ("method", "privacy")
    ]
    return tag("footer", *topics)
