"""Who vouches for a pack: Ed25519 signatures (RFC 8032) of its manifest.

A signature says that whoever holds a key made the pack, not who that is: compare the public key
with one that came another way. Needs the ``sign`` extra; unsigned packs do not.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from braind.errors import PackError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# Goes before the manifest, so that a signature never fits anything else signed with the key.
_CONTEXT = b"braindpack manifest\n"
_LONGEST_KEY = 16 * 2**10


def make_key(path: Path) -> str:
    """Write a new private key (PEM, readable by its owner only); the public key in hex.

    Raises ``PackError``: pack_signing_missing, or pack_key_not_written for a file that is there.
    """
    _require()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(pem)
    except OSError as error:
        raise PackError(
            "pack_key_not_written",
            f"The key cannot be written to “{path}” ({error.strerror}).",
            "Choose a new file: a key that is there is never overwritten.",
            path=str(path),
        ) from error
    return key.public_key().public_bytes_raw().hex()


def sign(manifest: bytes, key_file: Path) -> tuple[str, str]:
    """The public key and the signature of a manifest, in hex.

    Raises ``PackError``: pack_signing_missing or pack_key_invalid.
    """
    key = _load_key(key_file)
    return key.public_key().public_bytes_raw().hex(), key.sign(_CONTEXT + manifest).hex()


def check_signature(manifest: bytes, public_key: str, signature: str) -> None:
    """Pass for the signature that the key's owner made of the manifest.

    Raises ``PackError``: pack_signing_missing or pack_signature_wrong.
    """
    _require()
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), _CONTEXT + manifest)
    except (InvalidSignature, ValueError) as error:
        raise PackError(
            "pack_signature_wrong",
            "The pack's signature is not that of its contents: somebody changed it.",
            "Do not use it; ask its owner for another.",
        ) from error


def _load_key(path: Path) -> Ed25519PrivateKey:
    _require()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key: object = None
    try:
        with path.open("rb") as file:
            key = load_pem_private_key(file.read(_LONGEST_KEY), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        pass  # told below, as is a key of another kind
    if not isinstance(key, Ed25519PrivateKey):
        raise PackError(
            "pack_key_invalid",
            f"“{path}” is not a key to sign packs with.",
            "Make one with “braind pack key -o FILE”.",
            path=str(path),
        )
    return key


def _require() -> None:
    try:
        import cryptography  # noqa: F401
    except ImportError as error:
        raise PackError(
            "pack_signing_missing",
            "Signatures need the package “cryptography”, which is not installed.",
            "Install it with: pip install 'braind[sign]'",
        ) from error
