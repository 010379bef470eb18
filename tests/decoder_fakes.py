"""A decoding process that does what the first word of a file says; other files it reads.

As the decoder pool's command: ``[sys.executable, decoder_fakes.__file__]``, or with another
behaviour before the bound of memory.
"""

import ctypes
import os
import re
import signal
import sys
import time
from pathlib import Path

from braind.errors import PhotoError
from braind.sources.decoding import DirectDecoder
from braind.sources.decoding.program import serve

COMMAND = [sys.executable, __file__]
REFUSING = [*COMMAND, "refusing"]
BABBLING = [*COMMAND, "babbling"]
SILENT = [*COMMAND, "silent"]
ABSENT = [str(Path(__file__).with_name("no such program"))]


class MoodyDecoder(DirectDecoder):
    """Sleeps, crashes, eats memory, prints or breaks when told."""

    def __init__(self):
        self._is_poisoned = False

    def decode(self, data, max_side):
        if self._is_poisoned:
            os.kill(os.getpid(), signal.SIGKILL)
        self._obey(data.split(b" ")[0])
        return super().decode(data.partition(b"\n")[2] if data[:5] == b"print" else data, max_side)

    def list_pages(self, path):
        self._obey(path.read_bytes().split(b" ")[0])
        return super().list_pages(path)

    def _obey(self, word):
        if word == b"sleep":
            time.sleep(600)
        elif word == b"spin":  # with the interpreter's lock: no other thread gets a turn
            re.match(r"(a+)+$", "a" * 60 + "b")
        elif word == b"crash":
            ctypes.string_at(0)
        elif word == b"eat":
            eaten = []
            while True:
                eaten.append(b"x" * 2**26)
        elif word == b"poison":
            self._is_poisoned = True
        elif word == b"bug":
            raise ZeroDivisionError("a bug")
        elif word == b"print":
            os.write(1, b"a library prints\n")
            print("and so does another")


class RefusingDecoder(DirectDecoder):
    """Takes nothing, so that it shows who is asked."""

    def decode(self, data, max_side):
        raise PhotoError("photo_refused", "Refused.", "Never mind.", why="mood")

    def check(self, data):
        self.decode(data, 0)

    def list_pages(self, path):
        self.decode(b"", 0)


if __name__ == "__main__":
    mood = sys.argv[1]
    if mood == "babbling":
        os.write(1, b"Welcome to the decoder! " * 99)
        sys.stdin.buffer.read()
    elif mood == "silent":
        sys.exit()
    serve(RefusingDecoder() if mood == "refusing" else MoodyDecoder(), int(sys.argv[-1]))
