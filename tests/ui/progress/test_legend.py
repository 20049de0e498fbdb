import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from trainer.ui.progress.legend import Entry, Legend
from trainer.ui.theme.look import Look


@pytest.fixture
def legend(qtbot: QtBot, look: Look) -> Legend:
    made = Legend(look, (Entry("strength", "Strength and toning", "Strength"), Entry("cardio", "Cardio", "Cardio")))
    qtbot.addWidget(made)
    return made


def leftmost(legend: Legend, look: Look) -> int:
    """Where the first swatch begins."""
    image: QImage = legend.grab().toImage()
    color = look.color("strength").rgb()
    return next(x for x in range(image.width()) if image.pixel(x, image.height() // 2) == color)


def test_stands_at_the_right(legend: Legend, look: Look) -> None:
    legend.resize(legend.sizeHint().width() + 100, 20)
    assert leftmost(legend, look) == pytest.approx(100, abs=2)


def test_is_short_where_there_is_little_room(legend: Legend, look: Look) -> None:
    short = legend.minimumSizeHint().width()
    assert short < legend.sizeHint().width()
    legend.resize(legend.sizeHint().width() - 1, 20)
    assert leftmost(legend, look) == pytest.approx(legend.width() - short, abs=2)


def test_is_read_aloud_in_full(legend: Legend) -> None:
    assert legend.accessibleName() == "Strength and toning, Cardio"


def test_takes_several_lines_where_one_is_too_narrow(legend: Legend, look: Look) -> None:
    one_line = legend.height()
    legend.resize(legend.minimumSizeHint().width() - 10, one_line)
    legend.show()
    assert legend.height() == 2 * look.px(20)
    assert leftmost_of_line(legend, look, "cardio", 30) <= 2


def leftmost_of_line(legend: Legend, look: Look, token: str, y: int) -> int:
    image: QImage = legend.grab().toImage()
    color = look.color(token).rgb()
    return next(x for x in range(image.width()) if image.pixel(x, y) == color)
