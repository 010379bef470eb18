"""A few kills of every job; ``python tests/stress/run.py crashes`` does many."""

from __future__ import annotations

import pytest

KINDS = ("import", "reanalysis", "pack", "migration")


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_job_loses_nothing_and_is_taken_up(shop, kind):
    from crashes import attack

    # A migration of few looks is over before anybody could kill it.
    photos = 9000 if kind == "migration" else 60
    assert list(attack(shop, kind, kills=5, photos=photos)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_told_and_loses_nothing(shop, kind):
    from disk import attack

    photos = 3000 if kind == "migration" else 60
    assert list(attack(shop, kind, (0.2, 0.7), photos)) == []
