"""A model's process that is killed in the middle of an import."""

import pytest
from engine_fakes import fake_words
from PIL import Image
from stage_fakes import (
    FakeCutout,
    FakeFace,
    FakePerson,
    FakeStyle,
    draw_figure,
    empty_map,
    paint,
)
from worker_fakes import DYING_LATER, command_of

from braind.backends.json_worker import JsonWorker
from braind.backends.lavis_vqa import LavisVqa
from braind.engine import Engine
from braind.errors import ModelError
from braind.events import ImportFinished
from braind.pipeline import Backends, Pipeline


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "photos"
    home.mkdir()
    for n in range(5):
        regions = draw_figure(empty_map(), 8 + 11 * n, 10, 124 - 6 * n)
        Image.fromarray(paint(regions)).save(home / f"{n}.png")
    return home


@pytest.fixture
def engine(tmp_path):
    worker = JsonWorker(command_of(tmp_path, DYING_LATER), "LAVIS")
    vqa = LavisVqa(worker, "0" * 64)
    backends = Backends(FakePerson(), FakeCutout(), FakeFace(), FakeStyle(), vqa)
    pipeline = Pipeline(backends, "words-1")
    library = tmp_path / "library.braind"
    with Engine(library, make_pipeline=lambda: pipeline, load_words=fake_words) as engine:
        yield engine
    worker.close()


def test_the_import_fails_clearly_and_the_next_one_goes_on(engine, folder):
    with pytest.raises(ModelError) as caught:
        list(engine.import_photos([folder], "Brand", workers=1))
    assert caught.value.code == "worker_died" and "LAVIS" in caught.value.what
    (brand,) = engine.library.brands()
    kept = brand.looks
    assert 0 < kept < 5
    *_, end = engine.import_photos([folder], "Brand", workers=1)
    assert isinstance(end, ImportFinished)
    assert (end.duplicate, end.added, end.failed) == (kept, 5 - kept, 0)
    assert engine.library.brands()[0].looks == 5
