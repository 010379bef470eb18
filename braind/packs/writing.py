"""A pack to its file. Equal contents are equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from braind.files import write_whole
from braind.packs.container import join_entries
from braind.packs.kinds import Pack
from braind.packs.layout import (
    BRANDS,
    CONTENTS,
    FORMAT,
    LOOKS,
    MANIFEST,
    MAX_BRANDS,
    MAX_FILE,
    MAX_LOOKS,
    PICTURES,
    SEAL,
    VERSION,
    check_names,
)
from braind.packs.problems import too_big
from braind.packs.records import look_record
from braind.packs.signing import sign
from braind.packs.strict import digest, dump, entry_facts, sealed


def write_pack(pack: Pack, file: Path, key: Path | None = None) -> Pack:
    """Write a pack, signed if a private key's file is given; the pack with its id and signer.

    The file appears whole or not at all. Raises ``PackError``, and ``StoreError`` when it cannot
    be written.
    """
    contents = _contents(pack)
    manifest = dump(_manifest(pack, contents))
    signer, signature = sign(manifest, key) if key else (None, None)
    seal = dump({"manifest": digest(manifest), "key": signer, "signature": signature})
    pieces = list(join_entries({MANIFEST: manifest, SEAL: seal, **contents}))
    if sum(len(piece) for piece in pieces) > MAX_FILE:
        raise too_big(f"it has more than {MAX_FILE // 2**20} MB")
    write_whole(file, pieces)
    return replace(pack, id=digest(manifest), signer=signer or "")


def _contents(pack: Pack) -> dict[str, bytes]:
    if len(pack.brands) > MAX_BRANDS or pack.looks > MAX_LOOKS:
        raise too_big(f"{MAX_BRANDS:,} brands and {MAX_LOOKS:,} looks are the most")
    check_names(brand.name for brand in pack.brands)
    looks = [look for brand in pack.brands for look in brand.looks]
    listing = [sealed({"name": brand.name, "looks": len(brand.looks)}) for brand in pack.brands]
    return {
        BRANDS: dump(listing),
        LOOKS: b"".join(dump(look_record(look)) + b"\n" for look in looks),
        PICTURES: b"".join(look.thumbnail for look in looks),
    }


def _manifest(pack: Pack, contents: Mapping[str, bytes]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "recipe": pack.recipe,
        "owner": pack.owner,
        "licence": pack.licence,
        "brands": len(pack.brands),
        "looks": pack.looks,
        "entries": {name: entry_facts(contents[name]) for name in CONTENTS},
    }
