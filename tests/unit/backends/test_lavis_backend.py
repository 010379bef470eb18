import json
import sys

import pytest
from stage_fakes import cutout_of, draw_figure, empty_map
from worker_fakes import ANSWERING, DYING, RECOVERING, command_of

from braind.backends.json_worker import JsonWorker
from braind.backends.lavis_vqa import SCRIPT, LavisVqa
from braind.errors import ModelError
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question


@pytest.fixture
def backend(tmp_path):
    worker = JsonWorker(command_of(tmp_path, ANSWERING), "LAVIS")
    yield LavisVqa(worker, "0" * 64)
    worker.close()


def figures():
    return [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)]


def test_ten_answers_a_cutout_with_colors_from_pixels(backend):
    for answers in backend.answer_questions(figures()):
        words = {answer.question: answer.word for answer in answers}
        assert tuple(words) == QUESTIONS
        assert words[Question.UPPER_ITEM] == ANSWERS[Question.UPPER_ITEM][0]
        assert words[Question.UPPER_COLOR] == "red"
        assert words[Question.FAMOUS_BRAND] == "Maison Fake"
    assert backend.answer_questions([]) == []


def test_free_answers_that_mean_nothing_here_are_unknown(tmp_path):
    worker = JsonWorker(command_of(tmp_path, ANSWERING), "LAVIS")
    written = LavisVqa(worker, "0" * 64, mode="generate", colors="blip")
    (answers,) = written.answer_questions(figures()[:1])
    assert {a.word for a in answers} == {UNKNOWN, "Maison Fake"}
    worker.close()


def test_its_identity_is_json_and_names_weights_and_mode(backend):
    one = backend.identity
    assert json.loads(json.dumps(one)) == one
    worker = JsonWorker([], "LAVIS")
    others = [LavisVqa(worker, "1" * 64), LavisVqa(worker, "0" * 64, mode="generate")]
    assert all(other.identity != one for other in others)


def test_a_worker_that_dies_in_mid_answer_is_a_clear_error(tmp_path):
    dying = LavisVqa(JsonWorker(command_of(tmp_path, DYING), "LAVIS"), "0" * 64)
    with pytest.raises(ModelError, match="LAVIS ended") as caught:
        dying.answer_questions(figures())
    assert caught.value.code == "worker_died"


def test_work_goes_on_after_a_death(tmp_path):
    worker = JsonWorker(command_of(tmp_path, RECOVERING), "LAVIS")
    backend = LavisVqa(worker, "0" * 64)
    with pytest.raises(ModelError):
        backend.answer_questions(figures())
    assert len(backend.answer_questions(figures())) == 2
    worker.close()


def test_the_worker_script_says_what_it_lacks(tmp_path):
    worker = JsonWorker([sys.executable, "-I", str(SCRIPT), str(tmp_path)], "LAVIS")
    with pytest.raises(ModelError, match="LAVIS could not answer") as caught:
        worker.greeting()
    assert caught.value.code == "worker_failed"
    worker.close()


def test_the_worker_script_needs_nothing_of_ours():
    assert "braind" not in SCRIPT.read_text("utf-8")
