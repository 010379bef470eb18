"""Arrays in a file: given back as they were, or not at all."""

from __future__ import annotations

import os
import stat
import sys
import time

import numpy as np
import pytest

from braind.store.sidecar import Column, Sidecar

COLUMNS = (Column("ids", "<i8"), Column("vectors", "<f2", (3,)), Column("marks", "u1"))
FACTS = ("a state", "a recipe")
ROWS = 40


@pytest.fixture
def sidecar(tmp_path):
    return Sidecar(tmp_path / "library.braind-test", COLUMNS)


@pytest.fixture
def arrays():
    rng = np.random.default_rng(5)
    return {
        "ids": rng.integers(-(2**62), 2**62, ROWS),
        "vectors": rng.random((ROWS, 3)).astype(np.float16),
        "marks": rng.integers(0, 256, ROWS, np.uint8),
    }


def write(sidecar, arrays, facts=FACTS, pieces=1):
    cut = {name: np.array_split(array, pieces) for name, array in arrays.items()}
    sidecar.write(facts, len(arrays["ids"]), cut)


def read(sidecar, facts=FACTS, most=ROWS, **options):
    return sidecar.read(facts, most, **options)


@pytest.mark.parametrize("is_mapped", [False, True])
@pytest.mark.parametrize("pieces", [1, 7])
def test_arrays_come_back_as_they_were(sidecar, arrays, pieces, is_mapped):
    write(sidecar, arrays, pieces=pieces)
    found = read(sidecar, is_mapped=is_mapped)
    assert list(found) == ["ids", "vectors", "marks"]
    for name, array in arrays.items():
        assert found[name].dtype == array.dtype
        assert found[name].flags.aligned
        np.testing.assert_array_equal(found[name], array)


def test_without_a_file_there_is_nothing(sidecar):
    assert read(sidecar) is None


def test_only_the_very_same_facts_and_columns_fit(sidecar, arrays):
    write(sidecar, arrays)
    assert read(sidecar, ("another state", "a recipe")) is None
    assert read(sidecar, ("a state", "another recipe")) is None
    other = (Column("ids", "<u8"), *COLUMNS[1:])  # as many bytes, with another meaning
    assert read(Sidecar(sidecar.path, other)) is None
    assert read(sidecar) is not None


def test_a_newer_one_takes_the_place_of_an_older_one(sidecar, arrays):
    write(sidecar, arrays)
    write(sidecar, {name: array[:9] for name, array in arrays.items()}, ("newer",))
    assert read(sidecar) is None
    assert len(read(sidecar, ("newer",))["ids"]) == 9
    assert list(sidecar.path.parent.iterdir()) == [sidecar.path]


def test_more_rows_than_there_can_be_are_not_loaded(sidecar, arrays):
    write(sidecar, arrays)
    assert read(sidecar, most=ROWS - 1) is None


def test_what_is_cut_off_or_too_long_is_nothing(sidecar, arrays):
    write(sidecar, arrays)
    content = sidecar.path.read_bytes()
    for length in range(len(content)):
        sidecar.path.write_bytes(content[:length])
        assert read(sidecar) is None, length
    sidecar.path.write_bytes(content + b"\0")
    assert read(sidecar) is None


@pytest.mark.parametrize("is_mapped", [False, True])
def test_what_is_damaged_is_nothing(sidecar, arrays, is_mapped):
    write(sidecar, arrays)
    content = sidecar.path.read_bytes()
    padding = range(52, 64)
    for place in (n for n in range(len(content)) if n not in padding):
        damaged = bytearray(content)
        damaged[place] ^= 0x10
        sidecar.path.write_bytes(damaged)
        assert read(sidecar, is_mapped=is_mapped) is None, place


def test_what_is_no_file_is_nothing(sidecar, arrays):
    write(sidecar, arrays)
    content = sidecar.path.rename(sidecar.path.with_name("elsewhere"))
    sidecar.path.mkdir()
    write(sidecar, arrays)
    assert read(sidecar) is None
    sidecar.path.rmdir()
    if sys.platform != "win32":
        sidecar.path.symlink_to(content)
        assert read(sidecar) is None
        sidecar.path.unlink()
        os.mkfifo(sidecar.path)
        assert read(sidecar) is None
    assert [path for path in sidecar.path.parent.iterdir() if path.suffix == ".part"] == []


def test_a_folder_that_is_not_there_is_left_so(sidecar, arrays):
    nowhere = Sidecar(sidecar.path.parent / "gone" / "x", COLUMNS)
    write(nowhere, arrays)
    assert read(nowhere) is None
    assert not nowhere.path.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_it_is_its_owners_alone(sidecar, arrays):
    write(sidecar, arrays)
    assert stat.S_IMODE(sidecar.path.stat().st_mode) == 0o600


def test_beside_another_writer_nothing_is_written(sidecar, arrays):
    part = sidecar.path.with_name(f".{sidecar.path.name}.part")
    part.write_bytes(b"somebody else's")
    write(sidecar, arrays)
    assert read(sidecar) is None
    assert part.read_bytes() == b"somebody else's"


def test_what_a_killed_writer_left_is_cleared_away(sidecar, arrays):
    part = sidecar.path.with_name(f".{sidecar.path.name}.part")
    part.write_bytes(b"half")
    an_hour_ago = time.time() - 3600
    os.utime(part, (an_hour_ago, an_hour_ago))
    write(sidecar, arrays)  # clears
    write(sidecar, arrays)
    assert read(sidecar) is not None
    assert not part.exists()
