"""The page of a match, filled from a result and the library."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from braind.domain import BrandMatch, Cutout
from braind.engine.matching import WITHIN, MatchResult, closeness
from braind.report import MatchPage, RankedBrand, match_page
from braind.report.query import QueryCard
from braind.stages.look import PAPER, without_head
from braind.store import Library

_QUALITY = 88


def render_match(result: MatchResult, library: Library, language: str) -> str:
    """One HTML document. Raises ``StoreError``."""
    ranking, person = result.ranking, result.person

    def ranked(matches: Sequence[BrandMatch]) -> list[RankedBrand]:
        return [
            RankedBrand(
                match,
                closeness(ranking.levels, match.score),
                [library.thumbnail(pair.look) for pair in match.evidence],
            )
            for match in matches
        ]

    query = QueryCard(
        result.analysis.photo.name,
        _portrait(person.cutout),
        person.styles,
        result.answers,
        person.palette,
        result.cautions,
    )
    page = MatchPage(
        query,
        ranked(ranking.matches),
        ranked(ranking.nearest),
        result.weights,
        WITHIN,
        sum(brand.looks > 0 for brand in library.brands()),
        result.compared,
    )
    return match_page(page, language)


def _portrait(cutout: Cutout) -> bytes:
    """A WebP of a face-cropped cutout on paper, at its own size, without empty margins."""
    image = Image.fromarray(without_head(cutout))
    image = image.crop(image.getchannel("A").getbbox())
    ground = Image.new("RGBA", image.size, (*PAPER, 255))
    ground.alpha_composite(image)
    file = BytesIO()
    ground.convert("RGB").save(file, "WEBP", quality=_QUALITY)
    return file.getvalue()
