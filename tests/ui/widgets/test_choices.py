"""Controls that choose: by keys, by pointer, silently by the page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from tests.ui.specimens import select, stepper
from trainer.ui.theme.look import Look
from trainer.ui.widgets.effort_picker import EFFORTS, EffortPicker, effort_words
from trainer.ui.widgets.nav_rail import NavRail
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.tile import Tile


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def parts(widget: QWidget) -> list[QAbstractButton]:
    return widget.findChildren(QAbstractButton)


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_segmented_is_radio_buttons_walked_by_arrows(look: Look, qtbot: QtBot) -> None:
    control = Segmented(look, ["Easier", "As written", "Harder"], 1)
    shown(control, qtbot)
    chosen = heard(control.index_chosen)
    segments = parts(control)
    assert [name(segment) for segment in segments] == ["Easier", "As written", "Harder"]
    assert all(
        QAccessible.queryAccessibleInterface(segment).role() == QAccessible.Role.RadioButton for segment in segments
    )
    segments[1].setFocus()
    QTest.keyClick(segments[1], Qt.Key.Key_Right)
    assert control.current == 2
    QTest.keyClick(segments[2], Qt.Key.Key_Left)
    QTest.keyClick(segments[1], Qt.Key.Key_Left)
    assert control.current == 0
    QTest.mouseClick(segments[1], Qt.MouseButton.LeftButton)
    assert chosen == [(2,), (1,), (0,), (1,)]


def test_segmented_is_set_silently(look: Look, qtbot: QtBot) -> None:
    control = Segmented(look, ["kg", "lb", "st"])
    qtbot.addWidget(control)
    chosen = heard(control.index_chosen)
    control.set_current(2)
    control.set_options(["Kilograms", "Pounds", "Stones"])
    assert control.current == 2
    assert chosen == []


def test_effort_is_chosen_in_words_by_the_keys_1_to_7(look: Look, qtbot: QtBot) -> None:
    picker = EffortPicker(look)
    picker.resize(704, 62)
    shown(picker, qtbot)
    chosen = heard(picker.effort_chosen)
    assert picker.effort is None
    assert tuple(name(part) for part in parts(picker)) == effort_words()
    parts(picker)[0].setFocus()
    for key in range(7):
        QTest.keyClick(parts(picker)[0], Qt.Key(Qt.Key.Key_1 + key))
    assert chosen == [(effort,) for effort in EFFORTS]
    QTest.keyClick(parts(picker)[0], Qt.Key.Key_8)
    assert picker.effort == 10


def test_effort_of_the_log_is_shown_silently(look: Look, qtbot: QtBot) -> None:
    picker = EffortPicker(look, 4)
    qtbot.addWidget(picker)
    chosen = heard(picker.effort_chosen)
    assert picker.effort == 4
    shown_efforts = []
    for effort in (8, 1, 0, None):
        picker.set_effort(effort)
        shown_efforts.append(picker.effort)
    assert shown_efforts == [7, 1, 1, None]
    assert chosen == []


def test_effort_words_take_as_many_rows_as_they_need(look: Look, qtbot: QtBot) -> None:
    picker = EffortPicker(look)
    shown(picker, qtbot)
    taken = []
    for width in range(1400, 239, -20):  # how wide the words are, the font says
        picker.resize(width, 300)
        rows = len({part.y() for part in parts(picker)})
        assert picker.sizeHint().height() == 62 * rows + 6 * (rows - 1)
        assert max(part.geometry().right() for part in parts(picker)) < width
        taken.append(rows)
    assert taken == sorted(taken)
    assert set(taken) == {1, 2, 4}


def test_nav_rail_names_its_pages_and_says_which_was_asked_for(look: Look, qtbot: QtBot) -> None:
    rail = NavRail(look)
    shown(rail, qtbot)
    chosen = heard(rail.page_chosen)
    rail.set_current("library")
    assert chosen == []
    assert [name(part) for part in parts(rail)] == ["Workout", "Library", "Editor", "Progress", "Settings"]
    assert [part.isChecked() for part in parts(rail)] == [False, True, False, False, False]
    for part in parts(rail):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    assert chosen == [("workout",), ("library",), ("editor",), ("progress",), ("settings",)]
    assert rail.width() == 84


@pytest.mark.parametrize("kind", [Switch, Tile])
def test_switch_and_tile_are_on_or_off(kind: type, look: Look, qtbot: QtBot) -> None:
    control = Switch(look) if kind is Switch else Tile(look, "ball", "Physio ball", "65 cm")
    shown(control, qtbot)
    toggled = heard(control.toggled)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Space)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    assert toggled == [(True,), (False,)]
    control.setChecked(True)
    assert QAccessible.queryAccessibleInterface(control).state().checked


def test_slider_goes_by_keys_and_to_where_it_is_clicked(look: Look, qtbot: QtBot) -> None:
    slider = Slider(look, 0, 100, 50, 200)
    shown(slider, qtbot)
    slider.resize(200, 34)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 51
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 0
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, 17))
    assert slider.value() == pytest.approx(50, abs=1)
    assert QAccessible.queryAccessibleInterface(slider).role() == QAccessible.Role.Slider


@pytest.mark.parametrize("make", [Slider, select, stepper], ids=["slider", "select", "stepper"])
def test_the_wheel_changes_only_what_has_the_focus(
    make: Callable[[Look], Slider | Select | Stepper], look: Look, qtbot: QtBot
) -> None:
    control = make(look)
    shown(control, qtbot)

    def value() -> float:
        return control.currentIndex() if isinstance(control, Select) else control.value()

    def turn() -> float:
        middle = QPointF(control.rect().center())
        steps, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            control,
            QWheelEvent(
                middle,
                middle,
                QPoint(),
                steps if isinstance(control, Select) else -steps,
                Qt.MouseButton.NoButton,
                none,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        return value()

    before = value()
    control.clearFocus()
    assert turn() == before
    control.setFocus()
    assert turn() > before


def line(control: Stepper) -> QWidget:
    return control.lineEdit()


def test_stepper_steps_by_keys_and_by_pointer_within_its_bounds(look: Look, qtbot: QtBot) -> None:
    control = stepper(look)
    shown(control, qtbot)
    chosen = heard(control.value_chosen)
    QTest.keyClick(control, Qt.Key.Key_Up)
    QTest.keyClick(control, Qt.Key.Key_Down)
    QTest.keyClick(control, Qt.Key.Key_PageDown)
    less, more = parts(control)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert chosen == [(40.0,), (35.0,), (5.0,), (10.0,)]
    assert control.lineEdit().text() == "10 min"
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    assert not less.isEnabled()
    assert more.isEnabled()
    assert control.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert less.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("typed", "value"),
    [("50", 50), ("50 min", 50), ("7", 7), ("999", 120), ("1", 5), ("-3", 5), ("soon", 35), ("", 35), ("5e", 35)],
)
def test_stepper_takes_what_is_typed_or_what_comes_nearest(typed: str, value: float, look: Look, qtbot: QtBot) -> None:
    control = stepper(look)
    shown(control, qtbot)
    chosen = heard(control.value_chosen)
    control.selectAll()
    if typed:
        QTest.keyClicks(line(control), typed)
    else:
        QTest.keyClick(line(control), Qt.Key.Key_Delete)
    QTest.keyClick(line(control), Qt.Key.Key_Return)
    assert control.value() == value
    assert control.lineEdit().text() == f"{value:.0f} min"
    assert chosen == ([(float(value),)] if value != 35 else [])


def test_stepper_is_set_silently(look: Look, qtbot: QtBot) -> None:
    control = stepper(look)
    qtbot.addWidget(control)
    chosen = heard(control.value_chosen)
    control.set_value(60)
    control.set_bounds(10, 30, 1)
    assert control.value() == 30
    assert chosen == []


def test_stepper_without_a_value_says_so(look: Look, qtbot: QtBot) -> None:
    def words(kg: float) -> str:
        return f"{kg:.0f} kg"

    def number(text: str) -> float | None:
        digits = text.removesuffix("kg").strip()
        return float(digits) if digits.isdigit() else None

    control = Stepper(look, 29, 29, 250, words=words, number=number, unset="not set")
    shown(control, qtbot)
    assert control.lineEdit().text() == "not set"
    QTest.keyClick(control, Qt.Key.Key_Up)
    assert control.lineEdit().text() == "30 kg"
    control.selectAll()
    QTest.keyClick(line(control), Qt.Key.Key_Delete)
    QTest.keyClick(line(control), Qt.Key.Key_Return)
    assert control.value() == 29
    assert control.lineEdit().text() == "not set"
    control.set_value(70)
    control.set_words(lambda kg: f"{kg * 2.20462:.0f} lb", number, "not set")
    assert control.lineEdit().text() == "154 lb"
    assert QAccessible.queryAccessibleInterface(control).role() == QAccessible.Role.SpinBox


def test_stepper_keeps_its_value_between_minus_and_plus(look: Look, qtbot: QtBot) -> None:
    control = stepper(look, height=44.0)
    shown(control, qtbot)
    for scale in (1.0, 2.0):
        look.set_text_scale(scale)
        control.resize(control.sizeHint())
        less, more = parts(control)
        edit = control.lineEdit().geometry()
        assert less.geometry().right() < edit.left()
        assert edit.right() < more.geometry().left()
        assert edit.width() >= control.lineEdit().fontMetrics().horizontalAdvance("120 min")
