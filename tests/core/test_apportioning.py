"""What is shown adds up to the sum that is shown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.core.apportioning import apportioned


def test_the_missing_unit_goes_to_the_one_that_lost_most() -> None:
    assert apportioned([23.4, 4.4]) == (24, 4)  # 27.8: not "23 and 4 are 28"
    assert apportioned([0.5, 0.5]) == (1, 0)
    assert apportioned([]) == ()


def test_in_tenths() -> None:
    assert apportioned([1.04, 1.04, 1.04], 1) == (11, 10, 10)
    assert apportioned([0.3 - 0.1, 0.1], 1) == (2, 1)


def test_to_a_given_total() -> None:
    assert apportioned([0.2, 0.2], total=1) == (1, 0)


amounts = st.lists(st.floats(0, 10_000), min_size=1, max_size=40)


@settings(max_examples=200)
@given(amounts, st.integers(0, 2))
def test_adds_up_and_no_part_is_off_by_a_unit(values: list[float], places: int) -> None:
    scale = 10**places
    parts = apportioned(values, places)
    assert abs(sum(parts) - sum(values) * scale) <= 0.5 + 1e-3
    assert all(abs(part - value * scale) < 1 + 1e-3 for part, value in zip(parts, values, strict=True))
