"""Looks as rows and back, losing nothing.

Answers are stored as positions in ``vocabulary.ANSWERS``, one byte each. "unknown" is the last of
every list and moves when a list grows, so it is stored as 255.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from braind.domain import (
    VISUAL_SIZE,
    Answer,
    Box,
    Floats,
    Look,
    Reason,
    StyleScores,
    Swatch,
    Visual,
)
from braind.errors import StoreError
from braind.looktable import UNKNOWN_ANSWERS, encode_answers
from braind.store.session import Row
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES

_FLOAT, _HALF = np.dtype("<f4"), np.dtype("<f2")
_STORED_UNKNOWN = 255


def look_row(look: Look) -> Row:
    """The columns of ``looks`` that belong to the look itself (not its brand, lookbook, recipe).

    Raises ``StoreError`` for numbers that are not finite: they would spoil every comparison.
    """
    confidences = {answer.question: answer.confidence for answer in look.answers}
    box = look.box
    return {
        "photo_hash": look.photo_hash,
        "page": int(look.page or 0),
        "person": int(look.person),
        "styles": _pack_floats(look, look.styles.values, len(STYLES)),
        "answers": _pack_answers(look.answers),
        "confidences": _pack_floats(look, [confidences.get(q, 0.0) for q in QUESTIONS], 10),
        "near_hash": to_signed(look.near_hash),
        "ground_hash": to_signed(look.ground_hash),
        "taken_at": int(look.taken_at),
        "path": pack_path(look.path),
        "box": _pack_json(look, [float(x) for x in (box.left, box.top, box.right, box.bottom)]),
        "reasons": pack_reasons(look.reasons),
        "palette": _pack_json(look, [(s.hex, s.name, float(s.share)) for s in look.palette]),
        "free_words": json.dumps(_free_words(look.answers)),
    }


def look_from_row(row: Row) -> Look:
    """The look of a row of ``looks`` with its recipe's text; no thumbnail, no visual vector."""
    return Look(
        photo_hash=row["photo_hash"],
        path=unpack_path(row["path"]),
        styles=StyleScores(unpack_styles([row["styles"]])[0]),
        answers=_unpack_answers(row),
        palette=tuple(Swatch(*swatch) for swatch in json.loads(row["palette"])),
        recipe=row["recipe"],
        page=row["page"] or None,
        person=row["person"],
        box=Box(*json.loads(row["box"])),
        reasons=unpack_reasons(row["reasons"]),
        near_hash=to_unsigned(row["near_hash"]),
        id=row["id"],
        brand_id=row["brand_id"],
        lookbook_id=row["lookbook_id"] or 0,
        taken_at=row["taken_at"],
        ground_hash=to_unsigned(row["ground_hash"]),
    )


def unpack_styles(blobs: Iterable[bytes]) -> Floats:
    """Stored style scores as float32 (N, 7). Raises ``ValueError`` for what is not finite."""
    styles = np.frombuffer(b"".join(blobs), _FLOAT).reshape(-1, len(STYLES))
    if not np.isfinite(styles).all():
        raise ValueError("style scores that are no numbers")
    return styles


def pack_visual(look: Look) -> bytes:
    """A look's visual vector. Raises ``StoreError`` for one that no model gives."""
    vector = np.asarray(look.visual, _HALF)
    if vector.shape != (VISUAL_SIZE,) or not np.isfinite(vector).all():
        raise _invalid(look)
    return vector.tobytes()


def unpack_visuals(blobs: Iterable[bytes]) -> Visual:
    """Stored visual vectors as float16 (N, 768). Raises ``ValueError`` for what is none."""
    whole = [np.frombuffer(blob, _HALF).reshape(VISUAL_SIZE) for blob in blobs]
    vectors = np.stack(whole)
    if not np.isfinite(vectors).all():
        raise ValueError("visual vectors that are no numbers")
    return vectors


def unpack_positions(blobs: Iterable[bytes]) -> NDArray[np.uint8]:
    """Stored answers as positions in today's ``vocabulary.ANSWERS``: uint8 (N, 10)."""
    stored = np.frombuffer(b"".join(blobs), np.uint8).reshape(-1, len(QUESTIONS))
    return np.minimum(stored, UNKNOWN_ANSWERS)


def to_signed(near_hash: int) -> int:
    """A 64-bit hash as SQLite's signed integer, bit for bit."""
    return int.from_bytes(int(near_hash).to_bytes(8, "big"), "big", signed=True)


def to_unsigned(stored: int) -> int:
    """The 64-bit hash that ``to_signed`` was given."""
    return stored % (1 << 64)


def pack_path(path: str) -> str | bytes:
    """Text, or bytes for a file name that the system could not decode (SQLite takes UTF-8 only)."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
    return path


def unpack_path(stored: str | bytes) -> str:
    """The path exactly as it was given to ``pack_path``."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogatepass")


def pack_reasons(reasons: Sequence[Reason]) -> str:
    """Reasons as a JSON list."""
    return json.dumps([reason.value for reason in reasons])


def unpack_reasons(stored: str) -> tuple[Reason, ...]:
    """The reasons of a JSON list."""
    return tuple(Reason(value) for value in json.loads(stored))


def _pack_floats(look: Look, values: Sequence[float] | Floats, count: int) -> bytes:
    array = np.asarray(values, _FLOAT)
    if array.shape != (count,) or not np.isfinite(array).all():
        raise _invalid(look)
    return array.tobytes()


def _pack_json(look: Look, value: object) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except ValueError as error:
        raise _invalid(look) from error


def _invalid(look: Look) -> StoreError:
    return StoreError(
        "look_invalid",
        f"The look of “{look.path}” has numbers that cannot be stored.",
        "Analyse the photo again; if it happens again, check the models with “braind doctor”.",
        path=look.path,
    )


def _pack_answers(answers: Sequence[Answer]) -> bytes:
    positions = encode_answers(answers)
    return np.where(positions == UNKNOWN_ANSWERS, np.uint8(_STORED_UNKNOWN), positions).tobytes()


def _free_words(answers: Sequence[Answer]) -> dict[str, str]:
    """Words outside the closed lists: search takes them as unknown, people still read them."""
    return {a.question.value: a.word for a in answers if a.word not in ANSWERS[a.question]}


def _unpack_answers(row: Row) -> tuple[Answer, ...]:
    free = json.loads(row["free_words"])
    positions = unpack_positions([row["answers"]])[0]
    confidences = np.frombuffer(row["confidences"], _FLOAT)
    return tuple(
        Answer(question, free.get(question, ANSWERS[question][position]), float(confidence))
        for question, position, confidence in zip(QUESTIONS, positions, confidences, strict=True)
    )
