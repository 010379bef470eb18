"""What programs read about one brand. Keys are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from braind.cli.shapes import Shape, brand_shape, palette_shape
from braind.domain import Brand
from braind.vocabulary import STYLES

if TYPE_CHECKING:
    from braind.insights.kinds import HonestProfile, Interval, SelfTest, SubStyle


def profile_shape(
    brand: Brand,
    honest: HonestProfile,
    sub_styles: Iterable[SubStyle],
    paths: Mapping[int, str],
) -> Shape:
    """A brand's profile, how far it can be trusted, and the styles inside it.

    ``count`` is of different looks: copies of a photo count once. Intervals are [low, high].
    """
    profile = honest.profile
    return {
        **brand_shape(brand),
        "recipe": profile.recipe,
        "count": profile.count,
        "shoots": honest.shoots,
        "reliable": honest.is_reliable,
        "doubts": [doubt.value for doubt in honest.doubts],
        "self_test": _self_test_shape(honest.self_test),
        "styles": _styles_shape(honest),
        "palette": palette_shape(profile.palette),
        "answers": {
            question.value: [{"answer": word, "share": round(share, 4)} for word, share in shares]
            for question, shares in profile.answers.items()
        },
        "cohesion": round(profile.cohesion, 4),
        "cohesion_interval": _interval_shape(honest.cohesion_interval),
        "typical": [paths.get(look) for look in profile.typical],
        "outliers": [paths.get(look) for look in profile.outliers],
        "sub_styles": [_sub_style_shape(group, paths) for group in sub_styles],
        "neighbours": [
            {"brand": neighbour.brand.name, "share": round(neighbour.share, 4)}
            for neighbour in honest.neighbours
        ],
    }


def _styles_shape(honest: HonestProfile) -> Shape:
    means, spreads = honest.profile.mean.tolist(), honest.profile.spread.tolist()
    columns = zip(STYLES, means, spreads, honest.style_intervals, strict=True)
    return {
        style.value: {
            "mean": round(mean, 4),
            "spread": round(spread, 4),
            "interval": _interval_shape(interval),
        }
        for style, mean, spread, interval in columns
    }


def _interval_shape(interval: Interval) -> list[float]:
    return [round(interval.low, 4), round(interval.high, 4)]


def _self_test_shape(test: SelfTest | None) -> Shape | None:
    if test is None:
        return None
    return {
        "shoots": test.shoots,
        "brands": test.brands,
        "mean_rank": round(test.mean_rank, 4),
        "first": round(test.first, 4),
        "chance": round(test.chance, 4),
    }


def _sub_style_shape(group: SubStyle, paths: Mapping[int, str]) -> Shape:
    return {
        "traits": [
            {"question": trait.question and trait.question.value, "word": trait.word}
            for trait in group.traits
        ],
        "share": round(group.share, 4),
        "looks": list(group.look_ids),
        "photos": [paths.get(look) for look in group.look_ids],
    }
