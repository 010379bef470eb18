"""A match, told step by step: from what the engine found to what the widgets show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.domain import BrandMatch, Reason, StyleScores
from braind.vocabulary import label
from braind.wording import reason_words
from braind_desktop.actions import Matched
from braind_desktop.pictures import image_of, opaque_part, spotlight
from braind_desktop.texts import Say, capital, say, spoken_language, tr
from braind_desktop.widgets.drawn import State
from braind_desktop.widgets.photo_panel import PhotoPanel, Sight
from braind_desktop.widgets.result_row import Ranked

if TYPE_CHECKING:
    from braind.engine import MatchResult
    from braind.pipeline import Analysis, AnalyzedPerson

# With fewer looks than this the levels of a library say little.
FEW_LOOKS = 100


def pictures_of(analysis: Analysis, person: AnalyzedPerson) -> dict[Sight, QImage]:
    """The photo, the person in it, and what the models saw: the outfit without its face."""
    photo = image_of(analysis.photo.pixels)
    return {
        Sight.PHOTO: photo,
        Sight.PERSON: spotlight(photo, person.person.box),
        Sight.SEEN: image_of(opaque_part(person.cutout.rgba)),
    }


def tell_seen(panel: PhotoPanel, analysis: Analysis, person: AnalyzedPerson) -> None:
    """The first four steps are done; brands are compared now."""
    several = Reason.SEVERAL_PEOPLE in analysis.detection.reasons
    cautions = (Reason.SEVERAL_PEOPLE,) * several + person.person.missing
    state = State.CAUTION if cautions else State.OK
    panel.steps.tell("person", state, _cautions(cautions) if cautions else "person.whole")
    spent = round(analysis.timings_ms.get("cutout", 0))
    panel.steps.tell("cutout", State.OK, say("cutout.done", ms=max(1, spent)))
    if person.cutout.faces:
        panel.steps.tell("face", State.OK, "face.cropped")
    else:
        panel.steps.tell("face", State.CAUTION, "face.none")
    panel.steps.tell("style", State.OK, _styles(person.styles))
    panel.steps.tell("compare", State.ACTIVE)
    panel.swatches.show_swatches(person.palette)
    panel.show_pictures(pictures_of(analysis, person))


def tell_compared(panel: PhotoPanel, result: MatchResult) -> None:
    """The last step is done."""
    few = result.compared < FEW_LOOKS
    words = say("compare.few" if few else "compare.done", looks=f"{result.compared:,}")
    panel.steps.tell("compare", State.CAUTION if few else State.OK, words)


def ranked(matched: Matched, matches: Sequence[BrandMatch]) -> list[Ranked]:
    """Matches with their places on the bar and their pictures."""
    from braind.engine import WITHIN, closeness

    result = matched.result
    levels = result.ranking.levels
    return [
        Ranked(m, closeness(levels, m.score), WITHIN, result.weights, matched.thumbnails)
        for m in matches
    ]


def _cautions(reasons: Sequence[Reason]) -> Say:
    def words() -> str:
        return tr("person.caution", reasons=capital(reason_words(reasons, spoken_language())))

    return words


def _styles(styles: StyleScores) -> Say:
    """The two strongest styles with their scores."""
    best = sorted(styles.as_dict().items(), key=lambda pair: -pair[1])[:2]

    def words() -> str:
        told = (f"{capital(label(style, spoken_language()))} {score:.2f}" for style, score in best)
        return " · ".join(told)

    return words
