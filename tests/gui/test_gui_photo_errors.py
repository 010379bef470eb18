"""Whatever keeps photos, archives, packs or libraries from being read is told in two languages."""

import re
from pathlib import Path

import pytest

import braind
from braind.domain import Outcome, PhotoNote
from braind_desktop.item_models.import_rows import words_of
from braind_desktop.texts import LanguageSwitch, error_text, errors

ENGINE = Path(braind.__file__).parent
CODE = re.compile(r"\"((?:photo|archive|document|library|pack)_[a-z_]+)\"")
# Never met in the window: readers, keys and renamed packs are the command line's.
ELSEWHERE = {
    "library_not_chosen", "library_older", "pack_brand_exists", "pack_id",
    "pack_key_invalid", "pack_key_not_written", "pack_name_empty", "pack_signer_other",
    "photo_hash",
}  # fmt: skip


def codes():
    files = [file for part in ("sources", "store", "packs") for file in ENGINE.glob(f"{part}/*.py")]
    found = {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert {"photo_damaged", "archive_encrypted", "pack_foreign", "library_disk_full"} <= found
    return sorted(found - ELSEWHERE)


@pytest.mark.parametrize("code", codes())
def test_every_failure_of_a_source_has_words_and_a_way_out(code, qapp):
    assert f"error.{code}" in errors.TEXTS and f"error.{code}.hint" in errors.TEXTS
    language = LanguageSwitch(qapp, "ko")
    try:
        assert re.search("[가-힣]", error_text(code))
    finally:
        language.retire()


def test_a_photo_that_was_added_though_cut_short_says_so(qapp):
    note = PhotoNote("looks/a.jpg", Outcome.ADDED, "photo_cut")
    assert "cut short" in words_of(note)[2]
