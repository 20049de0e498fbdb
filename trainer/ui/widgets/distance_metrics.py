"""Sizes for reading from across the room, by visual angle: digits 1 degree, name and cue 20 minutes of arc.

design.md, "Visual angle": px = distance in mm x tan(angle) / mm per px; sizes are those of capitals and figures.
"""

import math

from msgspec import Struct

DIGITS_ARC_MINUTES = 60.0
WORDS_ARC_MINUTES = 20.0  # name and cue
PHASE_ARC_MINUTES = 15.0
_CAPITAL = 0.72  # height of a capital over the font's pixel size, in the usual system fonts
_PILL_CAPITAL = 0.55 * _CAPITAL  # of the pill's height
_DESIGN_WIDTH, _DESIGN_HEIGHT = 1920, 1080  # the mock-up's window


class DistanceMetrics(Struct, frozen=True):
    """Sizes in pixels."""

    margin: int
    session_bar: int
    pill: int
    digits: int  # height of the figures
    bar: int
    overline: int  # font sizes from here on
    name: int
    cue: int
    fits: bool  # every size reaches its angle
    digits_arc: (
        float  # minutes of arc from there: of the digits, of capitals of the smaller of name and cue, of the pill
    )
    words_arc: float
    phase_arc: float


def distance_metrics(width: int, height: int, mm_per_px: float, distance_m: float) -> DistanceMetrics:
    """The sizes for a window of that many pixels, on a screen of that density, read from that far.

    The layout fills the window; what an angle demands beyond that is granted at the cost of the digits first.
    """
    unit = min(width / _DESIGN_WIDTH, height / _DESIGN_HEIGHT)

    def needed(arc_minutes: float) -> float:
        return distance_m * 1000 * math.tan(math.radians(arc_minutes / 60)) / mm_per_px

    pill = max(116 * unit, needed(PHASE_ARC_MINUTES) / _PILL_CAPITAL)
    name = max(100 * unit, needed(WORDS_ARC_MINUTES) / _CAPITAL)
    cue = max(88 * unit, needed(WORDS_ARC_MINUTES) / _CAPITAL)
    overline = 60 * unit
    fixed = (40 + 14 + 28 + 30 + 30 + 28 + 20 + 30) * unit
    room = height - fixed
    words = pill + overline * 1.2 + name * 1.25 + cue * 1.25
    digits = min(380 * unit, room - words)
    if digits < needed(DIGITS_ARC_MINUTES):
        digits = max(digits, min(needed(DIGITS_ARC_MINUTES), room * 0.34))
        shrink = min(1.0, (room - digits) / words)
        pill, overline, name, cue = pill * shrink, overline * shrink, name * shrink, cue * shrink
    fits = (
        digits >= needed(DIGITS_ARC_MINUTES)
        and min(name, cue) * _CAPITAL >= needed(WORDS_ARC_MINUTES) - 1
        and pill * _PILL_CAPITAL >= needed(PHASE_ARC_MINUTES) - 1
    )

    def arc(pixels: float) -> float:
        return math.degrees(math.atan(pixels * mm_per_px / (distance_m * 1000))) * 60

    return DistanceMetrics(
        margin=round(72 * unit),
        session_bar=max(6, round(14 * unit)),
        pill=round(pill),
        digits=round(max(24.0, digits)),
        bar=max(8, round(28 * unit)),
        overline=round(overline),
        name=round(name),
        cue=round(cue),
        fits=fits,
        digits_arc=arc(digits),
        words_arc=arc(min(name, cue) * _CAPITAL),
        phase_arc=arc(pill * _PILL_CAPITAL),
    )


def farthest_that_fits(width: int, height: int, mm_per_px: float) -> float:
    """Metres, in tenths, from which everything still reaches its angle; 0 where nothing does from 0.3 m on."""
    tenths = range(3, 201)
    return max(
        (tenth / 10 for tenth in tenths if distance_metrics(width, height, mm_per_px, tenth / 10).fits), default=0
    )
