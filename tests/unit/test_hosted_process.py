"""Backends in a Python of the user's."""

import gc
import os
from pathlib import Path

import pytest
from python_fakes import ROOT, other_braind, package, python_at, script
from stage_fakes import cutout_of, draw_figure, empty_map
from worker_fakes import lives

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.hosting import create_where_it_belongs
from braind.pythons import examine_python
from braind.registry import BackendSpec, Stage

TESTS = ROOT / "tests"


@pytest.fixture
def spec():
    settings = {"mood": "", "mark": ""}
    return BackendSpec(
        Stage.VQA, "hosted", "hosted_fakes:create", imports=("torchlike",), settings=settings,
        own_process=True,
    )  # fmt: skip


@pytest.fixture
def context(tmp_path):
    """With a Python that has the package "torchlike", which this one has not."""
    path = python_at(tmp_path / "python", TESTS, package(tmp_path / "more", "torchlike"))
    return BackendContext(python=examine_python(path, ("torchlike",)), cache=tmp_path)


def cutouts(count=2):
    return [cutout_of(draw_figure(empty_map(), 28, 10, 120))] * count


def told(make):
    with pytest.raises(ModelError) as caught:
        make()
    return caught.value


def test_a_backend_answers_from_the_users_python(context, spec):
    backend = create_where_it_belongs(spec, context)
    process = backend.identity["process"]
    assert process != os.getpid() and len(backend.answer_questions(cutouts())) == 2
    assert context.devices_in_use == {"cpu"}


def test_it_ends_with_the_pipeline(context, spec):
    context = BackendContext(python=context.python)
    backend = create_where_it_belongs(spec, context)
    process = backend.identity["process"]
    assert lives(process)
    del context, backend
    gc.collect()
    assert not lives(process)


def test_what_lacks_its_packages_here_runs_there_too(context, spec):
    row = BackendSpec(spec.stage, spec.name, spec.factory, imports=("torchlike",))
    assert create_where_it_belongs(row, context).identity["process"] != os.getpid()
    row = BackendSpec(spec.stage, spec.name, spec.factory, imports=("numpy",))
    assert create_where_it_belongs(row, context).identity["process"] == os.getpid()


def test_its_death_in_mid_answer_is_told_and_the_next_call_is_answered(context, spec, tmp_path):
    settings = {"mood": "dying", "mark": str(tmp_path / "mark")}
    backend = create_where_it_belongs(spec, context, settings)
    error = told(lambda: backend.answer_questions(cutouts()))
    assert error.code == "worker_died" and "what was finished is kept" in error.hint
    assert len(backend.answer_questions(cutouts())) == 2


def test_a_package_that_went_missing_is_told(context, spec, tmp_path):
    (tmp_path / "more" / "torchlike.py").unlink()
    error = told(lambda: create_where_it_belongs(spec, context))
    assert error.code == "backend_not_installed"


def test_an_environment_of_another_version_is_told_at_the_start(context, spec, tmp_path):
    python_at(Path(context.python.interpreter), other_braind(tmp_path / "old"))
    error = told(lambda: create_where_it_belongs(spec, context))
    assert error.code == "python_unfit" and "0.0.9" in error.what


def test_a_python_that_is_gone_is_told(context, spec):
    Path(context.python.interpreter).unlink()
    assert told(lambda: create_where_it_belongs(spec, context)).code == "python_unusable"


@pytest.mark.parametrize("greeting", ["", "hello", '{"braind": "9"}', "[]"])
def test_what_does_not_greet_is_not_trusted(context, spec, greeting):
    path = Path(context.python.interpreter)
    path.rename(path.with_name("real"))
    real = f'exec "{path.with_name("real")}" "$@"'
    script(path, f"""case "$2" in -m) echo '{greeting}';; *) {real};; esac""")
    assert told(lambda: create_where_it_belongs(spec, context)).code == "worker_died"


def test_the_key_is_in_no_command_line(context, spec):
    process = create_where_it_belongs(spec, context).identity["process"]
    line = Path(f"/proc/{process}/cmdline")
    if line.exists():
        assert line.read_bytes().split(b"\0")[1:-1] == [b"-P", b"-m", b"braind.hosted_process"]
