"""The sections about the brand itself: style, palette, attributes, cohesion, sub-styles."""

from __future__ import annotations

from braind.insights.kinds import SubStyle
from braind.insights.sentences import trait_name
from braind.report.blocks import (
    Bar,
    Bars,
    Card,
    Chart,
    Color,
    Columns,
    Figure,
    Heading,
    Looks,
    Palette,
    Section,
    Text,
    Tone,
)
from braind.report.brand_report import BrandReport
from braind.report.radar_chart import Spoke, radar
from braind.report.texts import text
from braind.report.values import percents, span, two_digits
from braind.vocabulary import STYLES, UNKNOWN, Question, label
from braind.wording import HAS_STYLE

_ANSWERS = 4
_ROW = 5
_ROWS = (
    (Question.UPPER_ITEM, Question.LOWER_ITEM),
    (Question.UPPER_COLOR, Question.LOWER_COLOR),
    (Question.UPPER_MATERIAL, Question.LOWER_MATERIAL),
    (Question.UPPER_PATTERN, Question.LOWER_PATTERN),
    (Question.SEASON,),
)


def style(report: BrandReport) -> Section | None:
    """The radar with its intervals, the same in numbers, and the palette."""
    language, honest = report.language, report.honest
    if not honest.profile.count:
        return None
    spokes = [
        Spoke(label(name, language), float(mean), interval)
        for name, mean, interval in zip(
            STYLES, honest.profile.mean, honest.style_intervals, strict=True
        )
    ]
    values = ", ".join(f"{spoke.name} {two_digits(spoke.value)}" for spoke in spokes)
    chart = Chart(radar(spokes), text("radar_alt", language, values=values))
    numbers = Bars(tuple(_style_bar(spoke, language) for spoke in spokes))
    note = Text(text("interval_note", language), Tone.SMALL)
    count = f"{honest.profile.count:,}"
    return Section(
        "style",
        text("style_title", language),
        text("style_note", language, looks=count, shoots=honest.shoots),
        (Columns(((chart,), (numbers, note)), (0.54, 0.46)), *_palette(report)),
    )


def _style_bar(spoke: Spoke, language: str) -> Bar:
    interval = spoke.interval.low, spoke.interval.high
    value = f"{two_digits(spoke.value)} ({span(spoke.interval, language)})"
    return Bar(spoke.name, value, spoke.value, interval, spoke.value >= HAS_STYLE)


def _palette(report: BrandReport) -> tuple[Card, ...]:
    language, swatches = report.language, report.honest.profile.palette
    if not swatches:
        return ()
    colors = tuple(Color(s.hex, label(s.name, language), s.share) for s in swatches)
    heading = Heading(text("palette_title", language), text("palette_note", language))
    return (Card((heading, Palette(colors))),)


def attributes(report: BrandReport) -> Section | None:
    """How often each answer was given; what is unknown is never hidden."""
    language, profile = report.language, report.honest.profile
    if not profile.count:
        return None
    rows = []
    for questions in _ROWS:
        cells = [(_answers(report, question),) for question in questions]
        rows.append(Columns((*cells, ()) if len(cells) == 1 else tuple(cells), (0.5, 0.5)))
    return Section(
        "attributes",
        text("attributes_title", language),
        text("attributes_note", language, looks=f"{profile.count:,}"),
        tuple(rows),
    )


def _answers(report: BrandReport, question: Question) -> Bars:
    """The most frequent answers, the rest as one bar, and the unknown."""
    language = report.language
    given = dict(report.honest.profile.answers.get(question, ()))
    unknown = given.pop(UNKNOWN, 0.0)
    ranked = list(given.items())
    bars = [
        Bar(label(word, language), percents(share), share, is_strong=number == 0)
        for number, (word, share) in enumerate(ranked[:_ANSWERS])
    ]
    rest = sum(share for _, share in ranked[_ANSWERS:])
    if rest:
        bars.append(Bar(text("other_answers", language), percents(rest), rest))
    bars.append(Bar(label(UNKNOWN, language), percents(unknown), unknown))
    return Bars(tuple(bars), label(question, language))


def cohesion(report: BrandReport) -> Section | None:
    """How alike the looks are, with the most typical and the most outlying ones."""
    language, honest = report.language, report.honest
    if honest.profile.count < 2:
        return None
    interval = honest.cohesion_interval
    figure = Figure(
        two_digits(honest.profile.cohesion),
        honest.profile.cohesion,
        (interval.low, interval.high),
        text("cohesion_span", language, span=span(interval, language)),
    )
    description = text("brand_look_alt", language, brand=report.brand.name)
    rows = [
        Card(
            (
                Heading(text(key, language), text(f"{key}_note", language)),
                Looks(looks[:_ROW], description, _ROW),
            )
        )
        for key, looks in (
            ("typical", honest.profile.typical),
            ("outlying", honest.profile.outliers),
        )
        if looks
    ]
    return Section(
        "cohesion",
        text("cohesion_title", language),
        text("cohesion_note", language),
        (figure, *rows),
    )


def sub_styles(report: BrandReport) -> Section | None:
    """The groups of looks inside the brand, if it has several."""
    language = report.language
    if len(report.sub_styles) < 2:
        return None
    return Section(
        "sub-styles",
        text("sub_styles", language),
        text("sub_styles_note", language),
        tuple(_sub_style(report, group) for group in report.sub_styles),
        starts_page=False,
    )


def _sub_style(report: BrandReport, group: SubStyle) -> Card:
    language = report.language
    name = " · ".join(trait_name(trait, language) for trait in group.traits)
    share = text("share_of_looks", language, share=percents(group.share))
    description = text("brand_look_alt", language, brand=report.brand.name)
    return Card((Heading(name, share), Looks(group.look_ids[: _ROW + 2], description, _ROW + 2)))
