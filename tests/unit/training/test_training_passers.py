"""Passers-by: they change the picture behind the figure, and nothing of the truth."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from braind.training import augment, passers  # noqa: E402

SIZE = (48, 32)


def _figure(left: int, right: int, count: int = 1) -> torch.Tensor:
    labels = torch.zeros(count, *SIZE).long()
    labels[:, 10:40, left:right] = 5
    return labels


def _painted(figure: torch.Tensor, other: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(4)
    count = len(figure)
    grey, red = torch.full((count, 3, *SIZE), 0.5), torch.zeros(count, 3, *SIZE)
    red[:, 0] = 1.0
    return passers.paint_behind(grey, figure, torch.ones(count, 1, *SIZE), red, other)


def test_they_stand_behind_the_figure() -> None:
    figure, other = _figure(10, 22), _figure(16, 26)
    picture, area = _painted(figure, other)
    assert float(area) == 30 * 4
    inner = picture[0, :, 12:38, 12:20]
    assert torch.allclose(inner, torch.full_like(inner, 0.5), atol=1e-3)
    shown = picture[0, :, 14:36, 24]
    assert float((shown[0] - shown[2]).min()) > 0.2, "a red coat beside the figure"


def test_whoever_would_outshine_the_figure_stays_away() -> None:
    picture, area = _painted(_figure(10, 16), _figure(18, 30))
    assert float(area) == 0
    assert torch.allclose(picture, torch.full_like(picture, 0.5))


def test_they_are_smaller_and_stand_on_the_same_street() -> None:
    torch.manual_seed(5)
    count = 200
    figure = augment.random_placement(count, (1.0, 1.0001), 0.0)
    behind = passers.stand_behind(figure)
    assert ((behind.scale > 0.29) & (behind.scale < 0.81)).all()
    feet = behind.shift_y + behind.scale * 0.9
    assert (feet <= 0.9).all(), "further away is higher up"
    assert (feet > -0.6).all()
