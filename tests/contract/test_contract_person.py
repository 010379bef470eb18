import json

import numpy as np
import pytest
from contract_backends import make, names_of
from stage_fakes import empty_photo, figure_photo, photo_of

from braind.domain import BodyPart, Reason, Region
from braind.registry import Stage


@pytest.fixture(scope="module", params=names_of(Stage.PERSON))
def backend(request):
    return make(Stage.PERSON, request.param)


class TestPersonBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_no_photos_give_no_detections(self, backend):
        assert backend.detect_people([]) == []

    def test_one_detection_a_photo_whatever_the_batch(self, backend):
        photos = [figure_photo(), empty_photo(), figure_photo()]
        together = backend.detect_people(photos)
        alone = [backend.detect_people([photo])[0] for photo in photos]
        assert [d.reasons for d in together] == [d.reasons for d in alone]
        assert [len(d.people) for d in together] == [len(d.people) for d in alone]

    def test_an_empty_wall_shows_nobody(self, backend):
        (detection,) = backend.detect_people([empty_photo()])
        assert detection.reasons == (Reason.NOBODY,) and not detection.people

    @pytest.mark.parametrize("shape", [(40, 30), (900, 200), (200, 900)])
    def test_any_shape_is_taken(self, backend, shape):
        noise = np.random.default_rng(0).integers(0, 255, (*shape, 3)).astype(np.uint8)
        (detection,) = backend.detect_people([photo_of(noise)])
        self.check(detection, shape)

    def test_boxes_and_maps_fit_the_photo(self, backend):
        photo = figure_photo()
        (detection,) = backend.detect_people([photo])
        self.check(detection, photo.pixels.shape)

    def check(self, detection, shape):
        assert detection.is_whole_body == (not detection.reasons)
        for person in detection.people:
            assert 0 <= person.score <= 1
            assert person.is_whole == (not person.missing)
            for box in (person.box, *person.parts.values()):
                assert 0 <= box.left < box.right <= shape[1]
                assert 0 <= box.top < box.bottom <= shape[0]
            assert person.parts[BodyPart.WHOLE_BODY] == person.box
            if person.regions is not None:
                assert person.regions.shape == person.alpha.shape
                assert person.regions.dtype == np.uint8 and person.regions.max() < len(Region)
                assert person.alpha.dtype == np.float32
                assert person.alpha.min() >= 0 and person.alpha.max() <= 1
