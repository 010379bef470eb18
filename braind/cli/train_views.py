"""Results of the training lab, for people and programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from braind.cli.tables import table
from braind.cli.texts import say
from braind.lab.kinds import Area
from braind.report.tables import csv_bytes
from braind.vocabulary import label

if TYPE_CHECKING:
    from braind.lab.body import BodyDone
    from braind.lab.cluster import Clustered, Clustering
    from braind.lab.features import Features
    from braind.lab.kinds import FamilyDone, HeatSeen, Matrix, PartsMade
    from braind.lab.propose import Proposed
    from braind.vocabulary import Style


def parts_view(made: PartsMade, language: str) -> str:
    """One line about the split, and warnings."""
    counts = ", ".join(f"{part} {n} ({made.shoots[part]})" for part, n in made.photos.items())
    lines = [say("lab_parts", language, counts=counts)]
    if made.rare:
        names = ", ".join(label(style, language) for style in made.rare)
        lines.append(say("lab_rare", language, styles=names))
    if made.unlabelled:
        lines.append(say("lab_unlabelled", language, photos=made.unlabelled))
    return "\n".join(lines)


def parts_shape(made: PartsMade) -> dict[str, Any]:
    """The same for programs."""
    return {"event": "parts", **asdict(made)}


def families_view(results: Sequence[FamilyDone], language: str) -> str:
    """The comparison, then the matrices of the family that is best where it was not measured."""
    best = chosen(results)
    blocks = [
        _comparison(results, language),
        say("lab_chosen", language, family=best.family, model=best.model),
        _confusions(best.confusion, language),
        _dominant(best.labels, best.dominant, language),
    ]
    return "\n\n".join(blocks)


def families_shape(results: Sequence[FamilyDone], made: PartsMade | None) -> dict[str, Any]:
    """All numbers."""
    rows = [{**asdict(one), "macro_f1": one.macro_f1, "model": str(one.model)} for one in results]
    parts = asdict(made) if made else None
    return {"parts": parts, "families": rows, "chosen": chosen(results).family}


def chosen(results: Sequence[FamilyDone]) -> FamilyDone:
    """The best on the photos for choosing; the test photos have no say in it."""
    return max(results, key=lambda one: one.tune_score)


def _comparison(results: Sequence[FamilyDone], language: str) -> str:
    styles = [label(style, language) for style in results[0].labels]
    head = ("family", "params M", "MB", "epoch", "CPU ms", "macro F1", *styles)
    rows = [
        (
            str(one.family),
            f"{one.parameters / 1e6:.1f}",
            f"{one.size_bytes / 1e6:.1f}",
            f"{one.best_epoch}/{one.epochs}",
            f"{one.cpu_ms:.1f}",
            f"{one.macro_f1:.2f}",
            *(f"{score.f1:.2f}" for score in one.styles),
        )
        for one in results
    ]
    first = results[0]
    always = (f"{score.all_positive_f1:.2f}" for score in first.styles)
    rows.append((say("lab_always", language), *[""] * 4, f"{first.always_yes:.2f}", *always))
    return table([head, *rows], numbers=range(1, len(head)))


def _confusions(matrices: Mapping[Style, Matrix], language: str) -> str:
    rows = [say("lab_confusion", language).split("|")]
    for style, ((no, false_yes), (false_no, yes)) in matrices.items():
        rows.append([label(style, language), *map(str, (yes, false_yes, false_no, no))])
    return table(rows, numbers=range(1, 5))


def _dominant(labels: Sequence[Style], matrix: Matrix, language: str) -> str:
    names = [label(style, language) for style in labels]
    rows = [(say("lab_dominant", language), *names)]
    rows += [(name, *map(str, row)) for name, row in zip(names, matrix, strict=True)]
    return table(rows, numbers=range(1, len(names) + 1))


def heat_view(seen: Sequence[HeatSeen], language: str) -> str:
    """Shares of heat beside the areas' sizes, a line a photo and the mean."""
    from braind.lab.heat import mean_shares

    head = ["photo", "style", "score", *(say(f"area_{area}", language) for area in Area)]
    rows = [
        [
            one.picture.name,
            label(one.style, language),
            f"{one.score:.2f}",
            *(_against(one.heat[area], one.size[area]) for area in Area),
        ]
        for one in seen
    ]
    means = mean_shares(seen)
    rows.append([say("heat_mean", language), "", "", *(_against(*means[area]) for area in Area)])
    return f"{table([head, *rows], numbers=range(2, len(head)))}\n\n{say('heat_note', language)}"


