"""Laps: a workout as watches keep one, laid out on the clock, for the formats that want times rather than sums.

A lap is one step's work (both sides of it, and the switch between), or the rest and the getting ready before it.
The log keeps the active seconds of each, in order, and how long was paused in all, not when: so laps follow each other
from the start of the workout, and what was paused or away comes after the last.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind

_WORKING = (PhaseKind.WORK, PhaseKind.SWITCH_SIDES)


class Lap(Struct, frozen=True):
    """Active time in one piece. `kcal` is rounded so that the laps add up to the workout's estimate."""

    started: datetime  # aware, UTC
    seconds: float
    kcal: int
    working: bool  # False: rest, get ready
    name: str  # the exercise's; of a rest that of the step it follows
    block: BlockKind | None = None
    reps: int | None = None
    load_kg: float | None = None

    @property
    def ended(self) -> datetime:
        """Aware, UTC."""
        return self.started + timedelta(seconds=self.seconds)


def laps_of(logged: LoggedWorkout) -> tuple[Lap, ...]:
    """The laps of a workout, in order; one of all its active time if the log has no spans of it. Never empty."""
    workout, counted = logged.workout, ledger_of(logged.workout)
    steps = {step.index: step for step in workout.steps}
    scale = logged.energy.mid / counted.mid if counted.mid > 0 else 0.0  # as it was logged, which may be otherwise
    laps: list[Lap] = []
    seconds = kcal = 0.0
    told = 0  # kcal of the laps so far
    place: tuple[int, bool] | None = None
    for line in counted.lines:
        if line.seconds <= 0:
            continue
        here = (line.step, line.kind in _WORKING)
        new = here != place
        place = here
        start = workout.started + timedelta(seconds=seconds)
        seconds += line.seconds
        kcal += line.kcal * scale
        part, told = round(kcal) - told, round(kcal)
        if not new:
            last = laps.pop()
            start, part = last.started, last.kcal + part
        step = steps.get(line.step)
        laps.append(
            Lap(
                started=start,
                seconds=(workout.started - start).total_seconds() + seconds,
                kcal=part,
                working=here[1],
                name=line.exercise if step is None else step.name,
                block=line.block,
                reps=step.reps if step is not None and here[1] else None,
                load_kg=step.load_kg if step is not None and here[1] else None,
            )
        )
    if laps:
        return tuple(laps)
    return (Lap(workout.started, workout.active_seconds, round(logged.energy.mid), True, workout.routine_name),)


def ended_of(logged: LoggedWorkout, laps: tuple[Lap, ...]) -> datetime:
    """When the workout was over, never before its last lap. Aware, UTC."""
    ended = logged.workout.ended
    return laps[-1].ended if ended is None else max(ended, laps[-1].ended)
