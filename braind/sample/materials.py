"""Materials: the relief of a cloth, and how it takes the light.

A relief is a function of cloth coordinates (see ``patterns``) that gives a float32 (H, W) factor
around 1, which multiplies the colour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Relief = Callable[[Field, Field, float, np.random.Generator], Field]


@dataclass(frozen=True)
class Light:
    """How much a cloth shines, how deep its folds read, how round it is shaded."""

    gloss: float = 0.1
    fold: float = 0.27
    volume: float = 1.0
    sharp: float = 1.0  # exponent of the highlight: higher is narrower


LIGHTS: dict[str, Light] = {
    "cotton": Light(),
    "denim": Light(0.12, 0.29),
    "knit": Light(0.07, 0.20, 0.9),
    "wool": Light(0.07, 0.24),
    "leather": Light(0.5, 0.35, 1.0, 2.2),
    "suede": Light(0.1, 0.26),
    "silk": Light(0.42, 0.32, 0.9, 1.6),
    "chiffon": Light(0.16, 0.19, 0.6),
    "lace": Light(0.1, 0.16, 0.7),
    "fur": Light(0.12, 0.19, 1.1),
    "tweed": Light(0.05, 0.22),
    "corduroy": Light(0.12, 0.27),
    "nylon": Light(0.32, 0.35, 1.0, 1.5),
    "linen": Light(0.09, 0.32),
    "velvet": Light(0.28, 0.35, 1.2),
    "sequin": Light(0.3, 0.19, 0.8),
    "skin": Light(0.14, 0.22, 0.72),
    "hair": Light(0.1, 0.26, 0.9),
}


def _grain(u: Field, rng: np.random.Generator, amount: float) -> Field:
    noise = rng.random(u.shape, dtype=np.float32)
    return np.asarray((1 - amount / 2) + amount * noise, np.float32)


def _flat(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray(_grain(u, rng, 0.03), np.float32)


def _denim(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray((1 + 0.05 * np.sin((u + v) * 13)) * _grain(u, rng, 0.15), np.float32)


def _knit(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    stitch = np.sin(v * 11 + np.abs((u * 1.05) % 1 - 0.5) * 7)
    return np.asarray(
        (1 + 0.045 * np.cos(u * 7.5) + 0.055 * stitch) * _grain(u, rng, 0.04), np.float32
    )


def _wool(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray(_grain(u, rng, 0.09), np.float32)


def _suede(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    cloud = np.sin(u * 1.9 + np.sin(v * 1.3)) * np.sin(v * 2.3 + np.sin(u * 1.7))
    return np.asarray((1 + 0.05 * cloud) * _grain(u, rng, 0.07), np.float32)


def _silk(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray(1 + 0.07 * np.sin(u * 1.5 + np.sin(v * 0.5) * 1.8 + v * 0.25), np.float32)


def _lace(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    holes = np.sin(u * 5.2) * np.sin(v * 5.2)
    motif = np.sin(u * 1.7 + np.sin(v * 1.7)) * np.sin(v * 1.7)
    return np.asarray(0.97 - 0.3 * (holes > 0.35) + 0.12 * (np.abs(motif) < 0.12), np.float32)


def _fur(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    strands = np.sin(u * 9 + np.sin(v * 3.1) * 2.4) * np.sin(v * 2.2 + u * 1.3)
    return np.asarray((1 + 0.12 * strands) * _grain(u, rng, 0.28), np.float32)


def _tweed(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    weave = 0.09 * np.sin(u * 9) * np.sin(v * 9)
    flecks = rng.random(u.shape, dtype=np.float32)
    return np.asarray(
        (1 + weave) * (0.86 + 0.28 * flecks + 0.2 * (flecks > 0.95) - 0.14 * (flecks < 0.05)),
        np.float32,
    )


def _corduroy(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray((1 + 0.11 * np.cos(u * 10.5)) * _grain(u, rng, 0.05), np.float32)


def _nylon(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray(1 + 0.035 * np.sin(u * 1.3 + v * 1.7 + np.sin(v * 0.9) * 2), np.float32)


def _linen(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    slub = 0.035 * np.sin(u * 12 + np.sin(v * 2)) + 0.035 * np.sin(v * 12 + np.sin(u * 2))
    return np.asarray((1 + slub) * _grain(u, rng, 0.06), np.float32)


def _velvet(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    return np.asarray(
        (1 + 0.08 * np.sin(u * 0.9 + np.sin(v * 0.7))) * _grain(u, rng, 0.05), np.float32
    )


def _sequin(u: Field, v: Field, px: float, rng: np.random.Generator) -> Field:
    disc = np.sin(u * 7) * np.sin(v * 7)
    spark = rng.random(u.shape, dtype=np.float32)
    return np.asarray(0.92 + 0.16 * disc + 0.7 * (spark > 0.955) - 0.1 * (spark < 0.1), np.float32)


_RELIEFS: dict[str, Relief] = {
    "denim": _denim, "knit": _knit, "wool": _wool, "suede": _suede, "silk": _silk, "lace": _lace,
    "fur": _fur, "tweed": _tweed, "corduroy": _corduroy, "nylon": _nylon, "linen": _linen,
    "velvet": _velvet, "sequin": _sequin,
}  # fmt: skip


def relief(material: str, u: Field, v: Field, px: float, rng: np.random.Generator) -> Field | None:
    """The relief factor of ``material``, or None where it is smooth (skin, leather, chiffon)."""
    if material in ("skin", "hair", "leather", "chiffon"):
        return None
    return _RELIEFS.get(material, _flat)(u, v, px, rng)


def lighting(material: str) -> Light:
    """How ``material`` takes the light."""
    return LIGHTS.get(material, LIGHTS["cotton"])
