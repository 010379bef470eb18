"""Platt scaling of the style scores (Platt 1999), with 0.5 as the operating point.

Slope and offset are fitted by likelihood on the ``tune`` part of train. The shift then puts 0.5
halfway (in logits) between two places that both aim at the best F1: the threshold that the fitted
probabilities themselves call best, half the F1 that they promise (Lipton, Elkan and Naryanaswamy
2014), and the one that says "yes" ``GENEROSITY`` times as often as the annotators did. Searching
for the best F1 on so few photos would be worse: for a rare style it is mostly luck.
"""

from __future__ import annotations

import numpy as np

Array = np.ndarray
GENEROSITY = 1.4  # chosen on tune


def logit(probability: Array) -> Array:
    """Inverse of the sigmoid, clipped away from 0 and 1."""
    p = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def sigmoid(x: Array) -> Array:
    """Logistic function."""
    return 1 / (1 + np.exp(-x))


def fit_platt(logits: Array, truth: Array, steps: int = 400) -> tuple[float, float]:
    """Maximum-likelihood slope and offset of one style, the slope weakly pulled towards 1."""
    slope, offset = 1.0, 0.0
    for _ in range(steps):
        error = sigmoid(slope * logits + offset) - truth
        slope -= 0.05 * ((error * logits).mean() + 0.02 * (slope - 1))
        offset -= 0.2 * error.mean()
    return float(np.clip(slope, 0.3, 3.0)), float(offset)


def promised_threshold(probabilities: Array) -> float:
    """Half the best F1 that calibrated probabilities (N,) promise: where a "yes" starts to pay."""
    ordered = np.sort(probabilities)[::-1]
    said = np.arange(1, len(ordered) + 1)
    return float((2 * np.cumsum(ordered) / (said + ordered.sum())).max() / 2)


def operating_point(logits: Array, slope: float, offset: float, share: float) -> float:
    """The logit of one style that should read 0.5; ``share`` of all looks have the style."""
    threshold = promised_threshold(sigmoid(slope * logits + offset))
    promised = float(logit(np.array(threshold)) - offset) / slope
    generous = np.quantile(logits, 1 - np.clip(GENEROSITY * share, 0.01, 0.97))
    return float(promised + generous) / 2


def platt(logits: Array, truth: Array, shares: Array | None = None) -> tuple[Array, Array]:
    """Slope and shift (K,) such that ``sigmoid(slope * logit + shift)`` is the score.

    ``logits`` and bool ``truth`` are (N, K); ``shares`` (K,) says how many looks have each style,
    where more looks than these N tell it.
    """
    shares = truth.mean(0) if shares is None else shares
    fits = [fit_platt(logits[:, k], truth[:, k]) for k in range(truth.shape[1])]
    points = [operating_point(logits[:, k], *fit, shares[k]) for k, fit in enumerate(fits)]
    slopes = np.array([slope for slope, _ in fits])
    return slopes, -slopes * np.array(points)
