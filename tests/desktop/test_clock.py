"""The machine's clock, fast or not, and the fake that stands in for it everywhere else."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time

import pytest

from tests.fakes import FakeClock
from trainer.desktop.clock import Clock, SystemClock


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The machine's monotonic seconds, as a list of one that a test sets."""
    seconds = [500.0]
    monkeypatch.setattr(time, "monotonic", lambda: seconds[0])
    return seconds


@pytest.mark.parametrize("speed", [1.0, 60.0, 0.5])
def test_time_passes_as_many_times_faster_as_asked(machine: list[float], speed: float) -> None:
    clock = SystemClock(speed)
    start = clock.monotonic()
    machine[0] += 10
    assert clock.monotonic() - start == pytest.approx(10 * speed)
    assert clock.speed == speed


def test_wall_time_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)  # noqa: TID251 - the machine's own, to compare


def test_the_offset_is_one_that_exists() -> None:
    assert timedelta(hours=-14) <= SystemClock().utc_offset() <= timedelta(hours=14)


def test_the_fake_stands_until_it_is_told() -> None:
    clock = FakeClock()
    shared: Clock = clock
    before = (shared.monotonic(), shared.now())
    assert (shared.monotonic(), shared.now()) == before
    clock.advance(90)
    assert (shared.monotonic(), shared.now()) == (before[0] + 90, before[1] + timedelta(seconds=90))


def test_the_fake_can_sleep_and_travel() -> None:
    clock = FakeClock()
    monotonic, now = clock.monotonic(), clock.now()
    clock.sleep(600)
    assert (clock.monotonic(), clock.now()) == (monotonic, now + timedelta(minutes=10))
    clock.set_now(datetime(2026, 3, 29, 1, tzinfo=UTC), timedelta(hours=2))
    assert (clock.monotonic(), clock.utc_offset()) == (monotonic, timedelta(hours=2))


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Berlin."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's time zone can't be changed from within a process")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("day", "hour", "hours"),
    [
        (date(2026, 1, 15), 18, 1),
        (date(2026, 7, 15), 18, 2),
        (date(2026, 3, 29), 1, 1),  # an hour before the clocks go forward
        (date(2026, 3, 29), 3, 2),
        (date(2026, 10, 25), 2, 2),  # comes twice: the first
        (date(2026, 10, 25), 4, 1),
    ],
    ids=["winter", "summer", "before spring", "spring", "twice", "autumn"],
)
def test_a_workout_written_down_later_has_the_offset_of_its_own_day(day: date, hour: int, hours: int) -> None:
    assert SystemClock().utc_offset_of(datetime.combine(day, clock_time(hour))) == timedelta(hours=hours)
