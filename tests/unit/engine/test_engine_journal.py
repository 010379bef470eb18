"""Jobs that are written down: while they run, when they end, and when they are taken up again."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from engine_fakes import NOBODY, FakePipeline, write_folder, write_photo

from braind.domain import JobState, Outcome
from braind.errors import StoreError
from braind.events import ImportFinished, JobBegun

PARAMETERS = {"sources": ["a"], "brand": "Moss"}


def journaled(engine, folder, record=None, **options):
    job = engine.import_photos([folder], "Moss", workers=1)
    return engine.journal("import", "Moss", PARAMETERS, job, record, **options)


def test_a_finished_job_tells_what_became_of_every_photo(engine, tmp_path):
    write_folder(tmp_path / "in", 3)
    write_photo(tmp_path / "in" / "nobody.png", 9, NOBODY)
    (tmp_path / "in" / "broken.jpg").write_bytes(b"no picture")
    events = list(journaled(engine, tmp_path / "in"))
    assert isinstance(events[0], JobBegun) and isinstance(events[-1], ImportFinished)
    (record,) = engine.jobs()
    assert (record.kind, record.title, record.state) == ("import", "Moss", JobState.DONE)
    assert record.parameters == PARAMETERS and record.ended_at >= record.begun_at
    assert record.counts == {"added": 3, "excluded": 1, "failed": 1}
    notes = engine.job_photos(record.id)
    assert {(n.path.rsplit("/", 1)[1], n.outcome, n.reason) for n in notes} == {
        ("0.png", Outcome.ADDED, ""), ("1.png", Outcome.ADDED, ""), ("2.png", Outcome.ADDED, ""),
        ("nobody.png", Outcome.EXCLUDED, "nobody"),
        ("broken.jpg", Outcome.FAILED, "photo_unsupported"),
    }  # fmt: skip


class SlowPipeline(FakePipeline):
    """Takes so long that batches are stored before they are full, as on a busy machine."""

    def analyze(self, photos, **options):
        time.sleep(0.08)
        yield from super().analyze(photos, **options)


@pytest.mark.parametrize("pace", [FakePipeline, SlowPipeline])
def test_an_interrupted_job_is_taken_up_and_its_counts_add_up(make_engine, tmp_path, pace):
    write_folder(tmp_path / "in", 70)
    engine = make_engine(pipeline=pace)
    job = journaled(engine, tmp_path / "in")
    for event in job:
        if getattr(event, "done", 0) == 40:
            break
    job.close()
    engine.close()
    engine = make_engine()
    (record,) = engine.jobs()
    assert record.state is JobState.RUNNING and record.counts == {"added": 40}
    list(journaled(engine, tmp_path / "in", record))
    (record,) = engine.jobs()
    assert record.state is JobState.DONE and record.counts == {"added": 70}
    assert len(engine.job_photos(record.id)) == 70 and engine.brands()[0].looks == 70


def test_a_job_that_is_given_up_is_not_taken_up(engine, tmp_path):
    write_folder(tmp_path / "in", 3)
    job = journaled(engine, tmp_path / "in", is_given_up=lambda: True)
    next(job)
    job.close()
    assert engine.jobs()[0].state is JobState.CANCELLED


def test_a_job_that_breaks_is_failed(engine):
    def broken():
        yield "news"
        raise StoreError("library_disk_full", "No room.")

    with pytest.raises(StoreError):
        list(engine.journal("import", "Moss", PARAMETERS, broken()))
    assert engine.jobs()[0].state is JobState.FAILED


def test_old_jobs_are_forgotten_when_a_new_one_begins(engine):
    list(engine.journal("import", "old", PARAMETERS, iter(())))
    old = engine.library.jobs()[0].id
    engine.library.end_job(old, JobState.DONE, 1.0)
    unfinished = engine.library.begin_job("import", "unfinished", PARAMETERS, 1.0)
    list(engine.journal("import", "new", PARAMETERS, iter(())))
    assert [job.title for job in engine.jobs()] == ["new", "unfinished"]
    engine.end_job(unfinished, JobState.CANCELLED)
    assert engine.jobs()[1].state is JobState.CANCELLED


def test_names_that_no_encoding_knows_are_kept(engine):
    odd = "bad\udce4name"
    list(engine.journal("import", "x", {"sources": [odd]}, iter(())))
    assert engine.jobs()[0].parameters == {"sources": [odd]}


KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from engine_fakes import FakePipeline, fake_words
from braind.engine import Engine

class Slow(FakePipeline):
    def analyze(self, photos, **kwargs):
        time.sleep(0.05)
        yield from super().analyze(photos, **kwargs)

engine = Engine(Path({library!r}), make_pipeline=lambda: Slow([]), load_words=fake_words)
job = engine.import_photos([Path({photos!r})], "Moss", workers=1)
for event in engine.journal("import", "Moss", {{}}, job):
    if getattr(event, "done", 0) == 45:
        print("far enough", flush=True)
"""


def test_a_process_that_was_killed_loses_nothing_and_counts_add_up(make_engine, tmp_path):
    write_folder(tmp_path / "in", 70)
    code = KILLED.format(
        tests=str(Path(__file__).parents[2]),
        library=str(tmp_path / "library.braind"),
        photos=str(tmp_path / "in"),
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"far enough"
        process.kill()
    engine = make_engine()
    (record,) = engine.jobs()
    assert record.state is JobState.RUNNING
    list(journaled(engine, tmp_path / "in", record))
    assert engine.jobs()[0].counts == {"added": 70} and engine.brands()[0].looks == 70
