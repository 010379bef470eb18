"""A little load; ``python tests/stress/run.py load`` takes 10,000 photos and 300,000 looks."""

from __future__ import annotations

import os

import pytest


@pytest.mark.skipif(os.name == "nt", reason="memory is measured in the way of Unix")
def test_a_little_load():
    from load import attack

    # So few photos say little about speed on a busy machine: only that it does not collapse.
    assert list(attack(photos=300, looks=6000, tail=0.3)) == []
