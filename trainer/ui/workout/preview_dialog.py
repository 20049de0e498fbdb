"""PreviewDialog: all that a session will say, sound and show, as a table that can be run fast."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from trainer.core.cue_lines import Verbosity
from trainer.core.cue_preview import PreviewRow, lasts
from trainer.desktop.clock import Clock
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.row_table import RowTable
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.surfaces import BottomBar
from trainer.ui.widgets.text import Text
from trainer.ui.workout.play_head import PlayHead
from trainer.ui.workout.preview_model import PreviewModel
from trainer.ui.workout.preview_words import kind_text, row_text

SPEEDS = (1, 5, 20)
HEARD = (Verbosity.FULL, Verbosity.NAMES, Verbosity.TONES)
_SIZE = QSize(820, 680)  # pixels at 100 % text, if the window is that large
_ROW = 28  # pixels at 100 % text


class PreviewDialog(GroundDialog):
    """Modal to its window; Escape closes it. `rows_for` gives the schedule for as much as is to be heard."""

    card_chosen = Signal()  # the routine on paper
    track_chosen = Signal(Verbosity)  # what is heard of it, as a file

    def __init__(
        self,
        look: Look,
        name: str,
        rows_for: Callable[[Verbosity], tuple[PreviewRow, ...]],
        verbosity: Verbosity,
        clock: Clock,
        parent: QWidget,
    ) -> None:
        """`name` is the routine's; `verbosity` as it is heard today (silent: shown as tones only)."""
        title = tr("Preview of {routine}").format(routine=name)
        super().__init__(look, title, parent)
        self._rows_for = rows_for
        self._model = PreviewModel(look, self)
        self._head = PlayHead(clock, 0.0, self)
        self._heard = Segmented(look, [tr("Everything"), tr("Names and sides"), tr("Tones")], height=34)
        self._heard.set_current(HEARD.index(verbosity) if verbosity in HEARD else len(HEARD) - 1)
        meaning = tr("All that is heard and shown, and when, if nothing comes between.")
        self._said = Text(look, meaning, "body", "ink2", lines=2)
        self._time = Text(look, "", "h1", lines=1, tabular=True)
        self._phase = Text(look, "", "lead", "ink2", lines=1)
        self._slider = Slider(look, 0, 1, 0)
        self._slider.setAccessibleName(tr("Moment of the session"))
        self._speed = Segmented(look, [tr("{n}×").format(n=speed) for speed in SPEEDS], len(SPEEDS) - 1, height=40)
        self._run = Button(look, tr("Run"), "primary", "play", height=40, min_width=110)
        self._table = RowTable(look, title, self._model, row=_ROW)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._build(title)
        self._connect()
        self._on_speed_chosen(len(SPEEDS) - 1)
        self._show_rows()
        self.fit(_SIZE)
        self._run.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def verbosity(self) -> Verbosity:
        """How much is heard in what is shown."""
        return HEARD[self._heard.current]

    def show_message(self, sentence: str) -> None:
        """What has become of a file, in place of the introduction."""
        self._said.set_text(sentence)
        self._said.setAccessibleName(sentence)

    # inside

    def _build(self, title: str) -> None:
        look = self._look
        frame = self.frame
        frame.setContentsMargins(0, look.sp(20), 0, 0)
        frame.setSpacing(look.sp(10))
        page = QVBoxLayout()
        page.setContentsMargins(look.sp(24), 0, look.sp(24), look.sp(4))
        page.setSpacing(look.sp(8))
        page.addWidget(Text(look, title, "h2", lines=1))
        page.addWidget(self._said)
        now = QHBoxLayout()
        now.setSpacing(look.sp(16))
        now.addWidget(self._time)
        now.addWidget(self._phase, 1)
        now.addWidget(self._heard)
        page.addLayout(now)
        page.addWidget(self._slider)
        page.addWidget(self._table, 1)
        frame.addLayout(page, 1)
        bar = BottomBar(look, margin=24)
        self._card = Button(look, tr("Wall card"), "second", "file", height=40)
        self._card.setAccessibleDescription(tr("Save the routine as a PDF to print"))
        self._track = Button(look, tr("Save as sound"), "second", "voice", height=40)
        self._track.setAccessibleDescription(tr("Save what is heard as a file to play anywhere"))
        self._close = Button(look, tr("Close"), "ghost", height=40)
        bar.row.addWidget(self._card)
        bar.row.addWidget(self._track)
        bar.row.addStretch(1)
        bar.row.addWidget(self._close)
        bar.row.addWidget(self._speed)
        bar.row.addWidget(self._run)
        frame.addWidget(bar)

    def _connect(self) -> None:
        self._close.clicked.connect(self.reject)
        self._card.clicked.connect(self.card_chosen)
        self._track.clicked.connect(lambda: self.track_chosen.emit(self.verbosity))
        self._run.clicked.connect(self._on_run_clicked)
        self._heard.index_chosen.connect(self._show_rows)
        self._speed.index_chosen.connect(self._on_speed_chosen)
        self._slider.valueChanged.connect(self._head.go_to)
        self._table.clicked.connect(lambda index: self._head.go_to(self._model.moment_of(index.row())))
        self._head.moved.connect(self._on_moved)
        self._head.running_changed.connect(self._on_running_changed)

    def _show_rows(self) -> None:
        rows = self._rows_for(self.verbosity)
        self._model.show_rows(rows)
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(1, round(lasts(rows))))
        self._slider.blockSignals(False)
        self._head.set_seconds(lasts(rows))

    def _on_speed_chosen(self, index: int) -> None:
        self._head.set_speed(SPEEDS[index])

    def _on_run_clicked(self) -> None:
        if self._head.is_running:
            self._head.stop()
        else:
            self._head.run()

    def _on_running_changed(self, running: bool) -> None:
        self._run.set_text(tr("Stop") if running else tr("Run"))
        self._run.set_icon("pause" if running else "play")

    def _on_moved(self, at: float) -> None:
        minutes, seconds = divmod(int(at), 60)
        self._time.set_text(f"{minutes}:{seconds:02d}")
        phase = self._model.phase_at(at)
        words = "" if phase is None else tr("{phase}: {words}").format(phase=kind_text(phase), words=row_text(phase))
        self._phase.set_text(words)
        self._slider.blockSignals(True)
        self._slider.setValue(int(at))
        self._slider.blockSignals(False)
        row = self._model.row_at(at)
        if row >= 0 and row != self._table.currentIndex().row():
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._table.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
