"""What the training data says: photos, splits, labels, and the merged parsing classes.

The data folder is described by its own README (``ccp/`` street looks, ``garments/`` single
garments). Decoded pictures are cached once as uint8 arrays in an ignored ``runs/`` folder, so
that every epoch reads memory, not JPEG.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from braind.domain import Region

SEED = 20_24
TUNE_SHARE = 10  # one train photo in ten is kept for choosing and calibrating
TRAIN, TUNE, VAL = frozenset({"train"}), frozenset({"tune"}), frozenset({"val"})
CACHE_SIZE = (256, 384)  # width, height of the cached letterboxed look

_MERGE: dict[Region, tuple[str, ...]] = {
    Region.HAIR: ("hair",),
    Region.FACE: ("glasses", "sunglasses"),
    Region.HEADWEAR: ("hat",),
    Region.SKIN: ("skin",),
    Region.UPPER: (
        "blouse", "bodysuit", "bra", "hoodie", "intimate", "jumper", "shirt", "sweater",
        "sweatshirt", "swimwear", "t-shirt", "top",
    ),
    Region.OUTER: ("blazer", "cape", "cardigan", "coat", "jacket", "suit", "vest"),
    Region.DRESS: ("dress", "romper"),
    Region.TROUSERS: ("jeans", "pants", "panties", "shorts"),
    Region.SKIRT: ("skirt",),
    Region.LEGWEAR: ("leggings", "socks", "stockings", "tights"),
    Region.LEFT_SHOE: (
        "boots", "clogs", "flats", "heels", "loafers", "pumps", "sandals", "shoes", "sneakers",
        "wedges",
    ),
    Region.BAG: ("bag", "purse", "wallet"),
    Region.ACCESSORY: (
        "accessories", "belt", "bracelet", "earrings", "gloves", "necklace", "ring", "scarf",
        "tie", "watch",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class LookRow:
    """One annotated photo of ``ccp/``."""

    photo: str
    split: str  # "train", "tune" (a tenth of the published train split) or "val"
    has_parsing: bool
    tags: tuple[str, ...]
    labels: dict[str, str]


@dataclass(frozen=True)
class GarmentRow:
    """One garment photo; ``split`` follows the sender, never the photo."""

    image: str
    split: str
    label: str
    color: str
    pattern: str
    material: str


def _bucket(key: str, buckets: int) -> int:
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % buckets


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        yield from csv.DictReader(stream)


def load_looks(data: Path) -> list[LookRow]:
    """Every labelled look, in file order."""
    labels = {row.pop("photo"): row for row in _rows(data / "ccp/labels.csv")}
    looks = []
    for row in _rows(data / "ccp/photos.csv"):
        split = row["split"]
        if split == "train" and _bucket(row["photo"], TUNE_SHARE) == 0:
            split = "tune"
        looks.append(
            LookRow(
                row["photo"],
                split,
                row["has_parsing"] == "1",
                tuple(row["tags"].split()),
                labels[row["photo"]],
            )
        )
    return looks


def load_garments(data: Path) -> list[GarmentRow]:
    """Every usable garment photo: "Not sure", "Skip" and "Other" are dropped."""
    read = {row["image"]: row for row in _rows(data / "garments/attributes.csv")}
    rows = []
    for row in _rows(data / "garments/images.csv"):
        if row["label"] in {"Not sure", "Skip", "Other"} or row["image"] not in read:
            continue
        bucket = _bucket(row["sender_id"], TUNE_SHARE)
        split = {0: "val", 1: "tune"}.get(bucket, "train")
        seen = read[row["image"]]
        rows.append(
            GarmentRow(
                row["image"], split, row["label"], seen["color"], seen["pattern"], seen["material"]
            )
        )
    return rows


def merged_classes(data: Path) -> np.ndarray:
    """Look-up table, uint8, from a value of a parsing map to a ``Region`` value."""
    names = (data / "ccp/parsing_labels.txt").read_text(encoding="utf-8").split()
    table = np.zeros(256, np.uint8)
    for region, words in _MERGE.items():
        for word in words:
            table[names.index(word)] = region
    return table


def tag_names(data: Path) -> list[str]:
    """The tag vocabulary without its background entry."""
    return (data / "ccp/parsing_labels.txt").read_text(encoding="utf-8").split()[1:]
