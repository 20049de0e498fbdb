"""The editor's rows: what each block and step of a routine says. Pure: values in, values out."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, structs

from trainer.core.balance_lint import Remark
from trainer.core.editing import Place
from trainer.core.exercise import Exercise
from trainer.core.routine import Block, RemarkKind, Routine, Step
from trainer.core.step_times import RoutineTimes
from trainer.language import tr
from trainer.library.remark_words import remark_title
from trainer.ui.editor.wording import capitalised, clock, rounds_text, seconds_text, spoken_work, work_text


class RowKind(StrEnum):
    """What a row stands for."""

    BLOCK = "block"
    STEP = "step"
    EMPTY = "empty"  # a block without steps


class EditorRow(Struct, frozen=True):
    """Everything a row shows and says."""

    kind: RowKind
    place: Place
    text: str
    spoken: str
    detail: str = ""
    set_up: str = ""
    work: str = ""
    time: str = ""  # of a block
    chip: str = ""  # of a block done more than once
    on: bool = True
    open: bool = True  # of a block: its steps show
    exercise: str = ""
    variant: str = ""
    remark: str = ""  # the first thing to look at, in few words
    hint: bool = False  # the remark is only a hint
    set_up_value: int = 0
    work_value: int = 0  # seconds or repetitions; 0 of an open step
    counts_reps: bool = False


def editor_rows(
    routine: Routine,
    times: RoutineTimes,
    remarks: Sequence[Remark],
    exercises: Mapping[str, Exercise],
    folded: Collection[int] = (),
) -> tuple[EditorRow, ...]:
    """The rows of a routine; blocks in `folded` show no steps."""
    of_place: dict[Place, Remark] = {}
    for remark in remarks:
        if remark.place is not None:
            of_place.setdefault(remark.place, remark)
    rows: list[EditorRow] = []
    for b, block in enumerate(routine.blocks):
        is_open = b not in folded
        rows.append(_block_row(Place(b), block, times, of_place.get(Place(b)), is_open=is_open))
        if not is_open:
            continue
        if not block.steps:
            hint = tr("No steps yet: Insert adds one")
            rows.append(EditorRow(RowKind.EMPTY, Place(b, 0), hint, hint))
        for s, step in enumerate(block.steps):
            place = Place(b, s)
            row = _step_row(place, step, exercises[step.exercise], times, of_place.get(place))
            rows.append(_with_rounds(row, step, block))
    return tuple(rows)


def _with_rounds(row: EditorRow, step: Step, block: Block) -> EditorRow:
    """The row of a step that is done in a set of its own, or otherwise from a round on, says so."""
    said = [tr("{rounds} in a set").format(rounds=rounds_text(one.rounds)) for one in block.sets if one.id == step.set]
    if step.by_round:
        said.append(tr("changes from round {n}").format(n=min(change.round for change in step.by_round)))
    if not said or not step.on:
        return row
    detail = " \N{MIDDLE DOT} ".join((*said, row.detail) if row.detail else said)
    return structs.replace(row, detail=detail, spoken=", ".join((row.spoken, *said)))


def _block_row(place: Place, block: Block, times: RoutineTimes, remark: Remark | None, *, is_open: bool) -> EditorRow:
    time = clock(times.blocks[place.block])
    chip = rounds_text(block.rounds) if block.rounds > 1 else ""
    title = "" if remark is None else remark_title(remark)
    parts = (block.name, chip, time, title, "" if is_open else tr("folded"))
    return EditorRow(
        kind=RowKind.BLOCK,
        place=place,
        text=block.name,
        spoken=", ".join(part for part in parts if part),
        time=time,
        chip=chip,
        open=is_open,
        remark=title,
    )


def _step_row(place: Place, step: Step, exercise: Exercise, times: RoutineTimes, remark: Remark | None) -> EditorRow:
    time = times.steps.get(place)
    variant = exercise.variant(step.variant)
    details = [] if variant is None else [capitalised(variant.name)]
    if step.rest:
        details.append(tr("then {seconds} s rest").format(seconds=step.rest))
    if step.note:
        details.append(step.note)
    if not step.on:
        details = [tr("Switched off, kept for later")]
    set_up = time.set_up if time is not None else float(step.get_ready or 0)
    title = "" if remark is None else remark_title(remark)
    spoken = [exercise.name, spoken_work(step, time), *details]
    if time is not None:
        spoken.insert(2, tr("{seconds} s set-up").format(seconds=round(set_up)))
    return EditorRow(
        kind=RowKind.STEP,
        place=place,
        text=exercise.name,
        spoken=", ".join((*spoken, title) if title else spoken),
        detail=" \N{MIDDLE DOT} ".join(details),
        set_up=seconds_text(set_up) if time is not None or step.get_ready is not None else "",
        work=work_text(step, time),
        on=step.on,
        exercise=step.exercise,
        variant=step.variant,
        remark=title,
        hint=remark is not None and remark.kind is RemarkKind.ORDER,
        set_up_value=round(set_up),
        work_value=step.seconds or step.reps or 0,
        counts_reps=step.reps is not None,
    )
