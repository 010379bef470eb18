import numpy as np
import pytest

from braind.domain import Photo
from braind.light import GROUND_LEVELS, SKIN_LEVELS, features_count
from braind.training.lights import LIGHTS, in_light

torch = pytest.importorskip("torch")

from braind.training import light  # noqa: E402 - needs torch


def scenes(count):
    rng = np.random.default_rng(0)
    ground = np.sort(rng.uniform(20, 230, (count, len(GROUND_LEVELS), 3)), axis=1)
    skin = np.sort(rng.uniform(90, 220, (count, len(SKIN_LEVELS), 3)), axis=1)
    seen = np.arange(count) % 4 > 0
    return light.Scenes(ground.astype(np.float32), skin.astype(np.float32), seen)


def test_a_photo_in_plain_light_is_the_photo_and_light_that_is_too_bright_is_lost():
    pixels = np.array([[[100, 150, 250]]], np.uint8)
    photo = Photo("p", "", pixels, (1, 1))
    np.testing.assert_array_equal(in_light(photo, (1.0, 1.0, 1.0)).pixels, pixels)
    np.testing.assert_array_equal(in_light(photo, (1.1, 1.0, 1.2)).pixels, [[[110, 150, 255]]])


def test_many_random_lights_are_plain_and_the_others_vary():
    factors, curves = light.random_lights(np.random.default_rng(1), 2000)
    plain = (factors == 1).all(1) & (curves == 1)
    assert abs(plain.mean() - (1 - light.LIT)) < 0.05
    assert np.log(factors[~plain]).std() > 0.1
    assert (factors > 0).all() and (curves > 0).all()


def test_walls_are_plain_and_of_many_colors():
    walls = light.plain_grounds(np.random.default_rng(2), 500)
    assert walls.shape == (500, len(GROUND_LEVELS), 3)
    assert walls.min() >= 0 and walls.max() <= 255
    assert (np.diff(walls, axis=1) >= -1e-3).all()
    middles = walls[:, 2]
    assert np.ptp(middles, axis=1).max() > 100 and np.ptp(middles, axis=1).min() < 10


def test_the_change_is_what_a_middle_grey_goes_through():
    factors = np.array([LIGHTS["dim"], LIGHTS["warm"]], np.float32)
    found = light.change_of(factors, np.ones(2, np.float32))
    np.testing.assert_allclose(found, np.log(factors), atol=1e-5)
    darker = light.change_of(np.ones((1, 3), np.float32), np.array([2.0], np.float32))
    np.testing.assert_allclose(darker, np.log(0.5), atol=1e-5)


def test_a_lesson_hides_skin_and_exchanges_grounds():
    some = scenes(40)
    features, truth = light._lesson(some, np.random.default_rng(3))
    assert features.shape == (light.BATCH, features_count()) and truth.shape == (light.BATCH, 3)
    hidden = features[:, -1] == 0
    assert hidden.mean() > 0.25 and (features[hidden, -7:] == 0).all()


def test_the_exported_eye_computes_what_the_trained_net_does():
    torch.manual_seed(4)
    net = torch.nn.Sequential(
        torch.nn.Linear(features_count(), 8), torch.nn.ReLU(), torch.nn.Dropout(0.1),
        torch.nn.Linear(8, 3),
    ).eval()  # fmt: skip
    some = scenes(12)
    features = some.lit(np.ones((12, 3), np.float32), np.ones(12, np.float32))
    mean, spread = torch.from_numpy(features.mean(0)), torch.from_numpy(features.std(0) + 1e-3)
    with torch.no_grad():
        expected = net((torch.from_numpy(features) - mean) / spread).numpy()
    found = light._exported(net, mean, spread).changes(features)
    np.testing.assert_allclose(found, expected, atol=5e-3)


def test_errors_are_told_apart_into_tint_and_brightness():
    assert light.sizes(np.full((5, 3), 0.2, np.float32)) == {"tint": 0.0, "brightness": 0.2}
    tinted = light.sizes(np.array([[0.3, 0.0, -0.3]], np.float32))
    assert tinted["brightness"] == 0.0 and tinted["tint"] == pytest.approx(0.245, abs=1e-3)
