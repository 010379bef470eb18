"""What a classifier of the lab sees of a photo: the product's own crop, or the photo as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.backends.context import BackendContext
from braind.domain import Box, Person, Photo, Pixels, Region
from braind.ground import hash_ground
from braind.lab.kinds import View
from braind.letterbox import Size, letterbox, letterbox_cutout, place
from braind.light import in_its_light, in_plain_view
from braind.registry import EMBEDDED, Stage, create, find_backend
from braind.stages.cutout import CutoutBackend
from braind.stages.face import FaceBackend, crop_face
from braind.stages.person import PersonBackend
from braind.stages.style import GROUND

_NOTHING = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture: uint8 RGB (H, W, 3), and where in it are which ``Region`` values (H, W).

    ``regions`` are those of the whole person: where a face was cropped away, it still says face.
    ``ground`` is the hash of what surrounds the person.
    """

    pixels: Pixels
    regions: NDArray[np.uint8]
    ground: int


class Viewer:
    """Finds the largest person and shows it like the product does. Raises ``ModelError``."""

    def __init__(self, size: Size, view: View, threads: int = 2) -> None:
        context = BackendContext("cpu", threads)
        self._size, self._view = size, view
        self._person: PersonBackend = create(find_backend(Stage.PERSON, EMBEDDED), context)
        self._cutout: CutoutBackend = create(find_backend(Stage.CUTOUT, EMBEDDED), context)
        self._face: FaceBackend = create(find_backend(Stage.FACE, EMBEDDED), context)

    @property
    def identity(self) -> str:
        """What decides the pictures."""
        stages = (self._person, self._cutout, self._face)
        return repr([self._size, self._view, GROUND, [stage.identity for stage in stages]])

    def see(self, photo: Photo) -> Seen | None:
        """The picture of a photo; None where nobody is, unless photos are seen as they are."""
        person = self.largest(photo)
        ground = hash_ground(photo.pixels, person.box if person else _NOTHING)
        if self._view is View.PHOTO:
            pixels = letterbox(photo.pixels, self._size, GROUND)
            return Seen(pixels, self._photo_regions(photo, person), ground)
        if person is None:
            return None
        (whole,) = in_its_light(photo, self._cutout.cut_out(photo, [person]))
        (faces,) = self._face.find_faces([whole])
        seen = in_plain_view(crop_face(whole, faces))
        pixels = letterbox_cutout(seen.rgba, self._size, GROUND)
        height, width = whole.rgba.shape[:2]
        regions = self._placed(whole.regions, Box(0, 0, width, height), (width, height))
        return Seen(pixels, regions, ground)

    def largest(self, photo: Photo) -> Person | None:
        """The largest person of a photo."""
        return next(iter(self._person.detect_people([photo])[0].people), None)

    def _photo_regions(self, photo: Photo, person: Person | None) -> NDArray[np.uint8]:
        height, width = photo.pixels.shape[:2]
        regions, frame = (person.regions, person.frame) if person else (None, _NOTHING)
        return self._placed(regions, frame, (width, height))

    def _placed(self, regions: NDArray[np.uint8] | None, box: Box, size: Size) -> NDArray[np.uint8]:
        """A map that covers ``box`` of a picture of ``size``, where the picture lies in ours."""
        out = Image.new("L", self._size, int(Region.BACKGROUND))
        if regions is not None:
            to = place(size, self._size).to_frame(box)
            left, top = round(to.left), round(to.top)
            wide, high = max(1, round(to.right) - left), max(1, round(to.bottom) - top)
            small = Image.fromarray(regions).resize((wide, high), Image.Resampling.NEAREST)
            out.paste(small, (left, top))
        return np.asarray(out)
