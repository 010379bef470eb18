"""Looking again from nearer: who is small in a photo is coarse in the map of the whole photo.

The detector then sees a window around that person alone, and what it finds there takes the place of
what it saw from afar. Of a wide photo it also sees strips of what lies beside these people: two
photos side by side are as usual in lookbooks as two people who are easily told apart. Sheets with
photos in several rows are cut into bands, which are wide photos again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from braind.boxes import overlap, shared_area
from braind.domain import Box, Detection, Person, Reason
from braind.letterbox import Size, fitted_size

AROUND = 0.16  # of the person's height, left free on each side
GAIN = 1.3  # a person who would not get this much larger is not looked at again
STRIP, NARROWEST = 0.8, 0.3  # of the photo's height: how wide strips are at most and at least
SHARED = 0.35  # of the photo's height, by which strips overlap: somebody is whole in one of them
SMALL = 0.6  # of a sheet's height: as tall may people be on a sheet of several photos
BAND, BAND_SHARED = 1.6, 1.1  # of the tallest person's height
NEAR_HEIGHT = 0.7  # of the tallest person: others who are as near as that
SAME = 0.8  # of the smaller of two boxes lies in the other, if both show the same person
KNOWN = 0.5  # of the smaller of two boxes: more in common has nobody with somebody else
SETTINGS = (
    AROUND, GAIN, SAME, STRIP, NARROWEST, SHARED, NEAR_HEIGHT, SMALL, BAND, BAND_SHARED,
)  # fmt: skip


def window_around(person: Person, photo: Size, frame: Size) -> Box | None:
    """Where to look again, in whole pixels of a photo of size ``photo`` that a net sees in
    ``frame``; None when the person would not get much larger. Sizes are (width, height).
    """
    box, room = person.box, AROUND * person.box.height
    window = Box(
        max(0, int(box.left - room)),
        max(0, int(box.top - room)),
        min(photo[0], int(box.right + room) + 1),
        min(photo[1], int(box.bottom + room) + 1),
    )
    size = int(window.width), int(window.height)
    now, then = (fitted_size(seen, frame)[1] / seen[1] for seen in (photo, size))
    return window if then >= GAIN * now else None


def strips_beside(people: Sequence[Person], photo: Size, frame: Size) -> list[Box]:
    """The parts of a wide photo, as high as the photo and in whole pixels, where nobody was found;
    none of a photo that is not wide, or where people leave no room for others.
    """
    width, height = photo
    if frame[1] / height < GAIN * frame[0] / width:
        return []
    edges = [0, *sorted(x for p in people for x in (int(p.box.left), int(p.box.right))), width]
    gaps = [
        (left, right)
        for left, right in pairwise(edges)
        if right - left >= NARROWEST * height
        and not any(p.box.left < (left + right) / 2 < p.box.right for p in people)
    ]
    return [
        Box(left, 0, right, height)
        for gap in gaps
        for left, right in _cut(*gap, STRIP * height, SHARED * height)
    ]


def bands_of(people: Sequence[Person], photo: Size) -> list[Box]:
    """A sheet of several small photos as bands from side to side, so high that everybody is whole
    in one of them; none where fewer than two people were found, or larger ones.
    """
    width, height = photo
    tall = max((person.box.height for person in people), default=0)
    if len(people) < 2 or tall > SMALL * height:
        return []
    return [
        Box(0, top, width, bottom)
        for top, bottom in _cut(0, height, BAND * tall, BAND_SHARED * tall)
    ]


def _cut(start: int, end: int, most: float, shared: float) -> list[tuple[int, int]]:
    """Equal parts that overlap by ``shared``, none longer than ``most``."""
    count = max(1, ceil((end - start - shared) / (most - shared)))
    pace = (end - start - shared) / count
    return [
        (start + int(i * pace), min(end, start + int((i + 1) * pace + shared)))
        for i in range(count)
    ]


def others_in(part: Box, seen: Detection) -> list[Person]:
    """Who was seen whole in a strip or band, at their place in the photo; a bare strip of a street
    looks like a part of somebody too easily.
    """
    return [_moved(person, part.left, part.top) for person in seen.people if person.is_whole]


def newly_found(known: Sequence[Person], others: Sequence[Person]) -> list[Person]:
    """Those of ``others`` who are none of the ``known`` and not each other, the largest first; who
    is much smaller than the known stands behind them and is a bystander.
    """
    new: list[Person] = []
    least = NEAR_HEIGHT * max((person.box.height for person in known), default=0)
    for other in sorted(others, key=lambda person: -person.box.area):
        is_known = any(_in_common(other.box, one.box) >= KNOWN for one in (*known, *new))
        if other.box.height >= least and not is_known:
            new.append(other)
    return new


def _in_common(one: Box, other: Box) -> float:
    """The share of the smaller box that lies in the other.

    Unlike their overlap it is 1 for a box that holds too much, or lacks the legs, from afar.
    """
    return shared_area(one, other) / max(1e-6, min(one.area, other.area))


def with_closeups(far: Detection, near: Sequence[Sequence[Person]]) -> Detection:
    """The detection with the people of nearer looks in the place of those that they are of.

    ``near`` has, for each person, who was found again; nobody where there was no nearer look. Who
    was alone from afar may turn out to be several; of several each is one.
    """
    if len(far.people) > 1:
        people = [found[0] if found else one for one, found in zip(far.people, near, strict=True)]
        return Detection(tuple(people), far.reasons)
    people = [*near[0]] or [*far.people]
    several = len(people) > 1
    return Detection(tuple(people), (Reason.SEVERAL_PEOPLE,) if several else people[0].missing)


def found_again(person: Person, window: Box, seen: Detection) -> list[Person]:
    """Who in the detection of the window may be the same person, at their place in the photo, the
    likeliest first.
    """
    moved = [_moved(other, window.left, window.top) for other in seen.people]
    same = [other for other in moved if _in_common(person.box, other.box) >= SAME]
    return sorted(same, key=lambda other: -overlap(person.box, other.box))


def _moved(person: Person, right: float, down: float) -> Person:
    return replace(
        person,
        box=_shifted(person.box, right, down),
        parts={part: _shifted(box, right, down) for part, box in person.parts.items()},
        frame=_shifted(person.frame, right, down),
    )


def _shifted(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
