from __future__ import annotations

import threading
import time

import pytest
from engine_fakes import HALF, NOBODY, PAIR, RECIPE, write_folder, write_photo

from braind.domain import Reason
from braind.engine import Status
from braind.engine.workers import AHEAD, GROUP, map_in_order
from braind.errors import StoreError


def test_one_report_a_photo_in_the_given_order(engine, tmp_path):
    paths = [
        write_photo(tmp_path / "whole.png", 1),
        tmp_path / "missing.jpg",
        write_photo(tmp_path / "half.png", 2, HALF),
        write_photo(tmp_path / "nobody.png", 3, NOBODY),
        write_photo(tmp_path / "pair.png", 4, PAIR),
    ]
    reports = list(engine.analyze(paths, workers=3))
    assert [report.path for report in reports] == [str(path) for path in paths]
    assert [report.status for report in reports] == [
        Status.OK,
        Status.FAILED,
        Status.REJECTED,
        Status.REJECTED,
        Status.REJECTED,
    ]
    assert [report.reasons for report in reports] == [
        (),
        (),
        (Reason.HALF_BODY,),
        (Reason.NOBODY,),
        (Reason.SEVERAL_PEOPLE,),
    ]
    assert [report.person is not None for report in reports] == [True, False, True, False, True]
    assert reports[1].failure.code == "photo_missing"
    assert {report.recipe for report in reports} == {RECIPE}
    assert set(reports[0].timings_ms) == {"read", "person", "style"}


def test_an_analysis_needs_no_library(make_engine, tmp_path):
    engine = make_engine()
    list(engine.analyze([write_photo(tmp_path / "a.png", 1)]))
    assert not (tmp_path / "library.braind").exists()


def test_an_engine_without_a_library_says_so(tmp_path):
    from braind.engine import Engine

    with Engine() as engine, pytest.raises(StoreError) as caught:
        engine.brands()
    assert caught.value.code == "library_not_chosen"


def test_reading_runs_only_a_little_ahead(engine, tmp_path, calls):
    write_folder(tmp_path / "in", 30)
    reports = engine.analyze([tmp_path / "in"], workers=2)
    next(reports)
    time.sleep(0.05)
    most = GROUP * (2 * AHEAD + 1)
    assert len(calls) <= most
    reports.close()
    assert len(calls) <= most


def test_results_come_in_order_whatever_finishes_first():
    def work(numbers):
        time.sleep(0.01 if numbers[0] % 3 == 0 else 0)
        return numbers

    assert list(map_in_order(work, range(20), 4)) == list(range(20))


def test_a_failure_comes_out_where_it_belongs():
    def work(numbers):
        if 4 in numbers:
            raise ValueError(4)
        return numbers

    results = map_in_order(work, range(9), 2)
    assert [next(results) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="4"):
        next(results)


def test_no_thread_is_left_behind(engine, tmp_path):
    before = threading.active_count()
    list(engine.analyze(write_folder(tmp_path / "in", 6)))
    assert threading.active_count() == before
