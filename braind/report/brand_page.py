"""A document as one HTML file: no script, nothing loaded, and it prints on A4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch

from braind.report.blocks import (
    Bar,
    Bars,
    Block,
    Card,
    Chart,
    Columns,
    Cover,
    Document,
    Facts,
    Figure,
    Heading,
    Looks,
    Pair,
    Pairs,
    Palette,
    Points,
    Scale,
    Section,
    Text,
    Tone,
)
from braind.report.charts_svg import svg
from braind.report.markup import Markup, head, percent, picture, tag


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The pictures of looks, and what stands where one is missing."""

    pictures: Mapping[int, bytes]
    missing: str

    def image(self, look_id: int, description: str) -> Markup:
        webp = self.pictures.get(look_id, b"")
        if webp:
            return picture(webp, description)
        return tag("span", self.missing, class_="missing")


def brand_page(document: Document, pictures: Mapping[int, bytes]) -> str:
    """The document as HTML; ``pictures`` are WebP files by look id."""
    shelf = _Shelf(pictures, document.no_picture)
    body = tag(
        "body",
        _cover(document, shelf),
        tag("main", *(_section(section, shelf) for section in document.sections)),
        tag("footer", document.footer),
    )
    page = tag(
        "html", head(f"{document.title} · BRAIND", "brand.css"), body, lang=document.language
    )
    return "<!doctype html>\n" + page


def _cover(document: Document, shelf: _Shelf) -> Markup:
    cover = document.cover
    contents = [
        tag("li", tag("a", section.title, href=f"#{section.id}")) for section in document.sections
    ]
    return tag(
        "header",
        tag("p", tag("b", "BRAIND"), tag("span", document.tagline), class_="wordmark"),
        tag("p", cover.kicker, class_="kicker"),
        tag("h1", cover.title),
        tag("p", cover.line, class_="quiet"),
        tag("p", cover.notice, class_="notice") if cover.notice else "",
        _html(cover.looks, shelf),
        _summary(cover, shelf),
        tag("nav", tag("ol", *contents)),
    )


def _summary(cover: Cover, shelf: _Shelf) -> Markup:
    return tag("div", _html(Facts(cover.summary), shelf), class_="summary")


def _section(section: Section, shelf: _Shelf) -> Markup:
    return tag(
        "section",
        tag("h2", section.title),
        tag("p", section.note, class_="lead"),
        *(_html(block, shelf) for block in section.blocks),
        id=section.id,
        class_="starts-page" if section.starts_page else None,
    )


@singledispatch
def _html(block: Block, shelf: _Shelf) -> Markup:
    raise TypeError(f"no HTML for {type(block).__name__}")


@_html.register
def _(block: Text, shelf: _Shelf) -> Markup:
    return tag("p", block.text, class_=None if block.tone is Tone.BODY else block.tone.value)


@_html.register
def _(block: Heading, shelf: _Shelf) -> Markup:
    number = tag("i", block.number) if block.number else ""
    aside = tag("small", block.aside) if block.aside else ""
    return tag("h3", number, tag("span", block.text), aside)


@_html.register
def _(block: Bars, shelf: _Shelf) -> Markup:
    title = tag("h4", block.title) if block.title else ""
    rows = (_bar(bar) for bar in block.bars)
    return tag("div", title, *rows, class_="bars stacked" if block.is_stacked else "bars")


def _bar(bar: Bar) -> Markup:
    return tag(
        "div",
        tag("span", bar.name),
        _track(bar.share, bar.interval),
        tag("em", bar.value),
        class_="strong" if bar.is_strong else None,
    )


def _track(share: float, interval: tuple[float, float] | None) -> Markup:
    spread = ""
    if interval is not None:
        low, high = interval
        spread = tag("u", style=f"left:{percent(low)};width:{percent(high - low)}")
    return tag("i", tag("b", style=f"width:{percent(share)}"), spread, class_="track")


@_html.register
def _(block: Figure, shelf: _Shelf) -> Markup:
    track = _track(block.share, block.interval)
    return tag("div", tag("strong", block.value), tag("div", track, block.note), class_="figure")


@_html.register
def _(block: Scale, shelf: _Shelf) -> Markup:
    bar = tag("i", style=f"width:{percent(block.share)}")
    mark = tag("b", style=f"left:{percent(block.mark)}")
    return tag("div", bar, mark, class_="scale", role="img", aria_label=block.note)


@_html.register
def _(block: Palette, shelf: _Shelf) -> Markup:
    band = (
        tag("i", style=f"background:{color.hex};flex-grow:{100 * color.share:.1f}")
        for color in block.colors
    )
    names = (
        tag("li", tag("i", style=f"background:{color.hex}"), color.name, " ",
            tag("em", f"{100 * color.share:.0f}% · {color.hex}"))
        for color in block.colors
    )  # fmt: skip
    return tag("div", tag("div", *band, class_="band"), tag("ul", *names, class_="swatches"))


@_html.register
def _(block: Chart, shelf: _Shelf) -> Markup:
    return svg(block.drawing, block.description)


@_html.register
def _(block: Looks, shelf: _Shelf) -> Markup:
    images = (shelf.image(look, block.description) for look in block.look_ids)
    return tag("div", *images, class_="looks", style=f"--places:{block.places}")


@_html.register
def _(block: Pairs, shelf: _Shelf) -> Markup:
    pairs = (_pair(pair, block, shelf) for pair in block.pairs)
    key = tag("p", f"{block.left} | {block.right}", class_="small")
    return tag("div", tag("div", *pairs, class_="pairs", style=f"--places:{block.places}"), key)


def _pair(pair: Pair, block: Pairs, shelf: _Shelf) -> Markup:
    note = tag("figcaption", pair.note) if pair.note else ""
    left, right = shelf.image(pair.left, block.left), shelf.image(pair.right, block.right)
    return tag("figure", left, right, note)


@_html.register
def _(block: Facts, shelf: _Shelf) -> Markup:
    rows = (tag("div", tag("dt", term), tag("dd", words)) for term, words in block.rows)
    return tag("dl", *rows)


@_html.register
def _(block: Points, shelf: _Shelf) -> Markup:
    title = tag("h4", block.title) if block.title else ""
    items = (tag("li", sentence) for sentence in block.sentences)
    return tag("div", title, tag("ul", *items, class_="points"))


@_html.register
def _(block: Columns, shelf: _Shelf) -> Markup:
    widths = " ".join(f"minmax(0,{width:.3f}fr)" for width in block.widths)
    cells = (tag("div", *(_html(inner, shelf) for inner in column)) for column in block.columns)
    return tag("div", *cells, class_="columns", style=f"--columns:{widths}")


@_html.register
def _(block: Card, shelf: _Shelf) -> Markup:
    return tag("article", *(_html(inner, shelf) for inner in block.blocks))
