"""A gap in time, by either clock."""

from hypothesis import given
from hypothesis import strategies as st

from trainer.core.gap import GapDetector


def test_the_first_tick_has_nothing_to_compare_with() -> None:
    assert GapDetector().tick(1e6, 1e9) == 0.0


def test_the_monotonic_clock_stood_still() -> None:
    detector = GapDetector()
    detector.tick(100.0, 1000.0)
    assert detector.tick(100.1, 1060.0) == 60.0


def test_the_monotonic_clock_ran_on() -> None:
    detector = GapDetector()
    detector.tick(100.0, 1000.0)
    assert detector.tick(160.0, 1060.0) == 60.0


def test_the_wall_clock_was_set_back() -> None:
    detector = GapDetector()
    detector.tick(100.0, 1000.0)
    assert detector.tick(100.1, 900.0) == 0.0
    assert detector.tick(160.1, 850.0) == 60.0


def test_a_gap_is_told_once() -> None:
    detector = GapDetector()
    for monotonic, wall in ((0.0, 0.0), (0.1, 60.0)):
        detector.tick(monotonic, wall)
    assert detector.tick(0.2, 60.1) == 0.0


def test_the_threshold_itself_is_no_gap() -> None:
    detector = GapDetector(threshold=50.0)
    detector.tick(0.0, 0.0)
    assert detector.tick(50.0, 50.0) == 0.0
    assert detector.tick(100.5, 100.0) == 50.5


@given(st.lists(st.floats(0.0, 5.0), max_size=50))
def test_ticks_within_the_threshold_are_never_gaps(ticks: list[float]) -> None:
    detector, now = GapDetector(threshold=5.001), 0.0
    for tick in ticks:
        now += tick
        assert detector.tick(now, now) == 0.0
