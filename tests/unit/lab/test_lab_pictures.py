from __future__ import annotations

import numpy as np

from braind.domain import Region
from braind.events import PhotoExcluded
from braind.ground import hash_ground
from braind.lab.kinds import View
from braind.lab.pictures import Viewer
from braind.lab.samples import compose, make_pictures, usable_styles
from braind.labelled import read_labels
from braind.sources import read_photo
from braind.stages.style import GROUND
from braind.vocabulary import Style


def _finish(job):
    events = []
    try:
        while True:
            events.append(next(job))
    except StopIteration as end:
        return events, end.value


def test_the_cutout_has_neither_face_nor_ground(drawn_photos):
    photo = read_photo(drawn_photos / "chic" / "may" / "chic-0.png")
    seen = Viewer((64, 128), View.CUTOUT).see(photo)
    assert seen.pixels.shape == (128, 64, 3) and seen.regions.shape == (128, 64)
    faces, outside = seen.regions == Region.FACE, seen.regions == Region.BACKGROUND
    assert faces.sum() > 5  # where the face was is known still
    off = np.abs(seen.pixels.astype(int) - GROUND).max(axis=2)
    assert np.median(off[faces]) <= 2 and np.median(off[outside]) <= 2
    assert np.median(off[seen.regions >= Region.UPPER]) > 8


def test_the_photo_is_seen_whole(drawn_photos):
    photo = read_photo(drawn_photos / "chic" / "may" / "chic-0.png")
    viewer = Viewer((64, 128), View.PHOTO)
    seen = viewer.see(photo)
    person = viewer.largest(photo)
    assert seen.ground == hash_ground(photo.pixels, person.box)
    figure = seen.regions > 0
    rows = np.flatnonzero(figure.any(axis=1))
    width, height = photo.size
    scale = min(64 / width, 128 / height)
    top = (128 - height * scale) / 2 + person.box.top * scale
    assert abs(rows[0] - top) <= 2


def test_pictures_are_made_once_and_shoots_follow_the_folders(drawn_photos, tmp_path):
    labelled = read_labels(drawn_photos)
    viewer = Viewer((32, 64), View.CUTOUT)
    events, made = _finish(make_pictures(labelled, viewer, tmp_path))
    assert not any(isinstance(event, PhotoExcluded) for event in events)
    again, same = _finish(make_pictures(labelled, viewer, tmp_path))
    assert again == [] and np.array_equal(same.pictures, made.pictures)
    samples = compose(labelled, (Style.CASUAL, Style.CHIC), same)
    assert samples.truth.sum(axis=0).tolist() == [8, 8]
    for one, other in ((0, 2), (1, 3)):  # april is no may
        assert samples.shoots[one] != samples.shoots[other]


def test_rare_styles_are_named(drawn_photos):
    usable, rare = usable_styles(read_labels(drawn_photos)[:12])
    assert usable == (Style.CASUAL,) and rare == (Style.CHIC,)
