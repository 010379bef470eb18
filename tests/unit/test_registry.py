import subprocess
import sys

import pytest

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.models import find_model
from braind.registry import BUILT_IN, NONE, BackendSpec, Stage, all_specs, create, find_backend


def test_every_stage_has_its_usual_backend():
    assert {spec.stage for spec in BUILT_IN} == set(Stage)
    for stage in Stage:
        assert find_backend(stage, stage.usual) in all_specs()


def test_a_stage_that_is_left_out_is_done_by_nobody():
    assert create(find_backend(Stage.VISUAL, NONE), BackendContext()) is None


def test_rows_name_known_models():
    for spec in BUILT_IN:
        for model in spec.models:
            assert f"{spec.stage}/{spec.name}" in find_model(model).serves


def test_a_missing_extra_is_told_with_its_install_line():
    spec = BackendSpec(Stage.VQA, "big", "m:f", extra="vqa", imports=("no_such_package",))
    assert spec.install_line() == 'pip install "braind[vqa]"'
    with pytest.raises(ModelError) as caught:
        create(spec, BackendContext())
    assert caught.value.code == "backend_not_installed"
    assert caught.value.details["command"] == 'pip install "braind[vqa]"'


def test_an_unknown_backend_is_refused_with_the_known_ones():
    with pytest.raises(ModelError) as caught:
        find_backend(Stage.FACE, "nothing")
    assert "embedded" in caught.value.hint


def test_a_backend_is_made_from_its_row():
    backend = create(find_backend(Stage.CUTOUT), BackendContext())
    assert backend.identity["backend"] == "embedded"


def test_a_context_shares_what_it_made_once():
    context = BackendContext()
    assert context.shared("a", list) is context.shared("a", list)
    assert context.shared("b", list) is not context.shared("a", list)


def test_listing_backends_imports_nothing_heavy():
    code = (
        "import sys, braind.pipeline, braind.registry as r; r.all_specs();"
        "[s.install_line() for s in r.all_specs()];"
        "print([m for m in ('onnxruntime', 'torch', 'sklearn', 'cv2', 'deface') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
