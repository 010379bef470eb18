import numpy as np
import pytest
from stage_fakes import (
    cutout_of,
    draw_figure,
    empty_map,
    empty_photo,
    figure_photo,
    logits_of,
)

from braind.backends.onnx_look import OnnxLook
from braind.backends.onnx_person import OnnxPerson
from braind.backends.onnx_vqa import OnnxVqa
from braind.closeup import strips_beside
from braind.domain import Photo, Reason, Region
from braind.stages.vqa import CROP_SIZE
from braind.vocabulary import LOWER_ITEMS, MATERIALS, UPPER_ITEMS


class FakeNet:
    """A session that answers by a function and remembers its batches."""

    sha256 = "ab" * 32

    def __init__(self, answer):
        self.answer, self.batches = answer, []

    def run(self, feeds):
        self.batches.append(feeds["image"].shape)
        assert feeds["image"].dtype == np.uint8
        return self.answer(feeds)


def parser_answer(feeds):
    """Dark or coloured pixels are a person in a red upper garment."""
    pictures = feeds["image"][:, ::2, ::2]
    maps = np.where((pictures.max(axis=3) - pictures.min(axis=3)) > 20, Region.UPPER, 0)
    there = maps.any(axis=(1, 2))
    return {
        "regions": np.stack([logits_of(m) for m in maps]),
        "people": np.stack([[1 - t, t, 0] for t in there]).astype(np.float32),
        "parts": np.ones((len(maps), 5), np.float32),
    }


def test_photos_go_through_the_parser_in_small_batches_and_keep_their_order():
    net = FakeNet(parser_answer)
    photos = [figure_photo(), empty_photo(), figure_photo(), empty_photo(), figure_photo()]
    found = OnnxPerson(net).detect_people(photos)
    assert [len(detection.people) for detection in found] == [1, 0, 1, 0, 1]
    assert found[1].reasons == (Reason.NOBODY,)
    assert sum(shape[0] for shape in net.batches) == 5
    assert {shape[1:] for shape in net.batches} == {(288, 192, 3)}
    assert found[0].people[0].box.top == pytest.approx(50, abs=8)


def test_who_is_small_in_a_photo_is_looked_at_again_from_near():
    net, small = FakeNet(parser_answer), figure_photo()
    wide = np.full((2 * small.pixels.shape[0], 4 * small.pixels.shape[1], 3), 200, np.uint8)
    top, left = 300, 100
    height, width = small.pixels.shape[:2]
    wide[top : top + height, left : left + width] = small.pixels
    photo = Photo("wide", "", wide, (wide.shape[1], wide.shape[0]))
    (detection,) = OnnxPerson(net).detect_people([photo])
    strips = strips_beside(detection.people, photo.size, (192, 288))
    assert len(strips) >= 2  # of the wall, where nobody is
    assert [shape[0] for shape in net.batches] == [1] * (2 + len(strips))
    (alone,) = OnnxPerson(FakeNet(parser_answer)).detect_people([small])
    (person,), expected = detection.people, alone.people[0].box
    assert person.box.top - top == pytest.approx(expected.top, abs=8)
    assert person.box.left - left == pytest.approx(expected.left, abs=8)
    assert person.regions.shape[0] > 100  # rows: as many as a photo of the person alone has


