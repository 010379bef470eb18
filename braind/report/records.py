"""A brand's report for programs, in the shapes of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from braind.domain import EvidencePair, Look, Swatch
from braind.insights.axes import axis_ends
from braind.insights.kinds import (
    Differentiation,
    HonestProfile,
    Interval,
    PositionMap,
    SubStyle,
    Trait,
)
from braind.report.brand_report import BrandReport, Competitor
from braind.vocabulary import STYLES

Record = dict[str, Any]


def brand_record(report: BrandReport) -> Record:
    """Everything of a report but its pictures and where photos lie: it may be passed on."""
    return {
        "brand": report.brand.name,
        "made_on": report.made_on.isoformat(),
        "library": {"brands": report.brands, "looks": report.looks_compared},
        "excluded": report.excluded,
        "stale": report.stale,
        "packs": [asdict(origin) for origin in report.origins],
        **_profile(report.honest),
        "sub_styles": [_sub_style(group) for group in report.sub_styles],
        "brands": [_competitor(rival) for rival in report.competitors],
        "differences": [_differences(found) for found in report.differences],
        "look_alikes": [
            {"brand": alike.other.name, "same_photo": alike.same_photo, **_pair(alike.pair)}
            for alike in report.look_alikes
        ],
        "maps": [_map(found, report.language) for found in report.maps],
        "white_space": [
            {
                "styles": {style.value: _number(share) for style, share in spot.styles},
                "gap": _number(spot.gap),
                "nearest": [brand.name for brand in spot.nearest],
            }
            for spot in report.white_spots
        ],
        "looks": [_look(look, report) for look in report.looks],
        "models": [
            {"id": model.id, "licence": model.licence, "sha256": model.sha256,
             "data": [f"{name} [{licence}]" for name, licence in model.data],
             "limits": list(model.limits)}
            for model in report.models
        ],
    }  # fmt: skip


def _number(value: float) -> float:
    return round(float(value), 4)


def _interval(interval: Interval) -> list[float]:
    return [_number(interval.low), _number(interval.high)]


def _profile(honest: HonestProfile) -> Record:
    profile = honest.profile
    columns = zip(STYLES, profile.mean, profile.spread, honest.style_intervals, strict=True)
    return {
        "recipe": profile.recipe,
        "count": profile.count,
        "shoots": honest.shoots,
        "reliable": honest.is_reliable,
        "doubts": [doubt.value for doubt in honest.doubts],
        "styles": {
            style.value: {"mean": _number(mean), "spread": _number(spread),
                          "interval": _interval(interval)}
            for style, mean, spread, interval in columns
        },
        "palette": _palette(profile.palette),
        "answers": {
            question.value: [{"answer": word, "share": _number(share)} for word, share in shares]
            for question, shares in profile.answers.items()
        },
        "cohesion": _number(profile.cohesion),
        "cohesion_interval": _interval(honest.cohesion_interval),
        "typical": list(profile.typical),
        "outliers": list(profile.outliers),
        "self_test": _self_test(honest),
    }  # fmt: skip


def _self_test(honest: HonestProfile) -> Record | None:
    test = honest.self_test
    if test is None:
        return None
    return {
        "shoots": test.shoots,
        "brands": test.brands,
        "mean_rank": _number(test.mean_rank),
        "first": _number(test.first),
        "chance": _number(test.chance),
    }


def _palette(swatches: Iterable[Swatch]) -> list[Record]:
    return [{"hex": s.hex, "name": s.name, "share": _number(s.share)} for s in swatches]


def _trait(trait: Trait) -> Record:
    question = trait.question.value if trait.question else None
    return {"question": question, "word": trait.word}


def _sub_style(group: SubStyle) -> Record:
    return {
        "traits": [_trait(trait) for trait in group.traits],
        "share": _number(group.share),
        "looks": list(group.look_ids),
    }


def _pair(pair: EvidencePair) -> Record:
    parts = {part.value: _number(share) for part, share in pair.parts.items()}
    return {
        "query": pair.query_look,
        "look": pair.look,
        "score": _number(pair.score),
        "parts": parts,
    }


def _competitor(rival: Competitor) -> Record:
    match = rival.match
    return {
        "rank": match.rank,
        "brand": match.brand.name,
        "level": match.level.value,
        "closeness": _number(rival.closeness),
        "score": _number(match.score),
        "parts": {part.value: _number(share) for part, share in match.parts.items()},
        "shared_styles": [style.value for style in match.shared_styles],
        "shared": [{"question": q.value, "answer": word} for q, word in match.shared],
        "evidence": [_pair(pair) for pair in match.evidence],
    }


def _differences(found: Differentiation) -> Record:
    lists = {
        name: [
            {**_trait(d.trait), "ours": _number(d.ours), "theirs": _number(d.theirs),
             "effect": _number(d.effect), "strength": d.strength.value}
            for d in differences
        ]
        for name, differences in (("shared", found.shared), ("apart", found.apart))
    }  # fmt: skip
    return {"brand": found.other.name, **lists, "own_looks": list(found.own_looks)}


def _map(found: PositionMap, language: str) -> Record:
    axes = [list(axis_ends(axis, language)) for axis in found.axes] if found.axes else None
    return {
        "axes": axes,
        "trust": None if found.trust is None else _number(found.trust),
        "brands": [
            {"brand": point.brand.name, "x": _number(point.x), "y": _number(point.y),
             "looks": point.looks}
            for point in found.points
        ],
    }  # fmt: skip


def _look(look: Look, report: BrandReport) -> Record:
    return {
        "look": look.id,
        "lookbook": report.lookbooks.get(look.lookbook_id),
        "styles": {style.value: _number(v) for style, v in look.styles.as_dict().items()},
        "answers": {
            a.question.value: {"answer": a.word, "confidence": _number(a.confidence)}
            for a in look.answers
        },
        "palette": _palette(look.palette),
    }
