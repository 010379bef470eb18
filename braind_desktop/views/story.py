"""A match, told step by step: from what the engine found to what the widgets show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.domain import BrandMatch, Person, Reason, StyleScores
from braind.vocabulary import label
from braind.wording import reason_words
from braind_desktop.actions_match import Matched, Shot
from braind_desktop.pictures import image_of, opaque_part, spotlight
from braind_desktop.texts import Say, capital, say, spoken_language, tr
from braind_desktop.widgets.drawn import State
from braind_desktop.widgets.photo_panel import PhotoPanel, Sight
from braind_desktop.widgets.result_row import Ranked
from braind_desktop.widgets.step_list import STEPS

if TYPE_CHECKING:
    from braind.engine import Analysis, AnalyzedPerson, Glimpse, MatchResult

# With fewer looks than this the levels of a library say little.
FEW_LOOKS = 100
CLEAR_STYLE = 0.35
STAGES = ("person", "cutout", "face", "style")


def tell_glimpse(panel: PhotoPanel, shot: Shot, glimpse: Glimpse) -> None:
    """A stage is done, with its picture; the next one runs."""
    if not glimpse.detection.people:
        return
    person = next((p for p in glimpse.detection.people if p.is_whole), glimpse.detection.people[0])
    pictures = {Sight.PHOTO: shot.picture, Sight.PERSON: spotlight(shot.picture, person.box)}
    number = glimpse.detection.people.index(person)
    if number in glimpse.people:
        place = glimpse.people.index(number)
        if glimpse.cutouts:
            pictures[Sight.SEEN] = image_of(opaque_part(glimpse.cutouts[place].rgba))
    for stage in STAGES[: STAGES.index(glimpse.stage) + 1]:
        _TOLD[stage](panel, glimpse, person, number)
    panel.steps.tell(STEPS[STAGES.index(glimpse.stage) + 1], State.ACTIVE)
    panel.show_pictures(pictures)


def tell_seen(panel: PhotoPanel, shot: Shot, person: AnalyzedPerson) -> None:
    """The first four steps are done; brands are compared now."""
    assert shot.analysis
    analysis = shot.analysis
    _tell_person(panel, analysis.detection.reasons, person.person)
    spent = round(analysis.timings_ms.get("cutout", 0))
    panel.steps.tell("cutout", State.OK, say("cutout.done", ms=max(1, spent)))
    _tell_faces(panel, len(person.cutout.faces))
    panel.steps.tell("style", *_styles(person.styles))
    panel.steps.tell("compare", State.ACTIVE)
    panel.swatches.show_swatches(person.palette)
    panel.show_pictures(
        {
            Sight.PHOTO: shot.picture,
            Sight.PERSON: spotlight(shot.picture, person.person.box),
            Sight.SEEN: seen_picture(person),
        }
    )


def tell_match(panel: PhotoPanel, shot: Shot, matched: Matched) -> None:
    """Everything is done."""
    result = matched.result
    tell_seen(panel, shot, result.person)
    tell_compared(panel, result)
    tell_people(panel, result.analysis, result.person)


def tell_people(panel: PhotoPanel, analysis: Analysis, person: AnalyzedPerson) -> None:
    """Offer the choice between several people."""
    boxes = [look.person.box for look in analysis.looks]
    numbers = [number for number, look in enumerate(analysis.looks) if look is person]
    panel.show_people(boxes, numbers[0] if numbers else 0)


def seen_picture(person: AnalyzedPerson) -> QImage:
    """What the models saw: the outfit without its face."""
    return image_of(opaque_part(person.cutout.rgba))


def tell_compared(panel: PhotoPanel, result: MatchResult) -> None:
    """The last step is done."""
    few = result.compared < FEW_LOOKS
    words = say("compare.few" if few else "compare.done", looks=f"{result.compared:,}")
    panel.steps.tell("compare", State.CAUTION if few else State.OK, words)


def ranked(matched: Matched, matches: Sequence[BrandMatch]) -> list[Ranked]:
    """Matches with their places on the bar and their pictures."""
    from braind.engine import WITHIN, closeness

    result = matched.result
    levels, query = result.ranking.levels, seen_picture(result.person)
    return [
        Ranked(m, closeness(levels, m.score), WITHIN, result.weights, matched.thumbnails, query)
        for m in matches
    ]


def _tell_person(panel: PhotoPanel, reasons: Sequence[Reason], person: Person) -> None:
    several = Reason.SEVERAL_PEOPLE in reasons
    cautions = (Reason.SEVERAL_PEOPLE,) * several + person.missing
    state = State.CAUTION if cautions else State.OK
    panel.steps.tell("person", state, _cautions(cautions) if cautions else "person.whole")


def _tell_faces(panel: PhotoPanel, faces: int) -> None:
    state, words = (State.OK, "face.cropped") if faces else (State.CAUTION, "face.none")
    panel.steps.tell("face", state, words)


def _faces_of(glimpse: Glimpse, number: int) -> int:
    places = [place for place, who in enumerate(glimpse.people) if who == number]
    return sum(len(glimpse.cutouts[place].faces) for place in places)


def _style_of(glimpse: Glimpse, number: int) -> tuple[State, Say]:
    return _styles(glimpse.styles[glimpse.people.index(number)])


# What each stage of a glimpse has to say.
_TOLD: dict[str, Callable[[PhotoPanel, Glimpse, Person, int], None]] = {
    "person": lambda panel, glimpse, person, _: _tell_person(
        panel, glimpse.detection.reasons, person
    ),
    "cutout": lambda panel, *_: panel.steps.tell("cutout", State.OK, "cutout.gone"),
    "face": lambda panel, glimpse, _, number: _tell_faces(panel, _faces_of(glimpse, number)),
    "style": lambda panel, glimpse, _, number: panel.steps.tell(
        "style", *_style_of(glimpse, number)
    ),
}


def _cautions(reasons: Sequence[Reason]) -> Say:
    def words() -> str:
        return tr("person.caution", reasons=capital(reason_words(reasons, spoken_language())))

    return words


def _styles(styles: StyleScores) -> tuple[State, Say]:
    """The two strongest styles with their scores; a caution when none is clear."""
    best = sorted(styles.as_dict().items(), key=lambda pair: -pair[1])[:2]

    def words() -> str:
        told = (f"{capital(label(style, spoken_language()))} {score:.2f}" for style, score in best)
        return " · ".join(told)

    unclear = best[0][1] < CLEAR_STYLE
    return (State.CAUTION, say("style.unclear")) if unclear else (State.OK, words)
