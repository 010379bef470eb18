"""Matches: who a photo is about, and what the library holds against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from braind.domain import Answer, Brand, Level, Look, Photo, Reason, StyleProfile
from braind.engine.calibration import Calibration
from braind.engine.reading import Lend
from braind.errors import PhotoError, StoreError
from braind.looktable import LookTable
from braind.pipeline import Analysis, AnalyzedPerson
from braind.search import (
    Levels,
    Ranking,
    SearchIndex,
    look_background,
    rank_brands,
)
from braind.search.affinity import brand_levels
from braind.search.vectors import WordTables
from braind.vocabulary import DEFAULT_WEIGHTS, UNKNOWN, Part, Question

# Where on the scale of ``closeness`` two looks of one brand lie as a rule.
WITHIN = 2 / 3


@dataclass(frozen=True, slots=True)
class MatchResult:
    """The brands that one person of a photo looks like.

    ``look`` is the person's look (id 0: not stored); ``compared`` is how many looks of the
    library it was compared with. ``famous_brand`` is the nearest of the brands that the user
    marked as well known, or "unknown".
    """

    analysis: Analysis
    person: AnalyzedPerson
    look: Look
    ranking: Ranking
    weights: Mapping[Part, float]
    compared: int
    famous_brand: Answer

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The ten answers, the similar famous brand filled from the library."""
        return tuple(
            self.famous_brand if answer.question is Question.FAMOUS_BRAND else answer
            for answer in self.person.answers
        )

    @property
    def cautions(self) -> tuple[Reason, ...]:
        """What makes the match less exact: other people, parts that are cut off."""
        several = Reason.SEVERAL_PEOPLE in self.analysis.detection.reasons
        return ((Reason.SEVERAL_PEOPLE,) if several else ()) + self.person.person.missing


def closeness(levels: Levels, score: float) -> float:
    """A score as people may see it, as a bar of 0..1.

    0 is the library's background, ``WITHIN`` its within-brand level, 1 identity.
    """
    if score < levels.within:
        span = levels.within - levels.background
        return max(0.0, WITHIN * (score - levels.background) / span) if span > 0 else 0.0
    span = 1 - levels.within
    return WITHIN + (1 - WITHIN) * min(1.0, (score - levels.within) / span) if span > 0 else 1.0


def look_ids_of(ranking: Ranking) -> list[int]:
    """The stored looks in a ranking's evidence, each once."""
    matches = ranking.matches + ranking.nearest
    pairs = (pair for match in matches for pair in match.evidence)
    ids = dict.fromkeys(look for pair in pairs for look in (pair.query_look, pair.look))
    return [look_id for look_id in ids if look_id]


@dataclass(slots=True)
class Comparison:
    """A library ready to be compared with; what is computed once is kept."""

    brands: list[Brand]
    index: SearchIndex
    calibration: Calibration
    _calibrated: dict[tuple[float, ...], tuple[SearchIndex, Levels]] = field(default_factory=dict)
    _background: tuple[float | None, ...] = ()
    _brand_levels: Levels | None = None
    profiles: dict[int, StyleProfile] = field(default_factory=dict)

    @classmethod
    def of(
        cls, brands: list[Brand], table: LookTable, words: WordTables, path: Path | None = None
    ) -> Comparison:
        """The comparison of a library's looks under one recipe; ``path`` is the library's file."""
        return cls(brands, SearchIndex(table, words), Calibration(path))

    def weighted(self, weights: Mapping[Part, float]) -> tuple[SearchIndex, Levels]:
        """The index under these weights, and the levels that go with it."""
        key = tuple(weights.get(part, 0.0) for part in self.index.parts)
        if key not in self._calibrated:
            index = self.index.with_weights(weights)
            self._calibrated[key] = index, self.calibration.levels(index)
        return self._calibrated[key]

    @property
    def background(self) -> float | None:
        """How alike looks of different brands are by default weights; None with one brand."""
        if not self._background:
            self._background = (look_background(self.index),)
        return self._background[0]

    @property
    def brand_levels(self) -> Levels:
        """How alike two brands are as a rule, by default weights."""
        if self._brand_levels is None:
            self._brand_levels = brand_levels(self.index)
        return self._brand_levels


def famous_brand(comparison: Comparison, look: Look) -> Answer:
    """The well-known brand that the look is most alike by default weights.

    "unknown" when none that is marked is at least "similar". The confidence is the
    ``closeness``.
    """
    marked = [brand for brand in comparison.brands if brand.is_well_known]
    if marked:
        index, levels = comparison.weighted(DEFAULT_WEIGHTS)
        for best in rank_brands(index, marked, [look], levels, top=1).matches:
            if best.level in (Level.VERY_SIMILAR, Level.SIMILAR):
                score = closeness(levels, best.score)
                return Answer(Question.FAMOUS_BRAND, best.brand.name, score)
    return Answer(Question.FAMOUS_BRAND, UNKNOWN, 0.0)


def check_recipe(look: Look, recipe: str) -> None:
    """Raises ``StoreError`` (look_stale) for a look that other models have read."""
    if look.recipe != recipe:
        raise StoreError(
            "look_stale",
            "The look was read by other models and cannot be compared.",
            "Read its photo again.",
            look_id=look.id,
        )


def check_weights(weights: Mapping[Part, float], parts: Sequence[Part]) -> Mapping[Part, float]:
    """The ``DEFAULT_WEIGHTS`` of some parts, overruled by ``weights``.

    Raises ValueError when nothing is left.
    """
    merged = {part: weights.get(part, DEFAULT_WEIGHTS[part]) for part in parts}
    if not any(weight > 0 for weight in merged.values()):
        raise ValueError("at least one weight must be above 0")
    return merged


def read_person(
    photo: Photo, lend: Lend, person: int | None, accept_partial: bool
) -> tuple[Analysis, AnalyzedPerson, Look]:
    """Analyse a photo and choose who it is about.

    ``person`` counts the photo's people from 0, largest first; None takes the largest whole one,
    or else the largest. Raises ``PhotoError``: photo_nobody, photo_half_body (which
    ``accept_partial`` overrules) or photo_no_such_person; and ``ModelError``.
    """
    with lend() as pipeline:
        (analysis,) = pipeline.analyze([photo], several="each", accept_partial=True)
        number = choose_person(analysis, person, accept_partial)
        return analysis, analysis.looks[number], pipeline.make_look(analysis, number)


def choose_person(analysis: Analysis, person: int | None, accept_partial: bool) -> int:
    """The place among ``analysis.looks`` of whom a photo is about; raises as ``read_person``."""
    photo = analysis.photo
    if not analysis.looks:
        raise PhotoError(
            "photo_nobody",
            f"Nobody was found in “{photo.name}”.",
            "Use a photo of one person from head to feet.",
            photo=photo.name,
        )
    number = _choose(analysis, person)
    if Reason.HALF_BODY in analysis.looks[number].person.missing and not accept_partial:
        raise PhotoError(
            "photo_half_body",
            f"“{photo.name}” shows only half of a body.",
            "Use a photo from head to feet, or accept partial bodies.",
            photo=photo.name,
        )
    return number


def _choose(analysis: Analysis, person: int | None) -> int:
    if person is None:
        whole = (n for n, look in enumerate(analysis.looks) if look.person.is_whole)
        return next(whole, 0)
    for number, look in enumerate(analysis.looks):
        if look.index == person:
            return number
    raise PhotoError(
        "photo_no_such_person",
        f"The photo shows {len(analysis.looks)} people; there is no number {person + 1}.",
        "Choose one of them, the largest is number 1.",
        people=len(analysis.looks),
    )
