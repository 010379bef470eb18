"""Bad files of every kind in one import; ``python tests/stress/run.py inputs`` takes more."""

from __future__ import annotations

import os

import pytest


@pytest.mark.skipif(os.name == "nt", reason="pipes, sockets and odd names are made for Unix")
def test_bad_files_are_named_and_stop_nothing():
    from inputs import attack

    assert list(attack(cuts=4, operators=5000)) == []
