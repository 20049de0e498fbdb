"""SessionRecord: what happened in a session, and what the person says of it: effort, note, steps put right."""

from collections.abc import Sequence
from datetime import timedelta, timezone

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer.core.events import StepOutcome
from trainer.core.session_strip import Stretch
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.ui.progress.session_timeline import SessionTimeline
from trainer.ui.progress.step_marks import StepMarks
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.effort_picker import EffortPicker
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.text import Text

NOTE_MS = 700  # after the last letter the note is told
_NOTE_LENGTH = 2000


class SessionRecord(ScrollPage):
    """Tells every edit at once, the note when typing pauses."""

    effort_chosen = Signal(int)  # CR-10
    note_changed = Signal(str)
    step_corrected = Signal(int, bool)  # index into Workout.steps, done

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(24, 12, 24, 16), gap=8, parent=parent)
        self._told_note = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(NOTE_MS)
        self._typing.timeout.connect(self.flush_note)
        self.timeline = SessionTimeline(look)
        self._effort = EffortPicker(look)
        self._effort.effort_chosen.connect(self.effort_chosen)
        self._note = _NoteEdit()
        self._note.setMaxLength(_NOTE_LENGTH)
        self._note.setAccessibleName(tr("Note"))
        self._note.setPlaceholderText(tr("A note for next time"))
        self._note.textEdited.connect(lambda _text: self._typing.start())
        self._note.editingFinished.connect(self.flush_note)
        self._done = Text(look, "", "body", "ink2", lines=1)
        self._correct = Button(look, tr("Correct"), "link", "edit", height=26, text_size=13)
        self._correct.setAccessibleName(tr("Correct what was done"))
        self._correct.clicked.connect(self._on_correct_clicked)
        self._marks = StepMarks(look)
        self._marks.step_corrected.connect(self.step_corrected)
        self._marks.hide()
        add = self.column.addWidget
        add(Text(look, tr("What happened"), "h3", lines=1))
        add(self.timeline)
        add(Text(look, tr("How hard was it?"), "h3", lines=1))
        add(self._effort)
        add(self._note)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("What you did"), "h3", lines=1))
        head.addWidget(self._done, 1)
        head.addWidget(self._correct)
        self.column.addLayout(head)
        add(self._marks)
        self.column.addStretch(1)

    def show_workout(self, workout: Workout, strip: Sequence[Stretch] | None = None) -> None:
        """Show a workout, or the same after an edit. `strip` None: the one that shows stays."""
        if strip is not None:
            zone = timezone(timedelta(minutes=workout.utc_offset_minutes))
            names = {step.index: step.name for step in workout.steps}
            self.timeline.show_strip(strip, names, workout.started.astimezone(zone))
            self._told_note = workout.note
            self._note.setText(workout.note)
        self._effort.set_effort(workout.effort)
        self._marks.show_steps(workout.steps)
        done = sum(step.outcome is StepOutcome.DONE for step in workout.steps)
        self._done.set_text(tr("{done} of {n} done").format(done=done, n=len(workout.steps)))

    def flush_note(self) -> None:
        """Tell the note now if it is not told yet."""
        self._typing.stop()
        if self._note.text() != self._told_note:
            self._told_note = self._note.text()
            self.note_changed.emit(self._told_note)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush_note()
        super().hideEvent(event)

    def _on_correct_clicked(self) -> None:
        shown = self._marks.isHidden()
        self._marks.setVisible(shown)
        self._correct.set_text(tr("Done correcting") if shown else tr("Correct"))


class _NoteEdit(QLineEdit):
    """A line whose Enter ends the note and goes no further: it would press the dialog's button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text() in ("\r", "\n"):
            event.accept()
