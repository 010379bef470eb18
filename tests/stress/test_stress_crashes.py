"""A few kills of every job; ``python tests/stress/run.py crashes`` does many."""

from __future__ import annotations

import pytest

KINDS = ("import", "reanalysis", "pack", "migration")


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_job_loses_nothing_and_is_taken_up(shop, kind):
    from crashes import attack

    # A migration of few looks is over before anybody could kill it.
    photos = 6000 if kind == "migration" else 60
    assert list(attack(shop, kind, kills=5, photos=photos)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_told_and_loses_nothing(shop, kind):
    from disk import attack

    photos = 3000 if kind == "migration" else 60
    assert list(attack(shop, kind, (0.2, 0.7), photos)) == []


def test_two_programs_write_into_one_library_by_turns(shop, tmp_path):
    from stress_jobs import TARGETS, faults, library_of, open_engine
    from workshop import Workshop

    TARGETS["import"].prepare(tmp_path, 60)
    with Workshop() as other:
        for one in (shop, other):
            one.start("import", tmp_path)
        with open_engine(tmp_path) as reader:
            seen = [sum(brand.looks for brand in reader.brands()) for _ in range(20)]
        ends = [one.hear()[-1] for one in (shop, other)]
    assert ends == ["done", "done"] and seen == sorted(seen)
    assert faults(tmp_path, "import", set()) == []
    with open_engine(tmp_path) as engine:
        assert sum(brand.looks for brand in engine.brands()) == 60
    assert [path.name for path in library_of(tmp_path).parent.iterdir()] == ["library.braind"]
