"""The rows of the routine panel, worded: a timeline and what became of its steps in, a flat list out.

Pure: the same values always give the same rows. `RoutineList` shows them.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from trainer.core.events import StepOutcome
from trainer.core.timeline import Phase, PhaseKind, PlannedStep, Timeline
from trainer.language import ntr, tr
from trainer.ui.widgets.step_words import move_name
from trainer.ui.workout.amounts import listed, moves_text
from trainer.ui.workout.wording import clock, seconds_or_minutes

#: Block and round, both 0-based: one foldable group of the panel.
GroupKey = tuple[int, int]


class RowKind(StrEnum):
    """What a row of the panel is."""

    GROUP = "group"
    STEP = "step"
    GAP = "gap"


class Mark(StrEnum):
    """The sign in front of a row."""

    NONE = "none"
    NUMBER = "number"  # still to come: its place in the round
    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    CURRENT = "current"
    OPEN = "open"  # a group whose steps are shown
    FOLDED = "folded"


class PanelRow(Struct, frozen=True):
    """One row. `spoken` is what assistive technology reads; it begins with the exercise's or block's name."""

    kind: RowKind
    group: GroupKey = (0, 0)
    text: str = ""
    detail: str = ""
    time: str = ""
    mark: Mark = Mark.NONE
    number: int = 0  # 1-based place in the round
    step: int | None = None  # index into Timeline.steps
    exercise: str = ""
    changed: bool = False  # `detail` names a form other than the routine's own
    on: bool | None = None  # an optional block's switch; None: it has none
    block: str = ""  # the block's name, of a group
    spoken: str = ""


_GAP = PanelRow(kind=RowKind.GAP)

_MARKS = {
    StepOutcome.PENDING: Mark.NUMBER,
    StepOutcome.CURRENT: Mark.CURRENT,
    StepOutcome.DONE: Mark.DONE,
    StepOutcome.PARTIAL: Mark.PARTIAL,
    StepOutcome.SKIPPED: Mark.SKIPPED,
}


def ready_rows(
    plan: Timeline, optional: Collection[str], off: Collection[str], folds: Mapping[GroupKey, bool]
) -> tuple[PanelRow, ...]:
    """The rows before the start: each block once, however many rounds it has.

    plan: the timeline with EVERY block in it, so that a block switched off can say what it would add.
    optional, off: names of the blocks with a switch, and of those switched off.
    folds: groups the person opened (True) or folded; by default the optional ones are folded.
    """
    rows: list[PanelRow] = []
    phases = _phases_by_step(plan)
    for number, block in enumerate(plan.blocks):
        steps = [step for step in plan.steps if step.block == number]
        first_round = [step for step in steps if step.round == 0]
        key = (number, 0)
        switchable = block.name in optional
        on = block.name not in off
        opened = folds.get(key, not switchable) and on
        moves = moves_text(len(first_round))
        if block.rounds > 1:
            rounds = ntr("{n} round", "{n} rounds", block.rounds)
            moves = tr("{moves}, {rounds}").format(moves=moves, rounds=rounds)
        time = clock(_seconds(steps, phases))
        if rows:
            rows.append(_GAP)
        rows.append(
            PanelRow(
                kind=RowKind.GROUP,
                group=key,
                text=block.name,
                detail=moves,
                time=time,
                mark=_fold_mark(opened) if switchable and on else Mark.NONE,
                on=on if switchable else None,
                block=block.name,
                spoken=listed(block.name, moves, time, _switch_words(on) if switchable else ""),
            )
        )
        if opened:
            rows.extend(_ready_row(step, key, phases) for step in first_round)
    return tuple(rows)


def session_rows(
    timeline: Timeline,
    outcomes: Sequence[StepOutcome],
    rungs: Sequence[int],
    current: int | None,
    folds: Mapping[GroupKey, bool],
) -> tuple[PanelRow, ...]:
    """The rows while a session runs: the round at hand open, the others folded.

    outcomes, rungs: of every planned step, as the snapshot has them.
    current: index of the step at hand, None before the start and after the end.
    folds: groups the person opened (True) or folded.
    """
    rows: list[PanelRow] = []
    phases = _phases_by_step(timeline)
    here = group_of(timeline, current)
    for key, members in groupby(timeline.steps, key=lambda step: (step.block, step.round)):
        steps = list(members)
        opened = folds.get(key, key == here)
        mark = _group_mark([outcomes[step.index] for step in steps], opened)
        name = _group_name(timeline, key, here)
        moves = "" if opened or mark in {Mark.DONE, Mark.SKIPPED} else moves_text(len(steps))
        time = clock(_seconds(steps, phases))
        if rows and opened:
            rows.append(_GAP)
        rows.append(
            PanelRow(
                kind=RowKind.GROUP,
                group=key,
                text=name,
                detail=moves,
                time=time,
                mark=mark,
                block=timeline.blocks[key[0]].name,
                spoken=listed(name, moves, time, _mark_words(mark)),
            )
        )
        if opened:
            rows.extend(_session_row(step, key, outcomes, rungs, phases) for step in steps)
            rows.append(_GAP)
    return tuple(rows)


def group_of(timeline: Timeline, step: int | None) -> GroupKey | None:
    """The group a planned step stands in."""
    if step is None:
        return None
    return (timeline.steps[step].block, timeline.steps[step].round)


def _ready_row(step: PlannedStep, key: GroupKey, phases: Mapping[int, list[Phase]]) -> PanelRow:
    rung = step.ladder[step.rung]
    set_up = sum(p.seconds or 0 for p in phases[step.index] if p.kind in {PhaseKind.REST, PhaseKind.GET_READY})
    get_set = tr("{time} to get set").format(time=seconds_or_minutes(set_up)) if set_up else ""
    time = work_text(step, phases[step.index])
    return PanelRow(
        kind=RowKind.STEP,
        group=key,
        text=step.name,
        detail=rung.name or get_set,
        time=time,
        mark=Mark.NUMBER,
        number=step.place + 1,
        step=step.index,
        exercise=step.exercise,
        changed=bool(rung.name),
        spoken=listed(step.name, rung.name, time, get_set),
    )


def _session_row(
    step: PlannedStep,
    key: GroupKey,
    outcomes: Sequence[StepOutcome],
    rungs: Sequence[int],
    phases: Mapping[int, list[Phase]],
) -> PanelRow:
    mark = _MARKS[outcomes[step.index]]
    name = move_name(step.name, step.ladder[rungs[step.index]].name)
    time = work_text(step, phases[step.index])
    return PanelRow(
        kind=RowKind.STEP,
        group=key,
        text=name,
        time=time,
        mark=mark,
        number=step.place + 1,
        step=step.index,
        exercise=step.exercise,
        spoken=listed(name, time, _mark_words(mark)),
    )


def work_text(step: PlannedStep, phases: Sequence[Phase]) -> str:
    """What a step asks for: "60 s", two times "30 s", "12 reps", "your pace"."""
    windows = [phase for phase in phases if phase.kind is PhaseKind.WORK]
    if step.reps is not None:
        once = ntr("{n} rep", "{n} reps", step.reps)
    elif step.seconds is None:
        once = tr("your pace")
    else:
        once = seconds_or_minutes(step.seconds)
    if len(windows) < 2:
        return once
    return tr("{sides} \N{MULTIPLICATION SIGN} {once}").format(sides=len(windows), once=once)


def _group_name(timeline: Timeline, key: GroupKey, here: GroupKey | None) -> str:
    """The block's name: "Warm-up"; "Main, round 1 of 2" where a block begins or is at hand; "Round 2" below it."""
    number, round_ = key
    block = timeline.blocks[number]
    if block.rounds == 1:
        return block.name
    if round_ == 0 or key == here:
        return tr("{block}, round {round} of {rounds}").format(block=block.name, round=round_ + 1, rounds=block.rounds)
    return tr("Round {round}").format(round=round_ + 1)


