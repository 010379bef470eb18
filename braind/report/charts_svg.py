"""Drawings as SVG inside a page, in the page's own colours and fonts."""

from __future__ import annotations

from functools import singledispatch

from braind.report.markup import Markup, tag
from braind.report.shapes import Circle, Drawing, Label, Paint, Path, Rect, Shape


def svg(drawing: Drawing, description: str) -> Markup:
    """A drawing without look pictures as an SVG element with a text alternative."""
    return tag(
        "svg",
        *(_element(shape) for shape in drawing.shapes),
        viewBox=f"0 0 {drawing.width:g} {drawing.height:g}",
        role="img",
        aria_label=description,
        class_="chart",
    )


@singledispatch
def _element(shape: Shape) -> Markup:
    raise TypeError(f"no SVG for {type(shape).__name__}")


@_element.register
def _(shape: Path) -> Markup:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)
    return tag(
        "polygon" if shape.is_closed else "polyline", points=points, style=_style(shape.paint)
    )


@_element.register
def _(shape: Circle) -> Markup:
    return tag(
        "circle",
        cx=f"{shape.x:.1f}", cy=f"{shape.y:.1f}", r=f"{shape.radius:g}", style=_style(shape.paint),
    )  # fmt: skip


@_element.register
def _(shape: Rect) -> Markup:
    return tag(
        "rect",
        x=f"{shape.x:.1f}", y=f"{shape.y:.1f}", width=f"{shape.width:g}",
        height=f"{shape.height:g}", rx=f"{shape.radius:g}", style=_style(shape.paint),
    )  # fmt: skip


@_element.register
def _(shape: Label) -> Markup:
    weight = ";font-weight:600" if shape.is_bold else ""
    return tag(
        "text",
        shape.text,
        x=f"{shape.x:.1f}",
        y=f"{shape.y:.1f}",
        text_anchor=shape.anchor,
        style=f"fill:{css_color(shape.color)};font-size:{shape.size:g}px{weight}",
    )


def css_color(color: str) -> str:
    """A colour as CSS: names stand for the page's variables."""
    return color if color.startswith("#") else f"var(--{color})"


def _style(paint: Paint) -> str:
    given = {
        "fill": css_color(paint.fill) if paint.fill else "none",
        "fill-opacity": f"{paint.fill_opacity:g}" if paint.fill_opacity < 1 else "",
        "stroke": css_color(paint.stroke) if paint.stroke else "",
        "stroke-width": f"{paint.width:g}" if paint.stroke else "",
    }
    return ";".join(f"{name}:{value}" for name, value in given.items() if value)
