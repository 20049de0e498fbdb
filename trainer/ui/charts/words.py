"""A bar's figures in words: for the card beside the pointer and for those who listen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from trainer.core.energy import Energy
from trainer.language import ntr, tr
from trainer.ui.charts.bars import Bar, BarUnit


def day_and_month(day: date) -> str:
    """8 Sep, in the locale's month names."""
    return tr("{day} {month}").format(day=day.day, month=month_name(day))


def month_name(day: date) -> str:
    """Sep, as the locale says it."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def date_text(day: date) -> str:
    """12 November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))


def weekday_name(day: date) -> str:
    """Mon, as the locale says it."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def number(value: float) -> str:
    """A whole number with the locale's grouping."""
    return QLocale().toString(round(value))


def rounded_range(low: float, high: float) -> str:
    """Calories as they are shown everywhere: rounded outward to 5, with an en dash."""
    energy = Energy(low, low, high)
    return tr("{low}\N{EN DASH}{high}").format(low=number(energy.shown_low), high=number(energy.shown_high))


def weekly_axis_text(bars: Sequence[Bar]) -> str:
    """The widest text beside the weekly charts: the same for both, so that their bars stand under each other."""
    return number(max([9_999, *(bar.kcal_high for bar in bars), *(bar.total for bar in bars)]))


def bar_title(bar: Bar, unit: BarUnit, *, current: bool) -> str:
    """What stretch of time a bar stands for."""
    if unit is BarUnit.MONTH:
        month = QLocale().standaloneMonthName(bar.start.month, QLocale.FormatType.LongFormat)
        return tr("{month} {year}, average week").format(month=month, year=bar.start.year)
    if unit is BarUnit.YEAR:
        return tr("{year}, average week").format(year=bar.start.year)
    if current:
        return tr("Today") if unit is BarUnit.DAY else tr("This week")
    long_date = date_text(bar.start)
    if unit is BarUnit.DAY:
        weekday = QLocale().standaloneDayName(bar.start.isoweekday(), QLocale.FormatType.LongFormat)
        return tr("{weekday}, {date}").format(weekday=weekday, date=long_date)
    return tr("Week of {date}").format(date=long_date)


def bar_figures(bar: Bar) -> tuple[tuple[str, str, str], ...]:
    """Rows (token of its colour or "", what, how much) of a bar; kinds without minutes are left out."""
    if bar.sessions == 0:
        return (("", tr("No sessions"), ""),)
    kinds = (
        ("warm_up", tr("Warm-up"), bar.warm_up),
        ("strength", tr("Strength and toning"), bar.strength),
        ("cardio", tr("Cardio"), bar.cardio),
        ("mobility", tr("Mobility and stretch"), bar.mobility),
    )
    rows = [(token, name, _minutes(minutes)) for token, name, minutes in kinds if minutes > 0]
    rows.append(("", tr("Together"), _minutes(bar.total)))
    if round(bar.goal_minutes) != round(bar.total):
        rows.append(("", tr("Toward the goal"), _minutes(bar.goal_minutes)))
    if bar.kcal_high > 0:
        kcal = tr("{range} kcal").format(range=rounded_range(bar.kcal_low, bar.kcal_high))
        rows.append(("kcal", tr("Likely"), kcal))
    if bar.load > 0:
        rows.append(("", tr("Session load"), number(bar.load)))
    if bar.unrated:
        rows.append(("", tr("Sessions without an effort"), number(bar.unrated)))
    rows.append(("", tr("Sessions"), number(bar.sessions)))
    return tuple(rows)


def bar_sentence(bar: Bar, unit: BarUnit, *, current: bool) -> str:
    """Everything about a bar, to be read aloud."""
    title = bar_title(bar, unit, current=current)
    if bar.sessions == 0:
        return tr("{title}: no sessions.").format(title=title)
    figures = ", ".join(f"{name} {value}" for _, name, value in bar_figures(bar)[:-1])
    sessions = ntr("{n} session", "{n} sessions", bar.sessions)
    return tr("{title}: {sessions}. {figures}.").format(title=title, sessions=sessions, figures=figures)


def _minutes(value: float) -> str:
    return tr("{n} min").format(n=number(value))
