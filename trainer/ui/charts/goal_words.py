"""How a week stands against its goals, in words. Knows no pyqtgraph: the Ready page has it before any chart."""

from trainer.core.goals import Goals
from trainer.core.progress import Standing
from trainer.language import ntr, tr
from trainer.ui.charts.words import number


def next_goal(standing: Standing) -> float:
    """The minutes of the goal line that comes next, the last one when all are reached."""
    goals = standing.goals
    return goals.minutes if standing.week.moderate_minutes < goals.minutes else goals.more_minutes


def goal_sentence(standing: Standing) -> str:
    """What is left to the next goal line; nothing is called missed."""
    done, goals = standing.week.moderate_minutes, standing.goals
    if done >= goals.more_minutes:
        if goals.is_who_more:
            said = tr("Past {n} minutes: all the benefit there is to count.")
        else:
            said = tr("Past {n} minutes: all you set out to do.")
        return said.format(n=number(goals.more_minutes))
    if done >= goals.minutes:
        left = number(max(1, goals.more_minutes - done))
        if goals.is_who_minimum:
            said = tr("Weekly minimum reached. {left} min more to {n}.")
        else:
            said = tr("Your weekly goal is reached. {left} min more to {n}.")
        return said.format(left=left, n=number(goals.more_minutes))
    said = tr("{left} min to the weekly minimum.") if goals.is_who_minimum else tr("{left} min to your weekly goal.")
    return said.format(left=number(max(1, standing.minutes_left)))


def vigorous_sentence(standing: Standing) -> str:
    """That vigorous minutes count double, where there are any."""
    minutes = round(standing.week.vigorous_minutes)
    if minutes < 1:
        return ""
    return ntr("{n} vigorous minute counts double.", "{n} vigorous minutes count double.", minutes)


def strength_text(standing: Standing) -> str:
    """Days of strength work against the goal, if there is one."""
    done, goal = standing.week.strength_days, standing.goals.strength_days
    if goal == 0:
        return number(done)
    return (tr("{done} (goal {goal})") if done > goal else tr("{done} of {goal}")).format(done=done, goal=goal)


def strength_sentence(standing: Standing) -> str:
    """The same as a sentence; empty without a goal."""
    done, goal = standing.week.strength_days, standing.goals.strength_days
    if goal == 0:
        return ""
    if done > goal:
        days = ntr("{n} strength day", "{n} strength days", done)
        return tr("{days}, goal {goal}.").format(days=days, goal=goal)
    return tr("{done} of {days}.").format(done=done, days=ntr("{n} strength day", "{n} strength days", goal))


def glance_sentence(standing: Standing) -> str:
    """The week in a line each: what is left, strength days, what counts double."""
    parts = (goal_sentence(standing), strength_sentence(standing), vigorous_sentence(standing))
    return "\n".join(filter(None, parts))


def goal_line_texts(goals: Goals) -> tuple[str, ...]:
    """What stands on each of the goals' lines, lowest first."""
    lowest = tr("{n} min: WHO weekly minimum") if goals.is_who_minimum else tr("{n} min: your weekly goal")
    further = tr("{n} min: more benefit") if goals.is_who_more else tr("{n} min: your further goal")
    return tuple(said.format(n=number(minutes)) for said, minutes in zip((lowest, further), goals.lines, strict=False))
