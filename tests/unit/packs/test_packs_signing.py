from __future__ import annotations

import json
import stat
import sys

import pytest
from pack_samples import opened, sample_pack, tampered

from braind.errors import PackError
from braind.packs import make_key, write_pack
from braind.packs.container import join_entries, split_entries
from braind.packs.layout import SEAL
from braind.packs.strict import dump


@pytest.fixture
def key(tmp_path):
    return tmp_path / "key.pem"


@pytest.fixture
def public(key):
    return make_key(key)


@pytest.fixture
def signed(file, key, public):
    """The bytes of a signed pack."""
    write_pack(sample_pack(), file, key)
    return file.read_bytes()


def _resealed(data, **changes):
    entries = {name: bytes(body) for name, body in split_entries(data).items()}
    entries[SEAL] = dump(json.loads(entries[SEAL]) | changes)
    return b"".join(join_entries(entries))


def test_a_signature_names_its_signer(file, signed, public):
    assert opened(file).signer == public
    assert len(bytes.fromhex(public)) == 32


def test_an_unsigned_pack_has_no_signer(file, written):
    assert opened(file).signer == ""


def test_signing_is_deterministic_and_leaves_the_contents_alone(tmp_path, signed, key):
    again = tmp_path / "again.braindpack"
    pack = write_pack(sample_pack(), again, key)
    assert again.read_bytes() == signed
    assert pack.id == write_pack(sample_pack(), again).id


def test_changed_contents_are_refused(signed, refusal):
    def change(parts):
        parts["manifest"]["owner"] = "Somebody else"

    assert refusal(tampered(signed, change)) == "pack_signature_wrong"


def test_another_key_or_signature_is_refused(tmp_path, signed, refusal):
    other = make_key(tmp_path / "other.pem")
    assert refusal(_resealed(signed, key=other)) == "pack_signature_wrong"
    assert refusal(_resealed(signed, key="00" * 32)) == "pack_signature_wrong"
    assert refusal(_resealed(signed, signature="0" * 128)) == "pack_signature_wrong"
    assert refusal(_resealed(signed, signature=None)) == "pack_invalid"
    assert refusal(_resealed(signed, key=None)) == "pack_invalid"
    assert refusal(_resealed(signed, key=other.upper())) == "pack_invalid"


def test_without_the_package_a_signed_pack_says_what_to_install(file, signed, key, monkeypatch):
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for call in (
        lambda: opened(file),
        lambda: write_pack(sample_pack(), file, key),
        lambda: make_key(key.with_name("new.pem")),
    ):
        with pytest.raises(PackError) as caught:
            call()
        assert caught.value.code == "pack_signing_missing"
        assert "braind[sign]" in caught.value.hint


def test_without_the_package_unsigned_packs_work(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert write_pack(sample_pack(), file) == opened(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_private_key_is_for_its_owner_only(key, public):
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_key_is_never_overwritten(key, public):
    before = key.read_bytes()
    with pytest.raises(PackError) as caught:
        make_key(key)
    assert caught.value.code == "pack_key_not_written"
    assert key.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAA\n"])
def test_what_is_no_key_is_told(tmp_path, file, content):
    path = tmp_path / "wrong.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PackError) as caught:
        write_pack(sample_pack(), file, path)
    assert caught.value.code == "pack_key_invalid"
    assert not file.exists()


def test_a_key_of_another_kind_is_told(tmp_path, file):
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    path = tmp_path / "x25519.pem"
    encoding = Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    path.write_bytes(X25519PrivateKey.generate().private_bytes(*encoding))
    with pytest.raises(PackError) as caught:
        write_pack(sample_pack(), file, path)
    assert caught.value.code == "pack_key_invalid"
