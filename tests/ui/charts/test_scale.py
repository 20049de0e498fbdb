import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.ui.charts.scale import highest_kept, round_step, value_scale


def test_the_scale_reaches_the_floor_without_values() -> None:
    scale = value_scale([], 330, 4)
    assert scale.top == 330
    assert scale.ticks == (0, 100, 200, 300)


def test_the_scale_leaves_room_over_the_highest_bar() -> None:
    assert value_scale([700, 1000], 330, 4).top == pytest.approx(1080)


def test_one_absurd_value_does_not_flatten_the_rest() -> None:
    scale = value_scale([90, 100, 120, 3000], 330, 4)
    assert scale.top == 330


def test_a_lone_absurd_value_is_cut_too() -> None:
    assert value_scale([3000], 330, 4).top == 330


def test_a_habit_is_no_outlier() -> None:
    """Two of ten weeks are too many for exceptions."""
    assert value_scale([100] * 8 + [1000, 1100], 330, 4).top >= 1100


def test_two_absurd_values_of_many_are_both_cut() -> None:
    assert highest_kept([100.0] * 50 + [5000.0, 6000.0], 330) == 100


@pytest.mark.parametrize(
    ("top", "intervals", "step"),
    [(330, 4, 100), (1300, 4, 400), (1000, 4, 400), (160, 4, 40), (330, 0, 400), (9, 3, 4)],
)
def test_steps_are_round(top: float, intervals: int, step: float) -> None:
    assert round_step(top, intervals) == pytest.approx(step)


@given(st.lists(st.floats(0, 1e6), max_size=60), st.floats(1, 2000), st.integers(1, 8))
def test_what_a_scale_promises(values: list[float], floor: float, intervals: int) -> None:
    scale = value_scale(values, floor, intervals)
    assert scale.top >= floor
    assert scale.ticks[0] == 0
    assert scale.ticks[-1] <= scale.top
    assert len(scale.ticks) - 1 <= intervals
    cut = sum(value > scale.top for value in values)
    assert cut <= max(1, len(values) * 0.05)
    assert all(value > 2 * floor for value in values if value > scale.top)
