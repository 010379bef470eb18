"""The command about positions: map."""

from __future__ import annotations

import click

from braind.cli.app import App, command
from braind.cli.stale import tell_stale
from braind.insights.kinds import Axis, MapAxis
from braind.insights.lookquery import words_of
from braind.lexicon import Kind
from braind.vocabulary import Style

_MEASURES = {axis.value: axis for axis in Axis} | {
    "밝기": Axis.LIGHTNESS, "채도": Axis.SATURATION, "온도": Axis.WARMTH, "무늬": Axis.PATTERN,
    "일관성": Axis.COHESION,
}  # fmt: skip


class AxisType(click.ParamType[MapAxis]):
    """An axis of the map: ``lightness``, ``chic``, or a pair of styles as in ``casual:chic``."""

    name = "axis"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> MapAxis:
        """Read the option; a usage error names what is wrong."""
        if isinstance(value, MapAxis):
            return value
        low, paired, high = (text.strip().lower() for text in str(value).partition(":"))
        if paired:
            return MapAxis(self._style(high, param, ctx), self._style(low, param, ctx))
        return MapAxis(_MEASURES.get(low) or self._style(low, param, ctx))

    def _style(self, text: str, param: click.Parameter | None, ctx: click.Context | None) -> Style:
        words = words_of(Kind.STYLE, text)
        if not words:
            names = ", ".join((*Style, *Axis))
            self.fail(f"no axis {text!r}; axes are {names}, or two styles: casual:chic", param, ctx)
        return Style(words[0])


@command("map")
@click.option("--x", type=AxisType(), metavar="AXIS", help="What lies from left to right.")
@click.option("--y", type=AxisType(), metavar="AXIS", help="What lies from bottom to top.")
@click.option("--top", default=5, show_default=True, type=click.IntRange(0, 100),
              help="How many empty mixtures of styles to name.")  # fmt: skip
def map_(app: App, x: MapAxis | None, y: MapAxis | None, top: int) -> None:
    """Show where the brands stand, and where nobody does.

    Without axes, brands that dress alike lie close together. An AXIS is a style, two styles
    (casual:chic), or lightness, saturation, warmth, pattern, cohesion: a brand's place on it
    depends on its own looks only.
    """
    from braind.cli.map_views import map_shape, map_view

    if (x is None) != (y is None):
        raise click.UsageError("give both --x and --y, or neither")
    with app.engine(read_only=True) as engine:
        positions = engine.position_map((x, y) if x and y else None)
        spots, brands = engine.white_space(top), engine.brands()
        app.give(
            map_shape(positions, spots), lambda: map_view(positions, spots, brands, app.language)
        )
        tell_stale(app, engine)


COMMANDS = (map_,)
