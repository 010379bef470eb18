"""A dialog in which the answers about a look are put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from braind.vocabulary import ANSWERS, QUESTIONS, Question, label
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from braind.engine import LookCard

# The similar famous brand is told by the library, not by what is seen.
ASKED = tuple(question for question in QUESTIONS if question is not Question.FAMOUS_BRAND)
Answers = Mapping[Question, str]


class CorrectingDialog(QDialog):
    """One list of answers a question; only what differs from what was read is a correction."""

    def __init__(
        self, owner: QWidget, card: LookCard, corrected: Callable[[Answers], object]
    ) -> None:
        super().__init__(owner)
        self._corrected, self._before = corrected, dict(card.edit.answers)
        self._shown = {answer.question: answer.word for answer in card.look.answers}
        self.setWindowTitle(tr("correct.title"))
        self.boxes: dict[Question, Combo] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        for line, question in enumerate(ASKED):
            self.boxes[question] = box = self._box(question)
            name = Label(lambda q=question: capital(label(q, spoken_language())), "body")
            grid.addWidget(name, line, 0)
            grid.addWidget(box, line, 1)
        grid.setColumnStretch(1, 1)
        back, cancel = Button("correct.back", "quiet"), Button("cancel")
        self.save = Button("correct.save", "primary")
        self.save.setDefault(True)
        back.clicked.connect(self._forget)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._finish)
        back.setVisible(bool(self._before))
        self.setLayout(
            column(
                Label("correct.title", "h2"), Label("correct.about", "small", wrap=True), 12,
                grid, 16, row(back, None, cancel, self.save), gap=4, margin=24,
            )
        )  # fmt: skip
        self.setMinimumWidth(460)

    def _box(self, question: Question) -> Combo:
        box = Combo()
        for word in ANSWERS[question]:
            box.addItem(capital(label(word, spoken_language())), word)
        box.setCurrentIndex(max(0, box.findData(self._shown[question])))
        box.setAccessibleName(label(question, spoken_language()))
        return box

    def _finish(self) -> None:
        chosen = {question: str(box.currentData()) for question, box in self.boxes.items()}
        changed = {q: word for q, word in chosen.items() if word != self._shown[q]}
        if changed:
            self._corrected({**self._before, **changed})
        self.accept()

    def _forget(self) -> None:
        self._corrected({})
        self.accept()
