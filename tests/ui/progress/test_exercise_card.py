"""The card of one exercise: what it shows, what it says, what it asks for."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from trainer.core.exercise_history import Best, ExerciseHistory, Measure, Performance
from trainer.core.preferences import ThemeChoice, WeightUnit
from trainer.ui.progress.exercise_card import ExerciseCard, FormLegend
from trainer.ui.theme.look import Look
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.text import Text

FIRST = date(2026, 11, 2)


def performance(number: int, seconds: float, reps: int | None = None, variants: tuple[str, ...] = ("",)) -> Performance:
    return Performance(f"w{number}", FIRST + timedelta(days=number), 1, seconds, seconds, reps, None, variants)


def history(*performances: Performance) -> ExerciseHistory:
    longest = max(performances, key=lambda one: one.seconds)
    bests = [Best(Measure.SECONDS, longest.seconds, longest.day)]
    counted = [one for one in performances if one.reps]
    if counted:
        most = max(counted, key=lambda one: one.reps or 0)
        bests.append(Best(Measure.REPS, float(most.reps or 0), most.day))
    return ExerciseHistory("reverse-fly", performances, len(performances), tuple(bests))


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> ExerciseCard:
    card = ExerciseCard(look)
    qtbot.addWidget(card)
    card.resize(800, 320)
    card.offer([("back-bow", "Back Bow"), ("reverse-fly", "Reverse Fly")], "reverse-fly")
    card.show_history(history(performance(0, 40, 8), performance(2, 90, variants=("Seated",))), WeightUnit.KG)
    card.show()
    qtbot.waitExposed(card)
    return card


def choices(card: ExerciseCard) -> list[Select]:
    return card.findChildren(Select)


def test_bests_are_told_with_their_days(card: ExerciseCard) -> None:
    said = "\n".join(text.text() for text in card.findChildren(Text))
    assert "Done in 2 workouts" in said
    assert "Longest: 90 s, 4 November 2026" in said
    assert "Most reps in a set: 8, 2 November 2026" in said


def test_the_arrow_keys_tell_a_performance_and_enter_asks_for_its_workout(qtbot: QtBot, card: ExerciseCard) -> None:
    QTest.keyClick(card.history, Qt.Key.Key_End)
    said = card.history.accessibleDescription()
    assert said == "4 November 2026: Time of work 90 s, Sets 1, Form Seated, Best so far Time."
    with qtbot.waitSignal(card.workout_chosen) as chosen:
        QTest.keyClick(card.history, Qt.Key.Key_Return)
    assert chosen.args == ["w2"]


def test_another_measure_shows_only_what_has_figures_of_it(card: ExerciseCard) -> None:
    _, measure = choices(card)
    assert [measure.itemText(n) for n in range(measure.count())] == ["Time", "Reps"]
    measure.setFocus()
    QTest.keyClick(measure, Qt.Key.Key_Down)
    assert card.measure is Measure.REPS
    assert [one.workout for one in card.history.performances] == ["w0"]


def test_another_exercise_is_asked_for(qtbot: QtBot, card: ExerciseCard) -> None:
    exercise, _ = choices(card)
    with qtbot.waitSignal(card.exercise_chosen) as chosen:
        QTest.keyClick(exercise, Qt.Key.Key_Up)
    assert chosen.args == ["back-bow"]


def test_forms_have_a_legend_where_there_is_more_than_one(card: ExerciseCard) -> None:
    legend = card.findChild(FormLegend)
    assert isinstance(legend, FormLegend)
    assert legend.isVisible()
    assert legend.accessibleName() == "as it is, Seated"
    card.show_history(history(performance(0, 40)), WeightUnit.KG)
    assert not legend.isVisible()


def test_its_table_has_the_latest_first(card: ExerciseCard) -> None:
    table = card.history.table()
    assert [row[0] for row in table.rows] == ["4 November 2026", "2 November 2026"]
    assert all(len(row) == len(table.headings) for row in table.rows)


@pytest.mark.parametrize("theme", [choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM])
@pytest.mark.parametrize("count", [1, 3, 400])
def test_it_is_painted_in_every_theme(card: ExerciseCard, look: Look, theme: ThemeChoice, count: int) -> None:
    look.set_theme(theme)
    many = [performance(n, 5000.0 if n == 2 else 30.0 + n % 7, variants=(f"Form {n % 6}",)) for n in range(count)]
    card.show_history(history(*many), WeightUnit.ST)
    image = card.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert look.color("strength").rgb() in colors
