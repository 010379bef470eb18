import gc
import os

import pytest
from stage_fakes import cutout_of, draw_figure, empty_map
from worker_fakes import lives

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.hosting import METHODS, create_where_it_belongs
from braind.registry import BUILT_IN, BackendSpec, Stage
from braind.vocabulary import QUESTIONS


def spec_of(factory="create", **settings):
    defaults = dict.fromkeys(settings, "")
    row = BackendSpec(Stage.VQA, "hosted", f"hosted_fakes:{factory}", own_process=True)
    return BackendSpec(row.stage, row.name, row.factory, settings=defaults, own_process=True)


def hosted(context=None, factory="create", **settings):
    return create_where_it_belongs(
        spec_of(factory, **settings), context or BackendContext(), settings
    )


def cutouts(count=2):
    return [cutout_of(draw_figure(empty_map(), 28, 10, 120))] * count


def test_what_reads_photos_with_torch_runs_in_a_process_of_its_own():
    reading = [spec for spec in BUILT_IN if spec.stage is not Stage.WORDS]  # fitted once, then kept
    for spec in reading:
        assert spec.own_process == ("torch" in spec.imports), spec.name
    assert set(METHODS) == set(Stage)


def test_a_backend_answers_from_another_process():
    context = BackendContext()
    backend = hosted(context)
    assert backend.identity["process"] != os.getpid()
    answers = backend.answer_questions(cutouts())
    assert [tuple(a.question for a in one) for one in answers] == [QUESTIONS] * 2
    assert backend.answer_questions([]) == []
    assert context.devices_in_use == {"cpu"}
    assert not hasattr(backend, "score_styles")


def test_backends_of_a_pipeline_share_the_process_and_end_with_it():
    context = BackendContext()
    one, other = hosted(context), hosted(context)
    process = one.identity["process"]
    assert other.identity["process"] == process and lives(process)
    del context, one, other
    gc.collect()
    assert not lives(process)


def test_settings_reach_it():
    assert hosted(mood="calm").identity["mood"] == "calm"


def test_death_in_mid_answer_is_told_and_the_next_call_is_answered(tmp_path):
    context = BackendContext()
    neighbour = hosted(context)
    backend = hosted(context, mood="dying", mark=str(tmp_path / "mark"))
    with pytest.raises(ModelError) as caught:
        backend.answer_questions(cutouts())
    assert caught.value.code == "worker_died" and "what was finished is kept" in caught.value.hint
    assert len(backend.answer_questions(cutouts())) == 2
    assert len(neighbour.answer_questions(cutouts())) == 2


def test_its_failures_come_back_whole():
    with pytest.raises(ModelError) as caught:
        hosted(mood="failing").answer_questions(cutouts())
    error = caught.value
    assert (error.code, error.what, error.hint) == (
        "model_unusable",
        "It fits nothing.",
        "Use another.",
    )
    assert error.details == {"model": "x"}


def test_its_bugs_look_like_bugs():
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a bug"):
        hosted(mood="broken").answer_questions(cutouts())


def test_a_backend_that_cannot_be_made_says_why():
    with pytest.raises(ModelError) as caught:
        hosted(factory="refuse")
    assert caught.value.code == "model_missing"


def test_other_rows_stay_here():
    row = BackendSpec(Stage.VQA, "here", "hosted_fakes:create")
    assert create_where_it_belongs(row, BackendContext()).identity["process"] == os.getpid()
