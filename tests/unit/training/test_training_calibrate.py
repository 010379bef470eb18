"""Platt scaling: the order stays, 0.5 becomes the operating point."""

from __future__ import annotations

import numpy as np

from braind.training.calibrate import platt, promised_threshold, sigmoid
from braind.training.scoring import best_thresholds, macro_f1


def _scores() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    truth = rng.random((400, 7)) < np.linspace(0.05, 0.6, 7)
    return rng.normal(truth * 2.0 - 2.5, 1.0), truth


def test_half_is_a_good_threshold_after_scaling() -> None:
    logits, truth = _scores()
    slope, shift = platt(logits, truth)
    scaled = macro_f1(sigmoid(logits * slope + shift), truth, np.full(7, 0.5))
    best = macro_f1(sigmoid(logits), truth, best_thresholds(sigmoid(logits), truth))
    raw = macro_f1(sigmoid(logits), truth, np.full(7, 0.5))
    assert scaled.mean() > raw.mean()
    assert scaled.mean() > best.mean() - 0.06


def test_scaling_keeps_the_order() -> None:
    logits, truth = _scores()
    slope, _ = platt(logits, truth)
    assert (slope > 0).all()


def test_a_frequent_style_is_claimed_more_readily_than_its_probability_says() -> None:
    sure = np.concatenate([np.full(50, 0.9), np.full(50, 0.4)])
    assert promised_threshold(sure) < 0.45
    assert promised_threshold(np.full(100, 0.01)) < 0.02
