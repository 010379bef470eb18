"""Showing a file in the file manager of each system."""

from pathlib import Path

import pytest

from braind_desktop.reveal import file_of, reveal_command


@pytest.mark.parametrize(("platform", "words"), [
    ("win32", ("explorer", "/select,look.jpg")), ("darwin", ("open", "-R", "look.jpg")),
])  # fmt: skip
def test_the_command_of_a_system(platform, words):
    assert tuple(reveal_command(Path("look.jpg"), platform)) == words


def test_linux_asks_the_file_manager_to_select_the_file(tmp_path):
    words = reveal_command(tmp_path / "한복.jpg", "linux")
    assert words[0] == "dbus-send" and words[-3].endswith("ShowItems")
    assert words[-2].startswith("array:string:file:///") and "%ED%95%9C" in words[-2]


def test_the_file_that_holds_a_photo(tmp_path):
    for name in ("a.jpg", "b.zip", "c.pdf"):
        (tmp_path / name).touch()
    assert file_of(str(tmp_path / "a.jpg")) == tmp_path / "a.jpg"
    assert file_of(str(tmp_path / "b.zip" / "in" / "x.jpg")) == tmp_path / "b.zip"
    assert file_of(str(tmp_path / "c.pdf#12")) == tmp_path / "c.pdf"
    assert file_of(str(tmp_path / "gone.jpg")) is None
