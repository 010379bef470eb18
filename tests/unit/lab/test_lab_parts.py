from __future__ import annotations

import numpy as np
import pytest

from braind.lab.kinds import LabError, Part
from braind.lab.parts import SHARES, share_out


def _photos(seed=3, count=300, shoots=60):
    rng = np.random.default_rng(seed)
    return rng.random((count, 4)) < (0.5, 0.3, 0.15, 0.06), rng.integers(0, shoots, count)


def test_no_shoot_is_in_two_parts_and_no_photo_is_lost():
    truth, shoots = _photos()
    parts = share_out(truth, shoots)
    assert sorted(np.concatenate(list(parts.values()))) == list(range(len(truth)))
    held = [set(shoots[rows]) for rows in parts.values()]
    assert not (held[0] & held[1] or held[0] & held[2] or held[1] & held[2])


def test_every_part_gets_about_its_share_of_every_style():
    truth, shoots = _photos()
    for part, rows in share_out(truth, shoots).items():
        share = truth[rows].sum(axis=0) / truth.sum(axis=0)
        assert share == pytest.approx(np.full(4, SHARES[part]), abs=0.1)


def test_shares_are_the_same_for_one_seed_and_not_for_another():
    truth, shoots = _photos()
    one, again, other = (share_out(truth, shoots, seed=seed)[Part.TEST] for seed in (1, 1, 2))
    assert one.tolist() == again.tolist() != other.tolist()


def test_no_part_stays_empty_beside_a_huge_shoot():
    shoots = np.array([0] * 90 + [1, 2])
    parts = share_out(np.ones((92, 1), bool), shoots)
    assert [len(parts[part]) for part in Part] == [90, 1, 1]


def test_too_few_shoots_are_told():
    with pytest.raises(LabError, match="2 shoots only") as caught:
        share_out(np.ones((6, 1), bool), np.array([0, 0, 0, 1, 1, 1]))
    assert caught.value.code == "lab_few_shoots"
