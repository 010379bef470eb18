import numpy as np
import pytest

from braind.sampling import resized, window


def ramp(height=7, width=9):
    rows, columns = np.mgrid[:height, :width]
    return np.stack([10 * columns, 20 * rows, 5 * (rows + columns)], axis=2).astype(np.uint8)


def test_the_same_size_changes_nothing():
    assert (resized(ramp(), (9, 7)) == ramp()).all()


@pytest.mark.parametrize("size", [(18, 14), (4, 3), (5, 11)])
def test_sizes_are_changed_as_torch_does_it(size):
    torch = pytest.importorskip("torch", reason="needs the extra “vqa”")
    noise = np.random.default_rng(0).integers(0, 256, (13, 10, 3), np.uint8)
    planes = torch.from_numpy(noise).permute(2, 0, 1)[None].float()
    wanted = torch.nn.functional.interpolate(planes, size[::-1], mode="bilinear")
    assert resized(noise, size) == pytest.approx(wanted[0].permute(1, 2, 0).numpy(), abs=1e-3)


def test_a_window_samples_between_pixels_and_is_black_outside():
    found = window(ramp(), -1.5, 2, 0.5, (8, 3))
    assert found.shape == (3, 8, 3)
    assert found[0, :, 1] == pytest.approx([0, 0, 20, 40, 40, 40, 40, 40])
    assert found[0, 3:, 0] == pytest.approx([0, 5, 10, 15, 20])
    assert not window(ramp(), 50, 50, 1, (4, 4)).any()
