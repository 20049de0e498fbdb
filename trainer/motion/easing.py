"""How a value goes from one pose to the next."""


def minimum_jerk(share: float) -> float:
    """0 .. 1 from rest to rest with the least jerk: how a hand moves that is in no hurry (Flash and Hogan 1985)."""
    s = max(0.0, min(1.0, share))
    return s * s * s * (10.0 + s * (6.0 * s - 15.0))


def arc(share: float) -> float:
    """0 at both ends, 1 in the middle, with neither speed nor acceleration at the ends: a foot that steps."""
    s = max(0.0, min(1.0, share))
    return 64.0 * (s * (1.0 - s)) ** 3


def grip_left(free: float) -> float:
    """How much of its contact a limb keeps that is `free` (0 .. 1): it lets go early and takes hold late.

    So it travels by its joint angles, in an arc, and not straight from place to place.
    """
    return (1.0 - min(max(free, 0.0), 1.0)) ** 3  # a switch eased shut may fall short of 0 by a hair


def flatness_left(free: float) -> float:
    """How much a limb that is `free` keeps of how its hand or foot lay: it turns late, or it would dig in."""
    return (1.0 - min(max(free, 0.0), 1.0) ** 2) ** 4


def window(share: float, start: float, end: float) -> float:
    """`share` of a step, seen by what moves only between `start` and `end` of it; clamped to 0 .. 1."""
    return max(0.0, min(1.0, (share - start) / (end - start)))


def cascade(place: int, count: int, overlap: float = 0.5) -> tuple[float, float]:
    """The window of the `place`-th of `count` things that move one after another, each for `overlap` of the step."""
    start = place * (1.0 - overlap) / max(1, count - 1)
    return start, start + overlap


def flow_slopes(times: list[float], values: list[float], period: float) -> list[float]:
    """Slopes (per second) of a periodic curve through values at rising times, which nowhere overshoots them.

    The weighted harmonic mean of Fritsch and Butland (1984); 0 at turning points.
    """
    count = len(times)
    steps = [(times[i] - times[i - 1]) % period or period for i in range(count)]
    rises = [(values[i] - values[i - 1]) / steps[i] for i in range(count)]
    slopes = []
    for i in range(count):
        before, after = rises[i], rises[(i + 1) % count]
        if before * after <= 0.0:
            slopes.append(0.0)
            continue
        long, short = steps[i], steps[(i + 1) % count]
        weights = (2.0 * short + long, short + 2.0 * long)
        slopes.append(sum(weights) / (weights[0] / before + weights[1] / after))
    return slopes


def hermite(share: float, ends: tuple[float, float], slopes: tuple[float, float], seconds: float) -> float:
    """The cubic between two values with the given slopes (per second) over `seconds`."""
    s = share
    return (
        (1.0 + 2.0 * s) * (1.0 - s) ** 2 * ends[0]
        + s * (1.0 - s) ** 2 * seconds * slopes[0]
        + s * s * (3.0 - 2.0 * s) * ends[1]
        + s * s * (s - 1.0) * seconds * slopes[1]
    )
