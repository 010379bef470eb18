"""The five steps of a match, lighting up one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from braind_desktop.texts import Say, tr
from braind_desktop.widgets.basics import Label, Speaking, column, row
from braind_desktop.widgets.drawn import Mark, State

STEPS = ("person", "cutout", "face", "style", "compare")


class Step(Speaking, QWidget):
    """One step: a mark, a name and what came of it; read aloud as one sentence."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number, self._name = number, name
        self.mark, self.detail = Mark(), Label("", "small", wrap=True)
        words = column(Label(f"step.{name}", "strong"), self.detail, gap=0)
        layout = row(self.mark, words, gap=12)
        layout.setAlignment(self.mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.setObjectName("step")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tell(self, state: State, detail: Say | str = "") -> None:
        """Show a state and what there is to say about it."""
        self.mark.show_state(state)
        self.detail.say(detail)
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        name, state = tr(f"step.{self._name}"), tr(f"state.{self.mark.state}")
        detail = self.detail.text()
        self.setAccessibleName(
            tr("step.spoken", number=self._number, name=name, state=state, detail=detail).strip()
        )


class StepList(QWidget):
    """All steps, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = {name: Step(number, name) for number, name in enumerate(STEPS, 1)}
        self.setLayout(column(*self.steps.values(), gap=10))

    def begin(self) -> None:
        """Nothing is done; the first step runs."""
        for name in STEPS:
            self.tell(name, State.ACTIVE if name == STEPS[0] else State.WAITING)

    def tell(self, name: str, state: State, detail: Say | str = "") -> None:
        """Tell one step's state."""
        self.steps[name].tell(state, detail)

    def stop(self) -> None:
        """The step that runs has come to nothing."""
        for step in self.steps.values():
            if step.mark.state is State.ACTIVE:
                step.tell(State.STOP)
