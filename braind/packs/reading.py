"""A pack from its file, every byte of it judged: packs come from strangers.

The order of judging: how long the file is; the frame of the container; the manifest and its seal;
whether this version and recipe can be used at all; the hashes of the contents; their records. All
that goes wrong is a ``PackError``.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from braind.errors import PackError
from braind.events import Progress
from braind.packs.container import split_entries
from braind.packs.kinds import Pack, PackBrand, PackLook
from braind.packs.layout import (
    BRANDS,
    CONTENTS,
    FORMAT,
    LOOKS,
    MANIFEST,
    MAX_BRANDS,
    MAX_FILE,
    MAX_LISTING,
    MAX_LOOKS,
    MAX_RECIPE,
    MAX_RECORD,
    PICTURES,
    SEAL,
    VERSION,
    check_names,
)
from braind.packs.problems import damaged, invalid, too_big
from braind.packs.records import read_look
from braind.packs.signing import check_signature
from braind.packs.strict import (
    Record,
    count,
    digest,
    entry_facts,
    fields,
    hexadecimal,
    items,
    load,
    text,
    unsealed,
)
from braind.packs.texts import LICENCE_LENGTH, NAME_LENGTH, OWNER_LENGTH

# Looks between two reports of progress.
_STEP = 50

Entries = Mapping[str, memoryview]


def read_pack(file: Path, recipe: str) -> Generator[Progress, None, Pack]:
    """Read the pack of a file, if it was made with the models of ``recipe``: a job.

    Looking at thumbnails takes its time, some half a second for a thousand of them.
    Raises ``PackError``: pack_unreadable, pack_foreign, pack_too_big, pack_damaged, pack_invalid,
    pack_newer, pack_other_recipe, pack_signature_wrong or pack_signing_missing.
    """
    entries = split_entries(_read_file(file))
    manifest, signer = _read_manifest(entries, recipe)
    for name in CONTENTS:
        if manifest["entries"][name] != entry_facts(entries[name]):
            raise damaged()
    brands = yield from _read_brands(entries, manifest)
    pack_id = digest(entries[MANIFEST])
    return Pack(recipe, brands, manifest["owner"], manifest["licence"], pack_id, signer)


def _read_file(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            # Never more than is there: a read sets aside all the room that it is asked for.
            data = source.read(size) if size <= MAX_FILE else None
    except OSError as error:
        raise PackError(
            "pack_unreadable",
            f"“{file}” cannot be read ({error.strerror}).",
            "Check the path, and that you may open the file.",
            path=str(file),
        ) from error
    if data is None:
        raise too_big(f"it has more than {MAX_FILE // 2**20} MB")
    return data


def _read_manifest(entries: Entries, recipe: str) -> tuple[Record, str]:
    """The manifest, and who signed it."""
    if next(iter(entries)) != MANIFEST:
        raise PackError("pack_foreign", "The ZIP file is not a brand pack.", "Choose another file.")
    manifest = load(entries[MANIFEST], MAX_RECORD)
    _check_version(manifest)
    if tuple(entries) != (MANIFEST, SEAL, *CONTENTS):
        raise damaged()
    signer = _check_seal(bytes(entries[MANIFEST]), load(entries[SEAL], MAX_RECORD))
    record = fields(
        manifest, "format", "version", "recipe", "owner", "licence", "brands", "looks", "entries"
    )
    fields(record["entries"], *CONTENTS)
    count(record["brands"], MAX_BRANDS, "its number of brands")
    count(record["looks"], MAX_LOOKS, "its number of looks")
    text(record["owner"], OWNER_LENGTH, "its owner")
    text(record["licence"], LICENCE_LENGTH, "its licence")
    if text(record["recipe"], MAX_RECIPE, "its recipe") != recipe:
        raise PackError(
            "pack_other_recipe",
            "The pack was made with other models than yours, so its looks cannot be compared.",
            "Ask its owner for a pack made with the same version of BRAIND and the same models, "
            "or for the photos, and analyse those yourself.",
            theirs=record["recipe"],
            ours=recipe,
        )
    return record, signer


def _check_version(manifest: object) -> None:
    """Asked before anything else, as all else may differ in a later version."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise PackError("pack_foreign", "The ZIP file is not a brand pack.", "Choose another file.")
    version = manifest.get("version")
    if type(version) is int and version > VERSION:
        raise PackError(
            "pack_newer", "The pack was made by a newer BRAIND.", "Update the app to open it."
        )
    if version != VERSION or type(version) is not int:
        raise invalid("its version")


def _check_seal(manifest: bytes, value: object) -> str:
    """The public key of whoever signed the manifest, or an empty text."""
    seal = fields(value, "manifest", "key", "signature")
    if seal["manifest"] != digest(manifest):
        raise damaged()
    if seal["key"] is None and seal["signature"] is None:
        return ""
    key = hexadecimal(seal["key"], 64, "a signer's key")
    check_signature(manifest, key, hexadecimal(seal["signature"], 128, "a signature"))
    return key


def _read_brands(
    entries: Entries, manifest: Record
) -> Generator[Progress, None, tuple[PackBrand, ...]]:
    listing = items(load(entries[BRANDS], MAX_LISTING), MAX_BRANDS, "its brands")
    named = [_read_name(value) for value in listing]
    check_names(name for name, _ in named)
    lines = _lines(entries[LOOKS])
    said = manifest["brands"], manifest["looks"]
    if said != (len(named), len(lines)) or len(lines) != sum(number for _, number in named):
        raise invalid("its number of looks")
    pictures = entries[PICTURES]
    brands: list[PackBrand] = []
    done = 0
    for name, number in named:
        looks: list[PackLook] = []
        for place, line in enumerate(lines[done : done + number], done):
            if place % _STEP == 0:
                yield Progress(place, len(lines), name)
            look, used = read_look(load(line, MAX_RECORD), len(looks), pictures)
            looks.append(look)
            pictures = pictures[used:]
        _check_order(looks)
        brands.append(PackBrand(name, tuple(looks)))
        done += number
    if len(pictures):
        raise invalid("pictures of no look")
    yield Progress(done, done)
    return tuple(brands)


def _lines(records: memoryview) -> list[bytes]:
    """One record a line. The last line ends like the others, or it was cut."""
    *lines, rest = bytes(records).split(b"\n", MAX_LOOKS)
    if rest:
        raise invalid("its number of looks")
    return lines


def _read_name(value: object) -> tuple[str, int]:
    record = unsealed(value, "name", "looks")
    name = text(record["name"], NAME_LENGTH, "a brand's name")
    number = count(record["looks"], MAX_LOOKS, "its number of looks")
    if not number:
        raise invalid("a brand without looks")
    return name, number


def _check_order(looks: Sequence[PackLook]) -> None:
    """A pack has one order of looks, no look twice, and numbers that point at first looks."""
    places = [(look.lookbook, look.id) for look in looks]
    if places != sorted(places) or len({look.id for look in looks}) < len(looks):
        raise invalid("looks twice or out of order")
    for look in looks:
        photo, shoot = looks[look.photo], looks[look.shoot]
        if (photo.photo, shoot.shoot) != (look.photo, look.shoot):
            raise invalid("the number of a photo or a shoot")
