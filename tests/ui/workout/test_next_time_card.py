"""A harder form is proposed once it is easy, and nothing happens without an answer."""

from pytestqt.qtbot import QtBot

from tests.core.samples import exercise, variant
from tests.ui.listening import heard
from trainer.core.level_memory import Proposal
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.workout.next_time_card import NextTimeCard, proposal_words

ROW = exercise("row", variants=(variant("slow", 1),))
HARDER, BACK = Proposal("row", "", "slow"), Proposal("row", "seated", "")


def test_the_words_say_why_and_what() -> None:
    assert proposal_words(HARDER, ROW) == (
        "Row: It felt easy 3 times in a row. Start with the harder form next time? slow differs"
    )
    assert proposal_words(BACK, ROW) == "Row: It felt easy 3 times in a row. Start as written next time?"


def test_it_is_there_only_with_a_proposal_and_tells_the_answer(qtbot: QtBot, look: Look) -> None:
    card = NextTimeCard(look)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_proposal(HARDER, ROW)
    assert not card.isHidden()
    answers = heard(card.answered)
    for button in card.findChildren(Button):
        button.click()
    assert answers == [(HARDER, True), (HARDER, False)]
    card.show_proposal(None, None)
    assert card.isHidden()
