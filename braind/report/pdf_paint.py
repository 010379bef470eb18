"""Shapes onto the pages of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import singledispatchmethod
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from braind.report.shapes import (
    Circle,
    Label,
    LookImage,
    Paint,
    Path,
    Rect,
    Shape,
    light_colors,
)

if TYPE_CHECKING:
    from fpdf import FPDF

_QUALITY = 90
_MISSING_SIZE = 7.0


class Painter:
    """Draws on the current page of ``pdf``, all text in the font ``family``.

    ``pictures`` are image files by look id; where one is missing or broken, ``missing`` is said.
    Every text goes through ``say``, which gives what the font can show.
    """

    def __init__(
        self,
        pdf: FPDF,
        family: str,
        pictures: Mapping[int, bytes],
        missing: str,
        say: Callable[[str], str],
    ) -> None:
        self._say = say
        self._pdf = pdf
        self._family = family
        self._pictures = pictures
        self._missing = missing
        self._opened: dict[int, tuple[bytes, tuple[int, int]] | None] = {}

    @singledispatchmethod
    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        raise TypeError(f"no way to print {type(shape).__name__}")

    @draw.register
    def _(self, shape: Path) -> None:
        with self._dipped(shape.paint) as style:
            if shape.is_closed:
                self._pdf.polygon(shape.points, style=style)
            else:
                self._pdf.polyline(shape.points)

    @draw.register
    def _(self, shape: Circle) -> None:
        with self._dipped(shape.paint) as style:
            self._pdf.circle(shape.x, shape.y, shape.radius, style=style)

    @draw.register
    def _(self, shape: Rect) -> None:
        x, y, width, height = shape.x, shape.y, shape.width, shape.height
        is_round, radius = shape.radius > 0, shape.radius
        with self._dipped(shape.paint) as style:
            self._pdf.rect(x, y, width, height, style, is_round, radius)

    @draw.register
    def _(self, shape: Label) -> None:
        self._pdf.set_font(self._family, "B" if shape.is_bold else "", shape.size)
        self._pdf.set_text_color(*_rgb(shape.color))
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        said = self._say(shape.text)
        left = shape.x - shift * self._pdf.get_string_width(said) if shift else shape.x
        self._pdf.text(left, shape.y, said)

    @draw.register
    def _(self, shape: LookImage) -> None:
        opened = self._open(shape.look_id)
        if opened is None:
            middle = (shape.x + shape.width / 2, shape.y + shape.height / 2)
            self.draw(Label(*middle, self._missing, _MISSING_SIZE, "ink3", anchor="middle"))
            return
        content, (width, height) = opened
        scale = min(shape.width / width, shape.height / height)
        left = shape.x + (shape.width - scale * width) / 2
        top = shape.y + (shape.height - scale * height) / 2
        self._pdf.image(BytesIO(content), left, top, scale * width, scale * height)

    def _open(self, look_id: int) -> tuple[bytes, tuple[int, int]] | None:
        """The look's picture as JPEG and its size in pixels."""
        if look_id not in self._opened:
            self._opened[look_id] = _as_jpeg(self._pictures.get(look_id, b""))
        return self._opened[look_id]

    @contextmanager
    def _dipped(self, paint: Paint) -> Iterator[str]:
        """With the colours of a paint taken up: what to do with outline (D) and inside (F)."""
        with ExitStack() as stack:
            if paint.fill_opacity < 1:
                stack.enter_context(self._pdf.local_context(fill_opacity=paint.fill_opacity))
            if paint.fill:
                self._pdf.set_fill_color(*_rgb(paint.fill))
            if paint.stroke:
                self._pdf.set_draw_color(*_rgb(paint.stroke))
                self._pdf.set_line_width(paint.width)
            yield ("D" if paint.stroke else "") + ("F" if paint.fill else "")


def _as_jpeg(webp: bytes) -> tuple[bytes, tuple[int, int]] | None:
    if not webp:
        return None
    file = BytesIO()
    try:
        with Image.open(BytesIO(webp), formats=("WEBP",)) as image:
            image.convert("RGB").save(file, "JPEG", quality=_QUALITY, subsampling=0)
            return file.getvalue(), image.size
    except (UnidentifiedImageError, OSError, ValueError):
        return None


def _rgb(color: str) -> tuple[int, int, int]:
    digits = (color if color.startswith("#") else light_colors()[color])[1:]
    red, green, blue = bytes.fromhex(
        digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    )
    return red, green, blue
