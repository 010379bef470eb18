"""What programs read about a brand and its rivals. Keys are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from braind.cli.shapes import Shape, styles_shape
from braind.domain import Brand, BrandMatch, StyleProfile, StyleScores

if TYPE_CHECKING:
    from braind.insights.kinds import Difference, Differentiation, DriftStep, LookAlike, WhatIf


def differentiation_shape(brand: Brand, found: Differentiation, paths: Mapping[int, str]) -> Shape:
    """What two brands share and what sets the first apart, strongest first."""
    return {
        "brand": brand.name,
        "other": found.other.name,
        "apart": [_difference_shape(difference) for difference in found.apart],
        "shared": [_difference_shape(difference) for difference in found.shared],
        "own_looks": [{"look": look, "photo": paths.get(look)} for look in found.own_looks],
    }


def _difference_shape(difference: Difference) -> Shape:
    trait = difference.trait
    return {
        "question": trait.question.value if trait.question else None,
        "word": trait.word,
        "ours": round(difference.ours, 4),
        "theirs": round(difference.theirs, 4),
        "effect": round(difference.effect, 4),
        "strength": difference.strength.value,
    }


def look_alikes_shape(brand: Brand, found: Iterable[LookAlike], paths: Mapping[int, str]) -> Shape:
    """Nearly identical looks, common photos first."""
    return {
        "brand": brand.name,
        "look_alikes": [
            {
                "look": alike.pair.query_look,
                "photo": paths.get(alike.pair.query_look),
                "other": alike.other.name,
                "other_look": alike.pair.look,
                "other_photo": paths.get(alike.pair.look),
                "same_photo": alike.same_photo,
                "score": round(alike.pair.score, 5),
                "parts": {p.value: round(share, 4) for p, share in alike.pair.parts.items()},
            }
            for alike in found
        ],
    }


def what_if_shape(brand: Brand, change: WhatIf) -> Shape:
    """A brand before and after an imagined change."""
    return {
        "brand": brand.name,
        "moved": round(change.moved, 5),
        "before": _state_shape(change.before, change.neighbours_before),
        "after": _state_shape(change.after, change.neighbours_after),
    }


def _state_shape(profile: StyleProfile, neighbours: Sequence[BrandMatch]) -> Shape:
    return {
        "looks": profile.count,
        "styles": styles_shape(StyleScores(profile.mean)),
        "cohesion": round(profile.cohesion, 4),
        "neighbours": [
            {"brand": m.brand.name, "level": m.level.value, "score": round(m.score, 5)}
            for m in neighbours
        ],
    }


def drift_shape(brand: Brand, steps: Iterable[DriftStep], undated: Mapping[str, int]) -> Shape:
    """A brand's seasons, oldest first, and how many looks belong to none."""
    return {
        "brand": brand.name,
        "seasons": [
            {
                "season": step.season,
                "looks": step.looks,
                "styles": styles_shape(StyleScores(step.styles)),
                "moved": round(step.moved, 5),
                "nearest": [brand.name for brand in step.nearest],
            }
            for step in steps
        ],
        "undated": [{"lookbook": name or None, "looks": count} for name, count in undated.items()],
    }
