from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from braind.report.pdf_fonts import Face, find_hangul_fonts, font_folders

FOUND = find_hangul_fonts()
has_font = pytest.mark.skipif(FOUND is None, reason="no font with Hangul here")


def test_no_font_is_found_where_there_is_none(tmp_path):
    assert find_hangul_fonts([tmp_path, tmp_path / "gone"]) is None


def test_files_that_are_no_fonts_are_passed_over(tmp_path):
    (tmp_path / "NanumGothic.ttf").write_bytes(b"\0\1\0\0 not a font")
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"ttcf")
    assert find_hangul_fonts([tmp_path]) is None


@has_font
def test_a_family_is_found_deep_in_a_folder_and_its_regular_stands_for_a_missing_bold(tmp_path):
    deep = tmp_path / "truetype" / "korean"
    deep.mkdir(parents=True)
    shutil.copy(FOUND.regular.path, deep)
    pair = find_hangul_fonts([tmp_path])
    assert pair.regular == Face(deep / FOUND.regular.path.name, FOUND.regular.number)
    assert pair.bold.path == pair.regular.path


@has_font
def test_earlier_folders_win(tmp_path):
    for name in ("mine", "shared"):
        (tmp_path / name).mkdir()
        shutil.copy(FOUND.regular.path, tmp_path / name)
    pair = find_hangul_fonts([tmp_path / "mine", tmp_path / "shared"])
    assert pair.regular.path.parent.name == "mine"


def test_folders_of_each_system():
    windows = font_folders("win32", {"WINDIR": "W", "LOCALAPPDATA": "L"})
    assert Path("W", "Fonts") in windows and Path("L", "Microsoft", "Windows", "Fonts") in windows
    assert Path("/System/Library/Fonts") in font_folders("darwin", {})
    linux = font_folders("linux", {"XDG_DATA_HOME": "/data"})
    assert linux[0] == Path("/data/fonts") and Path("/usr/share/fonts") in linux
