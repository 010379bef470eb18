"""A brand's report in words and pictures: what is said, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from braind.domain import Level
from braind.insights.sentences import trait_name
from braind.report.blocks import Cover, Document, Looks, Section
from braind.report.brand_report import BrandReport
from braind.report.method_section import method
from braind.report.profile_sections import attributes, cohesion, style, sub_styles
from braind.report.rival_sections import apart, position, rivals
from braind.report.texts import text
from braind.report.values import day_words, percents, span, two_digits
from braind.vocabulary import STYLES, UNKNOWN, Question, label
from braind.wording import level_word

_COVER_LOOKS = 4
_NAMED = 3
# In the order of the document. The last says how all of it was found, and is never left out.
SECTIONS: Mapping[str, Callable[[BrandReport], Section | None]] = {
    "style": style, "attributes": attributes, "cohesion": cohesion, "sub_styles": sub_styles,
    "rivals": rivals, "position": position, "apart": apart, "method": method,
}  # fmt: skip
METHOD = "method"


def brand_document(report: BrandReport) -> Document:
    """The report as content in its language.

    Sections that are not wanted, or of which nothing is known, are left out.
    """
    language, name = report.language, report.brand.name
    day = day_words(report.made_on, language)
    wanted = (*report.sections, METHOD) if report.sections else tuple(SECTIONS)
    sections = (make(report) for name, make in SECTIONS.items() if name in wanted)
    return Document(
        language,
        name,
        text("tagline", language),
        text("report_footer", language, brand=name, day=day),
        text("no_picture", language),
        _cover(report, day),
        tuple(section for section in sections if section is not None),
    )


def _cover(report: BrandReport, day: str) -> Cover:
    language, profile = report.language, report.honest.profile
    looks, others = f"{profile.count:,}", max(0, report.brands - 1)
    doubts = (
        text(f"doubt_{doubt.value}", language, looks=profile.count)
        for doubt in report.honest.doubts
    )
    why = " ".join(doubts)
    return Cover(
        text("report_kicker", language),
        report.brand.name,
        text("report_line", language, looks=looks, others=others, day=day),
        Looks(
            profile.typical[:_COVER_LOOKS],
            text("brand_look_alt", language, brand=report.brand.name),
            _COVER_LOOKS,
        ),
        tuple((text(key, language), words) for key, words in _summary(report) if words),
        text("not_reliable", language, why=why) if why else "",
    )


def _summary(report: BrandReport) -> Iterator[tuple[str, str]]:
    """What the report comes down to: the keys of terms, and words that may be empty."""
    language, honest = report.language, report.honest
    if honest.profile.count:
        yield "sum_style", _strongest_styles(report)
        yield "sum_wears", _most_frequent(report, (Question.UPPER_ITEM, Question.LOWER_ITEM))
        yield "sum_colors", _palette(report)
        interval = span(honest.cohesion_interval, language)
        yield "sum_cohesion", f"{two_digits(honest.profile.cohesion)} ({interval})"
    yield "sum_nearest", _nearest(report)
    yield "sum_apart", _apart(report)
    trust = "trust_yes" if honest.is_reliable else "trust_no"
    yield "sum_trust", text(trust, language, shoots=honest.shoots)


def _strongest_styles(report: BrandReport) -> str:
    means = zip(report.honest.profile.mean.tolist(), STYLES, strict=True)
    ranked = sorted(means, key=lambda pair: -pair[0])[:_NAMED]
    return " · ".join(f"{label(name, report.language)} {two_digits(mean)}" for mean, name in ranked)


def _most_frequent(report: BrandReport, questions: tuple[Question, ...]) -> str:
    words: dict[str, float] = {}
    for question in questions:
        for word, share in report.honest.profile.answers.get(question, ())[:_NAMED]:
            if word != UNKNOWN:
                words[word] = max(share, words.get(word, 0.0))
    ranked = sorted(words.items(), key=lambda pair: -pair[1])[:_NAMED]
    return " · ".join(f"{label(word, report.language)} {percents(share)}" for word, share in ranked)


def _palette(report: BrandReport) -> str:
    swatches = report.honest.profile.palette[:_NAMED]
    return " · ".join(f"{label(s.name, report.language)} {percents(s.share)}" for s in swatches)


def _nearest(report: BrandReport) -> str:
    matches = [rival.match for rival in report.competitors]
    clear = [match for match in matches if match.level is not Level.NO_MATCH][:_NAMED]
    if matches and not clear:
        return text("sum_nobody", report.language)
    return " · ".join(f"{m.brand.name} ({level_word(m.level, report.language)})" for m in clear)


def _apart(report: BrandReport) -> str:
    """What it has more of than the brand that is nearest to it."""
    if not report.differences:
        return ""
    more = [d.trait for d in report.differences[0].apart if d.effect > 0][:_NAMED]
    return " · ".join(trait_name(trait, report.language) for trait in more)
