"""Where time comes from. Everything takes a Clock, so that a test can be one."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Monotonic seconds for measuring, wall time for the log."""

    @property
    def speed(self) -> float:
        """Seconds of this clock per real second."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back, may stand while the machine sleeps."""

    def now(self) -> datetime:
        """Wall time, aware, UTC; may jump."""

    def utc_offset(self) -> timedelta:
        """The local offset from UTC in force now."""

    def utc_offset_of(self, local: datetime) -> timedelta:
        """The offset in force when the clock on the wall said `local` (naive); of two such moments the first."""


class SystemClock:
    """The machine's clocks, run `speed` times faster from the moment it is made (demonstrations, tests)."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._monotonic0 = time.monotonic()  # noqa: TID251 - the one place that asks the machine
        self._wall0 = datetime.now(UTC)  # noqa: TID251

    @property
    def speed(self) -> float:
        return self._speed

    def monotonic(self) -> float:
        real = time.monotonic()  # noqa: TID251
        return self._monotonic0 + (real - self._monotonic0) * self._speed

    def now(self) -> datetime:
        real = datetime.now(UTC)  # noqa: TID251
        return self._wall0 + (real - self._wall0) * self._speed

    def utc_offset(self) -> timedelta:
        offset = datetime.now().astimezone().utcoffset()  # noqa: TID251
        return offset if offset is not None else timedelta(0)

    def utc_offset_of(self, local: datetime) -> timedelta:
        offset = local.astimezone().utcoffset()
        return offset if offset is not None else timedelta(0)
