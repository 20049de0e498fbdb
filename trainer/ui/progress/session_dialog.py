"""SessionDialog: one session: how it went, what the person says of it, how its calories were counted."""

from collections.abc import Sequence
from datetime import timedelta, timezone

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.core.preferences import WeightUnit
from trainer.core.progress import ledger_of, totals_of
from trainer.core.session_strip import Stretch
from trainer.core.workout import Workout, WorkoutState
from trainer.language import tr
from trainer.ui.ledger.account import account_of_workout
from trainer.ui.ledger.table import LedgerTable
from trainer.ui.progress.session_record import SessionRecord
from trainer.ui.progress.strip_words import time_text
from trainer.ui.progress.wording import (
    claim_sentence,
    effort_text,
    kcal_text,
    long_date,
    minutes_text,
)
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import BottomBar
from trainer.ui.widgets.text import Text

_SIZE = QSize(760, 680)  # pixels at 100 % text, if the window is that large


class SessionDialog(GroundDialog):
    """How it went, and its ledger."""

    deletion_chosen = Signal(str)  # id

    def __init__(
        self,
        look: Look,
        workout: Workout,
        parent: QWidget,
        unit: WeightUnit = WeightUnit.KG,
        strip: Sequence[Stretch] = (),
    ) -> None:
        """`strip`: how it went, second by second; empty where it was not followed here."""
        super().__init__(look, workout.routine_name, parent)
        self._unit = unit
        self._workout = workout
        self.setAccessibleDescription(self._when())
        self.record = SessionRecord(look)
        self._ledger_page = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.record)
        self._tabs = Segmented(look, (tr("Session"), tr("Calories")), height=36)
        self._tabs.setAccessibleName(tr("What of it"))
        self._tabs.index_chosen.connect(self._stack.setCurrentIndex)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(look.sp(24), look.sp(20), look.sp(24), look.sp(6))
        self._head.setSpacing(look.sp(8))
        self._head.addWidget(Text(look, workout.routine_name, "h2", lines=2))
        self._head.addWidget(Text(look, self._when(), "body", "ink2"))
        self._facts_row = QWidget()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(look.sp(20))
        self._figures.addWidget(self._facts_row, 1)
        self._figures.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self._figures)
        self.frame.addLayout(self._head)
        self.frame.addWidget(self._stack, 1)
        self.frame.addWidget(self._bar())
        self.fit(_SIZE)
        self.record.show_workout(workout, strip)
        self._show_figures()

    def show_workout(self, workout: Workout) -> None:
        """The same workout after an edit."""
        self._workout = workout
        self.record.show_workout(workout)
        self._show_figures()

    def _show_figures(self) -> None:
        """The figures and their ledger, anew."""
        self._ledger = ledger_of(self._workout)
        self._account = account_of_workout(self._workout, self._unit)
        facts = QWidget()
        facts.setLayout(self._facts())
        self._figures.replaceWidget(self._facts_row, facts)
        self._facts_row.hide()
        self._facts_row.deleteLater()
        self._facts_row = facts
        shown = self._stack.currentIndex()
        self._stack.removeWidget(self._ledger_page)
        self._ledger_page.deleteLater()
        self._ledger_page = self._ledger_view()
        self._stack.addWidget(self._ledger_page)
        self._stack.setCurrentIndex(shown)

    def _ledger_view(self) -> ScrollPage:
        look = self._look
        page = ScrollPage(look, margins=(24, 12, 24, 16), gap=10)
        add = page.column.addWidget
        add(Text(look, tr("How the calories were counted"), "h3"))
        add(LedgerTable(look, self._account), 1)
        for reason in self._account.reasons:
            add(Text(look, reason, "small", "ink2", balance=False))
        return page

    def _when(self) -> str:
        """The day, and from when to when, as the clock on the wall then said."""
        workout = self._workout
        zone = timezone(timedelta(minutes=workout.utc_offset_minutes))
        begin = time_text(workout.started.astimezone(zone))
        day = long_date(workout.local_date)
        if workout.ended is None:
            return tr("{day}, {begin}").format(day=day, begin=begin)
        return tr("{day}, {begin} to {end}").format(day=day, begin=begin, end=time_text(workout.ended.astimezone(zone)))

    def _facts(self) -> QHBoxLayout:
        workout = self._workout
        seconds = sum(totals_of(workout).seconds.values())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.sp(28))
        ended = tr("stopped early") if workout.state is WorkoutState.PARTIAL else tr("moving")
        row.addWidget(_Fact(self._look, minutes_text(seconds / 60), ended))
        claim, whose = claim_sentence(workout.claim), self._account.whose
        whose = whose if not claim else tr("{whose}. {claim}").format(whose=whose, claim=claim)
        row.addWidget(_Fact(self._look, kcal_text(self._ledger.low, self._ledger.high), whose), 1)
        if workout.effort is not None:
            row.addWidget(_Fact(self._look, effort_text(workout.effort), tr("how hard it was")))
        return row

    def _bar(self) -> BottomBar:
        look = self._look
        bar = BottomBar(look, margin=24)
        delete = Button(look, tr("Delete"), "danger", "trash", height=40)
        delete.clicked.connect(lambda: self.deletion_chosen.emit(self._workout.id))
        close = Button(look, tr("Close"), "second", height=40)
        close.clicked.connect(self.accept)
        bar.row.addWidget(delete)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        return bar


class _Fact(QWidget):
    """A figure and what it is."""

    def __init__(self, look: Look, figure: str, meaning: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = Text(look, figure, "h2", lines=1)
        heading.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        column.addWidget(heading)
        column.addWidget(Text(look, meaning, "small", "ink2", balance=False))
        column.addStretch(1)
