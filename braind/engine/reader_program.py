"""The process of ``reader_pool``: makes looks of photos until nobody asks any more.

It is started as ``PYTHON -m braind.engine.reader_program``, and first gets what to build its
pipeline from. It has a process of its own that opens pictures, as every engine has.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, Any

from braind.engine import cooking
from braind.engine.readers import ReadersHere
from braind.engine.reading import LookPipeline
from braind.hosted_process import told
from braind.lending import Lender
from braind.sources.decoding.pool import DecoderPool
from braind.sources.decoding.program import take_pipes


def serve(
    make_pipeline: Callable[..., LookPipeline], questions: IO[bytes], answers: IO[bytes]
) -> None:
    """Answer what comes until the questions end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells us too; who asks decides
    decoders = DecoderPool()
    with suppress(EOFError, OSError):
        cooked, one_person = pickle.load(questions)
        lender: Lender[LookPipeline] = Lender(partial(make_pipeline, *cooked))
        readers = ReadersHere(lender.lend, decoders, one_person)
        while True:
            pickle.dump(_answer(readers, pickle.load(questions)), answers)
            answers.flush()
    decoders.close()


def _answer(readers: ReadersHere, photos: Any) -> tuple[str, Any]:  # noqa: ANN401
    try:
        return "answer", readers.read(photos)
    except Exception as error:
        return told(error)


def main() -> None:
    """Serve whoever started this process."""
    serve(cooking.make_pipeline, *take_pipes())


if __name__ == "__main__":
    main()
