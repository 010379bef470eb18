"""Scores of multi-label answers; numpy only, so that evaluating needs no torch."""

from __future__ import annotations

import numpy as np


def macro_f1(scores: np.ndarray, truth: np.ndarray, thresholds: np.ndarray) -> np.ndarray:
    """F1 per column of float (N, K) ``scores`` against bool (N, K) ``truth``."""
    said = scores >= thresholds
    hit = (said & truth).sum(0)
    return 2 * hit / np.maximum(said.sum(0) + truth.sum(0), 1)


def best_thresholds(scores: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Per column, the threshold with the best F1; smoothed by averaging all near-best ones."""
    grid = np.linspace(0.05, 0.95, 91)
    table = np.stack([macro_f1(scores, truth, np.full(truth.shape[1], t)) for t in grid])
    near = table >= table.max(0) - 0.01
    return (grid[:, None] * near).sum(0) / near.sum(0)
