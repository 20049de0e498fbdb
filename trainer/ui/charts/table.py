"""ChartTable: what a chart shows, in rows and columns: for those who listen, and to read the figures off."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from trainer.language import tr
from trainer.ui.charts.bars import Bar, BarUnit
from trainer.ui.charts.words import bar_title, number, rounded_range


class ChartTable(Struct, frozen=True):
    """Texts as they are read; every row has as many as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bars_table(bars: Sequence[Bar], unit: BarUnit, current: int | None) -> ChartTable:
    """Every figure of the bars, the latest first."""
    rows = [_row(bar, bar_title(bar, unit, current=n == current)) for n, bar in enumerate(bars)]
    return ChartTable(_headings(), tuple(reversed(rows)))


def days_table(bars: Sequence[Bar], today: date) -> ChartTable:
    """The days that have a session, the latest first."""
    rows = [
        _row(bar, bar_title(bar, BarUnit.DAY, current=bar.start == today)) for bar in reversed(bars) if bar.sessions
    ]
    return ChartTable(_headings(), tuple(rows))


def _headings() -> tuple[str, ...]:
    return (
        tr("Days"),
        tr("Sessions"),
        tr("Warm-up, min"),
        tr("Strength and toning, min"),
        tr("Cardio, min"),
        tr("Mobility and stretch, min"),
        tr("Together, min"),
        tr("Toward the goal, min"),
        tr("Likely kcal"),
        tr("Session load"),
        tr("Without effort"),
    )


def _row(bar: Bar, title: str) -> tuple[str, ...]:
    return (
        title,
        number(bar.sessions),
        *(number(part) for part in bar.parts),
        number(bar.total),
        number(bar.goal_minutes),
        rounded_range(bar.kcal_low, bar.kcal_high) if bar.kcal_high > 0 else number(0),
        number(bar.load),
        number(bar.unrated),
    )
