from __future__ import annotations

import copy
import json
import struct
import tracemalloc
import zipfile
from contextlib import contextmanager
from io import BytesIO

import numpy as np
import pytest
from pack_samples import RECIPE, opened, picture, rewrapped, sample_pack, tampered

from braind.errors import PackError
from braind.packs import Pack, PackBrand, write_pack
from braind.packs.container import join_entries, split_entries
from braind.packs.layout import CONTENTS, LOOKS, MANIFEST, MAX_FILE, PICTURES
from braind.packs.strict import dump, entry_facts

NAN = float("nan")


def test_a_forger_who_changes_nothing_gets_the_pack(data):
    assert tampered(data, lambda parts: None) == data


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_are_noticed(data, refusal, seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        broken = bytearray(data)
        for place in rng.integers(len(data), size=rng.integers(1, 4)):
            broken[place] ^= 1 << int(rng.integers(8))
        assert bytes(broken) == data or refusal(bytes(broken))


@pytest.mark.parametrize("seed", range(10))
def test_cut_and_longer_files_are_noticed(data, refusal, seed):
    rng = np.random.default_rng(seed)
    for _ in range(10):
        cut, start = sorted(int(place) for place in rng.integers(len(data), size=2))
        assert refusal(data[:cut])
        assert refusal(data + rng.bytes(int(rng.integers(1, 99))))
        assert refusal(data[:cut] + data[start + 1 :])
        assert refusal(data[:start] + data[cut:start] + data[start:]) or cut == start


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\3\4", b"PK\3\4" * 20, b"SQLite format 3\0"])
def test_other_files_are_refused(refusal, content):
    assert refusal(content) in ("pack_foreign", "pack_damaged")


# What each field may be replaced by; none of it is right anywhere.
POISON = (
    None, True, -1, 1 << 70, 1.5, -0.5, NAN, "", "x" * 5000, "\x1b[2J", "\u202egnp.exe", "\ud800",
    "e\u0301", [], [[]], {}, {"a": 1}, [None] * 12, [0] * 7, [0.5] * 6, [1e-50] * 7, ["cape"] * 10,
    [["#ff00gg", "red", 0.5]], [["#ff0000", "mauve", 0.5]], [["#ff0000", "red", 2.0]],
    [["#ff0000", "red"]], ["nobody", "nobody"], ["bored"], 1e308, 0.1234567890123,
)  # fmt: skip
FIELDS = (
    "styles", "answers", "confidences", "palette", "reasons", "lookbook", "person", "photo",
    "shoot", "picture",
)  # fmt: skip
# Values of POISON that happen to be right for a field.
FITTING = {"lookbook": ("",), "palette": ([],), "reasons": ([],), "picture": (None,)}


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_of_a_look_takes_poison(data, refusal, field):
    for value in POISON:

        def poison(parts, value=value):
            parts["looks"][3][field] = value

        if value in FITTING.get(field, ()):
            # Sound by itself, though the order of the looks or the pictures may not be any more.
            assert refusal(tampered(data, poison)) in (None, "pack_invalid", "pack_damaged")
        elif _spells(value):
            assert refusal(tampered(data, poison)), value


def _spells(value):
    """Whether JSON can say it at all."""
    try:
        return bool(dump(value))
    except ValueError:
        return False


@pytest.mark.parametrize("seed", range(10))
def test_forged_numbers_give_a_pack_or_a_refusal(data, tmp_path, seed):
    rng = np.random.default_rng(seed)
    file = tmp_path / "forged.braindpack"
    for _ in range(20):

        def forge(parts):
            one = parts["looks"][int(rng.integers(7))]
            field = FIELDS[int(rng.integers(len(FIELDS)))]
            one[field] = _shaken(one[field], rng)

        file.write_bytes(tampered(data, forge))
        try:
            pack = opened(file)
        except PackError:
            continue
        again = write_pack(pack, tmp_path / "again.braindpack")
        assert pack == again
        assert (tmp_path / "again.braindpack").read_bytes() == file.read_bytes()


def _shaken(value, rng):
    if isinstance(value, list) and value:
        place = int(rng.integers(len(value)))
        return [_shaken(v, rng) if n == place else v for n, v in enumerate(value)]
    if isinstance(value, float):
        return float(np.float32(value * rng.random() * 1.5))
    if isinstance(value, int):
        return value + int(rng.integers(-2, 3))
    return value


def _set(*path_and_value):
    *path, last, value = path_and_value

    def change(parts):
        for step in path:
            parts = parts[step]
        parts[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("manifest", "format", "zip"), "pack_foreign"),
        (_set("manifest", "version", 2), "pack_newer"),
        (_set("manifest", "version", 0), "pack_invalid"),
        (_set("manifest", "version", 1.0), "pack_invalid"),
        (_set("manifest", "version", True), "pack_invalid"),
        (_set("manifest", "more", 1), "pack_invalid"),
        (_set("manifest", "recipe", "another"), "pack_other_recipe"),
        (_set("manifest", "recipe", 5), "pack_invalid"),
        (_set("manifest", "owner", "a\u202eb"), "pack_invalid"),
        (_set("manifest", "licence", "x" * 301), "pack_invalid"),
        (_set("manifest", "looks", 8), "pack_invalid"),
        (_set("manifest", "looks", 10**9), "pack_invalid"),
        (_set("manifest", "brands", -1), "pack_invalid"),
        (_set("manifest", "owner", "x" * 20_000), "pack_too_big"),
        (_set("brands", 0, "name", "오월상점"), "pack_invalid"),
        (_set("brands", 0, "name", ""), "pack_invalid"),
        (_set("brands", 0, "name", "a\nb"), "pack_invalid"),
        (_set("brands", 0, "name", "x" * 81), "pack_invalid"),
        (_set("brands", 0, "looks", 5), "pack_invalid"),
        (_set("brands", 0, "looks", 0), "pack_invalid"),
        (_set("brands", 0, "extra", 1), "pack_invalid"),
        (_set("brands", 0, 7), "pack_invalid"),
        (_set("brands", {}), "pack_invalid"),
        (_set("looks", 0, 7), "pack_invalid"),
        (_set("looks", 0, "extra", "x" * 20_000), "pack_too_big"),
        (lambda parts: parts["looks"].reverse(), "pack_damaged"),
        (lambda parts: parts["looks"].pop(), "pack_invalid"),
        (_set("looks", 1, "photo", 2), "pack_invalid"),
        (_set("pictures", b""), "pack_damaged"),
        (lambda parts: parts.update(pictures=parts["pictures"] + b"x"), "pack_invalid"),
    ],
)
def test_forgeries_are_refused(data, refusal, change, code):
    assert refusal(tampered(data, change)) == code


