"""What the editor's page shows of a routine. Values in, values out."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from trainer.core.balance_lint import Remark, remarks
from trainer.core.editing import History, step_at
from trainer.core.exercise import Exercise
from trainer.core.reading import cue_readings
from trainer.core.routine import RemarkKind, Routine
from trainer.core.set_editing import repeats
from trainer.core.step_times import RoutineTimes, routine_times
from trainer.language import tr
from trainer.library.remark_words import remark_sentence, remark_title
from trainer.ui.editor.inspector import Inspected, SaidRemark
from trainer.ui.editor.rows import EditorRow, editor_rows
from trainer.ui.editor.step_form import StepValues
from trainer.ui.editor.timeline_bar import Stretch, stretches


class DeskValues(Struct, frozen=True):
    """Everything the page shows of a routine being edited."""

    routine: Routine
    history: History
    seconds: float
    difference: float  # seconds more than when it was opened or last saved
    saved: bool
    rows: tuple[EditorRow, ...]
    stretches: tuple[Stretch, ...]
    inspected: Inspected
    good: tuple[str, ...]  # what is as it should be, in few words
    tags: tuple[tuple[Remark, str], ...]  # what to look at, in few words


def desk_values(
    history: History,
    before: Routine,
    exercises: Mapping[str, Exercise],
    folded: Collection[int] = (),
    *,
    saved: bool,
) -> DeskValues:
    """Word a routine as it stands. `before`: as it was when it was opened or last saved."""
    routine = history.now.routine
    times = routine_times(routine, exercises)
    said = remarks(routine, exercises) if times.steps else ()
    return DeskValues(
        routine=routine,
        history=history,
        seconds=times.seconds,
        difference=times.seconds - routine_times(before, exercises).seconds,
        saved=saved,
        rows=editor_rows(routine, times, said, exercises, folded),
        stretches=stretches(routine, times),
        inspected=_inspected(history, times, said, exercises),
        good=_good(said) if times.steps else (),
        tags=tuple((remark, _tag(remark, routine)) for remark in said),
    )


def _inspected(
    history: History, times: RoutineTimes, said: tuple[Remark, ...], exercises: Mapping[str, Exercise]
) -> Inspected:
    routine, place = history.now.routine, history.now.place
    here = tuple(
        SaidRemark(remark, remark_sentence(remark, routine, exercises)) for remark in said if remark.place == place
    )
    if place is None or place.block >= len(routine.blocks):
        return Inspected(routine, remarks=here)
    block, step = routine.blocks[place.block], step_at(routine, place)
    if step is None:
        return Inspected(routine, block, remarks=here)
    exercise = exercises[step.exercise]
    time = times.steps.get(place)
    seconds = None if step.seconds is None else time.work if time is not None else float(step.seconds)
    readings = cue_readings(exercise, exercise.variant(step.variant), seconds)
    return Inspected(routine, block, StepValues(step, exercise, time, repeats(routine, place)), here, readings)


def _good(said: tuple[Remark, ...]) -> tuple[str, ...]:
    kinds = {remark.kind for remark in said}
    words = []
    if RemarkKind.SIDES not in kinds:
        words.append(tr("Left and right equal"))
    if RemarkKind.CUE not in kinds:
        words.append(tr("Every cue can be read in time"))
    return tuple(words)


def _tag(remark: Remark, routine: Routine) -> str:
    """A remark in few words, with the numbers of the steps it is about."""
    place, other = remark.place, remark.other
    if place is None or place.step is None:
        return remark_title(remark)
    number = _number(routine, place.block, place.step)
    if remark.kind is RemarkKind.ORDER and other is not None and other.step is not None:
        return tr("Swap {first} and {second} to save a set-up").format(first=number, second=number + 1)
    return tr("{number}: {remark}").format(number=number, remark=remark_title(remark))


def _number(routine: Routine, block: int, step: int) -> int:
    """A step's number among all of the routine, from 1."""
    return sum(len(one.steps) for one in routine.blocks[:block]) + step + 1
