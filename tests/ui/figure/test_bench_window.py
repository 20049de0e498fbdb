"""The bench's window: it plays, scrubs, checks, and keeps the last good move while a file is wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.figure.conftest import InHand
from trainer.core.preferences import ThemeChoice
from trainer.motion.report import BOUNDS, Check, Finding, report
from trainer.resources import moves, resources
from trainer.ui.figure.bench_window import BenchWindow
from trainer.ui.figure.bench_words import check_rows, joint_rows
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look


class Author:
    """Somebody with a move's file: what reading it gives, as long as they say so."""

    def __init__(self, subject: Subject) -> None:
        self.found: Subject | str = subject

    def read(self) -> Subject | str:
        return self.found


@pytest.fixture
def author(subject: Callable[[str], Subject]) -> Author:
    return Author(subject("squat"))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def window(qtbot: QtBot, executor: InHand, author: Author, clock: FakeClock) -> BenchWindow:
    jobs = Jobs(None, executor)
    look = Look(resources(), ThemeChoice.LIGHT)
    shown = BenchWindow(look, jobs, Darkroom(), moves() / "squat.toml", author.read, clock.monotonic)
    qtbot.addWidget(shown)
    shown.toggle()  # stand still
    return shown


def test_every_check_is_told_and_holds(window: BenchWindow, executor: InHand) -> None:
    assert window.verdicts == []
    while executor.do_next():
        pass
    assert window.verdicts == ["holds"] * len(Check)


def test_space_plays_in_time_with_the_clock_and_stops(qtbot: QtBot, window: BenchWindow, clock: FakeClock) -> None:
    QTest.keyClick(window, Qt.Key.Key_Space)
    clock.advance(1.0)
    qtbot.waitUntil(lambda: window.seconds == pytest.approx(1.0))
    QTest.keyClick(window, Qt.Key.Key_Space)
    clock.advance(1.0)
    QTest.qWait(80)
    assert window.seconds == pytest.approx(1.0)


def test_every_side_has_a_name_of_its_own(window: BenchWindow) -> None:
    names = [view.accessibleName() for view in window.findChildren(FigureView)]
    assert len(set(names)) == len(names) == 4


def test_no_verdict_is_cut_and_the_window_fits_its_screen(window: BenchWindow, executor: InHand) -> None:
    window.setStyleSheet("QWidget { font-size: 24px }")  # larger than what the cells were first measured in
    window.show()
    while executor.do_next():
        pass
    window.toggle()
    window.toggle()  # stands still: the joints are told
    screen = window.screen().availableSize()
    assert window.height() < screen.height()
    assert window.width() < screen.width()
    for table in window.findChildren(QTableWidget):
        assert table.rowCount() > 0
        for column in range(1, table.columnCount()):
            assert table.columnWidth(column) >= table.sizeHintForColumn(column), table.accessibleName()


def test_half_the_speed_takes_twice_as_long(window: BenchWindow, clock: FakeClock) -> None:
    speed = window.findChild(QComboBox)
    assert isinstance(speed, QComboBox)
    window.toggle()
    clock.advance(1.0)
    QTest.qWait(80)
    speed.setCurrentIndex(speed.findData(0.5))
    clock.advance(1.0)
    QTest.qWait(80)
    assert window.seconds == pytest.approx(1.5)


def test_space_plays_from_a_table_and_tab_leaves_it(window: BenchWindow, clock: FakeClock) -> None:
    tables = window.findChildren(QTableWidget)
    assert [table.accessibleName() for table in tables] == ["Checks", "Joints"]
    assert not any(table.tabKeyNavigation() for table in tables)
    QTest.keyClick(tables[1], Qt.Key.Key_Space)
    clock.advance(0.5)
    QTest.qWait(80)
    assert window.seconds == pytest.approx(0.5)


def test_the_best_views_are_told(window: BenchWindow, executor: InHand) -> None:
    assert window.telling == ""
    while executor.do_next():
        pass
    assert re.match(r"Shows best from -?90° \(0\.\d\d\), ", window.telling)  # a squat, from its side


def test_the_joints_are_those_of_the_move_just_read(
    window: BenchWindow, author: Author, subject: Callable[[str], Subject]
) -> None:
    joints = window.findChildren(QTableWidget)[1]
    before = angles(joints)
    author.found = subject("plank")
    window.reload()
    assert before
    assert angles(joints) != before


def angles(joints: QTableWidget) -> list[str]:
    cells = [joints.item(row, 1) for row in range(joints.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def test_a_file_that_went_wrong_is_told_and_the_good_move_stays(window: BenchWindow, author: Author) -> None:
    good, author.found = author.found, "squat.toml, line 9: 'knes' is no part of the body"
    window.reload()
    assert window.error == author.found
    author.found = good
    window.reload()
    assert window.error == ""


def test_the_file_is_watched(qtbot: QtBot, executor: InHand, author: Author, clock: FakeClock, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("1", encoding="utf-8")
    look = Look(resources(), ThemeChoice.LIGHT)
    shown = BenchWindow(look, Jobs(None, executor), Darkroom(), file, author.read, clock.monotonic)
    qtbot.addWidget(shown)
    shown.toggle()
    author.found = "no"
    fresh = tmp_path / "mine.new"
    fresh.write_text("2", encoding="utf-8")
    fresh.replace(file)  # as many editors save
    qtbot.waitUntil(lambda: shown.error == "no", timeout=3000)


def test_a_fault_is_told_with_its_place_in_words() -> None:
    rows = check_rows((Finding(Check.FLOOR, 0.02, BOUNDS[Check.FLOOR], "head"), Finding(Check.SEAM, 0.0, 0.0001)))
    assert [row[3] for row in rows] == ["fails: head", "holds"]
    assert rows[0][1:3] == ("20.00 mm", "10.00 mm")


def test_every_joint_of_the_pose_has_a_row(subject: Callable[[str], Subject]) -> None:
    rows = joint_rows(subject("squat").cycle.pose_at(1.0))
    assert {row[0] for row in rows} >= {"knee.l.flex", "lumbar.flex", "wrist.r.deviate"}
    assert {row[3] for row in rows} == {"holds"}


def test_the_report_has_every_check_once(subject: Callable[[str], Subject]) -> None:
    findings = report(subject("plank").cycle, 12)
    assert [finding.check for finding in findings] == list(Check)
    assert all(finding.holds for finding in findings)
