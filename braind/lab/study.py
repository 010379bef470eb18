"""The comparison of style classifiers on a user's own photos, as one job."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.errors import PhotoError
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.lab.exporting import Classifier, export_calibrated, keep_weights, write_card
from braind.lab.fit import Fitted, fit
from braind.lab.kinds import EpochDone, Family, FamilyDone, Part, PartsMade, StylePlan
from braind.lab.nets import count_parameters
from braind.lab.parts import share_out
from braind.lab.pictures import Viewer
from braind.lab.samples import Samples, compose, make_pictures, usable_styles
from braind.lab.scores import confusion, dominant, score_styles
from braind.labelled import Labelled
from braind.vocabulary import STYLES, Style

StudyEvent = Progress | PhotoFailed | PhotoExcluded | PartsMade | EpochDone | FamilyDone
Rows = Mapping[Part, NDArray[np.intp]]
RUNS = "runs"  # folder of what is only needed to take a study up again


def compare_families(
    labelled: Sequence[Labelled], out: Path, plan: StylePlan
) -> Generator[StudyEvent, None, None]:
    """Train, calibrate, export and measure a classifier of each family, a job.

    ``out`` gets ``<family>.onnx``, its card ``.json`` and its tensors ``.pt``. Closed and started
    again with the same photos and plan, it goes on where it was. Raises ``PhotoError`` when no
    style has enough photos, ``LabError`` for too few shoots, ``ModelError`` for bad weights.
    """
    labels, rare = usable_styles(labelled)
    full = [one for one in labelled if all(s in one.grades for s in labels)]
    if not labels or not full:
        raise _too_few()
    made = yield from make_pictures(full, Viewer(plan.size, plan.view), out / RUNS)
    if not len(made.rows):
        raise _too_few()
    samples = compose(full, labels, made)
    parts = share_out(samples.truth, samples.shoots, seed=plan.seed)
    yield _parts_made(samples, parts, rare, len(labelled) - len(full))
    for family in plan.families:
        yield from _one_family(family, samples, parts, plan, out)


def _too_few() -> PhotoError:
    return PhotoError(
        "lab_few_photos",
        "No style has enough photos to learn it from.",
        f"Label more photos with a person in them; styles are: {', '.join(STYLES)}.",
    )


def _parts_made(
    samples: Samples, parts: Rows, rare: tuple[Style, ...], unlabelled: int
) -> PartsMade:
    return PartsMade(
        photos={part: len(rows) for part, rows in parts.items()},
        shoots={part: len(np.unique(samples.shoots[rows])) for part, rows in parts.items()},
        styles={s: int(n) for s, n in zip(samples.labels, samples.truth.sum(axis=0), strict=True)},
        rare=rare,
        unlabelled=unlabelled,
    )


def _one_family(
    family: Family, samples: Samples, parts: Rows, plan: StylePlan, out: Path
) -> Generator[EpochDone | FamilyDone, None, None]:
    run = out / RUNS / f"{family}-{_mark(family, samples, plan)}.pt"
    fitted = yield from fit(family, samples, parts[Part.TRAIN], parts[Part.TUNE], plan, run)
    tune = parts[Part.TUNE]
    exported = export_calibrated(
        fitted.net, samples.pictures[tune], samples.truth[tune], out / f"{family}.onnx"
    )
    keep_weights(fitted.net, family, samples.labels, exported.path.with_suffix(".pt"))
    done = _measure(family, fitted, exported.path, exported.parity, samples, parts[Part.TEST])
    write_card(done, plan, exported, len(parts[Part.TRAIN]))
    yield done


def _measure(
    family: Family,
    fitted: Fitted,
    path: Path,
    parity: float,
    samples: Samples,
    test: NDArray[np.intp],
) -> FamilyDone:
    """The numbers of the very file that was written, on photos that nothing was chosen by."""
    classifier = Classifier(path)
    scores, truth = classifier.score(samples.pictures[test]), samples.truth[test]
    return FamilyDone(
        family=family,
        model=path,
        labels=samples.labels,
        parameters=count_parameters(fitted.net),
        size_bytes=path.stat().st_size,
        epochs=fitted.epochs,
        best_epoch=fitted.best_epoch,
        tune_score=fitted.score,
        styles=score_styles(samples.labels, truth, scores),
        confusion=confusion(samples.labels, truth, scores),
        dominant=dominant(samples.grades[test], scores),
        cpu_ms=classifier.milliseconds(samples.pictures[test[0]]),
        parity=parity,
    )


def _mark(family: Family, samples: Samples, plan: StylePlan) -> str:
    """Twelve hex digits that name everything that decides a net."""
    alone = replace(plan, families=(family,))
    facts = [repr(alone), samples.fingerprint, samples.labels]
    digest = hashlib.sha256(json.dumps(facts).encode())
    digest.update(samples.grades.tobytes() + samples.shoots.tobytes())
    return digest.hexdigest()[:12]
