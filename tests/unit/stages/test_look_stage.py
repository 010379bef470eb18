from dataclasses import replace
from io import BytesIO

import numpy as np
from PIL import Image
from stage_fakes import cutout_of, draw_figure, empty_map, figure_photo

from braind.domain import Box, Person, Reason, Region, StyleScores
from braind.ground import hash_ground
from braind.stages.face import crop_face, parsed_faces
from braind.stages.look import compose_look, thumbnail


def decoded(webp):
    return np.asarray(Image.open(BytesIO(webp)).convert("RGB"))


def test_a_thumbnail_is_small_and_on_paper():
    picture = decoded(thumbnail(cutout_of(draw_figure(empty_map(), 28, 10, 120))))
    assert picture.shape[0] == 240 and picture.shape[1] <= 240
    assert np.abs(picture[2, 2].astype(int) - (0xF4, 0xF2, 0xEE)).max() <= 4


def test_no_face_reaches_the_thumbnail():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    picture = decoded(thumbnail(crop_face(cutout, parsed_faces(cutout)))).astype(int)
    face = np.asarray(
        Image.fromarray(((cutout.regions == Region.FACE) * 255).astype(np.uint8)).resize(
            picture.shape[1::-1]
        )
    )
    assert np.abs(picture[face > 200] - (0xF4, 0xF2, 0xEE)).max() <= 12


def test_a_look_carries_where_it_came_from():
    photo = replace(figure_photo("가을/룩 01.jpg"), taken_at=1_700_000_000)
    cutout = cutout_of(empty_map(20, 20))
    person = Person(Box(1, 2, 3, 4), {}, (Reason.LEFT_FOOT,), 1.0, Box(1, 2, 3, 4))
    look = compose_look(
        photo, person, cutout, StyleScores(np.zeros(7, np.float32)), (), (), "cafe", index=1
    )
    assert (look.path, look.photo_hash) == (photo.path, photo.content_hash)
    assert (look.recipe, look.person, look.reasons) == ("cafe", 1, (Reason.LEFT_FOOT,))
    assert look.box == person.box and look.thumbnail
    assert look.taken_at == photo.taken_at
    assert look.ground_hash == hash_ground(photo.pixels, person.box) != 0


def test_a_thumbnail_tells_nothing_of_the_photo():
    """Neither when nor before what ground it was taken: no EXIF data, no other notes."""
    webp = Image.open(BytesIO(thumbnail(cutout_of(draw_figure(empty_map(), 28, 10, 120)))))
    assert not webp.getexif() and not {"exif", "xmp", "icc_profile", "comment"} & set(webp.info)
