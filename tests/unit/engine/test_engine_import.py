from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from engine_fakes import (
    HALF,
    NO_FOOT,
    NOBODY,
    PAIR,
    FakePipeline,
    fake_words,
    write_folder,
    write_photo,
)
from PIL import Image

from braind.domain import Reason
from braind.engine import Engine
from braind.engine.importing import BATCH
from braind.errors import StoreError
from braind.events import (
    ImportFinished,
    LookIndexed,
    NearDuplicate,
    PhotoCut,
    PhotoDuplicate,
    PhotoExcluded,
    PhotoFailed,
    Progress,
    note_of,
)


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


def run(engine, *sources, brand="Moss", **options):
    events = list(engine.import_photos(list(sources), brand, **options))
    assert isinstance(events[-1], ImportFinished)
    return events, events[-1]


def test_every_photo_becomes_a_look_in_the_order_of_the_sources(engine, tmp_path):
    write_folder(tmp_path / "in", 12)
    events, counts = run(engine, tmp_path / "in")
    assert counts == ImportFinished(12, 0, 0, 0, 0, 12)
    looks = [event.look for event in of_kind(events, LookIndexed)]
    assert [look.id for look in looks] == list(range(1, 13))
    assert [Path(look.path).stem for look in looks] == [str(n) for n in range(12)]
    assert engine.brands()[0].looks == 12


def test_ids_do_not_depend_on_the_number_of_workers(make_engine, tmp_path):
    write_folder(tmp_path / "in", 20)
    engine = make_engine()
    run(engine, tmp_path / "in", workers=4)
    many = [look.path for look in engine.library.looks()]
    engine.remove("Moss")
    run(engine, tmp_path / "in", workers=1)
    assert many == [look.path for look in engine.library.looks()]


def test_counts_add_up_to_what_was_found(engine, tmp_path):
    folder = tmp_path / "in"
    write_folder(folder, 3)
    shutil.copy(folder / "0.png", folder / "copy.png")
    write_photo(folder / "nobody.png", 50, NOBODY)
    write_photo(folder / "half.png", 51, HALF)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8 not a photo")
    events, counts = run(engine, folder)
    assert counts == ImportFinished(3, 1, 2, 1, 0, 3)
    assert counts.found == 7
    assert {Path(e.path).name: e.reasons for e in of_kind(events, PhotoExcluded)} == {
        "nobody.png": (Reason.NOBODY,),
        "half.png": (Reason.HALF_BODY,),
    }
    (failure,) = of_kind(events, PhotoFailed)
    assert (Path(failure.path).name, failure.code) == ("broken.jpg", "photo_damaged")
    (duplicate,) = of_kind(events, PhotoDuplicate)
    assert Path(duplicate.path).name == "copy.png"


def test_a_photo_that_is_cut_short_is_added_and_told(engine, tmp_path):
    whole = tmp_path / "whole.jpg"
    drawn = Image.open(write_photo(tmp_path / "whole.png", 1, group=1))
    drawn.resize((480, 720), Image.Resampling.NEAREST).save(whole, quality=100)
    cut = tmp_path / "in" / "cut.jpg"
    cut.parent.mkdir()
    cut.write_bytes(whole.read_bytes()[:-2000])
    events, counts = run(engine, tmp_path / "in")
    assert (counts.added, counts.cut) == (1, 1)
    assert of_kind(events, PhotoCut) == [PhotoCut(str(cut))]
    assert note_of(PhotoCut("x")).reason == "photo_cut"


def test_a_missing_source_is_a_failed_photo(engine, tmp_path):
    _, counts = run(engine, tmp_path / "nowhere")
    assert counts == ImportFinished(0, 0, 0, 1)
    assert engine.brands() == []


def test_a_second_import_reads_no_photo_again(engine, tmp_path, calls):
    write_folder(tmp_path / "in", 4)
    write_photo(tmp_path / "in" / "nobody.png", 9, NOBODY)
    run(engine, tmp_path / "in")
    calls.clear()
    _, counts = run(engine, tmp_path / "in")
    assert counts == ImportFinished(0, 5, 0, 0)
    assert calls == []


def test_other_models_read_every_photo_again(make_engine, tmp_path):
    write_folder(tmp_path / "in", 3)
    run(make_engine(), tmp_path / "in")
    newer = make_engine(recipe="newer")
    assert newer.stale_count() == 3
    _, counts = run(newer, tmp_path / "in")
    assert counts.added == 3
    assert newer.stale_count() == 0
    assert newer.brands()[0].looks == 3


