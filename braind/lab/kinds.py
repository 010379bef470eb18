"""What the lab talks about: plans, events and results. Needs neither torch nor scikit-learn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.errors import BraindError, ModelError
from braind.evaluation import StyleScore
from braind.letterbox import Size
from braind.vocabulary import Style

Truth = NDArray[np.bool_]
Matrix = tuple[tuple[int, ...], ...]


class Family(StrEnum):
    """The backbone families that the original pipeline compared; the small net of each."""

    SHUFFLENET = "shufflenet"
    REGNET = "regnet"
    EFFICIENTNET = "efficientnet"
    SWIN = "swin"


class View(StrEnum):
    """What a classifier sees: the face-cropped person on grey, or the photo as it is."""

    CUTOUT = "cutout"
    PHOTO = "photo"


class Area(StrEnum):
    """Where in a picture a net may look."""

    FACE = "face"  # and hair
    BAG = "bag"
    BACKGROUND = "background"
    GARMENTS = "garments"  # shoes, headwear and accessories too
    SKIN = "skin"


class Part(StrEnum):
    """The parts of the user's photos: no shoot is in two of them."""

    TRAIN = "train"
    TUNE = "tune"  # when to stop, how to calibrate
    TEST = "test"  # what is reported


@dataclass(frozen=True, slots=True)
class StylePlan:
    """How style classifiers are trained; ``size`` is (width, height) of what they see.

    ``weights`` are files to start from, by family; without one a net starts at random.
    ``patience`` is how many epochs may pass without a better one.
    """

    families: tuple[Family, ...] = tuple(Family)
    size: Size = (128, 256)
    view: View = View.CUTOUT
    epochs: int = 40
    patience: int = 8
    batch: int = 16
    rate: float = 1e-3
    seed: int = 1
    weights: Mapping[Family, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartsMade:
    """How the photos were shared out, by part; and how many photos have a style.

    ``rare`` are styles with too few photos to learn or to measure; ``unlabelled`` photos lack the
    grade of a style.
    """

    photos: Mapping[Part, int]
    shoots: Mapping[Part, int]
    styles: Mapping[Style, int]
    rare: tuple[Style, ...]
    unlabelled: int


@dataclass(frozen=True, slots=True)
class EpochDone:
    """A net has seen all photos once more. ``score`` is ``mean_precision`` on ``tune``."""

    family: Family
    epoch: int
    epochs: int
    loss: float
    score: float
    seconds: float


@dataclass(frozen=True, slots=True)
class FamilyDone:
    """A trained, calibrated and exported classifier, measured on the ``test`` photos.

    ``confusion`` holds a 2×2 matrix a style, ((true no, false yes), (false no, true yes)), and
    ``dominant`` counts photos by their strongest style (rows) and the best scored (columns), for
    photos with one strongest style. ``parity`` is the largest difference of ONNX from torch,
    ``cpu_ms`` the median processor time of a picture.
    """

    family: Family
    model: Path
    labels: tuple[Style, ...]
    parameters: int
    size_bytes: int
    epochs: int
    best_epoch: int
    tune_score: float
    styles: tuple[StyleScore, ...]
    confusion: Mapping[Style, Matrix]
    dominant: Matrix
    cpu_ms: float
    parity: float

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the styles that occur among the test photos."""
        return _mean([score.f1 for score in self.styles if score.positives])

    @property
    def always_yes(self) -> float:
        """The same for claiming every style of every photo."""
        return _mean([score.all_positive_f1 for score in self.styles if score.positives])


@dataclass(frozen=True, slots=True)
class HeatSeen:
    """Where a net looked in a photo for a style: shares by area, and those areas' sizes.

    Both sum to 1. ``picture`` is the file that shows it.
    """

    path: str
    style: Style
    score: float
    heat: Mapping[Area, float]
    size: Mapping[Area, float]
    picture: Path


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def require(extra: str, *packages: str) -> None:
    """Raise ``ModelError`` when a package of an optional part of BRAIND is not installed."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        line = f'pip install "braind[{extra}]"'
        raise ModelError(
            "backend_not_installed",
            f"The training lab needs {', '.join(missing)}, which is not installed.",
            f"Run: {line}",
            command=line,
        )


class LabError(BraindError):
    """The photos or files given to the lab cannot be used."""
