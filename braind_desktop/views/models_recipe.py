"""The recipe: who does each stage. Another one makes the library's looks stale, never wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QGridLayout

from braind_desktop import actions_library
from braind_desktop.desk import Desk, Place
from braind_desktop.recipes import Kitchen, Needs, ask_needs, look_into_kitchen, use_recipe
from braind_desktop.sizes import size_words
from braind_desktop.texts import error_texts, say, spoken_language, tr
from braind_desktop.views.models_lavis import LavisOffer
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from braind.engine import BackendSpec, Preferences, Recipe, Stage

OWN = "embedded"  # the backend that comes with BRAIND
NOBODY = "none"  # a stage that is left out
BOX_WIDTH, COLUMNS = 260, 3


class RecipeCard(Speaking, QFrame):
    """Recipe, device and a backend a stage; nothing changes until it is used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self.desk = desk
        self._kitchen: Kitchen | None = None
        self._recipe: Recipe | None = None
        self.names, self.device, self.about = Combo(), Combo(), Label("", "small", wrap=True)
        self.stages: dict[Stage, Combo] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(COLUMNS, 1)
        self._grid.setHorizontalSpacing(24)
        self.needs = Label("", "small", wrap=True)
        self.python, self.lavis = Button("recipe.python"), LavisOffer(desk)
        self.use = Button("recipe.use", "primary")
        self.stale, self.again = Label("", "strong"), Button("recipe.again")
        for box in (self.names, self.device):
            box.setFixedWidth(BOX_WIDTH)
        self.names.activated.connect(lambda _: self._choose_recipe())
        self.device.activated.connect(lambda _: self._show_recipe())
        self.use.clicked.connect(self.use_it)
        self.python.clicked.connect(lambda: desk.go(Place.SETTINGS, section="analysis"))
        self.python.hide()
        self.lavis.installed.connect(self.look)
        self.again.clicked.connect(lambda: actions_library.read_again(desk))
        self._lay_out()
        desk.library_changed.connect(self.look)
        self.look()

    def _lay_out(self) -> None:
        head = row(self.names, Label("recipe.on", "body"), self.device, None, self.use, gap=12)
        self.setLayout(
            column(
                Label("recipe.title", "h3"), Label("recipe.about", "small", wrap=True),
                head, self.about, self._grid, self.needs, row(self.python, None),
                self.lavis,
                row(self.stale, self.again, None, gap=16),
                gap=12, margin=20,
            )
        )  # fmt: skip

    def look(self) -> None:
        """Ask what there is and what is in use."""
        self.desk.ask(self, look_into_kitchen, self._show_kitchen, self._fail, "kitchen")

    def use_it(self) -> None:
        """Read photos with this recipe from now on."""
        assert self._recipe is not None
        step = use_recipe(self._recipe, str(self.device.currentData()))
        self.desk.ask(self, step, self._used, self._fail, "use")

    def _used(self, preferences: Preferences) -> None:
        self.desk.runner.reopen()
        self.desk.library_changed.emit()
        self.desk.toast(say("recipe.used", name=tr(f"recipe.{preferences.recipe}")))

    def _show_kitchen(self, kitchen: Kitchen) -> None:
        first = self._kitchen is None
        self._kitchen = kitchen
        if first:
            self._add_stages()
        self._recipe = kitchen.preferences.find()
        self.speak()
        self._show_recipe()

    def _add_stages(self) -> None:
        assert self._kitchen is not None
        for line, (stage, specs) in enumerate(self._kitchen.backends.items()):
            box = Combo()
            box.setFixedWidth(BOX_WIDTH)
            for spec in specs:
                box.addItem("", spec.name)
            box.activated.connect(lambda _, stage=stage: self._choose_backend(stage))
            self.stages[stage] = box
            above, place = divmod(line, COLUMNS)
            self._grid.addWidget(Label(f"stage.{stage}", "small"), 2 * above, place)
            self._grid.addWidget(box, 2 * above + 1, place, Qt.AlignmentFlag.AlignLeft)

    def _choose_recipe(self) -> None:
        assert self._kitchen is not None
        chosen = self.names.currentData()
        self._recipe = next(r for r in self._kitchen.recipes if r.name == chosen)
        self._show_recipe()

    def _choose_backend(self, stage: Stage) -> None:
        from braind.engine import CUSTOM, Choice

        assert self._recipe is not None
        self._recipe = self._recipe.with_choice(stage, Choice(self.stages[stage].currentData()))
        if self.names.findData(CUSTOM) < 0:
            self.names.addItem(tr("recipe.custom"), CUSTOM)
        self.names.setCurrentIndex(self.names.findData(CUSTOM))
        self._show_recipe()

    def _show_recipe(self) -> None:
        assert self._recipe is not None
        recipe = self._recipe
        self.about.say(f"recipe.{recipe.name}.about")
        for stage, box in self.stages.items():
            box.setCurrentIndex(box.findData(recipe.choice(stage).backend))
        self.use.setEnabled(False)
        self.needs.say("recipe.looking")
        self.desk.ask(self, ask_needs(recipe), self._show_needs, self._fail, "needs")

    def _show_needs(self, needs: Needs) -> None:
        assert self._kitchen is not None and self._recipe is not None
        takes_packages = self._kitchen.takes_packages
        self.needs.say(lambda: _told(needs, takes_packages))
        self.python.setVisible(bool(needs.commands) and not takes_packages)
        self.lavis.offer(needs.lavis)
        device, preferences = self.device.currentData(), self._kitchen.preferences
        same = preferences.find() == self._recipe and preferences.device == device
        self.use.setEnabled(needs.are_met and not same)
        self.use.say("recipe.in_use" if same else "recipe.use")
        count = self._kitchen.stale
        self.stale.say(say("recipe.stale", count=count))
        for part in (self.stale, self.again):
            part.setVisible(count > 0)

    def _fail(self, error: Exception) -> None:
        self.needs.say(lambda: " ".join(error_texts(error)))
        self.use.setEnabled(False)

    def speak(self) -> None:
        """Say it in the language of the window."""
        if self._kitchen is None or self._recipe is None:
            return
        for box, names, chosen in (
            (self.names, [r.name for r in self._kitchen.recipes], self._recipe.name),
            (self.device, list(self._kitchen.devices), self._kitchen.preferences.device),
        ):
            box.clear()
            prefix = "recipe" if box is self.names else "device"
            for name in names:
                box.addItem(tr(f"{prefix}.{name}"), name)
            box.setCurrentIndex(box.findData(chosen))
        self.names.setAccessibleName(tr("recipe.title"))
        self.device.setAccessibleName(tr("recipe.on"))
        for stage, box in self.stages.items():
            box.setAccessibleName(tr(f"stage.{stage}"))
            self._name_backends(stage, box)

    def _name_backends(self, stage: Stage, box: Combo) -> None:
        """Backends whose packages are missing are grey, and say how to get them."""
        assert self._kitchen is not None
        rows = box.model()
        assert isinstance(rows, QStandardItemModel)
        for place, spec in enumerate(self._kitchen.backends[stage]):
            box.setItemText(place, _named(spec))
            line = spec.install_line(self._kitchen.preferences.python)
            if spec.needs_lavis:
                continue  # it can be got here, once it is chosen
            told = _told_packages([line] if line else [], self._kitchen.takes_packages)
            rows.item(place).setEnabled(line is None)
            rows.item(place).setToolTip("".join(told))


def _named(spec: BackendSpec) -> str:
    """What a backend is called; nobody needs no licence."""
    if spec.name == NOBODY:
        return tr("recipe.none")
    name = tr("recipe.own") if spec.name == OWN else spec.name
    return f"{name} · {spec.licence}"


def _told_packages(commands: Sequence[str], can_be_added: bool) -> list[str]:
    """How to get packages, in sentences."""
    if commands and not can_be_added:
        return [tr("recipe.bundled")]
    return [tr("recipe.install", command=command) for command in commands]


def _told(needs: Needs, takes_packages: bool) -> str:
    """What is missing, in sentences."""
    language = spoken_language()
    told = _told_packages(needs.commands, takes_packages)
    if needs.models:
        names = ", ".join(
            f"{one.model.name.get(language) or one.model.id} ({size_words(one.total)})"
            for one in needs.models
        )
        told.append(tr("recipe.models", names=names))
    if not told and not needs.lavis:
        told.append(tr("recipe.complete"))
    return "\n".join(told)
