"""Visual vectors in packs: carried bit by bit, and refused when no model gave them."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace

import numpy as np
import pytest
from pack_samples import RECIPE, gathered, look, opened, sample_pack, tampered

from braind.packs import Pack, write_pack
from braind.packs.container import split_entries
from braind.packs.layout import LOOKS


def vector(number):
    row = np.random.default_rng(number).standard_normal(768)
    return (row / np.linalg.norm(row)).astype(np.float16)


@pytest.fixture
def looks():
    """The first has none, as a look may."""
    return [look(1), *(look(n, visual=vector(n)) for n in range(2, 5))]


@pytest.fixture
def data(file, looks):
    write_pack(Pack(RECIPE, (gathered("Moss", looks),)), file)
    return file.read_bytes()


def test_vectors_survive_bit_by_bit(file, data, looks):
    (brand,) = opened(file).brands
    back = {tuple(one.styles.values): one.visual for one in brand.library_looks(RECIPE)}
    for given in looks:
        found = back[tuple(given.styles.values)]
        assert (found is None) == (given.visual is None)
        assert found is None or found.tobytes() == given.visual.tobytes()
    again = write_pack(opened(file), file)
    assert again == opened(file) and file.read_bytes() == data


def test_looks_that_differ_to_the_eye_alone_are_two():
    twins = [look(2, visual=vector(n)) for n in (2, 3)]
    assert len(gathered("Moss", twins).looks) == 2
    assert len(gathered("Moss", [twins[0], twins[0]]).looks) == 1


def test_a_pack_without_vectors_is_what_it_was(tmp_path):
    file = tmp_path / "plain.braindpack"
    write_pack(sample_pack(), file)
    lines = bytes(split_entries(file.read_bytes())[LOOKS]).splitlines()
    assert all("visual" not in json.loads(line) for line in lines)


def spoiled(change):
    """A vector of the right length with other numbers, in the spelling of a pack."""
    row = vector(2)
    change(row)
    return b64encode(row.astype("<f2").tobytes()).decode()


def zeroed(row):
    row[:] = 0


def set_first(number):
    def change(row):
        row[0] = number

    return change


GOOD = b64encode(vector(9).astype("<f2").tobytes()).decode()
POISON = {
    "nothing": None,
    "a number": 1,
    "a list": [0.5] * 768,
    "empty": "",
    "no base64": "*" * 2048,
    "short": GOOD[:-4],
    "long": GOOD + GOOD,
    "a line end": GOOD[:1000] + "\n" + GOOD[1000:],
    "another alphabet": "-" + GOOD[1:],
    "no ASCII": "é" + GOOD[1:],
    "loose bits": b64encode(b64decode(GOOD)[:-1]).decode(),
    "a NaN": spoiled(set_first(np.nan)),
    "infinity": spoiled(set_first(-np.inf)),
    "too long": spoiled(set_first(9.0)),
    "zero": spoiled(zeroed),
}


@pytest.mark.parametrize("name", POISON)
def test_what_is_no_vector_is_refused(data, refusal, name):
    def poison(parts):
        parts["looks"][2]["visual"] = POISON[name]

    assert refusal(tampered(data, poison)) == "pack_invalid"


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_vector_is_refused(data, refusal, seed):
    rng = np.random.default_rng(seed)
    body = bytes(split_entries(data)[LOOKS])
    start = data.index(body) + body.index(b'"visual":"') + 10
    broken = bytearray(data)
    place = start + int(rng.integers(2048))
    broken[place] = ord("A") if broken[place] != ord("A") else ord("B")
    assert refusal(bytes(broken)) == "pack_damaged"


def test_a_vector_makes_another_look():
    (bare,) = gathered("Moss", [look(2)]).looks
    (one,) = gathered("Moss", [look(2, visual=vector(2))]).looks
    assert len(one.visual) == 1536 and one.id != bare.id
    assert replace(one, visual=b"").id == bare.id
