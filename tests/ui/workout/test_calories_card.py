"""The card of the calories."""

from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.text import Text
from trainer.ui.workout.calories_card import CaloriesCard


def test_its_heading_takes_a_second_line_before_it_is_cut(qtbot: QtBot) -> None:
    card = CaloriesCard(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(card)
    card.resize(342, 210)  # as on a screen of 1280 x 800
    card.show()
    heading = next(text for text in card.findChildren(Text) if text.text() == "Calories, as a range")
    assert heading.width() < heading.sizeHint().width(), "else this tests nothing"
    assert heading.height_for(heading.width()) > 1.5 * heading.height_for(2000)
