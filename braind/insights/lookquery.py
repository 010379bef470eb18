"""Words → wishes: what somebody wants to see, told in Korean or English.

Qualities (colour, material, pattern) belong to the garment that they are said of: those before an
item, as in "navy checked jacket, gray skirt"; or those after it where the words begin with an item
and end with a quality, as in "상의 검정 하의 흰색". Said of no garment, they may be on either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from braind.insights.kinds import Trait
from braind.lexicon import LOWER, UPPER, WORDS, Kind, Side, Term, look_up, tokens_of
from braind.vocabulary import ANSWERS, QUESTIONS, Question

_BOTH = (UPPER, LOWER)
_MOST_TOKENS = 3
_QUALITIES = (Kind.COLOR, Kind.MATERIAL, Kind.PATTERN)

Wish = tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What words ask for: every wish is to be met, by any of its traits.

    ``unknown`` are the words that mean nothing here, as they were read.
    """

    wishes: tuple[Wish, ...]
    unknown: tuple[str, ...]


def understand(words: str) -> Understood:
    """Read words as wishes; the longest known expression wins, and nothing is dropped silently."""
    terms: list[Term] = []
    unknown: list[str] = []
    tokens = tokens_of(words)
    while tokens:
        taken, found = _longest(tokens)
        if found is None:
            unknown.append(tokens[0])
        else:
            terms += found
        tokens = tokens[taken:]
    return Understood(_tidied(_wishes(terms)), tuple(dict.fromkeys(unknown)))


def words_of(kind: Kind, text: str) -> tuple[str, ...]:
    """The vocabulary's words for one thing of a kind, in any language; () if it is none."""
    terms = look_up(tokens_of(text)) or ()
    return terms[0].words if [term.kind for term in terms] == [kind] else ()


def wish_for(kind: Kind, words: Iterable[str]) -> Wish:
    """The wish for any of some vocabulary words, above or below.

    Raises ValueError for words that the vocabulary does not have in that kind.
    """
    wanted = tuple(words)
    wrong = [word for word in wanted if word not in WORDS[kind]]
    if wrong:
        raise ValueError(f"no {kind} of the vocabulary: {', '.join(wrong)}")
    return _wish(Term(kind, wanted), _BOTH)


def _longest(tokens: Sequence[str]) -> tuple[int, tuple[Term, ...] | None]:
    for count in range(min(_MOST_TOKENS, len(tokens)), 0, -1):
        found = look_up(list(tokens[:count]))
        if found is not None:
            return count, found
    return 1, None


def _wishes(terms: Sequence[Term]) -> list[Wish]:
    said = [term.kind for term in terms if term.kind is Kind.ITEM or term.kind in _QUALITIES]
    items_first = bool(said) and said[0] is Kind.ITEM and said[-1] is not Kind.ITEM
    waiting: list[Term] = []
    wishes: list[Wish] = []
    for term in reversed(terms) if items_first else terms:
        if term.kind in _QUALITIES:
            waiting.append(term)
            continue
        if term.kind is Kind.ITEM:
            wishes += [_wish(quality, term.sides) for quality in waiting]
            waiting = []
        wishes.append(_wish(term, term.sides))
    return [wish for wish in (*wishes, *(_wish(term, _BOTH) for term in waiting)) if wish]


def _wish(term: Term, sides: Iterable[Side]) -> Wish:
    if term.kind is Kind.STYLE:
        return tuple(Trait(word) for word in term.words)
    questions = dict.fromkeys(side[term.kind] for side in sides)
    return tuple(
        Trait(word, question)
        for question in questions
        for word in term.words
        if word in ANSWERS[question]
    )


def _tidied(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """In the order of the questions; answers to one question are alternatives: it has only one."""
    alone: dict[Question, Wish] = {}
    others: dict[Wish, None] = {}
    for wish in wishes:
        questions = {trait.question for trait in wish}
        only = wish[0].question
        if len(questions) == 1 and only is not None:
            alone[only] = tuple(dict.fromkeys(alone.get(only, ()) + wish))
        else:
            others[wish] = None
    return tuple(sorted((*alone.values(), *others), key=_place))


def _place(wish: Wish) -> tuple[int, ...]:
    order: Mapping[Question | None, int] = {None: -1} | {q: n for n, q in enumerate(QUESTIONS)}
    return tuple(order[trait.question] for trait in wish)
