"""The Ready page shows its values and says what the person wants."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue, ready_values
from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ready_model import ReadyValues, Resumable
from trainer.ui.workout.ready_view import ReadyView
from trainer.ui.workout.routine_list import RoutineList


@pytest.fixture
def values() -> ReadyValues:
    return ready_values(catalogue(), KIT, 70.0)


@pytest.fixture
def view(qtbot: QtBot, values: ReadyValues) -> ReadyView:
    shown = ReadyView(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(1196, 800)
    shown.show_ready(values)
    shown.show()
    return shown


def button(view: QWidget, name: str) -> Button:
    return next(b for b in view.findChildren(Button) if name in {b.accessibleName(), b.text()} and b.isVisibleTo(view))


def texts(view: QWidget) -> list[str]:
    return [text.text() for text in view.findChildren(Text) if text.isVisibleTo(view)]


def test_it_says_what_the_routine_is(view: ReadyView) -> None:
    said = texts(view)
    assert "Tone and strengthen at home" in said
    assert "Level 3 of 5, our rating" in said
    assert "What you need" in said
    assert "Everything fits" in said


def test_start_is_named_start_and_says_so(view: ReadyView) -> None:
    started = heard(view.start_chosen)
    button(view, "Start").click()
    assert started == [()]


def test_links_and_levels_say_what_is_wanted(view: ReadyView) -> None:
    kit, levels = heard(view.kit_change_chosen), heard(view.level_chosen)
    button(view, "Change what I own").click()
    harder = next(w for w in view.findChildren(QWidget) if getattr(w, "text", str)() == "Harder")
    QTest.mouseClick(harder, Qt.MouseButton.LeftButton)
    assert kit == [()]
    assert levels == [(1,)]


def test_a_row_chosen_is_shown_in_the_hero_room(view: ReadyView, values: ReadyValues) -> None:
    previewed = heard(view.preview_chosen)
    step = next(step.index for step in values.plan.steps if step.name == "Reverse Fly")
    view.findChildren(RoutineList)[0].row_chosen.emit(step)
    assert previewed == [("reverse_fly", "one-arm")]
    assert "Main, move 6 of 8" in texts(view)


def test_a_block_switched_off_leaves_the_sum_and_the_total(view: ReadyView, values: ReadyValues) -> None:
    view.show_ready(msgspec.structs.replace(values, off=frozenset({"Warm-up"})))
    assert "25 main + 5 stretch" in texts(view)


def test_the_reason_for_the_numbers_is_one_press_away(view: ReadyView) -> None:
    button(view, "Why they differ").click()
    sheet = next(d for d in view.findChildren(QDialog) if d.isVisible())
    model = sheet.findChildren(QTableView)[0].model()
    assert "Medicine Ball Pendulum Swing" in {model.index(row, 0).data() for row in range(model.rowCount())}
    assert any("165\N{EN DASH}210 kcal" in text for text in texts(sheet))
    sheet.close()


def test_an_open_session_is_offered_with_three_ways(view: ReadyView) -> None:
    view.show_resumable(Resumable("Upper and Lower Back", "Main", 6, 8, 1332))
    sentence = "Resume Upper and Lower Back where you stopped: main, move 6 of 8, 22:12 left"
    assert sentence in texts(view)
    for name, signal in (
        ("Resume", view.resume_chosen),
        ("Finish and log", view.finish_chosen),
        ("Discard", view.discard_chosen),
    ):
        chosen = heard(signal)
        button(view, name).click()
        assert chosen == [()]
    view.show_resumable(None)
    assert sentence not in texts(view)


def test_nothing_left_to_do_cannot_be_started(view: ReadyView, values: ReadyValues) -> None:
    empty = msgspec.structs.replace(values.plan, blocks=(), steps=(), phases=())
    view.show_ready(msgspec.structs.replace(values, plan=empty))
    assert not button(view, "Start").isEnabled()


@pytest.mark.parametrize("size", [(1196, 800), (940, 640), (640, 480), (1836, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_start_is_in_sight_at_every_size(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    shown = ReadyView(Look(resources(), ThemeChoice.DARK, text_scale=scale))
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show_ready(ready_values(catalogue(), KIT, 70.0))
    shown.show()
    start = button(shown, "Start")
    place = start.mapTo(shown, start.rect().center())
    assert shown.rect().contains(place)
    assert not shown.grab().isNull()


def test_the_look_may_change_while_it_shows(qtbot: QtBot) -> None:
    look = Look(resources(), ThemeChoice.LIGHT)
    shown = ReadyView(look)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show_ready(ready_values(catalogue(), KIT, 70.0))
    shown.show()
    for choice in ThemeChoice:
        look.set_theme(choice)
        look.set_text_scale(2.0)
        assert not shown.grab().isNull()
        look.set_text_scale(1.0)


@pytest.mark.usefixtures("pseudo_language")
def test_words_twice_as_long_push_nothing_out_of_sight(qtbot: QtBot) -> None:
    shown = ReadyView(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(940, 640)
    shown.show_ready(ready_values(catalogue(), KIT, 70.0))
    shown.show()
    start = max(shown.findChildren(Button), key=lambda b: b.height())
    assert shown.rect().contains(start.mapTo(shown, start.rect().topLeft()))
    assert shown.rect().contains(start.mapTo(shown, start.rect().bottomRight()))
