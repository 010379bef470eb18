"""Runs ultralytics in a process of its own: ``python -m braind.lab.body_worker``.

It reads one JSON order from standard input and writes a JSON line an event to standard output;
what ultralytics itself has to say goes to standard error. See ``braind.lab.body``, which starts it
with an environment in which ultralytics can neither install nor fetch nor report anything.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, TextIO

_OFF = ("sync", "hub", "clearml", "comet", "dvc", "mlflow", "neptune", "raytune", "tensorboard")

_DONE = -1  # the epoch of a checkpoint whose training has ended


def run(order: Mapping[str, Any], events: TextIO) -> None:
    """Train, take up an unfinished run, export, and tell; raises what ultralytics raises."""
    from ultralytics import YOLO, settings, utils

    if not getattr(utils, "SAFE_LOAD", False):
        raise RuntimeError(
            "it would run code of weight files; update it: pip install -U ultralytics"
        )
    settings.update({name: False for name in (*_OFF, "wandb") if name in settings})
    last = Path(order["out"]) / "weights" / "last.pt"
    resume = last.exists() and order["resume"]
    net = YOLO(str(last) if resume else order["model"], task="detect")

    def tell(**event: object) -> None:
        events.write(json.dumps(event) + "\n")
        events.flush()

    def after_epoch(trainer: Any) -> None:  # noqa: ANN401
        # It is called once more, as if for an epoch beyond the last, with the best weights.
        if trainer.epoch < trainer.epochs:
            numbers = {k: float(v) for k, v in trainer.metrics.items()}
            tell(event="epoch", epoch=trainer.epoch + 1, metrics=numbers)

    net.add_callback("on_fit_epoch_end", after_epoch)
    if not resume:
        net.train(**order["settings"])
    elif net.ckpt.get("epoch", _DONE) != _DONE:
        net.train(resume=True)
    best = YOLO(str(Path(order["out"]) / "weights" / "best.pt"))
    numbers = best.val(
        data=order["settings"]["data"], imgsz=order["size"], project=order["out"], name="check",
        exist_ok=True, plots=False, workers=0,
    )  # fmt: skip
    exported = best.export(format="onnx", imgsz=order["size"], simplify=False, opset=17)
    names = [best.names[number] for number in sorted(best.names)]
    found = zip(numbers.box.ap_class_index, numbers.box.ap50, strict=True)
    by_class = {names[int(number)]: float(value) for number, value in found}
    tell(
        event="done",
        onnx=str(exported),
        names=names,
        map50=float(numbers.box.map50),
        map50_95=float(numbers.box.map),
        ap50=by_class,
        parameters=sum(p.numel() for p in best.model.parameters()),
    )


def main() -> None:
    """Only events may reach standard output."""
    events = sys.stdout
    with redirect_stdout(sys.stderr):
        run(json.load(sys.stdin), events)


if __name__ == "__main__":
    main()