def heat_shape(seen: Sequence[HeatSeen]) -> dict[str, Any]:
    """All shares."""
    from braind.lab.heat import mean_shares

    photos = [{**asdict(one), "picture": str(one.picture)} for one in seen]
    means = {area: {"heat": h, "size": s} for area, (h, s) in mean_shares(seen).items()}
    return {"photos": photos, "mean": means}


def _against(heat: float, size: float) -> str:
    return f"{heat:.0%}/{size:.0%}"


def proposed_view(made: Proposed, language: str) -> str:
    """What was written, and what to do next."""
    photos = ", ".join(f"{name} {n}" for name, n in made.photos.items())
    rows = [(say(f"body_{part}", language), str(n)) for part, n in made.boxes.items()]
    lines = [say("lab_proposed", language, path=made.dataset, photos=photos)]
    if made.kept:
        lines.append(say("lab_kept", language, photos=made.kept))
    return "\n".join([*lines, table(rows, numbers=(1,)), say("lab_correct", language)])


def proposed_shape(made: Proposed) -> dict[str, Any]:
    """The same for programs."""
    return {**asdict(made), "dataset": str(made.dataset)}


def body_view(done: BodyDone, language: str) -> str:
    """Average precision a class."""
    rows = [(say(f"body_{part}", language), f"{value:.3f}") for part, value in done.ap50.items()]
    rows.append((say("heat_mean", language), f"{done.map50:.3f}"))
    head = ("", "AP50")
    return f"{table([head, *rows], numbers=(1,))}\n\n{say('lab_model', language, path=done.model)}"


def body_shape(done: BodyDone) -> dict[str, Any]:
    """All numbers."""
    return {**asdict(done), "model": str(done.model)}


def cluster_view(result: Clustered, language: str) -> str:
    """A line a division, the best one marked."""
    head = ("", "method", "groups", "silhouette", "Davies–Bouldin", "Calinski–Harabasz", "sizes")
    rows = [
        (
            "→" if one is result.best else "",
            str(one.method),
            str(len(one.sizes)),
            f"{one.silhouette:.3f}",
            f"{one.davies_bouldin:.2f}",
            f"{one.calinski_harabasz:.1f}",
            " ".join(map(str, one.sizes)),
        )
        for one in result.divisions
    ]
    note = say(
        "lab_clustered", language, looks=result.looks, axes=result.axes, share=result.explained
    )
    return f"{table([head, *rows], numbers=(2, 3, 4, 5))}\n\n{note}"


def cluster_shape(features: Features, result: Clustered) -> dict[str, Any]:
    """All indices, and the groups of the best division."""
    rows = [
        {k: v for k, v in asdict(one).items() if k != "labels"} | {"groups": len(one.sizes)}
        for one in result.divisions
    ]
    photos = [
        {"photo": path, "brand": brand, "group": group}
        for path, brand, group in zip(
            features.paths, features.brands, result.best.labels, strict=True
        )
    ]
    facts = {"looks": result.looks, "axes": result.axes, "explained": result.explained}
    return {**facts, "divisions": rows, "photos": photos}


def cluster_csv(features: Features, best: Clustering) -> bytes:
    """Photo, brand and group, for a spreadsheet."""
    rows = zip(features.paths, features.brands, best.labels, strict=True)
    return csv_bytes([("photo", "brand", "group"), *rows])
