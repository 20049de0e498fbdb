"""The muscles' card: a map from two sides, and the same in words."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.balance import MuscleGroup
from trainer.core.preferences import ThemeChoice
from trainer.core.routine import Routine
from trainer.library.muscle_words import group_name
from trainer.resources import resources
from trainer.ui.progress.muscle_card import MuscleCard
from trainer.ui.progress.wording import neglected_sentence
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text


@pytest.fixture
def card(qtbot: QtBot) -> MuscleCard:
    shown = MuscleCard(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    return shown


def test_every_group_is_told_with_its_minutes_and_the_least_is_named(card: MuscleCard) -> None:
    balance = dict.fromkeys(MuscleGroup, 600.0) | {MuscleGroup.CHEST: 60.0}
    card.show_balance(balance)
    told = card.minutes.accessibleDescription()
    assert "Chest: 1 min" in told
    assert all(f"{group_name(group)}: 10 min" in told for group in MuscleGroup if group is not MuscleGroup.CHEST)
    assert "Least worked: Chest. It has led no move in the past year." in [
        text.text() for text in card.findChildren(Text)
    ]


def test_the_map_is_asked_for_from_the_front_and_from_behind_by_level(card: MuscleCard) -> None:
    asked: list[tuple[dict[str, float], bool]] = []

    def paint(levels: tuple[tuple[str, float], ...], size: QSize, from_behind: bool) -> QPixmap | None:
        asked.append((dict(levels), from_behind))
        picture = QPixmap(size)
        picture.fill("#102030")
        return picture if from_behind else None  # one is not ready yet

    card.map.set_painter(paint)
    card.show_balance(dict.fromkeys(MuscleGroup, 0.0) | {MuscleGroup.CALVES: 50.0, MuscleGroup.GLUTES: 100.0})
    image = card.map.grab().toImage()
    assert {behind for _, behind in asked} == {False, True}
    levels = asked[-1][0]
    assert (levels["soleus"], levels["gluteus medius"], "pectoralis major" in levels) == (0.5, 1.0, False)
    width = image.width()
    assert image.pixelColor(3 * width // 4, 60).name() == "#102030"
    assert image.pixelColor(width // 4, 60).name() != "#102030"


TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Least worked: Chest. It led a move today."),
        (1, "Least worked: Chest. It last led a move 1 day ago, on 25 Nov."),
        (40, "Least worked: Chest. It last led a move 40 days ago, on 17 Oct."),
    ],
    ids=["today", "yesterday", "long ago"],
)
def test_since_when_is_said(days: int, said: str) -> None:
    assert neglected_sentence(MuscleGroup.CHEST, TODAY - timedelta(days=days), TODAY) == said


def test_there_may_be_none_to_name(card: MuscleCard) -> None:
    assert neglected_sentence(None, None, TODAY) == ""
    card.show_balance(dict.fromkeys(MuscleGroup, 0.0))
    assert "Nothing in these days has worked a muscle." in [text.text() for text in card.findChildren(Text)]
    assert not card.pair.isVisible()


def test_seven_28_and_90_days(card: MuscleCard) -> None:
    chosen = heard(card.days_chosen)
    for name in ("7 days", "90 days", "28 days"):
        next(b for b in card.findChildren(QAbstractButton) if b.text() == name).click()
    assert chosen == [(7,), (90,), (28,)]


@pytest.mark.parametrize(
    ("front", "back", "said"),
    [
        (0, 0, "Neither abdominals nor lower back have worked."),
        (600, 0, "Only one of the pair has worked: abdominals, not lower back."),
        (600, 550, "Abdominals and lower back work about alike."),
        (900, 300, "Abdominals work 3.0 times as long as the lower back."),
        (200, 300, "The lower back works 1.5 times as long as the abdominals."),
    ],
    ids=["neither", "one", "alike", "front", "back"],
)
def test_abdominals_and_lower_back_are_a_pair(card: MuscleCard, front: float, back: float, said: str) -> None:
    balance = dict.fromkeys(MuscleGroup, 60.0) | {MuscleGroup.ABDOMINALS: front, MuscleGroup.LOWER_BACK: back}
    card.show_balance(balance)
    assert card.pair.accessibleDescription() == said
    assert said in [text.text() for text in card.findChildren(Text)]


def test_the_routine_for_the_neglected_group_is_one_press_away(card: MuscleCard) -> None:
    chosen = heard(card.remedy_chosen)
    offer = card.findChildren(Button)[-1]
    card.show_balance(dict.fromkeys(MuscleGroup, 600.0))
    without = offer.isVisible()
    card.show_balance(
        dict.fromkeys(MuscleGroup, 600.0) | {MuscleGroup.CHEST: 60.0}, Routine(1, "push-and-pull", "Push and Pull", ())
    )
    assert (without, offer.isVisible(), offer.text()) == (False, True, "Train it: Push and Pull")
    offer.click()
    assert chosen == [("push-and-pull",)]
