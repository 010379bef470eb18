"""The brands of a library on a map, and where the map is empty."""

from __future__ import annotations

from braind.engine.holdings import Holdings
from braind.insights.axes import named_map
from braind.insights.kinds import MapAxis, PositionMap, WhiteSpot
from braind.insights.similarity_map import similarity_map
from braind.insights.whitespace import white_spots


class MapCalls(Holdings):
    """The part of an engine that draws maps."""

    def position_map(
        self, axes: tuple[MapAxis, MapAxis] | None = None, previous: PositionMap | None = None
    ) -> PositionMap:
        """The brands on two named axes, or by similarity when ``axes`` is None.

        ``previous`` is the similarity map that was shown before: the new one is turned onto it.
        Named axes need none, a brand's place on them never moves by itself. Brands without looks
        are on no map.
        """
        comparison = self._compare()
        if axes is None:
            return similarity_map(comparison.index, comparison.brands, previous)
        return named_map(comparison.index, comparison.brands, axes)

    def white_space(self, top: int = 5) -> tuple[WhiteSpot, ...]:
        """Mixtures of styles that no brand of the library stands for, emptiest first."""
        comparison = self._compare()
        return white_spots(comparison.index, comparison.brands, top)
