"""Which library an engine opens, and how."""

from __future__ import annotations

import sqlite3

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder

from braind.engine import Engine
from braind.recipes import DEFAULT, PERMISSIVE
from braind.store.migrations import MIGRATIONS, SCHEMA_VERSION, migrate, schema_version


def test_a_reader_brings_an_older_library_up_to_date(make_engine, tmp_path):
    path = tmp_path / "library.braind"
    file = sqlite3.connect(path, isolation_level=None)
    migrate(file, MIGRATIONS[:1])
    file.close()
    assert make_engine(read_only=True).brands() == []
    file = sqlite3.connect(path)
    assert schema_version(file) == SCHEMA_VERSION
    file.close()


@pytest.mark.parametrize(("recipe", "most"), [(DEFAULT, 2), (PERMISSIVE, 1)])
def test_large_models_are_loaded_once(tmp_path, recipe, most):
    made = []

    def make_pipeline():
        made.append(FakePipeline([]))
        return made[-1]

    with Engine(
        tmp_path / "library.braind", recipe=recipe, make_pipeline=make_pipeline,
        load_words=fake_words,
    ) as engine:  # fmt: skip
        list(engine.import_photos(write_folder(tmp_path / "in", 24), "Moss", workers=2))
        list(engine.analyze([tmp_path / "in"], workers=2))
    assert 1 <= len(made) <= most
