"""The models: what is there, what can be fetched, and under which licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QMessageBox, QScrollArea, QWidget

from braind.events import Progress
from braind_desktop.desk import Desk
from braind_desktop.dialogs.licence import LicenceDialog
from braind_desktop.dialogs.which_model import WhichModelDialog
from braind_desktop.jobs import Job, Lane, Task
from braind_desktop.pages import Page
from braind_desktop.sizes import size_words
from braind_desktop.texts import error_texts, plain, say, tr
from braind_desktop.views.models_recipe import RecipeCard
from braind_desktop.views.models_route import RouteCard
from braind_desktop.widgets.basics import Button, Label, clear, column, row
from braind_desktop.widgets.model_row import ModelRow, Offer

if TYPE_CHECKING:
    from braind.engine import Engine, ModelsFolder, ModelStatus

SUFFIXES = "*.onnx *.safetensors *.json *.pt *.zip *.txt"


class ModelsView(Page):
    """A row a model; jobs on models run beside imports."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: dict[str, ModelRow] = {}
        self._tasks: dict[str, Task] = {}
        self.place = Label("", "small", wrap=True)
        self.add = Button("models.add", "primary")
        self.open_folder, self.move = Button("models.open"), Button("models.move")
        self.recipe, self.route = RecipeCard(desk), RouteCard(desk)
        self._list, self._folder = column(gap=12), Path()
        self._lay_out()
        self.commands = {"open": self.choose_files}
        self.add.clicked.connect(lambda: self.choose_files())
        self.move.clicked.connect(self.choose_folder)
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        )

    def _lay_out(self) -> None:
        inside, scroll = QWidget(), QScrollArea()
        inside.setObjectName("page")
        inside.setLayout(
            column(self.recipe, self._list, self.route, None, gap=24, margin=(0, 0, 12, 28))
        )
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        title = column(self.place, Label("place.models", "h1"), gap=2)
        head = row(title, None, self.add, self.open_folder, self.move, margin=(0, 0, 12, 0))
        self.setLayout(column(head, scroll, gap=16, margin=(32, 20, 20, 0)))

    # What a user can do

    def enter(self, what: dict[str, object]) -> None:
        """Look again: files may have come or gone."""
        self.desk.ask(self, _look, self.show_models, self.desk.tell_failure)

    def choose_files(self, model: str = "") -> None:
        """Ask for a model's files; they tell which model it is unless that is said."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("models.add"), "", f"({SUFFIXES})")
        if names:
            self.add_files([Path(name) for name in names], model)

    def add_files(self, paths: list[Path], model: str = "", trust: bool = False) -> None:
        """Copy a model from files; it is recognised by its bytes or names."""
        task = self._run(model or "", lambda e: e.add_model(paths, model, trust=trust))
        task.failed.connect(lambda error: self._ask_about(error, paths, model))

    def choose_folder(self) -> None:
        """Ask where models shall lie, and move them there."""
        name = QFileDialog.getExistingDirectory(self, tr("models.move"))
        if name:
            task = self.desk.runner.start(lambda e: e.move_models(Path(name)), Lane.NET)
            task.failed.connect(self.desk.tell_failure)
            task.finished.connect(lambda: self.enter({}))

    def fetch(self, model_id: str) -> None:
        """Ask about the licence unless that was done, then fetch."""
        status = self.rows[model_id].status
        if status.licence_accepted:
            self._fetch(model_id)
            return
        dialog = LicenceDialog(status, self.route.host(), self)
        dialog.accepted.connect(lambda: self._fetch(model_id, accept=True))
        dialog.open()

    def _fetch(self, model_id: str, accept: bool = False) -> None:
        route = self.route.route()
        self._run(model_id, lambda e: e.get_model(model_id, route, accept_licence=accept))

    def _verify(self, model_id: str) -> None:
        self._run(model_id, lambda e: e.verify_model(model_id))

    def _remove(self, model_id: str) -> None:
        def job(engine: Engine) -> Iterator[object]:
            yield engine.remove_model(model_id)

        self._run(model_id, job)

    def _pause(self, model_id: str) -> None:
        if task := self._tasks.get(model_id):
            task.cancel()  # what has arrived is kept, and a later fetch goes on there

    # What is seen

    def show_models(self, found: tuple[list[ModelStatus], ModelsFolder]) -> None:
        """Fill the page."""
        models, folder = found
        self._folder = folder.path
        used, free = size_words(folder.used), size_words(folder.free)
        self.place.say(say("models.folder", path=folder.path, used=used, free=free))
        if set(self.rows) != {status.model.id for status in models}:
            clear(self._list)
            self.rows = {status.model.id: ModelRow(status) for status in models}
            for line in self.rows.values():
                self._list.addWidget(line)
        for status in models:
            if status.model.id not in self._tasks:
                self._show(status)

    def _show(self, status: ModelStatus) -> None:
        line = self.rows[status.model.id]
        line.show_status(status)
        line.offer(self._offers(status))

    def _offers(self, status: ModelStatus) -> list[Offer]:
        """What can be done with a model as it is now."""
        name, state = status.model.id, status.state.value
        remove: Offer = ("models.remove", "quiet", partial(self._remove, name))
        if state in ("installed", "unverified"):
            return [("models.verify", "plain", partial(self._verify, name)), remove]
        if status.model.origin.value == "user":
            return [("models.add", "plain", partial(self.choose_files, name))]
        if not any(file.urls for file in status.model.files):
            return []
        fetch, size = partial(self.fetch, name), size_words(max(0, status.total - status.present))
        by_state: dict[str, list[Offer]] = {
            "absent": [(say("models.fetch_size", size=size), "plain", fetch)],
            "partial": [("models.go_on", "primary", fetch), remove],
            "damaged": [("models.again", "primary", fetch), remove],
        }
        return by_state.get(state, [])

    def _run(self, model_id: str, job: Job) -> Task:
        task = self.desk.runner.start(job, Lane.NET)
        if model_id in self.rows:
            self._tasks[model_id] = task
            self.rows[model_id].offer([("models.pause", "plain", partial(self._pause, model_id))])
            task.failed.connect(self.rows[model_id].show_failure)
        task.reported.connect(partial(self._hear, model_id))
        task.finished.connect(partial(self._end, model_id, task))
        return task

    def _hear(self, model_id: str, news: object) -> None:
        if isinstance(news, Progress):
            if model_id in self.rows:
                self.rows[model_id].show_progress(news)
        elif hasattr(news, "model"):
            self._tasks.pop(model_id, None)
            self._show(news)

    def _end(self, model_id: str, task: Task) -> None:
        failed = task.state.value == "failed"
        if self._tasks.get(model_id) is task:
            del self._tasks[model_id]
        if failed and model_id in self.rows:
            again = ("models.retry", "primary", partial(self.fetch, model_id))
            self.rows[model_id].offer([again])
        elif not failed:
            self.enter({})

    def _ask_about(self, error: Exception, paths: list[Path], model: str) -> None:
        """What a user can decide about files that were not taken; the rest is told."""
        code = getattr(error, "code", "")
        if code in ("model_unconfirmed", "model_program_refused"):
            self._ask_for_trust(error, paths, model)
        elif code == "model_unrecognised" and not model:
            known = [line.status for line in self.rows.values()]
            WhichModelDialog(self, paths, known, partial(self.add_files, paths)).open()
        else:
            self.desk.tell_failure(error)

    def _ask_for_trust(self, error: Exception, paths: list[Path], model: str) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(tr("models.add"))
        box.setText(plain(" ".join(error_texts(error))))
        trust = box.addButton(tr("models.trust"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("cancel"), QMessageBox.ButtonRole.RejectRole)
        trust.clicked.connect(lambda: self.add_files(paths, model, trust=True))
        box.open()


def _look(engine: Engine) -> tuple[list[ModelStatus], ModelsFolder]:
    return engine.models(), engine.models_folder()
