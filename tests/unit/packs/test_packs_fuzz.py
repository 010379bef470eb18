"""Whatever bytes lie in a pack: a refusal in words, and soon."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pack_samples import opened, rewrapped, sample_pack, tampered

from braind.errors import PackError
from braind.packs import write_pack
from braind.packs.container import split_entries
from braind.packs.layout import SEAL

BOUNDED = settings(
    max_examples=80,
    deadline=timedelta(seconds=10),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    file = tmp_path_factory.mktemp("pack") / "sound.braindpack"
    write_pack(sample_pack(), file)
    return file.read_bytes()


def reads_or_refuses(file, data):
    file.write_bytes(data)
    try:
        opened(file)
    except PackError as error:
        assert error.what and error.hint
        return False
    return True


@BOUNDED
@given(data=st.binary(max_size=500))
def test_any_bytes(tmp_path, data):
    assert not reads_or_refuses(tmp_path / "x.braindpack", data)


@BOUNDED
@given(place=st.floats(0, 1, exclude_max=True), patch=st.binary(min_size=1, max_size=12))
def test_any_patch_is_noticed(tmp_path, sound, place, patch):
    start = int(place * len(sound))
    broken = sound[:start] + patch + sound[start + len(patch) :]
    assert reads_or_refuses(tmp_path / "x.braindpack", broken) == (broken == sound)


@BOUNDED
@given(data=st.data())
def test_a_forger_may_put_anything_anywhere(tmp_path, sound, data):
    def forge(parts):
        record = data.draw(st.sampled_from([parts["manifest"], *parts["brands"], *parts["looks"]]))
        record[data.draw(st.sampled_from(sorted(record)))] = data.draw(JSON)

    try:
        forged = tampered(sound, forge)
    except (ValueError, OverflowError):
        return  # JSON cannot say it
    reads_or_refuses(tmp_path / "x.braindpack", forged)


@BOUNDED
@given(data=st.data(), body=st.binary(max_size=300))
def test_any_entry_may_be_anything(tmp_path, sound, data, body):
    entries = {name: bytes(kept) for name, kept in split_entries(sound).items()}
    entries[data.draw(st.sampled_from(sorted(set(entries) - {SEAL})))] = body
    assert not reads_or_refuses(tmp_path / "x.braindpack", rewrapped(entries))
