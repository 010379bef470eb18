"""The first layer over blocks of pixels is the first layer over pixels."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from braind.training.augment import normalise  # noqa: E402
from braind.training.stems import blocked, in_blocks, is_blocked, unblocked  # noqa: E402


def _layer() -> torch.nn.Conv2d:
    torch.manual_seed(5)
    return torch.nn.Conv2d(3, 8, 5, 2, 2, bias=False)


def test_blocks_give_the_same_outputs() -> None:
    layer = _layer()
    image = torch.randint(0, 256, (2, 16, 12, 3), dtype=torch.uint8)
    with torch.no_grad():
        wanted = layer(normalise(image.permute(0, 3, 1, 2).float() / 255))
        given = blocked(layer)(in_blocks(image))
    assert given.shape == wanted.shape == (2, 8, 8, 6)
    inside = (..., slice(1, -1), slice(1, -1))
    assert torch.allclose(given[inside], wanted[inside], atol=1e-5)
    assert float((given - wanted).abs().max()) < 0.02  # half a level beyond the border


def test_a_layer_is_found_again_in_its_blocks() -> None:
    layer, offset = _layer(), torch.linspace(-1, 1, 8)
    made = blocked(layer)
    assert is_blocked(made.weight, layer) and not is_blocked(layer.weight, layer)
    with torch.no_grad():
        weight, again = unblocked(made.weight, made.bias + offset)
    assert torch.allclose(weight, layer.weight, atol=1e-6)
    assert torch.allclose(again, offset, atol=1e-6)
