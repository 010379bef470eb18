"""What lies where in a pack, and how much of it there may be."""

from __future__ import annotations

from collections.abc import Iterable

from braind.packs.problems import invalid
from braind.store.names import name_key

FORMAT, VERSION = "braindpack", 1

# The first names all that is in the others; the second says what the first must be.
MANIFEST, SEAL = "manifest.json", "seal.json"
BRANDS, LOOKS, PICTURES = "brands.json", "looks.jsonl", "pictures.bin"
CONTENTS = (BRANDS, LOOKS, PICTURES)

MAX_FILE = 512 * 2**20
MAX_BRANDS = 1_000
MAX_LOOKS = 50_000
MAX_RECIPE = 64
MAX_RECORD = 16 * 2**10
MAX_LISTING = 2 * 2**20


def check_names(names: Iterable[str]) -> None:
    """Brands of a pack have names, and different ones. Raises ``PackError``."""
    keys = [name_key(name) if name else "" for name in names]
    if "" in keys or len(set(keys)) < len(keys):
        raise invalid("brands without a name of their own")
