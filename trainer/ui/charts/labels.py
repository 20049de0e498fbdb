"""Which bars carry a label under the axis, and what it says."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from trainer.language import tr
from trainer.ui.charts.bars import Bar, BarUnit
from trainer.ui.charts.words import day_and_month, month_name, weekday_name

Label = tuple[int, str]  # index of the bar, text

DATED_WEEKS = 26  # up to so many weeks are dated by day, more by month
_WEEKDAYS = 7
_EDGE = 0.6  # of a place: what lies between the middle of the last bar and the end of the plot
GAP = 18.0  # pixels between two labels, times the text scale


def bar_labels(
    bars: Sequence[Bar],
    unit: BarUnit,
    pitch: float,
    measure: Callable[[str], float],
    *,
    current: int | None = None,
    gap: float = GAP,
) -> tuple[Label, ...]:
    """The labels that fit when bars stand `pitch` pixels apart and `measure` gives a text's width in pixels.

    `current` is the index of the present week, None where it is not shown.
    """
    if not bars:
        return ()
    if unit is BarUnit.DAY:
        return _days(bars, pitch, measure, gap, current)
    if unit is BarUnit.WEEK and len(bars) <= DATED_WEEKS:
        return _weeks(bars, pitch, measure, gap, current)
    if unit is BarUnit.WEEK:
        return _thinned(_months(bars), pitch, measure, gap)
    return _thinned(_years(bars), pitch, measure, gap)


def _weeks(
    bars: Sequence[Bar], pitch: float, measure: Callable[[str], float], gap: float, current: int | None
) -> tuple[Label, ...]:
    """Dates, the present week by name; counted back from the last, so that it always has its label."""
    last = len(bars) - 1
    texts = [day_and_month(bar.start) for bar in bars]
    widest = max(measure(text) for text in texts)
    stride = max(1, -int(-(widest + gap) // pitch))
    if current == last:
        # centred under its bar it must neither leave the plot nor meet its neighbour
        room = min(pitch * 1.2, 2 * (stride * pitch - gap) - widest)
        texts[last] = tr("this week") if measure(tr("this week")) <= room else tr("now")
    return tuple((n, texts[n]) for n in range(last % stride, last + 1, stride))


def _days(
    bars: Sequence[Bar], pitch: float, measure: Callable[[str], float], gap: float, current: int | None
) -> tuple[Label, ...]:
    """A week by its weekdays; more days by date, counted back from the last."""
    if len(bars) > _WEEKDAYS:
        return _spread([day_and_month(bar.start) for bar in bars], pitch, measure, gap)
    texts = [tr("today") if n == current else weekday_name(bar.start) for n, bar in enumerate(bars)]
    stride = 1 if max(measure(text) for text in texts) + gap / 2 <= pitch else 2
    return tuple((n, texts[n]) for n in range(0, len(texts), stride))


def dated_labels(days: Sequence[date], pitch: float, measure: Callable[[str], float], gap: float) -> tuple[Label, ...]:
    """Dates under bars that are no row of days, with their years where these differ; counted back from the last."""
    if not days:
        return ()
    years = days[0].year != days[-1].year
    texts = [f"{month_name(day)} {day.year}" if years else day_and_month(day) for day in days]
    return _spread(texts, pitch, measure, gap)


def _spread(texts: Sequence[str], pitch: float, measure: Callable[[str], float], gap: float) -> tuple[Label, ...]:
    """Every k-th text from the last that doesn't leave the plot."""
    widest = max(measure(text) for text in texts)
    stride = max(1, -int(-(widest + gap) // pitch))
    last = len(texts) - 1 - max(0, -int(-(widest / 2 - _EDGE * pitch) // pitch))
    return tuple((n, texts[n]) for n in range(last % stride, last + 1, stride)) if last >= 0 else ()


def _months(bars: Sequence[Bar]) -> list[Label]:
    """The first week of each month by the month's name, of each January by the year."""
    starts = [n for n in range(1, len(bars)) if bars[n].start.month != bars[n - 1].start.month]
    return [(n, str(bars[n].start.year) if bars[n].start.month == 1 else month_name(bars[n].start)) for n in starts]


def _years(bars: Sequence[Bar]) -> list[Label]:
    starts = [n for n in range(1, len(bars)) if bars[n].start.year != bars[n - 1].start.year]
    if len(starts) == len(bars) - 1:  # years as bars: the first has its label too
        starts.insert(0, 0)
    return [(n, str(bars[n].start.year)) for n in starts]


def _thinned(labels: list[Label], pitch: float, measure: Callable[[str], float], gap: float) -> tuple[Label, ...]:
    """Every k-th label, k the smallest that lets none touch the next."""
    for stride in range(1, len(labels) + 1):
        kept = labels[::stride]
        if all((b[0] - a[0]) * pitch >= (measure(a[1]) + measure(b[1])) / 2 + gap for a, b in pairwise(kept)):
            return tuple(kept)
    return ()
