"""A small dialog that asks which model some files are, as they do not tell it themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from braind_desktop.texts import say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from braind.engine import ModelStatus

_GIVEN = ("download", "user")  # the origins of models that files can be of


class WhichModelDialog(QDialog):
    """Asks for one of some models; ``chosen`` is called with its id."""

    def __init__(
        self,
        owner: QWidget,
        paths: Iterable[Path],
        models: Iterable[ModelStatus],
        chosen: Callable[[str], object],
    ) -> None:
        super().__init__(owner)
        names = ", ".join(path.name for path in paths)
        self._chosen = chosen
        self.setWindowTitle(tr("models.which.title"))
        self.models = Combo()
        self.models.setAccessibleName(tr("models.which.title"))
        for model in (status.model for status in models):
            if model.origin.value in _GIVEN:
                name = model.name.get(spoken_language(), model.id)
                self.models.addItem(f"{name} · {model.id}", model.id)
        self.do, cancel = Button("models.which.add", "primary"), Button("cancel")
        self.do.setDefault(True)
        self.do.clicked.connect(self._finish)
        cancel.clicked.connect(self.reject)
        asked = Label(say("models.which.about", names=names), "body", wrap=True)
        self.setLayout(
            column(
                Label("models.which.title", "h2"), 4, asked, 8, self.models, 12,
                row(None, cancel, self.do), margin=24,
            )
        )  # fmt: skip
        self.setMinimumWidth(460)

    def _finish(self) -> None:
        self.accept()
        self._chosen(str(self.models.currentData()))
