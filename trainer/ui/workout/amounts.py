"""How amounts are worded: minutes, ranges, moves."""

from trainer.language import ntr, tr


def whole_minutes(seconds: float) -> int:
    """Minutes rounded half up, at least 1 of anything that lasts."""
    return max(1, int(seconds / 60 + 0.5)) if seconds > 0 else 0


def seconds_of_less_than_a_minute(seconds: float) -> int:
    """Whole seconds, at least 1, of what lasts less than a minute and is told in seconds; 0 of anything else."""
    return min(59, max(1, round(seconds))) if 0 < seconds < 60 else 0


def minutes_text(seconds: float) -> str:
    """Whole minutes: "25 min"."""
    return tr("{minutes} min").format(minutes=whole_minutes(seconds))


def range_text(low: float, high: float) -> str:
    """A range with an en dash, as "85 to 135" is written in figures."""
    return f"{round(low)}\N{EN DASH}{round(high)}"


def moves_text(n: int) -> str:
    """How many moves: "8 moves"."""
    return ntr("{n} move", "{n} moves", n)


def listed(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with a small first letter, for the middle of a sentence."""
    return text[:1].lower() + text[1:]
