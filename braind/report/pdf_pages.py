"""A document as printed pages: what stands where on A4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from braind.report.blocks import Cover, Document, Facts, Section, Text, Tone
from braind.report.pdf_layout import lay
from braind.report.pdf_pieces import HAIRLINE, Piece, Type, paragraph, stacked
from braind.report.pdf_text import Measure, shortened_to
from braind.report.shapes import Label, Paint, Shape, line, placed

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
_SIDE, _TOP, _BOTTOM = 51.0, 54.0, 62.0
COLUMN = WIDTH - 2 * _SIDE
_SPACE = HEIGHT - _TOP - _BOTTOM
# A section that asks for a new page gets one when this much of the last is taken.
_USED = 0.62 * _SPACE
_RULE = Paint(stroke="ink", width=1.4)
_TITLE_SIZES = (46.0, 36.0, 28.0, 20.0)


@dataclass(slots=True)
class Page:
    """The shapes of a page in its own points; ``titles`` are of the sections that begin here."""

    shapes: list[Shape] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


def printed_pages(document: Document, measure: Measure) -> list[Page]:
    """The pages of a document, the cover first."""
    pages = [Page(_cover(document, measure), [document.cover.title])]
    pages += _flowing(document.sections, measure)
    for number, page in enumerate(pages[1:], 2):
        page.shapes += _foot(document.footer, f"{number} / {len(pages)}", measure)
    return pages


def _cover(document: Document, measure: Measure) -> list[Shape]:
    cover = document.cover
    brand = [Label(0, 10, "BRAIND", 12, "ink", True)]
    brand.append(Label(measure("BRAIND", 12, True) + 10, 10, document.tagline, 8.5, "ink3"))
    pieces = [
        Piece(10, tuple(brand), 96),
        paragraph(cover.kicker, COLUMN, Type(10, "accent", True), measure, 2),
        _title(cover, measure),
        paragraph(cover.line, COLUMN, Type(10, "ink2"), measure, 18),
    ]
    if cover.notice:
        pieces += lay(Text(cover.notice, Tone.NOTICE), COLUMN, measure)
    pieces += lay(cover.looks, COLUMN, measure)
    pieces.append(Piece(10, (line((0, 10), (COLUMN, 10), Paint(stroke="ink", width=1)),)))
    pieces += lay(Facts(cover.summary), COLUMN, measure)
    return placed(stacked(pieces).shapes, _SIDE, _TOP)


def _title(cover: Cover, measure: Measure) -> Piece:
    """The name, as large as two lines allow; an endless one is cut."""
    for size in _TITLE_SIZES:
        title = paragraph(cover.title, COLUMN, Type(size, "ink", True, 1.2), measure, 4)
        if len(title.shapes) <= 2:
            return title
    short = shortened_to(cover.title, 1.9 * COLUMN, size, True, measure)
    return paragraph(short, COLUMN, Type(size, "ink", True, 1.2), measure, 4)


def _flowing(sections: Iterable[Section], measure: Measure) -> list[Page]:
    pages: list[Page] = []
    top = _SPACE
    for section in sections:
        pieces = [_head(section, measure)]
        pieces += [piece for block in section.blocks for piece in lay(block, COLUMN, measure)]
        limit = _USED if section.starts_page else _SPACE
        if top > limit or top + _together(pieces, 0) > _SPACE:
            pages.append(Page())
            top = 0.0
        pages[-1].titles.append(section.title)
        for number, piece in enumerate(pieces):
            if top and top + _together(pieces, number) > _SPACE:
                pages.append(Page())
                top = 0.0
            pages[-1].shapes += placed(piece.shapes, _SIDE, _TOP + top)
            top += piece.height + piece.gap
        top += 24
    return pages


def _together(pieces: list[Piece], first: int) -> float:
    """The height of a piece and of those that it holds."""
    height = 0.0
    for piece in pieces[first:]:
        height += piece.height
        if not piece.holds_next:
            break
        height += piece.gap
    return height


def _head(section: Section, measure: Measure) -> Piece:
    rule = Piece(0, (line((0, 0), (COLUMN, 0), _RULE),), 12)
    title = paragraph(section.title, COLUMN, Type(20, "ink", True, 1.3), measure, 3)
    note = paragraph(section.note, 0.86 * COLUMN, Type(9.5, "ink2"), measure)
    made = stacked([rule, title, note], 20)
    return Piece(made.height, made.shapes, made.gap, holds_next=True)


def _foot(words: str, number: str, measure: Measure) -> list[Shape]:
    y = HEIGHT - 32
    said = shortened_to(words, COLUMN - 60, 8, False, measure)
    return [
        line((_SIDE, y - 14), (_SIDE + COLUMN, y - 14), HAIRLINE),
        Label(_SIDE, y, said, 8, "ink3"),
        Label(_SIDE + COLUMN, y, number, 8, "ink3", anchor="end"),
    ]
