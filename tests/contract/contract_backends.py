"""Every backend under contract: the registered ones, skipped where absent, and a fake."""

import pytest
from stage_fakes import FakeCutout, FakeFace, FakePerson, FakeStyle, FakeVisual, FakeVqa, FakeWords
from tiny_nets import find_tiny, is_made_tiny, tiny_settings

from braind.backends.context import BackendContext
from braind.registry import NONE, Stage, all_specs, create

FAKES = {
    Stage.PERSON: FakePerson,
    Stage.CUTOUT: FakeCutout,
    Stage.FACE: FakeFace,
    Stage.STYLE: FakeStyle,
    Stage.VISUAL: FakeVisual,
    Stage.VQA: FakeVqa,
    Stage.WORDS: FakeWords,
}


def names_of(stage):
    own = [spec for spec in all_specs() if spec.stage is stage and spec.name != NONE]
    return ["fake", *(spec.name for spec in own)]


def make(stage, name):
    """The backend, on a tiny net where none is shipped; skips without its optional packages."""
    if name == "fake":
        return FAKES[stage]()
    (spec,) = (s for s in all_specs() if (s.stage, s.name) == (stage, name))
    if spec.install_line():
        pytest.skip(f"needs packages that are not installed: {spec.install_line()}")
    if is_made_tiny(spec):
        pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")
    return create(spec, BackendContext(find_weights=find_tiny), tiny_settings(stage, name))
