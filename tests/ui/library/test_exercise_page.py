"""An exercise's page: its forms, its words, the figure to turn, the ways to routines and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.library.test_library_page import button, words
from tests.ui.listening import heard
from trainer.core.exercise import CueKind
from trainer.core.preferences import ThemeChoice
from trainer.ui.library.exercise_model import exercise_card, exercise_values, form_needs
from trainer.ui.library.exercise_page import ExercisePage
from trainer.ui.theme.look import Look
from trainer.ui.widgets.chip import Chip

KNOWN = catalogue()
K = Qt.Key


class Figure(QWidget):
    """Stands where the figure will, and remembers how it was turned."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[float] = []

    def turn_by(self, degrees: float) -> None:
        self.turns.append(degrees)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ExercisePage:
    shown = ExercisePage(look)
    qtbot.addWidget(shown)
    shown.resize(1196, 800)
    shown.show()
    return shown


def show(page: ExercisePage, exercise: str) -> None:
    page.show_exercise(KNOWN.exercises[exercise], KNOWN.equipment, [("upper-and-lower-back", "Upper and Lower", 25)])


@pytest.mark.parametrize("exercise", KNOWN.exercises.values(), ids=lambda one: one.id)
def test_every_exercise_says_everything(exercise: object) -> None:
    one = KNOWN.exercises[exercise.id]  # type: ignore[attr-defined]
    values, card = exercise_values(one), exercise_card(one, KNOWN.equipment)
    assert card.spoken.startswith(one.name)
    assert card.line
    assert values.forms[0].id == ""
    assert {form.id for form in values.forms} == {"", *(variant.id for variant in one.variants)}
    assert all(form.change for form in values.forms if form.id)
    assert {group.kind for group in values.cues} == set(CueKind)
    assert one.met.code in values.forms[0].met
    assert not any("_" in load for form in values.forms for load in form.loads)
    for form in values.forms:
        assert all(need.name for need in form_needs(one, form.id, KNOWN.equipment))


def test_it_shows_an_exercise_as_written(page: ExercisePage) -> None:
    shown = heard(page.form_shown)
    show(page, "russian_twist")
    assert shown == [("russian_twist", "")]
    said = words(page)
    for text in (
        "Russian Twist",
        "Also called seated twist, V-sit rotation",
        "Seated",
        "External oblique, Internal oblique",
        "3.8 MET, Compendium code 02022",
        "Keep your back long as you lean",
        "Or: A full bottle held in both hands",
        "Twisting",
    ):
        assert text in said


def test_a_form_is_chosen_and_shown(page: ExercisePage) -> None:
    show(page, "russian_twist")
    shown = heard(page.form_shown)
    next(chip for chip in page.findChildren(Chip) if chip.text() == "Hands empty").click()
    assert shown == [("russian_twist", "hands-empty")]
    said = words(page)
    assert "2.8 MET, Compendium code 02024" in said
    assert any("palms press together" in text for text in said)
    assert "Dumbbell" not in said


def test_arrow_keys_go_from_form_to_form(page: ExercisePage) -> None:
    show(page, "russian_twist")
    shown = heard(page.form_shown)
    page.enter()
    chip = page.focusWidget()
    assert isinstance(chip, Chip)
    assert chip.accessibleName() == "As written"
    QTest.keyClick(chip, K.Key_Right)
    assert shown == [("russian_twist", "hands-empty")]


def test_the_figure_is_turned_by_keys_and_buttons(page: ExercisePage) -> None:
    figure = Figure()
    page.set_figure(figure)  # type: ignore[arg-type]
    show(page, "squat")
    page.show_figure(True)
    assert figure.isVisible()
    page.enter()
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, K.Key_BracketRight)
    button(page, "Turn the figure to the left").click()
    assert figure.turns == [15.0, -15.0]


def test_a_move_nobody_has_drawn_is_said(page: ExercisePage) -> None:
    figure = Figure()
    page.set_figure(figure)  # type: ignore[arg-type]
    show(page, "squat")
    page.show_figure(False)
    assert not figure.isVisible()
    assert "Nobody has drawn this move yet." in words(page)


def test_it_leads_to_a_routine_and_back(page: ExercisePage) -> None:
    show(page, "squat")
    chosen, left = heard(page.routine_chosen), heard(page.left)
    button(page, "Upper and Lower, 25 min").click()
    button(page, "Back to the exercises").click()
    page.enter()
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, K.Key_Escape)
    assert chosen == [("upper-and-lower-back",)]
    assert left == [(), ()]


def test_an_exercise_in_no_routine_says_so(page: ExercisePage) -> None:
    page.show_exercise(KNOWN.exercises["squat"], KNOWN.equipment, [])
    assert "None of your routines has it yet." in words(page)


@pytest.mark.parametrize("size", [(640, 480), (940, 640), (1836, 1080)])
def test_it_keeps_its_form_in_another_look_and_paints(page: ExercisePage, look: Look, size: tuple[int, int]) -> None:
    show(page, "goblet_squat")
    chips = [chip for chip in page.findChildren(Chip) if chip.isVisible()]
    chips[1].click()
    page.resize(*size)
    look.set_theme(ThemeChoice.HIGH_CONTRAST)
    look.set_text_scale(2.0)
    assert [chip.text() for chip in page.findChildren(Chip) if chip.isVisible() and chip.isChecked()] == [
        chips[1].text()
    ]
    assert not page.grab().isNull()
