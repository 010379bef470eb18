"""The colours of a garment, measured from its pixels and named in the vocabulary's words.

Pixels are clustered in CIELAB (D65) after the deepest shadows and the brightest glints are left
out. A garment's clusters vote softly for fitted *prototypes* (places in CIELAB, several a name),
and the votes are weighed into one probability a word, "multicolor" included. Voting lets a striped
or shaded garment be judged whole: the nearest name of its mean colour is right far less often.
``resources/words/colors.json`` holds the prototypes; ``braind.training.colors`` fits them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.domain import PLAIN_LIGHT, Floats, Light, Pixels, Swatch
from braind.light import in_plain_light
from braind.models import reading_table, resources_folder
from braind.vocabulary import COLORS, UNKNOWN

SAMPLE = 1500  # more pixels a garment change no answer
CLUSTERS = 6
ROUNDS = 4
CELL = 5.0  # edge of the grid cells in which clusters are sought, in CIELAB units
TRIM_DARK, TRIM_BRIGHT = 0.03, 0.01  # folds and glints, as shares; trimming more costs accuracy
MERGE_BELOW = 6.0  # CIE76 difference under which two clusters look like one colour
SMALLEST_SHARE = 0.02
MULTICOLOR = "multicolor"

_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])  # D65
_FROM_RGB = (_TO_XYZ / _WHITE[:, None]).T
_TO_RGB = np.linalg.inv(_FROM_RGB)
_CUBE_LIMIT, _SLOPE = 216 / 24389, 24389 / 27


def _linear(steps: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)


_LINEAR = _linear(np.arange(256) / 255.0).astype(np.float32)
_TO_XYZ_32: Floats = _FROM_RGB.astype(np.float32)


def srgb_to_lab(rgb: Pixels) -> Floats:
    """CIELAB under D65 of sRGB colours: uint8 (..., 3) to float32 (..., 3), L in 0..100."""
    xyz = _LINEAR.take(rgb) @ _TO_XYZ_32
    curve = np.where(xyz > _CUBE_LIMIT, np.cbrt(xyz), (_SLOPE * xyz + 16.0) / 116.0)
    x, y, z = curve[..., 0], curve[..., 1], curve[..., 2]
    lab = np.empty(curve.shape, np.float32)
    lab[..., 0], lab[..., 1], lab[..., 2] = 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)
    return lab


def lab_to_srgb(lab: Floats) -> Pixels:
    """CIELAB float (..., 3) to sRGB uint8 (..., 3); colours out of gamut are clipped."""
    lab = np.asarray(lab, np.float64)
    y = (lab[..., 0] + 16.0) / 116.0
    curve = np.stack([y + lab[..., 1] / 500.0, y, y - lab[..., 2] / 200.0], axis=-1)
    xyz = np.where(curve**3 > _CUBE_LIMIT, curve**3, (116.0 * curve - 16.0) / _SLOPE)
    linear = np.clip(xyz @ _TO_RGB, 0.0, 1.0)
    steps = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(steps * 255.0), np.uint8)


def lab_to_hex(lab: Floats) -> str:
    """One CIELAB colour, shape (3,), as "#rrggbb"."""
    return "#" + bytes(lab_to_srgb(lab).tolist()).hex()


def hex_to_lab(text: str) -> Floats:
    """One colour written "#rrggbb" in CIELAB, float32 (3,)."""
    return srgb_to_lab(np.frombuffer(bytes.fromhex(text.lstrip("#")), np.uint8))


def cluster_colors(rgb: Pixels) -> tuple[Floats, Floats]:
    """The colours of some pixels, uint8 (N, 3): places float32 (C, 3) in CIELAB and their shares.

    C is 1..CLUSTERS, biggest first; the shares, (C,), sum to 1. Raises ValueError for no pixels.
    """
    if not len(rgb):
        raise ValueError("no pixels to measure")
    lab = _trimmed(srgb_to_lab(rgb[:: max(1, -(-len(rgb) // SAMPLE))]))
    centres, counts = _modes(lab)
    for _ in range(ROUNDS):
        centres, counts = _means(lab, centres)
    centres, counts = _merged(centres, counts)
    order = np.argsort(-counts, kind="stable")
    order = order[counts[order] >= SMALLEST_SHARE * counts.sum()]
    return centres[order], counts[order] / counts[order].sum()


def _trimmed(lab: Floats) -> Floats:
    """Without folds and glints; never empty."""
    lightness, count = lab[:, 0], len(lab)
    ends = int(count * TRIM_DARK), count - 1 - int(count * TRIM_BRIGHT)
    darkest, brightest = np.partition(lightness, ends)[list(ends)]
    kept: Floats = lab[(lightness >= darkest) & (lightness <= brightest)]
    return kept


def _modes(lab: Floats) -> tuple[Floats, Floats]:
    """Where clusters start: the fullest cells of a grid that lie well apart, and their counts."""
    # Distinct cells keep distinct numbers: L spans 21 cells, a and b fewer than 52.
    steps = np.floor(lab * np.float32(1 / CELL)).astype(np.int32)
    cells = (steps @ np.array([52 * 52, 52, 1], np.int32)).astype(np.uint16)
    order = np.argsort(cells, kind="stable")  # a radix sort, as numbers of 16 bits get
    ordered = cells[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    counts = np.diff(starts, append=len(lab)).astype(np.float32)
    places = np.asarray(np.add.reduceat(lab[order], starts) / counts[:, None], np.float32)
    left = counts.copy()
    chosen: list[int] = []
    while len(chosen) < CLUSTERS and left.any():
        chosen.append(int(left.argmax()))
        near = np.linalg.norm(places - places[chosen[-1]], axis=1) <= 2 * CELL
        left[near] = 0
    return places[chosen], counts[chosen]


def _means(lab: Floats, centres: Floats) -> tuple[Floats, Floats]:
    """One round of k-means: the new centres, and how many pixels each has."""
    # The nearest centre has the smallest |c|² - 2 x·c.
    nearest = ((centres**2).sum(axis=1)[:, None] - 2 * centres @ lab.T).argmin(axis=0)
    member = (nearest == np.arange(len(centres))[:, None]).astype(np.float32)
    counts = member.sum(axis=1)
    kept = counts > 0
    return (member @ lab)[kept] / counts[kept, None], counts[kept]


def _merged(centres: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Clusters that look alike joined, the nearest pair first."""
    while len(centres) > 1:
        gaps = np.linalg.norm(centres[:, None] - centres[None], axis=-1)
        np.fill_diagonal(gaps, np.inf)
        pair = list(np.unravel_index(gaps.argmin(), gaps.shape))
        if gaps[tuple(pair)] >= MERGE_BELOW:
            break
        joined = np.average(centres[pair], axis=0, weights=counts[pair])
        centres = np.vstack([np.delete(centres, pair, axis=0), joined]).astype(np.float32)
        counts = np.append(np.delete(counts, pair), counts[pair].sum()).astype(np.float32)
    return centres, counts


