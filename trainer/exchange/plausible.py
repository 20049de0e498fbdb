"""What a workout in a file may be: bounds that no person meets and no database minds."""

from datetime import UTC, datetime
from math import isfinite
from typing import Final
from uuid import UUID

from trainer.core.weighing import Weighing
from trainer.core.workout import Workout, WorkoutState
from trainer.language import tr

MOST_TEXT: Final = 1_000  # characters of a name
MOST_NOTE: Final = 100_000  # of a note
MOST_STEPS: Final = 5_000
MOST_SPANS: Final = 50_000
MOST_SECONDS: Final = 30 * 86_400.0  # of anything timed: a month
KILOGRAMS: Final = (10.0, 1_000.0)  # of a person
MOST_LOAD_KG: Final = 2_000.0
MOST_REPS: Final = 100_000
METS: Final = (0.0, 30.0)  # the Compendium goes from 0.95 to 23
MOST_COUNT: Final = 1_000_000  # of rounds, places, minutes and kcal claimed
EARLIEST: Final = datetime(1900, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


def flaw_of(workout: Workout) -> str:
    """What can't be so, as the middle of a sentence; empty where all is plausible."""
    return _flaw_of_times(workout) or _flaw_of_numbers(workout) or _flaw_of_parts(workout)


def flaw_of_weighing(weighing: Weighing) -> str:
    """As `flaw_of`."""
    if not _is_uuid(weighing.id):
        return tr("its id must be a UUID")
    if not EARLIEST <= weighing.weighed <= LATEST or not EARLIEST.date() <= weighing.local_date <= LATEST.date():
        return tr("its times must lie between 1900 and 2200")
    if not _between(weighing.kg, *KILOGRAMS):
        return tr("its kg must be between {least:g} and {most:g}").format(least=KILOGRAMS[0], most=KILOGRAMS[1])
    return ""


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _flaw_of_times(workout: Workout) -> str:
    if not _is_uuid(workout.id):
        return tr("its id must be a UUID")
    if workout.state is WorkoutState.OPEN:
        return tr("its state must be complete or partial")
    for moment in (workout.started, workout.ended):
        if moment is not None and not EARLIEST <= moment <= LATEST:
            return tr("its times must lie between 1900 and 2200")
    if not EARLIEST.date() <= workout.local_date <= LATEST.date():
        return tr("its times must lie between 1900 and 2200")
    if workout.ended is not None and workout.ended < workout.started:
        return tr("it ended before it began")
    return ""


def _flaw_of_numbers(workout: Workout) -> str:
    weight, effort = workout.weight_kg, workout.effort
    if not all(_between(one, 0, MOST_SECONDS) for one in _seconds(workout)):
        return tr("its seconds must be between 0 and {most}, which is a month").format(most=round(MOST_SECONDS))
    if weight is not None and not _between(weight, *KILOGRAMS):
        return tr("its weight_kg must be between {least:g} and {most:g}").format(least=KILOGRAMS[0], most=KILOGRAMS[1])
    if effort is not None and not 1 <= effort <= 10:
        return tr("its effort must be from 1 to 10")
    claim = workout.claim
    claimed = () if claim is None else (claim.minutes, claim.kcal_low, claim.kcal_high)
    if not all(one is None or 0 <= one <= MOST_COUNT for one in claimed):
        return tr("what its page claims must be between 0 and {most}").format(most=MOST_COUNT)
    return ""


def _flaw_of_parts(workout: Workout) -> str:
    steps, spans = workout.steps, workout.spans
    if len(steps) > MOST_STEPS or len(spans) > MOST_SPANS:
        said = tr("it must have at most {steps} steps and {spans} spans")
        return said.format(steps=MOST_STEPS, spans=MOST_SPANS)
    if len({step.index for step in steps}) < len(steps):
        return tr("two of its steps have the same index")
    if any(not 0 <= one <= MOST_COUNT for step in steps for one in (step.index, step.round, step.place)):
        return tr("index, round and place of a step must be between 0 and {most}").format(most=MOST_COUNT)
    if any(step.reps is not None and not 0 <= step.reps <= MOST_REPS for step in steps):
        return tr("the reps of a step must be between 0 and {most}").format(most=MOST_REPS)
    if any(step.load_kg is not None and not _between(step.load_kg, 0, MOST_LOAD_KG) for step in steps):
        return tr("the load_kg of a step must be between 0 and {most:g}").format(most=MOST_LOAD_KG)
    if any(not 0 <= span.step <= MOST_COUNT or not _between(span.met.value, *METS) for span in spans):
        return tr("the MET of a span must be between {least:g} and {most:g}").format(least=METS[0], most=METS[1])
    if len(workout.note) > MOST_NOTE or any(len(one) > MOST_TEXT for one in _texts(workout)):
        said = tr("a name must have at most {name} characters, a note {note}")
        return said.format(name=MOST_TEXT, note=MOST_NOTE)
    return ""


def _between(value: float, least: float, most: float) -> bool:
    return isfinite(value) and least <= value <= most


def _seconds(workout: Workout) -> list[float]:
    found = [workout.active_seconds, workout.paused_seconds, workout.away_seconds]
    found += [span.seconds for span in workout.spans]
    for step in workout.steps:
        found += [step.planned_seconds, step.worked_seconds]
    return found


def _texts(workout: Workout) -> list[str]:
    found = [workout.routine, workout.routine_name, workout.energy_method]
    for step in workout.steps:
        found += [step.block_name, step.exercise, step.name, step.variant, step.variant_name]
    for span in workout.spans:
        found += [span.exercise, span.variant, span.met.code]
    if workout.claim is not None:
        found.append(workout.claim.source)
    return found
