import json

import pytest
from contract_backends import make, names_of
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.domain import Region
from braind.registry import Stage
from braind.stages.face import crop_face


@pytest.fixture(scope="module", params=names_of(Stage.FACE))
def backend(request):
    return make(Stage.FACE, request.param)


@pytest.fixture(scope="module")
def cutout():
    return cutout_of(draw_figure(empty_map(), 28, 10, 120))


class TestFaceBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_no_cutouts_give_no_faces(self, backend):
        assert backend.find_faces([]) == []

    def test_boxes_come_for_each_cutout_whatever_the_batch(self, backend, cutout):
        headless = cutout_of(draw_figure(empty_map(), 28, -40, 180))
        together = backend.find_faces([cutout, headless, cutout])
        assert len(together) == 3 and together[0] == together[2]
        assert together[1] == backend.find_faces([headless])[0]

    def test_no_face_pixel_survives_the_crop(self, backend, cutout):
        (boxes,) = backend.find_faces([cutout])
        was_face = cutout.regions == Region.FACE
        assert not crop_face(cutout, boxes).rgba[was_face].any()
