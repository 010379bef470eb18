"""Heat on a picture: how much of it lies on which area, and a picture that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Floats, Pixels, Region
from braind.figures import region_mask
from braind.lab.kinds import Area, HeatSeen

AREAS: Mapping[Area, tuple[Region, ...]] = {
    Area.FACE: (Region.FACE, Region.HAIR),
    Area.BAG: (Region.BAG,),
    Area.BACKGROUND: (Region.BACKGROUND,),
    Area.GARMENTS: (
        Region.HEADWEAR, Region.UPPER, Region.OUTER, Region.DRESS, Region.TROUSERS, Region.SKIRT,
        Region.LEGWEAR, Region.LEFT_SHOE, Region.RIGHT_SHOE, Region.ACCESSORY,
    ),
    Area.SKIN: (Region.SKIN,),
}  # fmt: skip
_STOPS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
_COLORS = np.array([[20, 24, 70], [40, 110, 190], [60, 190, 120], [250, 210, 60], [220, 50, 40]])
_GAP = 6  # pixels between the picture and its heat
_TALL = 512  # pixels: pictures are shown at least about so large
_COVER = 0.55


def spread(heat: Floats, size: tuple[int, int]) -> Floats:
    """The coarse map (h, w) at another (width, height), its greatest value 1 (0 if all are 0)."""
    image = Image.fromarray(heat.astype(np.float32))
    fine = np.asarray(image.resize(size, Image.Resampling.BILINEAR)).clip(0)
    return np.asarray(fine / (fine.max() or 1), np.float32)


def heat_by_area(heat: Floats, regions: NDArray[np.uint8]) -> dict[Area, float]:
    """The share of the heat on each area, in sum 1 (0 without heat); both arrays are (H, W)."""
    total = float(heat.sum()) or 1.0
    return {
        area: float(heat[region_mask(regions, wanted)].sum()) / total
        for area, wanted in AREAS.items()
    }


def size_by_area(regions: NDArray[np.uint8]) -> dict[Area, float]:
    """The share of the picture that each area takes, in sum 1."""
    return heat_by_area(np.ones(regions.shape, np.float32), regions)


def show(pixels: Pixels, heat: Floats) -> Pixels:
    """The picture and, beside it, the same under its heat; uint8 RGB."""
    colors = np.stack([np.interp(heat, _STOPS, _COLORS[:, k]) for k in range(3)], axis=-1)
    cover = _COVER * heat[..., None] ** 0.5 + 0.15
    hot = (pixels * (1 - cover) + colors * cover).astype(np.uint8)
    gap = np.full((pixels.shape[0], _GAP, 3), 255, np.uint8)
    both = np.concatenate([pixels, gap, hot], axis=1)
    times = max(1, round(_TALL / both.shape[0]))
    size = both.shape[1] * times, both.shape[0] * times
    return np.asarray(Image.fromarray(both).resize(size, Image.Resampling.BICUBIC))


def mean_shares(seen: Sequence[HeatSeen]) -> dict[Area, tuple[float, float]]:
    """By area, the mean share of heat and the mean size, over photos with any heat at all."""
    warm = [one for one in seen if sum(one.heat.values()) > 0]
    return {
        area: (
            float(np.mean([one.heat[area] for one in warm])) if warm else 0.0,
            float(np.mean([one.size[area] for one in warm])) if warm else 0.0,
        )
        for area in Area
    }
