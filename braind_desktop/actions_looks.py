"""What can be decided about looks: one small function an action, each to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from braind.domain import Edit
from braind.vocabulary import Question
from braind_desktop.changes import make_change
from braind_desktop.desk import Desk
from braind_desktop.texts import Say, say

if TYPE_CHECKING:
    from braind.engine import LookCard

Cards = Sequence["LookCard"]


def exclude(desk: Desk, cards: Cards, is_excluded: bool) -> None:
    """Keep looks out of the profile, or count them again."""
    words = say("did.excluded" if is_excluded else "did.included", count=len(cards))
    _edit(desk, words, cards, lambda edit: replace(edit, is_excluded=is_excluded))


def pin(desk: Desk, cards: Cards, is_pinned: bool) -> None:
    """Call looks representative, or not any more."""
    words = say("did.pinned" if is_pinned else "did.unpinned", count=len(cards))
    _edit(desk, words, cards, lambda edit: replace(edit, is_pinned=is_pinned))


def remove(desk: Desk, cards: Cards) -> None:
    """Put looks into the trash."""
    words = say("did.removed", count=len(cards))
    _edit(desk, words, cards, lambda edit: replace(edit, is_removed=True))


def correct(desk: Desk, card: LookCard, answers: Mapping[Question, str]) -> None:
    """Say what is right about a look; questions without an answer are as they were read."""
    _edit(desk, say("did.corrected"), [card], lambda edit: replace(edit, answers=dict(answers)))


def _edit(desk: Desk, words: Say, cards: Cards, change: Callable[[Edit], Edit]) -> None:
    before = {card.look.id: card.edit for card in cards}
    after = {look: change(edit) for look, edit in before.items()}
    make_change(
        desk,
        words,
        lambda engine: engine.edit_looks(after),
        lambda engine: engine.edit_looks(before),
    )
