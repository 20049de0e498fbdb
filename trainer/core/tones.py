"""Tones: which sound is due at which moment of a session. The moments are behaviour.md's ("Cues").

Three short tones count the last three seconds, of work and of the wait before it; a long one begins the work. Half
time, the end of work and the end of all have each a sound of their own. A rest that another wait follows ends
without any: there is nothing to be ready for.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from trainer.core.exercise import Sides
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import Phase, PhaseKind, Timeline

COUNT: Final = 3  # behaviour.md: the last three seconds
HALFWAY_FROM: Final = 20.0  # seconds of work that have room for half time beside the counts
RECENT: Final = 0.25  # seconds a tone may be late by and still make sense: a skip's own, a busy machine's


class Tone(StrEnum):
    """What a sound says."""

    LEAD_IN = "lead-in"  # three, two, one seconds to work
    START = "start"
    HALFWAY = "halfway"
    LAST_SECONDS = "last-seconds"  # three, two, one seconds of work left
    END = "end"  # of work that a wait follows
    FINISH = "finish"  # of the session


# Seconds each sounds: long enough to be told apart, short enough to leave the room to the words. Ours.
TONE_SECONDS: Final[Mapping[Tone, float]] = {
    Tone.LEAD_IN: 0.12,
    Tone.START: 0.5,
    Tone.HALFWAY: 0.3,
    Tone.LAST_SECONDS: 0.12,
    Tone.END: 0.3,
    Tone.FINISH: 1.2,
}


COUNTS: Final = frozenset({Tone.LEAD_IN, Tone.LAST_SECONDS})


class TimedTone(Struct, frozen=True):
    """A tone and when it begins: seconds into its phase, or from now, as whoever gives it says."""

    at: float
    tone: Tone


def phase_tones(
    timeline: Timeline, phase: Phase, length: float | None, *, sides_change: bool = False
) -> tuple[TimedTone, ...]:
    """The tones of a phase, the one at its end included, in seconds into it. `length` is the one in force.

    A phase that waits for the person (None) has the one of its beginning. `sides_change`: at half of this work the
    other side's turn comes, which is told however short it is.
    """
    works = phase.kind is PhaseKind.WORK
    tones = [TimedTone(0.0, Tone.START)] if works else []
    if length is None:
        return tuple(tones)
    if works and (length >= HALFWAY_FROM or sides_change):
        tones.append(TimedTone(length / 2, Tone.HALFWAY))
    counting = _counting(timeline, phase)
    if counting is not None:
        tones += [TimedTone(length - n, counting) for n in range(COUNT, 0, -1) if length > n]
    ending = tone_after(timeline, phase)
    if ending is not None:
        tones.append(TimedTone(length, ending))
    return tuple(tones)


def tone_after(timeline: Timeline, phase: Phase) -> Tone | None:
    """The tone at the moment a phase has run out: that of what follows, else of its own end."""
    if phase.index + 1 == len(timeline.phases):
        return Tone.FINISH
    if timeline.phases[phase.index + 1].kind is PhaseKind.WORK:
        return Tone.START
    return Tone.END if phase.kind is PhaseKind.WORK else None


def tones_from(timeline: Timeline, now: Snapshot) -> tuple[TimedTone, ...]:
    """The tones to come in this phase, in seconds from now, and those not RECENT seconds old; none while it stands.

    In the lead-in after a pause they count it down instead.
    """
    if now.state is SessionState.LEAD_IN:
        return tuple(_from_now(_lead_in_tones(now), 0.0))
    if now.state is not SessionState.RUNNING:
        return ()
    sides_change = changes_sides_at_half(now)
    return tuple(_from_now(phase_tones(timeline, now.phase, now.length, sides_change=sides_change), now.elapsed))


def changes_sides_at_half(now: Snapshot) -> bool:
    """Whether the form in force is done side by side in this one window of work."""
    return (
        now.phase.kind is PhaseKind.WORK
        and now.length is not None
        and now.rung.sides is Sides.EACH
        and now.phase.side is None
        and now.step.sides is not Sides.EACH
    )


def _counting(timeline: Timeline, phase: Phase) -> Tone | None:
    """What counts the last seconds of a phase down; None where nothing is counted."""
    if phase.kind is PhaseKind.WORK:
        return Tone.LAST_SECONDS
    return Tone.LEAD_IN if tone_after(timeline, phase) is Tone.START else None


def _lead_in_tones(now: Snapshot) -> Iterator[TimedTone]:
    left = now.lead_in_remaining
    yield from (TimedTone(left - n, Tone.LEAD_IN) for n in range(COUNT, 0, -1))
    if now.phase.kind is PhaseKind.WORK:
        yield TimedTone(left, Tone.START)


def _from_now(tones: "tuple[TimedTone, ...] | Iterator[TimedTone]", elapsed: float) -> Iterator[TimedTone]:
    for tone in tones:
        if tone.at - elapsed > -RECENT:
            yield TimedTone(tone.at - elapsed, tone.tone)
