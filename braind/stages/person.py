"""Who is in a photo, and is one whole body there? From a net's region map to a ``Detection``.

The verdict weighs two witnesses: the regions (is there a shoe, how far is the photo's border, how
many heads tall is the figure?) and the net's own opinion of which parts are inside the photo.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from braind.blobs import Mask
from braind.body import Body
from braind.domain import BodyPart, Box, Detection, Floats, Person, Photo, Reason, Region
from braind.figures import Figure, Regions, find_figures
from braind.letterbox import Placement

NOBODY_ABOVE = 0.5  # probability of an empty photo
SEVERAL_ABOVE = 0.5
SMALLEST = 0.006  # of the photo's area: even a nearer look would show little
RIVAL = 0.3  # of the largest figure's area: smaller ones are bystanders
HALF = 0.5
MARGIN = 3  # cells kept around a person, for the soft edge

_FEET = {BodyPart.LEFT_FOOT: Reason.LEFT_FOOT, BodyPart.RIGHT_FOOT: Reason.RIGHT_FOOT}

# Weights of evidence, in log-odds: rounded from logistic regressions on training photos that were
# cropped through the shins, at the waist and at the neck (``braind.training.evidence``).
FOOT_WEIGHTS = {
    "opinion": 1.1, "seen": 0.0, "room": 3.8, "size": 1.7, "heads": 3.1, "lower": 1.2,
    "bias": -8.5,
}  # fmt: skip
HEAD_WEIGHTS = {
    "opinion": 1.2, "room": 3.2, "size": 2.0, "face": 1.9, "heads": -1.2,
    "bias": -7.1,
}  # fmt: skip
ROOM = 0.03  # of the body height: a border this far away cuts nothing off
SHOES_SHARE = 0.006  # of the squared body height: what a pair of shoes usually takes
HEAD_SHARE = 0.006  # the same for face and hair
USUAL_HEADS = 8  # the scale of a body's height in head heights
TO_KNEES = 4.3  # head heights from the crown to the knees; 3.3 to the waist, 6.4 to the soles
KNEE_SHARE = 0.35  # of a figure that is cut at the knee, below the hips
SUREST = 0.998  # beyond this a net's certainty adds nothing
UNASKED = 2.0  # log-odds instead of an opinion, where the net's is about somebody else too


class PersonBackend(Protocol):
    """Finds people."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the answers, as JSON values."""
        ...

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        ...


@dataclass(frozen=True, slots=True)
class MapView:
    """The part of a net's maps that the photo covers.

    ``regions`` uint8 and ``alpha`` float32 are (h, w); ``placement`` maps the photo, of ``size``
    (width, height), to their cells.
    """

    regions: Regions
    alpha: Floats
    placement: Placement
    size: tuple[int, int]

    def to_photo(self, cells: Box) -> Box:
        """A box of cells in pixels of the photo, clipped to it."""
        box = self.placement.to_picture(cells)
        width, height = self.size
        return Box(
            max(0.0, box.left), max(0.0, box.top), min(width, box.right), min(height, box.bottom)
        )


def detection_from_regions(
    logits: Floats, people: Floats, parts: Floats, placement: Placement, size: tuple[int, int]
) -> Detection:
    """Judge one photo.

    ``logits`` float32 (15, h, w) in the order of ``Region``; ``people`` (3,) probabilities of
    nobody, one, several; ``parts`` (5,) probabilities that head, left foot, right foot, upper and
    lower body are inside the photo; ``placement`` maps the photo, of ``size`` (width, height), to
    cells of the map.
    """
    view = read_maps(logits, placement, size)
    figures = find_figures(view.regions, float(people[2]) > SEVERAL_ABOVE)
    figures = [f for f in figures if f.area >= SMALLEST * view.regions.size]
    if not figures or people[0] > NOBODY_ABOVE:
        return Detection((), (Reason.NOBODY,))
    figures = [f for f in figures if f.area >= RIVAL * figures[0].area]
    if len(figures) == 1:
        person = _person(view, figures[0], parts)
        return Detection((person,), person.missing)
    return Detection(
        tuple(_person(view, figure, None) for figure in figures), (Reason.SEVERAL_PEOPLE,)
    )


def detection_of(people: Sequence[Person]) -> Detection:
    """Judge what a detector of boxes found: who is much smaller than the largest is a bystander."""
    found = sorted(people, key=lambda person: -person.box.area)
    found = [person for person in found if person.box.area >= RIVAL * found[0].box.area]
    if not found:
        return Detection((), (Reason.NOBODY,))
    return Detection(
        tuple(found), found[0].missing if len(found) == 1 else (Reason.SEVERAL_PEOPLE,)
    )


