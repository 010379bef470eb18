from __future__ import annotations

import pytest
from engine_fakes import FakePipeline, write_folder

from braind.bench import BenchPlan, run_bench
from braind.bench.asking import bench_questions
from braind.bench.reading import bench_import, bench_stages
from braind.bench.searching import bench_search
from braind.errors import PhotoError


class SmallPlan(BenchPlan):
    sizes = (400,)


def test_the_scan_equals_the_dense_product():
    section, _ = bench_search(SmallPlan())
    assert section.values["equal"]
    assert section.values["looks"] == 400
    assert {"factorised scan", "numpy dense"} <= set(section.values["cpu_ms"])
    for name in section.values["missing"]:
        assert name in section.notes[-1]


def test_the_scan_with_visual_vectors_equals_the_dense_product():
    *_, section = bench_search(SmallPlan())
    assert section.values["section"] == "visual search"
    assert section.values["equal"] and section.values["looks"] == 400
    assert section.values["cpu_ms"] > 0


def test_importing_is_measured_with_one_and_two_workers(tmp_path):
    paths = write_folder(tmp_path, 5)
    section = bench_import(paths, lambda: FakePipeline([]))
    assert set(section.values["photos_per_second"]) == {"1", "2"}
    assert all(rate > 0 for rate in section.values["photos_per_second"].values())


def test_stages_are_means_a_photo(tmp_path):
    section = bench_stages(write_folder(tmp_path, 4), lambda: FakePipeline([]))
    stages = section.values["ms_a_photo"]
    assert (stages["person"], stages["style"]) == (1.0, 2.0)
    assert section.rows[-1][0] == "all"


def test_every_question_is_asked_of_a_full_library():
    plan = SmallPlan(quick=True)
    section = bench_questions(plan, lambda: FakePipeline([]))
    assert (section.values["brands"], section.values["looks_a_brand"]) == plan.library
    assert {"honest profile", "competitors", "what if", "drift"} <= set(section.values["cpu_s"])


def test_a_folder_without_photos(tmp_path):
    with pytest.raises(PhotoError):
        list(run_bench(BenchPlan(tmp_path), lambda: FakePipeline([])))


def test_a_whole_run_gives_every_section(tmp_path):
    write_folder(tmp_path, 3)
    plan = SmallPlan(tmp_path, 3, quick=True)
    steps = list(run_bench(plan, lambda: FakePipeline([])))
    kinds = [section.values["section"] for _, section in steps if section]
    assert kinds == ["import", "stages", "questions", "search", "visual search"]
