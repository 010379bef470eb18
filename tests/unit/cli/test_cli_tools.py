from __future__ import annotations

from engine_fakes import HALF, write_photo


def test_evaluate_prints_a_table(braind, tmp_path):
    write_photo(tmp_path / "in" / "casual" / "a.png", 1, group=0)
    write_photo(tmp_path / "in" / "chic" / "b.png", 2, group=5)
    shape = braind.json("evaluate", tmp_path / "in")
    assert {row["style"]: row["f1"] for row in shape["styles"]} == {"casual": 1.0, "chic": 1.0}
    out = braind("evaluate", tmp_path / "in").stdout
    assert "macro F1 1.000" in out and "always yes" in out


def test_evaluate_counts_verdicts(braind, tmp_path):
    folder = tmp_path / "in"
    write_photo(folder / "1.png", 1)
    write_photo(folder / "2.png", 2, HALF)
    (folder / "labels.csv").write_text("photo,view,people\n1,full,1\n2,full,1\n")
    shape = braind.json("evaluate", folder)
    assert shape["whole_body"] == {"accuracy": 0.5, "photos": 2}
    assert braind.json("evaluate", folder, "--limit", 1)["photos"] == 1


def test_evaluate_without_labels_exits_with_4(braind, tmp_path):
    assert braind("evaluate", tmp_path).exit_code == 4


def test_doctor_lists_its_checks(braind):
    result = braind("doctor")
    assert result.exit_code in (0, 3)  # 3 where models are not installed
    assert "sqlite" in result.stdout and "telemetry" in result.stdout


def test_bench_measures_the_given_photos(braind, tmp_path):
    write_photo(tmp_path / "in" / "a.png", 1)
    shapes = braind.json("bench", "--quick", "--photos", tmp_path / "in")
    assert [shape["section"] for shape in shapes] == [
        "import",
        "stages",
        "questions",
        "search",
        "search",
        "visual search",
    ]
