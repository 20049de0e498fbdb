"""Session strip: a finished session from its first second to its last, as stretches of work, rest, pause and away."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, structs

from trainer.core.events import (
    AnyEvent,
    LeadInStarted,
    Paused,
    PhaseEnded,
    PhaseStarted,
    Resumed,
    SessionEnded,
    SessionStarted,
    WasAway,
)
from trainer.core.timeline import PhaseKind, Side

_LEAST = 1e-6  # seconds: what is shorter is rounding


class StretchKind(StrEnum):
    """What went on."""

    WORK = "work"
    GET_READY = "get-ready"
    SWITCH_SIDES = "switch-sides"
    REST = "rest"
    PAUSED = "paused"  # the seconds of lead-in included
    AWAY = "away"  # sleep, a closed lid, the program ended; nobody was there


_BY_PHASE = {
    PhaseKind.WORK: StretchKind.WORK,
    PhaseKind.GET_READY: StretchKind.GET_READY,
    PhaseKind.SWITCH_SIDES: StretchKind.SWITCH_SIDES,
    PhaseKind.REST: StretchKind.REST,
}


class Stretch(Struct, frozen=True):
    """Seconds from `begin` to `end` on the session's clock. `step`: the planned step it leads to or does."""

    kind: StretchKind
    begin: float
    end: float
    step: int
    side: Side | None = None

    @property
    def seconds(self) -> float:
        """How long it was."""
        return self.end - self.begin


def session_strip(events: Iterable[AnyEvent]) -> tuple[Stretch, ...]:
    """The stretches of a finished session, in order and without gaps.

    Where the program ended and took the session up again, no event says when it ended; it follows from the active
    seconds that the phase was left with, and what lies between counts as away.
    """
    strip = _Strip()
    for event in events:
        strip.take(event)
    return tuple(strip.stretches)


class _Strip:
    """What has been read so far. A visit is the time from entering a phase to leaving it."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self._begin = 0.0  # of the stretch that goes on
        self._kind: StretchKind | None = None  # of the phase; None before the first and after the last
        self._step, self._side = 0, None  # type: tuple[int, Side | None]
        self._still = False  # paused, or in the lead-in
        self._visit = 0  # place in `stretches` where the visit begins
        self._cuts: list[int] = []  # places of the visit's running stretches that end where the session was taken up

    def take(self, event: AnyEvent) -> None:
        """Go on by one event."""
        match event:
            case SessionStarted():
                self._begin = event.at
            case PhaseStarted():
                self._end_at(event.at)
                self._kind, self._step, self._side = _BY_PHASE[event.kind], event.step, event.side
                self._visit, self._cuts = len(self.stretches), []
            case PhaseEnded():
                self._end_at(event.at)
                self._part_away(event.seconds)
                if not self._still:
                    self._kind = None
            case Paused():
                self._end_at(event.at)
                self._still = True
            case LeadInStarted():
                if not self._still and self._end_at(event.at):
                    self._cuts.append(len(self.stretches) - 1)
                self._still = True
            case Resumed():
                self._end_at(event.at)
                self._still = False
            case WasAway():
                self._end_at(event.at - event.seconds)
                self._add(StretchKind.AWAY, event.at)
            case SessionEnded():
                self._end_at(event.at)
                self._kind = None
            case _:
                pass

    def _end_at(self, at: float) -> bool:
        """End the stretch that goes on; False where it had no length."""
        kind = StretchKind.PAUSED if self._still else self._kind
        if kind is not None and at - self._begin > _LEAST:
            self._add(kind, at)
            return True
        return False

    def _add(self, kind: StretchKind, end: float) -> None:
        if end - self._begin > _LEAST:
            self.stretches.append(Stretch(kind, self._begin, end, self._step, self._side))
            self._begin = end

    def _part_away(self, active: float) -> None:
        """Take what was not active out of the stretches that a taking-up ended, the last of them first."""
        ran = sum(s.seconds for s in self.stretches[self._visit :] if s.kind not in _STANDING)
        surplus = ran - active
        for place in reversed(self._cuts):
            if surplus <= _LEAST:
                break
            cut = self.stretches[place]
            away = min(surplus, cut.seconds)
            surplus -= away
            parted = [structs.replace(cut, end=cut.end - away), structs.replace(cut, begin=cut.end - away)]
            parted[1] = structs.replace(parted[1], kind=StretchKind.AWAY, side=None)
            self.stretches[place : place + 1] = [one for one in parted if one.seconds > _LEAST]


_STANDING = (StretchKind.PAUSED, StretchKind.AWAY)
