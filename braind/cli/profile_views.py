"""What people read on the terminal about one brand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from braind.cli.tables import bar, indented, table
from braind.cli.texts import say
from braind.cli.views import palette_view
from braind.domain import Brand, PackOrigin
from braind.insights.sentences import pack_sentence, trait_name
from braind.report.texts import text
from braind.vocabulary import STYLES, UNKNOWN, Question, label

if TYPE_CHECKING:
    from braind.insights.kinds import HonestProfile, Interval, SelfTest, SubStyle

_SHARES = 3
_EXAMPLES = 3
_QUESTIONS = tuple(q for q in Question if q is not Question.FAMOUS_BRAND)


def profile_view(
    brand: Brand,
    honest: HonestProfile,
    excluded: int,
    origins: Iterable[PackOrigin],
    paths: Mapping[int, str],
    language: str,
) -> str:
    """What a brand's looks have in common, and how far that can be trusted."""
    profile = honest.profile
    counts = say("profile_counts", language, looks=profile.count, excluded=excluded)
    answers = [
        (label(question, language), _shares(profile.answers.get(question, ()), language))
        for question in _QUESTIONS
    ]
    return "\n".join(
        [
            brand.name,
            indented(counts),
            *(indented(pack_sentence(origin, language)) for origin in origins),
            *(indented(line) for line in _trust(honest, language)),
            "",
            _styles(honest, language),
            "",
            table(_facts(honest, paths, language)),
            "",
            table(answers),
        ]
    )


def sub_styles_view(groups: Sequence[SubStyle], language: str) -> str:
    """The styles inside a brand, by what they have more of than the rest of it."""
    if not groups:
        return say("no_sub_styles", language)
    rows = []
    for group in groups:
        names = [trait_name(trait, language) for trait in group.traits]
        rows.append((f"{100 * group.share:.0f}%", ", ".join(names) or say("mixed", language)))
    return "\n".join([say("sub_styles", language), table(rows, numbers=(0,))])


def neighbours_view(honest: HonestProfile, language: str) -> str:
    """How steadily other brands are among the nearest three; empty where there are none."""
    names = [f"{one.brand.name} {100 * one.share:.0f}%" for one in honest.neighbours]
    return say("steady_neighbours", language, brands=" · ".join(names)) if names else ""


def _trust(honest: HonestProfile, language: str) -> list[str]:
    """How far a profile can be trusted, and why not."""
    looks = honest.profile.count
    why = [text(f"doubt_{doubt.value}", language, looks=looks) for doubt in honest.doubts]
    verdict = say("not_reliable", language, why=" ".join(why)) if why else ""
    lines = [verdict or say("reliable", language, shoots=honest.shoots)]
    return lines + ([_self_test(honest.self_test, language)] if honest.self_test else [])


def _self_test(test: SelfTest, language: str) -> str:
    return text(
        "self_test_text",
        language,
        shoots=test.shoots,
        first=f"{100 * test.first:.0f}%",
        chance=f"{100 * test.chance:.0f}%",
        rank=f"{test.mean_rank:.1f}",
        brands=test.brands,
    )


def _styles(honest: HonestProfile, language: str) -> str:
    columns = zip(STYLES, honest.profile.mean.tolist(), honest.style_intervals, strict=True)
    return table(
        [
            (label(style, language), bar(mean), f"{mean:.2f}", _span(interval))
            for style, mean, interval in columns
        ]
    )


def _facts(honest: HonestProfile, paths: Mapping[int, str], language: str) -> list[tuple[str, str]]:
    profile = honest.profile
    cohesion = f"{bar(profile.cohesion)}  {profile.cohesion:.2f}  {_span(honest.cohesion_interval)}"
    examples = {"typical": profile.typical, "outliers": profile.outliers}
    shown = {
        key: " · ".join(PurePath(paths[look]).name for look in looks[:_EXAMPLES] if look in paths)
        for key, looks in examples.items()
    }
    return [
        (say("cohesion", language), cohesion),
        *((say(key, language), names) for key, names in shown.items() if names),
        (say("palette", language), palette_view(profile.palette, language)),
    ]


def _span(interval: Interval) -> str:
    return f"{interval.low:.2f}–{interval.high:.2f}"


def _shares(shares: Sequence[tuple[str, float]], language: str) -> str:
    """The most frequent answers; how much is unknown is never hidden."""
    shown = list(shares[:_SHARES])
    shown += [pair for pair in shares[_SHARES:] if pair[0] == UNKNOWN]
    return " · ".join(f"{label(word, language)} {100 * share:.0f}%" for word, share in shown)
