import gc
import os
import time

import pytest
from worker_fakes import (
    BABBLING,
    DYING,
    ECHOING,
    GRUMBLING,
    HANGING,
    RECOVERING,
    REFUSING,
    command_of,
    lives,
)

from braind.backends.json_worker import JsonWorker
from braind.errors import ModelError


@pytest.fixture
def start(tmp_path):
    workers = []

    def make(program, **limits):
        workers.append(JsonWorker(command_of(tmp_path, program), "Fake", **limits))
        return workers[-1]

    yield make
    for worker in workers:
        worker.close()


def failure(call):
    with pytest.raises(ModelError) as caught:
        call()
    return caught.value


def test_one_process_answers_every_question(start):
    worker = start(ECHOING)
    first = worker.greeting()["process"]
    for text in ("plain", "한글 “quoted”\n"):
        assert worker.ask({"text": text})["echo"] == {"text": text}
    assert worker.greeting()["process"] == first


def test_closing_ends_the_process_and_asking_starts_another(start):
    worker = start(ECHOING)
    first = worker.greeting()["process"]
    worker.close()
    worker.close()
    assert not lives(first)
    assert worker.ask({"n": 1}) == {"echo": {"n": 1}}


def test_a_forgotten_worker_ends_its_process(tmp_path):
    worker = JsonWorker(command_of(tmp_path, ECHOING), "Fake")
    process = worker.greeting()["process"]
    del worker
    gc.collect()
    assert not lives(process)


def test_death_in_mid_answer_is_told_with_its_last_words(start):
    error = failure(lambda: start(DYING).ask({"n": 1}))
    assert error.code == "worker_died"
    assert "Fake" in error.what and "out of memory" in error.what
    assert "what was finished is kept" in error.hint


def test_after_a_death_the_next_question_is_answered(start):
    worker = start(RECOVERING)
    assert failure(lambda: worker.ask({"answers": [["a"]]})).code == "worker_died"
    assert worker.ask({"answers": [["a"]]}) == {"said": ["a"]}


def test_a_process_killed_between_questions_is_noticed(start):
    worker = start(ECHOING)
    os.kill(worker.greeting()["process"], 9)
    assert failure(lambda: worker.ask({"n": 1})).code == "worker_died"
    assert worker.ask({"n": 2}) == {"echo": {"n": 2}}


def test_silence_has_an_end(start):
    begin = time.monotonic()
    error = failure(lambda: start(HANGING, answer_seconds=0.3).ask({"n": 1}))
    assert error.code == "worker_died" and "no answer within" in error.what
    assert time.monotonic() - begin < 30


def test_an_answer_that_is_no_json_counts_as_death(start):
    assert failure(lambda: start(BABBLING).ask({"n": 1})).code == "worker_died"


def test_a_worker_that_cannot_start_says_why(start):
    worker = start(REFUSING)
    for _ in range(2):
        error = failure(worker.greeting)
        assert error.code == "worker_failed" and "weights.pt" in error.what


def test_an_error_answer_leaves_the_process_alive(start):
    worker = start(GRUMBLING)
    for text in ("no colour", "no shape"):
        assert text in failure(lambda text=text: worker.ask({"text": text})).what


def test_a_command_that_does_not_exist_is_told(tmp_path):
    worker = JsonWorker([str(tmp_path / "nothing")], "Fake")
    error = failure(worker.greeting)
    assert error.code == "worker_failed" and "nothing" in error.what
