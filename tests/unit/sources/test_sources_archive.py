import pickle
import stat
import struct
import unicodedata
import zipfile
from concurrent.futures import ThreadPoolExecutor
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipInfo

import pytest
from source_samples import RED, close, encoded, patch, write_zip

from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.archive import MAX_ENTRIES, iter_archive

PHOTO = encoded()
WHITE_BMP = b"BM" + bytes(3_000_000)


def names(path):
    return [entry.path.removeprefix(f"{path}/") for entry in iter_archive(path)]


def failures(path):
    return {e.path.removeprefix(f"{path}/"): e.code for e in iter_archive(path)
            if isinstance(e, PhotoFailed)}  # fmt: skip


def read_code(path):
    (entry,) = iter_archive(path)
    with pytest.raises(PhotoError) as caught:
        entry.read()
    return caught.value.code


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, ZIP_STORED])
def test_photos_are_read(tmp_path, method):
    path = write_zip(tmp_path / "a.zip", [("f/look.jpg", PHOTO), ("notes.txt", b"x")], method)
    (entry,) = iter_archive(path)
    assert entry.path == f"{path}/f/look.jpg"
    assert entry.read() == PHOTO
    photo = entry.load()
    assert photo.name == "look.jpg"
    assert photo.content_hash == entry.content_hash()
    assert close(photo.pixels[8, 8], RED)


def test_natural_order_and_junk(tmp_path):
    files = [
        "look10.jpg",
        "b/1.jpg",
        "look2.jpg",
        "__MACOSX/look2.jpg",
        "b/._1.jpg",
        "b/",
        ".x.png",
    ]
    path = write_zip(tmp_path / "a.zip", [(name, b"") for name in files])
    assert names(path) == ["b/1.jpg", "look2.jpg", "look10.jpg"]


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_names_without_an_encoding_are_repaired(tmp_path, encoding):
    raw = "룩북/코트.jpg".encode(encoding)
    path = write_zip(tmp_path / "a.zip", [("x" * len(raw), PHOTO)])
    patch(path, b"x" * len(raw), raw)
    (entry,) = iter_archive(path)
    assert entry.path == f"{path}/룩북/코트.jpg"
    assert entry.read() == PHOTO


def test_unicode_names_become_composed(tmp_path):
    name = unicodedata.normalize("NFD", "가을.jpg")
    assert names(write_zip(tmp_path / "a.zip", [(name, PHOTO)])) == ["가을.jpg"]


def test_names_cannot_leave_the_archive(tmp_path):
    files = ["../../etc/a.jpg", "/root/b.jpg", "C:\\c\\d.jpg", "./e//f.jpg"]
    path = write_zip(tmp_path / "a.zip", [(name, PHOTO) for name in files])
    assert names(path) == ["c/d.jpg", "e/f.jpg", "etc/a.jpg", "root/b.jpg"]
    assert all(entry.read() == PHOTO for entry in iter_archive(path))


def test_an_encrypted_entry_fails_and_the_others_do_not(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("1.jpg", PHOTO), ("2.jpg", PHOTO)])
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(magic) + offset] |= 1
    path.write_bytes(data)
    assert failures(path) == {"1.jpg": "archive_encrypted"}
    assert len(list(iter_archive(path))) == 2


def test_links_nested_archives_and_rare_methods_fail_by_name(tmp_path):
    link = ZipInfo("link.jpg")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    rare = ZipInfo("rare.jpg")
    rare.compress_type = ZIP_BZIP2
    entries = [(link, b"/etc/passwd"), (rare, PHOTO), ("in.zip", b"PK"), ("in.pdf", b"%PDF")]
    assert failures(write_zip(tmp_path / "a.zip", entries)) == {
        "in.pdf": "archive_nested",
        "in.zip": "archive_nested",
        "link.jpg": "archive_link",
        "rare.jpg": "archive_method",
    }


def test_a_ratio_bomb_is_refused_by_its_header(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("bomb.bmp", WHITE_BMP)])
    assert failures(path) == {"bomb.bmp": "archive_bomb"}


