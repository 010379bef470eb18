from __future__ import annotations

import numpy as np
import pytest

from braind.sample.figure import SIDES, pose_figure
from braind.sample.geometry import curve, ellipse, mirrored, ribbon, smoothstep, stroke
from braind.sample.poses import POSES, mirror
from braind.sample.spec import Body, Stance

SQUARE = [(0.0, 0.0, 1), (4.0, 0.0, 1), (4.0, 4.0, 1), (0.0, 4.0, 1)]


def test_curve_goes_through_its_knots() -> None:
    knots = [(0.0, 0.0), (3.0, 1.0), (5.0, 4.0), (1.0, 5.0)]
    path = curve(knots, steps=6)
    assert np.allclose(path[::6], knots)


def test_corners_keep_edges_straight() -> None:
    path = curve(SQUARE, steps=4)
    assert np.allclose(path[:4, 1], 0)
    assert np.allclose(path[4:8, 0], 4)


def test_open_curve_ends_at_its_last_knot() -> None:
    path = curve([(0.0, 0.0), (1.0, 2.0), (4.0, 2.0)], closed=False)
    assert path[0].tolist() == [0, 0]
    assert path[-1].tolist() == [4, 2]


def test_mirrored_outline_is_symmetric() -> None:
    outline = mirrored([(0.0, 0.0), (2.0, 1.0, 1), (3.0, 4.0)])
    assert outline == [(0.0, 0.0), (2.0, 1.0, 1), (3.0, 4.0), (-3.0, 4.0), (-2.0, 1.0, 1)]


def test_ribbon_has_the_asked_width() -> None:
    path = np.stack([np.arange(5.0), np.zeros(5)], axis=1)
    outline = ribbon(path, (0.5, 0.5))
    assert np.allclose(np.abs(outline[:, 1]), 0.5)


def test_stroke_tapers_to_a_point() -> None:
    outline = stroke([(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)])
    assert np.allclose(outline[0], outline[-1])
    assert np.abs(outline[:, 1]).max() == pytest.approx(1.0, abs=0.05)


def test_ellipse_radii() -> None:
    path = ellipse((1.0, 2.0), (3.0, 1.0))
    assert path[:, 0].max() == pytest.approx(4.0)
    assert path[:, 1].min() == pytest.approx(1.0)


@pytest.mark.parametrize(("x", "expected"), [(-1.0, 0.0), (0.5, 0.5), (2.0, 1.0)])
def test_smoothstep(x: float, expected: float) -> None:
    assert smoothstep(x) == expected


@pytest.mark.parametrize("name", POSES)
def test_mirroring_twice_gives_the_pose_back(name: str) -> None:
    assert mirror(mirror(POSES[name])) == POSES[name]


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("gender", ["women", "men"])
def test_figures_hang_together(name: str, gender: str) -> None:
    """Head above hips above knees above ankles, and both feet near the floor."""
    figure = pose_figure(Body(gender), Stance(name))
    for side in SIDES:
        hip, knee, ankle = figure.leg(side).joints
        assert 12 < hip[1] < knee[1] < ankle[1] < 78
        assert ankle[1] > 71
        shoulder, _, wrist = figure.arm(side).joints
        assert shoulder[1] < hip[1]
        assert abs(wrist[0]) < 16


def test_torso_is_symmetric_when_standing_straight() -> None:
    figure = pose_figure(Body(), Stance("wide"))
    left, right = figure.at(-4, 16), figure.at(4, 16)
    assert left[0] + right[0] == pytest.approx(0, abs=0.2)
