"""The time that is left is told late, in whole minutes, and never jumps."""

import pytest

from braind_desktop.pace import Pace, minutes_left


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pace(clock):
    return Pace(clock)


def work(pace, clock, items, seconds_each, total=1000):
    for _ in range(items):
        clock.now += seconds_each
        pace.hear(pace.done + 1, total)


@pytest.mark.parametrize(("items", "each", "known"), [(9, 1.0, False), (20, 0.2, False),
                                                      (10, 1.0, True)])  # fmt: skip
def test_nothing_is_told_before_ten_items_and_five_seconds(pace, clock, items, each, known):
    pace.hear(0, 1000)
    work(pace, clock, items, each)
    assert (pace.seconds_left() is not None) is known


def test_one_slow_item_changes_nothing(pace, clock):
    pace.hear(0, 1000)
    work(pace, clock, 30, 1.0)
    work(pace, clock, 1, 60.0)
    assert pace.seconds_left() == pytest.approx(969)


def test_it_changes_at_most_once_a_second(pace, clock):
    pace.hear(0, 1000)
    work(pace, clock, 20, 1.0)
    told = pace.seconds_left()
    work(pace, clock, 3, 0.2)
    assert pace.seconds_left() == told
    work(pace, clock, 3, 0.2)
    assert pace.seconds_left() < told


def test_a_pause_counts_for_no_item(pace, clock):
    pace.hear(0, 100)
    work(pace, clock, 20, 1.0, 100)
    pace.rest()
    clock.now += 3600
    pace.hear(20, 100)
    work(pace, clock, 5, 1.0, 100)
    assert pace.seconds_left() == pytest.approx(75)


def test_the_bar_never_goes_back(pace):
    shares = []
    for done, total in ((0, 10), (5, 10), (5, 40), (3, 40), (20, 40)):
        pace.hear(done, total)
        shares.append(pace.share)
    assert shares == sorted(shares) and shares[-1] == 0.5


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (59, 1), (61, 2), (180, 3), (180.1, 4)])
def test_minutes_are_rounded_up(seconds, minutes):
    assert minutes_left(seconds) == minutes
