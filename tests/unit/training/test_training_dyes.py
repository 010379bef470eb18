"""Dyed garments: another colour within the outlines, the same folds, and nothing else changed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from braind.domain import Region  # noqa: E402
from braind.training.dyes import dye, mean_colors  # noqa: E402

SIZE = (48, 32)


def _looks() -> tuple[torch.Tensor, torch.Tensor]:
    """One with a red skirt and folds, one with a blue coat; grey ground and skin beside them."""
    labels = torch.zeros(2, *SIZE).long()
    labels[0, 10:40, 8:24] = int(Region.SKIRT)
    labels[1, 10:40, 8:24] = int(Region.OUTER)
    labels[:, 2:8, 8:24] = int(Region.SKIN)
    images = torch.full((2, 3, *SIZE), 0.5)
    images[0, :, 10:40, 8:24] = torch.tensor([0.7, 0.2, 0.2])[:, None, None]
    images[1, :, 10:40, 8:24] = torch.tensor([0.1, 0.2, 0.6])[:, None, None]
    images[0, :, 10:40, 8:24:4] -= 0.1
    return images, labels


def test_a_garment_takes_the_colour_of_another_one_and_keeps_its_folds() -> None:
    images, labels = _looks()
    seen = set()
    for seed in range(20):
        torch.manual_seed(seed)
        skirt = dye(images, labels, 1.0)[0, :, 14:36, 12:20]
        seen.add("blue" if skirt[2].mean() > skirt[0].mean() else "red")
        assert skirt[:, 0].std(1).min() > 0.01, "folds"
    assert seen == {"red", "blue"}


def test_ground_and_skin_stay_as_they_are() -> None:
    torch.manual_seed(1)
    images, labels = _looks()
    dyed = dye(images, labels, 1.0)
    for part in (slice(0, 7), slice(43, None)):
        assert torch.equal(dyed[:, :, part], images[:, :, part])


def test_nothing_is_dyed_by_no_chance_or_without_garments() -> None:
    images, labels = _looks()
    assert torch.equal(dye(images, labels, 0.0), images)
    assert torch.equal(dye(images, torch.zeros_like(labels), 1.0), images)


def test_colours_are_means_of_regions() -> None:
    colors, pixels = mean_colors(*_looks())
    assert pixels[1, Region.OUTER] == 15 * 8
    assert colors[1, Region.OUTER].tolist() == pytest.approx([0.1, 0.2, 0.6], abs=1e-5)
