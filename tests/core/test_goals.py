from hypothesis import given
from hypothesis import strategies as st

from trainer.core.goals import Goals, goals_of
from trainer.core.preferences import Preferences

minutes = st.integers(10, 3000)


def test_unsaid_goals_are_the_whos() -> None:
    assert goals_of(Preferences()) == Goals() == Goals(150, 300, 2)
    assert Goals().is_who_minimum
    assert Goals().is_who_more
    assert not Goals(60, 120).is_who_minimum


@given(minutes, minutes, st.integers(0, 7))
def test_further_minutes_are_never_fewer(goal: int, more: int, days: int) -> None:
    goals = goals_of(Preferences(goal_minutes=goal, goal_more_minutes=more, goal_strength_days=days))
    assert goals.minutes == goal
    assert goals.more_minutes == max(goal, more)
    assert list(goals.lines) == sorted(set(goals.lines))
    assert goals.strength_days == days
