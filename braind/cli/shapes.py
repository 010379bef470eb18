"""What programs read: the JSON shapes of the command line. Keys are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from braind.domain import (
    Answer,
    BodyPart,
    Box,
    Brand,
    BrandMatch,
    Person,
    Photo,
    StyleScores,
    Swatch,
)
from braind.events import (
    Event,
    ImportFinished,
    LookIndexed,
    NearDuplicate,
    PhotoCut,
    PhotoDuplicate,
    PhotoExcluded,
    PhotoFailed,
    Progress,
)

if TYPE_CHECKING:
    from braind.engine import MatchResult, PhotoReport
    from braind.search import Ranking

Shape = dict[str, Any]


def report_shape(report: PhotoReport) -> Shape:
    """One photo of ``analyze``; boxes are [left, top, right, bottom] in pixels of the original."""
    analysis, person = report.analysis, report.person
    failure = report.failure.code if report.failure else None
    return {
        "photo": report.path,
        "status": report.status.value,
        "reason": next((reason.value for reason in report.reasons), failure),
        "people": len(analysis.detection.people) if analysis else 0,
        "whole_body": {
            "ok": bool(analysis and analysis.detection.is_whole_body),
            "missing": [reason.value for reason in report.reasons],
            **_body_shape(analysis.photo if analysis else None, person.person if person else None),
        },
        "styles": styles_shape(person.styles) if person else {},
        "answers": answers_shape(person.answers if person else ()),
        "palette": palette_shape(person.palette if person else ()),
        "recipe": report.recipe,
        "timings_ms": {stage: round(spent, 2) for stage, spent in report.timings_ms.items()},
    }


def _body_shape(photo: Photo | None, person: Person | None) -> Shape:
    if photo is None or person is None:
        return {"box": None, "parts": dict.fromkeys(BodyPart)}
    parts = {part: person.parts.get(part) for part in BodyPart}
    return {
        "box": _box_shape(photo, person.box),
        "parts": {part.value: box and _box_shape(photo, box) for part, box in parts.items()},
    }


def _box_shape(photo: Photo, box: Box) -> list[float]:
    x = photo.size[0] / photo.pixels.shape[1]
    y = photo.size[1] / photo.pixels.shape[0]
    return [round(v, 1) for v in (box.left * x, box.top * y, box.right * x, box.bottom * y)]


def styles_shape(styles: StyleScores) -> Shape:
    """Scores by style."""
    return {style.value: round(score, 4) for style, score in styles.as_dict().items()}


def answers_shape(answers: Iterable[Answer]) -> Shape:
    """Answers by question."""
    return {
        answer.question.value: {
            "answer": answer.word,
            "confidence": round(float(answer.confidence), 4),
        }
        for answer in answers
    }


def palette_shape(palette: Iterable[Swatch]) -> list[Shape]:
    """Colours, largest first."""
    return [{"hex": s.hex, "name": s.name, "share": round(float(s.share), 4)} for s in palette]


def brand_shape(brand: Brand) -> Shape:
    """A brand of the library."""
    return {
        "brand": brand.name,
        "looks": brand.looks,
        "is_mine": brand.is_mine,
        "is_well_known": brand.is_well_known,
    }


def match_shape(match: BrandMatch, closeness: float, paths: Mapping[int, str]) -> Shape:
    """A ranked brand; ``paths`` are the photos of the looks in its evidence."""
    return {
        "rank": match.rank,
        "brand": match.brand.name,
        "level": match.level.value,
        "closeness": round(closeness, 4),
        "score": round(match.score, 5),
        "parts": {part.value: round(share, 4) for part, share in match.parts.items()},
        "shared_styles": [style.value for style in match.shared_styles],
        "shared": [{"question": q.value, "answer": word} for q, word in match.shared],
        "evidence": [
            {
                "query": paths.get(pair.query_look),
                "photo": paths.get(pair.look),
                "look": pair.look,
                "score": round(pair.score, 5),
                "parts": {part.value: round(share, 4) for part, share in pair.parts.items()},
            }
            for pair in match.evidence
        ],
    }


def ranking_shape(ranking: Ranking, paths: Mapping[int, str]) -> Shape:
    """Ranked brands: clear matches, and the nearest of the others."""
    from braind.engine import closeness

    def shapes(matches: Iterable[BrandMatch]) -> list[Shape]:
        return [match_shape(m, closeness(ranking.levels, m.score), paths) for m in matches]

    return {"brands": shapes(ranking.matches), "nearest": shapes(ranking.nearest)}


def result_shape(result: MatchResult, paths: Mapping[int, str]) -> Shape:
    """A match: what was read in the photo, and the brands."""
    return {
        "photo": result.analysis.photo.path,
        "person": result.person.index + 1,
        "cautions": [reason.value for reason in result.cautions],
        "styles": styles_shape(result.person.styles),
        "answers": answers_shape(result.answers),
        "palette": palette_shape(result.person.palette),
        "recipe": result.look.recipe,
        "weights": {part.value: weight for part, weight in result.weights.items()},
        "compared": result.compared,
        **ranking_shape(result.ranking, paths),
    }


@singledispatch
def event_shape(event: Event) -> Shape:
    """An event of a job, as one JSON line."""
    raise TypeError(f"no shape for {type(event).__name__}")


@event_shape.register
def _(event: Progress) -> Shape:
    return {"event": "progress", "done": event.done, "total": event.total, "note": event.note}


@event_shape.register
def _(event: LookIndexed) -> Shape:
    look = event.look
    return {"event": "look", "brand": event.brand, "photo": look.path, "look": look.id}


@event_shape.register
def _(event: PhotoDuplicate) -> Shape:
    return {"event": "duplicate", "photo": event.path}


@event_shape.register
def _(event: NearDuplicate) -> Shape:
    return {"event": "near_duplicate", "photo": event.path, "look": event.look_id}


@event_shape.register
def _(event: PhotoCut) -> Shape:
    return {"event": "cut", "photo": event.path}


@event_shape.register
def _(event: PhotoExcluded) -> Shape:
    reasons = [reason.value for reason in event.reasons]
    return {"event": "excluded", "photo": event.path, "reasons": reasons}


@event_shape.register
def _(event: PhotoFailed) -> Shape:
    return {
        "event": "failed", "photo": event.path, "code": event.code, "message": event.message
    }  # fmt: skip


@event_shape.register
def _(event: ImportFinished) -> Shape:
    names = (
        "found", "added", "looks", "cut", "duplicate", "near_duplicates", "excluded", "failed"
    )  # fmt: skip
    return {"event": "finished", **{name: getattr(event, name) for name in names}}
