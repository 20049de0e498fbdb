"""A session that really runs: the engine and the driver of the program, and a clock that the test moves."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from tests.fakes import FakeClock
from tests.ui.examples import catalogue
from trainer.core.events import AnyEvent
from trainer.core.routine import Routine
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind, Timeline, compile_timeline
from trainer.ui.workout.session_driver import SessionDriver
from trainer.ui.workout.stage_model import Stage, StageWords

EventT = TypeVar("EventT")


class Running:
    """One session: `driver` takes commands, `go` lets time pass, `events` is what was told."""

    def __init__(self, timeline: Timeline, *, speed: float = 1.0) -> None:
        self.clock = FakeClock(speed=speed)
        self.driver = SessionDriver(SessionEngine(timeline), self.clock)
        self.words = StageWords(timeline, catalogue().exercises, catalogue().equipment)
        self.events: list[AnyEvent] = []
        self.snapshots: list[Snapshot] = []
        self.driver.events_happened.connect(self.events.extend)
        self.driver.changed.connect(self.snapshots.append)

    def go(self, seconds: float) -> None:
        """Let time pass, looked at every second at least, as the window does."""
        while seconds > 0:
            step = min(seconds, 1.0)
            self.clock.advance(step)
            self.driver.tick()
            seconds -= step

    def go_to(self, reached: Callable[[Snapshot], bool], at_most: int = 4000) -> Snapshot:
        """Let whole seconds pass until the session stands so; a step that waits is done at once."""
        for _ in range(at_most):
            now = self.now
            if reached(now):
                return now
            if now.length is None and now.state is SessionState.RUNNING:
                self.driver.primary()
            else:
                self.go(1.0)
        raise AssertionError("the session never stood so")

    def go_to_kind(self, kind: PhaseKind) -> Snapshot:
        """Let time pass until a phase of that kind."""
        return self.go_to(lambda now: now.phase.kind is kind)

    def state(self) -> SessionState:
        """Whether it runs, now."""
        return self.now.state

    @property
    def now(self) -> Snapshot:
        return self.driver.snapshot()

    @property
    def stage(self) -> Stage:
        """What the stage says now."""
        return self.words.stage(self.now)

    def told(self, kind: type[EventT]) -> list[EventT]:
        """The events of a kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]


def shipped(routine_id: str) -> Routine:
    """A routine that comes with the program."""
    entry = catalogue().routine(routine_id)
    assert entry is not None
    return entry.routine


def planned(routine_id: str = "upper-and-lower-back", variants: Mapping[str, str] = {}) -> Timeline:
    """Its timeline, everything as written."""
    return compile_timeline(shipped(routine_id), catalogue().exercises, variants=variants)


def open_ended(timeline: Timeline) -> Timeline:
    """The same timeline, its work waiting for the person and counting nothing but time."""
    return msgspec.structs.replace(
        timeline,
        steps=tuple(msgspec.structs.replace(step, seconds=None, reps=None) for step in timeline.steps),
        phases=tuple(
            msgspec.structs.replace(phase, seconds=None) if phase.kind is PhaseKind.WORK else phase
            for phase in timeline.phases
        ),
    )
