"""JSON that has one spelling, and fields that are what they should be.

Decision: a text is refused unless writing its value again gives the same bytes. That rules out
keys given twice, NaN and infinities, numbers and letters spelled in odd ways, and what a more
lenient reader would pass over in silence. Unknown keys are refused too: a later version says so in
the manifest, it does not slip something in.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from braind.packs.problems import damaged, invalid, too_big
from braind.packs.texts import clean_text

HASH = "sha256"
_HEX = re.compile(r"[0-9a-f]+")

Record = dict[str, Any]


def dump(value: object) -> bytes:
    """The one spelling of a JSON value."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


def load(text: bytes | memoryview, limit: int) -> object:
    """The value that ``dump`` has spelled so. Raises ``PackError``; ``limit`` is in bytes."""
    if len(text) > limit:
        raise too_big("a record of it is longer than any should be")
    try:
        value: object = json.loads(bytes(text).decode())
        is_ours = dump(value) == text
    except (ValueError, RecursionError) as error:
        raise damaged() from error
    if not is_ours:
        raise damaged()
    return value


def digest(content: bytes | memoryview) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def sealed(record: Record) -> Record:
    """The record with the hash of all that it says."""
    return {**record, HASH: digest(dump(record))}


def unsealed(value: object, *names: str) -> Record:
    """The record that ``sealed`` was given, with exactly these fields."""
    record = fields(value, *names, HASH)
    claimed = record.pop(HASH)
    if claimed != digest(dump(record)):
        raise damaged()
    return record


def fields(value: object, *names: str) -> Record:
    """A JSON object with exactly these keys."""
    if not isinstance(value, dict) or value.keys() != set(names):
        raise invalid("a record with other fields than it should have")
    return dict(value)


def items(value: object, most: int, what: str, *, fewest: int = 0) -> list[object]:
    """A list of a length within limits."""
    if not isinstance(value, list) or not fewest <= len(value) <= most:
        raise invalid(what)
    return value


def count(value: object, most: int, what: str) -> int:
    """A whole number from 0 to ``most``."""
    if type(value) is not int or not 0 <= value <= most:
        raise invalid(what)
    return value


def share(value: object, what: str) -> float:
    """A float of 0..1 in the spelling of ``short``."""
    if type(value) is not float or not 0 <= value <= 1 or value != short(value):
        raise invalid(what)
    return value


def short(value: float) -> float:
    """The float with the fewest digits that is the same float32."""
    return float(str(np.float32(value)))


def text(value: object, limit: int, what: str) -> str:
    """A text that ``clean_text`` would leave as it is; it may be empty."""
    if not isinstance(value, str) or clean_text(value, limit) != value:
        raise invalid(what)
    return value


def word(value: object, words: Collection[str], what: str) -> str:
    """One of a closed list of words."""
    if not isinstance(value, str) or value not in words:
        raise invalid(what)
    return value


def hexadecimal(value: object, length: int, what: str) -> str:
    """A number in hex, of a fixed number of small letters and digits."""
    if not isinstance(value, str) or len(value) != length or not _HEX.fullmatch(value):
        raise invalid(what)
    return value


def entry_facts(body: bytes | memoryview) -> Mapping[str, object]:
    """What the manifest says of an entry."""
    return {"bytes": len(body), HASH: digest(body)}
