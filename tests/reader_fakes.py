"""A reading process whose pipeline does what the names of photos say; others it reads.

As the reader pool's command: ``COMMAND``, or ``SILENT`` and ``ABSENT``, which never answer.
"""

import os
import sys
import time
from pathlib import Path

from engine_fakes import FakePipeline

from braind.engine.reader_program import serve
from braind.errors import ModelError
from braind.sources.decoding.program import take_pipes

COMMAND = [sys.executable, __file__]
SILENT = [*COMMAND, "silent"]
ABSENT = [str(Path(__file__).with_name("no such program"))]


class MoodyPipeline(FakePipeline):
    """Dies, breaks, fails or sleeps when told, and prints all the while."""

    def __init__(self, recipe="fake-recipe"):
        super().__init__([], recipe)

    def analyze(self, photos, **options):
        for photo in photos:
            print("a library prints", flush=True)
            self._obey(Path(photo.path))
        return super().analyze(photos, **options)

    def _obey(self, path):
        word = path.stem.split("-")[0]
        if word == "die" or (word == "stumble" and not path.with_suffix(".once").exists()):
            path.with_suffix(".once").touch()
            os._exit(3)
        elif word == "sleep":
            path.with_suffix(".asleep").touch()
            time.sleep(600)
        elif word == "break":
            raise ZeroDivisionError("a bug")
        elif word == "fail":
            raise ModelError("model_unfit", "It does not fit.", "Get another.", model="fake")


if __name__ == "__main__":
    if "silent" in sys.argv:
        sys.exit()
    serve(MoodyPipeline, *take_pipes())
