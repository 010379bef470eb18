"""Settings of the window itself, and of the library that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from braind_desktop.desk import Desk
from braind_desktop.libraries import ENDING
from braind_desktop.support import window_of
from braind_desktop.texts import LANGUAGES, say, spoken_language, tr
from braind_desktop.theme import SCALES, Mode
from braind_desktop.views.settings_parts import Section, Setting
from braind_desktop.views.settings_trash import trash_setting
from braind_desktop.widgets.basics import Button
from braind_desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from braind.engine import Engine


def general_section(owner: QWidget, desk: Desk) -> Section:
    """Language, theme and text size."""
    language = Segmented({code: (lambda name=name: name) for code, name in LANGUAGES.items()})
    language.show_choice(spoken_language())
    language.chosen.connect(lambda code: window_of(owner).speak_in(code))
    theme = Segmented({mode.value: f"theme.{mode.value}" for mode in Mode})
    theme.show_choice(str(desk.settings.value("theme", Mode.SYSTEM.value)))
    theme.chosen.connect(lambda mode: window_of(owner).dress(mode))
    sizes = Segmented({scale: say("settings.percent", value=f"{scale:.0%}") for scale in SCALES})
    sizes.show_choice(float(str(desk.settings.value("scale", 1.0))))
    sizes.chosen.connect(lambda scale: window_of(owner).scale_text(scale))
    return Section(
        "settings.general",
        Setting("settings.language", "", language),
        Setting("settings.theme", "", theme),
        Setting("settings.size", "settings.size.about", sizes),
    )


def library_section(owner: QWidget, desk: Desk) -> Section:
    """Where the library lies, and a copy of it."""
    other, new, copy = Button("settings.other"), Button("settings.new"), Button("settings.copy")
    other.clicked.connect(lambda: window_of(owner).choose_library())
    new.clicked.connect(lambda: window_of(owner).new_library())
    copy.clicked.connect(lambda: back_up(owner, desk))
    place = Setting(lambda: desk.libraries.name, lambda: str(desk.libraries.current), other, new)
    desk.libraries.changed.connect(place.name.speak)
    desk.libraries.changed.connect(place.about.speak)
    return Section(
        "settings.library",
        place,
        Setting("settings.backup", "settings.backup.about", copy),
        trash_setting(owner, desk),
    )


def back_up(owner: QWidget, desk: Desk) -> None:
    """Ask where to, and write a copy of the library there."""
    kinds = f"{tr('files.libraries')} (*{ENDING})"
    suggestion = f"{desk.libraries.name}-backup{ENDING}"
    name, _ = QFileDialog.getSaveFileName(owner, tr("settings.backup"), suggestion, kinds)
    if not name:
        return

    def copy(engine: Engine) -> Path:
        engine.back_up(Path(name))
        return Path(name)

    desk.ask(
        owner, copy,
        lambda path: desk.toast(say("settings.backed_up", name=path.name)),
        desk.tell_failure,
        slot="backup",
    )  # fmt: skip
