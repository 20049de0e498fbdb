"""The card of the calories."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.range_bars import RangeBar, RangeBars, RangeKind
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


def test_the_ranges_and_the_link_open_the_ledger(qtbot: QtBot) -> None:
    card = CaloriesCard(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(card)
    asked = heard(card.why_chosen)
    card.show_ranges([RangeBar("At 70 kg", 85, 135, "85\N{EN DASH}135")])
    (link,) = card.findChildren(Button)
    assert link.text() == "How it was counted", "there is no claim to differ from"
    link.click()
    QTest.mouseClick(card.findChildren(RangeBars)[0], Qt.MouseButton.LeftButton)
    assert asked == [(), ()]
    card.show_ranges([RangeBar("Claim", 165, 210, "165\N{EN DASH}210", RangeKind.CLAIM)])
    assert link.text() == "Why they differ"
