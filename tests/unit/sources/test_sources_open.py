import unicodedata

import pytest
from source_samples import encoded, four_corners, write_zip

from braind.domain import Photo
from braind.events import PhotoFailed
from braind.sources import SourceEntry, count, iter_entries, open_sources


@pytest.fixture
def lookbooks(tmp_path):
    """A folder with one of everything."""
    (tmp_path / "a.jpg").write_bytes(encoded())
    (tmp_path / "b.jpg").write_bytes(encoded()[:200])
    (tmp_path / "notes.txt").write_text("not a photo")
    write_zip(tmp_path / "c.zip", [("1.png", encoded(kind="PNG")), ("2.zip", b"PK")])
    pages = {"save_all": True, "append_images": [four_corners(90, 90)]}
    (tmp_path / "d.pdf").write_bytes(encoded(kind="PDF", **pages))
    (tmp_path / "e.pdf").write_bytes(b"broken")
    return tmp_path


def told(photo):
    return photo.code if isinstance(photo, PhotoFailed) else (photo.name, photo.size)


def test_everything_comes_in_order_and_nothing_raises(lookbooks):
    missing = lookbooks / "missing.jpg"
    photos = list(open_sources([lookbooks, missing, lookbooks / "notes.txt", lookbooks / "a.jpg"]))
    assert [told(photo) for photo in photos] == [
        ("a.jpg", (64, 48)),
        "photo_damaged",
        ("1.png", (64, 48)),
        "archive_nested",
        ("d.pdf · 1", (64, 48)),
        ("d.pdf · 2", (90, 90)),
        "document_damaged",
        "photo_missing",
        "photo_unsupported",
        ("a.jpg", (64, 48)),
    ]
    assert count([lookbooks]) == 7


def test_entries_know_their_content_without_decoding(lookbooks):
    entries = [e for e in iter_entries([lookbooks]) if isinstance(e, SourceEntry)]
    photos = [p for p in open_sources([lookbooks]) if isinstance(p, Photo)]
    hashes = {entry.label: entry.content_hash() for entry in entries}
    assert len(set(hashes.values())) == len(entries) == 5
    assert {photo.content_hash for photo in photos} < set(hashes.values())


def test_a_page_that_fails_is_named_with_its_number(lookbooks):
    path = lookbooks / "small.pdf"
    path.write_bytes(encoded(four_corners(20, 20), "PDF"))
    (failure,) = open_sources([path])
    assert (failure.path, failure.code) == (f"{path}#1", "photo_too_small")
    assert "20 × 20" in failure.message


def test_sources_are_lazy(lookbooks):
    photos = open_sources([lookbooks])
    assert next(photos).name == "a.jpg"
    (lookbooks / "c.zip").write_bytes(b"")
    assert [told(photo) for photo in photos][1] == "archive_damaged"


def test_decomposed_names_are_shown_composed_and_found(tmp_path):
    name = unicodedata.normalize("NFD", "가을.jpg")
    (tmp_path / name).write_bytes(encoded())
    (photo,) = open_sources([tmp_path])
    assert photo.name == "가을.jpg"


def test_a_zip_name_that_is_korean_too(tmp_path):
    path = write_zip(tmp_path / "룩북.zip", [("코트.jpg", encoded())])
    (photo,) = open_sources([path])
    assert photo.path == f"{path}/코트.jpg"


def test_a_file_too_heavy_for_a_photo_is_not_read(tmp_path):
    path = tmp_path / "huge.bmp"
    with path.open("wb") as file:
        file.truncate(600 * 2**20)
    (failure,) = open_sources([path])
    assert failure.code == "photo_too_large"


def test_a_smaller_working_copy(lookbooks):
    photo = next(open_sources([lookbooks / "a.jpg"], max_side=32))
    assert photo.pixels.shape == (24, 32, 3)