@dataclass(frozen=True, slots=True)
class ColorNamer:
    """Fitted prototypes, and what each of them says about each word.

    ``places`` is float32 (K, 3) in CIELAB; ``weights`` is float32 (K, len(COLORS)) and ``bias``
    (len(COLORS),); ``width`` is how far a colour's vote spreads, ``lightness`` how much a step of
    L counts beside a step of a or b. ``id`` names the content.
    """

    id: str
    places: Floats
    weights: Floats
    bias: Floats
    width: float
    lightness: float

    @staticmethod
    def load(path: Path) -> ColorNamer:
        """Read the artefact; raises ModelError when it is missing or not of this vocabulary."""
        with reading_table(path, "table of colour prototypes") as found:
            if tuple(found["words"]) != COLORS:
                raise ValueError("other words")
            places, weights, bias = (
                np.array(found[name], np.float32) for name in ("places", "weights", "bias")
            )
            return ColorNamer(
                found["id"], places, weights, bias, found["width"], found["lightness"]
            )

    def votes(self, lab: Floats) -> Floats:
        """How each colour, (N, 3), splits its vote among the prototypes: (N, K), rows sum to 1."""
        scale = np.array([self.lightness, 1.0, 1.0], np.float32) / np.float32(self.width)
        gaps = (lab[:, None, :] - self.places[None]) * scale
        nearness = -0.5 * (gaps**2).sum(-1)
        votes = np.exp(nearness - nearness.max(axis=1, keepdims=True))
        return np.asarray(votes / votes.sum(axis=1, keepdims=True), np.float32)

    def probabilities(self, votes: Floats) -> Floats:
        """Probability of every word of COLORS, (..., K) votes to (..., len(COLORS))."""
        logits = np.sqrt(votes) @ self.weights + self.bias
        odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=-1, keepdims=True), np.float32)

    def name(self, lab: Floats) -> list[str]:
        """The best word for each colour of (N, 3) by itself: never "multicolor"."""
        chances = self.probabilities(self.votes(lab))
        chances[:, COLORS.index(MULTICOLOR)] = 0
        return [COLORS[best] for best in chances.argmax(axis=1)]

    def answer(self, lab: Floats, shares: Floats) -> tuple[str, float]:
        """The dominant word of colours (N, 3) with shares (N,) that sum to 1, and its chance."""
        chances = self.probabilities(shares @ self.votes(lab))
        best = int(chances.argmax())
        return COLORS[best], float(chances[best])