def _group_mark(outcomes: Sequence[StepOutcome], opened: bool) -> Mark:
    if opened:
        return Mark.OPEN
    if StepOutcome.PENDING in outcomes or StepOutcome.CURRENT in outcomes:
        return Mark.FOLDED
    return Mark.SKIPPED if set(outcomes) == {StepOutcome.SKIPPED} else Mark.DONE


def _fold_mark(opened: bool) -> Mark:
    return Mark.OPEN if opened else Mark.FOLDED


def _mark_words(mark: Mark) -> str:
    match mark:
        case Mark.DONE:
            return tr("done")
        case Mark.PARTIAL:
            return tr("done in part")
        case Mark.SKIPPED:
            return tr("skipped")
        case Mark.CURRENT:
            return tr("now")
        case Mark.FOLDED:
            return tr("folded")
        case _:
            return ""


def _switch_words(on: bool) -> str:
    return tr("on") if on else tr("off")


def _seconds(steps: Sequence[PlannedStep], phases: Mapping[int, list[Phase]]) -> float:
    """Seconds of all phases of the steps; what waits for the person by its estimate."""
    return sum(
        step.estimate if phase.seconds is None else phase.seconds for step in steps for phase in phases[step.index]
    )


def _phases_by_step(timeline: Timeline) -> dict[int, list[Phase]]:
    phases: dict[int, list[Phase]] = {step.index: [] for step in timeline.steps}
    for phase in timeline.phases:
        phases[phase.step].append(phase)
    return phases