def test_closing_midway_keeps_what_was_committed_and_the_next_run_does_the_rest(
    make_engine, tmp_path, calls
):
    total = BATCH * 2 + 5
    write_folder(tmp_path / "in", total)
    first = make_engine()
    job = first.import_photos([tmp_path / "in"], "Moss")
    for event in job:
        if isinstance(event, LookIndexed):
            break
    job.close()
    first.close()
    kept = make_engine().library.counts().looks
    assert 0 < kept < total
    read = len(calls)
    second = make_engine()
    _, counts = run(second, tmp_path / "in")
    assert (counts.added, counts.duplicate) == (total - kept, kept)
    assert len(calls) == read + counts.added
    assert second.library.counts().looks == total
    assert second.library.check() == []


class BugError(Exception):
    pass


class FailsAtTheFifth(list):
    """A list of calls that makes the pipeline fail."""

    def append(self, path):
        if len(self) == 4:
            raise BugError
        super().append(path)


def test_what_was_finished_is_kept_when_a_bug_ends_the_import(make_engine, tmp_path):
    write_folder(tmp_path / "in", 6)
    calls = FailsAtTheFifth()
    engine = Engine(
        tmp_path / "library.braind",
        make_pipeline=lambda: FakePipeline(calls),
        load_words=fake_words,
    )
    with engine, pytest.raises(BugError):
        run(engine, tmp_path / "in", workers=1)
    assert make_engine().library.counts().looks == 4


def test_each_whole_body_of_a_pair_is_a_look(engine, tmp_path):
    write_photo(tmp_path / "pair.png", 1, PAIR)
    events, counts = run(engine, tmp_path / "pair.png")
    assert (counts.added, counts.looks) == (1, 2)
    assert [event.look.person for event in of_kind(events, LookIndexed)] == [0, 1]


def test_partial_bodies_can_be_accepted_later(engine, tmp_path):
    write_photo(tmp_path / "in" / "foot.png", 1, NO_FOOT)
    write_photo(tmp_path / "in" / "nobody.png", 2, NOBODY)
    _, counts = run(engine, tmp_path / "in")
    assert counts.excluded == 2
    events, counts = run(engine, tmp_path / "in", accept_partial=True)
    assert (counts.added, counts.excluded) == (1, 1)
    assert of_kind(events, LookIndexed)[0].look.reasons == (Reason.LEFT_FOOT,)


def test_near_duplicates_are_flagged_and_kept(engine, tmp_path):
    first = write_photo(tmp_path / "in" / "a.png", 5)
    data = first.read_bytes()
    (tmp_path / "in" / "b.png").write_bytes(data + b"\0")
    events, counts = run(engine, tmp_path / "in")
    assert (counts.added, counts.near_duplicates) == (2, 1)
    (flag,) = of_kind(events, NearDuplicate)
    assert (Path(flag.path).name, flag.look_id) == ("b.png", 1)


def test_folders_are_brands(engine, tmp_path):
    write_folder(tmp_path / "in" / "Moss" / "summer", 2)
    write_folder(tmp_path / "in" / "오월상점", 3, seed=10)
    write_photo(tmp_path / "in" / "loose.png", 20)
    with zipfile.ZipFile(tmp_path / "in" / "Nord.zip", "w") as archive:
        archive.write(write_photo(tmp_path / "z.png", 30), "deep/1.png")
    _, counts = run(engine, tmp_path / "in", brand=None)
    assert counts.added == 7
    assert {b.name: b.looks for b in engine.brands()} == {
        "Moss": 2,
        "오월상점": 3,
        "in": 1,
        "Nord": 1,
    }


def test_folders_inside_an_archive_are_brands(engine, tmp_path):
    path = write_photo(tmp_path / "z.png", 30)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(path, "Moss/1.png")
        archive.write(write_photo(tmp_path / "y.png", 31), "1.png")
    run(engine, tmp_path / "all.zip", brand=None)
    assert {brand.name for brand in engine.brands()} == {"Moss", "all"}


def test_looks_go_into_the_lookbook(engine, tmp_path):
    write_folder(tmp_path / "in", 2)
    run(engine, tmp_path / "in", lookbook="2026 FW")
    (book,) = engine.library.lookbooks(engine.brand("Moss").id)
    assert (book.name, book.looks) == ("2026 FW", 2)


def test_progress_grows_to_the_number_of_photos(engine, tmp_path):
    write_folder(tmp_path / "in", BATCH + 3)
    events, _ = run(engine, tmp_path / "in")
    done = [event.done for event in of_kind(events, Progress)]
    assert done == sorted(done)
    assert of_kind(events, Progress)[-1] == Progress(BATCH + 3, BATCH + 3)


def test_a_read_only_engine_refuses_to_import(make_engine, tmp_path):
    write_folder(tmp_path / "in", 1)
    run(make_engine(), tmp_path / "in")
    write_folder(tmp_path / "more", 1, seed=40)
    with pytest.raises(StoreError) as caught:
        run(make_engine(read_only=True), tmp_path / "more")
    assert caught.value.code == "library_read_only"