def _without_pictures(parts):
    parts["pictures"] = b""
    for one in parts["looks"]:
        one["picture"] = None


def _swap(looks):
    looks[0], looks[1] = looks[1], looks[0]


def _repeat(looks):
    looks[1] = copy.copy(looks[0])


@pytest.mark.parametrize("change", [_swap, _repeat])
def test_looks_have_one_order_and_are_different(data, refusal, change):
    plain = tampered(data, _without_pictures)
    assert refusal(plain) is None
    assert refusal(tampered(plain, lambda parts: change(parts["looks"]))) == "pack_invalid"


def test_a_look_may_only_point_at_a_first_look(data, refusal):
    def chain(parts):
        for number, one in enumerate(parts["looks"][:3]):
            one["shoot"] = max(0, number - 1)

    assert refusal(tampered(data, chain)) == "pack_invalid"


def test_a_later_version_is_named_before_its_contents_are_judged(data, refusal):
    entries = {name: bytes(body) for name, body in split_entries(data).items()}
    entries[MANIFEST] = dump({"format": "braindpack", "version": 9, "anything": []})
    entries["other.bin"] = b"?"
    assert refusal(rewrapped(entries)) == "pack_newer"


def test_another_recipe_says_what_to_do(file, written):
    with pytest.raises(PackError) as caught:
        opened(file, "recipe-two")
    assert caught.value.code == "pack_other_recipe"
    assert "made with the same" in caught.value.hint


LINES = (
    b'{"a":1,"a":1}', b'{"a": 1}', b"[1.50]", b"[NaN]", b"[Infinity]", b"[1e999]", b"\xff\xfe[]",
    b'["\\u0041"]', b'["\\ud800"]', b"[" * 8000, b"[" + b"9" * 5000 + b"]", b"", b"\xef\xbb\xbf[]",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_odd_json_is_refused(data, refusal, line):
    def swap(entries):
        entries[LOOKS] = line + b"\n" + entries[LOOKS].split(b"\n", 1)[1]

    assert refusal(_with_entries(data, swap)) == "pack_damaged"
    assert refusal(_with_entries(data, lambda entries: entries.update({MANIFEST: line})))


def _with_entries(data, change):
    """The pack with other bytes in it; the manifest's hashes are made anew unless it is one."""
    entries = {name: bytes(body) for name, body in split_entries(data).items()}
    before = entries[MANIFEST]
    change(entries)
    if entries[MANIFEST] == before:
        manifest = json.loads(before)
        manifest["entries"] = {name: entry_facts(entries[name]) for name in CONTENTS}
        entries[MANIFEST] = dump(manifest)
    return rewrapped(entries)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seal.json", b"{}"),
        ("seal.json", b'{"key":null,"manifest":"00","signature":null}'),
        ("seal.json", b'{"key":"ab","manifest":"00","signature":null}'),
    ],
)
def test_a_wrong_seal_is_refused(data, refusal, name, value):
    entries = {key: bytes(body) for key, body in split_entries(data).items()}
    assert refusal(b"".join(join_entries({**entries, name: value})))


