"""HTML that is escaped unless it was made here."""

from __future__ import annotations

import base64
from html import escape
from importlib.resources import files

_VOID = ("img", "meta")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *inside: str, **attributes: str | None) -> Markup:
    """An element. Plain text inside and in attributes is escaped; ``class_`` stands for "class".

    Attributes that are None are left out.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{join(*inside)}</{name}>")


def join(*parts: str) -> Markup:
    """Parts in a row, plain text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def picture(webp: bytes, alt: str, class_: str | None = None) -> Markup:
    """An embedded WebP picture."""
    source = "data:image/webp;base64," + base64.b64encode(webp).decode("ascii")
    return tag("img", src=source, alt=alt, class_=class_)


def head(title: str, style_sheet: str) -> Markup:
    """The head of a page, with the shared style sheet and the page's own one inside."""
    sheets = (files("braind.report") / name for name in ("base.css", style_sheet))
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Markup(css)),
    )


def percent(share: float) -> str:
    """A share as a CSS length."""
    return f"{100 * min(1.0, max(0.0, share)):.1f}%"
