import json

import numpy as np
import pytest
from contract_backends import make, names_of
from stage_fakes import FakePerson, figure_photo

from braind.registry import Stage


@pytest.fixture(scope="module", params=names_of(Stage.CUTOUT))
def backend(request):
    return make(Stage.CUTOUT, request.param)


class TestCutoutBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_nobody_gives_nothing(self, backend):
        assert backend.cut_out(figure_photo(), []) == []

    def test_the_person_is_opaque_and_the_wall_is_clear(self, backend):
        photo = figure_photo()
        people = FakePerson().detect_people([photo])[0].people
        (cutout,) = backend.cut_out(photo, people)
        assert cutout.rgba.dtype == np.uint8 and cutout.rgba.shape[2] == 4
        assert cutout.regions.shape == cutout.rgba.shape[:2] and not cutout.faces
        height, width = photo.pixels.shape[:2]
        assert 0 <= cutout.box.left < cutout.box.right <= width
        assert 0 <= cutout.box.top < cutout.box.bottom <= height
        alpha = cutout.rgba[..., 3]
        assert np.median(alpha[cutout.regions > 0]) == 255
        assert np.median(alpha[cutout.regions == 0]) == 0

    def test_the_same_photo_gives_the_same_cutout(self, backend):
        photo = figure_photo()
        people = FakePerson().detect_people([photo])[0].people
        one, other = (backend.cut_out(photo, people)[0] for _ in range(2))
        assert (one.rgba == other.rgba).all()
