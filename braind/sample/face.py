"""Head and a face that is only hinted at."""

from __future__ import annotations

from collections.abc import Sequence

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.geometry import Knot, curve, ellipse, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.skin import bare
from braind.sample.tones import blend, deeper

_SHAPE: dict[str, tuple[Knot, ...]] = {
    "women": ((0, 0.5), (1.9, 0.9), (3.0, 2.4), (3.15, 4.6), (2.95, 6.4), (2.2, 8.3), (1.0, 9.55),
              (0, 9.8)),
    "men": ((0, 0.5), (2.0, 0.9), (3.15, 2.4), (3.3, 4.6), (3.15, 6.6), (2.55, 8.4), (1.3, 9.65),
            (0, 9.85)),
}  # fmt: skip


def _line(figure: Figure, knots: Sequence[Knot], width: float, color: str, strength: float) -> Line:
    return Line(stroke(figure.head(knots, 0.8), (width * 0.5, width, width * 0.3)), color, strength)


def _features(figure: Figure) -> list[Line]:
    skin, hair = figure.body.skin, figure.body.hair_hex
    dark, shade = blend(hair, "#17120f", 0.5), deeper(skin, 0.32)
    lips = blend(skin, "#b0454c", 0.62 if figure.body.gender == "women" else 0.28)
    lines = []
    for s in SIDES:
        eye = [(s * 0.75, 5.05), (s * 1.4, 4.8), (s * 2.1, 5.0)]
        lines.append(_line(figure, eye, 0.17, dark, 0.9))
        iris = figure.head([(s * 1.4, 5.08)], 0.8)[0]
        lines.append(Line(ellipse((iris[0], iris[1]), (0.3, 0.32)), dark, 0.85))
        brow = [(s * 0.7, 3.82), (s * 1.5, 3.5), (s * 2.3, 3.9)]
        lines.append(_line(figure, brow, 0.2, dark, 0.6))
        blush = figure.head([(s * 1.95, 6.6)], 0.6)[0]
        cheek = ellipse((blush[0], blush[1]), (0.85, 0.55))
        lines.append(Line(cheek, blend(skin, "#d9695f", 0.5), 0.22))
    nose: list[Knot] = [(0.1, 5.2), (0.3, 6.35), (0.0, 6.75), (-0.35, 6.65)]
    lines.append(_line(figure, nose, 0.13, shade, 0.6))
    mouth: list[Knot] = [(-0.95, 7.72, 1), (-0.3, 7.68), (0, 7.76), (0.3, 7.68), (0.95, 7.72, 1),
                         (0.4, 8.25), (-0.4, 8.25)]  # fmt: skip
    lines.append(Line(curve(figure.head(mouth, 0.8), steps=4), lips, 0.9))
    return lines


def head_pieces(figure: Figure) -> Pieces:
    """Ears and face; the shadow on the neck comes from the face's cast."""
    cloth = bare(figure)
    ears = tuple(
        curve(figure.head([(s * 2.9, 4.6), (s * 3.55, 4.4), (s * 3.5, 5.6), (s * 2.9, 6.5)]))
        for s in SIDES
    )
    outline = curve(figure.head(mirrored(_SHAPE[figure.body.gender])))
    return [
        Piece(ears, cloth, Region.FACE, cast=0, edge=0.4),
        Piece((outline,), cloth, Region.FACE, lines=tuple(_features(figure)), cast=0.5, edge=0.35),
    ]
