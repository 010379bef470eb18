"""The command that searches within looks: looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import click

from braind.cli.app import App, command
from braind.cli.photo_commands import WeightsType, check_weights
from braind.cli.stale import tell_stale
from braind.insights.lookquery import words_of
from braind.lexicon import WORDS, Kind
from braind.vocabulary import Part


class WordType(click.ParamType[tuple[str, ...]]):
    """A word of the vocabulary, or what people write for it, in Korean or English."""

    name = "word"

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The vocabulary's words for it; a usage error names those that there are."""
        words = value if isinstance(value, tuple) else words_of(self._kind, str(value))
        if not words:
            known = ", ".join(WORDS[self._kind])
            self.fail(f"no {self._kind} {value!r}; there are {known}", param, ctx)
        return words


def _filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """One option a kind of word; given several times, any of its words will do."""
    for kind in reversed(Kind):
        option = click.option(
            f"--{kind}", multiple=True, type=WordType(kind), metavar="WORD",
            help=f"Only looks with this {kind}; again for other ones that will do.",
        )  # fmt: skip
        function = option(function)
    return function


@command("looks")
@click.argument("words", metavar="[WORDS]…", nargs=-1)
@click.option("--like", metavar="LOOK|PHOTO", help="Those most like this look, or this photo.")
@_filters
@click.option(
    "--brand",
    "brands",
    multiple=True,
    metavar="NAME",
    help="Only looks of this brand; again for more.",
)
@click.option("--lookbook", "lookbooks", multiple=True, metavar="NAME",
              help="Only looks of lookbooks of this name; again for more.")  # fmt: skip
@click.option("--weights", type=WeightsType(), default=dict, metavar="PART=N,…",
              help="What counts how much for --like: see “match”.")  # fmt: skip
@click.option("--top", default=20, show_default=True, type=click.IntRange(1, 1000))
def looks(
    app: App,
    words: Sequence[str],
    like: str | None,
    brands: Sequence[str],
    lookbooks: Sequence[str],
    weights: dict[Part, float],
    top: int,
    **filters: Sequence[tuple[str, ...]],
) -> None:
    """Find looks by words, filters and likeness.

    WORDS are Korean or English: “navy checked jacket”, “남색 체크 자켓 가을”. A colour, material or
    pattern is looked for on the garment that it is said of. LOOK is the number of a look as this
    command shows it.
    """
    from braind.cli.looks_views import looks_shape, looks_view

    if weights and like is None:
        raise click.UsageError("--weights needs --like")
    with app.engine(read_only=True) as engine:
        check_weights(weights, engine.chosen.parts)
        found = engine.find_looks(
            " ".join(words),
            int(like) if like and like.isdecimal() else Path(like) if like else None,
            weights,
            only={
                Kind(name): list(chain.from_iterable(chosen)) for name, chosen in filters.items()
            },
            brands=brands,
            lookbooks=lookbooks,
            top=top,
        )
        app.give(looks_shape(found), lambda: looks_view(found, app.language))
        tell_stale(app, engine)


COMMANDS = (looks,)
