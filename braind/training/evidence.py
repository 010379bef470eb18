"""Fits the weights of evidence of the whole-body verdict (``braind.stages.person``).

Each training photo is seen whole and cropped at known places; two logistic regressions tell how
much every witness counts. The printed weights are rounded into the stage by hand, because the
stage must be readable without them. Run it again after the parser has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from braind.backends.context import BackendContext
from braind.backends.onnx_person import FILL, FRAME
from braind.backends.onnx_session import OnnxSession, open_session
from braind.body import Body
from braind.domain import BodyPart, Region
from braind.figures import find_figures
from braind.letterbox import letterbox, place
from braind.stages.person import foot_evidence, head_evidence, log_odds, read_maps
from braind.training.verdicts import Case, verdict_cases

NO_FEET = {"cut through the shins", "cut at the waist"}
NO_HEAD = {"cut at the neck"}
ONE_PERSON = {"photo", "small on plain ground", *NO_FEET, *NO_HEAD}

Sample = tuple[dict[str, float], bool]


def samples(session: OnnxSession, case: Case) -> tuple[list[Sample], list[Sample]]:
    """Evidence and truth of the case's feet, and of its head; empty where nobody is found."""
    pixels = np.asarray(case.image)
    size = (pixels.shape[1], pixels.shape[0])
    maps = session.run({"image": letterbox(pixels, FRAME, FILL)[None]})
    cells = FRAME[1] // maps["regions"].shape[2]
    view = read_maps(maps["regions"][0], place(size, FRAME).shrunk(cells), size)
    figures = find_figures(view.regions, expect_several=False)
    if not figures:
        return [], []
    body = Body(np.where(figures[0].mask, view.regions, Region.BACKGROUND).astype(np.uint8))
    seen, parts = body.feet(), [log_odds(float(p)) for p in maps["parts"][0]]
    feet = [
        (foot_evidence(body, part, part in seen, parts[i]), case.kind not in NO_FEET)
        for i, part in ((1, BodyPart.LEFT_FOOT), (2, BodyPart.RIGHT_FOOT))
    ]
    return feet, [(head_evidence(body, parts[0]), case.kind not in NO_HEAD)]


def fit(rows: list[Sample]) -> tuple[dict[str, float], float]:
    """Weights with their bias, and the accuracy on the same rows.

    A net that is sure of everything would get a negative weight; its opinion then counts nothing.
    """
    from sklearn.linear_model import LogisticRegression

    names = list(rows[0][0])
    values = np.array([[evidence[name] for name in names] for evidence, _ in rows])
    truth = np.array([inside for _, inside in rows])
    model = LogisticRegression().fit(values, truth)
    if model.coef_[0][names.index("opinion")] < 0:
        values[:, names.index("opinion")] = 0
        model.fit(values, truth)
    weights = dict(zip(names, model.coef_[0].round(2).tolist(), strict=True))
    weights["bias"] = round(float(model.intercept_[0]), 2)
    return weights, float(model.score(values, truth))


def _cases(data: Path, cache: Path, limit: int) -> Iterator[Case]:
    chosen = (c for c in verdict_cases(data, cache, "train", 0) if c.kind in ONE_PERSON)
    return islice(chosen, limit)


def run(data: Path, runs: Path, limit: int = 1500) -> None:
    """Print the weights fitted to the first ``limit`` training cases."""
    session = open_session("parser", BackendContext())
    feet: list[Sample] = []
    heads: list[Sample] = []
    for case in _cases(data, runs / "cache", limit):
        of_feet, of_head = samples(session, case)
        feet += of_feet
        heads += of_head
    for name, rows in (("FOOT_WEIGHTS", feet), ("HEAD_WEIGHTS", heads)):
        weights, accuracy = fit(rows)
        print(f"{name} = {weights}  # {accuracy:.3f} of {len(rows)} right")
