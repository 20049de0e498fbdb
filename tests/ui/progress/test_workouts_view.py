"""The list of all workouts as a person meets it: words, filters, rows, and what is said where nothing is found."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.progress.sessions import session
from tests.ui.weeks import TODAY
from trainer.core.named_days import NamedDays, span_of
from trainer.core.workout import WorkoutState
from trainer.core.workout_query import FoundWorkouts, Origin, WorkoutQuery
from trainer.ui.progress.sessions_list import SessionsList
from trainer.ui.progress.workouts_view import WorkoutsView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.search_field import SearchField


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> WorkoutsView:
    made = WorkoutsView(look)
    qtbot.addWidget(made)
    made.resize(1196, 800)
    made.show()
    qtbot.waitExposed(made)
    made.set_today(TODAY, 0)
    return made


def fill(view: WorkoutsView, total: int = 250) -> None:
    view.show_found(view.query, FoundWorkouts(tuple(session(n) for n in range(100)), total), TODAY)


def chip(view: WorkoutsView, name: str) -> FilterChip:
    return next(one for one in view.findChildren(FilterChip) if one.accessibleName().startswith(name))


def choose(view: WorkoutsView, name: str, value: object) -> None:
    """As its menu does."""
    one = chip(view, name)
    one.set_value(value)
    one.changed.emit()


def words(view: QWidget) -> str:
    return "\n".join(w.text() for w in view.findChildren(QWidget) if w.isVisible() and hasattr(w, "text"))


def press(view: WorkoutsView, name: str) -> None:
    button = next(b for b in view.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName()))
    button.click()


def test_words_are_asked_for_once_typing_pauses(qtbot: QtBot, view: WorkoutsView) -> None:
    field = view.findChildren(SearchField)[0]
    with qtbot.waitSignal(view.query_changed) as asked:
        QTest.keyClicks(field, "back bow")
    assert asked.args == [WorkoutQuery(words="back bow")]


def test_every_filter_says_what_it_asks_for(qtbot: QtBot, view: WorkoutsView) -> None:
    view.offer_routines([("core", "Ten Minutes of Core")])
    choose(view, "Ending", WorkoutState.PARTIAL)
    choose(view, "Routine", "core")
    choose(view, "Origin", Origin.BY_HAND)
    with qtbot.waitSignal(view.query_changed) as asked:
        choose(view, "Dates", NamedDays.MONTH)
    assert asked.args == [
        WorkoutQuery(
            since=span_of(NamedDays.MONTH, TODAY, 0)[0],
            state=WorkoutState.PARTIAL,
            routines=("core",),
            origin=Origin.BY_HAND,
        )
    ]


def test_two_dates_of_ones_own_in_either_order(view: WorkoutsView) -> None:
    since, until = view.findChildren(DateField)
    assert not since.isVisible()
    choose(view, "Dates", NamedDays.OTHER)
    assert since.isVisible()
    since.set_day(date(2024, 5, 31))
    until.set_day(date(2024, 5, 1))
    assert (view.query.since, view.query.until) == (date(2024, 5, 1), date(2024, 5, 31))


def test_what_was_found_is_counted(view: WorkoutsView) -> None:
    fill(view)
    assert "250 sessions" in words(view)
    choose(view, "Ending", WorkoutState.PARTIAL)
    view.show_found(view.query, FoundWorkouts((session(1),), 1), TODAY)
    assert "1 session found" in words(view)


def test_scrolling_asks_for_more(qtbot: QtBot, view: WorkoutsView) -> None:
    fill(view)
    rows = view.findChildren(SessionsList)[0]
    with qtbot.waitSignal(view.more_requested) as asked:
        QTest.keyClick(rows, Qt.Key.Key_End)
        rows.scrollToBottom()
    assert asked.args is not None
    assert asked.args[0].id == "session-99"
    view.add_older([session(n) for n in range(100, 200)])
    assert view.shown == 200


def test_deleted_by_key_and_had_back_by_key(qtbot: QtBot, view: WorkoutsView) -> None:
    fill(view)
    view.focus_list()
    rows = view.findChildren(SessionsList)[0]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.workout_deleted) as deleted:
        QTest.keyClick(rows, Qt.Key.Key_Delete)
    with qtbot.waitSignal(view.workout_restored) as restored:
        QTest.keyClick(rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert deleted.args == restored.args == ["session-1"]


def test_nothing_found_says_so_and_leads_back(qtbot: QtBot, view: WorkoutsView) -> None:
    field = view.findChildren(SearchField)[0]
    field.setText("zumba")
    view.show_found(view.query, FoundWorkouts((), 0), TODAY)
    assert "No session has “zumba” in its routine, exercises or note." in words(view)
    with qtbot.waitSignal(view.query_changed) as asked:
        press(view, "Show all sessions")
    assert asked.args == [WorkoutQuery()]
    assert field.text() == ""


def test_an_answer_after_half_a_second_is_announced(qtbot: QtBot, view: WorkoutsView) -> None:
    view.expect()
    qtbot.waitUntil(lambda: "Searching" in words(view))
    fill(view)
    assert "Searching" not in words(view)


def test_keys(qtbot: QtBot, view: WorkoutsView) -> None:
    fill(view)
    view.focus_list()
    rows = view.findChildren(SessionsList)[0]
    with qtbot.waitSignal(view.addition_chosen):
        QTest.keyClick(rows, Qt.Key.Key_Insert)
    with qtbot.waitSignal(view.back_chosen):
        QTest.keyClick(rows, Qt.Key.Key_Escape)
