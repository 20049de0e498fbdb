"""The list of workouts in the program: searched in the background, added to by hand, deleted and had back."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from tests.fakes import FakeClock
from tests.workouts import example_workout
from trainer.core.events import StepOutcome
from trainer.core.workout import WorkoutSource
from trainer.core.workout_query import Origin
from trainer.ui.main_window import PageName
from trainer.ui.progress.by_hand_sheet import ByHandSheet
from trainer.ui.progress.page import ProgressPage
from trainer.ui.progress.sessions_list import SessionsList
from trainer.ui.progress.workouts_view import WorkoutsView
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.moment_fields import DateField, TimeField
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.toast import Toast

EVENING = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)


@pytest.fixture
def full(house: House, clock: FakeClock, qtbot: QtBot) -> House:
    """Three hundred sessions in the log, the list open."""
    clock.set_now(EVENING, timedelta(hours=1))
    for n in range(300):
        house.records.log.add(example_workout(n + 1, EVENING - timedelta(days=n, hours=2)))
    house.open()
    house.window.open(PageName.PROGRESS)
    house.button("Search all sessions").click()
    qtbot.waitUntil(lambda: view_of(house).shown == 100)
    return house


def view_of(house: House) -> WorkoutsView:
    return house.window.findChildren(WorkoutsView)[0]


def rows_of(house: House) -> SessionsList:
    return view_of(house).findChildren(SessionsList)[0]


def test_pages_come_as_they_are_scrolled_to(full: House, qtbot: QtBot) -> None:
    rows_of(full).scrollToBottom()
    qtbot.waitUntil(lambda: view_of(full).shown == 200)
    rows_of(full).scrollToBottom()
    qtbot.waitUntil(lambda: view_of(full).shown == 300)
    assert rows_of(full).sessions.total == 300


def test_typing_searches_and_the_last_word_counts(full: House, qtbot: QtBot) -> None:
    field = view_of(full).findChildren(SearchField)[0]
    for words in ("b", "ba", "nothing like it"):
        field.setText(words)
        view_of(full).query_changed.emit(view_of(full).query)
    qtbot.waitUntil(lambda: view_of(full).shown == 0)
    field.setText("back bow")
    qtbot.waitUntil(lambda: view_of(full).shown == 100)


def test_deleted_and_had_back(full: House, qtbot: QtBot) -> None:
    rows = rows_of(full)
    view_of(full).focus_list()
    gone = rows.sessions.session(0)
    assert gone is not None
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows.sessions.total == 299)
    assert full.records.log.count() == 299
    QTest.keyClick(rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows.sessions.session(0) == gone)
    assert full.records.log.count() == 300


def test_one_done_elsewhere_is_counted_like_all(full: House, qtbot: QtBot) -> None:
    full.button("Add a workout").click()
    full.button("Add").click()
    qtbot.waitUntil(lambda: rows_of(full).sessions.total == 301)
    assert full.said() == "“Walking” is in the log."
    qtbot.waitUntil(lambda: not full.window.findChildren(ByHandSheet))
    newest = full.records.log.newest(1)[0]
    assert (newest.routine_name, newest.source) == ("Walking", WorkoutSource.BY_HAND)
    assert newest.started == datetime(2026, 3, 2, 19, 0, tzinfo=UTC)  # eight in the evening, an hour east
    assert newest.started.utcoffset() == timedelta(hours=1)
    assert newest.active_seconds == 1800
    assert newest.kcal_mid == pytest.approx(3.8 * 3.5 * 70 / 200 * 30)
    chip = next(one for one in view_of(full).findChildren(FilterChip) if one.accessibleName() == "Origin")
    chip.set_value(Origin.BY_HAND)
    chip.changed.emit()
    qtbot.waitUntil(lambda: view_of(full).shown == 1)


def test_what_lies_ahead_is_refused(full: House) -> None:
    full.button("Add a workout").click()
    sheet = full.window.findChildren(ByHandSheet)[0]
    sheet.findChildren(DateField)[0].set_day((EVENING + timedelta(days=1)).date())
    full.button("Add").click()
    assert sheet.isVisible()
    assert full.records.log.count() == 300
    sheet.findChildren(DateField)[0].set_day(EVENING.date())
    sheet.findChildren(TimeField)[0].set_at(EVENING.time())
    full.button("Add").click()
    assert full.records.log.count() == 301
    QApplication.processEvents()


def test_escape_leads_back_to_progress(full: House) -> None:
    QTest.keyClick(rows_of(full), Qt.Key.Key_Escape)
    assert not view_of(full).isVisible()
    assert full.window.current == PageName.PROGRESS
    full.button("Search all sessions").click()
    assert view_of(full).isVisible()


def test_edits_are_in_the_log_at_once(full: House, qtbot: QtBot) -> None:
    view_of(full).focus_list()
    QTest.keyClick(rows_of(full), Qt.Key.Key_Return)
    full.button("Hard").click()
    newest = full.records.log.newest(1)[0]
    assert newest.effort == 5
    before = newest.active_seconds
    full.button("Correct what was done").click()
    full.button("March").click()
    edited = full.records.log.get(newest.id)
    assert edited is not None
    assert edited.steps[0].outcome is StepOutcome.SKIPPED
    assert full.records.log.newest(1)[0].active_seconds < before
    full.button("Delete").click()
    qtbot.waitUntil(lambda: rows_of(full).sessions.total == 299)
    full.button("Undo").click()
    qtbot.waitUntil(lambda: rows_of(full).sessions.total == 300)


def test_progress_opens_the_same(full: House) -> None:
    QTest.keyClick(rows_of(full), Qt.Key.Key_Escape)
    newest = full.records.log.newest(1)[0]
    page = full.window.findChildren(ProgressPage)[0]
    page.workout_opened.emit(newest.id)
    full.button("Maximal").click()
    assert full.records.log.newest(1)[0].effort == 10
    full.button("Delete").click()
    assert full.records.log.count() == 299
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert full.records.log.count() == 300


def test_what_can_be_undone_shows_at_once(full: House) -> None:
    full.button("Add a workout").click()
    full.button("Add").click()
    assert full.said() == "“Walking” is in the log."
    view_of(full).focus_list()
    QTest.keyClick(rows_of(full), Qt.Key.Key_Delete)
    assert full.said() == "Session deleted"
    assert len([toast for toast in full.window.findChildren(Toast) if toast.isVisible()]) == 1
