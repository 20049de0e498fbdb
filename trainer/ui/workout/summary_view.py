"""SummaryView: a workout just done. It is in the log already; here it gets an effort, a note and its corrections."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer.core.exercise import Exercise
from trainer.core.level_memory import Proposal
from trainer.core.preferences import WeightUnit
from trainer.core.progress import Standing, ledger_of
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.ui.ledger.account import account_of_workout, names_of_workout
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.effort_picker import EffortPicker
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.icon_mark import IconMark
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import BottomBar, Card, Ground
from trainer.ui.widgets.text import Text
from trainer.ui.workout.account_card import AccountCard
from trainer.ui.workout.account_model import block_shares, conclusion
from trainer.ui.workout.done_card import DoneCard
from trainer.ui.workout.done_disc import DoneDisc
from trainer.ui.workout.next_time_card import NextTimeCard
from trainer.ui.workout.stat_card import StatCard
from trainer.ui.workout.summary_model import done_blocks, heading, stats, when
from trainer.ui.workout.week_card import WeekCard

_FULL, _BESIDE = 1200, 960  # em widths of the window, design.md "Layout and breakpoints"
NOTE_MS = 700  # after the last key the note is told
NOTE_LENGTH = 2000


class SummaryView(Ground):
    """Mock-up F. Keys 1 to 7 choose the effort, Enter is Done."""

    effort_chosen = Signal(int)  # CR-10
    note_changed = Signal(str)
    step_corrected = Signal(int, bool)  # index into Workout.steps, done
    proposal_answered = Signal(object, bool)  # the Proposal, whether it is taken
    again_chosen = Signal()
    done_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._workout: Workout | None = None
        self._unit = WeightUnit.KG
        self._told_note = ""
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(NOTE_MS)
        self._note_timer.timeout.connect(self.flush_note)
        self._page = ScrollPage(look, cap=1360, margins=(32, 16, 32, 12), gap=12)
        self._title = FitText(look, "", 32, 24, 2)
        self._when = Text(look, "", "lead", "ink2", lines=2)
        self._stats = StatCard(look)
        self._effort = EffortPicker(look)
        self._note = _NoteEdit()
        self._done_card, self._account = DoneCard(look), AccountCard(look)
        self._week, self._next_time = WeekCard(look, with_bar=True), NextTimeCard(look)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._again = Button(look, tr("Again"), "second", "restart", height=44)
        self._done = Button(look, tr("Done"), "primary", key_hint=tr("Enter"), height=44, min_width=140)
        self._build()
        self._connect()
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    # commands

    def show_workout(self, workout: Workout, done_words: str = "", unit: WeightUnit = WeightUnit.KG) -> None:
        """Show a workout, or the same after its effort, note or a step changed.

        `done_words`: the routine's own heading, for when it was done to the end.
        """
        other = self._workout is None or self._workout.id != workout.id
        self._workout, self._unit = workout, unit
        ledger = ledger_of(workout)
        title = heading(workout, done_words)
        self._title.set_text(title)
        self._when.set_text(when(workout, title))
        self._stats.show_stats(stats(workout, ledger, unit))
        self._effort.set_effort(workout.effort)
        self._done_card.show_blocks(done_blocks(workout.steps))
        self._account.show_account(block_shares(ledger, names_of_workout(workout)), conclusion(ledger, unit))
        if other:
            self._note_timer.stop()
            self._told_note = workout.note
            self._note.setText(workout.note)
            self._done_card.leave_correcting()
            self._page.verticalScrollBar().setValue(0)

    def show_week(self, standing: Standing) -> None:
        """How this week stands against the goals, this workout's minutes among its own."""
        self._week.show_week(standing)

    def set_week_chart(self, chart: QWidget) -> None:
        """Put the chart of the last weeks into its room."""
        self._week.set_chart(chart)

    def show_proposal(self, proposal: Proposal | None, exercise: Exercise | None) -> None:
        """Propose a harder form of an exercise for next time, or nothing."""
        self._next_time.show_proposal(proposal, exercise)

    def show_saving(self, words: str) -> None:
        """Say why it is not in the log yet; empty: it is."""
        self._saved.set_text(words or tr("Saved in your log"))
        self._saved_mark.setVisible(not words)

    def flush_note(self) -> None:
        """Tell the note now if it is not told yet."""
        self._note_timer.stop()
        workout = self._workout
        if workout is not None and self._note.text() != self._told_note:
            self._told_note = self._note.text()
            self.note_changed.emit(self._told_note)

    # events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._done.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush_note()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys nobody below wanted: effort and Done."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_7:
            self._effort.choose(event.key() - Qt.Key.Key_1 + 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_done_clicked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    def _build(self) -> None:
        look, page = self._look, self._page.column
        page.addLayout(self._header())
        effort = Card(look, padding=(20, 14, 20, 16), gap=10)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("How hard was it?"), "h3", lines=1), 1)
        head.addWidget(Text(look, tr("keys 1 to 7"), "small", "ink2", lines=1))
        effort.column.addLayout(head)
        effort.column.addWidget(self._effort)
        effort.column.addWidget(self._note)
        self._note.setPlaceholderText(tr("A note for next time"))
        self._note.setAccessibleName(tr("Note"))
        self._note.setMaxLength(NOTE_LENGTH)
        left = QVBoxLayout()
        left.addWidget(self._stats)
        left.addWidget(effort)
        self._lower.addWidget(self._done_card, 7)
        self._lower.addWidget(self._account, 5)
        left.addLayout(self._lower, 1)
        self._left = left
        self._columns.addLayout(left, 8)
        right = QVBoxLayout()
        right.addWidget(self._week)
        right.addWidget(self._next_time)
        right.addStretch(1)
        self._right = right
        self._columns.addLayout(right, 4)
        page.addLayout(self._columns, 1)
        self._bar = BottomBar(look, gap=10)
        self._saved_mark = IconMark(look, "check", 18, "done_ink", 2.4)
        self._saved = Text(look, tr("Saved in your log"), "body", "ink2", lines=2)
        self._bar.row.addWidget(self._saved_mark)
        self._bar.row.addWidget(self._saved, 1)
        self._bar.row.addWidget(self._again)
        self._bar.row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self._bar)

    def _header(self) -> QHBoxLayout:
        look = self._look
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(look.sp(16))
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._when)
        row.addWidget(DoneDisc(look), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _connect(self) -> None:
        self._effort.effort_chosen.connect(self.effort_chosen)
        self._note.textEdited.connect(self._on_note_edited)
        self._note.returnPressed.connect(self._on_note_ended)
        self._note.editingFinished.connect(self.flush_note)
        self._done_card.step_corrected.connect(self.step_corrected)
        self._account.ledger_chosen.connect(self._on_ledger_chosen)
        self._stats.stat_chosen.connect(self._on_ledger_chosen)
        self._next_time.answered.connect(self.proposal_answered)
        self._again.clicked.connect(self._on_again_clicked)
        self._done.clicked.connect(self._on_done_clicked)

    def _on_note_edited(self) -> None:
        self._note_timer.start()

    def _on_note_ended(self) -> None:
        self.flush_note()
        self._done.setFocus()

    def _on_again_clicked(self) -> None:
        self.flush_note()
        self.again_chosen.emit()

    def _on_done_clicked(self) -> None:
        self.flush_note()
        self.done_chosen.emit()

    def _on_ledger_chosen(self) -> None:
        workout = self._workout
        if workout is not None:
            LedgerDialog(self._look, account_of_workout(workout, self._unit), self).open()

    def _arrange(self) -> None:
        em = self._look.em(self.window().width())
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if em >= _FULL else down)
        self._lower.setDirection(across if em >= _BESIDE else down)
        margin = 32 if em >= _FULL else 24
        self._page.set_margins(margin, 16, margin, 12)
        self._bar.set_margin(margin)

    def _on_look_changed(self) -> None:
        look = self._look
        for layout in (self._columns, self._lower, self._right):
            layout.setSpacing(look.sp(16))
        self._left.setSpacing(look.sp(12))
        self._note.setFont(look.font("body"))
        self._arrange()


class _NoteEdit(QLineEdit):
    """A line whose Enter ends the note and goes no further."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
