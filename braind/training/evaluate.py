"""Validation of the shipped files, as a user meets them: photos through the whole pipeline.

The numbers go into the model cards; the published ``val`` split is only ever read here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from braind.domain import Box, Cutout, Photo, Region
from braind.letterbox import place
from braind.pipeline import Analysis, Pipeline
from braind.sources import read_photo
from braind.training.cache import annotated_regions, ensure_cache
from braind.training.cards import AGREEMENT, update_card
from braind.training.crops import whole_cutouts
from braind.training.dataset import CACHE_SIZE, LookRow, load_looks, merged_classes
from braind.training.scoring import macro_f1
from braind.training.verdicts import verdict_cases
from braind.vocabulary import QUESTIONS, STYLES, Question

OPAQUE = 128
ASKED = tuple(q for q in QUESTIONS if q is not Question.FAMOUS_BRAND)


def found_map(cutout: Cutout, shape: tuple[int, ...]) -> np.ndarray:
    """Regions of a cutout at its place in a photo of ``shape``; 0 outside its alpha mask."""
    assert cutout.regions is not None
    left, top = int(cutout.box.left), int(cutout.box.top)
    size = int(cutout.box.width), int(cutout.box.height)
    alpha = Image.fromarray(cutout.rgba[..., 3]).resize(size, Image.Resampling.BILINEAR)
    named = Image.fromarray(cutout.regions).resize(size, Image.Resampling.NEAREST)
    found = np.zeros(shape, np.uint8)
    inside = np.maximum(np.asarray(named), 1) * (np.asarray(alpha) >= OPAQUE)
    found[top : top + size[1], left : left + size[0]] = inside
    return found


def evaluate_parser(pipeline: Pipeline, data: Path, cache: Path, split: str) -> dict[str, object]:
    """Person-mask IoU (mean over photos), IoU per class, and whole-body verdict accuracy.

    The mask is the cutout's, as users get it; the classes are compared within it.
    """
    rows = enumerate(load_looks(data))
    chosen = {i: row for i, row in rows if row.split == split and row.has_parsing}
    photos = [read_photo(data / f"ccp/photos/{row.photo}.jpg") for row in chosen.values()]
    truths = _annotated(data, cache, chosen)
    ious, hit, seen = [], np.zeros(len(Region)), np.zeros(len(Region))
    for truth, (photo, people) in zip(truths, whole_cutouts(photos), strict=True):
        shape = photo.pixels.shape[:2]
        found = found_map(people[0], shape) if people else np.zeros(shape, np.uint8)
        both, either = ((found > 0) & (truth > 0)).sum(), ((found > 0) | (truth > 0)).sum()
        ious.append(both / max(1, either))
        for region in Region:
            hit[region] += ((found == region) & (truth == region)).sum()
            seen[region] += ((found == region) | (truth == region)).sum()
    verdicts = evaluate_verdicts(pipeline, data, cache, split)
    classes = {r.name.lower(): hit[r] / max(1, seen[r]) for r in Region}
    return {
        "photos": len(ious),
        "person_iou": float(np.mean(ious)),
        "person_iou_median": float(np.median(ious)),
        "class_iou": classes,
        "whole_body": verdicts,
    }


def _annotated(data: Path, cache: Path, chosen: Mapping[int, LookRow]) -> Iterator[np.ndarray]:
    """The annotators' region maps, uint8 (H, W), at the photos' own sizes."""
    table, faces = merged_classes(data), np.load(cache / "faces.npy")
    for i, row in chosen.items():
        path = data / f"ccp/parsing/{row.photo}.png"
        face = None
        if not np.isnan(faces[i]).any():
            with Image.open(path) as annotated:
                where = place(annotated.size, CACHE_SIZE)
            box = where.to_picture(Box(*faces[i].tolist()))
            face = box.left, box.top, box.right, box.bottom
        yield annotated_regions(path, table, face)


def evaluate_verdicts(pipeline: Pipeline, data: Path, cache: Path, split: str) -> dict[str, object]:
    """Accuracy of "one whole body or not", in all and by kind of picture."""
    right: dict[str, list[bool]] = defaultdict(list)
    for case in verdict_cases(data, cache, split):
        pixels = np.ascontiguousarray(np.asarray(case.image.convert("RGB")))
        photo = Photo("case", "", pixels, case.image.size)
        verdict = next(pipeline.analyze([photo])).detection.is_whole_body
        right[case.kind].append(verdict == case.whole)
    every = [value for values in right.values() for value in values]
    return {
        "accuracy": float(np.mean(every)),
        "pictures": len(every),
        "by_kind": {kind: float(np.mean(values)) for kind, values in right.items()},
    }


def _read_all(pipeline: Pipeline, data: Path, rows: list[LookRow]) -> list[Analysis]:
    photos = (read_photo(data / f"ccp/photos/{row.photo}.jpg") for row in rows)
    return list(pipeline.analyze(photos, accept_partial=True))


def style_numbers(scores: np.ndarray, truth: np.ndarray) -> dict[str, object]:
    """F1 at 0.5 per style against "always yes", for float (N, 7) and bool (N, 7)."""
    f1 = macro_f1(scores, truth, np.full(len(STYLES), 0.5))
    always = macro_f1(np.ones_like(scores), truth, np.full(len(STYLES), 0.5))
    return {
        "macro_f1": float(f1.mean()),
        "macro_f1_always_yes": float(always.mean()),
        "f1": dict(zip(STYLES, map(float, f1), strict=True)),
        "f1_always_yes": dict(zip(STYLES, map(float, always), strict=True)),
        "positives": dict(zip(STYLES, map(int, truth.sum(0)), strict=True)),
    }


def answer_numbers(analyses: list[Analysis], rows: list[LookRow]) -> dict[str, object]:
    """Accuracy per question, and recall per word with its count."""
    right: dict[str, list[bool]] = {q: [] for q in ASKED}
    words: dict[str, Counter[str]] = {q: Counter() for q in ASKED}
    found: dict[str, Counter[str]] = {q: Counter() for q in ASKED}
    for analysis, row in zip(analyses, rows, strict=True):
        said = {a.question: a.word for look in analysis.looks[:1] for a in look.answers}
        for question in ASKED:
            truth = row.labels[question]
            if truth == "unknown":
                continue
            hit = said.get(question) == truth
            right[question].append(hit)
            words[question][truth] += 1
            found[question][truth] += hit
    return {
        "accuracy": {q: float(np.mean(right[q])) for q in ASKED},
        "recall": {q: {w: f"{found[q][w]}/{n}" for w, n in words[q].most_common()} for q in ASKED},
        "annotator_agreement": {q: AGREEMENT[q] for q in ASKED},
    }


def evaluate_looks(pipeline: Pipeline, data: Path, split: str) -> dict[str, Any]:
    """Styles and the nine answers with a truth, over every photo of ``split``."""
    rows = [row for row in load_looks(data) if row.split == split]
    analyses = _read_all(pipeline, data, rows)
    blank = np.zeros(len(STYLES), np.float32)
    scores = np.stack([a.looks[0].styles.values if a.looks else blank for a in analyses])
    truth = np.array([[row.labels[s] != "0" for s in STYLES] for row in rows])
    return {
        "photos": len(rows),
        "unread": sum(not a.looks for a in analyses),
        "styles": {
            **style_numbers(scores, truth),
            "annotator_agreement_f1": AGREEMENT["styles_f1"],
        },
        "answers": answer_numbers(analyses, rows),
    }


def run(
    data: Path, runs: Path, split: str = "val", models: Path = Path("resources/models")
) -> dict[str, object]:
    """Evaluate everything; on ``val`` the cards are updated."""
    cache = ensure_cache(data, runs)
    pipeline = Pipeline.embedded()
    parser = evaluate_parser(pipeline, data, cache, split)
    looks = evaluate_looks(pipeline, data, split)
    if split == "val":
        update_card(models / "parser.onnx", validation=parser)
        update_card(
            models / "style.onnx", validation={"photos": looks["photos"], **looks["styles"]}
        )
        update_card(
            models / "garments.onnx", validation={"photos": looks["photos"], **looks["answers"]}
        )
    return {"parser": parser, "looks": looks}
