"""CueDirector: follows a session and tells which line is to be said now. The same session gives the same lines."""

from collections.abc import Mapping
from typing import Final

from trainer.core.cue_lines import Next, Part, SwitchSides, Verbosity
from trainer.core.cue_schedule import (
    BETWEEN_LINES,
    WINDOW,
    Heard,
    PlannedLine,
    Speaker,
    Told,
    plan_lines,
)
from trainer.core.events import (
    AnyEvent,
    Paused,
    PhaseStarted,
    Resumed,
    SessionEnded,
    Skipped,
    SkipUndone,
    TimeAdjusted,
    VariantChanged,
)
from trainer.core.exercise import Exercise
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import Timeline
from trainer.core.tones import tones_from

HORIZON: Final = 150.0  # seconds planned ahead: what lies farther has no bearing on the next 45
HUSH: Final = 0.25  # seconds before a tone at which a line not out yet is cut: speech-dispatcher takes 0.1 to 0.2
LATE: Final = 0.3  # seconds a line may begin late without being planned anew
_CANCELLING: Final = (Paused, Skipped, SkipUndone, SessionEnded)
_REPLANNING: Final = (*_CANCELLING, PhaseStarted, Resumed, TimeAdjusted, VariantChanged)


class CueDirector:
    """Plans ahead, and anew whenever something happens that was not in the plan."""

    def __init__(self, timeline: Timeline, exercises: Mapping[str, Exercise], speaker: Speaker) -> None:
        self._timeline = timeline
        self._exercises = exercises
        self._speaker = speaker
        self._plan: tuple[PlannedLine, ...] | None = None
        self._told: Told | None = None  # by now
        self._told_before: Told | None = None  # before the line under way
        self._parts: set[Part] = set()  # said in this visit to the phase
        self._begun: list[float] = []
        self._under_way: PlannedLine | None = None
        self._free_from = 0.0  # the session's moment from which the line under way leaves room for another
        self._step = -1

    @property
    def verbosity(self) -> Verbosity:
        return self._speaker.verbosity

    def set_speaker(self, speaker: Speaker) -> None:
        """Other words, another pace, or more or less of it, from now on."""
        self._speaker = speaker
        self._plan = None

    def follow(self, events: tuple[AnyEvent, ...]) -> bool:
        """What has happened. Returns whether what is being said no longer holds and must stop at once.

        A skip makes everything planned stale; a pause in the middle of a name makes it unsaid.
        """
        cancelled = False
        for event in events:
            if isinstance(event, _REPLANNING):
                self._plan = None
            match event:
                case PhaseStarted(step=step):
                    self._parts &= {Part.FETCH} if step == self._step else set()
                    self._step = step
                case Skipped() | SkipUndone():
                    self._told = None
                    self._parts.clear()
                case Paused(at=at):
                    self._take_back(at)
                case TimeAdjusted():
                    self._parts.discard(Part.TEN_LEFT)
                case _:
                    pass
            if isinstance(event, _CANCELLING):
                cancelled, self._under_way, self._free_from = True, None, 0.0
        return cancelled

    def due(self, now: Snapshot, *, busy: bool = False) -> PlannedLine | None:
        """The line to begin at this moment, given out once; None if there is none.

        `busy`: one is still being said. Then names and sides go before it, and the others wait as long as they may.
        """
        if now.state is not SessionState.RUNNING:
            return None
        if self._plan is None:
            self._plan = self._planned(now, now.at)
        line = self._first(now)
        if line is None:
            return None
        if busy and not line.part.essential:
            self._plan = self._planned(now, now.at + LATE)
            return None
        if now.elapsed - line.offset > LATE:
            self._plan = self._planned(now, now.at)
            line = self._first(now)
            if line is None:
                return None
        return self._begin(line, now)

    def seconds_to_tone(self, now: Snapshot) -> float | None:
        """How long until the next tone; None where none is to come in this phase."""
        ahead = [tone.at for tone in tones_from(self._timeline, now) if tone.at > 0]
        return min(ahead, default=None)

    def must_hush(self, now: Snapshot) -> bool:
        """Whether a line still being said would run into a tone: it took longer than any estimate."""
        left = self.seconds_to_tone(now)
        return left is not None and left <= HUSH

    def _planned(self, now: Snapshot, free_from: float) -> tuple[PlannedLine, ...]:
        self._begun = [begun for begun in self._begun if now.at - begun < WINDOW]
        heard = Heard(self._told, frozenset(self._parts), tuple(self._begun), max(free_from, self._free_from))
        return plan_lines(self._timeline, self._exercises, now, self._speaker, heard, horizon=HORIZON)

    def _first(self, now: Snapshot) -> PlannedLine | None:
        for line in self._plan or ():
            if line.phase == now.phase.index and line.offset <= now.elapsed + 1e-6:
                return line
        return None

    def _begin(self, line: PlannedLine, now: Snapshot) -> PlannedLine:
        self._plan = tuple(one for one in self._plan or () if one is not line)
        self._parts.add(line.part)
        self._begun.append(now.at)
        self._told_before = self._told
        if isinstance(line.line, Next) or (isinstance(line.line, SwitchSides) and line.part is Part.SIDE):
            self._told = Told(now.step.index, line.line.side)
        self._under_way = line
        self._free_from = now.at + line.seconds + BETWEEN_LINES
        return line

    def _take_back(self, at: float) -> None:
        """A pause cut the line under way off: a name or side is to be said again."""
        line = self._under_way
        if line is not None and line.part.essential and at < line.end:
            self._told = self._told_before
            self._parts.discard(line.part)
            self._begun = self._begun[:-1]
