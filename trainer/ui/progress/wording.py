"""How sessions, days and goals are worded on the Progress page."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from trainer.core.balance import MuscleGroup
from trainer.core.progress import WorkoutSummary
from trainer.core.routine import Claim
from trainer.core.workout import WorkoutSource, WorkoutState
from trainer.language import ntr, tr
from trainer.library.muscle_words import group_name
from trainer.ui.charts.words import day_and_month, number, rounded_range
from trainer.ui.widgets.effort_picker import EFFORTS, effort_words

_RECENT_DAYS = 7
EVEN = 1.25  # up to this ratio two groups work about alike: ours


def qdate(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


def weekday_short(day: date) -> str:
    """Mon, as the locale says it."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def weekday_name(day: date) -> str:
    """Monday, as the locale says it."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def weekday_letter(day: date) -> str:
    """M: the narrowest form the locale has."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)


def long_date(day: date) -> str:
    """Saturday, 22 November 2026, as the locale writes it."""
    return QLocale().toString(qdate(day), QLocale.FormatType.LongFormat)


def day_text(day: date, today: date) -> str:
    """Today, Yesterday, then the weekday with its date, then the date, with its year where that is another."""
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    if today - timedelta(days=_RECENT_DAYS) < day < today:
        return tr("{weekday} {day}").format(weekday=weekday_short(day), day=day.day)
    if day.year == today.year:
        return day_and_month(day)
    return tr("{day_and_month} {year}").format(day_and_month=day_and_month(day), year=day.year)


def week_span(start: date) -> str:
    """16-22 Nov, or 30 Nov-6 Dec."""
    end = start + timedelta(days=6)
    first = str(start.day) if start.month == end.month else day_and_month(start)
    return tr("{first}\N{EN DASH}{last}").format(first=first, last=day_and_month(end))


def minutes_text(minutes: float) -> str:
    """Whole minutes; of anything that lasts less than one, whole seconds, at least 1."""
    if 0 < minutes < 1:
        return tr("{n} s").format(n=number(min(59, max(1, round(minutes * 60)))))
    return tr("{n} min").format(n=number(minutes))


def kcal_text(low: float, high: float) -> str:
    """A likely range."""
    return tr("{range} kcal").format(range=rounded_range(low, high))


def effort_text(effort: int | None) -> str:
    """CR-10 in words; empty where nobody said."""
    if effort is None:
        return ""
    words = dict(zip(EFFORTS, effort_words(), strict=True))
    return words[max(level for level in EFFORTS if level <= max(1, effort))]


def ending_text(session: WorkoutSummary) -> str:
    """How a session ended, or where it comes from, where that needs a word."""
    if session.state is WorkoutState.PARTIAL:
        return tr("stopped early")
    if session.source is WorkoutSource.FOLLOWED:
        return ""
    return tr("added by hand") if session.source is WorkoutSource.BY_HAND else tr("imported")


def session_sentence(session: WorkoutSummary, today: date) -> str:
    """A row of the list, to be read aloud."""
    parts = [
        session.routine_name,
        day_text(session.local_date, today),
        minutes_text(session.active_seconds / 60),
        kcal_text(session.kcal_low, session.kcal_high),
        effort_text(session.effort),
        ending_text(session),
    ]
    return ", ".join(part for part in parts if part)


def claim_sentence(claim: Claim | None) -> str:
    """What the page the routine comes from says; empty where it says nothing of calories."""
    if claim is None or claim.kcal_low is None or claim.kcal_high is None:
        return ""
    return tr("The page claims {low}\N{EN DASH}{high} kcal.").format(low=claim.kcal_low, high=claim.kcal_high)


def sessions_sentence(n: int) -> str:
    """How many sessions."""
    return ntr("{n} session", "{n} sessions", n)


def neglected_sentence(group: MuscleGroup | None, led: date | None, today: date) -> str:
    """Which group has worked least, and since when it led no move; empty where there is none to name.

    `led`: the last day of the past year on which it did, None: on none.
    """
    if group is None:
        return ""
    if led is None:
        return tr("Least worked: {group}. It has led no move in the past year.").format(group=group_name(group))
    days = (today - led).days
    if days <= 0:
        return tr("Least worked: {group}. It led a move today.").format(group=group_name(group))
    since = ntr("{n} day ago", "{n} days ago", days)
    said = tr("Least worked: {group}. It last led a move {since}, on {day}.")
    return said.format(group=group_name(group), since=since, day=day_and_month(led))


def pair_sentence(front: float, back: float) -> str:
    """Seconds of work of abdominals and lower back, as the pair they are."""
    if front <= 0 and back <= 0:
        return tr("Neither abdominals nor lower back have worked.")
    if front <= 0 or back <= 0:
        idle, worked = (tr("abdominals"), tr("lower back")) if front <= 0 else (tr("lower back"), tr("abdominals"))
        return tr("Only one of the pair has worked: {worked}, not {idle}.").format(worked=worked, idle=idle)
    ratio = QLocale().toString(max(front, back) / min(front, back), "f", 1)
    if max(front, back) < EVEN * min(front, back):
        return tr("Abdominals and lower back work about alike.")
    if front > back:
        return tr("Abdominals work {ratio} times as long as the lower back.").format(ratio=ratio)
    return tr("The lower back works {ratio} times as long as the abdominals.").format(ratio=ratio)
