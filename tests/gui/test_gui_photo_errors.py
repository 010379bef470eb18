"""Whatever keeps a photo, an archive or a document from being read is told in both languages."""

import re
from pathlib import Path

import pytest

import braind
from braind_desktop.texts import LanguageSwitch, error_text, errors

SOURCES = Path(braind.__file__).parent / "sources"
CODE = re.compile(r"\"((?:photo|archive|document)_[a-z_]+)\"")


def codes():
    found = {code for file in SOURCES.glob("*.py") for code in CODE.findall(file.read_text())}
    assert {"photo_damaged", "archive_encrypted", "document_damaged"} <= found
    return sorted(found)


@pytest.mark.parametrize("code", codes())
def test_every_failure_of_a_source_has_words_and_a_way_out(code, qapp):
    assert f"error.{code}" in errors.TEXTS and f"error.{code}.hint" in errors.TEXTS
    language = LanguageSwitch(qapp, "ko")
    try:
        assert re.search("[가-힣]", error_text(code))
    finally:
        language.retire()
