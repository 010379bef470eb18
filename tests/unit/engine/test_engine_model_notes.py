"""A report names the models that really read its looks."""

from __future__ import annotations

from braind.engine.model_notes import model_notes
from braind.models.record import Basis, FileRecord, Record, write_record
from braind.recipes import DEFAULT, ORIGINAL, PERMISSIVE, Choice
from braind.registry import Stage


def test_the_default_names_what_ships():
    notes = {note.id: note for note in model_notes(DEFAULT)}
    assert set(notes) == {"parser", "centerface", "style", "garments"}
    assert all(note.sha256 and note.licence for note in notes.values())
    assert notes["parser"].data and notes["parser"].limits


def test_another_recipe_names_its_own_models_with_their_licences(monkeypatch, tmp_path):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path))
    file = FileRecord("ab" * 32, 1, 1, Basis.PUBLISHED)
    write_record(tmp_path / "isnet-general", Record({"isnet-general-use.onnx": file}))
    notes = {note.id: note for note in model_notes(PERMISSIVE)}
    assert {"yolox-m", "rtmpose-m", "isnet-general", "yunet", "fashion-siglip"} <= set(notes)
    assert "parser" not in notes
    assert notes["isnet-general"].sha256 == "ab" * 32 and notes["yunet"].sha256 == ""
    licences = {note.licence for note in model_notes(ORIGINAL)}
    assert {"AGPL-3.0-only", "LicenseRef-bria-rmbg-1.4"} <= licences


def test_files_of_the_users_own_are_named(tmp_path):
    (tmp_path / "mine.onnx").write_bytes(b"net")
    for name, known in (("mine.onnx", True), ("gone.onnx", False)):
        choice = Choice("classifier", {"file": str(tmp_path / name)})
        note = model_notes(DEFAULT.with_choice(Stage.STYLE, choice))[-1]
        assert note.id == name and bool(note.sha256) is known
