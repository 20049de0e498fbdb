"""Text and FitText: lines that fit, evenly, in exactly the height they need."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.specimens import OVERVIEW
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.line_breaks import balance_lines, break_lines, limit_lines
from trainer.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("qapp")  # fonts need one, also where this file runs alone
WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(text=WORDS, width=st.integers(120, 700))
def test_lines_hold_the_same_words_and_fit(text: str, width: int) -> None:
    font = Look(resources(), ThemeChoice.LIGHT).font("body")
    for broken in (break_lines(text, font, width), balance_lines(text, font, width)):
        assert " ".join(broken.lines) == text
        assert broken.fits
        assert all(QFontMetricsF(font).horizontalAdvance(line) <= width + 1 for line in broken.lines)


@pytest.mark.parametrize("width", [120, 200, 320])
def test_names_with_emoji_break_at_words_too(width: int) -> None:
    text = "Resume \N{FLEXED BICEPS}\N{FLEXED BICEPS} Legs where you stopped: main, move 1 of 2, 2:05 left"
    font = Look(resources(), ThemeChoice.LIGHT).font("body")
    assert " ".join(break_lines(text, font, width).lines) == text


@settings(max_examples=80, deadline=None)
@given(text=WORDS, width=st.integers(120, 700))
def test_balancing_needs_no_more_lines_and_a_longest_line_no_longer(text: str, width: int) -> None:
    font = Look(resources(), ThemeChoice.LIGHT).font("body")
    plain, even = break_lines(text, font, width), balance_lines(text, font, width)
    measure = QFontMetricsF(font).horizontalAdvance
    assert len(even.lines) == len(plain.lines)
    assert max(map(measure, even.lines)) <= max(map(measure, plain.lines)) + 1


def test_no_word_is_left_alone(look: Look) -> None:
    font = look.font("cue")
    text = "Lead with the elbow, thumb down."
    assert break_lines(text, font, 470).lines[-1] == "down."
    assert balance_lines(text, font, 470).lines == ("Lead with the", "elbow, thumb down.")


def test_what_is_left_out_is_marked(look: Look) -> None:
    font = look.font("body")
    lines = limit_lines(break_lines(OVERVIEW, font, 300).lines, font, 300, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_the_height_is_exactly_that_of_the_lines_in_a_layout(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text = Text(look, OVERVIEW, "lead", leading=1.55)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(400, 600)
    page.show()
    step = 16 * 1.55
    for width in (400, 900, 300):
        page.resize(width, 600)
        qtbot.wait_until(lambda: text.height() == text.height_for(text.width()), timeout=1000)
        assert text.height() == pytest.approx(step * round(text.height() / step), abs=1)
    assert text.height_for(300) > text.height_for(900)


def test_new_words_and_a_new_scale_take_new_room(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "Short")
    qtbot.addWidget(text)
    text.resize(200, 20)
    text.show()
    one = text.sizeHint().height()
    text.set_text(OVERVIEW)
    many = text.sizeHint().height()
    assert many > 3 * one
    look.set_text_scale(2.0)
    assert text.sizeHint().height() > 3 * many


def test_markup_is_only_text(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "<h1>Hi</h1> & <b>bye</b>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == "<h1>Hi</h1> & <b>bye</b>"


def test_small_capitals_read_as_they_were_written(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "Next", "cap")
    qtbot.addWidget(text)
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == "Next"
    shouted = Text(look, "NEXT", "cap")
    qtbot.addWidget(shouted)
    for label in (text, shouted):
        label.resize(80, 20)
    assert text.grab().toImage() == shouted.grab().toImage()


def test_one_line_shrinks_to_an_ellipsis(look: Look, qtbot: QtBot) -> None:
    text = Text(look, OVERVIEW, lines=1)
    qtbot.addWidget(text)
    text.resize(150, 20)
    text.show()
    assert text.minimumSizeHint().width() == 0
    assert text.sizeHint().height() == Text(look, "x").sizeHint().height()


@pytest.mark.parametrize(
    ("align", "where"),
    [(Qt.AlignmentFlag.AlignLeft, 8), (Qt.AlignmentFlag.AlignHCenter, 150), (Qt.AlignmentFlag.AlignRight, 292)],
)
def test_alignment_moves_the_ink(align: Qt.AlignmentFlag, where: int, look: Look, qtbot: QtBot) -> None:
    text = Text(look, "Hi", align=align)
    qtbot.addWidget(text)
    text.resize(300, 20)
    image = text.grab().toImage()
    ground = image.pixel(150, 0)
    columns = [x for x in range(300) if any(image.pixel(x, y) != ground for y in range(20))]
    middle = (columns[0] + columns[-1]) / 2
    assert middle == pytest.approx(where, abs=6)


def test_fit_text_shrinks_to_one_line_rather_than_break(look: Look, qtbot: QtBot) -> None:
    name = FitText(look, "Reverse fly, one arm", 44, 26, 2)
    qtbot.addWidget(name)
    one_line = name.height_for(900)
    heights = [name.height_for(width) for width in range(900, 200, -2)]  # how wide the words are, the font says
    changes = [height for height in heights if height != one_line]
    assert changes[0] < one_line  # first a little smaller, still one line
    assert changes[-1] > one_line  # then two


@settings(max_examples=40, deadline=None)
@given(text=WORDS, width=st.integers(1, 900))
def test_fit_text_never_exceeds_its_lines(text: str, width: int) -> None:
    look = Look(resources(), ThemeChoice.LIGHT)
    fitted = FitText(look, text, 44, 26, 2)
    assert 0 < fitted.height_for(width) <= FitText(look, "a\nb", 44, 26, 2).height_for(900)


def test_fit_text_in_plain_pixels_ignores_the_text_scale(look: Look, qtbot: QtBot) -> None:
    name = FitText(look, "Reverse fly", 104, 84, 1, scaled=False)
    qtbot.addWidget(name)
    before = name.height_for(1000)
    look.set_text_scale(2.0)
    assert name.height_for(1000) == before
