"""BenchWindow: a move from four sides, its checks, its joints; read again whenever the file is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import structs
from PySide6.QtCore import QFileSystemWatcher, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.language import tr
from trainer.motion.cycle import Cycle
from trainer.motion.report import Finding, report
from trainer.ui.figure.bench_words import Row, check_rows, joint_rows, views_words
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

STEPS: Final = 1000  # of the scrub bar
_TURNS: Final = ((0.0, None), (90.0, None), (180.0, None), (0.0, 74.0))  # degrees from the authored view; elevation
_OF_THE_SCREEN: Final = 0.92  # at most: the title bar stays on it, and so does the scrub bar
_SPEEDS: Final = (0.25, 0.5, 1.0, 2.0)
_FRAME_MS: Final = 33
_SAVED_MS: Final = 150  # an editor that replaces a file takes a moment

#: Reads the move anew: the subject, or the one sentence why it can't be.
Read = Callable[[], Subject | str]


class BenchWindow(QWidget):
    """Space plays and pauses; the bar scrubs. An error in the file is told, and the last good move stays."""

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        renderer: Renderer,
        file: Path,
        read: Read,
        monotonic: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._file, self._read, self._monotonic = jobs, file, read, monotonic
        self._subject: Subject | None = None
        self._seconds = 0.0
        self._played_from: tuple[float, float] | None = None  # the clock's moment, the move's
        self._views = [FigureView(look, jobs, renderer=renderer) for _ in _TURNS]
        sides = (tr("Figure, as the file says"), tr("Figure, turned by 90°"), tr("Figure, turned by 180°"))
        for view, name in zip(self._views, (*sides, tr("Figure, from above")), strict=True):
            view.setAccessibleName(name)
        self._error = _plain_label()
        self._error.setWordWrap(True)
        self._error.setAccessibleName(tr("Problem"))
        self._play = QPushButton(tr("Pause"))
        self._play.clicked.connect(self.toggle)
        self._bar = QSlider(Qt.Orientation.Horizontal)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(tr("Moment of the cycle"))
        self._bar.sliderMoved.connect(self._on_scrubbed)
        self._bar.actionTriggered.connect(lambda _action: self._on_scrubbed(self._bar.sliderPosition()))
        self._speed = QComboBox()
        self._speed.setAccessibleName(tr("Speed"))
        for speed in _SPEEDS:
            self._speed.addItem(tr("{percent} % speed").format(percent=round(100 * speed)), speed)
        self._speed.setCurrentIndex(_SPEEDS.index(1.0))
        self._speed.currentIndexChanged.connect(self._play_on)
        self._moment = _plain_label()
        self._telling = _plain_label()
        self._telling.setWordWrap(True)
        self._telling.setAccessibleName(tr("Best views"))
        self._checks = _table(tr("Checks"), (tr("Check"), tr("Measured"), tr("Bound"), tr("Verdict")))
        self._joints = _table(tr("Joints"), (tr("Joint"), tr("Angle"), tr("Range"), tr("Verdict")))
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._saved = QTimer(self)
        self._saved.setSingleShot(True)
        self._saved.setInterval(_SAVED_MS)
        self._saved.timeout.connect(self.reload)
        # The folder too: many editors put a new file in the place of the old one.
        self._watcher = QFileSystemWatcher([str(file), str(file.parent)], self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        self.setWindowTitle(tr("{move} - Trainer figure").format(move=file.stem))
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() * _OF_THE_SCREEN))
        self.reload()
        self.toggle()

    @property
    def error(self) -> str:
        """What is wrong with the file as it was saved last; empty: nothing."""
        return self._error.text()

    @property
    def verdicts(self) -> list[str]:
        """The last column of the checks."""
        cells = [self._checks.item(row, 3) for row in range(self._checks.rowCount())]
        return [cell.text() for cell in cells if cell is not None]

    @property
    def telling(self) -> str:
        """From where the movement shows best, in words; empty until it has been worked out."""
        return self._telling.text()

    @property
    def seconds(self) -> float:
        """The moment shown, since the start of the cycle."""
        return self._seconds

    def reload(self) -> None:
        """Read the file again, show the move and have it checked."""
        if str(self._file) not in self._watcher.files() and self._file.exists():
            self._watcher.addPath(str(self._file))
        found = self._read()
        if isinstance(found, str):
            self._error.setText(found)
            self._error.show()
            return
        self._error.clear()
        self._error.hide()
        self._subject = found
        self._seconds %= found.cycle.period  # the new tempo may be a quicker one
        yaw, up = found.cycle.move.view
        for view, (turn, elevation) in zip(self._views, _TURNS, strict=True):
            side = (yaw + turn, up if elevation is None else elevation)
            move = structs.replace(found.cycle.move, view=side)
            view.set_subject(structs.replace(found, cycle=Cycle(move, found.cycle.tempo)))
        self._jobs.run(partial(report, found.cycle), partial(self._on_checked, found))
        self._jobs.run(partial(_views_of, found), partial(self._on_seen, found))
        self._play_on()
        self._show()
        self._show_joints()

    def toggle(self) -> None:
        """Play from the moment shown, or stand still there."""
        if self._timer.isActive():
            self._timer.stop()
            self._show_joints()
        else:
            self._play_on()
            self._timer.start()
        self._play.setText(tr("Pause") if self._timer.isActive() else tr("Play"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)

    def _play_on(self) -> None:
        """Count from here: the moment, the speed or the move itself is another one."""
        self._played_from = (self._monotonic(), self._seconds)

    def _on_changed(self, _path: str) -> None:
        self._saved.start()

    def _on_frame(self) -> None:
        if self._subject is not None and self._played_from is not None:
            began, seconds = self._played_from
            self._seconds = (
                seconds + (self._monotonic() - began) * float(self._speed.currentData())
            ) % self._subject.cycle.period
            self._show()

    def _on_scrubbed(self, step: int) -> None:
        if self._subject is None:
            return
        if self._timer.isActive():
            self.toggle()
        self._seconds = self._subject.cycle.period * min(step, STEPS - 1) / STEPS
        self._show()
        self._show_joints()

    def _on_checked(self, subject: Subject, findings: tuple[Finding, ...]) -> None:
        if subject is self._subject:
            _fill(self._checks, check_rows(findings))

    def _on_seen(self, subject: Subject, views: Sequence[tuple[float, float]]) -> None:
        if subject is self._subject:
            self._telling.setText(views_words(views, subject.cycle.move.view[0]))

    def _show(self) -> None:
        subject = self._subject
        if subject is None:
            return
        for view in self._views:
            view.show_at(self._seconds)
        self._bar.setValue(round(STEPS * self._seconds / subject.cycle.period))
        segment, _ = subject.cycle.segment_at(self._seconds)
        words = tr("{seconds:.2f} of {period:.2f} s, {source} to {target}")
        self._moment.setText(
            words.format(
                seconds=self._seconds, period=subject.cycle.period, source=segment.source, target=segment.target
            )
        )

    def _show_joints(self) -> None:
        if self._subject is not None:
            _fill(self._joints, joint_rows(self._subject.cycle.pose_at(self._seconds)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for place, view in enumerate(self._views):
            grid.addWidget(view, place // 2, place % 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._error)
        left.addLayout(grid, 1)
        controls = QHBoxLayout()
        for widget in (self._play, self._bar, self._speed, self._moment):
            controls.addWidget(widget, 1 if widget is self._bar else 0)
        left.addLayout(controls)
        right.addWidget(self._checks, 2)
        right.addWidget(self._telling)
        right.addWidget(self._joints, 3)
        row = QHBoxLayout(self)
        row.addLayout(left, 3)
        row.addLayout(right, 2)


class _Table(QTableWidget):
    """Leaves Space to the window, and Tab to whatever comes next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _views_of(subject: Subject) -> list[tuple[float, float]]:
    """From where the movement shows best. Half a second of work, and numpy's: not for the GUI thread."""
    from trainer.ui.figure.scene import Model
    from trainer.ui.figure.visible_change import best_views

    return best_views(Model(subject), subject.cycle.move.view[1])


def _table(name: str, heads: Sequence[str]) -> QTableWidget:
    table = _Table(0, len(heads))
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    # By the header itself, again and again: what is filled before the window is dressed is measured in another font.
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().sectionResized.connect(table.resizeRowsToContents)
    return table


def _fill(table: QTableWidget, rows: list[Row]) -> None:
    table.setRowCount(len(rows))
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.setItem(place, column, QTableWidgetItem(words))
    table.resizeRowsToContents()


def _plain_label() -> QLabel:
    """A label that shows what a file says as it stands, markup included."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
