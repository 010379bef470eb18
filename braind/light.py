"""The light that a photo was taken in, told from its ground and from the person's skin.

A white shirt is blue in the shade and yellow under a lamp, and people still call it white. So looks
are read, and their colours named, as they would be in plain light. How much redder, greener, bluer
and brighter a photo is than that, a small net says (colour constancy as in Cardei, Funt and
Barnard 2002). Of the ground it sees five levels a channel; of the skin only how its channels
compare, for how dark somebody's skin is tells nothing of the light. ``resources/words/light.json``
holds the net; ``braind.training.light`` trains it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isqrt
from pathlib import Path

import numpy as np
from PIL import Image

from braind.domain import PLAIN_LIGHT, Cutout, Floats, Light, Photo, Pixels, Region
from braind.models import reading_table, resources_folder

GROUND_SAMPLE = 4000  # pixels of the whole photo that are looked at
SKIN_STEP = 4  # every fourth pixel of a cutout each way
LEAST = 20  # pixels: fewer tell nothing
GROUND_LEVELS, SKIN_LEVELS = (5, 25, 50, 75, 95), (25, 50, 75)  # percentiles
OPAQUE = 255
# Changes of so much (in logarithms; 0.02 is about 2 %) are believed by half: the net errs by more
# in brightness, for a dim photo may be one of dark things. Chosen on train, by cross-validation.
TINT_CAUTION, BRIGHTNESS_CAUTION = 0.02, 0.3
_DARKEST = 10.0  # bytes added before the logarithm: noise in the shadows is no colour


@dataclass(frozen=True, slots=True)
class LightEye:
    """The net: ``inner`` (F + 1, H) and ``outer`` (H + 1, 3), the last row of each its bias.

    Float32. ``id`` names the content.
    """

    id: str
    inner: Floats
    outer: Floats

    @staticmethod
    def load(path: Path) -> LightEye:
        """Read the artefact; raises ModelError when it is missing or damaged."""
        with reading_table(path, "table that tells a photo's light") as found:
            inner, outer = (np.array(found[name], np.float32) for name in ("inner", "outer"))
            if inner.shape[0] != features_count() + 1 or outer.shape != (inner.shape[1] + 1, 3):
                raise ValueError("other features")
            return LightEye(found["id"], inner, outer)

    def changes(self, features: Floats) -> Floats:
        """Natural logarithms, (N, 3), of the light's factors for ``light_features`` (N, F)."""
        seen = np.maximum(features @ self.inner[:-1] + self.inner[-1], 0)
        return np.asarray(seen @ self.outer[:-1] + self.outer[-1], np.float32)

    def estimate(self, ground: Pixels, skin: Pixels) -> Light:
        """The light for uint8 RGB pixels (N, 3) of ground and skin, which may be few or none.

        Small changes are believed less than large ones: they are within what the net errs by.
        """
        if len(ground) < LEAST:
            return PLAIN_LIGHT
        levels = levels_of(ground, GROUND_LEVELS)[None], levels_of(skin, SKIN_LEVELS)[None]
        change = self.changes(light_features(*levels, np.array([len(skin) >= LEAST])))[0]
        brightness = np.full(3, change.mean())
        believed = _believed(change - brightness, TINT_CAUTION) + _believed(
            brightness, BRIGHTNESS_CAUTION
        )
        red, green, blue = np.exp(believed).tolist()
        return red, green, blue


def _believed(change: Floats, caution: float) -> Floats:
    size = np.linalg.norm(change)
    return np.asarray(change * (size / (size + caution)), np.float32)


@lru_cache(maxsize=1)
def shipped_eye() -> LightEye:
    """The net that comes with BRAIND, read once. Raises ModelError."""
    return LightEye.load(resources_folder() / "words" / "light.json")


def features_count() -> int:
    """How many numbers ``light_features`` gives a photo."""
    return 3 * len(GROUND_LEVELS) + 2 * len(SKIN_LEVELS) + 1


def levels_of(pixels: Pixels, levels: Sequence[int]) -> Floats:
    """Percentiles of each channel, float32 (len(levels), 3); zeros for too few pixels."""
    if len(pixels) < LEAST:
        return np.zeros((len(levels), 3), np.float32)
    ordered = np.sort(np.ascontiguousarray(pixels.T), axis=1)
    at = [level * (len(pixels) - 1) // 100 for level in levels]
    return ordered[:, at].T.astype(np.float32)


def light_features(ground: Floats, skin: Floats, has_skin: np.ndarray) -> Floats:
    """What the net sees, float32 (N, F), of levels in bytes (N, 5, 3) and (N, 3, 3)."""
    grounds, skins = (np.log((levels + _DARKEST) / 100) for levels in (ground, skin))
    compared = skins[..., ::2] - skins[..., 1:2]
    parts = (
        grounds.reshape(len(ground), -1),
        compared.reshape(len(skin), -1) * has_skin[:, None],
        has_skin[:, None],
    )
    return np.concatenate(parts, axis=1).astype(np.float32)


def in_its_light(photo: Photo, cutouts: Sequence[Cutout]) -> list[Cutout]:
    """All cutouts of a photo, their faces not cropped yet, with the light that they stand in."""
    ground, eye = ground_pixels(photo, cutouts), shipped_eye()
    return [replace(one, light=eye.estimate(ground, skin_pixels(one))) for one in cutouts]


def in_plain_view(cutout: Cutout) -> Cutout:
    """The cutout as plain light would have shown it."""
    if cutout.light == PLAIN_LIGHT:
        return cutout
    steps = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    colors = in_plain_light(steps, cutout.light).T.ravel().tolist()
    picture = Image.fromarray(cutout.rgba).point([*colors, *range(256)])
    return replace(cutout, rgba=np.asarray(picture), light=PLAIN_LIGHT)


def ground_pixels(photo: Photo, cutouts: Sequence[Cutout]) -> Pixels:
    """uint8 RGB (N, 3): a regular sample of the photo without the people who are cut out."""
    height, width = photo.pixels.shape[:2]
    step = max(1, isqrt(height * width // GROUND_SAMPLE))
    is_ground = np.ones((-(-height // step), -(-width // step)), bool)
    for cutout in cutouts:
        box, alpha = cutout.box, cutout.rgba[..., 3]
        across = [
            np.arange(max(0, -(-int(start) // step)) * step, int(end), step)
            for start, end in ((box.top, box.bottom), (box.left, box.right))
        ]
        rows, columns = (
            np.minimum(((at - start) * size / extent).astype(int), size - 1)
            for at, start, extent, size in zip(
                across, (box.top, box.left), (box.height, box.width), alpha.shape, strict=True
            )
        )
        is_ground[np.ix_(*(at // step for at in across))] &= alpha[np.ix_(rows, columns)] == 0
    return np.asarray(photo.pixels[::step, ::step][is_ground])


def skin_pixels(cutout: Cutout) -> Pixels:
    """uint8 RGB (N, 3) of bare arms, legs and neck; none where no regions are known."""
    if cutout.regions is None:
        return np.zeros((0, 3), np.uint8)
    rgba = cutout.rgba[::SKIN_STEP, ::SKIN_STEP]
    is_skin = cutout.regions[::SKIN_STEP, ::SKIN_STEP] == Region.SKIN
    return np.asarray(rgba[is_skin & (rgba[..., 3] == OPAQUE), :3])


def in_plain_light(rgb: Pixels, light: Light) -> Pixels:
    """uint8 RGB (..., 3) as it would be without what ``light`` does to it."""
    return np.asarray(np.rint(np.clip(rgb / np.array(light), 0, 255)), np.uint8)
