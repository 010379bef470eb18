"""A brand's report as a table for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from braind.domain import Look
from braind.report.brand_report import BrandReport
from braind.report.texts import text
from braind.vocabulary import QUESTIONS, STYLES, UNKNOWN, Question, label
from braind.wording import level_word

Cell = str | int | float
_ASKED = tuple(q for q in QUESTIONS if q is not Question.FAMOUS_BRAND)
# Cells that begin like this are run as formulas by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]\d+([.,]\d+)? ?%?")


def brand_csv(report: BrandReport) -> bytes:
    """A summary, an empty line, and a table of all looks, as ``csv_bytes`` writes it.

    Where photos lie is not told: a report may be passed on.
    """
    return csv_bytes((*_summary(report), [], *_look_rows(report)))


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table for spreadsheets: UTF-8 with a byte order mark.

    Texts that a spreadsheet would run as a formula get an apostrophe in front.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def harmless(words: str) -> str:
    """Words for a cell of a spreadsheet, with an apostrophe where they would run as a formula.

    Numbers with a sign stay numbers.
    """
    is_formula = words.startswith(_FORMULA) and not _NUMBER.fullmatch(words)
    return f"'{words}" if is_formula else words


def _summary(report: BrandReport) -> Iterator[Sequence[Cell]]:
    language, honest = report.language, report.honest
    profile, interval = honest.profile, honest.cohesion_interval
    yield [text(f"csv_{name}", language) for name in ("what", "value", "low", "high")]
    yield [text("csv_brand", language), report.brand.name]
    yield [text("csv_day", language), report.made_on.isoformat()]
    yield [text("csv_looks", language), profile.count]
    yield [text("csv_shoots", language), honest.shoots]
    yield [text("csv_excluded", language), report.excluded]
    for doubt in honest.doubts:
        words = text(f"doubt_{doubt.value}", language, looks=profile.count)
        yield [text("trust_no", language), words]
    ends = round(interval.low, 4), round(interval.high, 4)
    yield [text("cohesion_title", language), round(profile.cohesion, 4), *ends]
    for style, mean, span in zip(STYLES, profile.mean, honest.style_intervals, strict=True):
        yield [label(style, language), *(round(float(x), 4) for x in (mean, span.low, span.high))]
    for swatch in profile.palette:
        yield [f"{text('palette_title', language)}: {label(swatch.name, language)} {swatch.hex}",
               round(swatch.share, 4)]  # fmt: skip
    for rival in report.competitors:
        level = level_word(rival.match.level, language)
        yield [
            f"{text('rivals_title', language)} {rival.match.rank}",
            rival.match.brand.name,
            level,
        ]


def _look_rows(report: BrandReport) -> Iterator[Sequence[Cell]]:
    language = report.language
    fixed = [text(f"csv_{name}", language) for name in ("look", "lookbook", "place")]
    questions = [label(question, language) for question in _ASKED]
    styles = [label(style, language) for style in STYLES]
    yield [*fixed, *questions, *styles, text("palette_title", language)]
    for look in report.looks:
        yield _look_row(report, look)


def _look_row(report: BrandReport, look: Look) -> Sequence[Cell]:
    language, profile = report.language, report.honest.profile
    given = {answer.question: answer.word for answer in look.answers}
    place = "typical" if look.id in profile.typical else "outlying"
    is_placed = look.id in profile.typical or look.id in profile.outliers
    return [
        look.id,
        report.lookbooks.get(look.lookbook_id, ""),
        text(place, language) if is_placed else "",
        *(label(given.get(question, UNKNOWN), language) for question in _ASKED),
        *(round(float(score), 4) for score in look.styles.values),
        " ".join(swatch.hex for swatch in look.palette),
    ]
