"""Jobs: iterators driven in other threads, each lane with an engine of its own."""

import itertools
import subprocess
import sys
import threading
import time

import pytest

from braind.errors import BraindError
from braind.events import Progress
from braind_desktop.jobs import JobRunner, Lane, Latest, TaskState


class FakeEngine:
    """Knows in which thread it was made, and whether it was closed there."""

    def __init__(self):
        self.thread = threading.current_thread().name
        self.closed_in = ""

    def close(self):
        self.closed_in = threading.current_thread().name


@pytest.fixture
def engines():
    return []


@pytest.fixture
def runner(qapp, engines):
    def make():
        engines.append(FakeEngine())
        return engines[-1]

    runner = JobRunner(dict.fromkeys(Lane, make))
    yield runner
    runner.close()


def listen(source):
    log = []
    source.reported.connect(log.append)
    source.failed.connect(lambda error: log.append(type(error).__name__))
    source.finished.connect(lambda: log.append("finished"))
    return log


def finish(qtbot, runner):
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_a_job_reports_in_order_and_finishes_last(runner, qtbot):
    task = runner.start(lambda engine: iter(["a", "b"]))
    log = listen(task)
    finish(qtbot, runner)
    assert log == ["a", "b", "finished"]
    assert task.state is TaskState.DONE


def test_progress_is_thinned_out_but_its_end_is_told(runner, qtbot):
    log = listen(runner.start(lambda engine: (Progress(n, 5000) for n in range(5001))))
    finish(qtbot, runner)
    shown = [news for news in log if isinstance(news, Progress)]
    assert shown[-1].done == 5000 and len(shown) < 100


def test_a_failure_comes_before_the_end(runner, qtbot):
    def job(engine):
        yield "a"
        raise BraindError("code", "What.", "Hint.")

    task = runner.start(job)
    log = listen(task)
    finish(qtbot, runner)
    assert log == ["a", "BraindError", "finished"]
    assert task.state is TaskState.FAILED


def test_cancelling_closes_the_generator_in_its_own_thread(runner, qtbot):
    going, closed = threading.Event(), []

    def job(engine):
        try:
            yield "a"
            assert going.wait(10)
            yield "b"
            yield "never reached"
        finally:
            closed.append(threading.current_thread().name)

    task = runner.start(job)
    log = listen(task)
    qtbot.waitUntil(lambda: log == ["a"])
    task.cancel()
    assert task.state is TaskState.CANCELLING
    going.set()
    finish(qtbot, runner)
    assert log == ["a", "finished"] and task.state is TaskState.CANCELLED
    assert len(closed) == 1 and closed[0].startswith("braind-index")


def test_a_task_that_is_cancelled_before_its_turn_never_begins(runner, qtbot):
    going, begun = threading.Event(), []

    def slow(engine):
        assert going.wait(10)
        yield "slow"

    first = listen(runner.start(slow))
    waiting = runner.start(lambda engine: iter([begun.append(1)]))
    log = listen(waiting)
    waiting.cancel()
    going.set()
    finish(qtbot, runner)
    assert (first, log, begun) == (["slow", "finished"], ["finished"], [])


def test_only_the_latest_of_a_place_is_heard(runner, qtbot):
    going, latest = threading.Event(), Latest(runner, Lane.QUERY)
    log = listen(latest)

    def slow(engine):
        yield "slow"
        assert going.wait(10)
        yield "late"

    latest.start(slow)
    qtbot.waitUntil(lambda: log == ["slow"])
    latest.start(lambda engine: iter(["skipped"]))
    latest.start(lambda engine: iter(["new"]))
    going.set()
    finish(qtbot, runner)
    assert log == ["slow", "new", "finished"]


def test_a_question_is_answered_while_an_import_runs(runner, qtbot, engines):
    going = threading.Event()

    def slow(engine):
        assert going.wait(10)
        yield "slow"

    runner.start(slow, Lane.INDEX)
    log = listen(runner.start(lambda engine: iter([engine.thread]), Lane.QUERY))
    qtbot.waitUntil(lambda: len(log) == 2)
    assert log[0].startswith("braind-query")
    going.set()
    finish(qtbot, runner)
    assert len(engines) == 2


def test_engines_are_closed_in_the_threads_that_made_them(qapp, qtbot, engines):
    def make():
        engines.append(FakeEngine())
        return engines[-1]

    runner = JobRunner(dict.fromkeys(Lane, make))
    for lane in Lane:
        runner.start(lambda engine: iter([1]), lane)
    qtbot.waitUntil(lambda: len(engines) == len(Lane))
    runner.close()
    assert len(engines) == len(Lane)
    assert all(engine.closed_in == engine.thread for engine in engines)


