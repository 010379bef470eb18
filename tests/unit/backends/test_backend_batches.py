import pytest

from braind.backends.batches import Batches, is_allocation_failure
from braind.errors import ModelError


class Memory:
    """A net that fits so many items at once; it remembers the batches that it was given."""

    def __init__(self, fits, error=MemoryError):
        self.fits, self.error, self.sizes = fits, error, []

    def __call__(self, items):
        self.sizes.append(len(items))
        if len(items) > self.fits:
            raise self.error("CUDA out of memory")
        return [10 * item for item in items]


def test_items_come_back_in_order():
    assert Batches(3).run(Memory(9), range(8)) == [10 * i for i in range(8)]


@pytest.mark.parametrize("error", [MemoryError, RuntimeError])
def test_a_batch_that_does_not_fit_is_halved_and_the_work_goes_on(error):
    memory, batches = Memory(2, error), Batches(8)
    assert batches.run(memory, range(9)) == [10 * i for i in range(9)]
    assert memory.sizes == [8, 4, 2, 2, 2, 2, 1]
    assert batches.size == 2


def test_what_does_not_fit_alone_is_told():
    with pytest.raises(ModelError) as caught:
        Batches(4).run(Memory(0), range(2))
    assert caught.value.code == "memory_short"


def test_other_errors_pass():
    def broken(items):
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        Batches(4).run(broken, range(2))
    assert not is_allocation_failure(ValueError("a bug"))
