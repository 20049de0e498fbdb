"""StageColumn: pill, digits, bar, name and cue on one left edge, each in a place of its own that never moves."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.digits import Digits
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate, share_room
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.time_bar import TimeBar
from trainer.ui.workout.cue_line import CueLine
from trainer.ui.workout.fetch_box import FetchBox
from trainer.ui.workout.muscle_line import MuscleLine
from trainer.ui.workout.pause_box import PauseBox
from trainer.ui.workout.stage_metrics import StageMetrics
from trainer.ui.workout.stage_model import Stage

_QUIET_LINES = 2
_SMALLEST_CAP = 48  # pixels


class StageColumn(QWidget):
    """Places are worked out from the window alone, never from what is said: only content changes between phases.

    Rows go in order where there is no room: what a move works, the quiet cues, what to fetch. Never digits, bar,
    name or cue.
    """

    def __init__(self, look: Look, metrics: StageMetrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._metrics = metrics
        self._stage: Stage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.pill = PhasePill(look, parent=self)
        self.side = SidePlate(look, parent=self)
        self.digits = Digits(look, scaled=False, parent=self)
        self.bar = TimeBar(look, scaled=False, parent=self)
        self.overline = Text(look, "", "cap", "ink2", lines=1, parent=self)
        self.name = FitText(look, "", 44, 24, 1, parent=self)
        self.cue = CueLine(look, self)
        self.quiet = [Text(look, "", 16, "ink2", lines=1, parent=self) for _ in range(_QUIET_LINES)]
        self.works = MuscleLine(look, self)
        self.fetch = FetchBox(look, self)
        self.pause = PauseBox(look, self)
        self.set_metrics(metrics)
        look.changed.connect(self._arrange)

    def set_metrics(self, metrics: StageMetrics) -> None:
        """Take other measures: the window or the text size changed."""
        self._metrics = metrics
        self.setFixedWidth(metrics.column)
        self.bar.set_height(metrics.bar_height)
        self.name.set_sizes(*metrics.name_sizes, 1)
        self.cue.set_sizes(*metrics.cue_sizes, 1 if metrics.tiny else 2)
        for line in self.quiet:
            line.set_style(metrics.quiet_size)
        self.pause.set_narrow(metrics.narrow)
        self._arrange()

    def show_stage(self, stage: Stage) -> None:
        """Say what this moment says."""
        before, self._stage = self._stage, stage
        self.digits.set_digits(stage.digits)
        self.digits.set_hollow(stage.phase is PhaseLook.PAUSED)
        self.digits.set_accessible(tr("Countdown"), stage.countdown)
        self.bar.set_phase(stage.phase)
        self.bar.set_time(stage.left, stage.length)
        if before is not None and _same_words(before, stage):
            if stage.phase is PhaseLook.PAUSED:
                self._arrange()  # how long it has been
            return
        self.pill.set_phase(stage.phase)
        self.pill.set_accessible(tr("Phase"), stage.phase_spoken)
        self.side.set_side(stage.side)
        self.overline.set_text(stage.overline.upper())
        self.name.set_text(stage.name)
        self.name.set_accessible(tr("Current exercise"), stage.name)
        self.cue.set_cue(stage.cue, stage.phase)
        for number, line in enumerate(self.quiet):
            line.set_text(stage.quiet[number] if number < len(stage.quiet) else "")
        self.works.set_text(stage.works)
        self.fetch.set_things(stage.fetch)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._metrics.column, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._metrics.column, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        metrics, look = self._metrics, self._look
        width, short = self.width(), metrics.short or metrics.narrow
        pill = look.px(metrics.pill_height)
        share_room(self.pill, self.side, metrics.pill_height, look.sp(10), width)
        self.pill.move(0, 0)
        self.pill.resize(self.pill.sizeHint().width(), pill)
        self.side.move(self.pill.width() + look.sp(10), 0)
        self.side.resize(self.side.sizeHint().width(), pill)
        y = pill + look.sp(12 if short else 22)
        self.digits.set_cap_height(self._cap_height(y, short))
        y = self._place(self.digits, y, self.digits.sizeHint().height()) + look.sp(10 if short else 20)
        y = self._place(self.bar, y, metrics.bar_height) + look.sp(6 if short else 14)
        y = self._place(self.overline, y, self._overline_room())
        y = self._place(self.name, y, self._name_room()) + look.sp(6 if short else 12)
        paused = self._stage is not None and self._stage.phase is PhaseLook.PAUSED
        self.pause.setVisible(paused)
        self.cue.setVisible(not paused)
        if paused:
            self._place_pause(y)
        else:
            y = self._place(self.cue, y, self.cue.room()) + look.sp(10 if short else 16)
        self._arrange_extras(y, shown=not paused)

    def _place_pause(self, y: int) -> None:
        """As much of what there is to say about the pause as there is room for above its buttons."""
        room = max(0, self.height() - y)
        lines = (self._stage.pause_line, self._stage.pause_short) if self._stage is not None else ()
        for line in (*lines, ""):
            self.pause.set_line(line)
            if self.pause.height_for(self.width()) <= room:
                break
        height = self.pause.height_for(self.width())
        self.pause.setGeometry(0, y, self.width(), min(room, height + self._look.sp(4)))

    def _arrange_extras(self, y: int, *, shown: bool) -> None:
        """What stands below the cue, as far as there is room."""
        stage, look = self._stage, self._look
        room = self.height()
        fetch = stage is not None and bool(stage.fetch) and shown
        fits = fetch and y + self.fetch.height_for(self.width()) <= room
        self.fetch.setVisible(fits)
        if fits:
            y = self._place(self.fetch, y, self.fetch.height_for(self.width())) + look.sp(12)
        for line in self.quiet:
            height = line.sizeHint().height()
            shows = shown and not fits and bool(line.text()) and y + height <= room
            line.setVisible(shows)
            if shows:
                y = self._place(line, y, height) + look.sp(4)
        height = self.works.sizeHint().height()
        works = shown and not fits and bool(self.works.text()) and y + look.sp(8) + height <= room
        self.works.setVisible(works)
        if works:
            self._place(self.works, y + look.sp(8), height)

    def _cap_height(self, above: int, short: bool) -> int:
        """The digits as large as designed, or as what must stand below them leaves room for."""
        metrics, look = self._metrics, self._look
        gaps = look.sp(10 if short else 20) + 2 * look.sp(6 if short else 12)
        below = gaps + metrics.bar_height + self._overline_room() + self._name_room() + self.cue.room()
        return max(_SMALLEST_CAP, min(metrics.cap_height, round((self.height() - above - below) / 1.04)))

    def _overline_room(self) -> int:
        return 0 if self._metrics.tiny else self.overline.sizeHint().height()

    def _name_room(self) -> int:
        """One line at the largest size, whatever the name."""
        return round(self._look.px(self._metrics.name_sizes[0]) * 1.22)

    def _place(self, widget: QWidget, y: int, height: int) -> int:
        widget.setGeometry(0, y, self.width(), height)
        return y + height


def _same_words(before: Stage, after: Stage) -> bool:
    """Whether nothing but the time has changed: the case of nearly every tick."""
    return (before.phase, before.side, before.overline, before.name, before.cue, before.quiet, before.works) == (
        after.phase, after.side, after.overline, after.name, after.cue, after.quiet, after.works
    ) and before.fetch == after.fetch  # fmt: skip
