"""The training loop that all our nets share: bf16, averaged weights, cosine rate, resumable."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

from braind.training.dataset import SEED

P = TypeVar("P")


@dataclass(frozen=True)
class Plan:
    """How long and how fast: ``warmup`` is in steps, ``decay`` is the averaging factor.

    ``half`` computes in bfloat16, which only some processors do faster.
    """

    epochs: int
    rate: float = 2e-3
    weight_decay: float = 0.03
    warmup: int = 100
    decay: float = 0.998
    save_every: int = 1
    seed: int = SEED
    half: bool = True


def averaged(path: Path) -> tuple[dict[str, Tensor], int]:
    """The averaged weights of a checkpoint, and after how many epochs."""
    state = torch.load(path, weights_only=True)
    return state["average"], state["epoch"]


def blended(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several weights of one net (model soup, Wortsman et al. 2022)."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype)
        for name, value in states[0].items()
    }


def unchecked(average: nn.Module) -> str:
    """Nothing is left to check a net on that has been trained on tune, too."""
    return ""


class Run:
    """A resumable training run: net, averaged twin, optimiser and place in the plan."""

    def __init__(self, net: nn.Module, plan: Plan, steps: int, path: Path) -> None:
        torch.manual_seed(plan.seed)
        self.net = net.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(net).eval()
        self.plan, self.path, self._steps = plan, path, steps
        self.epoch = self._step = 0
        decayed = [p for p in net.parameters() if p.ndim > 1]
        plain = [p for p in net.parameters() if p.ndim <= 1]
        self._optimiser = torch.optim.AdamW(
            [
                {"params": decayed, "weight_decay": plan.weight_decay},
                {"params": plain, "weight_decay": 0},
            ],
            lr=plan.rate,
            betas=(0.9, 0.99),
        )
        if path.exists():
            self._load()

    def _load(self) -> None:
        state = torch.load(self.path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.epoch, self._step = state["epoch"], state["step"]
        torch.set_rng_state(state["random"])

    def save(self) -> None:
        """Write the checkpoint so that a killed run loses one epoch at most."""
        state = {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self._step,
            "random": torch.get_rng_state(),
        }
        partial = self.path.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(self.path)

    def _rate(self) -> float:
        total = self.plan.epochs * self._steps
        rise = min(1.0, (self._step + 1) / self.plan.warmup)
        fall = 0.5 * (1 + math.cos(math.pi * min(1.0, self._step / total)))
        return self.plan.rate * rise * max(fall, 0.01)

    def step(self, loss_of: Callable[[], Tensor]) -> float:
        """One update from the loss that ``loss_of`` computes under bf16 autocast."""
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.plan.half):
            loss = loss_of()
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self._optimiser.step()
        self._step += 1
        self._follow()
        return float(loss.detach())

    @torch.no_grad()
    def _follow(self) -> None:
        decay = min(self.plan.decay, self._step / (self._step + 20))
        for mine, theirs in zip(
            self.average.state_dict().values(), self.net.state_dict().values(), strict=True
        ):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)

    def one_pass(
        self, batches: Iterable[Tensor], prepare: Callable[[Tensor], P], loss: Callable[[P], Tensor]
    ) -> float:
        """One update a batch of row numbers; ``prepare`` draws it outside autocast."""
        losses = [self.step(partial(loss, prepare(index))) for index in batches]
        return sum(losses) / len(losses)

    def epochs(self, one_epoch: Callable[[], float], check: Callable[[nn.Module], str]) -> None:
        """Train to the end of the plan, printing a line an epoch."""
        while self.epoch < self.plan.epochs:
            started = time.time()
            self.net.train()
            loss = one_epoch()
            self.epoch += 1
            if self.epoch % self.plan.save_every == 0 or self.epoch == self.plan.epochs:
                self.save()
                note = check(self.average)
                print(
                    f"epoch {self.epoch}/{self.plan.epochs} loss {loss:.4f} {note} "
                    f"({time.time() - started:.0f} s)",
                    flush=True,
                )
