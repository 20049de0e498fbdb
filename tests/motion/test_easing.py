"""Easing: what lets go and takes hold does so without a gap at either end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.motion.easing import arc, flatness_left, grip_left, minimum_jerk


@pytest.mark.parametrize("left", [grip_left, flatness_left])
def test_a_switch_that_falls_short_by_a_hair_still_holds(left: object) -> None:
    assert callable(left)
    assert left(-1e-16) == left(0.0) == 1.0
    assert left(1.0 + 1e-16) == left(1.0) == 0.0


@given(st.floats(0.0, 1.0))
def test_every_ease_stays_between_its_ends(share: float) -> None:
    for ease in (minimum_jerk, arc, grip_left, flatness_left):
        assert -1e-12 <= ease(share) <= 1.0 + 1e-12
