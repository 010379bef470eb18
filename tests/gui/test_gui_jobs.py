"""Jobs: generators driven in another thread."""

import subprocess
import sys
import threading

import pytest

from braind.errors import BraindError
from braind.events import Progress
from braind_desktop.jobs import JobRunner


@pytest.fixture
def runner(qapp):
    runner = JobRunner()
    runner.log = []
    runner.reported.connect(runner.log.append)
    runner.failed.connect(lambda error: runner.log.append(type(error).__name__))
    runner.finished.connect(lambda: runner.log.append("finished"))
    yield runner
    runner.close()


def finish(qtbot, runner):
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_a_job_reports_in_order_and_finishes_last(runner, qtbot):
    runner.start(lambda: iter(["a", "b"]))
    finish(qtbot, runner)
    assert runner.log == ["a", "b", "finished"]


def test_progress_is_thinned_out_but_its_end_is_told(runner, qtbot):
    runner.start(lambda: (Progress(n, 5000) for n in range(5001)))
    finish(qtbot, runner)
    shown = [news for news in runner.log if isinstance(news, Progress)]
    assert shown[-1].done == 5000 and len(shown) < 100


def test_a_failure_comes_before_the_end(runner, qtbot):
    def job():
        yield "a"
        raise BraindError("code", "What.", "Hint.")

    runner.start(job)
    finish(qtbot, runner)
    assert runner.log == ["a", "BraindError", "finished"]


def test_cancelling_closes_the_generator_in_its_own_thread(runner, qtbot):
    going, closed = threading.Event(), []

    def job():
        try:
            yield "a"
            assert going.wait(10)
            yield "b"
            yield "never reached"
        finally:
            closed.append(threading.current_thread().name)

    runner.start(job)
    qtbot.waitUntil(lambda: runner.log == ["a"])
    runner.cancel()
    going.set()
    finish(qtbot, runner)
    assert runner.log == ["a", "finished"]
    assert len(closed) == 1 and closed[0].startswith("braind-job")


def test_a_new_job_replaces_the_one_that_runs(runner, qtbot):
    going = threading.Event()

    def slow():
        yield "slow"
        assert going.wait(10)
        yield "late"

    runner.start(slow)
    qtbot.waitUntil(lambda: runner.log == ["slow"])
    runner.start(lambda: iter(["skipped"]))
    runner.start(lambda: iter(["new"]))
    going.set()
    finish(qtbot, runner)
    assert runner.log == ["slow", "finished", "new", "finished"]


def test_closing_says_farewell_in_the_working_thread(qapp):
    names, runner = [], JobRunner()
    runner.start(lambda: iter([1]))
    runner.close(lambda: names.append(threading.current_thread().name))
    assert names[0].startswith("braind-job")


def test_importing_the_window_loads_nothing_heavy():
    heavy = "torch onnxruntime sklearn sqlite_utils PIL pypdfium2 cv2 braind.engine"
    code = (
        f"import sys, braind_desktop.app; print([m for m in {heavy!r}.split() if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
