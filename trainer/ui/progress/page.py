"""ProgressPage: the weeks, the present one against the goals, and every session."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.goals import Goals
from trainer.core.progress import Period, Totals, Week, WorkoutSummary, every_week, shown_days, this_week, week_start
from trainer.language import tr
from trainer.ui.charts.bars import day_bars
from trainer.ui.ledger.account import Account
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.progress.exercise_card import ExerciseCard
from trainer.ui.progress.invitation import Invitation
from trainer.ui.progress.muscle_card import MuscleCard
from trainer.ui.progress.plan_card import PlanCard
from trainer.ui.progress.sessions_card import SessionsCard
from trainer.ui.progress.week_card import ThisWeekCard
from trainer.ui.progress.weekly_charts import WeeklyCharts
from trainer.ui.progress.year_card import YearCard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.toast import Toast

_PERIODS = tuple(Period)
_STACKED_BELOW = 860  # the page's width in pixels over the text scale
_HEAD_STACKED_BELOW = 700
_WIDE_FROM = 1560
_INVITATION_FIRST = QBoxLayout.Direction.BottomToTop
_TALLEST = 1160  # charts and lists side by side: higher charts would tell nothing more
_UNBOUNDED = 16777215  # Qt's largest size of a widget
_SESSIONS_HEIGHT, _SESSIONS_STACKED_HEIGHT = 180, 420  # least, pixels at 100 % text


class ProgressPage(ScrollPage):
    """Is given the log's figures by show_progress() and says what the person wants; it changes nothing itself."""

    start_requested = Signal()
    weighings_chosen = Signal()  # show the weight over time
    workout_opened = Signal(str)  # id
    workout_deleted = Signal(str)  # id: show_progress() is to follow
    workout_restored = Signal(str)  # id: the last deletion is taken back; show_progress() is to follow
    ledger_requested = Signal(object, object)  # dates, the first and the last: show_ledger() is to follow
    search_chosen = Signal()  # all workouts, to search
    addition_chosen = Signal()  # a workout done elsewhere is to be written down
    goals_chosen = Signal()  # to be set
    days_chosen = Signal(object, object)  # dates, the first and the last: their sessions are asked for
    more_requested = Signal(object)  # WorkoutSummary: add_sessions() is to follow with those before it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, cap=1760, parent=parent)
        self._days: Sequence[Totals] = ()
        self._weeks: Sequence[Week] = ()
        self._today = date.min
        self._first_weekday = 0
        self._period = Period.TWELVE_WEEKS
        self._deleted: str | None = None

        self._charts = WeeklyCharts(look)
        self._charts.days_chosen.connect(self.days_chosen)
        self._week = ThisWeekCard(look)
        self._week.ledger_chosen.connect(self._on_ledger_chosen)
        self._week.goals_link.clicked.connect(self.goals_chosen)
        self._invitation = Invitation(look)
        self._invitation.start_requested.connect(self.start_requested)
        self._sessions = SessionsCard(look)
        self._sessions.session_chosen.connect(self.workout_opened)
        self._sessions.deletion_chosen.connect(self.delete_workout)
        self._sessions.more_requested.connect(self.more_requested)
        self._sessions.search_chosen.connect(self.search_chosen)
        self._sessions.addition_chosen.connect(self.addition_chosen)
        self._invitation.addition_chosen.connect(self.addition_chosen)
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self._week)
        self._side.addWidget(self._invitation, 1)
        self._side.addWidget(self._sessions, 1)
        self._frame = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._frame)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._charts, 8)
        self._body.addWidget(side, 4)
        self.column.addLayout(self._make_head())
        self.muscles, self.plan = MuscleCard(look), PlanCard(look)
        self.column.addWidget(self._frame, 1000)
        self.year = YearCard(look)
        self.year.map.days_chosen.connect(self.days_chosen)
        self.exercise = ExerciseCard(look)
        self.exercise.workout_chosen.connect(self.workout_opened)
        for card in (self.year, self.exercise, self.plan, self.muscles):
            self.column.addWidget(card)
        self.column.addStretch(1)

        self._toast = Toast(look, self)
        self._toast.action_chosen.connect(self._on_undo_chosen)
        self._arrange()
        look.changed.connect(self._arrange)

    @property
    def chart_cards(self) -> tuple[ChartCard, ...]:
        """Every chart that can be saved."""
        return (*self._charts.cards, self.year, self.exercise)

    @property
    def charts(self) -> WeeklyCharts:
        """The charts of days and weeks."""
        return self._charts

    @property
    def period(self) -> Period:
        """How far back the charts look."""
        return self._period

    # commands

    def show_progress(
        self,
        days: Sequence[Totals],
        weeks: Sequence[Week],
        newest: Sequence[WorkoutSummary],
        total: int,
        *,
        today: date,
        first_weekday: int,
        goals: Goals | None = None,
    ) -> None:
        """Show the whole log: what each day of the last year and every week add up to, the newest of `total` sessions.

        `first_weekday` as `date.weekday()` counts, Monday 0; `goals` None: the WHO's.
        """
        self._days, self._weeks, self._today, self._first_weekday = days, weeks, today, first_weekday
        standing = this_week(days, today, first_weekday, goals)
        start = standing.week.start
        by_day = {
            one.day: sum(one.seconds.values()) / 60 for one in days if week_start(one.day, first_weekday) == start
        }
        self._week.show_standing(standing, by_day, today)
        self._charts.minutes.set_goals(standing.goals)
        self._sessions.show_sessions(newest, total, today)
        is_empty = total == 0
        self.muscles.setVisible(not is_empty)
        self.year.show_days(days, today, first_weekday)
        self.year.setVisible(not is_empty)
        self._week.setVisible(not is_empty)
        self._sessions.setVisible(not is_empty)
        self._invitation.setVisible(is_empty)
        self._periods.setVisible(not is_empty)
        self._arrange()
        self._show_weeks()

    def add_sessions(self, older: Sequence[WorkoutSummary]) -> None:
        """Older sessions, as asked for."""
        self._sessions.add_sessions(older)

    def choose_period(self, period: Period) -> None:
        """Look that far back."""
        self._period = period
        self._periods.set_current(_PERIODS.index(period))
        self._show_weeks()

    def show_ledger(self, account: Account) -> None:
        """Open how the calories of some days were counted."""
        LedgerDialog(self._look, account, self).open()

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        self._toast.show_message(sentence)

    def delete_workout(self, workout_id: str) -> None:
        """Delete a workout; it can be had back."""
        self._sessions.focus_list()
        self._deleted = workout_id
        self._toast.dismiss()  # what can be undone does not wait for what was said before
        self.workout_deleted.emit(workout_id)
        self._toast.show_message(tr("Session deleted"), tr("Undo"))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._toast.isVisible():
            self._toast.dismiss()
            self._on_undo_chosen()
        else:
            super().keyPressEvent(event)

    # inside

    def _make_head(self) -> QBoxLayout:
        names = (tr("Week"), tr("Month"), tr("12 weeks"), tr("Year"), tr("All"))
        self._periods = Segmented(self._look, names, height=38)
        self._periods.set_current(_PERIODS.index(self._period))
        self._periods.setAccessibleName(tr("Period"))
        self._periods.index_chosen.connect(self._on_period_chosen)
        top = QHBoxLayout()
        top.addWidget(Text(self._look, tr("Progress"), "h1", lines=1), 1)
        weight = Button(self._look, tr("Weight"), "second", "person", height=38)
        weight.clicked.connect(self.weighings_chosen)
        top.addWidget(weight)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(self._look.sp(12))
        self._head.addLayout(top, 1)
        self._head.addWidget(self._periods)
        return self._head

    def _show_weeks(self) -> None:
        days = shown_days(self._today, self._first_weekday, self._period)
        if days is not None:
            self._charts.show_days(day_bars(self._days, *days), self._today)
            return
        shown = every_week(self._weeks, self._today, self._first_weekday, self._period)
        self._charts.show_weeks(shown, week_start(self._today, self._first_weekday))

    def _arrange(self) -> None:
        look = self._look
        width = look.em(self.width())
        stacked = width < _STACKED_BELOW
        across, down, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom, _INVITATION_FIRST
        self._head.setDirection(down if width < _HEAD_STACKED_BELOW else across)
        self._body.setDirection((up if self._invitation.isVisibleTo(self) else down) if stacked else across)
        self._frame.setMaximumHeight(_UNBOUNDED if stacked else look.px(_TALLEST))
        self._body.setStretch(0, 7 if width >= _WIDE_FROM else 8)
        self._body.setStretch(1, 5 if width >= _WIDE_FROM else 4)
        self._body.setSpacing(look.sp(16))
        self._side.setSpacing(look.sp(16))
        self._sessions.setMinimumHeight(look.px(_SESSIONS_STACKED_HEIGHT if stacked else _SESSIONS_HEIGHT))
        self.set_margins(
            *((24, 20, 24, 20) if stacked else (40, 28, 40, 28) if width >= _WIDE_FROM else (32, 22, 32, 20))
        )

    def _on_ledger_chosen(self) -> None:
        start = week_start(self._today, self._first_weekday)
        self.ledger_requested.emit(start, start + timedelta(days=6))

    def _on_period_chosen(self, index: int) -> None:
        self.choose_period(_PERIODS[index])

    def _on_undo_chosen(self) -> None:
        if self._deleted is not None:
            restored, self._deleted = self._deleted, None
            self.workout_restored.emit(restored)
