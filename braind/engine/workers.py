"""Parallel work in order: the only threads of the engine.

Decision: one task takes a few photos all the way from bytes to looks, in a thread that borrows a
pipeline of its own, or asks a process that has one (``readers``). Decoding and onnxruntime release
the interpreter lock, so two such threads keep two cores nearly busy; no queue between stages can
fill up, and one bad photo can never shift another.
Photos in pairs take some 7 % less CPU each than alone; larger groups hardly less again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

WORKERS = 2
GROUP = 2
# Groups that a worker may be ahead of whoever takes the results: enough to bridge a slow photo.
AHEAD = 2
PATIENCE = 0.25  # seconds


def map_in_order(
    work: Callable[[Sequence[Item]], Sequence[Outcome]],
    items: Iterable[Item],
    workers: int,
    hurry: Callable[[], None] = lambda: None,
) -> Generator[Outcome, None, None]:
    """Yield the outcome of every item, in order, computed by ``workers`` threads.

    ``work`` gets up to ``GROUP`` items and gives as many outcomes. ``items`` is read in the
    caller's thread and never more than ``AHEAD`` groups a worker in advance. Closing the iterator
    starts no other task, and waits for those that run after ``hurry`` told them that nobody wants
    their outcomes.
    """
    for outcome in map_with_beats(work, items, workers, hurry, None):
        if not isinstance(outcome, Beat):
            yield outcome


class Beat:
    """Nothing happened for a while."""


def map_with_beats(
    work: Callable[[Sequence[Item]], Sequence[Outcome]],
    items: Iterable[Item],
    workers: int,
    hurry: Callable[[], None],
    patience: float | None = PATIENCE,
) -> Generator[Outcome | Beat, None, None]:
    """``map_in_order`` with a ``Beat`` whenever an outcome takes longer than ``patience`` seconds,
    so that it can be closed then.
    """
    source = iter(items)
    with ThreadPoolExecutor(workers, thread_name_prefix="braind") as pool:
        waiting: deque[Future[Sequence[Outcome]]] = deque()
        try:
            while group := list(islice(source, GROUP)):
                waiting.append(pool.submit(work, group))
                if len(waiting) >= AHEAD * workers:
                    yield from _outcomes(waiting.popleft(), patience)
            while waiting:
                yield from _outcomes(waiting.popleft(), patience)
        except BaseException:
            hurry()
            raise
        finally:
            for future in waiting:
                future.cancel()


def _outcomes(
    future: Future[Sequence[Outcome]], patience: float | None
) -> Iterator[Outcome | Beat]:
    while not wait([future], patience).done:
        yield Beat()
    yield from future.result()
