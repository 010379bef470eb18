"""What people read on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from braind.cli.tables import bar, indented, table
from braind.cli.texts import say
from braind.domain import Brand, BrandMatch, StyleScores, Swatch
from braind.events import ImportFinished
from braind.vocabulary import DEFAULT_WEIGHTS, UNKNOWN, Question, label
from braind.wording import (
    level_word,
    outfit_words,
    reason_words,
    shared_words,
    style_words,
    why_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from braind.engine import Check, MatchResult, PhotoReport
    from braind.search import Ranking
    from braind.vocabulary import Part


def report_view(report: PhotoReport, language: str) -> str:
    """One analysed photo."""
    if report.failure:
        return f"{report.path}\n{indented(report.failure.message)}"
    verdict = say("whole_body", language)
    if report.reasons:
        verdict = say("rejected", language, reasons=reason_words(report.reasons, language))
    lines = [report.path, indented(verdict)]
    if report.person:
        person = report.person
        lines += [
            indented(outfit_words(person.answers, language)),
            indented(styles_view(person.styles, language)),
            indented(palette_view(person.palette, language)),
        ]
    return "\n".join(lines)


def styles_view(styles: StyleScores, language: str) -> str:
    """Seven bars."""
    return table(
        [
            (label(style, language), bar(score), f"{score:.2f}")
            for style, score in styles.as_dict().items()
        ]
    )


def palette_view(palette: Iterable[Swatch], language: str) -> str:
    """Colours in a line."""
    return " · ".join(f"{label(s.name, language)} {s.hex} {100 * s.share:.0f}%" for s in palette)


def brands_view(brands: Sequence[Brand], language: str) -> str:
    """The brands of a library."""
    if not brands:
        return say("no_brands", language)
    rows = [(brand.name, f"{brand.looks:,}", marks_view(brand, language)) for brand in brands]
    looks = sum(brand.looks for brand in brands)
    total = say("totals", language, brands=len(brands), looks=f"{looks:,}")
    return "\n".join([table(rows, numbers=(1,)), "", total])


def marks_view(brand: Brand, language: str) -> str:
    """What the user said about a brand."""
    marks = {"mine": brand.is_mine, "well_known": brand.is_well_known}
    return " · ".join(say(mark, language) for mark, is_set in marks.items() if is_set)


def match_view(result: MatchResult, language: str) -> str:
    """A photo and the brands that it looks like."""
    person = result.person
    lines = [
        result.analysis.photo.name,
        indented(f"{style_words(person.styles, language)} · "
                 f"{outfit_words(person.answers, language)}"),
    ]  # fmt: skip
    if result.famous_brand.word != UNKNOWN:
        famous = label(Question.FAMOUS_BRAND, language)
        lines.append(indented(f"{famous}: {result.famous_brand.word}"))
    if result.cautions:
        reasons = reason_words(result.cautions, language)
        lines.append(indented(say("caution", language, reasons=reasons)))
    return "\n".join([*lines, "", ranking_view(result.ranking, language, result.weights)])


def ranking_view(
    ranking: Ranking, language: str, weights: Mapping[Part, float] = DEFAULT_WEIGHTS
) -> str:
    """Ranked brands with their reasons; the best of the others only when there is no match."""
    from braind.engine import closeness

    shown = ranking.matches or ranking.nearest
    if not shown:
        return say("nothing_to_compare", language)
    blocks = [
        _match(match, closeness(ranking.levels, match.score), language, weights) for match in shown
    ]
    if not ranking.matches:
        blocks.insert(0, say("no_match", language))
    return "\n\n".join(blocks)


def _match(
    match: BrandMatch, closeness: float, language: str, weights: Mapping[Part, float]
) -> str:
    head = f"{match.rank:>2}  {match.brand.name}"
    scale = f"{bar(closeness)}  {level_word(match.level, language)}"
    shared = shared_words(match, language)
    notes = [scale, why_sentence(match, language, weights)]
    notes += [say("in_common", language, words=shared)] if shared else []
    return "\n".join([head, *(indented(note, 4) for note in notes if note)])


def finished_view(counts: ImportFinished, reasons: Mapping[str, int], language: str) -> str:
    """The counts of an import, and why photos were excluded."""
    names = ("added", "duplicate", "excluded", "failed")
    rows = [(say(name, language), f"{getattr(counts, name):,}") for name in names]
    notes = {
        "added": say("looks_of", language, looks=f"{counts.looks:,}"),
        "excluded": ", ".join(f"{reason} {count}" for reason, count in reasons.items()),
    }
    lines = [table([(*row, notes.get(n, "")) for n, row in zip(names, rows, strict=True)], (1,))]
    if counts.cut:
        lines.append(say("cut", language, photos=counts.cut))
    if counts.near_duplicates:
        lines.append(say("near_duplicates", language, photos=counts.near_duplicates))
    return "\n".join(lines)


def checks_view(checks: Sequence[Check]) -> str:
    """What ``doctor`` found."""
    rows = [("ok" if check.ok else "!!", check.name, check.detail) for check in checks]
    hints = [f"{check.name}: {check.hint}" for check in checks if not check.ok and check.hint]
    return "\n".join([table(rows), *([""] if hints else []), *hints])
