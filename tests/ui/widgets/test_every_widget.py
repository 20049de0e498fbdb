"""What holds for every widget: it paints at any size in any look, follows the look, and is named and reachable."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.specimens import SPECIMENS
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import Side
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.phase_pill import SidePlate

SIZES = ((0, 0), (1, 1), (3, 400), (400, 3), (97, 41), (5000, 2000))
PRESSED = {name for name in SPECIMENS if name.split(",")[0] in {"Button", "TransportButton", "Chip", "Switch", "Tile"}}
OF_ONE_SIZE = {"Ground", "Rule", "Rule, vertical", "QLineEdit", "ScrollPage", "Digits, far", "Toast"}
UNSEEN = {"SidePlate, none", "QLineEdit"}  # empty by design; dressed by its window


def made(name: str, look: Look, qtbot: QtBot) -> QWidget:
    widget = SPECIMENS[name](look)
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("name", SPECIMENS)
def test_paints_at_every_size_in_every_look(name: str, themed_look: Look, qtbot: QtBot) -> None:
    widget = made(name, themed_look, qtbot)
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(16777215, 16777215)
    for scale in (1.0, 2.0):
        themed_look.set_text_scale(scale)
        for width, height in (*SIZES, (widget.sizeHint().width(), widget.sizeHint().height())):
            widget.resize(width, height)
            canvas = QPixmap(max(1, min(width, 1200)), max(1, min(height, 600)))
            canvas.fill(Qt.GlobalColor.transparent)
            widget.render(canvas, QPoint(0, 0))  # an exception in a painter fails the test by pytest-qt's net


@pytest.mark.parametrize("name", sorted(SPECIMENS.keys() - UNSEEN))
def test_looks_otherwise_in_another_theme(name: str, look: Look, qtbot: QtBot) -> None:
    widget = made(name, look, qtbot)
    widget.resize(widget.sizeHint().expandedTo(QSize(20, 20)))
    first = widget.grab().toImage()
    look.set_theme(ThemeChoice.HIGH_CONTRAST)
    second = widget.grab().toImage()
    assert first != second


@pytest.mark.parametrize("name", sorted(SPECIMENS.keys() - OF_ONE_SIZE))
def test_grows_with_the_text_while_it_runs(name: str, look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    widget = SPECIMENS[name](look)
    column.addWidget(widget)
    window.resize(700, 400)
    window.show()
    before = widget.sizeHint()
    look.set_text_scale(2.0)
    QApplication.processEvents()
    after = widget.sizeHint()
    assert after.height() > before.height() or after.width() > before.width(), (before, after)
    assert after.height() >= before.height()


@pytest.mark.parametrize("name", sorted(PRESSED - {"Button, icon", "Switch, on", "Switch, off"}))
def test_buttons_are_named_and_have_a_role(name: str, look: Look, qtbot: QtBot) -> None:
    widget = made(name, look, qtbot)
    seen = QAccessible.queryAccessibleInterface(widget)
    assert seen.text(QAccessible.Text.Name)
    assert isinstance(widget, QAbstractButton)
    wanted = QAccessible.Role.CheckBox if widget.isCheckable() else QAccessible.Role.Button
    assert seen.role() == wanted


@pytest.mark.parametrize("name", sorted(PRESSED - {"Button, off"}))
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_buttons_are_pressed_by_keys(name: str, key: Qt.Key, look: Look, qtbot: QtBot) -> None:
    widget = made(name, look, qtbot)
    assert isinstance(widget, QAbstractButton)
    widget.show()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(widget.clicked, timeout=1000):
        QTest.keyClick(widget, key)


@pytest.mark.parametrize("name", sorted(PRESSED - {"Button, off"}))
def test_focus_by_keys_shows_and_by_mouse_does_not(name: str, themed_look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    widget, other = SPECIMENS[name](themed_look), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(widget)
    column.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    def picture(reason: Qt.FocusReason) -> object:
        other.setFocus()
        widget.setFocus(reason)
        return widget.grab().toImage()

    other.setFocus()
    plain = widget.grab().toImage()
    assert picture(Qt.FocusReason.MouseFocusReason) == plain
    assert picture(Qt.FocusReason.TabFocusReason) != plain


@pytest.mark.parametrize("name", sorted(PRESSED))
def test_targets_are_large_enough(name: str, look: Look, qtbot: QtBot) -> None:
    least = 46 if name.startswith("TransportButton") else 24 if name == "Button, link" else 34
    hint = made(name, look, qtbot).sizeHint()
    assert hint.height() >= least
    assert hint.width() >= least


@pytest.mark.parametrize("side", Side)
def test_a_label_that_draws_itself_reads_as_text(side: Side, look: Look, qtbot: QtBot) -> None:
    plate = SidePlate(look, side)
    qtbot.addWidget(plate)
    seen = QAccessible.queryAccessibleInterface(plate)
    assert seen.role() == QAccessible.Role.StaticText
    assert seen.text(QAccessible.Text.Name) == side.value.upper()


def test_an_exception_in_a_painter_is_reported_and_does_not_crash(look: Look, qtbot: QtBot) -> None:
    class Broken(Drawn):
        def measure(self) -> object:  # type: ignore[override]
            return self.size()

        def draw(self, painter: object) -> None:
            raise ValueError(painter)

    widget = Broken(look)
    qtbot.addWidget(widget)
    for _ in range(2):
        with pytest.raises(ValueError, match="QPainter"):
            widget.grab()