def test_a_bomb_that_lies_about_its_size_is_stopped_while_reading(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("bomb.bmp", WHITE_BMP)])
    patch(path, struct.pack("<I", len(WHITE_BMP)), struct.pack("<I", 5_000))
    assert read_code(path) == "archive_bomb"


def test_an_entry_that_promises_too_much_is_damaged(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.jpg", PHOTO)])
    patch(path, struct.pack("<I", len(PHOTO)), struct.pack("<I", len(PHOTO) + 1))
    assert read_code(path) == "archive_damaged"


def test_a_wrong_checksum_is_damaged(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.jpg", PHOTO)], ZIP_STORED)
    patch(path, PHOTO[100:110], bytes(10))
    assert read_code(path) == "archive_damaged"


def test_a_broken_stream_or_header_is_damaged(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.bmp", bytes(range(256)) * 4)])
    body = path.read_bytes()[35:60]
    patch(path, body, b"\xff" * 25)
    assert read_code(path) == "archive_damaged"
    patch(path, b"PK\3\4", b"PK\3\5")
    assert read_code(path) == "archive_damaged"


def test_overlapping_entries_are_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.jpg", PHOTO), ("b.jpg", PHOTO)], ZIP_STORED)
    patch(path, struct.pack("<II", len(PHOTO), len(PHOTO)), struct.pack("<II", 9_999, 9_999))
    (failure,) = iter_archive(path)
    assert (failure.path, failure.code) == (str(path), "archive_damaged")


def test_too_many_entries(tmp_path):
    path = tmp_path / "a.zip"
    write_zip(path, [(f"{number}.jpg", b"") for number in range(MAX_ENTRIES + 1)])
    (failure,) = iter_archive(path)
    assert failure.code == "archive_too_big"


def test_too_many_bytes_in_all(tmp_path):
    entries = [(f"{number}.bmp", bytes(10_000)) for number in range(20)]
    path = write_zip(tmp_path / "a.zip", entries)
    patch(path, struct.pack("<I", 10_000), struct.pack("<I", 300 * 2**20))
    (failure,) = iter_archive(path)
    assert (failure.path, failure.code) == (str(path), "archive_too_big")


def test_one_entry_too_heavy_for_a_photo(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.bmp", bytes(size := 4_000_000))], ZIP_STORED)
    patch(path, struct.pack("<II", size, size), struct.pack("<II", size, 600 * 2**20))
    assert failures(path) == {"a.bmp": "photo_too_large"}


@pytest.mark.parametrize("data", [b"", b"PK\3\4 cut short", b"not a zip at all" * 10])
def test_a_damaged_archive_is_one_failure(tmp_path, data):
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    (failure,) = iter_archive(path)
    assert (failure.path, failure.code) == (str(path), "archive_damaged")


def test_damage_anywhere_never_raises(tmp_path):
    whole = write_zip(tmp_path / "a.zip", [("a.jpg", PHOTO)]).read_bytes()
    path = tmp_path / "b.zip"
    for place in [*range(40), *range(len(whole) - 80, len(whole))]:
        path.write_bytes(whole[:place] + b"\xee" + whole[place + 1 :])
        for entry in iter_archive(path):
            if not isinstance(entry, PhotoFailed):
                try:
                    entry.read()
                except PhotoError as error:
                    assert error.code.startswith("archive_")


def test_an_archive_that_vanishes_between_listing_and_reading(tmp_path):
    path = write_zip(tmp_path / "a.zip", [("a.jpg", PHOTO)])
    entries = list(iter_archive(path))
    path.unlink()
    with pytest.raises(PhotoError):
        entries[0].read()
    (failure,) = iter_archive(path)
    assert failure.code == "photo_unreadable"


def test_entries_are_read_in_any_order_from_any_thread_or_process(tmp_path):
    photos = [encoded(quality=10 + number) for number in range(40)]
    path = write_zip(tmp_path / "a.zip", [(f"{n}.jpg", data) for n, data in enumerate(photos)])
    entries = pickle.loads(pickle.dumps(list(iter_archive(path))))
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda entry: entry.read(), entries[::-1])) == photos[::-1]