def _zipped(data, method=zipfile.ZIP_STORED, extra=(), comment=b"", drop=()):
    """The pack as another program would zip it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in split_entries(data).items():
            if name not in drop:
                archive.writestr(name, bytes(body))
        for name, body in extra:
            archive.writestr(name, body)
        archive.comment = comment
    return out.getvalue()


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"method": zipfile.ZIP_DEFLATED},
        {"method": zipfile.ZIP_LZMA},
        {"comment": b"hello"},
        {"extra": [("../../evil.txt", b"x")]},
        {"extra": [("/etc/passwd", b"x")]},
        {"extra": [("nested/file.txt", b"x")]},
        {"extra": [("more.bin", bytes(30_000_000))], "method": zipfile.ZIP_DEFLATED},
        {"extra": [(f"{n}.txt", b"") for n in range(2000)]},
        {"drop": [PICTURES]},
    ],
)
def test_zips_of_other_programs_are_refused(data, refusal, options):
    assert refusal(_zipped(data, **options))


def test_entries_in_excess_or_missing_or_in_another_order_are_refused(data, refusal):
    entries = {name: bytes(body) for name, body in split_entries(data).items()}
    more = {**entries, "more.bin": b""}
    less = {name: body for name, body in entries.items() if name != PICTURES}
    turned = {MANIFEST: entries[MANIFEST], **dict(reversed(entries.items()))}
    many = {**entries, **{f"{'x' * n}.bin": b"" for n in range(1, 9)}}
    for wrong in (more, less, turned, many):
        assert refusal(b"".join(join_entries(wrong))) == "pack_damaged"
    assert refusal(b"".join(join_entries({"other.bin": b""}))) == "pack_foreign"


@pytest.mark.parametrize("flag", [1, 8, 0x800, 0x2000])
def test_encrypted_and_streamed_entries_are_refused(data, refusal, flag):
    assert refusal(data[:6] + struct.pack("<H", flag) + data[8:]) == "pack_damaged"


@contextmanager
def _memory():
    """Gives a function that tells the most bytes that were held at a time so far."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_sizes_that_lie_cost_no_memory(data, refusal):
    lie = data[:18] + struct.pack("<LL", 0xFFFFFFF0, 0xFFFFFFF0) + data[26:]
    with _memory() as peak:
        assert refusal(lie) == "pack_damaged"
        assert peak() < 5 * len(data) + 1_000_000


def test_a_file_that_is_too_long_is_not_read(tmp_path):
    file = tmp_path / "long.braindpack"
    with file.open("wb") as out:
        out.truncate(MAX_FILE + 1)  # a hole: it takes no room
    with _memory() as peak:
        with pytest.raises(PackError) as caught:
            opened(file)
        assert peak() < 1_000_000
    assert caught.value.code == "pack_too_big"


def test_what_is_not_there_or_no_file_is_told(tmp_path):
    for path in (tmp_path / "none.braindpack", tmp_path):
        with pytest.raises(PackError) as caught:
            opened(path)
        assert caught.value.code == "pack_unreadable"


def _with_picture(webp):
    """A change that gives the first look another picture."""

    def change(parts):
        size = parts["looks"][0]["picture"]["bytes"]
        parts["pictures"] = webp + parts["pictures"][size:]
        parts["looks"][0]["picture"] = entry_facts(webp)

    return change


def _resized(webp, width, height):
    """A frame header that claims another size."""
    return webp[:26] + struct.pack("<HH", width, height) + webp[30:]


GOOD = picture(1)


@pytest.mark.parametrize(
    "webp",
    [
        picture(1, (241, 100)),
        picture(1, lossless=True),
        picture(1, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"),
        picture(1, xmp=b"<x/>"),
        _resized(GOOD, 16383, 16383),
        _resized(GOOD, 0, 10),
        GOOD[:-10],
        GOOD + b"<script>",
        GOOD[:20] + b"\xf0\xff\xff" + GOOD[23:],
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"RIFF",
        GOOD[:20] + bytes(70_000),
    ],
)
def test_only_small_plain_webp_is_a_thumbnail(data, refusal, webp):
    assert refusal(tampered(data, _with_picture(webp))) == "pack_invalid"


def test_another_small_plain_webp_is_one(data, refusal):
    assert refusal(tampered(data, _with_picture(GOOD))) is None


def test_hostile_but_visible_names_come_through_as_text(tmp_path):
    name = "<script>alert(1)</script>'; DROP TABLE brands;--"
    brand = sample_pack().brands[0]
    file = tmp_path / "names.braindpack"
    write_pack(sample_pack(owner="=cmd|'/c calc'!A0"), file)
    write_pack(Pack(RECIPE, (PackBrand(name, brand.looks),)), file)
    assert opened(file).brands[0].name == name
