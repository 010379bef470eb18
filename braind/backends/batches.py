"""Batches as large as the memory allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from braind.errors import ModelError

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

# How onnxruntime and torch say that they are out of memory, whatever the class of their error.
_SIGNS = ("failed to allocate", "bad allocation", "bad_alloc", "out of memory", "out_of_memory")


def is_allocation_failure(error: BaseException) -> bool:
    """Whether an error of any library means that the memory was not enough."""
    return isinstance(error, MemoryError) or any(sign in str(error).lower() for sign in _SIGNS)


def are_same(items: Sequence[object], others: Sequence[object]) -> bool:
    """Whether two batches are of the very same objects."""
    return len(items) == len(others) and all(a is b for a, b in zip(items, others, strict=True))


class Batches:
    """Runs items in batches; halves the size for good when one does not fit into memory."""

    def __init__(self, most: int) -> None:
        self.size = most

    def run(
        self, compute: Callable[[Sequence[Item]], Sequence[Outcome]], items: Sequence[Item]
    ) -> list[Outcome]:
        """One outcome an item, in order. Raises ``ModelError`` when even one item is too much."""
        outcomes: list[Outcome] = []
        while len(outcomes) < len(items):
            batch = items[len(outcomes) : len(outcomes) + self.size]
            try:
                outcomes += compute(batch)
            except Exception as error:  # each library has classes of its own
                if not is_allocation_failure(error):
                    raise
                if len(batch) == 1:
                    raise _too_little_memory() from error
                self.size = len(batch) // 2
        return outcomes


def _too_little_memory() -> ModelError:
    return ModelError(
        "memory_short",
        "There is not enough memory for this model.",
        "Close other programs, use the device cpu, or choose a smaller model.",
    )
