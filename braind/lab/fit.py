"""Training one classifier: a job that can be closed after any epoch and taken up again.

Everything random comes from one seed, and the state of chance is kept with the weights: a run that
was stopped gives the net that it would have given undisturbed.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from braind.domain import Pixels
from braind.files import put_in_place
from braind.lab.kinds import EpochDone, Family, StylePlan
from braind.lab.nets import build, normalise
from braind.lab.samples import Samples
from braind.lab.scores import mean_precision
from braind.stages.style import GROUND
from braind.training.loop import Plan, Run
from braind.training.reader import jitter

_AT_ONCE = 32
_MOST_LIFT = 4.0  # how much a rare style's photos may count beyond others
_PARTLY = 0.85  # the target of "partly": somebody might as well say no


@dataclass(frozen=True)
class Fitted:
    """The best net of a run, in evaluation mode, and when it was best."""

    net: nn.Module
    epochs: int
    best_epoch: int
    score: float


def fit(
    family: Family,
    samples: Samples,
    train: NDArray[np.intp],
    tune: NDArray[np.intp],
    plan: StylePlan,
    path: Path,
) -> Generator[EpochDone, None, Fitted]:
    """Train with the rows ``train``, stop when the rows ``tune`` are read no better.

    ``path`` (.pt) keeps the run. The net that ``tune`` was read best with is returned.
    """
    net = build(family, len(samples.labels), plan.seed, plan.weights.get(family))
    batch = min(plan.batch, len(train))
    steps = len(train) // batch
    run = Run(net, _loop_plan(plan, steps), steps, path)
    best = _Best(path.with_suffix(".best.pt"))
    learn = _Lesson(samples, train)
    while run.epoch < plan.epochs and run.epoch - best.epoch < plan.patience:
        started = time.perf_counter()
        net.train()
        order = torch.randperm(len(train))[: steps * batch].split(batch)
        loss = run.one_pass(order, learn.prepare, lambda given: learn.loss(net, given))
        run.epoch += 1
        score = mean_precision(samples.truth[tune], scores_of(run.average, samples.pictures[tune]))
        best.offer(run.average, score, run.epoch)
        run.save()
        seconds = time.perf_counter() - started
        yield EpochDone(family, run.epoch, plan.epochs, loss, score, seconds)
    run.average.load_state_dict(best.state)
    return Fitted(run.average.eval(), run.epoch, best.epoch, best.score)


def _loop_plan(plan: StylePlan, steps: int) -> Plan:
    """Few steps of small data: the average follows within about an epoch."""
    return Plan(
        plan.epochs,
        rate=plan.rate,
        weight_decay=0.05,
        warmup=min(100, 2 * steps),
        decay=1 - 1 / max(20, steps),
        seed=plan.seed,
        half=False,
    )


@torch.no_grad()
def logits_of(net: nn.Module, pictures: Pixels) -> NDArray[np.float32]:
    """Raw scores, float32 (N, K), of uint8 pictures (N, H, W, 3)."""
    net.eval()
    starts = range(0, len(pictures), _AT_ONCE)
    parts = [net(as_input(pictures[start : start + _AT_ONCE])) for start in starts]
    return np.asarray(torch.cat(parts).float().numpy())


def scores_of(net: nn.Module, pictures: Pixels) -> NDArray[np.float32]:
    """The same as probabilities, not calibrated."""
    return np.asarray(1 / (1 + np.exp(-logits_of(net, pictures))), np.float32)


def as_input(pictures: Pixels) -> Tensor:
    """uint8 (N, H, W, 3) as what the nets see, float32 (N, 3, H, W)."""
    return normalise(torch.tensor(pictures).permute(0, 3, 1, 2).float() / 255)


class _Lesson:
    """Batches of jittered pictures, and the loss of what a net says about them."""

    def __init__(self, samples: Samples, rows: NDArray[np.intp]) -> None:
        pictures = torch.from_numpy(samples.pictures[rows])
        self._pictures = pictures.permute(0, 3, 1, 2).contiguous()
        grades = torch.from_numpy(samples.grades[rows])
        self._targets = torch.where(grades == 1, _PARTLY, (grades >= 1).float())
        share = (grades >= 1).float().mean(0).clamp_min(0.02)
        self._lift = ((1 - share) / share).sqrt().clamp(1 / _MOST_LIFT, _MOST_LIFT)

    def prepare(self, index: Tensor) -> tuple[Tensor, Tensor]:
        """Pictures as the nets expect them, and their targets."""
        moved = jitter(self._pictures[index], GROUND / 255, zoom=0.12, color=0.8, flat=0.05)
        pictures = normalise(moved * 0.25 + 0.5)  # jitter has a normalisation of its own
        return pictures.to(memory_format=torch.channels_last), self._targets[index]

    def loss(self, net: nn.Module, given: tuple[Tensor, Tensor]) -> Tensor:
        """Each style is a yes or no of its own; rare ones count more."""
        pictures, targets = given
        return F.binary_cross_entropy_with_logits(net(pictures), targets, pos_weight=self._lift)


class _Best:
    """The best weights so far, kept in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.state: dict[str, Tensor] = {}
        self.score, self.epoch = -1.0, 0
        if path.exists():
            stored = torch.load(path, weights_only=True)
            self.state, self.score, self.epoch = stored["state"], stored["score"], stored["epoch"]

    def offer(self, net: nn.Module, score: float, epoch: int) -> None:
        """Keep the net if it is better than all before."""
        if score <= self.score:
            return
        self.state = {name: value.clone() for name, value in net.state_dict().items()}
        self.score, self.epoch = score, epoch
        partial = self._path.with_suffix(".part")
        torch.save({"state": self.state, "score": score, "epoch": epoch}, partial)
        put_in_place(partial, self._path)
