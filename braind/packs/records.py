"""A pack's looks as JSON records and back, every field judged."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode

import numpy as np

from braind.domain import VISUAL_SIZE, Reason, Swatch
from braind.packs.kinds import HALF, PackLook
from braind.packs.pictures import MAX_BYTES, check_picture
from braind.packs.problems import damaged, invalid
from braind.packs.strict import (
    HASH,
    Record,
    count,
    digest,
    entry_facts,
    fields,
    items,
    sealed,
    share,
    text,
    unsealed,
    word,
)
from braind.packs.texts import NAME_LENGTH
from braind.vocabulary import ANSWERS, COLORS, QUESTIONS, STYLES

_FIELDS = (
    "styles", "answers", "confidences", "palette", "reasons", "lookbook", "person", "photo",
    "shoot", "picture",
)  # fmt: skip
_VISUAL = "visual"  # a field of looks whose recipe embeds pictures
_ROUNDING = 1e-2
_HEX_COLOR = re.compile(r"#[0-9a-f]{6}")
_SWATCHES = 12
_PEOPLE = 1000
_REASONS = tuple(reason.value for reason in Reason)


def look_record(look: PackLook) -> Record:
    """The record of a look; its thumbnail lies elsewhere and is named by length and hash."""
    visual = {_VISUAL: b64encode(look.visual).decode()} if look.visual else {}
    return sealed(
        visual
        | {
            "styles": look.styles,
            "answers": look.answers,
            "confidences": look.confidences,
            "palette": [(swatch.hex, swatch.name, swatch.share) for swatch in look.palette],
            "reasons": [reason.value for reason in look.reasons],
            "lookbook": look.lookbook,
            "person": look.person,
            "photo": look.photo,
            "shoot": look.shoot,
            "picture": entry_facts(look.thumbnail) if look.thumbnail else None,
        }
    )


def read_look(value: object, place: int, pictures: memoryview) -> tuple[PackLook, int]:
    """The look of a record, and how many bytes at the start of ``pictures`` are its own.

    ``place`` is how many looks the brand has before it. Raises ``PackError``.
    """
    has_visual = isinstance(value, dict) and _VISUAL in value
    record = unsealed(value, *_FIELDS, *([_VISUAL] if has_visual else []))
    thumbnail = _picture(record["picture"], pictures)
    look = PackLook(
        styles=_shares(record["styles"], len(STYLES), "style scores"),
        answers=_answers(record["answers"]),
        confidences=_shares(record["confidences"], len(QUESTIONS), "confidences"),
        palette=tuple(_swatch(s) for s in items(record["palette"], _SWATCHES, "a palette")),
        reasons=_reasons(record["reasons"]),
        lookbook=text(record["lookbook"], NAME_LENGTH, "a lookbook's name"),
        person=count(record["person"], _PEOPLE, "a person's number"),
        photo=count(record["photo"], place, "a photo's number"),
        shoot=count(record["shoot"], place, "a shoot's number"),
        thumbnail=thumbnail,
        visual=_visual(record[_VISUAL]) if has_visual else b"",
    )
    return look, len(thumbnail)


def _shares(value: object, length: int, what: str) -> tuple[float, ...]:
    return tuple(share(number, what) for number in items(value, length, what, fewest=length))


def _answers(value: object) -> tuple[str, ...]:
    what = "answers"
    given = items(value, len(QUESTIONS), what, fewest=len(QUESTIONS))
    return tuple(word(one, ANSWERS[q], what) for q, one in zip(QUESTIONS, given, strict=True))


def _swatch(value: object) -> Swatch:
    what = "a colour"
    code, name, part = items(value, 3, what, fewest=3)
    if not isinstance(code, str) or not _HEX_COLOR.fullmatch(code):
        raise invalid(what)
    return Swatch(code, word(name, COLORS, what), share(part, what))


def _reasons(value: object) -> tuple[Reason, ...]:
    what = "what a body lacks"
    given = [word(one, _REASONS, what) for one in items(value, len(_REASONS), what)]
    if len(set(given)) < len(given):
        raise invalid(what)
    return tuple(Reason(one) for one in given)


def _visual(value: object) -> bytes:
    """A vector as a model gives it: finite, and of length 1 but for its rounding."""
    what = "a visual vector"
    try:
        vector = b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as error:
        raise invalid(what) from error
    if len(vector) != HALF.itemsize * VISUAL_SIZE or b64encode(vector).decode() != value:
        raise invalid(what)
    length = np.linalg.norm(np.frombuffer(vector, HALF).astype(np.float64))
    if not abs(length - 1) <= _ROUNDING:
        raise invalid(what)
    return vector


def _picture(value: object, pictures: memoryview) -> bytes:
    if value is None:
        return b""
    facts = fields(value, "bytes", HASH)
    size = count(facts["bytes"], MAX_BYTES, "a thumbnail's size")
    webp = bytes(pictures[:size])
    if facts[HASH] != digest(webp):
        raise damaged()
    return check_picture(webp)
