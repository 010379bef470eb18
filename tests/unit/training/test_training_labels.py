"""Derived labels, splits and calibration: the parts of training that need no torch."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from braind.domain import Region
from braind.training.cache import mark_face, split_shoes
from braind.training.dataset import load_garments, load_looks, merged_classes


def _map(*shoes: tuple[slice, slice]) -> np.ndarray:
    regions = np.zeros((40, 30), np.uint8)
    for shoe in shoes:
        regions[shoe] = Region.LEFT_SHOE
    return regions


def test_two_shoes_are_told_apart_by_the_wearer() -> None:
    regions = _map((slice(30, 36), slice(4, 10)), (slice(30, 36), slice(18, 26)))
    split_shoes(regions)
    assert regions[32, 6] == Region.RIGHT_SHOE  # the viewer's left is the wearer's right
    assert regions[32, 20] == Region.LEFT_SHOE


def test_shoes_that_touch_are_split_in_the_middle() -> None:
    regions = _map((slice(30, 36), slice(8, 20)))
    split_shoes(regions)
    assert (regions == Region.RIGHT_SHOE).sum() == (regions == Region.LEFT_SHOE).sum()


def test_no_shoes_change_nothing() -> None:
    regions = _map()
    split_shoes(regions)
    assert not regions.any()


def test_only_skin_inside_the_face_box_becomes_face() -> None:
    regions = np.full((100, 60), Region.SKIN, np.uint8)
    regions[20:30] = Region.UPPER
    mark_face(regions, (20.0, 5.0, 40.0, 40.0))
    assert regions[10, 30] == Region.FACE
    assert regions[25, 30] == Region.UPPER
    assert regions[80, 30] == Region.SKIN


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_a_tenth_of_train_is_kept_for_tuning_and_val_is_untouched(tmp_path: Path) -> None:
    names = [f"{i:04}" for i in range(400)]
    _write(
        tmp_path / "ccp/photos.csv",
        [
            {
                "photo": name,
                "split": "train" if i % 8 else "val",
                "has_parsing": "0",
                "tags": "hair coat",
            }
            for i, name in enumerate(names)
        ],
    )
    _write(tmp_path / "ccp/labels.csv", [{"photo": n, "casual": "1"} for n in names])
    looks = load_looks(tmp_path)
    assert sum(look.split == "val" for look in looks) == 50
    assert 15 <= sum(look.split == "tune" for look in looks) <= 60
    assert looks == load_looks(tmp_path)
    assert looks[0].tags == ("hair", "coat")


def test_a_sender_is_in_one_split_only(tmp_path: Path) -> None:
    rows = [
        {"image": f"i{i}", "sender_id": str(i % 60), "label": "Dress", "kids": "False"}
        for i in range(600)
    ]
    _write(tmp_path / "garments/images.csv", [*rows, {**rows[0], "image": "x", "label": "Skip"}])
    read = [
        {"image": r["image"], "color": "red", "pattern": "solid", "material": "cotton"}
        for r in [*rows, {"image": "x"}]
    ]
    _write(tmp_path / "garments/attributes.csv", read)
    garments = load_garments(tmp_path)
    assert len(garments) == 600
    senders: dict[int, set[str]] = {}
    for garment in garments:
        senders.setdefault(int(garment.image[1:]) % 60, set()).add(garment.split)
    assert all(len(splits) == 1 for splits in senders.values())
    assert {g.split for g in garments} == {"train", "tune", "val"}


def test_every_word_of_the_published_maps_has_a_class() -> None:
    data = Path(__file__).parents[4] / "shared/data"
    if not (data / "ccp/parsing_labels.txt").exists():
        pytest.skip("the training data is not on this machine")
    table = merged_classes(data)
    words = (data / "ccp/parsing_labels.txt").read_text().split()
    assert table[0] == Region.BACKGROUND
    assert all(table[1 : len(words)] > 0)
