"""The preview: a table that is read, run fast, jumped in, and heard more or less of."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.examples import catalogue
from tests.ui.listening import heard
from trainer.core.cue_lines import Verbosity
from trainer.core.cue_preview import PreviewRow, lasts, preview_rows
from trainer.core.cue_schedule import Speaker
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import compile_timeline
from trainer.ui.theme.look import Look
from trainer.ui.widgets.slider import Slider
from trainer.ui.workout.play_head import PlayHead
from trainer.ui.workout.preview_dialog import PreviewDialog
from trainer.ui.workout.spoken_text import SpokenText


def rows_for(verbosity: Verbosity) -> tuple[PreviewRow, ...]:
    found = catalogue()
    entry = found.routine("back-in-ten-minutes")
    assert entry is not None
    speaker = Speaker(SpokenText(found.exercises, found.equipment), SpeechPace(), verbosity)
    return preview_rows(compile_timeline(entry.routine, found.exercises), found.exercises, speaker)


class Opened:
    """The dialog over a window, with a clock in the hand."""

    def __init__(self, look: Look, clock: FakeClock, verbosity: Verbosity) -> None:
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.window.show()
        self.clock = clock
        self.dialog = PreviewDialog(look, "Back in Ten Minutes", rows_for, verbosity, clock, self.window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.open()
        self.table = self.dialog.findChildren(QTableView)[0]
        self.head = self.dialog.findChildren(PlayHead)[0]

    def button(self, name: str) -> QAbstractButton:
        return next(one for one in self.dialog.findChildren(QAbstractButton) if one.text() == name)

    def row(self, number: int) -> list[str]:
        model = self.table.model()
        return [str(model.index(number, column).data()) for column in range(3)]

    @property
    def marked(self) -> list[str]:
        return self.row(self.table.currentIndex().row())


@pytest.fixture
def opened(qtbot: QtBot, look: Look, clock: FakeClock) -> Iterator[Opened]:
    made = Opened(look, clock, Verbosity.FULL)
    qtbot.addWidget(made.window)
    yield made
    made.dialog.close()


def test_it_is_a_table_of_all_that_comes(opened: Opened) -> None:
    QAbstractItemModelTester(opened.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert opened.table.model().rowCount() == len(rows_for(Verbosity.FULL))
    assert opened.row(0)[:2] == ["0:00.0", "GET READY"]
    spoken = opened.table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("0:00.0, says: Next:")


def test_run_it_goes_twenty_times_as_fast_and_stops_at_the_end(opened: Opened) -> None:
    opened.button("Run").click()
    opened.clock.advance(1.5)
    opened.head.tick()
    assert opened.head.at == pytest.approx(30.0)
    assert float(opened.marked[0].split(":")[1]) <= 30.0
    opened.clock.advance(3600)
    opened.head.tick()
    assert not opened.head.is_running
    assert opened.head.at == pytest.approx(lasts(rows_for(Verbosity.FULL)))
    opened.button("Run").click()
    assert opened.head.at == 0.0, "and once more from the beginning"


def test_at_its_own_speed_and_stopped(opened: Opened) -> None:
    opened.button("1×").click()
    QTest.keyClick(opened.button("Run"), Qt.Key.Key_Space)
    opened.clock.advance(2.0)
    opened.head.tick()
    QTest.keyClick(opened.button("Stop"), Qt.Key.Key_Space)
    opened.clock.advance(5.0)
    assert not opened.head.is_running
    assert opened.head.at == pytest.approx(2.0)


def test_a_row_or_the_slider_goes_to_its_moment(opened: Opened) -> None:
    model = opened.table.model()
    opened.table.clicked.emit(model.index(40, 2))
    assert opened.marked[0] == opened.row(40)[0]
    opened.dialog.findChildren(Slider)[0].setValue(90)
    assert opened.head.at == 90.0
    minutes, seconds = opened.marked[0].split(":")
    assert 60 * int(minutes) + float(seconds) <= 90.0


def test_less_is_heard_and_said_so_to_whoever_saves_it(opened: Opened) -> None:
    chosen = heard(opened.dialog.track_chosen)
    opened.button("Tones").click()
    kinds = {opened.row(n)[1] for n in range(opened.table.model().rowCount())}
    assert "says" not in kinds
    assert {"tone", "shows", "WORK"} <= kinds
    opened.button("Save as sound").click()
    assert chosen == [(Verbosity.TONES,)]


def test_silent_it_opens_with_the_tones(qtbot: QtBot, look: Look, clock: FakeClock) -> None:
    made = Opened(look, clock, Verbosity.SILENT)
    qtbot.addWidget(made.window)
    assert made.dialog.verbosity is Verbosity.TONES


def test_every_control_is_named(opened: Opened) -> None:
    focusable = [w for w in opened.dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())]
    assert not [w for w in unnamed if w.isVisible() and isinstance(w, QAbstractButton | Slider | QTableView)]
