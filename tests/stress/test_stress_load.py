"""A little load; ``python tests/stress/run.py load`` takes 10,000 photos and 300,000 looks."""

from __future__ import annotations

import os

import pytest


@pytest.mark.skipif(os.name == "nt", reason="memory is measured in the way of Unix")
def test_a_little_load():
    from load import attack

    # Work that grew with the brand would halve the speed beside so many looks.
    assert list(attack(photos=300, looks=36_000, crowd=30_000, pace=0.8)) == []
