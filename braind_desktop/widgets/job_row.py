"""One job in a list: title, bar, how far and how long, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from braind.domain import Outcome
from braind_desktop.jobbook import OVER, Entry, Stage
from braind_desktop.pace import minutes_left
from braind_desktop.texts import error_texts, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.drawn import Mark, State

STEPS = 1000  # of the bar
_MARKS = {
    Stage.DONE: State.OK, Stage.PARTLY: State.CAUTION, Stage.FAILED: State.STOP,
    Stage.RUNNING: State.ACTIVE, Stage.PAUSED: State.CAUTION, Stage.INTERRUPTED: State.CAUTION,
}  # fmt: skip
# Which buttons a job has where it stands.
_BUTTONS = {
    Stage.WAITING: ("cancel",), Stage.RUNNING: ("pause", "cancel"), Stage.PAUSING: ("cancel",),
    Stage.PAUSED: ("resume", "cancel"), Stage.INTERRUPTED: ("resume", "give_up"),
}  # fmt: skip


def how_far(entry: Entry) -> str:
    """Such as "1,240 / 2,000 · about 3 minutes left", or what else there is to say."""
    pace = entry.pace
    if entry.stage is not Stage.RUNNING:
        return tr(f"job.state.{entry.stage}")
    if not pace.done:
        return tr("job.counting")
    count = tr("job.count", done=f"{pace.done:,}", total=f"{pace.total:,}")
    seconds = pace.seconds_left()
    if seconds is None:
        return f"{count} · {tr('job.reckoning')}"
    return f"{count} · {tr('job.left', count=minutes_left(seconds))}"


def what_came(entry: Entry) -> str:
    """The counts of an import, or why a job failed; empty when there is nothing to say."""
    if entry.error:
        return " ".join(error_texts(entry.error)).strip()
    if not entry.counts:
        return ""
    counts = {outcome.value: f"{entry.counts[outcome]:,}" for outcome in Outcome}
    return tr("job.counts", **counts)


def fill_bar(bar: QProgressBar, entry: Entry) -> None:
    """Show how far a job is; a bar without an end while that is not known."""
    known = entry.pace.done > 0 or entry.stage is not Stage.RUNNING
    bar.setRange(0, STEPS if known else 0)
    bar.setValue(round(STEPS * entry.pace.share))


class JobRow(Speaking, QFrame):
    """A card of the jobs panel."""

    detailed = Signal(object)  # Entry
    resumed = Signal(object)
    dropped = Signal(object)
    copied = Signal(object)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setObjectName("card")
        self.entry = entry
        self.mark, self.bar = Mark(size=20), QProgressBar()
        self.bar.setTextVisible(False)
        self.title, self.far = Label(entry.brief.words, "strong", wrap=True), Label("", "small")
        self.came = Label("", "small", wrap=True)
        self.buttons = {
            name: Button(f"job.{name}", "quiet")
            for name in ("pause", "resume", "cancel", "give_up", "details", "command")
        }
        for name, do in (
            ("pause", self._pause), ("resume", self._resume), ("cancel", entry.cancel),
            ("give_up", lambda: self.dropped.emit(entry)),
            ("details", lambda: self.detailed.emit(entry)),
            ("command", lambda: self.copied.emit(entry)),
        ):  # fmt: skip
            self.buttons[name].clicked.connect(do)
        words = column(
            self.title, self.far, self.bar, self.came, row(*self.buttons.values(), None, gap=14),
            gap=6,
        )  # fmt: skip
        top = row(column(self.mark, None), words, gap=12, margin=(16, 14, 16, 12))
        self.setLayout(top)
        self._clock = QTimer(self, interval=1000)  # the time left changes without news, too
        self._clock.timeout.connect(self.speak)
        entry.changed.connect(self.speak)
        self.speak()

    def _pause(self) -> None:
        if self.entry.task:
            self.entry.task.pause()

    def _resume(self) -> None:
        if self.entry.stage is Stage.PAUSED and self.entry.task:
            self.entry.task.resume()
        else:
            self.resumed.emit(self.entry)

    def speak(self) -> None:
        """Show where the job stands, in the language of the window."""
        entry, stage = self.entry, self.entry.stage
        self.mark.show_state(_MARKS.get(stage, State.WAITING))
        self.far.setText(how_far(entry))
        self.came.setText(what_came(entry))
        self.came.setVisible(bool(self.came.text()))
        self.bar.setVisible(stage not in OVER and stage is not Stage.INTERRUPTED)
        fill_bar(self.bar, entry)
        shown = (*_BUTTONS.get(stage, ()), *(("details",) if entry.counts else ()))
        if stage is Stage.FAILED and entry.as_record():
            shown += ("resume",)
        for name, button in self.buttons.items():
            button.setVisible(name in shown or (name == "command" and bool(entry.brief.command)))
        (self._clock.start if stage is Stage.RUNNING else self._clock.stop)()
        spoken = tr("job.spoken", title=entry.brief.words(), state=tr(f"job.state.{stage}"),
                    detail=self.came.text())  # fmt: skip
        self.setAccessibleName(spoken.strip())
        self.bar.setAccessibleName(spoken.strip())
