"""Looks with secrets in every field that a pack must not hold, and packs tampered with."""

from __future__ import annotations

import json
from io import BytesIO

import numpy as np
from engine_fakes import fake_words
from PIL import Image

from braind.domain import Answer, Box, Look, Reason, StyleScores, Swatch
from braind.packs import Pack, gather_brand, read_pack
from braind.packs.container import join_entries, split_entries
from braind.packs.layout import BRANDS, CONTENTS, LOOKS, MANIFEST, SEAL
from braind.packs.strict import digest, dump, entry_facts, sealed
from braind.vocabulary import ANSWERS, COLORS, QUESTIONS

RECIPE = "recipe-one"
CANARY = "CANARY"


def picture(number=0, size=(60, 90), **options):
    """A WebP of coloured blocks."""
    blocks = np.random.default_rng(number).integers(0, 256, (9, 6, 3), np.uint8)
    out = BytesIO()
    Image.fromarray(blocks).resize(size).save(out, "WEBP", **options)
    return out.getvalue()


def look(number, **changes):
    """Look ``number``, of a photo whose every trace says so."""
    rng = np.random.default_rng(number)
    fields = {
        "photo_hash": f"{0xDEADBEEF:064x}",
        "path": f"/home/{CANARY}/{CANARY} {number}.jpg",
        "styles": StyleScores(rng.random(7, dtype=np.float32)),
        "answers": tuple(
            Answer(q, str(rng.choice(ANSWERS[q])), float(rng.random())) for q in QUESTIONS
        ),
        "palette": tuple(
            Swatch(f"#{int(rng.integers(1 << 24)):06x}", str(name), float(rng.random()))
            for name in rng.choice(COLORS[:10], 3, replace=False)
        ),
        "recipe": RECIPE,
        "box": Box(7, 7, 77, 77),
        "reasons": (Reason.LEFT_FOOT,) if number % 3 == 0 else (),
        "near_hash": int(rng.integers(1, 1 << 63)),
        "id": number,
        "lookbook_id": number % 2,
        "taken_at": 1_700_000_000 + 100_000 * number,
    }
    return Look(**(fields | changes))


def gathered(name, looks, lookbooks=None, pictures=None):
    return gather_brand(name, looks, lookbooks or {}, pictures or {}, fake_words())


def opened(file, recipe=RECIPE):
    """The pack that reading a file ends with."""
    return finished(read_pack(file, recipe))[0]


def finished(job):
    """What a job returned, and what it told before."""
    told = []
    while True:
        try:
            told.append(next(job))
        except StopIteration as end:
            return end.value, told


def sample_pack(**changes):
    """Two brands, seven looks, all but one with a thumbnail."""
    moss = [look(n) for n in range(1, 5)]
    nord = [look(n) for n in range(11, 14)]
    pictures = {one.id: picture(one.id) for one in [*moss, *nord[1:]]}
    brands = [
        gathered("Moss", moss, {1: "2025 FW"}, pictures),
        gathered("오월상점", nord, {1: "SS24"}, pictures),
    ]
    return Pack(RECIPE, tuple(brands), **{"owner": "Moss Ltd", "licence": "CC BY 4.0"} | changes)


def tampered(data, change):
    """The pack after ``change(parts)``, all hashes made anew, as a skilled forger would.

    ``parts`` has manifest, brands and looks as values, and pictures as bytes.
    """
    entries = {name: bytes(body) for name, body in split_entries(data).items()}
    parts = {
        "manifest": json.loads(entries[MANIFEST]),
        "brands": json.loads(entries[BRANDS]),
        "looks": [json.loads(line) for line in entries[LOOKS].splitlines()],
        "pictures": entries[CONTENTS[2]],
    }
    change(parts)
    bodies = (
        dump([_resealed(brand) for brand in parts["brands"]]),
        b"".join(dump(_resealed(one)) + b"\n" for one in parts["looks"]),
        parts["pictures"],
    )
    contents = dict(zip(CONTENTS, bodies, strict=True))
    told = {"entries": {name: entry_facts(body) for name, body in contents.items()}}
    manifest = dump({**told, **{k: v for k, v in parts["manifest"].items() if k != "entries"}})
    return rewrapped({MANIFEST: manifest, SEAL: entries[SEAL], **contents})


def rewrapped(entries):
    """A container with a seal for its manifest."""
    seal = json.loads(entries[SEAL]) | {"manifest": digest(entries[MANIFEST])}
    return b"".join(join_entries({**entries, SEAL: dump(seal)}))


def _resealed(record):
    if not isinstance(record, dict):
        return record
    return sealed({name: value for name, value in record.items() if name != "sha256"})