@lru_cache(maxsize=1)
def shipped_namer() -> ColorNamer:
    """The prototypes that come with BRAIND, read once. Raises ModelError."""
    return ColorNamer.load(resources_folder() / "words" / "colors.json")


def name_colors(lab: Floats) -> list[str]:
    """The vocabulary's word for each CIELAB colour of a float32 (N, 3); never "multicolor"."""
    return shipped_namer().name(lab)


def measure_colors(rgb: Pixels, light: Light = PLAIN_LIGHT) -> tuple[Swatch, ...]:
    """The colours of a garment's pixels, uint8 (N, 3), biggest first; the shares sum to 1.

    They are told as photographed, and named as in plain light. No pixels give no swatches.
    """
    return _swatches(*cluster_colors(rgb), light) if len(rgb) else ()


def measure_palette(rgb: Pixels, light: Light = PLAIN_LIGHT) -> tuple[Swatch, ...]:
    """Up to CLUSTERS swatches of a whole look's garment pixels, uint8 (N, 3), one a name."""
    by_name: dict[str, list[Swatch]] = {}
    for swatch in measure_colors(rgb, light):
        by_name.setdefault(swatch.name, []).append(swatch)
    # The biggest swatch of a name shows it: a mean of two greens may be a colour nobody wears.
    joined = [replace(same[0], share=sum(s.share for s in same)) for same in by_name.values()]
    return tuple(sorted(joined, key=lambda swatch: -swatch.share))


def answer_color(swatches: Sequence[Swatch]) -> tuple[str, float]:
    """The dominant colour word, which may be "multicolor", and its probability.

    No swatches give "unknown" with certainty.
    """
    if not swatches:
        return UNKNOWN, 1.0
    codes = bytes.fromhex("".join(swatch.hex.lstrip("#") for swatch in swatches))
    lab = srgb_to_lab(np.frombuffer(codes, np.uint8).reshape(-1, 3))
    shares = np.array([swatch.share for swatch in swatches], np.float32)
    return shipped_namer().answer(lab, shares)


def seen_plainly(lab: Floats, light: Light) -> Floats:
    """Photographed CIELAB colours, (N, 3), as they would be in plain light."""
    return srgb_to_lab(in_plain_light(lab_to_srgb(lab), light))


def _swatches(lab: Floats, shares: Floats, light: Light) -> tuple[Swatch, ...]:
    codes = (f"#{bytes(rgb).hex()}" for rgb in lab_to_srgb(lab).tolist())
    return tuple(map(Swatch, codes, name_colors(seen_plainly(lab, light)), shares.tolist()))
