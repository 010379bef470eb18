"""What a garment crop is to be read as, and what of it counts."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from braind.training.dataset import GarmentRow, LookRow  # noqa: E402
from braind.training.targets import (  # noqa: E402
    ITEMS,
    MISSING,
    GarmentTargets,
    balance,
    garment_targets,
    side_targets,
    style_lift,
    style_loss,
    unweigh,
)
from braind.vocabulary import MATERIALS, QUESTIONS, SEASONS, STYLES  # noqa: E402


def _look(**labels: str) -> LookRow:
    known = {str(q): "unknown" for q in QUESTIONS} | dict.fromkeys(STYLES, "0")
    return LookRow("0001", "train", True, (), {**known, **labels})


def _both() -> GarmentTargets:
    look = _look(lower_item="skirt", lower_material="denim", season="autumn", chic="2", casual="1")
    flat = GarmentRow("a", "train", "Dress", "red", "solid", "cotton")
    return GarmentTargets.join([side_targets([look], "lower"), garment_targets([flat])])


def test_a_worn_garment_knows_its_look_and_a_lying_one_does_not() -> None:
    both = _both()
    assert both.items[0].nonzero().flatten().tolist() == [ITEMS.index("lower skirt")]
    assert both.items[1].sum() == 2  # a dress may be the upper and the lower garment
    assert both.material.tolist() == [MATERIALS.index("denim"), MATERIALS.index("cotton")]
    assert both.season.tolist() == [SEASONS.index("autumn"), MISSING]
    assert both.styles[0, STYLES.index("chic")] == 1.0
    assert 0.5 < both.styles[0, STYLES.index("casual")] < 1.0
    assert (both.styles[1] == MISSING).all()


def test_styles_that_are_not_known_teach_nothing() -> None:
    both, logits = _both(), torch.zeros(2, len(STYLES), requires_grad=True)
    style_loss(logits, both.styles, torch.ones(len(STYLES))).backward()
    assert logits.grad is not None
    assert logits.grad[0].abs().min() > 0 and not logits.grad[1].any()
    nothing = style_loss(logits[1:], both.styles[1:], torch.ones(len(STYLES)))
    assert float(nothing.detach()) == 0


def test_rare_styles_count_more_within_bounds() -> None:
    styles = torch.zeros(100, 3)
    styles[:90, 0], styles[:20, 1] = 1.0, 0.85
    lift = style_lift(styles)
    assert lift.tolist() == pytest.approx([0.7, 2.0, 4.0])


def test_a_head_that_was_trained_with_weights_tells_probabilities_once_they_are_taken_out() -> None:
    classes = torch.tensor([0] * 70 + [1] * 20 + [2] * 10)
    weights, head = balance(classes, 3), torch.nn.Linear(1, 3)
    optimiser = torch.optim.LBFGS(head.parameters(), max_iter=200)

    def surprise() -> torch.Tensor:
        optimiser.zero_grad()
        logits = head(torch.zeros(len(classes), 1))
        loss = torch.nn.functional.cross_entropy(logits, classes, weights)
        loss.backward()
        return loss

    optimiser.step(surprise)
    assert head.bias.softmax(0)[2] > 0.15  # rare classes are told too often
    unweigh(head, weights)
    assert head.bias.softmax(0).tolist() == pytest.approx([0.7, 0.2, 0.1], abs=0.01)
