"""DistanceView: the session as it is read from the mat. No controls, no panel, one cue."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.core.snapshot import Snapshot
from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.digits import Digits
from trainer.ui.widgets.distance_metrics import DistanceMetrics, distance_metrics
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.painting import painting
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate, share_room
from trainer.ui.widgets.screen_scale import mm_per_px
from trainer.ui.widgets.session_bar import SessionBar
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.time_bar import TimeBar
from trainer.ui.workout.stage_metrics import session_groups, step_share
from trainer.ui.workout.stage_model import Stage

_WORDS_SHARE = 0.6  # of the height that words take over a figure, on a screen that stands upright


class DistanceView(QWidget):
    """The same places as at the desk, at sizes worked out from how far away the person stands."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._distance_m = 2.0
        self._screens: Mapping[str, float] = {}
        self._phase = PhaseLook.WORK
        self._timeline: Timeline | None = None
        self._metrics: DistanceMetrics | None = None
        self._figure: QWidget | None = None
        self.setAccessibleName(tr("Distance mode"))
        self._session_bar = SessionBar(look, scaled=False, parent=self)
        self._pill = PhasePill(look, scaled=False, parent=self)
        self._side = SidePlate(look, scaled=False, parent=self)
        self._digits = Digits(look, scaled=False, parent=self)
        self._bar = TimeBar(look, scaled=False, parent=self)
        self._overline = Text(look, "", 60.0, "ink2", lines=1, weight=700, scaled=False, parent=self)
        self._name = FitText(look, "", 100, 40, 1, scaled=False, parent=self)
        self._cue = FitText(look, "", 88, 40, 1, weight=500, scaled=False, parent=self)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._on_look_changed)

    @property
    def metrics(self) -> DistanceMetrics | None:
        """The sizes in force, None before it has a size."""
        return self._metrics

    def set_distance(self, metres: float, screens: Mapping[str, float] = {}) -> None:
        """How far away the person stands; `screens` as in `mm_per_px`."""
        self._distance_m, self._screens = metres, screens
        self._arrange()

    def set_figure(self, figure: QWidget | None) -> None:
        """The moving figure, which takes the right of the room; None: the words have it all."""
        if figure is self._figure:
            return
        if self._figure is not None:
            self._figure.hide()
        self._figure = figure
        if figure is not None:
            figure.setParent(self)
            figure.show()
        self._arrange()

    def start(self, timeline: Timeline) -> None:
        """Get ready for another session."""
        self._timeline = timeline
        self._session_bar.set_groups(session_groups(timeline))

    def show_stage(self, stage: Stage, now: Snapshot) -> None:
        """Show one moment."""
        self._digits.set_digits(stage.digits)
        self._digits.set_hollow(stage.phase is PhaseLook.PAUSED)
        self._digits.set_accessible(tr("Countdown"), stage.countdown)
        self._bar.set_phase(stage.phase)
        self._bar.set_time(stage.left, stage.length)
        self._session_bar.set_progress(now.step.index, step_share(now, self._timeline), stage.phase)
        self._overline.set_text(stage.overline)
        self._name.set_text(stage.name)
        self._name.set_accessible(tr("Current exercise"), stage.name)
        self._cue.set_text(stage.cue_short)
        self._cue.set_accessible(tr("Cue"), stage.cue_short)
        if stage.phase is not self._phase or stage.side is not self._side.side:
            self._phase = stage.phase
            self._pill.set_phase(stage.phase)
            self._overline.set_color(stage.phase.marks.ink)
            self._side.set_side(stage.side)
            self._arrange()
            self.update()
        self._pill.set_accessible(tr("Phase"), stage.phase_spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color(self._phase.marks.flood))

    def _on_look_changed(self) -> None:
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        if self.width() < 1 or self.height() < 1:
            return
        below = self._figure is not None and self.height() > self.width()  # upright: the figure stands under the words
        height = round(self.height() * _WORDS_SHARE) if below else self.height()
        scale = mm_per_px(self.screen(), self._screens)
        metrics = distance_metrics(self.width(), height, scale, self._distance_m, self._look.text_scale)
        self._metrics = metrics
        unit = metrics.margin / 72
        self._digits.set_cap_height(metrics.digits)
        self._bar.set_height(metrics.bar)
        self._session_bar.set_height(metrics.session_bar)
        self._overline.set_style(float(metrics.overline), weight=700)
        smallest = max(12, 0.4 * metrics.words_needed)
        self._name.set_sizes(metrics.name, smallest, 1)
        self._cue.set_sizes(metrics.cue, smallest, metrics.cue_lines, metrics.words_needed)
        left, whole = metrics.margin, self.width() - 2 * metrics.margin
        column = round(whole * 0.57) if self._figure is not None and not below else whole
        y = round(40 * unit)
        self._session_bar.setGeometry(left, y, whole, metrics.session_bar)
        y += metrics.session_bar + round(28 * unit)
        top = y
        between = round(28 * unit)
        share_room(self._pill, self._side, metrics.pill, between, column)
        self._pill.setGeometry(left, y, self._pill.sizeHint().width(), metrics.pill)
        plate = left + self._pill.width() + between
        self._side.setGeometry(plate, y, self._side.sizeHint().width(), metrics.pill)
        y += metrics.pill + round(30 * unit)
        # Words too wide for the column at their angle run below the figure.
        name_width = column if metrics.name_fits(column) else whole
        cue_width = column if name_width == column and metrics.cue_fits(column) else whole
        floor = self.height() - left // 2
        for widget, width, height, gap in (
            (self._digits, column, self._digits.sizeHint().height(), 30),
            (self._bar, column, metrics.bar, 28),
            (self._overline, column, round(metrics.overline * 1.2), 0),
            (self._name, name_width, metrics.name_height, 0),
            (self._cue, cue_width, metrics.cue_height, 0),
        ):
            if width > column:
                floor = min(floor, y)
            widget.setGeometry(left, y, width, height)
            y += height + round(gap * unit)
        if self._figure is not None and below:
            self._figure.setGeometry(left, y, whole, max(1, self.height() - y - left // 2))
        elif self._figure is not None:
            right = left + column + round(20 * unit)
            self._figure.setGeometry(right, top, self.width() - metrics.margin - right, max(1, floor - top))
