"""SessionDialog: one session, and how its calories were counted."""

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QLocale, QSize, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer.core.preferences import WeightUnit
from trainer.core.progress import ledger_of, totals_of
from trainer.core.workout import Workout, WorkoutState
from trainer.language import tr
from trainer.ui.ledger.account import account_of_workout
from trainer.ui.ledger.table import LedgerTable
from trainer.ui.progress.wording import (
    claim_sentence,
    effort_text,
    kcal_text,
    long_date,
    minutes_text,
)
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import BottomBar, Ground, Rule
from trainer.ui.widgets.text import Text

_SIZE = QSize(760, 680)  # pixels at 100 % text, if the window is that large


class SessionDialog(QDialog):
    """Modal to its window; Escape closes it."""

    deletion_chosen = Signal(str)  # id

    def __init__(self, look: Look, workout: Workout, parent: QWidget, unit: WeightUnit = WeightUnit.KG) -> None:
        super().__init__(parent)
        self._look = look
        self._workout = workout
        self._ledger = ledger_of(workout)
        self._account = account_of_workout(workout, unit)
        self.setWindowTitle(workout.routine_name)
        self.setAccessibleName(workout.routine_name)
        self.setAccessibleDescription(self._when())
        ground = Ground(look, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page(), 1)
        column.addWidget(self._bar())
        window = parent.window().size()
        self.resize(QSize(look.px(_SIZE.width()), look.px(_SIZE.height())).boundedTo(window * 0.94))

    def _page(self) -> ScrollPage:
        look, workout = self._look, self._workout
        page = ScrollPage(look, margins=(24, 22, 24, 16), gap=10)
        add = page.column.addWidget
        add(Text(look, workout.routine_name, "h2"))
        add(Text(look, self._when(), "body", "ink2"))
        page.column.addLayout(self._facts())
        if workout.note:
            add(Text(look, workout.note, "body"))
        add(Rule(look))
        add(Text(look, tr("How the calories were counted"), "h3"))
        add(LedgerTable(look, self._account), 1)
        for reason in self._account.reasons:
            add(Text(look, reason, "small", "ink2", balance=False))
        return page

    def _when(self) -> str:
        """The day, and from when to when, as the clock on the wall then said."""
        workout = self._workout
        zone = timezone(timedelta(minutes=workout.utc_offset_minutes))
        begin = _time_text(workout.started.astimezone(zone))
        day = long_date(workout.local_date)
        if workout.ended is None:
            return tr("{day}, {begin}").format(day=day, begin=begin)
        return tr("{day}, {begin} to {end}").format(
            day=day, begin=begin, end=_time_text(workout.ended.astimezone(zone))
        )

    def _facts(self) -> QHBoxLayout:
        workout = self._workout
        seconds = sum(totals_of(workout).seconds.values())
        row = QHBoxLayout()
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


def _time_text(moment: datetime) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
