"""A model's licence, asked for before anything is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from braind_desktop.sizes import size_words
from braind_desktop.texts import say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, column, row

if TYPE_CHECKING:
    from braind.engine import ModelStatus

WIDTH = 520


class LicenceDialog(QDialog):
    """Accepted once the user has ticked that they accept it."""

    def __init__(self, status: ModelStatus, server: str, owner: QWidget) -> None:
        super().__init__(owner)
        model, language = status.model, spoken_language()
        name = model.name.get(language) or model.id
        self.setWindowTitle(tr("models.accept.title", name=name))
        self.setFixedWidth(WIDTH)
        self.agree = QCheckBox(tr("models.accept.agree"))
        self.fetch, cancel = Button("models.accept.fetch", "primary"), Button("cancel")
        self.fetch.setEnabled(False)
        self.agree.toggled.connect(self.fetch.setEnabled)
        self.fetch.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        read = Button("models.accept.read", "quiet")
        read.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(model.licence.link)))
        read.setVisible(bool(model.licence.link))
        self.terms = Label(say("models.licence", licence=model.licence.spdx), "strong")
        self.warning = Label("models.not_commercial", "body", wrap=True)
        self.warning.setProperty("tone", "warn")
        self.warning.setVisible(not model.licence.commercial_ok)
        note = Label(lambda: model.licence.note.get(language, ""), "body", wrap=True)
        note.setVisible(bool(note.text()))
        size = size_words(status.total - status.present)
        going = Label(say("models.accept.goes", size=size, host=server), "small", wrap=True)
        self.setLayout(
            column(
                Label(say("models.accept.title", name=name), "h2"), self.terms, note,
                self.warning, row(read, None), going, 8, self.agree,
                row(None, cancel, self.fetch), gap=12, margin=24,
            )
        )  # fmt: skip
