"""What people read on the terminal about a brand and its rivals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from braind.cli.tables import indented, table
from braind.cli.texts import say
from braind.domain import Brand, StyleScores
from braind.wording import level_word, style_words

if TYPE_CHECKING:
    from braind.insights.kinds import Differentiation, DriftStep, LookAlike, WhatIf


def differentiation_view(
    brand: Brand, found: Differentiation, paths: Mapping[int, str], language: str
) -> str:
    """What sets two brands apart and what they share, in sentences."""
    from braind.insights.sentences import apart_sentence, shared_sentence

    other = found.other.name
    apart = [apart_sentence(difference, other, language) for difference in found.apart]
    shared = [shared_sentence(difference, language) for difference in found.shared]
    own = table([(f"#{look}", paths.get(look, "")) for look in found.own_looks])
    blocks = [
        _block("apart", apart or [say("nothing_apart", language)], language),
        _block("shared", shared or [say("nothing_shared", language)], language),
        _block("own_looks", [own], language),
    ]
    return "\n\n".join([f"{brand.name} · {other}", *blocks])


def _block(title: str, lines: Iterable[str], language: str) -> str:
    return "\n".join([say(title, language), *(indented(line) for line in lines)])


def look_alikes_view(found: Sequence[LookAlike], paths: Mapping[int, str], language: str) -> str:
    """Nearly identical looks, one pair after another."""
    from braind.insights.sentences import look_alike_sentence

    if not found:
        return say("no_look_alikes", language)

    def named(look: int) -> str:
        return f"#{look} {paths.get(look, '')}"

    return "\n\n".join(
        "\n".join(
            [
                look_alike_sentence(alike, language),
                indented(named(alike.pair.query_look)),
                indented(named(alike.pair.look)),
            ]
        )
        for alike in found
    )


def what_if_view(brand: Brand, change: WhatIf, language: str) -> str:
    """A brand before and after an imagined change."""
    from braind.insights.sentences import what_if_sentences

    before, after = change.before, change.after
    rows = [
        ("", say("before", language), say("after", language)),
        (say("looks", language), f"{before.count}", f"{after.count}"),
        (say("cohesion", language), f"{before.cohesion:.2f}", f"{after.cohesion:.2f}"),
        *_neighbour_rows(change, language),
    ]
    sentences = [indented(sentence) for sentence in what_if_sentences(change, language)]
    return "\n".join([brand.name, *sentences, "", indented(table(rows))])


def _neighbour_rows(change: WhatIf, language: str) -> list[tuple[str, str, str]]:
    columns = [
        [f"{match.brand.name} ({level_word(match.level, language)})" for match in matches]
        for matches in (change.neighbours_before, change.neighbours_after)
    ]
    longest = max(len(column) for column in columns)
    titles = [say("nearest_brands", language), *[""] * longest]
    filled = [[*column, *[""] * (longest - len(column))] for column in columns]
    return list(zip(titles[:longest], *filled, strict=True))


def drift_view(steps: Sequence[DriftStep], undated: Mapping[str, int], language: str) -> str:
    """A brand's seasons and what changed between them."""
    from braind.insights.sentences import season_words

    blocks = [] if steps else [say("no_seasons", language)]
    if steps:
        titles = ("season", "looks", "styles", "moved", "nearest_brands")
        rows = [tuple(say(title, language) for title in titles)]
        rows += [
            (
                season_words(step.season, language),
                f"{step.looks}",
                style_words(StyleScores(step.styles), language),
                f"{step.moved:.3f}" if number else "–",
                ", ".join(brand.name for brand in step.nearest),
            )
            for number, step in enumerate(steps)
        ]
        blocks += [table(rows, numbers=(1, 3)), *_changes(steps, language)]
    return "\n\n".join([*blocks, *_undated(undated, language)])


def _changes(steps: Sequence[DriftStep], language: str) -> list[str]:
    from braind.insights.drift import changed_styles
    from braind.insights.sentences import apart_sentence, season_words

    blocks = []
    for before, after in pairwise(steps):
        season = season_words(before.season, language)
        changes = changed_styles(before, after)
        sentences = [indented(apart_sentence(change, season, language)) for change in changes]
        if sentences:
            blocks.append("\n".join([season_words(after.season, language), *sentences]))
    return blocks


def _undated(undated: Mapping[str, int], language: str) -> list[str]:
    """Looks that belong to no season are never left out silently."""
    if not undated:
        return []
    names = [name or say("no_lookbook", language) for name in undated]
    looks = sum(undated.values())
    return [say("undated", language, looks=looks, names=", ".join(names))]
