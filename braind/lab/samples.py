"""The user's photos as pictures that nets learn from: made once, kept beside the results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from braind.domain import Photo, Pixels, Reason
from braind.errors import PhotoError
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.files import put_in_place
from braind.lab.kinds import Truth
from braind.lab.pictures import Seen, Viewer
from braind.lab.shots import Shot, group_shots
from braind.labelled import Labelled
from braind.sources import read_photo
from braind.sources.decoding.pool import DecoderPool
from braind.sources.entries import failed
from braind.vocabulary import STYLES, Style

MakingEvent = Progress | PhotoFailed | PhotoExcluded
T = TypeVar("T")
FEWEST = 6  # photos of a style: two in each part, with luck


@dataclass(frozen=True, slots=True)
class Samples:
    """Pictures with labels: ``pictures`` uint8 (N, H, W, 3), ``grades`` float32 (N, K) of 0, 1, 2,
    ``shoots`` numbers (N,).
    """

    labels: tuple[Style, ...]
    pictures: Pixels
    grades: NDArray[np.float32]
    shoots: NDArray[np.intp]
    fingerprint: str

    @property
    def truth(self) -> Truth:
        """Which photos have which style, bool (N, K)."""
        return np.asarray(self.grades >= 1)


@dataclass(frozen=True, slots=True)
class Made:
    """Photos that could be used: their places among the labelled ones, and what is seen."""

    rows: NDArray[np.intp]
    pictures: Pixels
    shots: tuple[Shot, ...]
    fingerprint: str


def usable_styles(labelled: Sequence[Labelled]) -> tuple[tuple[Style, ...], tuple[Style, ...]]:
    """Styles with enough photos, and those of the labels that have too few."""
    counts = {s: sum(one.styles.get(s, False) for one in labelled) for s in STYLES}
    known = [s for s in STYLES if any(s in one.grades for one in labelled)]
    return (
        tuple(s for s in known if counts[s] >= FEWEST),
        tuple(s for s in known if counts[s] < FEWEST),
    )


def compose(labelled: Sequence[Labelled], labels: tuple[Style, ...], made: Made) -> Samples:
    """Pictures and labels together, with the shoots that the labels name or the photos tell."""
    chosen = [labelled[row] for row in made.rows]
    grades = np.array([[one.grades[s] for s in labels] for one in chosen], np.float32)
    return Samples(labels, made.pictures, grades, shoots_of(chosen, made.shots), made.fingerprint)


def shoots_of(labelled: Sequence[Labelled], shots: Sequence[Shot]) -> NDArray[np.intp]:
    """Shoot numbers (N,): those that have a name by name, the others by place and time."""
    numbers = group_shots(shots)
    names: dict[str, int] = {}
    for row, one in enumerate(labelled):
        if one.shoot:
            numbers[row] = names.setdefault(one.shoot, len(shots) + len(names))
    return numbers


def make_pictures(
    labelled: Sequence[Labelled], viewer: Viewer, folder: Path
) -> Generator[MakingEvent, None, Made]:
    """Read the photos and keep their pictures in ``folder``, a job that returns them.

    What was made before from the same files is read back.
    """
    mark = _fingerprint(labelled, viewer)
    path = folder / f"pictures-{mark}.npz"
    if not path.exists():
        made = yield from _read_all(labelled, viewer, mark)
        _save(made, path)
    return _load(path, mark)


def _read_all(
    labelled: Sequence[Labelled], viewer: Viewer, mark: str
) -> Generator[MakingEvent, None, Made]:
    rows: list[int] = []
    pictures: list[Pixels] = []
    shots: list[Shot] = []

    def keep(row: int, photo: Photo, seen: Seen) -> None:
        rows.append(row)
        pictures.append(seen.pixels)
        shots.append(Shot.of(photo, seen.ground, labelled[row].folder))

    yield from look_at(labelled, viewer.see, keep)
    stacked = np.stack(pictures) if pictures else np.zeros((0, 1, 1, 3), np.uint8)
    return Made(np.array(rows, np.intp), stacked, tuple(shots), mark)


def look_at(
    labelled: Sequence[Labelled],
    see: Callable[[Photo], T | None],
    keep: Callable[[int, Photo, T], None],
) -> Generator[MakingEvent, None, None]:
    """Read the photos in turn; ``keep`` gets place, photo and what ``see`` made of it.

    Photos that cannot be read, or show nobody, are told and left out.
    """
    decoder = DecoderPool()
    for row, one in enumerate(labelled):
        yield Progress(row, len(labelled), one.path.name)
        try:
            photo = read_photo(one.path, decoder=decoder)
        except PhotoError as error:
            yield failed(str(one.path), error)
            continue
        seen = see(photo)
        if seen is None:
            yield PhotoExcluded(str(one.path), (Reason.NOBODY,))
            continue
        keep(row, photo, seen)
    yield Progress(len(labelled), len(labelled))


def _fingerprint(labelled: Sequence[Labelled], viewer: Viewer) -> str:
    """Twelve hex digits that name the files, as they are now, and what is made of them."""
    digest = hashlib.sha256(viewer.identity.encode())
    for one in labelled:
        facts = one.path.stat()
        digest.update(f"{one.path}|{one.folder}|{facts.st_size}|{facts.st_mtime_ns}".encode())
    return digest.hexdigest()[:12]


def _save(made: Made, path: Path) -> None:
    shots = [[s.folder, s.near_hash, s.ground_hash, s.taken_at] for s in made.shots]
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.savez(file, rows=made.rows, pictures=made.pictures, shots=np.array(json.dumps(shots)))
    put_in_place(partial, path)


def _load(path: Path, mark: str) -> Made:
    with np.load(path) as stored:
        shots = tuple(Shot(*facts) for facts in json.loads(str(stored["shots"])))
        return Made(stored["rows"], stored["pictures"], shots, mark)
