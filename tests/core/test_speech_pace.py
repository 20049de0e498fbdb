"""How long a line takes to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.speech_pace import FASTEST, SLOWEST, SpeechPace, stated_seconds


@pytest.mark.parametrize(
    ("text", "measured"),  # as espeak-ng 1.51 says them at its usual rate
    [
        ("Halfway", 0.53),
        ("Ten seconds left", 1.10),
        ("Now your right side", 1.03),
        ("Arm Circles", 0.78),
        ("Next: Arm Circles, left side", 2.23),
        ("Draw small circles, then let them grow", 2.21),
        ("Next: Physio Ball Crunch, left side", 2.62),
    ],
)
def test_the_stated_rates_are_near_a_real_voice(text: str, measured: float) -> None:
    assert stated_seconds(text) == pytest.approx(measured, abs=0.35)


def test_nothing_takes_no_time_and_a_last_full_stop_neither() -> None:
    assert stated_seconds("") == stated_seconds(" . ") == 0.0
    assert stated_seconds("Halfway.") == stated_seconds("Halfway")


@pytest.mark.parametrize("factor", [0.5, 1.0, 1.7])
def test_it_follows_the_voice_that_is_heard(factor: float) -> None:
    pace = SpeechPace()
    for text in ("Halfway", "Ten seconds left", "Now your left side") * 5:
        pace.heard(text, factor * stated_seconds(text))
    assert pace.seconds("Lift your chest") == pytest.approx(factor * stated_seconds("Lift your chest"), rel=0.03)


@given(st.lists(st.tuples(st.text(max_size=40), st.floats(-1.0, 1000.0)), max_size=20))
def test_no_report_makes_it_absurd(reports: list[tuple[str, float]]) -> None:
    pace = SpeechPace()
    for text, seconds in reports:
        pace.heard(text, seconds)
    assert FASTEST <= pace.factor <= SLOWEST
