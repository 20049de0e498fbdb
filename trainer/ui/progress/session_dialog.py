"""SessionDialog: one session, and how its calories were counted."""

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QLocale, QSize, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from trainer.core.energy import ledger
from trainer.core.progress import counted_spans, totals_of
from trainer.core.workout import Workout, WorkoutState
from trainer.language import tr
from trainer.ui.charts.words import number
from trainer.ui.progress.ledger_model import LedgerModel
from trainer.ui.progress.wording import (
    claim_sentence,
    difference_sentence,
    effort_text,
    kcal_text,
    long_date,
    minutes_text,
    range_sentence,
)
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import BottomBar, Ground, Rule
from trainer.ui.widgets.text import Text

_SIZE = QSize(760, 680)  # pixels at 100 % text, if the window is that large
_TABLE_HEIGHT, _ROW_HEIGHT = 220, 30


class SessionDialog(QDialog):
    """Modal to its window; Escape closes it."""

    deletion_chosen = Signal(str)  # id

    def __init__(self, look: Look, workout: Workout, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._workout = workout
        self._ledger = ledger(counted_spans(workout), workout.weight_kg, workout.effort)
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
        add(self._table(), 1)
        add(Text(look, range_sentence(self._ledger), "small", "ink2", balance=False))
        add(Text(look, difference_sentence(), "small", "ink2", balance=False))
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
        claim = claim_sentence(workout.claim)
        whose = self._whose() if not claim else tr("{whose}. {claim}").format(whose=self._whose(), claim=claim)
        row.addWidget(_Fact(self._look, kcal_text(self._ledger.low, self._ledger.high), whose), 1)
        if workout.effort is not None:
            row.addWidget(_Fact(self._look, effort_text(workout.effort), tr("how hard it was")))
        return row

    def _whose(self) -> str:
        if self._ledger.weight_kg is None:
            return tr("likely, no weight known")
        return tr("likely, for {kg} kg").format(kg=number(self._ledger.weight_kg))

    def _table(self) -> QTableView:
        look = self._look
        table = QTableView()
        table.setModel(LedgerModel(look, self._workout, self._ledger, table))
        table.setAccessibleName(tr("How the calories were counted"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(look.px(_TABLE_HEIGHT))
        table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(_ROW_HEIGHT))
        heading = table.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

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
