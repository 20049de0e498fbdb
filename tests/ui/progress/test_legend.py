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
