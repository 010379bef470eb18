"""A small dialog that asks for a brand's name."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from braind_desktop.texts import Say, tr
from braind_desktop.widgets.basics import Button, Label, column, row


class NamingDialog(QDialog):
    """Asks for a name that is not ``taken``; ``named`` is called with it."""

    def __init__(
        self,
        owner: QWidget,
        title: Say,
        do: str,
        named: Callable[[str], object],
        taken: Collection[str] = (),
        name: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(owner)
        self._named = named
        self._taken = {other.casefold() for other in taken if other != name}
        self.setWindowTitle(title())
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("naming.name"))
        self.field.selectAll()
        self.field.textChanged.connect(lambda _: self._judge())
        self.note = Label(hint, "small")
        self._hint = hint
        self.do, cancel = Button(do, "primary"), Button("cancel")
        self.do.setDefault(True)
        self.do.clicked.connect(self._finish)
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                Label(title, "h2"), 4, Label("naming.name", "small"), self.field, self.note, 12,
                row(None, cancel, self.do), margin=24,
            )
        )  # fmt: skip
        self.setMinimumWidth(420)
        self._judge()

    def _judge(self) -> None:
        name = self.field.text().strip()
        is_taken = name.casefold() in self._taken
        self.note.say("naming.taken" if is_taken else self._hint)
        self.do.setEnabled(bool(name) and not is_taken)

    def _finish(self) -> None:
        self._named(self.field.text().strip())
        self.accept()
