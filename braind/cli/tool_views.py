"""Results of ``evaluate`` and ``bench``, for people and programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from braind.cli.tables import table
from braind.vocabulary import label

if TYPE_CHECKING:
    from braind.bench import Section
    from braind.evaluation import Evaluation


def evaluation_view(result: Evaluation, language: str) -> str:
    """Tables of styles and of answers, baselines beside them."""
    blocks = []
    if result.styles:
        head = ("style", "photos", "positive", "precision", "recall", "F1", "always yes")
        rows = [
            (
                label(s.style, language),
                str(s.photos),
                str(s.positives),
                *(f"{v:.2f}" for v in (s.precision, s.recall, s.f1, s.all_positive_f1)),
            )
            for s in result.styles
        ]
        blocks.append(table([head, *rows], numbers=range(1, 7)))
    if result.macro_f1 is not None:
        blocks.append(f"macro F1 {result.macro_f1:.3f}")
    if result.answers:
        answers = [
            (label(a.question, language), str(a.photos), f"{a.accuracy:.2f}", f"{a.majority:.2f}")
            for a in result.answers
        ]
        answers.insert(0, ("question", "photos", "accuracy", "commonest"))
        blocks.append(table(answers, numbers=range(1, 4)))
    if result.whole_body is not None:
        count = result.whole_body_photos
        blocks.append(f"whole-body verdict {result.whole_body:.3f} on {count} photos")
    blocks.append(f"{result.photos} photos, {result.unread} of them not readable")
    return "\n\n".join(blocks)


def evaluation_shape(result: Evaluation) -> dict[str, Any]:
    """All numbers."""
    return {
        "photos": result.photos,
        "unread": result.unread,
        "macro_f1": result.macro_f1,
        "styles": [asdict(score) for score in result.styles],
        "answers": [asdict(score) for score in result.answers],
        "whole_body": {"accuracy": result.whole_body, "photos": result.whole_body_photos},
    }


def bench_view(sections: Sequence[Section]) -> str:
    """A table a section."""
    blocks = []
    for section in sections:
        columns = range(1, len(section.rows[0]))
        blocks.append("\n".join([section.title, table(section.rows, columns), *section.notes]))
    return "\n\n".join(blocks)
