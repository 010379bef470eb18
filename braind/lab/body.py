"""Training the five-class body detector with ultralytics, as a job around a process of its own.

ultralytics (AGPL-3.0) runs in a child process that can neither install packages nor fetch nor
report anything, nor run code of a weight file: its own switches say so, its settings lie in a
folder of the run, and a proxy that is not there stands before the network. Left and right feet are
classes of their own, so that pictures are never mirrored.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from braind.domain import BodyPart
from braind.lab.kinds import LabError
from braind.lab.propose import DATASET

_NOWHERE = "http://127.0.0.1:9"
_RUN, _LOG, _ORDER, _CARD = "run", "ultralytics.log", "order.json", "body.json"
_WORKER = "braind.lab.body_worker"


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """``net`` is an architecture that ultralytics knows by name; ``size`` the pictures' long side.

    ``weights`` (.pt) start it from elsewhere; only tensors and known classes are read from them.
    """

    epochs: int = 60
    size: int = 640
    batch: int = 8
    seed: int = 1
    net: str = "yolov8n.yaml"
    weights: Path | None = None


@dataclass(frozen=True, slots=True)
class BodyEpoch:
    """One more epoch; ``map50`` is the mean average precision at IoU 0.5 on ``val``."""

    epoch: int
    epochs: int
    map50: float


@dataclass(frozen=True, slots=True)
class BodyDone:
    """A trained detector: its ONNX file and card, and average precisions at IoU 0.5 on ``val``."""

    model: Path
    parameters: int
    map50: float
    map50_95: float
    ap50: Mapping[BodyPart, float]


BodyEvent = BodyEpoch | BodyDone


def train_body(data: Path, out: Path, plan: BodyPlan) -> Generator[BodyEvent, None, None]:
    """Train on a dataset of ``propose`` (a folder, or its dataset.yaml), a job.

    ``out`` gets ``run/`` (ultralytics' own), ``body.onnx`` and its card. An unfinished run with
    the same plan is taken up again. Raises ``LabError``; needs the extra ``full``.
    """
    order = _order(data, out, plan)
    unfinished = _is_known(order, out)
    if not unfinished:
        _forget(out)
    _write(out / _ORDER, order)
    with _Child({**order, "resume": unfinished}, out) as child:
        for event in child.events():
            if event["event"] == "epoch":
                map50 = float(event["metrics"].get("metrics/mAP50(B)", 0.0))
                yield BodyEpoch(int(event["epoch"]), plan.epochs, map50)
            else:
                yield _finish(event, out, plan)


def _order(data: Path, out: Path, plan: BodyPlan) -> dict[str, Any]:
    dataset = data if data.is_file() else data / DATASET
    if not dataset.is_file():
        raise LabError(
            "lab_no_dataset",
            f"“{data}” holds no {DATASET}.",
            "Make one from photos: braind train propose PHOTOS -o FOLDER",
            path=str(data),
        )
    settings = {
        "data": str(dataset.resolve()), "epochs": plan.epochs, "imgsz": plan.size,
        "batch": plan.batch, "seed": plan.seed, "project": str(out.resolve()), "name": _RUN,
        "exist_ok": True, "deterministic": True, "workers": 0, "device": "cpu", "plots": False,
        "amp": False, "fliplr": 0.0, "pretrained": False, "verbose": False,
    }  # fmt: skip
    model = str(plan.weights.resolve()) if plan.weights else plan.net
    return {
        "model": model, "out": str((out / _RUN).resolve()), "size": plan.size, "settings": settings,
    }  # fmt: skip


def _is_known(order: Mapping[str, Any], out: Path) -> bool:
    """Whether the very same order was given before and not carried out."""
    path = out / _ORDER
    if not path.is_file() or (out / _CARD).exists():
        return False
    return bool(json.loads(path.read_text(encoding="utf-8")) == order)


def _forget(out: Path) -> None:
    """Away with what another run left, lest it is taken for this one's."""
    shutil.rmtree(out / _RUN / "weights", ignore_errors=True)
    (out / _CARD).unlink(missing_ok=True)


def _finish(event: Mapping[str, Any], out: Path, plan: BodyPlan) -> BodyDone:
    """Put the model in its place, beside its card."""
    model = out / "body.onnx"
    Path(event["onnx"]).replace(model)
    done = BodyDone(
        model,
        int(event["parameters"]),
        float(event["map50"]),
        float(event["map50_95"]),
        {BodyPart(name): float(value) for name, value in event["ap50"].items()},
    )
    card = {
        "id": "body",
        "stage": "person",
        "file": model.name,
        "labels": event["names"],
        "input": {"size": [plan.size, plan.size], "mean": [0, 0, 0], "std": [1, 1, 1],
                  "resize": "letterbox", "ground": 114},
        "output": {"kind": "ultralytics"},
        "measured": {"map50": done.map50, "map50_95": done.map50_95, "ap50": event["ap50"]},
    }  # fmt: skip
    _write(out / _CARD, card)
    return done


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


class _Child:
    """The process that runs ultralytics; it ends with the block."""

    def __init__(self, order: Mapping[str, Any], out: Path) -> None:
        self._log = out / _LOG
        self._order = json.dumps(order)
        self._environment = guarded(out / _RUN / "ultralytics")

    def __enter__(self) -> _Child:
        with self._log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", _WORKER],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                env=self._environment, text=True, encoding="utf-8",
            )  # fmt: skip
        return self

    def __exit__(self, *raised: object) -> None:
        self._process.terminate()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def events(self) -> Generator[dict[str, Any], None, None]:
        """What the process tells. Raises ``LabError`` when it fails."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(self._order)
        self._process.stdin.close()
        for line in self._process.stdout:
            yield json.loads(line)
        if self._process.wait() != 0:
            lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise LabError(
                "lab_training_failed",
                f"ultralytics stopped: {lines[-1] if lines else 'no reason given'}",
                f"All that it said is in “{self._log}”.",
                path=str(self._log),
            )


def guarded(settings: Path) -> dict[str, str]:
    """An environment in which ultralytics keeps to itself; ``settings`` is its folder."""
    settings.mkdir(parents=True, exist_ok=True)
    return {
        **os.environ,
        "YOLO_AUTOINSTALL": "false",
        "YOLO_OFFLINE": "true",
        "ULTRALYTICS_SAFE_LOAD": "true",
        "YOLO_CONFIG_DIR": str(settings.resolve()),
        "PYTHONIOENCODING": "utf-8",
        **{f"{scheme}_proxy": _NOWHERE for scheme in ("http", "https", "all")},
        **{f"{scheme}_PROXY": _NOWHERE for scheme in ("HTTP", "HTTPS", "ALL")},
        "no_proxy": "",
        "NO_PROXY": "",
    }
