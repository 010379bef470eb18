"""The commands of the training lab."""

from __future__ import annotations

import csv
import json
from importlib.util import find_spec

import pytest
from engine_fakes import write_folder

from braind.cli.train_views import cluster_view, heat_view
from braind.lab.cluster import Clustered, Clustering, Method
from braind.lab.kinds import Area, HeatSeen
from braind.vocabulary import Style


def test_the_looks_of_a_library_are_clustered(stocked, tmp_path):
    write_folder(tmp_path / "more", 6, seed=70, group=1)
    stocked("import", "--brand", "=1+1", tmp_path / "more")
    answer = stocked.json("train", "cluster", "--most", "3", "-o", tmp_path / "groups.csv")
    assert answer["looks"] == 18 and {d["groups"] for d in answer["divisions"]} == {2, 3}
    with (tmp_path / "groups.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["photo"] for row in rows] == [one["photo"] for one in answer["photos"]]
    assert {row["brand"] for row in rows} == {"Moss", "Nord", "오월상점", "'=1+1"}


def test_photos_are_clustered_without_touching_the_library(braind, tmp_path):
    for group in range(3):
        write_folder(tmp_path / "photos" / str(group), 5, seed=20 * group, group=group)
    answer = braind.json("train", "cluster", tmp_path / "photos", "--most", "2")
    assert answer["looks"] == 15
    assert not braind.library.exists()


def test_too_few_looks_are_one_sentence(braind, tmp_path):
    write_folder(tmp_path / "photos", 2)
    result = braind("train", "cluster", tmp_path / "photos")
    assert result.exit_code == 4
    assert "looks differ, and 10 are needed" in result.stderr


def test_a_classifier_goes_with_photos(stocked, tmp_path):
    result = stocked("train", "cluster", "--model", tmp_path / "x.onnx")
    assert result.exit_code == 2 and "--model goes with photos" in result.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--size", "big"), "WIDTHxHEIGHT"),
        (("--weights", "alexnet=a.pt"), "families are shufflenet, regnet"),
    ],
)
def test_wrong_options_say_how_they_are_written(braind, tmp_path, options, words):
    result = braind("train", "style", tmp_path, "-o", tmp_path / "out", *options)
    assert result.exit_code == 2 and words in result.stderr


def test_photos_without_labels_are_told(braind, tmp_path):
    result = braind("train", "style", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 4 and "Name folders after styles" in result.stderr


def test_boxes_are_proposed(braind, tmp_path):
    write_folder(tmp_path / "photos", 6)  # noise: nobody is in it
    answer = braind.json("train", "propose", tmp_path / "photos", "-o", tmp_path / "out")
    assert sum(answer["photos"].values()) == 6
    assert json.loads(json.dumps(answer["boxes"])).keys() == {
        "left_foot", "right_foot", "lower_body", "upper_body", "whole_body",
    }  # fmt: skip


def test_a_folder_without_a_dataset_is_told(braind, tmp_path):
    # Looked for, not imported: whoever imports ultralytics first decides what it may do.
    if any(find_spec(package) is None for package in ("ultralytics", "onnx")):
        pytest.skip("needs the extras “full” and “train”")
    result = braind("train", "body", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 4 and "braind train propose" in result.stderr


def test_heat_is_shown_beside_the_size_of_an_area(tmp_path):
    heat = {area: 0.5 if area in (Area.GARMENTS, Area.FACE) else 0.0 for area in Area}
    size = dict.fromkeys(Area, 0.2)
    seen = HeatSeen("a.jpg", Style.CHIC, 0.7, heat, size, tmp_path / "a-chic.png")
    korean = heat_view([seen], "ko")
    assert "시크" in korean and "50%/20%" in korean and "평균" in korean


def test_the_best_division_is_marked():
    divisions = (
        Clustering(Method.KMEANS, 0.2, 1.0, 9.0, (0, 0, 1)),
        Clustering(Method.MIXTURE, 0.4, 0.8, 9.0, (0, 1, 2)),
    )
    lines = cluster_view(Clustered(3, 2, 0.9, divisions), "en").splitlines()
    assert [line[:1] for line in lines[1:3]] == [" ", "→"]
    assert "90% of the variance" in lines[-1]
