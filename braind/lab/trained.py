"""Trained classifiers of the lab, read back with their gradients."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from torch import nn

from braind.errors import ModelError
from braind.lab.kinds import Family, View
from braind.lab.nets import build, start_from
from braind.letterbox import Size
from braind.vocabulary import Style


@dataclass(frozen=True)
class Trained:
    """A classifier of the lab, with its gradients."""

    family: Family
    labels: tuple[Style, ...]
    net: nn.Module
    size: Size
    view: View

    def place_of(self, style: Style) -> int:
        """The place of a style among the scores. Raises ``ModelError``."""
        if style not in self.labels:
            raise ModelError(
                "lab_style_unknown",
                f"This classifier has not learned “{style}”.",
                f"It knows: {', '.join(self.labels)}.",
                style=str(style),
            )
        return self.labels.index(style)


def load_trained(model: Path) -> Trained:
    """The net of an ONNX file of the lab, from its card and weights. Raises ``ModelError``."""
    try:
        card = json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))
        family, labels = Family(card["family"]), tuple(Style(word) for word in card["labels"])
        width, height = card["input"]["size"]
        view = View(card["input"]["view"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "lab_no_card",
            f"“{model}” is no classifier of the training lab.",
            "Give an .onnx file of “braind train style”, with its .json and .pt beside it.",
            path=str(model),
        ) from error
    net = build(family, len(labels), 0)
    start_from(net, model.with_suffix(".pt"))
    return Trained(family, labels, net.eval(), (width, height), view)
