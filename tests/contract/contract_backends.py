"""Every backend under contract: the registered ones, skipped where absent, and a fake."""

import pytest
from stage_fakes import FakeCutout, FakeFace, FakePerson, FakeStyle, FakeVqa

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.registry import Stage, all_specs, create

FAKES = {
    Stage.PERSON: FakePerson,
    Stage.CUTOUT: FakeCutout,
    Stage.FACE: FakeFace,
    Stage.STYLE: FakeStyle,
    Stage.VQA: FakeVqa,
}


def names_of(stage):
    return ["fake", *(spec.name for spec in all_specs() if spec.stage is stage)]


def make(stage, name):
    """The backend; skips where an optional package is absent. What ships must be there."""
    if name == "fake":
        return FAKES[stage]()
    (spec,) = (s for s in all_specs() if (s.stage, s.name) == (stage, name))
    try:
        return create(spec, BackendContext())
    except ModelError as error:
        if error.code == "backend_not_installed":
            pytest.skip(error.what)
        raise
