"""Photos that break or hold up what opens them: named, passed over, and no hindrance."""

import time

import decoder_fakes as fakes
import pytest
from engine_fakes import write_folder, write_photo

from braind.domain import Outcome
from braind.errors import PhotoError
from braind.events import ImportFinished, LookIndexed, PhotoFailed, Progress
from braind.sources.decoding.pool import DecoderPool

BREAKING = {
    "1-sleep.jpg": "photo_too_slow",
    "2-crash.jpg": "photo_breaks_decoder",
    "3-sleep.pdf": "photo_too_slow",
}


@pytest.fixture
def moody(make_engine):
    return make_engine(decoders=DecoderPool(fakes.COMMAND, seconds=1, list_seconds=1))


@pytest.fixture
def refusing(make_engine):
    return make_engine(decoders=DecoderPool(fakes.REFUSING))


def write_breaking(folder):
    folder.mkdir()
    for name in BREAKING:
        (folder / name).write_bytes(name[2:7].encode() + b" ")


def test_an_import_names_what_breaks_and_goes_on(moody, tmp_path):
    write_breaking(tmp_path / "A")
    write_folder(tmp_path / "A", 5)
    events = list(moody.import_photos([tmp_path / "A"], "A"))
    failures = {event.path: event.code for event in events if isinstance(event, PhotoFailed)}
    assert failures == {str(tmp_path / "A" / name): code for name, code in BREAKING.items()}
    assert events[-1] == ImportFinished(added=5, duplicate=0, excluded=0, failed=3, looks=5)
    assert all(event.message for event in events if isinstance(event, PhotoFailed))


def test_reading_again_goes_on_too(make_engine, moody, tmp_path):
    write_folder(tmp_path / "A", 4)
    list(moody.import_photos([tmp_path / "A"], "A"))
    moody.close()
    newer = make_engine("newer-recipe", decoders=DecoderPool(fakes.REFUSING))
    events = list(newer.reanalyze())
    assert events[-1] == ImportFinished(added=0, duplicate=0, excluded=0, failed=4)


def test_a_job_can_be_stopped_while_a_picture_holds_it_up(make_engine, tmp_path):
    engine = make_engine(decoders=DecoderPool(fakes.COMMAND, seconds=60))
    write_folder(tmp_path / "A", 3)
    (tmp_path / "A" / "9.jpg").write_bytes(b"sleep ")
    job = engine.import_photos([tmp_path / "A"], "A", workers=1)
    told = [next(event for event in job if isinstance(event, LookIndexed)) for _ in range(1)]
    while not isinstance(next(job), Progress):
        pass
    time.sleep(0.3)  # by now it holds up the job
    begun = time.monotonic()
    job.close()
    assert time.monotonic() - begun < 1
    assert told and engine.brand("A").looks >= 1
    (tmp_path / "A" / "9.jpg").unlink()
    *_, end = engine.import_photos([tmp_path / "A"], "A")
    assert end.found == 3 and engine.brand("A").looks == 3


def test_a_job_tells_that_it_lives_while_a_picture_holds_it_up(moody, tmp_path):
    (tmp_path / "1.jpg").write_bytes(b"sleep ")
    events = list(moody.import_photos([tmp_path / "1.jpg"], "A"))
    assert events.count(Progress(0, 1)) >= 3


def ask_everything(engine, folder, look_id):
    photo = folder / "0.png"
    (report,) = engine.analyze([photo])
    yield report.failure.code
    *_, end = engine.import_photos([photo], "B")
    yield "photo_refused" if end.failed else "read"
    yield next(found.reason for found in engine.scan([photo]))
    for ask in (engine.match, _look_search(engine)):
        yield code_of(lambda ask=ask: ask(photo))
    yield code_of(lambda: engine.original(look_id))
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n")
    yield next(found.reason for found in engine.scan([folder / "a.pdf"]))


def _look_search(engine):
    return lambda photo: engine.find_looks(like=photo)


def code_of(ask):
    with pytest.raises(PhotoError) as caught:
        ask()
    return caught.value.code


def test_the_engine_itself_opens_nothing(make_engine, refusing, tmp_path):
    reader = make_engine()
    write_folder(tmp_path / "A", 2)
    events = list(reader.import_photos([tmp_path / "A"], "A"))
    (look_id, *_) = [event.look.id for event in events if isinstance(event, LookIndexed)]
    write_photo(tmp_path / "A" / "0.png", 77)
    assert set(ask_everything(refusing, tmp_path / "A", look_id)) == {"photo_refused"}


def test_who_warms_up_has_a_process_before_the_first_photo(make_engine):
    engine = make_engine()
    engine.warm_up()
    (child,) = engine._decoders._children
    assert child._running
    make_engine(decoders=DecoderPool(fakes.ABSENT)).warm_up()  # it is told when a photo needs one


def test_no_process_starts_before_the_first_photo(engine, tmp_path):
    assert list(engine.brands()) == [] and not engine._decoders._children
    write_photo(tmp_path / "a.png", 1)
    (found,) = engine.scan([tmp_path / "a.png"])
    assert found.outcome is Outcome.ADDED
    (child,) = engine._decoders._children
    assert child._running
    engine.close()
    assert not child._running
