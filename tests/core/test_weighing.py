"""The weight over time: which weighing holds on a day, and which moment is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.weighing import Weighing, in_order, weight_on

FIRST = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)


def weighing(number: int, days: int, kg: float) -> Weighing:
    at = FIRST + timedelta(days=days)
    return Weighing(str(number), at, 0, at.date(), kg)


LOG = (weighing(1, 0, 72.0), weighing(2, 7, 71.0), weighing(3, 7, 70.8), weighing(4, 21, 70.0))


@pytest.mark.parametrize(
    ("day", "kg"),
    [
        (date(2025, 12, 1), 72.0),  # before the first: that one
        (date(2026, 1, 5), 72.0),
        (date(2026, 1, 11), 72.0),
        (date(2026, 1, 12), 70.8),  # of two on a day the later
        (date(2026, 1, 25), 70.8),
        (date(2026, 1, 26), 70.0),
        (date(2027, 1, 1), 70.0),
    ],
    ids=str,
)
def test_the_last_weighing_up_to_a_day_holds_on_it(day: date, kg: float) -> None:
    assert weight_on(LOG, day) == kg


def test_without_weighings_nothing_is_known() -> None:
    assert weight_on((), date(2026, 1, 5)) is None


@given(st.lists(st.tuples(st.integers(0, 400), st.floats(30, 200)), min_size=1), st.integers(-10, 410))
def test_what_holds_was_weighed_and_nothing_newer_was_there(made: list[tuple[int, float]], days: int) -> None:
    log = in_order([weighing(n, day, kg) for n, (day, kg) in enumerate(made)])
    day = (FIRST + timedelta(days=days)).date()
    up_to = [one for one in log if one.local_date <= day]
    assert weight_on(log, day) == (up_to[-1] if up_to else log[0]).kg
