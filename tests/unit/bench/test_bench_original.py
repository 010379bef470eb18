import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from braind.bench import original_inputs as inputs  # noqa: E402
from braind.bench.isnet import IsNet  # noqa: E402
from braind.bench.original import Contest, compare, differing, held, one_thread  # noqa: E402
from braind.bench.original_nets import (  # noqa: E402
    blip_vocabulary,
    exported,
    scaled_difference,
    seeded,
)


def photos(count=2):
    rng = np.random.default_rng(3)
    return [rng.integers(0, 255, (83, 55, 3)).astype(np.uint8) for _ in range(count)]


def means(shift=0.0):
    return lambda photos: [photo.mean(keepdims=True) + shift for photo in photos]


def test_equal_ways_are_equal_and_others_are_not():
    same = held(Contest("cutout", means(), means(), scaled_difference), photos())
    other = held(Contest("cutout", means(), means(9), scaled_difference), photos())
    assert same.difference == 0 and other.difference > 0.01
    section = compare([same, other], 2)
    assert not section.values["equal"] and "NOT" in section.notes[0]
    assert compare([same], 2).values["equal"]
    assert compare([same], 2).values["missing"] == ["person", "style"]
    assert json.loads(json.dumps(section.values))["photos"] == 2


def test_the_whole_is_the_sum_of_its_stages():
    outcomes = [
        held(Contest(stage, means(), means(), scaled_difference), photos())
        for stage in ("person", "style")
    ]
    section = compare(outcomes, 2)
    assert [row[0] for row in section.rows] == ["stage", "person", "style", "all"]
    naive, ours = (sum(getattr(o, way).cpu for o in outcomes) for way in ("naive", "ours"))
    assert section.values["times"] == pytest.approx(naive / ours, rel=0.01, abs=0.01)


def test_answers_are_compared_one_by_one():
    assert differing([["a", "b"], ["c", "d"]], [["a", "b"], ["c", "e"]]) == 0.25


def test_differences_are_shares_of_the_largest_value():
    one, other = [np.array([0.0, 200.0])], [np.array([1.0, 200.0])]
    assert scaled_difference(one, other) == pytest.approx(0.005)


def test_isnet_has_its_published_size_and_keeps_the_picture_s():
    net = seeded(IsNet)
    assert sum(weights.numel() for weights in net.parameters()) == pytest.approx(44.03e6, rel=1e-3)
    with torch.no_grad():
        mask = net(torch.rand(1, 3, 70, 50))
    assert mask.shape == (1, 1, 70, 50) and 0 <= float(mask.min()) <= float(mask.max()) <= 1


def test_an_exported_net_answers_as_before(tmp_path):
    net = seeded(lambda: torch.nn.Conv2d(3, 2, 3))
    session = exported(net, (3, 16, 16), tmp_path, "small")
    pictures = torch.rand(3, 3, 16, 16)
    assert (
        np.abs(session.run({"image": pictures.numpy()})["out"] - net(pictures).numpy()).max() < 1e-5
    )


def test_pictures_have_the_sizes_that_the_nets_take():
    (photo,) = photos(1)
    shapes = [prepare(photo).shape for prepare in (inputs.framed, inputs.squashed, inputs.cropped)]
    assert shapes == [(3, 640, 640), (3, 1024, 1024), (3, 224, 224)]
    assert inputs.in_steps(photo).shape == (1, 3, 96, 64)
    assert abs(inputs.squashed(photo)).max() <= 0.5


def test_the_vocabulary_is_as_large_as_bert_s_with_its_special_ids():
    words = blip_vocabulary()
    assert len(words) == len(set(words.values())) == 30_522
    assert max(words.values()) == 30_521 and words["[SEP]"] == 102 and words["[PAD]"] == 0


def test_threads_are_as_before_afterwards():
    before = torch.get_num_threads()
    with one_thread():
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before
