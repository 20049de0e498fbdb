"""What fitting a routine to the time there is has changed, worded. Pure: core's changes in, sentences out."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from trainer.core.exercise import Exercise
from trainer.core.refit_changes import Change, ChangeKind
from trainer.language import ntr, tr
from trainer.ui.workout.amounts import listed, whole_minutes


class TimeAnswer(Struct, frozen=True):
    """The answer to "I have N minutes": `title` over `parts` ("5 warm-up + 25 main"), and every change."""

    minutes: int  # what the stepper shows
    title: str
    parts: str
    changes: tuple[str, ...] = ()
    shortfall: str = ""


def answer_title(changes: int, missing: float, seconds: float) -> str:
    """In a few words: does it fit? `missing` and `seconds` as in core.refit.Refit."""
    if missing < 0:
        return tr("At least {minutes} min").format(minutes=whole_minutes(seconds))
    if missing > 0:
        return tr("At most {minutes} min").format(minutes=whole_minutes(seconds))
    return ntr("Fits with {n} change", "Fits with {n} changes", changes) if changes else tr("Everything fits")


def shortfall(missing: float, seconds: float) -> str:
    """Why it does not fit, one sentence; empty where it does."""
    minutes = whole_minutes(seconds)
    if missing < 0:
        return tr("The shortest this routine can be made is {minutes} min.").format(minutes=minutes)
    if missing > 0:
        return tr("The longest this routine can be made is {minutes} min.").format(minutes=minutes)
    return ""


def change_lines(changes: Sequence[Change], exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """A sentence for every change."""
    return tuple(_line(change, exercises) for change in changes)


def _line(change: Change, exercises: Mapping[str, Exercise]) -> str:
    block, before, after = change.block, _span(change.before), _span(change.after)
    match change.kind:
        case ChangeKind.LEFT_OUT:
            return _left_out(change, exercises)
        case ChangeKind.ROUNDS:
            rounds = ntr("{n} round", "{n} rounds", change.after[0])
            return tr("{block}: {rounds} instead of {before}").format(block=block, rounds=rounds, before=before)
        case ChangeKind.WORK:
            return tr("{block}: {after} s of work instead of {before}").format(block=block, after=after, before=before)
        case ChangeKind.REPS:
            said = tr("{block}: {after} repetitions instead of {before}")
            return said.format(block=block, after=after, before=before)
        case ChangeKind.RESTS:
            said = tr("{block}: rests take {after} s in all instead of {before}")
            return said.format(block=block, after=after, before=before)


def _left_out(change: Change, exercises: Mapping[str, Exercise]) -> str:
    name = exercises[change.exercise].name
    others = listed(*(exercises[other].name for other in change.covered_by[:2]))
    if others:
        return tr("{exercise} is left out; these train its muscles too: {others}").format(exercise=name, others=others)
    return tr("{exercise} is left out; nothing else here trains its muscles").format(exercise=name)


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low}\N{EN DASH}{high}"
