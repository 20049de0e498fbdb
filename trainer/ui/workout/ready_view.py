"""ReadyView: the routine before it starts. Shows values, says what the person wants; does nothing itself."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.progress import Standing
from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.ledger.account import account_of_plan
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import BottomBar, Ground
from trainer.ui.workout.calories_card import CaloriesCard
from trainer.ui.workout.calories_model import calorie_bars
from trainer.ui.workout.hero import HeroRoom
from trainer.ui.workout.needs_card import NeedsCard
from trainer.ui.workout.needs_model import handy, need_lines, spared_text, stand_ins, within_reach
from trainer.ui.workout.planned_banner import PlannedBanner
from trainer.ui.workout.ready_header import ReadyHeader
from trainer.ui.workout.ready_model import ReadyValues, Resumable, facts, first_main_step, preview, time_answer
from trainer.ui.workout.resume_banner import ResumeBanner
from trainer.ui.workout.routine_delegate import Thumbnails
from trainer.ui.workout.routine_panel import RoutinePanel
from trainer.ui.workout.time_wish import TimeWish
from trainer.ui.workout.ways_sheet import WaysSheet
from trainer.ui.workout.week_card import WeekCard

_WIDE, _FULL, _BESIDE = 1700, 1200, 960  # em widths of the window, design.md "Layout and breakpoints"
_PANEL, _NARROW_PANEL = 336, 284
_TALLEST_NEEDS, _TALLEST_WEEK = 520, 312  # px at 100 %, where the window is very large
_LIST_HEIGHT = 620  # px at 100 %, of the routine where it stands below the cards
_START, _NARROW_START = 210, 130  # width of the one loud button


class ReadyView(Ground):
    """Mock-up A. The week's chart comes later, by `set_week_chart`, when the window has painted."""

    start_chosen = Signal()
    block_switched = Signal(str, bool)  # name of an optional block, on: compile anew
    level_chosen = Signal(int)  # -1 easier, 0 as written, 1 harder: compile anew
    link_chosen = Signal(str)  # an address: show it, then open it
    card_chosen = Signal(object)  # the WallCard of what is ready
    schedule_chosen = Signal()  # what will be heard and shown of it
    way_chosen = Signal(str, object)  # exercise id, the ways_model.WayOption: compile anew
    minutes_chosen = Signal(int)  # "I have N minutes": compile anew
    kit_change_chosen = Signal()  # open the tiles of what is owned
    preview_chosen = Signal(str, str)  # exercise id, variant id: for the figure in the hero room
    edit_chosen = Signal(str)  # routine id: change it, or a copy of it
    resume_chosen = Signal()
    finish_chosen = Signal()
    discard_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._values: ReadyValues | None = None
        self._previewed = 0
        self._layout = ""
        self._page = ScrollPage(look, margins=(32, 28, 32, 20), gap=20)
        self._banner, self.planned = ResumeBanner(look), PlannedBanner(look)
        self._header = ReadyHeader(look)
        self._needs, self._calories, self._week = NeedsCard(look), CaloriesCard(look), WeekCard(look)
        self._panel = RoutinePanel(look)
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for part in (self._banner, self.planned, self._header):
            self._page.column.addWidget(part)
        self._page.column.addWidget(self._cards, 1)
        self._page.column.addStretch(0)
        self._bar = BottomBar(look)
        self._space_starts, self._is_narrow = True, False
        self._time = TimeWish(look)
        self._start = Button(look, tr("Start"), "primary", "play", key_hint=tr("Space"), height=56, min_width=_START)
        self._build_bar()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._page, 1)
        middle.addWidget(self._bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(middle, 1)
        self._row.addWidget(self._panel)
        self._connect()
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    # commands

    def show_ready(self, values: ReadyValues) -> None:
        """Show a routine, or the same after a switch, a level or the kit changed."""
        routine, plan = values.routine, values.plan
        other = self._values is None or self._values.routine.id != routine.id
        self._values = values
        optional, kit = values.optional, values.kit
        self.planned.set_ready(routine.id)
        self._header.show_routine(routine, facts(routine, plan, kit.exercises, kit.equipment))
        fitting = values.fitting
        notes = (
            spared_text(fitting, kit),
            within_reach(plan, values.off, kit),
            "" if fitting.told else handy(fitting, kit),
            stand_ins(fitting, kit),
        )
        self._needs.show_needs(need_lines(fitting, plan, kit), notes, to_decide=bool(values.ways))
        self._calories.show_ranges(
            calorie_bars(plan, optional, values.off, values.weight_kg, values.weight_unit, routine.claim)
        )
        self._panel.show_plan(plan, optional, values.off, values.level)
        answer = time_answer(values)
        self._time.show_answer(answer)
        self._start.setEnabled(bool(plan.phases) and values.off < {block.name for block in plan.blocks})
        if other:
            self._page.verticalScrollBar().setValue(0)
        if other or self._previewed >= len(plan.steps):
            self._previewed = first_main_step(plan, optional)
        self._preview(plan)

    def show_resumable(self, kept: Resumable | None) -> None:
        """Offer a session that can go on, or none."""
        self._banner.show_resumable(kept)
        # One loud thing at a time, and Space does what it says: to go on where one stopped comes first.
        self._start.set_kind("primary" if kept is None else "second")
        self._space_starts = kept is None
        self._show_hint()

    def show_week(self, standing: Standing) -> None:
        """How this week stands against the goals."""
        self._week.show_week(standing)

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the list's small pictures come from; said again when there are more."""
        self._panel.list.set_thumbnails(thumbnails)

    def set_week_chart(self, chart: QWidget) -> None:
        """Put the chart of the last weeks into its room."""
        self._week.set_chart(chart)

    @property
    def hero(self) -> HeroRoom:
        """The room the figure moves into: `hero.set_figure(widget)`."""
        return self._header.hero

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Start has the focus whenever the page is opened anew."""
        if event.type() is QEvent.Type.Show and self.focusWidget() is None:
            self._start.setFocus()
        return super().event(event)

    # inside

    def _build_bar(self) -> None:
        self._bar.row.addWidget(self._time, 1)
        self._bar.row.addWidget(self._start)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_chosen)
        self._time.minutes_chosen.connect(self.minutes_chosen)
        self._header.edit_chosen.connect(self._on_edit_chosen)
        self._needs.change_chosen.connect(self.kit_change_chosen)
        self._header.card_chosen.connect(self.choose_card)
        self._header.schedule_chosen.connect(self.schedule_chosen)
        self._header.link_chosen.connect(self._on_link_chosen)
        self._needs.decide_chosen.connect(self._on_decide_chosen)
        self._calories.why_chosen.connect(self._on_why_chosen)
        self._panel.level_chosen.connect(self.level_chosen)
        self._panel.list.block_switched.connect(self.block_switched)
        self._panel.list.row_chosen.connect(self._on_row_chosen)
        self._banner.resume_chosen.connect(self.resume_chosen)
        self._banner.finish_chosen.connect(self.finish_chosen)
        self._banner.discard_chosen.connect(self.discard_chosen)

    def _preview(self, plan: Timeline) -> None:
        if self._values is None or not plan.steps:
            return
        shown = preview(plan, self._previewed, self._values.kit.exercises)
        self._header.hero.show_move(shown)
        self.preview_chosen.emit(shown.exercise, shown.variant)

    def _on_row_chosen(self, step: int) -> None:
        self._previewed = step
        if self._values is not None:
            self._preview(self._values.plan)

    def _on_link_chosen(self) -> None:
        if self._values is not None:
            self.link_chosen.emit(self._values.routine.link)

    def choose_card(self) -> None:
        """As its button does."""
        values = self._values
        if values is not None and values.plan.steps:
            from trainer.ui.workout.wall_card_model import wall_card

            self.card_chosen.emit(wall_card(values.plan, values.off, values.kit.exercises))

    def _on_decide_chosen(self) -> None:
        if self._values is not None:
            sheet = WaysSheet(self._look, self._values.ways, self)
            sheet.way_chosen.connect(self.way_chosen)
            sheet.open()

    def _on_edit_chosen(self) -> None:
        if self._values is not None:
            self.edit_chosen.emit(self._values.routine.id)

    def _on_why_chosen(self) -> None:
        values = self._values
        if values is None:
            return
        account = account_of_plan(values.plan, values.off, values.weight_kg, values.weight_unit, values.routine.claim)
        LedgerDialog(self._look, account, self).open()

    def _arrange(self) -> None:
        """Place everything for the window's width and text size."""
        em = self._look.em(self.window().width())
        layout = "full" if em >= _FULL else "beside" if em >= _BESIDE else "stacked"
        margin = 32 if layout == "full" else 24
        self._page.set_margins(margin, 28, margin, 20)
        self._bar.set_margin(margin)
        self._time.set_narrow(layout == "stacked")
        self._is_narrow = layout == "stacked"
        self._show_hint()
        if em >= _WIDE:
            self._header.set_hero_size(420, 280)
        elif layout == "stacked":
            self._header.set_hero_size(0, 0)
        else:
            self._header.set_hero_size(*((312, 208) if layout == "full" else (212, 212)))
        self._panel_width(layout)
        self._needs.setMaximumHeight(self._look.px(_TALLEST_NEEDS) if em >= _WIDE else 16777215)
        self._week.setMaximumHeight(self._look.px(_TALLEST_WEEK) if em >= _WIDE else 16777215)
        self._page.column.setStretch(self._page.column.indexOf(self._cards), 0 if em >= _WIDE else 1)
        self._page.column.setStretch(self._page.column.count() - 1, 1 if em >= _WIDE else 0)
        if layout != self._layout:
            self._layout = layout
            self._place_cards(layout)

    def _show_hint(self) -> None:
        """The key on the button, where it does that and there is room beside the words."""
        self._start.set_key_hint(tr("Space") if self._space_starts and not self._is_narrow else None)
        self._start.set_min_width(_NARROW_START if self._is_narrow else _START)

    def _panel_width(self, layout: str) -> None:
        if layout == "stacked":
            self._panel.setMinimumSize(0, self._look.px(_LIST_HEIGHT))
            self._panel.setMaximumWidth(16777215)
        else:
            self._panel.setMinimumHeight(0)
            self._panel.setFixedWidth(self._look.px(_PANEL if layout == "full" else _NARROW_PANEL))

    def _place_cards(self, layout: str) -> None:
        grid = self._grid
        while grid.takeAt(0) is not None:
            pass
        self._row.removeWidget(self._panel)
        if layout == "full":
            grid.addWidget(self._needs, 0, 0, 2, 1)
            grid.addWidget(self._calories, 0, 1)
            grid.addWidget(self._week, 1, 1)
        elif layout == "beside":
            grid.addWidget(self._needs, 0, 0, 1, 2)
            grid.addWidget(self._calories, 1, 0)
            grid.addWidget(self._week, 1, 1)
        else:
            for place, part in enumerate((self._needs, self._panel, self._calories, self._week)):
                grid.addWidget(part, place, 0, 1, 2)
        if layout != "stacked":
            self._row.addWidget(self._panel)
        grid.setColumnStretch(0, 6 if layout == "full" else 1)
        grid.setColumnStretch(1, 5 if layout == "full" else 1)
        grid.setRowStretch(1, 1 if layout == "full" else 0)
        self._panel.show()

    def _on_look_changed(self) -> None:
        self._grid.setSpacing(self._look.sp(16))
        self._arrange()
