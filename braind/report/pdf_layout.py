"""Blocks as pieces of a printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import accumulate

from braind.report.blocks import (
    Bar,
    Bars,
    Block,
    Card,
    Chart,
    Columns,
    Facts,
    Figure,
    Heading,
    Looks,
    Pair,
    Pairs,
    Palette,
    Points,
    Scale,
    Text,
    Tone,
)
from braind.report.pdf_pieces import (
    HAIRLINE,
    Piece,
    Type,
    baseline,
    beside,
    paragraph,
    stacked,
    track,
)
from braind.report.pdf_text import Measure, shortened_to
from braind.report.shapes import Circle, Label, LookImage, Paint, Rect, Shape, line, placed

_BODY = Type(9.5)
_TONES = {
    Tone.BODY: _BODY,
    Tone.QUIET: Type(9.5, "ink2"),
    Tone.SMALL: Type(8, "ink3"),
    Tone.NOTICE: Type(9, "warn"),
}
_TITLE = Type(8, "ink3", True)
_ROW = 16.0
_GUTTER = 22.0
_TALLEST_CHART = 256.0
_BAND = 54.0
_LOOK = 1.55  # height of a look's place, by its width
_CARD = Type(12.5, "ink", True, 1.35)


@singledispatch
def lay(block: Block, width: float, measure: Measure) -> list[Piece]:
    """The pieces of a block in a column of that width; pages may end between them."""
    raise TypeError(f"no layout for {type(block).__name__}")


@lay.register
def _(block: Text, width: float, measure: Measure) -> list[Piece]:
    if block.tone is not Tone.NOTICE:
        return [paragraph(block.text, width, _TONES[block.tone], measure, 3)]
    inside = paragraph(block.text, width - 20, _TONES[block.tone], measure)
    ground = Rect(0, 0, width, inside.height + 14, Paint(fill="warn-soft"), 4)
    return [Piece(inside.height + 14, (ground, *placed(inside.shapes, 10, 7)), 12)]


@lay.register
def _(block: Heading, width: float, measure: Measure) -> list[Piece]:
    left = 0.0
    shapes: list[Shape] = []
    if block.number:
        shapes.append(Label(0, 14, block.number, 16, "accent", True))
        left = measure(block.number, 16, True) + 9
    title = paragraph(block.text, width - left, _CARD, measure)
    shapes += placed(title.shapes, left, 0)
    taken = left + measure(block.text, _CARD.size, True) + 8
    if block.aside and taken + measure(block.aside, 8.5, False) <= width:
        shapes.append(Label(taken, baseline(_CARD.size, 16.9), block.aside, 8.5, "ink3"))
        return [Piece(title.height, tuple(shapes), 6, True)]
    if block.aside:
        aside = paragraph(block.aside, width - left, Type(8.5, "ink3"), measure)
        shapes += placed(aside.shapes, left, title.height)
        return [Piece(title.height + aside.height, tuple(shapes), 6, True)]
    return [Piece(title.height, tuple(shapes), 6, True)]


@lay.register
def _(block: Bars, width: float, measure: Measure) -> list[Piece]:
    draw = _stacked_bar if block.is_stacked else _bar
    values = max((measure(bar.value, 8.5, False) for bar in block.bars), default=0.0)
    rows = [draw(bar, width, values, measure) for bar in block.bars]
    if block.title:
        rows.insert(0, paragraph(block.title, width, _TITLE, measure, 3))
    return [stacked(rows, 16)]


def _bar(bar: Bar, width: float, value_width: float, measure: Measure) -> Piece:
    name_width = min(78.0, 0.34 * width)
    name = shortened_to(bar.name, name_width - 4, 9, bar.is_strong, measure)
    color = "accent" if bar.is_strong else "line-strong"
    space = width - name_width - max(26.0, value_width) - 8
    y = baseline(9, _ROW)
    shapes = (
        Label(0, y, name, 9, "ink" if bar.is_strong else "ink2", bar.is_strong),
        *track(name_width, _ROW / 2, space, bar.share, color, bar.interval),
        Label(width, y, bar.value, 8.5, "ink2", anchor="end"),
    )
    return Piece(_ROW, shapes)


def _stacked_bar(bar: Bar, width: float, value_width: float, measure: Measure) -> Piece:
    shapes = (
        Label(0, 9, shortened_to(bar.name, width, 8, False, measure), 8, "ink3"),
        *track(0, 17, width - max(24.0, value_width + 6), bar.share, "line-strong"),
        Label(width, 20, bar.value, 8, "ink2", anchor="end"),
    )
    return Piece(22, shapes)


@lay.register
def _(block: Figure, width: float, measure: Measure) -> list[Piece]:
    left = measure(block.value, 40, True) + 20
    space = min(320.0, width - left)
    note = paragraph(block.note, space, _TONES[Tone.SMALL], measure)
    shapes = (
        Label(0, 38, block.value, 40, "ink", True),
        *track(left, 19, space, block.share, "accent", block.interval),
        *placed(note.shapes, left, 28),
    )
    return [Piece(max(46.0, 28 + note.height), shapes, 18)]


@lay.register
def _(block: Scale, width: float, measure: Measure) -> list[Piece]:
    mark = Rect(width * block.mark - 0.4, 0, 0.8, 10, Paint(fill="ink2"))
    return [Piece(10, (*track(0, 5, width, block.share, "accent"), mark), 8)]


@lay.register
def _(block: Palette, width: float, measure: Measure) -> list[Piece]:
    total = sum(color.share for color in block.colors) or 1.0
    lefts = accumulate((width * color.share / total for color in block.colors), initial=0.0)
    band: list[Shape] = [
        Rect(left, 0, width * color.share / total, _BAND, Paint(fill=color.hex))
        for left, color in zip(lefts, block.colors, strict=False)
    ]
    band.append(Rect(0, 0, width, _BAND, Paint(stroke="line-strong", width=0.7)))
    names = _swatches(block, width, measure)
    return [Piece(_BAND, tuple(band), 8, True), names]


def _swatches(block: Palette, width: float, measure: Measure) -> Piece:
    """Three columns of names."""
    shapes: list[Shape] = []
    for number, color in enumerate(block.colors):
        left, top = width / 3 * (number % 3), 15.0 * (number // 3)
        square = Paint(fill=color.hex, stroke="line-strong", width=0.6)
        words = f"{color.name} {100 * color.share:.0f}% · {color.hex}"
        words = shortened_to(words, width / 3 - 20, 8.5, False, measure)
        shapes += [
            Rect(left, top + 3, 8, 8, square),
            Label(left + 13, top + 10, words, 8.5, "ink2"),
        ]
    return Piece(15.0 * -(-len(block.colors) // 3), tuple(shapes), 12)


@lay.register
def _(block: Chart, width: float, measure: Measure) -> list[Piece]:
    drawing = block.drawing
    scale = min(width / drawing.width, _TALLEST_CHART / drawing.height)
    left = (width - scale * drawing.width) / 2
    shapes = placed(drawing.shapes, left, 0, scale)
    return [Piece(scale * drawing.height, tuple(shapes), 8)]


@lay.register
def _(block: Looks, width: float, measure: Measure) -> list[Piece]:
    each = (width - 8 * (block.places - 1)) / block.places
    cells = [
        (_look(look, each, 4), number * (each + 8)) for number, look in enumerate(block.look_ids)
    ]
    return [beside(cells[: block.places], 14)]


def _look(look_id: int, width: float, padding: float) -> Piece:
    height = _LOOK * width
    shapes = (
        Rect(0, 0, width, height, Paint(fill="paper", stroke="line", width=0.7), 3),
        LookImage(padding, padding, width - 2 * padding, height - 2 * padding, look_id),
    )
    return Piece(height, shapes)


@lay.register
def _(block: Pairs, width: float, measure: Measure) -> list[Piece]:
    each = (width - 12 * (block.places - 1)) / block.places
    pairs = [_pair(pair, each, measure) for pair in block.pairs]
    rows = [
        beside([(pair, place * (each + 12)) for place, pair in enumerate(row)], 8)
        for row in _rows_of(pairs, block.places)
    ]
    key = paragraph(f"{block.left} | {block.right}", width, _TONES[Tone.SMALL], measure, 8)
    return [*rows, key]


def _pair(pair: Pair, width: float, measure: Measure) -> Piece:
    half = (width - 2) / 2
    looks = beside([(_look(pair.left, half, 3), 0), (_look(pair.right, half, 3), half + 2)], 3)
    if not pair.note:
        return looks
    return stacked([looks, paragraph(pair.note, width, _TONES[Tone.SMALL], measure)])


def _rows_of(pieces: Sequence[Piece], size: int) -> list[Sequence[Piece]]:
    """The pieces in rows of at most ``size``."""
    return [pieces[first : first + size] for first in range(0, len(pieces), size)]


@lay.register
def _(block: Facts, width: float, measure: Measure) -> list[Piece]:
    rows = [_fact(term, words, width, measure) for term, words in block.rows]
    return [*rows[:-1], *(replace(row, gap=16) for row in rows[-1:])]


def _fact(term: str, words: str, width: float, measure: Measure) -> Piece:
    left = min(110.0, 0.3 * width)
    term_piece = paragraph(term, left - 10, Type(9, "ink3"), measure)
    said = paragraph(words, width - left, Type(9, "ink2"), measure)
    height = max(term_piece.height, said.height) + 10
    rule = line((0, height), (width, height), HAIRLINE)
    shapes = (*placed(term_piece.shapes, 0, 5), *placed(said.shapes, left, 5), rule)
    return Piece(height, tuple(shapes))


@lay.register
def _(block: Points, width: float, measure: Measure) -> list[Piece]:
    pieces = [_point(sentence, width, measure) for sentence in block.sentences]
    if block.title:
        title = paragraph(block.title, width, _TITLE, measure, 3)
        pieces.insert(0, replace(title, holds_next=True))
    return [*pieces[:-1], *(replace(piece, gap=12) for piece in pieces[-1:])]


def _point(sentence: str, width: float, measure: Measure) -> Piece:
    said = paragraph(sentence, width - 11, Type(9, "ink2"), measure)
    dot = Circle(2.5, 6.8, 1.6, Paint(fill="accent"))
    return Piece(said.height, (dot, *placed(said.shapes, 11, 0)), 3)


@lay.register
def _(block: Columns, width: float, measure: Measure) -> list[Piece]:
    gutter = min(_GUTTER, 0.08 * width)
    space = width - gutter * (len(block.columns) - 1)
    lefts = accumulate((space * share + gutter for share in block.widths), initial=0.0)
    cells = [
        (_stack(column, space * share, measure), left)
        for column, share, left in zip(block.columns, block.widths, lefts, strict=False)
    ]
    return [beside(cells, 11)]


def _stack(blocks: Sequence[Block], width: float, measure: Measure) -> Piece:
    return stacked([piece for block in blocks for piece in lay(block, width, measure)])


@lay.register
def _(block: Card, width: float, measure: Measure) -> list[Piece]:
    inside = _stack(block.blocks, width, measure)
    rule = line((0, 0), (width, 0), HAIRLINE)
    return [Piece(inside.height + 12, (rule, *placed(inside.shapes, 0, 12)), 16)]
