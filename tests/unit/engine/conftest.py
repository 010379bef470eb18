"""An engine on a library in a temporary folder, with a pipeline that counts its calls."""

from __future__ import annotations

from functools import partial

import pytest
from engine_fakes import FakePipeline, fake_words

from braind.engine import Engine
from braind.recipes import DEFAULT


@pytest.fixture
def calls():
    return []


@pytest.fixture
def make_engine(tmp_path, calls):
    """Engines on one library; what they read is counted in ``calls``."""
    engines = []

    def make(recipe="fake-recipe", pipeline=FakePipeline, kitchen=DEFAULT, **options):
        engine = Engine(
            tmp_path / "library.braind",
            recipe=kitchen,
            make_pipeline=partial(pipeline, calls, recipe),
            load_words=fake_words,
            **options,
        )
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture
def engine(make_engine):
    return make_engine()
