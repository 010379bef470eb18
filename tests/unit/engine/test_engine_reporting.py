from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from engine_fakes import write_folder

from braind.errors import ReportError, StoreError
from braind.insights.kinds import Doubt
from braind.models import embedded_models
from braind.report import FORMATS, brand_document

DAY = date(2025, 3, 9)


@pytest.fixture
def stocked(engine, tmp_path):
    for group, name in enumerate(["Moss", "Nord", "Oak"]):
        folder = tmp_path / "brands" / name
        write_folder(folder, 4, seed=10 * group, group=group)
        list(engine.import_photos([folder], name, "2024 SS"))
    return engine


def test_a_report_gathers_everything_and_reads_no_photo(stocked, calls):
    calls.clear()
    report = stocked.brand_report("moss", "en", DAY)
    assert calls == []
    assert (report.brand.name, report.brands, report.looks_compared) == ("Moss", 3, 12)
    assert report.honest.profile.count == len(report.looks) == 4
    assert Doubt.FEW_LOOKS in report.honest.doubts
    assert {rival.match.brand.name for rival in report.competitors} <= {"Nord", "Oak"}
    assert report.competitors
    assert [d.other for d in report.differences] == [r.match.brand for r in report.competitors]
    assert [found.axes is None for found in report.maps] == [True, False]
    assert set(report.lookbooks.values()) == {"2024 SS"}


def test_the_pictures_are_those_that_are_shown(stocked):
    report = stocked.brand_report("Moss", "ko", DAY)
    assert list(report.pictures) == brand_document(report).look_ids()
    assert all(webp[8:12] == b"WEBP" for webp in report.pictures.values())


def test_models_come_with_licence_and_hash_of_their_cards(stocked):
    notes = stocked.brand_report("Moss", "en", DAY).models
    assert {note.id for note in notes} == {model.id for model in embedded_models()}
    assert all(note.licence and len(note.sha256) == 64 for note in notes)
    assert any(note.limits and note.data for note in notes)


@pytest.mark.parametrize("suffix", [".html", ".csv", ".JSON", ".pdf"])
def test_every_format_is_written_whole(stocked, tmp_path, suffix):
    report = stocked.brand_report("Moss", "en", DAY)
    path = stocked.write_report(report, tmp_path / "new" / f"moss{suffix}")
    starts = {".html": b"<!doctype", ".csv": b"\xef\xbb\xbf", ".JSON": b"{", ".pdf": b"%PDF"}
    ends = {".html": b"</html>", ".csv": b"\r\n", ".JSON": b"}", ".pdf": b"%%EOF\n"}
    content = path.read_bytes()
    assert content.startswith(starts[suffix]) and content.endswith(ends[suffix])
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_unknown_format_is_refused(stocked, tmp_path):
    report = stocked.brand_report("Moss", "en", DAY)
    with pytest.raises(ReportError) as caught:
        stocked.write_report(report, tmp_path / "moss.docx")
    assert caught.value.code == "report_format_unknown" and ".pdf" in caught.value.hint


def test_an_older_file_stays_when_the_new_one_fails(stocked, tmp_path):
    report = stocked.brand_report("Moss", "en", DAY)
    old = tmp_path / "moss.json"
    old.write_text("old")
    # Numbers that JSON cannot hold stand for whatever may go wrong while the bytes are made.
    with pytest.raises(ValueError):
        stocked.write_report(replace(report, within=float("nan"), brands=float("nan")), old)
    assert old.read_text() == "old"
    folder = tmp_path / "moss.csv"
    folder.mkdir()
    with pytest.raises(StoreError) as caught:
        stocked.write_report(report, folder)
    assert caught.value.code == "file_not_written"
    assert not list(tmp_path.glob(".moss*"))


def test_a_brand_that_other_models_have_read_is_refused(stocked, make_engine):
    other = make_engine(recipe="newer")
    with pytest.raises(StoreError) as caught:
        other.brand_report("Moss")
    assert caught.value.code == "brand_empty"
    with pytest.raises(StoreError) as caught:
        other.brand_report("Nobody")
    assert caught.value.code == "brand_not_found"


def test_a_single_brand_still_has_a_report(engine, tmp_path):
    write_folder(tmp_path / "in", 3)
    list(engine.import_photos([tmp_path / "in"], "오월상점"))
    report = engine.brand_report("오월상점", "ko", DAY)
    assert report.competitors == report.differences == report.look_alikes == ()
    assert Doubt.NO_OTHER_BRAND in report.honest.doubts
    assert "오월상점" in FORMATS[".html"](report).decode("utf-8")


def test_a_report_can_be_of_some_sections_and_without_photos(stocked):
    everything = brand_document(stocked.brand_report("Moss", "en", DAY))
    report = stocked.brand_report("Moss", "en", DAY, sections=["rivals"], with_pictures=False)
    assert report.pictures == {}
    some = [section.title for section in brand_document(report).sections]
    every = [section.title for section in everything.sections]
    assert len(some) == 2 and some[-1] == every[-1] and set(some) < set(every)


def test_the_pages_can_be_seen_before_they_are_written(stocked):
    assert stocked.preview_report(stocked.brand_report("Moss", "en", DAY)).startswith(b"\x89PNG")


def test_two_brands_are_set_against_each_other_even_when_nobody_would(stocked):
    there, back = stocked.likeness("Moss", "Oak"), stocked.likeness("Oak", "Moss")
    assert there.match.brand.name == "Oak" and back.match.brand.name == "Moss"
    assert there.closeness == pytest.approx(back.closeness)
    assert there.match.evidence
