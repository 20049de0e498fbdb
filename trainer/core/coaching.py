"""Coaching: which cue is shown when. One is active, the others stay quietly below it.

In rest and get ready, how to set up. In work the first technique cue, the safety cue from twelve seconds on, then
the others in turn, and near half time the offer of an easier or harder form. In a variant its own cue leads.
A cue stays at least six seconds: long enough to be read between two repetitions.
"""

from itertools import cycle
from typing import Final

from msgspec import Struct

from trainer.core.exercise import Cue, CueKind, Exercise, Variant
from trainer.core.timeline import Phase, PhaseKind

SHORTEST: Final = 6.0  # seconds a cue is shown
TURN: Final = 8.0  # seconds a cue is shown where others follow
SAFETY_AT: Final = 12.0  # seconds into work
OFFERS_FROM: Final = 40.0  # a shorter window has no room for an offer
_TECHNIQUE: Final = (CueKind.DO, CueKind.BREATHE)


class ShownCues(Struct, frozen=True):
    """One cue to follow now, and the others, in reading order."""

    active: Cue
    quiet: tuple[Cue, ...]


class CueTurn(Struct, frozen=True):
    """A cue and when it becomes the active one, in seconds into its phase."""

    start: float
    cue: Cue


def shown_cues(
    exercise: Exercise, variant: Variant | None, phase: Phase, elapsed: float, length: float | None
) -> ShownCues:
    """What is shown `elapsed` seconds into a phase. `length` is the one in force, None where it waits.

    `variant` is the form in force, None for the exercise as written. An exercise without any cue shows its name.
    """
    if phase.kind is PhaseKind.WORK:
        turns = work_turns(exercise, variant, length, elapsed)
        quiet = _of_kinds(exercise, variant, (*_TECHNIQUE, CueKind.SAFETY))
    else:
        quiet = _of_kinds(exercise, variant, (CueKind.SETUP,)) or _of_kinds(exercise, variant, _TECHNIQUE)
        turns = _one_after_another(quiet, length)
    reached = [turn.cue for turn in turns if turn.start <= elapsed] or [turn.cue for turn in turns[:1]]
    active = reached[-1] if reached else Cue(CueKind.DO, exercise.name)
    return ShownCues(active, tuple(cue for cue in quiet if cue != active))


def work_turns(
    exercise: Exercise, variant: Variant | None, length: float | None, elapsed: float = 0.0
) -> tuple[CueTurn, ...]:
    """The active cues of a work phase, in order; of a waiting one those up to `elapsed`."""
    technique = _of_kinds(exercise, variant, _TECHNIQUE)
    safety = exercise.cues_of(CueKind.SAFETY)
    last_start = elapsed if length is None else length - SHORTEST
    # Up to the safety cue: the first technique cue, after a variant's own.
    lead = technique[: 2 if variant else 1]
    turns = [CueTurn(n * SHORTEST, cue) for n, cue in enumerate(lead)]
    if safety:
        turns.append(CueTurn(SAFETY_AT, safety[0]))
    # After it, round and round: the technique not told yet, then all again.
    in_turn = cycle((*technique[len(lead) :], *lead, *safety))
    starts = _starts(SAFETY_AT + TURN if safety else SAFETY_AT, last_start)
    offers = _offer_places(starts, _offers(exercise, variant), length)
    if technique or safety:
        turns += [CueTurn(start, offers[n] if n in offers else next(in_turn)) for n, start in enumerate(starts)]
    return tuple(turn for n, turn in enumerate(turns) if n == 0 or turn.start <= last_start)


def _starts(first: float, last: float) -> tuple[float, ...]:
    return tuple(first + n * TURN for n in range(max(0, int((last - first) // TURN) + 1)))


def _offer_places(starts: tuple[float, ...], offers: tuple[Cue, ...], length: float | None) -> dict[int, Cue]:
    """Which turn is which offer: the one nearest to half time, and the next but one."""
    if length is None or length < OFFERS_FROM or not starts:
        return {}
    half = min(range(len(starts)), key=lambda n: abs(starts[n] - length / 2))
    return {half + 2 * n: offer for n, offer in enumerate(offers)}


def _offers(exercise: Exercise, variant: Variant | None) -> tuple[Cue, ...]:
    """Easier, then harder; never what the variant already is."""
    level = variant.level if variant else 0
    easier = exercise.cues_of(CueKind.EASIER)[:1] if level >= 0 else ()
    harder = exercise.cues_of(CueKind.HARDER)[:1] if level <= 0 else ()
    return easier + harder


def _of_kinds(exercise: Exercise, variant: Variant | None, kinds: tuple[CueKind, ...]) -> tuple[Cue, ...]:
    """The exercise's cues of those kinds, in the order of the kinds, led by the variant's own if there are any."""
    cues = tuple(cue for kind in kinds for cue in exercise.cues_of(kind))
    return (Cue(CueKind.DO, variant.cue), *cues) if variant and variant.cue else cues


def _one_after_another(cues: tuple[Cue, ...], length: float | None) -> tuple[CueTurn, ...]:
    """The cues for equal times, as many as the phase has room for; what has none stays quiet."""
    room = len(cues) if length is None else max(1, int(length // SHORTEST))
    shown = cues[:room]
    time = TURN if length is None or not shown else max(SHORTEST, length / len(shown))
    return tuple(CueTurn(n * time, cue) for n, cue in enumerate(shown))
