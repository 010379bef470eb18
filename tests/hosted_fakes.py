"""Backends for a process of their own, made there by name."""

import os
import signal
from pathlib import Path

from stage_fakes import FakeVqa

from braind.errors import ModelError


class Answering(FakeVqa):
    """Says which process it lives in; dies, fails or breaks when told by a setting."""

    def __init__(self, context):
        self._settings = context.settings

    @property
    def identity(self):
        return {"backend": "hosted", "process": os.getpid(), **self._settings}

    def answer_questions(self, cutouts):
        mood = self._settings.get("mood", "")
        if mood == "dying" and self._first_time():
            os.kill(os.getpid(), signal.SIGKILL)
        if mood == "failing":
            raise ModelError("model_unusable", "It fits nothing.", "Use another.", model="x")
        if mood == "broken":
            raise ZeroDivisionError("a bug")
        return super().answer_questions(cutouts)

    def _first_time(self):
        mark = Path(self._settings["mark"])
        is_first = not mark.exists()
        mark.touch()
        return is_first


def create(context):
    context.devices_in_use.add("cpu")
    return Answering(context)


def refuse(context):
    raise ModelError("model_missing", "Its file is not there.", "Get it.")
