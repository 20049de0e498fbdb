"""Settings: every control changes one value, at once, and shows what it is given in silence."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.listening import heard
from trainer.core.exercise import LoadTag
from trainer.core.preferences import FigureChoice, FirstWeekday, Preferences, ThemeChoice, WeightUnit
from trainer.resources import resources
from trainer.ui.preferences.page import PreferencesPage
from trainer.ui.preferences.steps import metres, percent, read_number, read_percent
from trainer.ui.theme.look import Look
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.text import Text

START = Preferences(welcomed=True, weight_kg=70.0, owned={"dumbbell": 1}, variants={"reverse_fly": "one-arm"})


@pytest.fixture
def page(qtbot: QtBot) -> PreferencesPage:
    shown = PreferencesPage(Look(resources(), ThemeChoice.LIGHT), tuple(catalogue().equipment.values()))
    qtbot.addWidget(shown)
    shown.resize(1196, 800)
    shown.show_preferences(START)
    shown.show()
    return shown


def press(page: PreferencesPage, name: str) -> None:
    next(b for b in page.findChildren(QAbstractButton) if name in {b.text(), b.accessibleName()}).click()


def stepper(page: PreferencesPage, name: str) -> Stepper:
    return next(s for s in page.findChildren(Stepper) if s.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("lb", "weight_unit", WeightUnit.LB),
        ("st", "weight_unit", WeightUnit.ST),
        ("Dark", "theme", ThemeChoice.DARK),
        ("High contrast", "theme", ThemeChoice.HIGH_CONTRAST),
        ("Reduce motion", "reduce_motion", True),
        ("Short hair", "figure", FigureChoice.SHORT_HAIR),
        ("Follow like a mirror", "mirror_view", False),
        ("Mat", "owned", {"dumbbell": 1, "mat": 1}),
        ("Dumbbells", "owned", {"dumbbell": 2}),
        ("Weight on the wrists", "avoid", [LoadTag.WRIST]),
    ],
)
def test_a_press_changes_one_value_and_keeps_the_rest(
    page: PreferencesPage, name: str, field: str, value: object
) -> None:
    changed = heard(page.preferences_changed)
    press(page, name)
    assert changed == [(msgspec.structs.replace(START, **{field: value}),)]


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("Weight", "weight_kg", 71.0),
        ("Time to change position", "get_ready_scale", 1.25),
        ("I stand", "distance_m", 2.5),
    ],
)
def test_a_step_changes_one_value(page: PreferencesPage, name: str, field: str, value: float) -> None:
    changed = heard(page.preferences_changed)
    QTest.keyClick(stepper(page, name), Qt.Key.Key_Up)
    assert changed == [(msgspec.structs.replace(START, **{field: value}),)]


def test_the_week_and_the_text_size(page: PreferencesPage) -> None:
    changed = heard(page.preferences_changed)
    weekday = page.findChildren(QComboBox)[0]
    QTest.keyClick(weekday, Qt.Key.Key_Down)
    slider = next(s for s in page.findChildren(Slider) if s.accessibleName() == "Text size")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert [value.first_weekday for (value,) in changed] == [FirstWeekday.MONDAY, FirstWeekday.MONDAY]
    assert changed[-1][0].text_scale == 1.05


def test_the_text_does_not_grow_under_the_pointer(page: PreferencesPage) -> None:
    changed = heard(page.preferences_changed)
    slider = next(s for s in page.findChildren(Slider) if s.accessibleName() == "Text size")
    slider.setSliderDown(True)
    slider.setValue(30)
    assert changed == []
    slider.setSliderDown(False)
    assert [value.text_scale for (value,) in changed] == [1.5]


def test_showing_says_nothing(page: PreferencesPage) -> None:
    changed = heard(page.preferences_changed)
    for theme in ThemeChoice:
        shown = Preferences(
            weight_kg=90.0,
            weight_unit=WeightUnit.ST,
            theme=theme,
            text_scale=2.0,
            distance_m=4.5,
            get_ready_scale=3.0,
            reduce_motion=True,
            first_weekday=FirstWeekday.SUNDAY,
            owned={"mat": 1},
        )
        page.show_preferences(shown)
    assert changed == []
    assert stepper(page, "Weight").text() == "14 st 2 lb"


def test_high_contrast_offers_black_and_white(page: PreferencesPage) -> None:
    def offered() -> bool:
        return any(b.text() == "White" and b.isVisibleTo(page) for b in page.findChildren(QAbstractButton))

    assert not offered()
    press(page, "High contrast")
    assert offered()
    changed = heard(page.preferences_changed)
    press(page, "White")
    assert changed[-1][0].theme is ThemeChoice.HIGH_CONTRAST_LIGHT


def test_data_folder_and_keys(page: PreferencesPage) -> None:
    page.show_data("/data/trainer", 61)
    assert "61 sessions in /data/trainer" in {text.text() for text in page.findChildren(Text)}
    folder, keys = heard(page.folder_chosen), heard(page.keys_chosen)
    press(page, "Open folder")
    press(page, "Keyboard")
    assert (folder, keys) == ([()], [()])


def test_every_control_is_named(page: PreferencesPage) -> None:
    for control in page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(page):
            named = control.accessibleName() or getattr(control, "text", str)()
            assert named, type(control)


def test_numbers_are_written_and_read() -> None:
    assert (metres(2.5), percent(100), percent(150)) == ("2.5 m away", "as planned", "150 %")
    assert (read_number("3,5 m"), read_number("far"), read_percent("as planned")) == (3.5, None, 100.0)


@pytest.mark.parametrize("size", [(1196, 800), (640, 480), (1836, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_at_every_size(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    shown = PreferencesPage(
        Look(resources(), ThemeChoice.HIGH_CONTRAST, text_scale=scale), tuple(catalogue().equipment.values())
    )
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show_preferences(START)
    shown.show()
    shown.show_kit()
    assert not shown.grab().isNull()


def test_a_remembered_form_can_be_forgotten_and_may_then_be_proposed_again(page: PreferencesPage) -> None:
    page.show_preferences(msgspec.structs.replace(START, declined={"reverse_fly": "slow", "row": "slow"}))
    page.show_forms({"reverse_fly": "Reverse Fly, one arm"})
    assert "Reverse Fly, one arm" in [text.text() for text in page.findChildren(Text)]
    changed = heard(page.preferences_changed)
    press(page, "Forget Reverse Fly, one arm")
    ((after,),) = changed
    assert (after.variants, after.declined) == ({}, {"row": "slow"})


def test_where_no_form_is_remembered_it_says_how_one_would_be(page: PreferencesPage) -> None:
    page.show_forms({})
    said = "None yet: press E or H in a session for an easier or harder form."
    assert said in [text.text() for text in page.findChildren(Text)]
