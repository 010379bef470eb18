"""The five-class body detector through ultralytics, from the user's own weights.

ultralytics is under AGPL-3.0 and is no part of BRAIND: it is loaded only where a user has installed
it and chosen this backend. It is kept from installing, fetching and reporting anything.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from braind.backends.batches import Batches
from braind.backends.body_boxes import Found, check_classes, people_in
from braind.backends.context import BackendContext
from braind.backends.torch_device import torch_device
from braind.domain import Box, Detection, Photo
from braind.errors import ModelError
from braind.files import private_folder
from braind.stages.person import RIVAL, detection_of
from braind.weights import StoredWeights

SIDE = 640
MOST_OVERLAP = 0.7
AT_ONCE = 8
_QUIET = {
    "YOLO_AUTOINSTALL": "false",
    "YOLO_OFFLINE": "true",
    "YOLO_VERBOSE": "false",
    # Only weights and known classes are read from a file, no code.
    "ULTRALYTICS_SAFE_LOAD": "true",
}


def load_ultralytics(folder: Path) -> Any:  # noqa: ANN401
    """The module, with its settings in ``folder``; it must not be imported in another way.

    Raises ``ModelError`` when it would run code from weight files: it is too old, or was imported
    before it was told not to, or torch is too old to keep it from that.
    """
    private_folder(folder)
    os.environ.update({**_QUIET, "YOLO_CONFIG_DIR": str(folder)})
    import torch
    import ultralytics

    # What it needs of torch to read weights alone; without that it would read everything.
    can = hasattr(torch.serialization, "get_unsafe_globals_in_checkpoint")
    if not (can and getattr(ultralytics.utils, "SAFE_LOAD", False)):
        raise ModelError(
            "ultralytics_unsafe",
            "This ultralytics would run code that a weight file brings along.",
            "Update it: pip install -U ultralytics torch",
        )
    ultralytics.settings.update({"sync": False})
    return ultralytics


class UltralyticsPerson:
    """Finds people with a ``.pt`` detector; ``confidence`` is the least score of a box."""

    def __init__(
        self, weights: StoredWeights, device: str, confidence: float, folder: Path
    ) -> None:
        ultralytics = load_ultralytics(folder)
        self.device = torch_device(device)
        try:
            self._net = ultralytics.YOLO(str(weights.path))
            names = dict(self._net.names)
        except Exception as error:  # whatever a file that is no detector makes it raise
            raise ModelError(
                "model_unusable",
                f"ultralytics cannot load {weights.path.name}: {error}",
                "Use a YOLOv8 detector that was saved by ultralytics.",
            ) from error
        check_classes(names.values(), self._net.task == "pose")
        self._names, self._confidence, self._sha256 = names, confidence, weights.sha256
        self._batches = Batches(AT_ONCE)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, frame and thresholds."""
        return {
            "backend": "ultralytics",
            "weights": self._sha256,
            "frame": SIDE,
            "thresholds": [self._confidence, MOST_OVERLAP, RIVAL],
        }

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        return self._batches.run(self._detect, photos)

    def _detect(self, photos: Sequence[Photo]) -> list[Detection]:
        # One by one they are all framed in the same way; together only those of one shape are.
        return [self._judged(photo) for photo in photos]

    def _judged(self, photo: Photo) -> Detection:
        (result,) = self._net.predict(
            np.ascontiguousarray(photo.pixels[..., ::-1]),
            imgsz=SIDE, conf=self._confidence, iou=MOST_OVERLAP, device=self.device,
            verbose=False, save=False,
        )  # fmt: skip
        height, width = photo.pixels.shape[:2]
        return detection_of(people_in(self._found(result), (width, height)))

    def _found(self, result: Any) -> list[Found]:  # noqa: ANN401
        boxes = result.boxes.cpu().numpy()
        points = None if result.keypoints is None else result.keypoints.data.cpu().numpy()
        return [
            Found(
                self._names[int(number)],
                Box(*map(float, corners)),
                float(score),
                None if points is None else points[i],
            )
            for i, (number, corners, score) in enumerate(
                zip(boxes.cls, boxes.xyxy, boxes.conf, strict=True)
            )
        ]


def create(context: BackendContext) -> UltralyticsPerson:
    """Build it from the weights that the user added and vouched for."""
    weights = context.find_weights("yolov8-torch", "")
    assert isinstance(weights, StoredWeights), "a user's file lies on disk"
    folder = (context.cache or Path(tempfile.gettempdir()) / "braind") / "ultralytics"
    confidence = float(context.settings["confidence"])
    backend = UltralyticsPerson(weights, context.device, confidence, folder)
    context.devices_in_use.add(backend.device)
    return backend
