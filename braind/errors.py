"""Expected failures. Anything that is not a ``BraindError`` is a bug and should look like one."""

from __future__ import annotations


class BraindError(Exception):
    """An expected failure, told in words that a user can act on.

    ``code`` is a stable identifier that a user interface translates; ``what`` says what happened
    and ``hint`` what to do next, both in English; ``details`` fills the translated sentence.
    """

    def __init__(self, code: str, what: str, hint: str = "", **details: object) -> None:
        super().__init__(f"{what} {hint}".strip())
        self.code = code
        self.what = what
        self.hint = hint
        self.details = details


class PhotoError(BraindError):
    """A photo, or the archive or document that holds it, cannot be used."""


class ModelError(BraindError):
    """A model file is missing, damaged, or does not fit its description."""


class StoreError(BraindError):
    """The library file cannot be opened, read or written."""


class PackError(BraindError):
    """A brand pack is damaged or was made for another recipe."""


class ReportError(BraindError):
    """A report cannot be made: no font has its letters, or its format is not known."""
