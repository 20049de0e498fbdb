"""How a week stands, in sentences."""

import pytest

from tests.ui.weeks import MONDAY, week
from trainer.core.goals import Goals
from trainer.core.progress import Standing
from trainer.ui.charts.goal_words import (
    glance_sentence,
    goal_line_texts,
    goal_sentence,
    next_goal,
    strength_sentence,
    strength_text,
    vigorous_sentence,
)


def standing(minutes: float, vigorous: float = 0.0, goals: Goals | None = None) -> Standing:
    return Standing(week(MONDAY, minutes, vigorous=vigorous), goals or Goals())


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (0, "150 min to the weekly minimum."),
        (149.8, "1 min to the weekly minimum."),
        (150, "Weekly minimum reached. 150 min more to 300."),
        (299.9, "Weekly minimum reached. 1 min more to 300."),
        (300, "Past 300 minutes: all the benefit there is to count."),
    ],
)
def test_the_way_to_the_goals(minutes: float, sentence: str) -> None:
    assert goal_sentence(standing(minutes)) == sentence


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (40, "20 min to your weekly goal."),
        (60, "Your weekly goal is reached. 30 min more to 90."),
        (90, "Past 90 minutes: all you set out to do."),
    ],
)
def test_own_goals_are_called_so(minutes: float, sentence: str) -> None:
    assert goal_sentence(standing(minutes, goals=Goals(60, 90))) == sentence


def test_vigorous_minutes_are_said_to_count_double() -> None:
    assert vigorous_sentence(standing(20)) == ""
    assert vigorous_sentence(standing(20, 1)) == "1 vigorous minute counts double."
    assert vigorous_sentence(standing(20, 12)) == "12 vigorous minutes count double."


def test_strength_days_against_the_goal() -> None:
    assert strength_text(standing(20)) == "2 of 2"
    assert strength_text(standing(20, goals=Goals(strength_days=1))) == "2 (goal 1)"
    assert strength_text(standing(20, goals=Goals(strength_days=0))) == "2"
    assert strength_sentence(standing(20)) == "2 of 2 strength days."
    assert strength_sentence(standing(0, goals=Goals(strength_days=1))) == "0 of 1 strength day."
    assert strength_sentence(standing(20, goals=Goals(strength_days=1))) == "2 strength days, goal 1."
    assert strength_sentence(standing(20, goals=Goals(strength_days=0))) == ""


def test_the_week_at_a_glance() -> None:
    assert (
        glance_sentence(standing(60, 5))
        == "85 min to the weekly minimum.\n2 of 2 strength days.\n5 vigorous minutes count double."
    )


def test_the_next_line_is_the_further_one_once_the_goal_is_reached() -> None:
    assert [next_goal(standing(minutes)) for minutes in (0, 149, 150, 400)] == [150, 150, 300, 300]


def test_the_lines_say_whose_they_are() -> None:
    assert goal_line_texts(Goals()) == ("150 min: WHO weekly minimum", "300 min: more benefit")
    assert goal_line_texts(Goals(90, 300)) == ("90 min: your weekly goal", "300 min: more benefit")
    assert goal_line_texts(Goals(90, 200)) == ("90 min: your weekly goal", "200 min: your further goal")
    assert goal_line_texts(Goals(90, 90)) == ("90 min: your weekly goal",)
