"""Platt scaling of the style scores (Platt 1999), with 0.5 as the operating point.

The slope is fitted by likelihood on the ``tune`` part of train. The shift puts 0.5 where a style
is best told from the rest: halfway (in logits) between the threshold of the best F1 and the one
that says "yes" as often as the annotators did, because the best F1 of a rare style on few photos
is mostly luck.
"""

from __future__ import annotations

import numpy as np

from braind.training.scoring import best_thresholds

Array = np.ndarray


def logit(probability: Array) -> Array:
    """Inverse of the sigmoid, clipped away from 0 and 1."""
    p = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def sigmoid(x: Array) -> Array:
    """Logistic function."""
    return 1 / (1 + np.exp(-x))


def fit_slope(logits: Array, truth: Array, steps: int = 200) -> float:
    """Maximum-likelihood slope of one style, with a weak pull towards 1 for rare ones."""
    slope, shift = 1.0, 0.0
    for _ in range(steps):
        error = sigmoid(slope * logits + shift) - truth
        slope -= 0.05 * ((error * logits).mean() + 0.02 * (slope - 1))
        shift -= 0.2 * error.mean()
    return float(np.clip(slope, 0.3, 3.0))


def operating_points(logits: Array, truth: Array) -> Array:
    """Per style, the logit that should read 0.5; ``logits`` (N, 7), ``truth`` bool (N, 7)."""
    by_f1 = logit(best_thresholds(sigmoid(logits), truth))
    shares = np.clip(1.05 * truth.mean(0), 0.01, 0.99)
    by_share = np.array([np.quantile(logits[:, k], 1 - s) for k, s in enumerate(shares)])
    return (by_f1 + by_share) / 2


def platt(logits: Array, truth: Array) -> tuple[Array, Array]:
    """Slope and shift (7,) such that ``sigmoid(slope * logit + shift)`` is the score."""
    slopes = np.array([fit_slope(logits[:, k], truth[:, k]) for k in range(truth.shape[1])])
    return slopes, -slopes * operating_points(logits, truth)
