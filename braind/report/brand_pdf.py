"""A document as PDF: searchable text in an embedded part of a font, charts as vectors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from braind.errors import ReportError
from braind.report.blocks import Document
from braind.report.pdf_fonts import FontPair, find_hangul_fonts
from braind.report.pdf_pages import HEIGHT, WIDTH, Page, printed_pages
from braind.report.pdf_paint import Painter
from braind.report.pdf_text import Measure

if TYPE_CHECKING:
    from fpdf import FPDF

_BUILT_IN, _EMBEDDED = "helvetica", "report"
# What stands for signs that the built-in fonts lack.
_PLAIN = str.maketrans({"–": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})
_LANGUAGES = {"ko": "ko-KR", "en": "en-GB"}


def brand_pdf(
    document: Document,
    pictures: Mapping[int, bytes],
    made_on: date,
    find_fonts: Callable[[], FontPair | None] = find_hangul_fonts,
) -> bytes:
    """The document as an A4 PDF; ``pictures`` are WebP files by look id.

    Raises ``ReportError`` ``font_missing`` when the text needs a font with Hangul and there is
    none: without one, only text that is Latin to the last letter can be printed.
    """
    fonts = find_fonts()
    pdf, family = _blank(document, made_on, fonts)
    say = _printable if fonts else _latin
    with _quiet_fonts():
        pages = printed_pages(document, _measure(pdf, family, say))
        painter = Painter(pdf, family, pictures, document.no_picture, say)
        for page in pages:
            _print(pdf, page, painter)
        return bytes(pdf.output())


def _blank(document: Document, made_on: date, fonts: FontPair | None) -> tuple[FPDF, str]:
    """A document without pages, and the name of the font to set it in."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    pdf.set_auto_page_break(False)
    pdf.set_title(document.title)
    pdf.set_creator("BRAIND")
    pdf.set_lang(_LANGUAGES[document.language])
    # The day and nothing finer: the same report is the same file.
    pdf.set_creation_date(datetime.combine(made_on, time(), UTC))
    if fonts is None:
        return pdf, _BUILT_IN
    for style, face in (("", fonts.regular), ("B", fonts.bold)):
        pdf.add_font(_EMBEDDED, style, face.path, collection_font_number=face.number)
    return pdf, _EMBEDDED


def _measure(pdf: FPDF, family: str, say: Callable[[str], str]) -> Measure:
    @cache
    def measure(text: str, size: float, is_bold: bool) -> float:
        pdf.set_font(family, "B" if is_bold else "", size)
        return float(pdf.get_string_width(say(text)))

    return measure


def _printable(text: str) -> str:
    """Text without signs that steer what reads it, such as those that turn its direction."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _latin(text: str) -> str:
    """Text for the built-in fonts. Raises ``ReportError`` (``font_missing``)."""
    plain = _printable(text).translate(_PLAIN)
    try:
        plain.encode("latin-1")
    except UnicodeEncodeError as error:
        raise ReportError(
            "font_missing",
            "This report needs a font with Hangul, and none was found on this computer.",
            "Install Noto Sans KR or NanumGothic (on Debian: fonts-nanum), or write HTML instead.",
        ) from error
    return plain


def _print(pdf: FPDF, page: Page, painter: Painter) -> None:
    pdf.add_page()
    for title in page.titles:
        pdf.start_section(title)
    for shape in page.shapes:
        painter.draw(shape)


@contextmanager
def _quiet_fonts() -> Iterator[None]:
    """Keep fontTools and fpdf from telling the terminal which tables a subset leaves out."""
    loggers = [logging.getLogger(name) for name in ("fontTools.subset", "fpdf")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