def test_two_photos_side_by_side_show_two_people():
    one = figure_photo().pixels
    height, width = one.shape[:2]
    wall = np.full((height, width, 3), 200, np.uint8)
    wide = np.concatenate([one, wall, wall, one], axis=1)

    def sees_the_left_of_what_is_wide(feeds):
        pictures = feeds["image"].copy()
        seen = (
            np.abs(pictures.astype(int) - 114).max((1, 3)) > 0
        )  # what is not letterbox, by column
        if (pictures[:, 20] == 114).all():
            pictures[:, :, seen.shape[1] // 2 :] = 114
        return parser_answer({"image": pictures})

    photo = Photo("wide", "", wide, (wide.shape[1], wide.shape[0]))
    (detection,) = OnnxPerson(FakeNet(sees_the_left_of_what_is_wide)).detect_people([photo])
    assert detection.reasons == (Reason.SEVERAL_PEOPLE,)
    first, second = sorted(detection.people, key=lambda person: person.box.left)
    assert second.box.left - first.box.left == pytest.approx(3 * width, abs=12)


def garments_answer(feeds):
    """Surely a hoodie above and a skirt below; the other side's words have no probability."""
    items = np.zeros((len(feeds["side"]), len(UPPER_ITEMS) + len(LOWER_ITEMS)), np.float32)
    for row, side in enumerate(feeds["side"]):
        word = (
            len(UPPER_ITEMS) + LOWER_ITEMS.index("skirt") if side else UPPER_ITEMS.index("hoodie")
        )
        items[row, word] = 1
    count = len(items)
    return {
        "item": items,
        "material": np.eye(16, dtype=np.float32)[np.zeros(count, int)],
        "pattern": np.eye(11, dtype=np.float32)[np.ones(count, int)],
        "season": np.full((count, 4), 0.25, np.float32),
        "styles": np.full((count, 7), 0.5, np.float32),
    }


def look_answer(feeds):
    """No opinion on garments; spring for the first look, summer for the second …"""
    count = len(feeds["image"])
    words = {
        "item": (len(UPPER_ITEMS), len(LOWER_ITEMS)),
        "material": (16, 16),
        "pattern": (11, 11),
    }
    answers = {
        "season": np.eye(4, dtype=np.float32)[:count],
        "styles": np.tile(np.linspace(0.1, 0.9, 7, dtype=np.float32), (count, 1)),
    }
    for name, sizes in words.items():
        for side, size in zip(("upper", "lower"), sizes, strict=True):
            answers[f"{side}_{name}"] = np.full((count, size), 1 / size, np.float32)
    return answers


@pytest.fixture
def figure():
    return draw_figure(empty_map(), 28, 10, 120)


def test_one_run_of_both_nets_serves_styles_and_answers(figure):
    whole, garments = FakeNet(look_answer), FakeNet(garments_answer)
    look = OnnxLook(whole, garments)
    vqa = OnnxVqa(look)
    cutouts = [cutout_of(figure) for _ in range(3)]
    scores = look.score_styles(cutouts)
    assert len(scores) == 3 and scores[0].values.shape == (7,)
    answers = vqa.answer_questions(cutouts)
    assert [look[9].word for look in answers] == ["spring", "summer", "autumn"]
    assert whole.batches == [(3, 384, 192, 3)]
    assert garments.batches == [(6, CROP_SIZE, CROP_SIZE, 3)]
    vqa.answer_questions(cutouts[:2])
    assert len(whole.batches) == len(garments.batches) == 2
    assert look.score_styles([]) == vqa.answer_questions([]) == []


def test_all_garments_of_a_batch_are_read_in_one_run(figure):
    net = FakeNet(garments_answer)
    vqa = OnnxVqa(OnnxLook(FakeNet(look_answer), net))
    bare = figure.copy()
    bare[bare == Region.TROUSERS] = Region.SKIN
    first, second = vqa.answer_questions([cutout_of(figure), cutout_of(bare)])
    assert net.batches == [(3, CROP_SIZE, CROP_SIZE, 3)]
    assert (first[0].word, first[4].word) == ("hoodie", "skirt")
    assert (second[0].word, second[4].word) == ("hoodie", "unknown")


def test_the_whole_look_has_a_say_in_what_a_crop_leaves_open(figure):
    def unsure(feeds):
        out = garments_answer(feeds)
        out["material"] = np.tile(np.eye(16, dtype=np.float32)[:2].mean(0), (len(feeds["side"]), 1))
        return out

    def denim(feeds):
        sure = np.full((len(feeds["image"]), 16), 0.01, np.float32)
        sure[:, MATERIALS.index("denim")] = 0.85
        return {**look_answer(feeds), "upper_material": sure}

    vqa = OnnxVqa(OnnxLook(FakeNet(denim), FakeNet(unsure)))
    (answers,) = vqa.answer_questions([cutout_of(figure)])
    assert answers[2].word == "denim" and answers[2].confidence > 0.8


def test_garments_have_a_say_in_styles_and_season(figure):
    def contrary(feeds):
        count = len(feeds["side"])
        styles = np.tile(np.linspace(0.9, 0.1, 7, dtype=np.float32), (count, 1))
        winter = np.tile(np.array([0.1, 0.1, 0.1, 0.7], np.float32), (count, 1))
        return {**garments_answer(feeds), "styles": styles, "season": winter}

    def undecided(feeds):
        return {**look_answer(feeds), "season": np.full((len(feeds["image"]), 4), 0.25, np.float32)}

    clothed, naked = cutout_of(figure), cutout_of(np.where(figure > 0, Region.SKIN, 0))
    look = OnnxLook(FakeNet(undecided), FakeNet(contrary))
    first, second = look.read_outfits([clothed, naked])
    alone = np.linspace(0.1, 0.9, 7)
    assert np.allclose(second.styles, alone, atol=1e-5)  # nothing but the look's own opinion
    assert first.styles[0] > alone[0] and first.styles[6] < alone[6]
    assert first.season.argmax() == 3 and np.allclose(second.season, 0.25)
    assert second.garments == {}
