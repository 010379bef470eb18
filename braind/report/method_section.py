"""The last section: how the report was made, how far it goes, and by which models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from braind.insights.sentences import pack_sentence
from braind.report.blocks import Block, Card, Facts, Heading, Points, Section, Text, Tone
from braind.report.brand_report import BrandReport, ModelNote
from braind.report.card_texts import card_words
from braind.report.texts import text
from braind.report.values import percents

_LIMITS = ("limit_photos", "limit_words", "limit_training")
_HASH = 12
_PURPOSES = {
    "parser": "model_parser",
    "style": "model_style",
    "garments": "model_garments",
    "centerface": "model_centerface",
}


def method(report: BrandReport) -> Section:
    """Method, self-test, limits, models and licences."""
    language = report.language
    limits = tuple(text(key, language) for key in _LIMITS)
    return Section(
        "method",
        text("method_heading", language),
        text("method_lead", language),
        (
            Facts(tuple((text(key, language), words) for key, words in _facts(report))),
            Card((Heading(text("limits_title", language)), Points(limits))),
            *_models(report),
        ),
    )


def _facts(report: BrandReport) -> list[tuple[str, str]]:
    language = report.language
    sizes = {"brands": report.brands, "looks": f"{report.looks_compared:,}"}
    return [
        ("counted", _counted(report)),
        ("library_size", text("library_size_text", language, **sizes)),
        ("self_test", _self_test(report)),
        ("how_read", text("how_read_text", language)),
        ("how_sure", text("how_sure_text", language)),
        ("how_compared", text("how_compared_text", language)),
    ]


def _counted(report: BrandReport) -> str:
    language, honest = report.language, report.honest
    counts = {"looks": f"{honest.profile.count:,}", "shoots": honest.shoots}
    said = [text("counted_text", language, **counts)]
    if report.excluded:
        said.append(text("counted_excluded", language, excluded=report.excluded))
    if report.stale:
        said.append(text("counted_stale", language, stale=report.stale))
    said += [pack_sentence(origin, language) for origin in report.origins]
    return " ".join(said)


def _self_test(report: BrandReport) -> str:
    test = report.honest.self_test
    if test is None:
        return text("no_self_test", report.language)
    return text(
        "self_test_text",
        report.language,
        shoots=test.shoots,
        first=percents(test.first),
        chance=percents(test.chance),
        rank=f"{test.mean_rank:.1f}",
        brands=test.brands,
    )


def _models(report: BrandReport) -> tuple[Block, ...]:
    language = report.language
    if not report.models:
        return ()
    languages = repeat(language)
    rows = tuple((model.id, _model_words(model, language)) for model in report.models)
    recipe = text("recipe_line", language, recipe=report.honest.profile.recipe)
    return (
        Heading(text("models_title", language)),
        Facts(rows),
        *_told_once("model_data", map(_data, report.models, languages), language),
        *_told_once("card_limits", map(_card_limits, report.models, languages), language),
        Text(recipe, Tone.SMALL),
    )


def _data(model: ModelNote, language: str) -> list[str]:
    words = [[card_words(word, language) for word in pair] for pair in model.data]
    return [f"{name} [{licence}]" for name, licence in words]


def _card_limits(model: ModelNote, language: str) -> list[str]:
    return [card_words(limit, language) for limit in model.limits]


def _told_once(key: str, lists: Iterable[Sequence[str]], language: str) -> tuple[Points, ...]:
    """What several models' cards say alike is said once."""
    sentences = tuple(dict.fromkeys(sentence for found in lists for sentence in found))
    return (Points(sentences, text(key, language)),) if sentences else ()


def _model_words(model: ModelNote, language: str) -> str:
    purpose = _PURPOSES.get(model.id)
    words = [word for word in (purpose and text(purpose, language), model.licence) if word]
    if model.sha256:
        words.append(f"SHA-256 {model.sha256[:_HASH]}…")
    return " · ".join(words)
