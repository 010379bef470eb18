"""Finding names while they are typed, in Hangul as well: by part, by initials, half a syllable."""

from __future__ import annotations

import unicodedata

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# Two letters that a keyboard types one after the other.
_PAIRS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_FIRST, _LAST = ord("가"), ord("힣")


def matches(name: str, typed: str) -> bool:
    """Whether what is typed so far may mean this name; nothing typed means every name.

    Case, spaces and the composition of Hangul make no difference.
    """
    wanted, there = _plain(typed), _plain(name)
    if wanted in there:
        return True
    if all(letter in _INITIALS for letter in wanted):
        return wanted in "".join(map(_initial, there))
    keys = _keys(wanted)
    starts = range(len(there))
    return any(_keys(there[start:]).startswith(keys) for start in starts)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def _initial(letter: str) -> str:
    code = ord(letter)
    return _INITIALS[(code - _FIRST) // 588] if _FIRST <= code <= _LAST else letter


def _keys(text: str) -> str:
    """The keys that are pressed to type a text."""
    return "".join(_PAIRS.get(key, key) for letter in text for key in _letters(letter))


def _letters(letter: str) -> str:
    code = ord(letter) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return letter
    initial, vowel, final = code // 588, code % 588 // 28, code % 28
    return (_INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]).strip()