def read_maps(logits: Floats, placement: Placement, size: tuple[int, int]) -> MapView:
    """Regions and person probability; background only where it outweighs all others together."""
    left, top = round(placement.left), round(placement.top)
    right = round(placement.left + size[0] * placement.scale_x)
    bottom = round(placement.top + size[1] * placement.scale_y)
    inside = logits[:, top : max(bottom, top + 1), left : max(right, left + 1)]
    powers = np.exp(inside - inside.max(axis=0))
    alpha = (1 - powers[0] / powers.sum(axis=0)).astype(np.float32)
    regions = (inside[1:].argmax(axis=0) + 1).astype(np.uint8)
    regions[alpha <= HALF] = Region.BACKGROUND
    moved = Placement(
        placement.scale_x, placement.scale_y, placement.left - left, placement.top - top
    )
    return MapView(regions, alpha, moved, size)


def _person(view: MapView, figure: Figure, parts: Floats | None) -> Person:
    """Describe one figure; ``parts`` is None when the net's opinion is about somebody else too."""
    body = Body(np.where(figure.mask, view.regions, Region.BACKGROUND).astype(np.uint8))
    feet = body.feet()
    missing = _missing(body, feet, parts)
    cells = {**body.halves(whole=not missing), **feet, BodyPart.WHOLE_BODY: body.box}
    frame = _frame(body.box, view.regions.shape)
    rows = slice(int(frame.top), int(frame.bottom))
    columns = slice(int(frame.left), int(frame.right))
    own = _grown(figure.mask)[rows, columns]
    return Person(
        box=view.to_photo(body.box),
        parts={part: view.to_photo(box) for part, box in cells.items()},
        missing=missing,
        score=float(view.alpha[figure.mask].mean()),
        frame=view.placement.to_picture(frame),
        regions=body.regions[rows, columns],
        alpha=np.where(own, view.alpha[rows, columns], np.float32(0)),
    )


def _frame(box: Box, shape: tuple[int, ...]) -> Box:
    return Box(
        max(0, box.left - MARGIN),
        max(0, box.top - MARGIN),
        min(shape[1], box.right + MARGIN),
        min(shape[0], box.bottom + MARGIN),
    )


def _grown(mask: Mask) -> Mask:
    """The mask and its neighbouring cells: there the soft edge is its own."""
    tall = mask.copy()
    tall[1:] |= mask[:-1]
    tall[:-1] |= mask[1:]
    wide = tall.copy()
    wide[:, 1:] |= tall[:, :-1]
    wide[:, :-1] |= tall[:, 1:]
    return wide


def _missing(body: Body, feet: Mapping[BodyPart, Box], parts: Floats | None) -> tuple[Reason, ...]:
    """What of the body the photo does not show; a half body includes its feet."""
    opinions = {
        name: UNASKED if parts is None else log_odds(float(parts[i]))
        for i, name in enumerate(("head", *_FEET, "upper", "lower"))
    }
    has_head = _weighed(HEAD_WEIGHTS, head_evidence(body, opinions["head"])) > 0
    reasons = () if has_head else (Reason.NO_HEAD,)
    cut = [
        reason
        for part, reason in _FEET.items()
        if _weighed(FOOT_WEIGHTS, foot_evidence(body, part, part in feet, opinions[part])) <= 0
    ]
    if len(cut) == 2 and not _lower_shown(body, has_head):
        return (Reason.HALF_BODY, *reasons)
    return (*reasons, *cut)


def log_odds(probability: float) -> float:
    """The logarithm of the odds, kept within what a net's certainty is worth."""
    sure = min(max(probability, 1 - SUREST), SUREST)
    return math.log(sure / (1 - sure))


def _weighed(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """Log-odds that the part is inside the photo."""
    return weights["bias"] + sum(weights[name] * value for name, value in evidence.items())


def foot_evidence(body: Body, foot: BodyPart, seen: bool, opinion: float) -> dict[str, float]:
    """What speaks for a foot being inside the photo; ``opinion`` is the net's, in log-odds."""
    return {
        "opinion": opinion,
        "seen": float(seen),
        "room": min(body.room_around(foot) / ROOM, 1),
        "size": min(body.share_of(body.soles) / SHOES_SHARE, 2),
        "heads": min(body.heads_tall / USUAL_HEADS, 1.5) or 1.0,
        "lower": body.lower_share,
    }


def head_evidence(body: Body, opinion: float) -> dict[str, float]:
    """The same for the head."""
    return {
        "opinion": opinion,
        "room": min(body.room_above / ROOM, 1),
        "size": min(body.share_of(body.head) / HEAD_SHARE, 2),
        "face": float(body.heads_tall > 0),
        "heads": min(body.heads_tall / USUAL_HEADS, 1.5),
    }


def _lower_shown(body: Body, has_head: bool) -> bool:
    """Half of the legs or more are seen: by the height in heads, or by the garments below."""
    if has_head and body.heads_tall:
        return body.heads_tall >= TO_KNEES
    return body.lower_share >= KNEE_SHARE
