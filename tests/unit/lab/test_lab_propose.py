from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from braind.domain import BodyPart, Box, Person, Reason
from braind.events import PhotoFailed
from braind.lab.kinds import LabError
from braind.lab.propose import CLASSES, Proposed, body_boxes, propose


def _boxes(path):
    rows = [line.split() for line in path.read_text().splitlines()]
    return {CLASSES[int(number)]: tuple(map(float, place)) for number, *place in rows}


@pytest.fixture(scope="module")
def dataset(drawn_photos, tmp_path_factory):
    out = tmp_path_factory.mktemp("dataset")
    *_, made = propose([drawn_photos / "chic"], out)
    return made


def test_a_dataset_has_a_label_file_a_photo(dataset):
    home = dataset.dataset.parent
    assert sum(dataset.photos.values()) == 8 and min(dataset.photos.values()) > 0
    for name, count in dataset.photos.items():
        images = sorted(path.stem for path in (home / "images" / name).iterdir())
        labels = sorted(path.stem for path in (home / "labels" / name).iterdir())
        assert images == labels and len(images) == count
    assert "4: whole_body" in dataset.dataset.read_text()


def test_boxes_lie_where_a_body_has_its_parts(dataset):
    files = [p for p in dataset.dataset.parent.glob("labels/*/*.txt") if len(_boxes(p)) == 5]
    assert len(files) >= 4  # most drawn figures are whole
    for file in files:
        boxes = _boxes(file)
        assert all(0 <= value <= 1 for box in boxes.values() for value in box)
        assert boxes[BodyPart.UPPER_BODY][1] < boxes[BodyPart.LOWER_BODY][1]
        assert boxes[BodyPart.LOWER_BODY][1] < boxes[BodyPart.LEFT_FOOT][1]
        assert boxes[BodyPart.RIGHT_FOOT][0] < boxes[BodyPart.LEFT_FOOT][0]


def test_corrected_labels_are_left_alone(drawn_photos, dataset):
    file = next(dataset.dataset.parent.glob("labels/train/*.txt"))
    file.write_text("4 0.5 0.5 0.5 0.9\n")
    *_, again = propose([drawn_photos / "chic"], dataset.dataset.parent)
    assert again.kept == 8
    assert file.read_text() == "4 0.5 0.5 0.5 0.9\n"


def test_a_bad_photo_is_told_and_an_empty_one_teaches_nobody(drawn_photos, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.jpg").write_bytes(b"\xff\xd8 no more")
    noise = np.random.default_rng(1).integers(0, 255, (96, 64, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "in" / "wall.png")
    sources = [tmp_path / "in", *sorted((drawn_photos / "chic" / "may").iterdir())]
    events = list(propose(sources, tmp_path / "out"))
    assert [e.path.endswith("broken.jpg") for e in events if isinstance(e, PhotoFailed)] == [True]
    assert isinstance(events[-1], Proposed)
    (wall,) = (tmp_path / "out" / "labels").glob("*/wall-*.txt")
    assert wall.read_text() == ""


def test_no_photos_are_told(tmp_path):
    with pytest.raises(LabError, match="no photo"):
        list(propose([tmp_path], tmp_path / "out"))


def test_what_is_cut_off_has_no_box():
    box = Box(0, 0, 1, 1)
    person = Person(box, dict.fromkeys(BodyPart, box), (Reason.LEFT_FOOT,), 1.0, box)
    assert [part for part, _ in body_boxes(person)] == [
        BodyPart.RIGHT_FOOT, BodyPart.LOWER_BODY, BodyPart.UPPER_BODY,
    ]  # fmt: skip
