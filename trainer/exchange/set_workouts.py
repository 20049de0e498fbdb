"""Sets made into workouts of the log.

What the file does not say is stated by a model and told in the report: a repetition takes 3 seconds, as everywhere in
Trainer; what is left of the workout's length is rest between the sets, at most 5 minutes each, beyond that time away.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from trainer.core.energy import METHOD
from trainer.core.events import StepOutcome
from trainer.core.routine import BlockKind
from trainer.core.timeline import REP_ESTIMATE, PhaseKind
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState, WorkoutStep
from trainer.exchange.exercise_names import ExerciseNames, Named
from trainer.exchange.incoming import ImportKind
from trainer.exchange.set_rows import SetRow
from trainer.language import tr

LONGEST_REST: Final = 300.0  # between two sets; who forgot to end the workout did not rest till midnight. Ours.
DISTANCE_SECONDS: Final = 60.0  # of a set that says how far but not how long. Ours.

_SOURCES: Final = {
    ImportKind.STRONG: WorkoutSource.STRONG,
    ImportKind.HEVY: WorkoutSource.HEVY,
    ImportKind.FITNOTES: WorkoutSource.FITNOTES,
}


def workout_of(
    kind: ImportKind, rows: Sequence[SetRow], names: ExerciseNames, weight_kg: float | None
) -> Workout | None:
    """The workout of rows that belong together, in their order; None where nothing was done in them."""
    sets = [row for row in rows if not row.rest and not row.empty]
    if not sets:
        return None
    first = sets[0]
    found = {row.exercise: names.counted(row.exercise, cardio=row.cardio) for row in sets}
    lengths = [_seconds(row) for row in sets]
    rests = _rests(rows, sets, sum(lengths))
    steps, spans = [], []
    rounds: dict[str, int] = {}
    for index, (row, seconds) in enumerate(zip(sets, lengths, strict=True)):
        named = found[row.exercise]
        block = BlockKind.WARM_UP if row.warm_up else named.block
        steps.append(_step(index, row, named, block, seconds, rounds))
        spans.append(Span(index, PhaseKind.WORK, block, named.id, "", named.met, seconds))
        if rests[index] > 0:
            spans.append(Span(index, PhaseKind.REST, block, named.id, "", named.met, rests[index]))
    active = sum(span.seconds for span in spans)
    ended = _ended(first, active)
    offset = first.started.utcoffset() or timedelta()
    return Workout(
        id=str(uuid5(NAMESPACE_URL, f"{kind}:{first.started.replace(tzinfo=None).isoformat()}:{first.workout}")),
        routine="",
        routine_name=first.workout or _usual_name(steps),
        state=WorkoutState.COMPLETE,
        started=first.started,
        ended=ended,
        utc_offset_minutes=round(offset.total_seconds() / 60),
        local_date=first.started.date(),
        active_seconds=active,
        paused_seconds=0.0,
        away_seconds=max(0.0, (ended - first.started).total_seconds() - active),
        weight_kg=weight_kg,
        energy_method=METHOD,
        steps=tuple(steps),
        spans=tuple(spans),
        note=_note(sets),
        source=_SOURCES[kind],
    )


def _step(
    index: int, row: SetRow, named: Named, block: BlockKind, seconds: float, rounds: dict[str, int]
) -> WorkoutStep:
    place = list(rounds).index(named.id) if named.id in rounds else len(rounds)
    rounds[named.id] = rounds.get(named.id, -1) + 1
    return WorkoutStep(
        index=index,
        block=block,
        block_name=_block_name(block),
        round=rounds[named.id],
        place=place,
        exercise=named.id,
        name=named.name,
        variant="",
        variant_name="",
        outcome=StepOutcome.DONE,
        planned_seconds=seconds,
        worked_seconds=seconds,
        reps=row.reps or None,
        load_kg=row.load_kg or None,
    )


def _seconds(row: SetRow) -> float:
    return row.seconds or row.reps * REP_ESTIMATE or DISTANCE_SECONDS


def _rests(rows: Iterable[SetRow], sets: Sequence[SetRow], worked: float) -> list[float]:
    """Seconds of rest behind each set: as the file says, else an equal share of what is left of the workout."""
    told = [0.0] * len(sets)
    place = -1
    for row in rows:
        if row.rest and place >= 0:
            told[place] = min(row.rest, LONGEST_REST)
        elif place + 1 < len(sets) and row is sets[place + 1]:
            place += 1
    if any(told) or len(sets) == 1:
        return told
    whole = _length(sets[0])
    each = min(LONGEST_REST, max(0.0, whole - worked) / (len(sets) - 1))
    return [each] * (len(sets) - 1) + [0.0]


def _length(row: SetRow) -> float:
    if row.ended is not None:
        return max(0.0, (row.ended - row.started).total_seconds())
    return row.length


def _ended(row: SetRow, active: float) -> datetime:
    return row.started + timedelta(seconds=max(_length(row), active))


def _note(sets: Sequence[SetRow]) -> str:
    """The workout's note, then what was noted beside its exercises, distances included."""
    lines = dict.fromkeys(row.workout_note for row in sets if row.workout_note)
    for row in sets:
        told = ", ".join(part for part in (row.distance, row.note) if part)
        if told:
            lines[tr("{exercise}: {note}").format(exercise=row.exercise, note=told)] = None
    return "\n".join(lines)


def _usual_name(steps: Sequence[WorkoutStep]) -> str:
    if all(step.block is BlockKind.CARDIO for step in steps):
        return tr("Cardio workout")
    return tr("Strength workout")


def _block_name(block: BlockKind) -> str:
    return {
        BlockKind.WARM_UP: tr("Warm-up"),
        BlockKind.STRENGTH: tr("Strength"),
        BlockKind.CARDIO: tr("Cardio"),
        BlockKind.MOBILITY: tr("Mobility"),
        BlockKind.STRETCH: tr("Stretch"),
    }[block]
