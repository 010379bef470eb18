import json

import pytest
from contract_backends import make, names_of
from stage_fakes import cutout_of, draw_figure, empty_map
from worker_fakes import ANSWERING, command_of

from braind.backends.json_worker import JsonWorker
from braind.backends.lavis_vqa import LavisVqa
from braind.registry import Stage
from braind.vocabulary import ANSWERS, QUESTIONS, Question

WORKER = "lavis, its process a stand-in"


@pytest.fixture(scope="module", params=[*names_of(Stage.VQA), WORKER])
def backend(request, tmp_path_factory):
    if request.param != WORKER:
        return make(Stage.VQA, request.param)
    worker = JsonWorker(command_of(tmp_path_factory.mktemp("worker"), ANSWERING), "LAVIS")
    request.addfinalizer(worker.close)
    return LavisVqa(worker, "0" * 64)


class TestVqaBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_no_cutouts_give_no_answers(self, backend):
        assert backend.answer_questions([]) == []

    def test_ten_answers_from_the_closed_lists_whatever_the_batch(self, backend):
        cutouts = [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)]
        together = backend.answer_questions(cutouts)
        for answers, cutout in zip(together, cutouts, strict=True):
            assert tuple(answer.question for answer in answers) == QUESTIONS
            for answer in answers:
                is_name = answer.question is Question.FAMOUS_BRAND and answer.word
                assert is_name or answer.word in ANSWERS[answer.question]
                assert 0 <= answer.confidence <= 1
            (alone,) = backend.answer_questions([cutout])
            assert [answer.word for answer in alone] == [answer.word for answer in answers]
