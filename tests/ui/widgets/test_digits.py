"""Digits: nothing ever jumps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.digits import Digits

TIMES = st.sampled_from(["{}", "{}{}", "{}{}{}", "{}:{}{}", "{}{}:{}{}"])
FIGURES = st.lists(st.integers(0, 9), min_size=4, max_size=4)


@pytest.mark.usefixtures("qapp")
@settings(deadline=None)
@given(form=TIMES, first=FIGURES, second=FIGURES, width=st.integers(30, 900))
def test_every_text_of_one_form_has_the_same_cells(form: str, first: list[int], second: list[int], width: int) -> None:
    look = Look(resources(), ThemeChoice.LIGHT)
    digits = Digits(look)
    digits.resize(width, 183)
    digits.set_digits(form.format(*first))
    before = digits.cells()
    digits.set_digits(form.format(*second))
    assert digits.cells() == before
    assert before[-1].right() <= width + 0.01


def inked_rows(image: QImage) -> list[int]:
    ground = image.pixel(image.width() - 1, 0)
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]


@pytest.mark.parametrize("cap", [96.0, 176.0, 410.0])
def test_the_ink_is_as_high_as_asked(cap: float, look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "0", cap, scaled=False)
    qtbot.addWidget(digits)
    digits.resize(900, digits.sizeHint().height())
    rows = inked_rows(digits.grab().toImage())
    assert rows[-1] - rows[0] + 1 == pytest.approx(cap, rel=0.02)
    assert digits.sizeHint().height() == pytest.approx(cap * 1.04, abs=1)


def test_a_wide_figure_begins_at_the_left_edge(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "")
    qtbot.addWidget(digits)
    digits.resize(412, digits.sizeHint().height())
    for figure in "023456789":
        digits.set_digits(figure + "5")
        image = digits.grab().toImage()
        ground = image.pixel(411, 0)
        left = next(x for x in range(412) if any(image.pixel(x, y) != ground for y in range(image.height())))
        assert left <= 1, figure


def test_it_is_hollow_while_paused(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "22")
    qtbot.addWidget(digits)
    digits.resize(412, digits.sizeHint().height())
    full = digits.grab().toImage()
    digits.set_hollow(True)
    hollow = digits.grab().toImage()

    def of_color(image: QImage, name: str) -> int:
        wanted = look.color(name).rgba()
        return sum(image.pixel(x, y) == wanted for x in range(0, 412, 4) for y in range(0, image.height(), 4))

    assert of_color(hollow, "ink") == 0
    assert 0 < of_color(hollow, "ink2") < of_color(full, "ink") / 2


def test_it_shrinks_where_it_must(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "12:05")
    qtbot.addWidget(digits)
    digits.resize(1000, 183)
    free = digits.cells()
    digits.resize(300, 183)
    assert digits.cells()[-1].right() == pytest.approx(300, abs=0.1)
    assert digits.cells()[0].height() < free[0].height()


def test_assistive_technology_finds_a_value_and_hears_nothing(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "22")
    qtbot.addWidget(digits)
    digits.set_accessible("Countdown", "22 seconds left")
    seen = QAccessible.queryAccessibleInterface(digits)
    assert seen.text(QAccessible.Text.Name) == "Countdown"
    assert seen.text(QAccessible.Text.Description) == "22 seconds left"
    assert seen.role() == QAccessible.Role.StaticText
    assert not seen.state().focusable  # a change of what is not focused is not spoken
