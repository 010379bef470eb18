"""Style heads for FashionSigLIP: from its prompts towards a user's own labels.

A head is one logistic regression a style on frozen embeddings. It starts as the zero-shot decision,
and is pulled back to it (a Gaussian prior around the prompts), so that few photos change little.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.backends.siglip import ImageTower
from braind.backends.siglip_style import Heads
from braind.domain import Floats, Photo
from braind.errors import PhotoError
from braind.evaluation import StyleScore
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.files import write_whole
from braind.ground import hash_ground
from braind.lab.kinds import Part, Truth
from braind.lab.parts import share_out
from braind.lab.samples import look_at, shoots_of, usable_styles
from braind.lab.scores import mean_precision, score_styles
from braind.lab.shots import Shot
from braind.labelled import Labelled
from braind.pipeline import AnalyzedPerson, Pipeline
from braind.training.calibrate import platt, sigmoid
from braind.vocabulary import STYLES, Style

PULLS = (1e-2, 1e-3, 1e-4)  # strengths of the pull back to the prompts, the strongest first
Doubles = NDArray[np.float64]
See = Callable[[Photo], AnalyzedPerson | None]


@dataclass(frozen=True, slots=True)
class HeadsDone:
    """Trained heads, measured on photos of shoots that nothing was learned from or chosen by.

    ``before`` are the prompts' scores on the same photos. Styles without enough labels keep them.
    """

    path: Path
    photos: int
    pull: float
    before: tuple[StyleScore, ...]
    after: tuple[StyleScore, ...]


HeadsEvent = Progress | PhotoFailed | PhotoExcluded | HeadsDone


def train_heads(
    labelled: Sequence[Labelled], path: Path, see: See, tower: ImageTower, prompts: Heads
) -> Generator[HeadsEvent, None, None]:
    """Fit, calibrate, measure and write heads as JSON to ``path``, a job.

    ``see`` finds the person of a photo, without a face. Raises ``PhotoError`` when no style has
    enough photos, ``LabError`` for too few shoots, ``StoreError`` for a file that is not written.
    """
    labels, _ = usable_styles(labelled)
    full = [one for one in labelled if all(style in one.grades for style in labels)]
    if not labels or not full:
        raise PhotoError(
            "lab_few_photos",
            "No style has enough photos to learn it from.",
            f"Label more photos; styles are: {', '.join(STYLES)}.",
        )
    rows, vectors, shots = yield from _embed(full, see, tower)
    chosen = [full[row] for row in rows]
    truth: Truth = np.array([[one.styles[s] for s in labels] for one in chosen], np.bool_)
    parts = share_out(truth, shoots_of(chosen, shots))
    columns = [STYLES.index(style) for style in labels]
    start = prompts.weights[columns].astype(np.float64)
    weights, bias, pull = _chosen(vectors, truth, parts[Part.TRAIN], parts[Part.TUNE], start)
    slope, shift = platt(vectors[parts[Part.TUNE]] @ weights.T + bias, truth[parts[Part.TUNE]])
    heads = Heads(prompts.weights.copy(), prompts.bias.copy(), "")
    heads.weights[columns] = weights * slope[:, None]
    heads.bias[columns] = bias * slope + shift
    before, after = (
        _measured(labels, truth, vectors, parts[Part.TEST], one.weights[columns], one.bias[columns])
        for one in (prompts, heads)
    )
    done = HeadsDone(path, len(parts[Part.TRAIN]), pull, before, after)
    write_whole(path, [json.dumps(_card(heads, tower, done), indent=1).encode()])
    yield done


def see_largest(line: Pipeline) -> See:
    """Finds the largest person of a photo by a pipeline."""

    def see(photo: Photo) -> AnalyzedPerson | None:
        (analysis,) = line.analyze([photo], accept_partial=True)
        return next(iter(analysis.looks), None)

    return see


def _embed(
    labelled: Sequence[Labelled], see: See, tower: ImageTower
) -> Generator[Progress | PhotoFailed | PhotoExcluded, None, tuple[list[int], Floats, list[Shot]]]:
    """Places of the photos that could be read, their vectors (N, D), and where they were taken."""
    rows: list[int] = []
    vectors: list[Floats] = []
    shots: list[Shot] = []

    def keep(row: int, photo: Photo, seen: AnalyzedPerson) -> None:
        rows.append(row)
        vectors.append(tower.embed([seen.cutout])[0])
        ground = hash_ground(photo.pixels, seen.person.box)
        shots.append(Shot.of(photo, ground, labelled[row].folder))

    yield from look_at(labelled, see, keep)
    return rows, np.array(vectors, np.float32), shots


def _chosen(
    vectors: Floats,
    truth: Truth,
    train: NDArray[np.intp],
    tune: NDArray[np.intp],
    start: Doubles,
) -> tuple[Doubles, Doubles, float]:
    """Weights (K, D), bias (K,) and the pull that ranks the photos of ``tune`` best."""
    best: tuple[float, Doubles, Doubles, float] | None = None
    for pull in PULLS:
        fitted = [
            fit_head(vectors[train], truth[train, k], start[k], pull) for k in range(len(start))
        ]
        weights, bias = np.array([w for w, _ in fitted]), np.array([b for _, b in fitted])
        score = mean_precision(truth[tune], (vectors[tune] @ weights.T + bias).astype(np.float32))
        if best is None or score > best[0]:
            best = score, weights, bias, pull
    assert best is not None
    return best[1:]


def fit_head(
    vectors: Floats, truth: NDArray[np.bool_], start: Doubles, pull: float
) -> tuple[Doubles, float]:
    """Weights (D,) and bias of one style: mean log-loss, and ``pull`` / 2 · |weights - start|²."""
    from scipy.optimize import minimize

    x, y = vectors.astype(np.float64), truth.astype(np.float64)
    known = x @ start

    def loss(values: Doubles) -> tuple[float, Doubles]:
        odds = known + x @ values[:-1] + values[-1]
        error = (sigmoid(odds) - y) / len(y)
        cost = float(
            np.mean(np.logaddexp(0, odds) - y * odds) + pull / 2 * values[:-1] @ values[:-1]
        )
        return cost, np.append(error @ x + pull * values[:-1], error.sum())

    found = minimize(loss, np.zeros(len(start) + 1), jac=True, method="L-BFGS-B").x
    return start + found[:-1], float(found[-1])


def _measured(
    labels: Sequence[Style],
    truth: Truth,
    vectors: Floats,
    test: NDArray[np.intp],
    weights: Floats,
    bias: Floats,
) -> tuple[StyleScore, ...]:
    scores = sigmoid(vectors[test] @ weights.T + bias).astype(np.float32)
    return score_styles(labels, truth[test], scores)


def _card(heads: Heads, tower: ImageTower, done: HeadsDone) -> dict[str, object]:
    """What ``Heads.read`` reads, and how the heads came about."""
    return {
        "encoder": tower.sha256,
        "labels": list(STYLES),
        "weights": heads.weights.astype(float).round(5).tolist(),
        "bias": heads.bias.astype(float).round(5).tolist(),
        "training": {"photos": done.photos, "pull": done.pull},
        "measured": {
            "f1": {one.style: round(one.f1, 4) for one in done.after},
            "f1_of_the_prompts": {one.style: round(one.f1, 4) for one in done.before},
        },
    }
