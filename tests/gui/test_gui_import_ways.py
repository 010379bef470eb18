"""Where imported photos are kept, and how many cores read them."""

import shlex
from pathlib import Path

from engine_fakes import write_folder
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton

from braind.engine import Engine
from braind_desktop.cores import KEY, choices, chosen_cores
from braind_desktop.desk import Place
from braind_desktop.sizes import size_words
from braind_desktop.wishes import wish_of


def dialog_for(desk, tmp_path):
    write_folder(tmp_path / "Moss", 3, seed=900)
    desk.desk.import_asked.emit([tmp_path / "Moss"], "")
    desk.settle()
    return desk.window.work.dialog


def test_photos_stay_where_they_are_unless_one_says_otherwise(desk, tmp_path, library):
    dialog = dialog_for(desk, tmp_path)
    assert dialog.form.stay.isChecked()
    assert dialog.form.room.text() == "Photos stay where they are; none is copied or changed."
    dialog.start.click()
    desk.settle()
    assert not library.with_name("library photos").exists()


def test_copies_lie_beside_the_library_and_the_room_is_told(desk, tmp_path, library):
    dialog = dialog_for(desk, tmp_path)
    dialog.form.copy.click()
    need = sum(file.stat().st_size for file in (tmp_path / "Moss").iterdir())
    told = dialog.form.room.text()
    assert told.startswith(f"{size_words(need)} needed · ")
    assert told.endswith(" free. The originals stay as they are.")
    assert dialog.start.isEnabled()
    dialog.start.click()
    desk.settle()
    kept = library.with_name("library photos") / "Moss"
    assert sorted(path.name for path in kept.iterdir()) == ["0.png", "1.png", "2.png"]
    with Engine(library) as engine:
        looks = engine.library.looks(engine.brand("Moss").id)
        assert {Path(look.path).parent for look in looks} == {kept}
        (record,) = engine.jobs()
        assert wish_of(record.parameters).copy


def test_without_room_there_is_no_import_by_copies(desk, tmp_path):
    dialog = dialog_for(desk, tmp_path)
    dialog._learn_room(10)
    dialog.form.copy.click()
    assert dialog.form.room.text().startswith("Not enough room: ")
    assert not dialog.start.isEnabled()
    dialog.form.stay.click()
    assert dialog.start.isEnabled()


def test_the_number_of_cores_is_a_setting_of_every_import(desk, tmp_path):
    desk.window.show_place(Place.SETTINGS)
    section = desk.window.pages[Place.SETTINGS].sections["analysis"]
    (box,) = section.findChildren(QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == [str(n) for n in choices()]
    assert box.currentText() == "2" and box.accessibleName() == "Cores for reading"
    box.setCurrentText("1")
    assert chosen_cores(desk.desk.settings) == 1
    dialog = dialog_for(desk, tmp_path)
    dialog.form.copy.click()
    assert dialog.wish.workers == 1
    dialog.start.click()
    desk.settle()
    panel = desk.window.work.panel
    panel.toggle()
    desk.qtbot.waitUntil(lambda: bool(panel.rows))
    buttons = panel.rows[0].findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Copy as command").click()
    words = shlex.split(QGuiApplication.clipboard().text())
    assert "--copy" in words and words[words.index("--workers") + 1] == "1"


def test_a_number_of_cores_that_nobody_has_is_not_used(desk):
    for written, used in (("100000", choices()[-1]), ("0", 1), ("many", 2)):
        desk.desk.settings.setValue(KEY, written)
        assert chosen_cores(desk.desk.settings) == used
