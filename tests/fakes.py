"""Stand-ins for what a test must hold in its hand: time first of all."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A Clock that stands still until told: every test that needs time moves it itself."""

    def __init__(
        self,
        *,
        monotonic: float = 1000.0,
        now: datetime = datetime(2026, 1, 5, 7, 0, tzinfo=UTC),  # a Monday morning
        offset: timedelta = timedelta(0),
        speed: float = 1.0,
    ) -> None:
        self._monotonic = monotonic
        self._now = now
        self._offset = offset
        self._speed = speed

    @property
    def speed(self) -> float:
        return self._speed

    def monotonic(self) -> float:
        return self._monotonic

    def now(self) -> datetime:
        return self._now

    def utc_offset(self) -> timedelta:
        return self._offset

    def utc_offset_of(self, local: datetime) -> timedelta:
        del local
        return self._offset

    def advance(self, seconds: float) -> None:
        """Time passes: both clocks move."""
        self._monotonic += seconds
        self._now += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        """The machine sleeps: only the wall clock moves."""
        self._now += timedelta(seconds=seconds)

    def set_now(self, now: datetime, offset: timedelta | None = None) -> None:
        """The wall clock is set (another day, another time zone); the monotonic one knows nothing of it."""
        self._now = now
        self._offset = self._offset if offset is None else offset
