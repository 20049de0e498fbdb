"""WorkoutsView: every workout of the log, to search, filter, open, delete, and add to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.progress import WorkoutSummary
from trainer.core.workout_query import FoundWorkouts, WorkoutQuery
from trainer.language import ntr, tr
from trainer.ui.progress.sessions_list import SessionsList
from trainer.ui.progress.workout_filters import WorkoutFilters
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.toast import Toast

TYPING_MS = 200  # after the last letter what is typed is looked for
WAITING_MS = 500  # work over half a second is told
_NARROW = 860  # the view's width in pixels over the text scale


class WorkoutsView(Ground):
    """Is given what was found by show_found() and add_older(); it searches and changes nothing itself."""

    back_chosen = Signal()
    query_changed = Signal(object)  # WorkoutQuery: show_found() is to follow
    more_requested = Signal(object)  # WorkoutSummary: add_older() is to follow
    workout_opened = Signal(str)  # id
    workout_deleted = Signal(str)  # id
    workout_restored = Signal(str)  # id: the last deletion is taken back
    addition_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._deleted: str | None = None
        self._typing, self._waiting = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._typing, TYPING_MS), (self._waiting, WAITING_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self._typing.timeout.connect(self._ask)

        self._back = Button(look, tr("Progress"), "ghost", "chevron-left", height=38)
        self._back.setAccessibleName(tr("Back to Progress"))
        self._back.clicked.connect(self.back_chosen)
        self._add = Button(look, tr("Add a workout"), "second", "plus", height=38)
        self._add.setToolTip(tr("Write down a workout done elsewhere"))
        self._add.clicked.connect(self.addition_chosen)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(Text(look, tr("Sessions"), "h1", lines=1), 1)
        head.addWidget(self._add)
        self._search = SearchField(look, tr("Search sessions"), tr("Routine, exercise or note"))
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._search.left.connect(self.focus_list)
        self._filters = WorkoutFilters(look)
        self._filters.changed.connect(self._ask)
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._waiting.timeout.connect(lambda: self._count.set_text(tr("Searching")))
        self._list = SessionsList(look, tr("Sessions"))
        self._list.session_chosen.connect(self.workout_opened)
        self._list.deletion_chosen.connect(self.delete)
        self._list.more_requested.connect(self.more_requested)
        self._card = Card(look, padding=(12, 8, 12, 8))
        self._card.column.addWidget(self._list)
        self._nothing = _Nothing(look)
        self._nothing.clear_chosen.connect(self.clear)
        self._nothing.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for widget in (self._search, self._filters, self._count):
            self._column.addWidget(widget)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self._nothing, 1)
        self._toast = Toast(look, self)
        self._toast.action_chosen.connect(self._on_undo_chosen)
        self._arrange()
        look.changed.connect(self._arrange)

    @property
    def query(self) -> WorkoutQuery:
        """What is asked for."""
        return self._filters.query(self._search.text())

    @property
    def shown(self) -> int:
        """How many rows there are so far."""
        return self._list.sessions.rowCount()

    # commands

    def set_today(self, today: date, first_weekday: int) -> None:
        """The day that named spans are counted from, and where weeks begin, Monday 0."""
        self._filters.set_today(today, first_weekday)

    def show_days(self, first: date, last: date) -> None:
        """Ask for the sessions of these days and no others."""
        self._filters.clear()
        self._filters.set_days(first, last)
        self._search.clear()
        self._ask()
        self.focus_list()

    def offer_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Ids and names of the routines to filter by."""
        self._filters.offer_routines(routines)

    def expect(self) -> None:
        """The answer is on its way."""
        self._waiting.start()

    def show_found(self, query: WorkoutQuery, found: FoundWorkouts, today: date) -> None:
        """Show the newest of what was found."""
        self._waiting.stop()
        self._list.show_sessions(found.newest, found.total, today)
        words = ntr("{n} session", "{n} sessions", found.total)
        if not query.is_everything:
            words = ntr("{n} session found", "{n} sessions found", found.total)
        self._count.set_text(words)
        self._card.setVisible(found.total > 0)
        self._nothing.setVisible(found.total == 0)
        self._nothing.show_query(query)

    def add_older(self, older: Sequence[WorkoutSummary]) -> None:
        """Go on with older ones."""
        self._list.sessions.add_sessions(older)

    def stop_waiting(self) -> None:
        """No answer will come; the reason is told elsewhere."""
        self._waiting.stop()
        self._count.set_text("")

    def focus_search(self) -> None:
        """Type what to look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Give the list the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._list.currentIndex().isValid() and self.shown:
            self._list.setCurrentIndex(self._list.sessions.index(0))

    def delete(self, workout_id: str) -> None:
        """Delete a workout; it can be had back."""
        self._deleted = workout_id
        self._toast.dismiss()  # what can be undone does not wait for what was said before
        self.workout_deleted.emit(workout_id)
        self._toast.show_message(tr("Session deleted"), tr("Undo"))

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        self._toast.show_message(sentence)

    def clear(self) -> None:
        """Ask for everything."""
        self._filters.clear()
        self._search.clear()
        self._typing.stop()
        self._ask()
        self.focus_search()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._toast.isVisible():
            self._toast.dismiss()
            self._on_undo_chosen()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        elif event.key() == Qt.Key.Key_Insert:
            self.addition_chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_chosen.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    def _ask(self) -> None:
        self._typing.stop()
        self.query_changed.emit(self.query)

    def _on_undo_chosen(self) -> None:
        if self._deleted is not None:
            restored, self._deleted = self._deleted, None
            self.workout_restored.emit(restored)

    def _arrange(self) -> None:
        look = self._look
        narrow = look.em(self.width()) < _NARROW
        side = look.sp(24 if narrow else 32)
        self._column.setContentsMargins(side, look.sp(20), side, look.sp(20))
        self._column.setSpacing(look.sp(12))


class _Nothing(QWidget):
    """Nothing was found: what was asked for, and the way back to everything."""

    clear_chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        center = Qt.AlignmentFlag.AlignHCenter
        self._words = Text(look, "", "body", "ink2", align=center)
        self._clear = Button(look, tr("Show all sessions"), "second", height=38)
        self._clear.clicked.connect(self.clear_chosen)
        self._title = Text(look, "", "h3", align=center)
        column = QVBoxLayout(self)
        column.setSpacing(look.sp(10))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._clear, 0, center)
        column.addStretch(3)

    def show_query(self, query: WorkoutQuery) -> None:
        """Say what finds nothing."""
        everything = query.is_everything
        self._title.set_text(tr("No sessions yet") if everything else tr("Nothing found"))
        said = tr("What you follow here is logged by itself; what you did elsewhere can be added.")
        if query.words.strip():
            said = tr("No session has “{words}” in its routine, exercises or note.").format(words=query.words.strip())
            if query != WorkoutQuery(words=query.words):
                said = tr("No session that the filters let through has “{words}”.").format(words=query.words.strip())
        elif not everything:
            said = tr("No session is as the filters ask.")
        self._words.set_text(said)
        self._clear.setVisible(not everything)
