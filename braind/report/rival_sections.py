"""The sections about other brands: who is near, where the brand stands, what sets it apart."""

from __future__ import annotations

from collections.abc import Sequence

from braind.domain import BrandMatch, Level
from braind.insights.axes import axis_ends
from braind.insights.kinds import Differentiation, PositionMap, WhiteSpot
from braind.insights.sentences import apart_sentence, shared_sentence
from braind.report.blocks import (
    Bar,
    Bars,
    Block,
    Card,
    Chart,
    Columns,
    Heading,
    Looks,
    Pair,
    Pairs,
    Points,
    Scale,
    Section,
    Text,
    Tone,
)
from braind.report.brand_report import BrandReport, Competitor
from braind.report.map_chart import MapWords, brand_map
from braind.report.texts import text
from braind.report.values import percents, two_digits
from braind.vocabulary import label
from braind.wording import level_word, shared_words, why_sentence

_PAIRS = 3
_POINTS = 5
_OWN = 5
_ALIKE = 6


def rivals(report: BrandReport) -> Section:
    """The most similar brands, each with the pairs of looks that show it."""
    language = report.language
    blocks: list[Block] = []
    if not report.competitors:
        blocks.append(Text(text("no_rivals", language)))
    elif all(rival.match.level is Level.NO_MATCH for rival in report.competitors):
        blocks.append(Text(text("none_clear", language), Tone.NOTICE))
    blocks += [_rival(report, rival) for rival in report.competitors]
    blocks += _look_alikes(report)
    return Section(
        "brands", text("rivals_title", language), text("rivals_note", language), tuple(blocks)
    )


def _rival(report: BrandReport, rival: Competitor) -> Card:
    language, match = report.language, rival.match
    shared = shared_words(match, language)
    why, steadiness = why_sentence(match, language), _steadiness(report, match.brand.id)
    facts: list[Block] = [
        Heading(match.brand.name, level_word(match.level, language), str(match.rank)),
        Scale(rival.closeness, report.within, level_word(match.level, language)),
    ]
    if why:
        facts.append(Text(why))
    if shared:
        facts.append(Text(f"{text('in_common', language)}: {shared}", Tone.QUIET))
    if steadiness:
        facts.append(Text(steadiness, Tone.SMALL))
    pairs = tuple(Pair(pair.query_look, pair.look) for pair in match.evidence[:_PAIRS])
    evidence = Pairs(pairs, report.brand.name, match.brand.name, _PAIRS)
    return Card((Columns((tuple(facts), (evidence,)), (0.35, 0.65)), _split(match, language)))


def _split(match: BrandMatch, language: str) -> Columns:
    """What each part contributes, side by side and equally wide, so that bars can be compared."""
    bars = [
        Bars((Bar(label(part, language), percents(share), share),), is_stacked=True)
        for part, share in match.parts.items()
    ]
    return Columns(tuple((bar,) for bar in bars), tuple(1 / len(bars) for _ in bars))


def _steadiness(report: BrandReport, brand_id: int) -> str:
    for neighbour in report.honest.neighbours:
        if neighbour.brand.id == brand_id:
            return text("among_nearest", report.language, share=percents(neighbour.share))
    return ""


def _look_alikes(report: BrandReport) -> tuple[Block, ...]:
    language = report.language
    if not report.look_alikes:
        return ()
    pairs = tuple(
        Pair(
            alike.pair.query_look,
            alike.pair.look,
            text("same_photo", language, brand=alike.other.name)
            if alike.same_photo
            else alike.other.name,
        )
        for alike in report.look_alikes[:_ALIKE]
    )
    heading = Heading(text("look_alike_title", language))
    note = Text(text("look_alike_note", language), Tone.QUIET)
    left, right = text("pair_left", language), text("key_others", language)
    return (Card((heading, note, Pairs(pairs, left, right, _PAIRS))),)


def position(report: BrandReport) -> Section | None:
    """The maps, and where they are empty."""
    language = report.language
    maps = [found for found in report.maps if len(found.points) > 1]
    if not maps:
        return None
    spots = tuple(_white_spot(spot, language) for spot in report.white_spots)
    white: tuple[Block, ...] = ()
    if spots:
        heading = Heading(text("white_title", language), text("white_note", language))
        white = (Card((heading, Points(spots))),)
    note = text("map_note", language, brands=len(maps[0].points))
    blocks = (*(_map(report, found) for found in maps), *white)
    return Section("position", text("map_title", language), note, blocks)


def _map(report: BrandReport, found: PositionMap) -> Card:
    language = report.language
    near = {rival.match.brand.id for rival in report.competitors}
    drawing = brand_map(found.points, report.brand.id, near, _map_words(report, found))
    description = text("map_alt", language, brands=len(found.points))
    blocks: list[Block] = [Chart(drawing, description)]
    if found.axes is None:
        said = [text("map_similarity_note", language)]
        if found.trust is not None:
            said.append(text("map_trust", language, trust=two_digits(found.trust)))
        blocks = [Heading(text("map_similarity", language)), *blocks]
        return Card((*blocks, Text(" ".join(said), Tone.SMALL)))
    ends = [" – ".join(axis_ends(axis, language)) for axis in found.axes]
    return Card((Heading(" · ".join(ends)), *blocks))


def _map_words(report: BrandReport, found: PositionMap) -> MapWords:
    language = report.language
    left = right = bottom = top = ""
    if found.axes is not None:
        (left, right), (bottom, top) = (axis_ends(axis, language) for axis in found.axes)
    key = (report.brand.name, text("key_near", language), text("key_others", language))
    return MapWords(left, right, top, bottom, *key)


def _white_spot(spot: WhiteSpot, language: str) -> str:
    styles = " + ".join(f"{label(name, language)} {percents(share)}" for name, share in spot.styles)
    nearest = ", ".join(brand.name for brand in spot.nearest)
    return text("white_spot", language, styles=styles, gap=f"{spot.gap:.1f}", nearest=nearest)


def apart(report: BrandReport) -> Section | None:
    """What the brand shares with its nearest brands and what sets it apart, in sentences."""
    language = report.language
    if not report.differences:
        return None
    return Section(
        "differences",
        text("apart_title", language),
        text("apart_note", language),
        tuple(_versus(report, found) for found in report.differences),
        starts_page=False,
    )


def _versus(report: BrandReport, found: Differentiation) -> Card:
    language, other = report.language, found.other.name
    different = [apart_sentence(d, other, language) for d in found.apart[:_POINTS]]
    shared = [shared_sentence(d, language) for d in found.shared[:_POINTS]]
    lists = (_points("apart_list", different, language), _points("shared_list", shared, language))
    blocks: list[Block] = [
        Heading(text("versus", language, brand=other)),
        Columns(tuple((points,) for points in lists), (0.55, 0.45)),
    ]
    if found.own_looks:
        description = text("brand_look_alt", language, brand=report.brand.name)
        blocks.append(Text(text("own_looks", language), Tone.SMALL))
        blocks.append(Looks(found.own_looks[:_OWN], description, _OWN + 2))
    return Card(tuple(blocks))


def _points(key: str, sentences: Sequence[str], language: str) -> Points:
    said = tuple(sentences) or (text("nothing_apart", language),)
    return Points(said, text(key, language))
