"""What a job on models is busy with: the note of its ``Progress``, which counts bytes."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """The steps of fetching, adding, checking and moving models."""

    DOWNLOAD = "download"
    WAIT = "wait"  # the line is silent or broken: a new try follows
    COPY = "copy"
    CHECK = "check"  # bytes are compared with their hash
    TEST = "test"  # another process tries to load them
