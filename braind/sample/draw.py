"""From a ``LookSpec`` to a picture, its label map and its true answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Pixels
from braind.sample.canvas import Canvas
from braind.sample.face import head_pieces
from braind.sample.figure import FLOOR, SIDES, Figure, pose_figure
from braind.sample.garments import accessories, bottoms, capes, footwear, necks, outer, skirts, tops
from braind.sample.grounds import floor_shadow, paint_ground
from braind.sample.hair import back_hair, front_hair
from braind.sample.pieces import Piece, Pieces
from braind.sample.render import draw_piece
from braind.sample.skin import (
    arm_pieces,
    hand_pieces,
    leg_pieces,
    pocket_shapes,
    torso_pieces,
)
from braind.sample.spec import ONE_PIECE, Fabric, Garment, LookSpec, region_of
from braind.sample.tones import seam
from braind.vocabulary import Question

WIDTH, HEIGHT = 480, 720
_TOP_MARGIN = 2.6  # units that hats and hair may rise above the skull


@dataclass(frozen=True)
class DrawnLook:
    """A drawn look.

    ``pixels`` is uint8 (720, 480, 3) RGB and ``regions`` uint8 (720, 480) of ``Region`` values,
    true to the pixel; left and right shoe are the wearer's. ``answers`` are the true words and
    ``styles`` the grades 0..2 in the order of ``vocabulary.STYLES``.
    """

    pixels: Pixels
    regions: NDArray[np.uint8]
    answers: dict[Question, str]
    styles: tuple[int, ...]


def draw_look(spec: LookSpec, oversample: int = 3) -> DrawnLook:
    """Draw ``spec``; a smaller ``oversample`` is faster and rougher at the edges."""
    rng = np.random.default_rng(spec.seed)
    figure = pose_figure(spec.body, spec.stance)
    picture = paint_ground((WIDTH, HEIGHT), spec.ground, rng)
    canvas = _place(spec, figure, picture, oversample)
    heel = footwear.heel_of(spec.shoes)
    feet = [(x, y + 4.5 + heel) for x, y in (figure.leg(s).joints[2] for s in SIDES)]
    spots = [
        (x * canvas.unit + canvas.origin[0], y * canvas.unit + canvas.origin[1]) for x, y in feet
    ]
    floor_shadow(picture, spots, canvas.unit, spec.ground.light)
    side = spec.ground.light
    for piece in (*_behind(spec, figure), *torso_pieces(figure), *_legs(spec, figure),
                  *_trunk(spec, figure)):  # fmt: skip
        draw_piece(canvas, piece, side, rng)
    for arm in SIDES:
        _draw_arm(canvas, spec, figure, arm, rng)
    for piece in (*_before_body(spec, figure), *_head(spec, figure)):
        draw_piece(canvas, piece, side, rng)
    return DrawnLook(
        np.asarray(canvas.rgb), np.asarray(canvas.regions), spec.answers(), spec.styles
    )


def _place(spec: LookSpec, figure: Figure, picture: Image.Image, oversample: int) -> Canvas:
    """Scale and shift so that the figure stands where ``spec.placement`` says."""
    place, heel = spec.placement, footwear.heel_of(spec.shoes)
    unit = place.height * HEIGHT / (FLOOR + heel + _TOP_MARGIN)
    low = max(figure.leg(side).joints[2][1] for side in SIDES) + 4.6 + heel
    bottom = HEIGHT * (1 - (1 - place.height) * 0.55 + place.dy)
    origin = (WIDTH * (0.5 + place.dx), bottom - low * unit)
    return Canvas(picture, origin, unit, oversample)


def _draw_arm(
    canvas: Canvas, spec: LookSpec, figure: Figure, side: int, rng: np.random.Generator
) -> None:
    """Draw an arm; what has slipped into a pocket is given back to the garment."""
    before = canvas.snapshot() if figure.hand(side) == "pocket" else None
    for piece in _arm(spec, figure, side):
        draw_piece(canvas, piece, spec.ground.light, rng)
    if before is None:
        return
    opening, inside = pocket_shapes(figure, side)
    hidden = canvas.mask([inside])
    if hidden is not None:
        canvas.restore(hidden, before)
    worn = _pocketed(spec)
    tone = Fabric("", seam(worn.fabric.hex))
    line = Piece((opening,), tone, region_of(worn.item), volume=0, cast=0.25, edge=0)
    draw_piece(canvas, line, spec.ground.light, rng)


def _pocketed(spec: LookSpec) -> Garment:
    """The garment whose pocket a hand is in."""
    if spec.outer and outer.reaches_hips(spec.outer):
        return spec.outer
    return spec.lower if spec.lower and spec.tucked else spec.upper


def _before_body(spec: LookSpec, figure: Figure) -> Iterator[Piece]:
    if spec.outer and spec.outer.item == "cape":
        yield from capes.cape(figure, spec.outer)
    if spec.bag:
        yield from accessories.bag_front(figure, spec.bag)
    for side in SIDES:
        yield from hand_pieces(figure, side)


def _behind(spec: LookSpec, figure: Figure) -> Iterator[Piece]:
    if spec.bag:
        yield from accessories.bag_behind(figure, spec.bag)
    if spec.outer:
        yield from outer.outer_back(figure, spec.outer)
    if spec.upper.item == "hoodie":
        yield from necks.hood_back(figure, spec.upper.fabric, region_of("hoodie"))
    yield from back_hair(figure)


def _legs(spec: LookSpec, figure: Figure) -> Iterator[Piece]:
    tall = spec.shoes.item == "tall" or (
        spec.lower is not None and spec.lower.cut in ("slim", "plain", "panel")
    )
    for side in figure.leg_order:
        yield from leg_pieces(figure, side)
    if spec.legwear:
        yield from bottoms.hosiery(figure, spec.legwear)
    shoes = [p for side in figure.leg_order
             for p in footwear.shoe(figure, spec.shoes, side, spec.legwear)]  # fmt: skip
    over = tall and spec.shoes.item in ("tall", "boots", "chelsea")
    if not over:
        yield from shoes
    if spec.lower and spec.lower.item != "skirt":
        yield from bottoms.legs(figure, spec.lower)
    if over:
        yield from shoes


def _waist(spec: LookSpec, figure: Figure) -> Pieces:
    if spec.lower and spec.lower.item == "skirt":
        return skirts.skirt(figure, spec.lower)
    if spec.lower and spec.tucked:
        return bottoms.legs(figure, spec.lower)
    return []


def _trunk(spec: LookSpec, figure: Figure) -> Iterator[Piece]:
    region = region_of(spec.upper.item)
    if spec.upper.item in ONE_PIECE:
        yield from skirts.one_piece_body(figure, spec.upper)
        yield from skirts.one_piece_neck(figure, spec.upper)
    else:
        body = tops.top_body(figure, spec.upper, spec.tucked, region)
        waist = _waist(spec, figure)
        yield from [*body, *waist] if spec.tucked else [*waist, *body]
        yield from tops.top_neck(figure, spec.upper, spec.tucked, region)
    for extra in spec.extras:
        if extra.item == "belt":
            yield from accessories.belt(figure, extra)
        if extra.item == "tie":
            yield from accessories.tie(figure, extra)
    if spec.outer and spec.outer.item != "cape":
        yield from outer.outer_body(figure, spec.outer)
    if spec.bag:
        yield from accessories.bag_straps(figure, spec.bag)


def _arm(spec: LookSpec, figure: Figure, side: int) -> Iterator[Piece]:
    yield from arm_pieces(figure, side, _sleeve_end(spec) * 0.75)
    bare_outer = spec.outer is None or spec.outer.item in ("vest", "cape")
    if bare_outer and spec.upper.item in ONE_PIECE:
        yield from skirts.one_piece_sleeve(figure, spec.upper, side)
    elif bare_outer:
        yield from tops.top_sleeve(figure, spec.upper, side, region_of(spec.upper.item))
    if spec.outer and spec.outer.item != "cape":
        yield from outer.outer_sleeve(figure, spec.outer, side)


def _sleeve_end(spec: LookSpec) -> float:
    """Where the longest sleeve ends on the arm."""
    ends = [outer.sleeve_end(spec.outer) if spec.outer else 0.0]
    if spec.upper.fabric.material == "chiffon":
        return ends[0]  # the arm shows through
    if spec.upper.item in ONE_PIECE:
        ends.append(skirts.sleeve_end(spec.upper))
    else:
        ends.append(tops.sleeve_end(spec.upper))
    return max(ends)


def _head(spec: LookSpec, figure: Figure) -> Iterator[Piece]:
    by_item: dict[str, Garment] = {extra.item: extra for extra in spec.extras}
    if "scarf" in by_item:
        yield from accessories.scarf(figure, by_item["scarf"])
    yield from head_pieces(figure)
    yield from front_hair(figure, locks="scarf" not in by_item)
    for kind in ("glasses", "sunglasses"):
        if kind in by_item:
            yield from accessories.glasses(figure, by_item[kind])
    if spec.hat:
        yield from accessories.hat(figure, spec.hat)
