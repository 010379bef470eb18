"""The part of an engine that finds the brands that a photo looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from braind.domain import Photo
from braind.engine.holdings import Holdings
from braind.engine.matching import (
    MatchResult,
    check_recipe,
    check_weights,
    choose_person,
    famous_brand,
)
from braind.engine.reading import read_one
from braind.errors import StoreError
from braind.pipeline import Analysis, Glimpse
from braind.search import Ranking, rank_brands
from braind.store.scan import MANY_LOOKS
from braind.vocabulary import DEFAULT_WEIGHTS, Part


class MatchCalls(Holdings):
    """Calls raise ``StoreError``, ``ModelError`` and ``PhotoError``."""

    def match(
        self,
        photo: Photo | Path,
        top: int = 10,
        weights: Mapping[Part, float] = DEFAULT_WEIGHTS,
        person: int | None = None,
        *,
        accept_partial: bool = False,
    ) -> MatchResult:
        """Rank the brands by how much a photo looks like them; the photo is not stored.

        ``weights`` overrule the defaults part by part (ValueError for negative ones). ``person``
        counts the photo's people from 0, largest first; None takes the largest whole one.
        """
        *_, result = self.match_steps(photo, top, weights, person, accept_partial=accept_partial)
        assert isinstance(result, MatchResult)
        return result

    def match_steps(
        self,
        photo: Photo | Path,
        top: int = 10,
        weights: Mapping[Part, float] = DEFAULT_WEIGHTS,
        person: int | None = None,
        *,
        accept_partial: bool = False,
    ) -> Iterator[Photo | Glimpse | Analysis | MatchResult]:
        """``match`` as a job: the decoded photo, what each stage saw in it, what all of them saw,
        and last the result.
        """
        merged = check_weights(weights, self.chosen.parts)
        self._check_has_looks()
        picture = read_one(photo, self._decoders) if isinstance(photo, Path) else photo
        yield picture
        with self._pipelines.lend() as pipeline:
            for step in pipeline.analyze_steps(picture):
                yield step
        assert isinstance(step, Analysis)
        yield self.match_person(step, person, merged, top, accept_partial=accept_partial)

    def match_person(
        self,
        analysis: Analysis,
        person: int | None = None,
        weights: Mapping[Part, float] = DEFAULT_WEIGHTS,
        top: int = 10,
        *,
        accept_partial: bool = False,
    ) -> MatchResult:
        """The match of one of the people in a photo that was analysed already; runs no model."""
        merged = check_weights(weights, self.chosen.parts)
        number = choose_person(analysis, person, accept_partial)
        with self._pipelines.lend() as pipeline:
            look = pipeline.make_look(analysis, number)
        comparison = self._compare()
        nothing = Ranking((), (), comparison.weighted(merged)[1])
        famous, compared = famous_brand(comparison, look), len(comparison.index)
        chosen = analysis.looks[number]
        result = MatchResult(analysis, chosen, look, nothing, merged, compared, famous)
        return self.rerank(result, merged, top)

    def rerank(
        self, result: MatchResult, weights: Mapping[Part, float], top: int = 10
    ) -> MatchResult:
        """The same match under other weights; runs no model."""
        return self.rank_together([result], weights, top)

    def rank_together(
        self, results: Sequence[MatchResult], weights: Mapping[Part, float], top: int = 10
    ) -> MatchResult:
        """The first of several matches, ranked by how much all their looks are like a brand.

        Raises ``StoreError`` (look_stale) for a match that was made under another recipe.
        """
        merged = check_weights(weights, self.chosen.parts)
        looks = [result.look for result in results]
        for look in looks:
            check_recipe(look, self.recipe)
        comparison = self._compare()
        index, levels = comparison.weighted(merged)
        ranking = rank_brands(index, comparison.brands, looks, levels, top)
        return replace(results[0], ranking=ranking, weights=merged, compared=len(index))

    def warm_up(self) -> None:
        """Load the models and what is compared with, so that the first match is fast."""
        self._decoders.warm_up()
        _ = self.recipe
        self._compare().weighted(DEFAULT_WEIGHTS)

    def keep_ready(self) -> None:
        """Leave beside a large library what makes the first match fast, for whichever engine."""
        if self.library.counts().looks >= MANY_LOOKS:
            self.warm_up()
            self.refresh()

    def match_page(self, result: MatchResult, language: str = "en") -> str:
        """A self-contained HTML page of a match, with the pictures behind it."""
        from braind.engine.pages import render_match

        return render_match(result, self.library, language)

    def _check_has_looks(self) -> None:
        if not self.library.has_looks():
            raise StoreError(
                "library_empty",
                "There is nothing to compare with: the library has no looks yet.",
                "Import photos of some brands first.",
            )
