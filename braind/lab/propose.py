"""Boxes of the five body classes as our parser sees them: labels for a user to correct.

The folder is what ultralytics trains from: ``images/`` and ``labels/``, each with ``train`` and
``val``, and ``dataset.yaml``. A label file has a line a box: class, centre and size as shares of
the picture. Photos without anybody get an empty file: they teach what is no body.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from braind.backends.context import BackendContext
from braind.domain import BodyPart, Box, Detection, Person, Photo, Pixels, Reason
from braind.errors import PhotoError
from braind.events import PhotoFailed, Progress
from braind.ground import hash_ground
from braind.lab.kinds import LabError, Part
from braind.lab.parts import share_out
from braind.lab.shots import Shot, group_shots
from braind.registry import EMBEDDED, Stage, create, find_backend
from braind.sources import SourceEntry, iter_entries
from braind.sources.decoding.pool import DecoderPool
from braind.sources.entries import failed
from braind.stages.person import PersonBackend

CLASSES = tuple(BodyPart)
SHARES = {Part.TRAIN: 0.8, Part.TUNE: 0.2}
FOLDERS = {Part.TRAIN: "train", Part.TUNE: "val"}  # as ultralytics calls them
DATASET = "dataset.yaml"
_QUALITY = 92
_CUT = {
    BodyPart.LEFT_FOOT: {Reason.LEFT_FOOT, Reason.HALF_BODY},
    BodyPart.RIGHT_FOOT: {Reason.RIGHT_FOOT, Reason.HALF_BODY},
    BodyPart.WHOLE_BODY: set(Reason),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A written dataset: photos by folder, boxes by class, and photos that it already had."""

    dataset: Path
    photos: dict[str, int]
    boxes: dict[BodyPart, int]
    kept: int


@dataclass(frozen=True, slots=True)
class _Marked:
    entry: SourceEntry
    name: str
    shot: Shot
    boxes: tuple[tuple[BodyPart, Box], ...]
    size: tuple[int, int]

    def text(self) -> str:
        return "".join(_line(part, box, self.size) for part, box in self.boxes)


ProposeEvent = Progress | PhotoFailed | Proposed


def propose(sources: Sequence[Path], out: Path, seed: int = 1) -> Generator[ProposeEvent]:
    """Write a dataset with proposed boxes into ``out``, a job; ``Proposed`` comes last.

    Label files that are there already are left as they are: somebody may have corrected them.
    Raises ``LabError`` when there are photos of one shoot only, ``ModelError``.
    """
    person: PersonBackend = create(find_backend(Stage.PERSON, EMBEDDED), BackendContext("cpu", 2))
    entries = list(iter_entries(sources, DecoderPool()))
    marked: list[_Marked] = []
    for number, entry in enumerate(entries):
        yield Progress(number, len(entries))
        if isinstance(entry, PhotoFailed):
            yield entry
            continue
        try:
            photo = entry.load()
        except PhotoError as error:
            yield failed(entry.label, error)
            continue
        marked.append(_mark(entry, photo, person.detect_people([photo])[0]))
    yield _write_all(_unlike(marked), out, seed)


def _mark(entry: SourceEntry, photo: Photo, found: Detection) -> _Marked:
    height, width = photo.pixels.shape[:2]
    box = found.people[0].box if found.people else Box(0, 0, 0, 0)
    return _Marked(
        entry,
        f"{Path(photo.name).stem.replace(' ', '_')}-{photo.content_hash[:8]}",
        Shot.of(photo, hash_ground(photo.pixels, box)),
        tuple(pair for person in found.people for pair in body_boxes(person)),
        (width, height),
    )


def body_boxes(person: Person) -> list[tuple[BodyPart, Box]]:
    """The boxes of a person; parts that are cut off, and a body that is not whole, have none."""
    missing = set(person.missing)
    return [
        (part, person.parts[part])
        for part in CLASSES
        if part in person.parts and not missing & _CUT.get(part, set())
    ]


def _line(part: BodyPart, box: Box, size: tuple[int, int]) -> str:
    width, height = size
    x, y = (box.left + box.right) / 2 / width, (box.top + box.bottom) / 2 / height
    place = f"{x:.6f} {y:.6f} {box.width / width:.6f} {box.height / height:.6f}"
    return f"{CLASSES.index(part)} {place}\n"


def _unlike(marked: Sequence[_Marked]) -> list[_Marked]:
    """Each picture once, however many files it is in."""
    return list({one.name.rpartition("-")[2]: one for one in marked}.values())


def _write_all(marked: Sequence[_Marked], out: Path, seed: int) -> Proposed:
    if not marked:
        raise LabError("lab_no_photos", "There is no photo to find bodies in.", "Add photos.")
    truth = np.array([[part in dict(one.boxes) for part in CLASSES] for one in marked])
    parts = share_out(truth, group_shots([one.shot for one in marked]), SHARES, seed)
    kept = 0
    for part, rows in parts.items():
        for row in rows:
            kept += _write_one(marked[row], out, FOLDERS[part])
    _write_text(out / DATASET, dataset_yaml())
    counts = {part: sum(p is part for one in marked for p, _ in one.boxes) for part in CLASSES}
    return Proposed(
        out / DATASET, {FOLDERS[part]: len(rows) for part, rows in parts.items()}, counts, kept
    )


def _write_one(one: _Marked, out: Path, folder: str) -> bool:
    """Write a picture and its labels; True when they were there."""
    if any((out / "labels" / name / f"{one.name}.txt").exists() for name in FOLDERS.values()):
        return True
    image = out / "images" / folder / f"{one.name}.jpg"
    image.parent.mkdir(parents=True, exist_ok=True)
    image.write_bytes(_jpeg(one.entry.load().pixels))
    _write_text(out / "labels" / folder / f"{one.name}.txt", one.text())
    return False


def _jpeg(pixels: Pixels) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def dataset_yaml() -> str:
    """What ultralytics reads first; paths count from its own folder."""
    names = "".join(f"  {number}: {part}\n" for number, part in enumerate(CLASSES))
    return f"train: images/train\nval: images/val\nnames:\n{names}"


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
