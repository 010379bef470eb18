"""Hair: what falls behind the body, and what frames the face. Neutral head coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Region
from braind.sample.figure import Figure
from braind.sample.geometry import Knot, Path, curve, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric
from braind.sample.tones import deeper, lighter


@dataclass(frozen=True)
class Cut:
    """``back`` lies behind the neck, ``front`` over the face; ``strands`` are drawn on both."""

    front: tuple[tuple[Knot, ...], ...]
    back: tuple[tuple[Knot, ...], ...] = ()
    strands: tuple[tuple[Knot, ...], ...] = ()


def _both(half: tuple[Knot, ...]) -> tuple[Knot, ...]:
    return tuple(mirrored(half))


_PART_LEFT: tuple[Knot, ...] = (
    (0.5, -0.35), (2.3, 0.2), (3.5, 1.9), (3.75, 4.2), (3.5, 6.0), (3.1, 5.2), (2.9, 3.6),
    (2.0, 2.4), (0.6, 1.7), (-0.9, 1.5, 1), (-1.9, 2.6), (-2.7, 3.9), (-3.05, 5.4), (-3.5, 6.0),
    (-3.75, 4.2), (-3.5, 1.9), (-2.2, 0.2),
)  # fmt: skip
_MIDDLE: tuple[Knot, ...] = _both(
    ((0, -0.3), (2.0, 0.1), (3.5, 1.8), (3.85, 4.4), (3.6, 7.2), (3.2, 6.2), (2.9, 4.4), (1.6, 2.5),
     (0, 1.3, 1))
)  # fmt: skip
_FRINGE: tuple[Knot, ...] = _both(
    ((0, -0.4), (2.1, 0.0), (3.6, 1.8), (3.9, 4.6), (3.6, 7.0), (3.05, 6.0), (2.85, 4.2),
     (2.0, 3.75), (1.0, 3.55), (0, 3.6))
)  # fmt: skip
_CROP: tuple[Knot, ...] = (
    (0.3, -0.7), (2.1, -0.3), (3.3, 1.1), (3.6, 3.2), (3.35, 5.0), (3.05, 4.0), (2.8, 2.9),
    (1.6, 2.2), (-0.2, 2.6), (-1.6, 2.1), (-2.8, 2.9), (-3.1, 4.2), (-3.35, 5.0), (-3.6, 3.2),
    (-3.2, 1.2), (-1.8, -0.2),
)  # fmt: skip
_SWEPT: tuple[Knot, ...] = (
    (0.6, -1.0), (2.4, -0.5), (3.5, 1.0), (3.5, 3.4), (3.3, 4.8), (3.05, 3.6), (2.9, 2.6),
    (1.9, 1.8), (0.4, 1.9), (-1.3, 1.3), (-2.6, 2.2), (-3.0, 3.4), (-3.3, 4.8), (-3.5, 3.2),
    (-3.4, 1.2), (-1.8, -0.4),
)  # fmt: skip
_CURLS: tuple[Knot, ...] = (
    (0, -1.3), (1.3, -1.0), (2.5, -0.9), (3.2, 0.2), (4.1, 0.9), (4.2, 2.2), (4.6, 3.2), (4.1, 4.4),
    (4.2, 5.4), (3.4, 5.6), (3.1, 4.6), (2.9, 3.4), (2.0, 2.9), (1.1, 2.3), (0, 2.8), (-1.2, 2.3),
    (-2.1, 2.9), (-2.9, 3.5), (-3.1, 4.7), (-3.4, 5.6), (-4.2, 5.3), (-4.1, 4.3), (-4.6, 3.1),
    (-4.2, 2.1), (-4.0, 0.8), (-3.1, 0.2), (-2.4, -0.9), (-1.2, -1.0),
)  # fmt: skip


def _fall(length: float, width: float, wave: float = 0.0) -> tuple[Knot, ...]:
    steps = [6.5 + (length - 6.5) * k / 5 for k in range(6)]
    side = [
        (3.7 + (width - 3.7) * k / 5 + (wave if k % 2 else -wave), y) for k, y in enumerate(steps)
    ]
    return _both(((0, -0.2), (2.6, 0.3), (3.8, 2.6), *side, (width * 0.6, length + 0.9),
                  (0, length + 0.4)))  # fmt: skip


def _lock(side: int, length: float, wave: float = 0.0) -> tuple[Knot, ...]:
    """Hair falling in front of a shoulder."""
    return (
        (side * 3.0, 4.8), (side * 3.8, 5.6), (side * (4.4 + wave), 9.5),
        (side * (5.0 - wave), 13.5), (side * (4.9 + wave), length - 3.0), (side * 4.2, length, 1),
        (side * (3.1 - wave), length - 3.0), (side * (3.0 + wave), 13.0), (side * 3.05, 9.0),
    )  # fmt: skip


_TOP_STRANDS: tuple[tuple[Knot, ...], ...] = (
    ((-0.6, 0.6), (1.2, 0.9), (2.7, 3.0)), ((-0.9, 1.0), (-2.3, 1.7), (-3.2, 3.8)),
    ((0.3, 0.2), (2.3, 0.9), (3.3, 3.4)), ((-0.8, 0.3), (-2.4, 0.9), (-3.4, 2.9)),
)  # fmt: skip
_LONG_STRANDS: tuple[tuple[Knot, ...], ...] = (
    *_TOP_STRANDS,
    ((3.5, 6), (4.3, 11), (4.5, 17)), ((-3.5, 6), (-4.3, 11), (-4.5, 17)),
    ((3.3, 7), (3.7, 12), (3.8, 18)), ((-3.3, 7), (-3.7, 12), (-3.8, 18)),
)  # fmt: skip
_CURL_STRANDS: tuple[tuple[Knot, ...], ...] = tuple(
    ((x - 0.7, y), (x, y - 0.6), (x + 0.7, y), (x, y + 0.5))
    for x, y in ((-3, 1), (-1.2, 0.2), (1, 0), (2.8, 1), (3.6, 3), (-3.6, 3), (0, 1.5), (2, 1.9),
                 (-2, 1.9))
)  # fmt: skip

CUTS: dict[str, Cut] = {
    "long": Cut((_PART_LEFT, _lock(1, 21), _lock(-1, 20)), (_fall(20, 4.6),), _LONG_STRANDS),
    "wavy": Cut((_MIDDLE, _lock(1, 22, 0.4), _lock(-1, 21, 0.4)), (_fall(20.5, 5.2, 0.45),),
                _LONG_STRANDS),
    "straight_back": Cut((_MIDDLE,), (_fall(17.5, 4.9),), _TOP_STRANDS),
    "bob": Cut((_PART_LEFT,), (_fall(10.2, 4.5),), _TOP_STRANDS),
    "fringe_bob": Cut((_FRINGE,), (_fall(9.8, 4.7),), (((-1, 0.4), (-1.2, 3.2)),
                      ((0.3, 0.2), (0.2, 3.4)), ((1.4, 0.4), (1.6, 3.4)), *_TOP_STRANDS[2:])),
    "fringe_long": Cut((_FRINGE, _lock(1, 18), _lock(-1, 18.5)), (_fall(18, 4.8),), _LONG_STRANDS),
    "bun": Cut((_PART_LEFT,),
               (((-1.9, -0.6), (-1.6, -2.3), (0, -3.1), (1.7, -2.3), (1.9, -0.5), (0, 0.6)),
                _both(((0, 0), (3.2, 1.2), (3.3, 5), (2.2, 8.2), (0, 9)))), _TOP_STRANDS),
    "low_bun": Cut((_MIDDLE,), (((1.5, 7), (4.2, 6.6), (5.2, 8.4), (4.4, 10.2), (2.2, 10)),
                                _both(((0, 0), (3.3, 1.2), (3.4, 5), (2.4, 8.4), (0, 9)))),
                   _TOP_STRANDS),
    "ponytail": Cut((_PART_LEFT,), (((2.4, 1.6), (4.6, 2.6), (5.6, 7), (5.4, 13), (4.4, 17),
                                     (3.9, 12), (3.6, 7), (2.0, 4)),
                                    _both(((0, 0), (3.2, 1.2), (3.2, 5), (2.0, 8), (0, 8.6)))),
                    (*_TOP_STRANDS, ((4.2, 4), (4.8, 9), (4.5, 15)))),
    "pixie": Cut((_CROP,), (_both(((0, 0), (3.3, 1), (3.5, 5), (2.6, 7.8), (0, 8.6))),),
                 _TOP_STRANDS),
    "crop": Cut((_CROP,), (), _TOP_STRANDS),
    "swept": Cut((_SWEPT,), (), _TOP_STRANDS),
    "curls": Cut((_CURLS,), (_both(((0, -0.5), (3.6, 1), (4.2, 5), (3.4, 7.6), (0, 8.6))),),
                 _CURL_STRANDS),
    "two_block": Cut((_FRINGE[:0] + _both(
        ((0, -0.7), (2.2, -0.4), (3.5, 1.0), (3.75, 3.2), (3.4, 5.2), (3.0, 4.6), (2.6, 3.5),
         (1.2, 3.2), (0, 2.2, 1))),), (), _TOP_STRANDS),
    "mid_part_long": Cut((_MIDDLE,), (_fall(12.5, 4.6, 0.2),), _TOP_STRANDS),
    "buzz": Cut((_both(((0, -0.05), (2.0, 0.35), (3.25, 1.9), (3.4, 4.2), (3.05, 4.6), (2.8, 2.9),
                        (1.8, 2.0), (0, 1.75))),)),
}  # fmt: skip

WOMEN_CUTS = ("long", "wavy", "straight_back", "bob", "fringe_bob", "fringe_long", "bun",
              "low_bun", "ponytail", "pixie", "curls", "mid_part_long")  # fmt: skip
MEN_CUTS = ("crop", "swept", "two_block", "curls", "buzz", "crop", "two_block", "mid_part_long")


def _piece(figure: Figure, knots: tuple[tuple[Knot, ...], ...], cut: Cut, dark: float) -> Piece:
    tone = figure.body.hair_hex
    shapes: tuple[Path, ...] = tuple(curve(figure.head(k)) for k in knots)
    lines = tuple(
        Line(stroke(figure.head(s), (0.05, 0.12, 0.03)), shade, 0.4)
        for n, s in enumerate(cut.strands)
        for shade in ((lighter(tone, 0.22),) if n % 2 else (deeper(tone, 0.4),))
    )
    fabric = Fabric("", deeper(tone, dark), "solid", "hair")
    shine = stroke(figure.head([(-2.6, 2.1), (-0.8, 0.75), (1.4, 0.7)]), (0, 0.28, 0))
    lights = (shine,) if not dark else ()
    return Piece(shapes, fabric, Region.HAIR, lines=lines, lights=lights, cast=0.3, edge=0.3)


def back_hair(figure: Figure) -> Pieces:
    """What is seen behind neck and shoulders."""
    cut = CUTS[figure.body.hair]
    return [_piece(figure, cut.back, cut, 0.22)] if cut.back else []


def front_hair(figure: Figure, locks: bool = True) -> Pieces:
    """What frames the face; ``locks`` lets hair fall in front of the shoulders."""
    cut = CUTS[figure.body.hair]
    return [_piece(figure, cut.front if locks else cut.front[:1], cut, 0.0)]
