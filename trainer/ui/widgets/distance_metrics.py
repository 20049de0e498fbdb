"""Sizes for reading from across the room, by visual angle: digits 1 degree, name and cue 20 minutes of arc.

design.md, "Visual angle": px = distance in mm x tan(angle) / mm per px; sizes are those of capitals and figures.
"""

import math

from msgspec import Struct

DIGITS_ARC_MINUTES = 60.0
WORDS_ARC_MINUTES = 20.0  # name and cue
PHASE_ARC_MINUTES = 15.0
CAPITAL = 0.72  # height of a capital over the font's pixel size, in the usual system fonts
PILL_CAPITAL = 0.55 * CAPITAL  # of the pill's height
# The widest name and the widest short cue that come with the program, over the font's pixel size; measured in DejaVu
# Sans, the widest of the usual system fonts. tests/ui/workout/test_distance_words.py holds them.
NAME_EMS, CUE_EMS = 17.1, 21.3
_LINE = 1.25  # height of a line over the font's pixel size, and of another below it
_LEADING = 1.12
_TWO_LINES = 1.18  # of two lines, balanced, the longer is so much longer than half
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
    cue_lines: int
    words_needed: float  # the size at which name and cue reach their angle
    fits: bool  # every size reaches its angle, and the widest words fit at it
    # Minutes of arc from there: of the digits, of capitals of the smaller of name and cue, of the pill.
    digits_arc: float
    words_arc: float
    phase_arc: float

    @property
    def name_height(self) -> int:
        """Of its one line."""
        return round(self.name * _LINE)

    @property
    def cue_height(self) -> int:
        """Of all its lines."""
        return round(self.cue * (_LINE + (self.cue_lines - 1) * _LEADING))

    def name_fits(self, width: int) -> bool:
        """Whether the widest name reaches its angle in that many pixels."""
        return NAME_EMS * min(self.words_needed, self.name) <= width

    def cue_fits(self, width: int) -> bool:
        """Whether the widest cue does."""
        return _widest_line(self.cue_lines) * min(self.words_needed, self.cue) <= width


def distance_metrics(
    width: int, height: int, mm_per_px: float, distance_m: float, text_scale: float = 1.0
) -> DistanceMetrics:
    """The sizes for a window of that many pixels, on a screen of that density, read from that far.

    The layout fills the window; what an angle demands beyond that is granted at the cost of the digits first. A cue
    too wide for its angle gets two lines. `text_scale` makes words larger still, as far as the digits keep theirs.
    """
    unit = min(width / _DESIGN_WIDTH, height / _DESIGN_HEIGHT)

    def needed(arc_minutes: float) -> float:
        return distance_m * 1000 * math.tan(math.radians(arc_minutes / 60)) / mm_per_px

    def arc(pixels: float) -> float:
        return math.degrees(math.atan(pixels * mm_per_px / (distance_m * 1000))) * 60

    words_needed = needed(WORDS_ARC_MINUTES) / CAPITAL
    pill = max(116 * unit, needed(PHASE_ARC_MINUTES) / PILL_CAPITAL)
    name, cue, overline = max(100 * unit, words_needed), max(88 * unit, words_needed), 60 * unit
    room = height - (40 + 14 + 28 + 30 + 30 + 28 + 20 + 30) * unit
    whole = width - 2 * round(72 * unit)

    def words_height(lines: int) -> float:
        return pill + overline * 1.2 + name * _LINE + cue * (_LINE + (lines - 1) * _LEADING)

    lines = 1
    if words_needed * CUE_EMS > whole and room - words_height(2) >= needed(DIGITS_ARC_MINUTES):
        lines = 2
    words = words_height(lines)
    growth = min(text_scale, (room - needed(DIGITS_ARC_MINUTES)) / words)
    if growth > 1.0:
        pill, overline, name, cue, words = pill * growth, overline * growth, name * growth, cue * growth, words * growth
    digits = min(380 * unit, room - words)
    if digits < needed(DIGITS_ARC_MINUTES):
        digits = max(digits, min(needed(DIGITS_ARC_MINUTES), room * 0.34))
        shrink = min(1.0, (room - digits) / words)
        pill, overline, name, cue = pill * shrink, overline * shrink, name * shrink, cue * shrink
    fits = (
        digits >= needed(DIGITS_ARC_MINUTES) - 0.5
        and min(name, cue) * CAPITAL >= needed(WORDS_ARC_MINUTES) - 1
        and pill * PILL_CAPITAL >= needed(PHASE_ARC_MINUTES) - 1
        and max(NAME_EMS, _widest_line(lines)) * words_needed <= whole
    )
    # Where the widest words don't fit at their angle they are made smaller: what is told is what they have then.
    largest = whole / max(NAME_EMS, _widest_line(lines))
    return DistanceMetrics(
        margin=round(72 * unit),
        session_bar=max(6, round(14 * unit)),
        pill=round(pill),
        digits=round(max(24.0, digits)),
        bar=max(8, round(28 * unit)),
        overline=round(overline),
        name=round(name),
        cue=round(cue),
        cue_lines=lines,
        words_needed=words_needed,
        fits=fits,
        digits_arc=arc(digits),
        words_arc=arc(min(name, cue, largest) * CAPITAL),
        phase_arc=arc(pill * PILL_CAPITAL),
    )


def farthest_that_fits(width: int, height: int, mm_per_px: float) -> float:
    """Metres, in tenths, from which everything still reaches its angle; 0 where nothing does from 0.3 m on."""
    tenths = range(3, 201)
    return max(
        (tenth / 10 for tenth in tenths if distance_metrics(width, height, mm_per_px, tenth / 10).fits), default=0
    )


def _widest_line(cue_lines: int) -> float:
    """Of the widest cue, over the font's pixel size."""
    return CUE_EMS if cue_lines == 1 else CUE_EMS / cue_lines * _TWO_LINES
