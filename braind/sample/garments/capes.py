"""Capes, which hang over the arms."""

from __future__ import annotations

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.garments import necks
from braind.sample.garments.shell import buttons, seam_line
from braind.sample.geometry import Knot, curve, mirrored, stroke
from braind.sample.pieces import Piece, Pieces
from braind.sample.spec import Garment
from braind.sample.tones import seam


def cape(figure: Figure, garment: Garment) -> Pieces:
    """A cape over shoulders and arms."""
    hem = 40.0 if garment.cut == "short" else 47.0
    reach = max(abs(figure.arm(s).point(0.9)[0]) for s in SIDES) + 1.4
    reach = max(reach, 11.5)
    half: list[Knot] = [
        (0, 13.6),
        (2.3, 12.6, 1),
        (figure.shoulder - 1.2, 13.9),
        (figure.shoulder + 1.3, 17.5),
        (reach * 0.94, 29),
        (reach, hem - 1.0, 1),
        (reach * 0.72, hem + 0.9),
        (reach * 0.4, hem + 0.9),
        (0, hem + 1.6),
    ]
    outline = curve(figure.torso(mirrored(half)))
    folds = tuple(
        stroke(figure.torso([(at * 7, 16), (at * 9.5, 28), (at * reach * 0.95, hem + 1)]),
               (0, 0.4, 0.75)) for at in (-0.85, -0.5, 0.35, 0.8)
    )  # fmt: skip
    tone = seam(garment.fabric.hex)
    lines = (
        seam_line(figure, [(0.2, 14), (0.1, hem + 2)], tone, 0.09, 0.75),
        *buttons(figure, 0.15, [17.5, 21.5, 25.5], "#c9a368", 0.36),
        *(seam_line(figure, [(s * 7.2, 27), (s * 6.9, 33)], tone, 0.13, 0.75) for s in SIDES),
    )
    body = Piece((outline,), garment.fabric, Region.OUTER, folds=folds, lines=lines, cast=0.5,
                 pivot=figure.at(0, 20))  # fmt: skip
    return [body, *necks.stand_collar(figure, garment.fabric, Region.OUTER, 11.2)]
