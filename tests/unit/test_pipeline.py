from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from stage_fakes import (
    PAINT,
    FakeCutout,
    FakeFace,
    FakePerson,
    FakeStyle,
    FakeVisual,
    FakeVqa,
    draw_figure,
    empty_map,
    empty_photo,
    figure_photo,
    paint,
    photo_of,
)

from braind.domain import Detection, Reason, Region
from braind.pipeline import Backends, Pipeline
from braind.vocabulary import QUESTIONS


class CountingPerson(FakePerson):
    def __init__(self):
        self.batches = []

    def detect_people(self, photos):
        self.batches.append(len(photos))
        return super().detect_people(photos)


class TwoPeople(FakePerson):
    """Every person twice."""

    def detect_people(self, photos):
        found = super().detect_people(photos)
        return [Detection(d.people * 2, (Reason.SEVERAL_PEOPLE,)) for d in found]


def pipeline(words="words-1", **changes):
    backends = Backends(FakePerson(), FakeCutout(), FakeFace(), FakeStyle(), FakeVqa())
    return Pipeline(replace(backends, **changes), words)


def half_body():
    return photo_of(paint(draw_figure(empty_map(), 28, 10, 200)), "half.png")


def test_an_analysis_a_photo_in_the_given_order():
    photos = [figure_photo("a"), empty_photo("b"), figure_photo("c"), half_body()]
    found = list(pipeline().analyze(photos, batch=3))
    assert [a.photo.path for a in found] == ["a", "b", "c", "half.png"]
    assert [len(a.looks) for a in found] == [1, 0, 1, 0]
    assert found[1].detection.reasons == (Reason.NOBODY,)
    assert found[3].detection.reasons == (Reason.HALF_BODY,)


def test_photos_are_drawn_a_batch_at_a_time():
    drawn = []

    def source():
        for i in range(5):
            drawn.append(i)
            yield figure_photo(str(i))

    person = CountingPerson()
    analyses = pipeline(person=person).analyze(source(), batch=2)
    next(analyses)
    assert drawn == [0, 1]
    list(analyses)
    assert person.batches == [2, 2, 1]


class SmallMemory(CountingPerson):
    """Fails for more than two photos at once."""

    def detect_people(self, photos):
        found = super().detect_people(photos)
        if len(photos) > 2:
            raise MemoryError
        return found


def test_a_batch_that_does_not_fit_is_halved_and_the_work_goes_on():
    person = SmallMemory()
    photos = [figure_photo(str(i)) for i in range(7)]
    found = list(pipeline(person=person).analyze(iter(photos), batch=4))
    assert [analysis.photo.path for analysis in found] == [str(i) for i in range(7)]
    assert person.batches == [4, 2, 2, 2, 1]


def test_a_look_is_read_from_the_cutout_without_its_face():
    (analysis,) = pipeline().analyze([figure_photo()])
    (one,) = analysis.looks
    assert one.cutout.faces
    assert not (one.cutout.rgba[..., :3] == PAINT[Region.FACE]).all(axis=2).any()
    assert tuple(answer.question for answer in one.answers) == QUESTIONS
    assert one.styles.values.shape == (7,)
    assert sum(swatch.share for swatch in one.palette) == pytest.approx(1, abs=1e-3)


def test_every_stage_is_timed():
    (analysis,) = pipeline().analyze([figure_photo()])
    assert set(analysis.timings_ms) == {"person", "cutout", "face", "style", "vqa", "palette"}
    assert all(spent >= 0 for spent in analysis.timings_ms.values())


def test_half_bodies_are_read_when_asked():
    (analysis,) = pipeline().analyze([half_body()], accept_partial=True)
    (one,) = analysis.looks
    assert one.person.missing == (Reason.HALF_BODY,)


@pytest.mark.parametrize(("several", "indexes"), [("largest", [0]), ("each", [0, 1])])
def test_several_people_give_the_largest_or_each(several, indexes):
    (analysis,) = pipeline(person=TwoPeople()).analyze([figure_photo()], several=several)
    assert [one.index for one in analysis.looks] == indexes
    assert analysis.detection.reasons == (Reason.SEVERAL_PEOPLE,)


def test_a_look_has_a_recipe_and_a_thumbnail():
    line = pipeline(person=TwoPeople())
    (analysis,) = line.analyze([figure_photo("b.jpg")], several="each")
    look = line.make_look(analysis, 1)
    assert (look.recipe, look.person, look.path) == (line.recipe, 1, "b.jpg")
    picture = np.asarray(Image.open(BytesIO(look.thumbnail)).convert("RGB")).astype(int)
    assert (np.abs(picture - PAINT[Region.FACE]).max(axis=2) < 10).sum() == 0


def test_the_recipe_names_what_decides_a_vector():
    assert pipeline().recipe == pipeline().recipe
    assert len(pipeline().recipe) == 16 and int(pipeline().recipe, 16) >= 0
    others = {pipeline("words-2").recipe, pipeline(style=FakeStyle("b")).recipe}
    assert len({pipeline().recipe, *others}) == 3


def test_a_visual_block_is_in_the_look_the_timings_and_the_recipe():
    line = pipeline(visual=FakeVisual())
    (analysis,) = line.analyze([figure_photo()])
    assert "visual" in analysis.timings_ms
    look = line.make_look(analysis)
    assert look.visual is analysis.looks[0].visual and look.visual.shape == (768,)
    assert line.recipe != pipeline().recipe


def test_without_the_block_a_recipe_says_nothing_of_it():
    backends = Backends(FakePerson(), FakeCutout(), FakeFace(), FakeStyle(), FakeVqa())
    assert "visual" not in backends.identities()
