"""From a library's looks to a pack's: everything that could tell of a photo is left behind here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from braind.domain import Look, Swatch
from braind.errors import PackError
from braind.insights.shoots import group_shoots
from braind.looktable import LookTable, encode_answers
from braind.packs.kinds import HALF, PackBrand, PackLook
from braind.packs.strict import short
from braind.packs.texts import NAME_LENGTH, clean_text
from braind.search.photos import are_one_photo
from braind.search.vectors import WordTables
from braind.vocabulary import ANSWERS, QUESTIONS


def gather_brand(
    name: str,
    looks: Sequence[Look],
    lookbooks: Mapping[int, str],
    pictures: Mapping[int, bytes],
    words: WordTables,
) -> PackBrand:
    """A brand for a pack; ``lookbooks`` are names, ``pictures`` WebP files, by id.

    ``words`` help to tell which looks are of one photo. Looks of which the very same was read are
    one look. Raises ``PackError`` for a name without a visible letter.
    """
    cleaned = clean_text(name, NAME_LENGTH)
    if not cleaned:
        raise PackError(
            "pack_name_empty", "A brand's name has no visible letter.", "Rename the brand first."
        )
    made = [
        _bare(look, lookbooks.get(look.lookbook_id, ""), pictures.get(look.id, b""))
        for look in looks
    ]
    order = _different_by_id(made)
    sources = [looks[place] for place in order]
    photos, shoots = _first_of_photos(sources, words), _first_of_shoots(sources, words)
    bare = (made[place] for place in order)
    return PackBrand(
        cleaned,
        tuple(
            replace(look, photo=photo, shoot=shoot)
            for look, photo, shoot in zip(bare, photos, shoots, strict=True)
        ),
    )


def _bare(look: Look, lookbook: str, picture: bytes) -> PackLook:
    confidences = {answer.question: answer.confidence for answer in look.answers}
    words = zip(QUESTIONS, encode_answers(look.answers), strict=True)
    return PackLook(
        styles=tuple(_share(value) for value in look.styles.values),
        answers=tuple(ANSWERS[question][position] for question, position in words),
        confidences=tuple(_share(confidences.get(question, 0.0)) for question in QUESTIONS),
        palette=tuple(Swatch(s.hex, s.name, _share(s.share)) for s in look.palette),
        reasons=look.reasons,
        lookbook=clean_text(lookbook, NAME_LENGTH),
        person=look.person,
        thumbnail=picture,
        visual=b"" if look.visual is None else look.visual.astype(HALF).tobytes(),
    )


def _share(value: float) -> float:
    """Rounding may have carried a stored share a hair beyond its range."""
    return short(min(1.0, max(0.0, float(value))))


def _different_by_id(looks: Sequence[PackLook]) -> list[int]:
    """The places of different looks in the order of a pack."""
    places = sorted(range(len(looks)), key=lambda place: (looks[place].lookbook, looks[place].id))
    first: dict[str, int] = {}
    for place in places:
        first.setdefault(looks[place].id, place)
    return list(first.values())


def _first_of_photos(looks: Sequence[Look], words: WordTables) -> list[int]:
    """For each look the place of the first that comes from the same photo or a copy of it."""
    table = LookTable.of(looks)
    first = list(range(len(looks)))
    for place in range(1, len(looks)):
        earlier, this = table.take(np.arange(place)), table.take(np.array([place]))
        copies = are_one_photo(words, earlier, this)
        if copies.any():
            first[place] = first[int(copies.argmax())]
    return first


def _first_of_shoots(looks: Sequence[Look], words: WordTables) -> list[int]:
    shoots = group_shoots(looks, words)
    _, first = np.unique(shoots, return_index=True)
    return [int(place) for place in first[shoots]]
