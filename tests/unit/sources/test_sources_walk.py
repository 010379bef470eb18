import os
import shutil
import socket
import unicodedata
from pathlib import Path

from braind.events import PhotoFailed
from braind.sources.walk import iter_files


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in iter_files([root])]


def test_folders_are_walked_in_natural_order(tmp_path):
    put(tmp_path, "look 10.jpg", "look 2.JPG", "b/1.png", "b/a/3.webp", "a.zip", "c.pdf", "z.heic")
    assert found(tmp_path) == [
        "a.zip", "b/1.png", "b/a/3.webp", "c.pdf", "look 2.JPG", "look 10.jpg", "z.heic",
    ]  # fmt: skip


def test_what_is_not_a_photo_is_passed_over(tmp_path):
    put(tmp_path, "a.txt", "jpg", ".hidden.jpg", "__MACOSX/a.jpg", ".git/b.jpg", "Thumbs.db")
    (tmp_path / "folder.jpg").mkdir()
    put(tmp_path, "folder.jpg/real.jpg")
    assert found(tmp_path) == ["folder.jpg/real.jpg"]


def test_pipes_and_sockets_are_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.jpg")
    monkeypatch.chdir(tmp_path)  # A socket's path has to be short.
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.jpg")
        put(tmp_path, "photo.jpg")
        assert found(tmp_path) == ["photo.jpg"]
    (failure,) = iter_files([tmp_path / "pipe.jpg"])
    assert isinstance(failure, PhotoFailed)
    assert failure.code == "photo_not_a_file"


def test_links_are_followed_once(tmp_path):
    put(tmp_path, "a/1.jpg", "b/2.jpg")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self.jpg").symlink_to("self.jpg")
    (tmp_path / "c").symlink_to(tmp_path / "b", target_is_directory=True)
    (tmp_path / "linked.jpg").symlink_to(tmp_path / "a" / "1.jpg")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert found(tmp_path) == ["a/1.jpg", "b/2.jpg", "linked.jpg"]


def test_a_loop_or_a_missing_path_fails_by_name(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    paths = [
        tmp_path / "loop",
        tmp_path / "none",
        tmp_path / "a\0b",
        tmp_path / "\ud800.jpg",
        tmp_path / ("x" * 300),
    ]
    failures = list(iter_files(paths))
    assert [failure.code for failure in failures] == [
        "photo_unreadable", "photo_missing", "photo_missing", "photo_missing", "photo_unreadable",
    ]  # fmt: skip
    assert failures[1].path == str(tmp_path / "none")
    assert "no such file" in failures[1].message


def test_a_file_that_is_named_counts_whatever_its_ending(tmp_path):
    put(tmp_path, "download", ".hidden.jpg")
    paths = [tmp_path / "download", tmp_path / ".hidden.jpg"]
    assert list(iter_files(paths)) == paths


def test_a_folder_that_cannot_be_read_is_reported_and_the_rest_goes_on(tmp_path):
    put(tmp_path, "a.jpg", "b/1.jpg", "c.jpg")
    files = iter_files([tmp_path])
    assert next(files) == tmp_path / "a.jpg"
    shutil.rmtree(tmp_path / "b")
    failure, photo = files
    assert (failure.path, failure.code) == (str(tmp_path / "b"), "photo_unreadable")
    assert photo == tmp_path / "c.jpg"


def test_decomposed_korean_names_are_opened_as_they_are(tmp_path):
    decomposed = unicodedata.normalize("NFD", "가을.jpg")
    put(tmp_path, decomposed)
    (path,) = iter_files([tmp_path])
    assert path.read_bytes() == b"x"
