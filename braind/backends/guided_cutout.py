"""The embedded cutout backend: the parser's person probability, refined along the photo's edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from braind.backends.context import BackendContext
from braind.domain import Cutout, Person, Photo
from braind.stages import cutout


class GuidedCutout:
    """Cuts out with a guided filter; needs no model of its own."""

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend and the filter's parameters."""
        return {
            "backend": "embedded",
            "height": cutout.WORK_HEIGHT,
            "fit": [cutout.FIT_HEIGHT, cutout.RADIUS, cutout.SMOOTHNESS],
            "edge": cutout.EDGE,
        }

    def cut_out(self, photo: Photo, people: Sequence[Person]) -> list[Cutout]:
        """One cutout a person, in the given order."""
        return [cutout.cut_person(photo, person) for person in people]


def create(context: BackendContext) -> GuidedCutout:
    """Build it; the context has nothing that it needs."""
    return GuidedCutout()
