"""How times are worded: seconds alone under 100, then minutes and seconds."""

from math import ceil

from trainer.language import ntr, tr

_LONGEST_SECONDS = 100


def whole_seconds(remaining: float) -> int:
    """The second a countdown shows: 0.2 s to go is still 1, 0 only when it is over."""
    return max(0, ceil(remaining - 1e-6))


def clock(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "5:00", "1:05:00"; a begun second counts as not yet."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def countdown(remaining: float) -> str:
    """The large digits: "22", and "1:40" from 100 seconds."""
    whole = whole_seconds(remaining)
    return str(whole) if whole < _LONGEST_SECONDS else clock(whole)


def seconds_left(remaining: float) -> str:
    """The same for assistive technology: "22 seconds left"."""
    return ntr("{n} second left", "{n} seconds left", whole_seconds(remaining))


def seconds_or_minutes(seconds: float) -> str:
    """A length: "60 s", "2:05"."""
    whole = max(0, round(seconds))
    return tr("{seconds} s").format(seconds=whole) if whole < _LONGEST_SECONDS else clock(whole)