def test_importing_the_window_loads_nothing_heavy():
    heavy = "torch onnxruntime sklearn sqlite_utils PIL pypdfium2 cv2 braind.engine"
    code = (
        f"import sys, braind_desktop.app; print([m for m in {heavy!r}.split() if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_paused_task_keeps_its_place_and_lets_others_work(runner, qtbot):
    steps, going = [], threading.Event()

    def long(engine):
        for number in range(3):
            steps.append(number)
            yield number
            assert going.wait(10)

    task = runner.start(long)
    log = listen(task)
    qtbot.waitUntil(lambda: steps == [0])
    task.pause()
    assert task.state is TaskState.PAUSING
    going.set()
    qtbot.waitUntil(lambda: task.state is TaskState.PAUSED)
    reached = list(steps)
    other = listen(runner.start(lambda engine: iter(["other"])))
    qtbot.waitUntil(lambda: other == ["other", "finished"])
    assert steps == reached and task.state is TaskState.PAUSED
    task.resume()
    finish(qtbot, runner)
    assert log == [0, 1, 2, "finished"] and task.state is TaskState.DONE


def test_a_paused_task_can_be_cancelled_and_is_closed_in_its_lane(runner, qtbot):
    closed = []

    def long(engine):
        try:
            yield from itertools.count()
        finally:
            closed.append(threading.current_thread().name)

    task = runner.start(long)
    task.pause()
    qtbot.waitUntil(lambda: task.state is TaskState.PAUSED)
    task.cancel()
    finish(qtbot, runner)
    assert task.state is TaskState.CANCELLED
    assert all(name.startswith("braind-index") for name in closed)


def test_closing_ends_a_paused_task_while_its_engine_is_open(qapp, qtbot, engines):
    def make():
        engines.append(FakeEngine())
        return engines[-1]

    closed, going = [], threading.Event()

    def long(engine):
        try:
            for number in range(1000):
                yield number
                assert going.wait(10)
        finally:
            closed.append(engine.closed_in)

    runner = JobRunner(dict.fromkeys(Lane, make))
    task = runner.start(long)
    log = listen(task)
    qtbot.waitUntil(lambda: log == [0])
    task.pause()
    going.set()
    qtbot.waitUntil(lambda: task.state is TaskState.PAUSED)
    runner.close()
    assert closed == [""] and engines[0].closed_in


def test_questions_take_turns_with_a_long_one(runner, qtbot):
    def long(engine):
        yield from itertools.count()

    scan = runner.start(long, Lane.QUERY)
    log = listen(runner.start(lambda engine: iter(["answer"]), Lane.QUERY))
    qtbot.waitUntil(lambda: log == ["answer", "finished"])
    assert not scan.is_over
    scan.cancel()
    finish(qtbot, runner)


def test_a_question_of_many_steps_waits_for_one_step_of_a_long_one(runner, qtbot):
    done, asked = [], threading.Event()

    def long(engine):
        yield "begun"
        assert asked.wait(10)
        for number in range(8):
            time.sleep(0.05)
            done.append(f"long {number}")
            yield number

    def short(engine):
        for number in range(8):
            done.append(f"short {number}")
            yield number

    log = listen(runner.start(long, Lane.QUERY))
    qtbot.waitUntil(lambda: log == ["begun"])
    runner.start(short, Lane.QUERY)
    asked.set()
    finish(qtbot, runner)
    assert done[:9] == ["long 0", *(f"short {number}" for number in range(8))]


def test_what_is_asked_after_reopening_is_answered_by_the_new_engine(runner, qtbot, engines):
    begun, going, answered = threading.Event(), threading.Event(), []

    def hold(engine):
        begun.set()
        assert going.wait(10)
        yield "held"

    old = runner.start(lambda engine: itertools.count(), Lane.QUERY)
    log = listen(old)
    qtbot.waitUntil(lambda: len(log) > 0)
    runner.start(hold, Lane.QUERY)
    assert begun.wait(10)
    runner.reopen()  # while the old one waits for its next turn
    runner.start(lambda engine: iter([answered.append(engine)]), Lane.QUERY)
    going.set()
    finish(qtbot, runner)
    assert old.state is TaskState.CANCELLED
    assert len(engines) == 2 and engines[0].closed_in
    assert answered == [engines[1]]
