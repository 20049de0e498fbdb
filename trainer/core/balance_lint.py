"""Balance lint: what a good coach would remark of a routine. Values out; the words for them are the library's.

The limits below are ours where no source is named: they are what the shipped routines are made by.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct, structs

from trainer.core.balance import MUSCLES_OF, MuscleGroup, muscle_balance
from trainer.core.editing import Place, shift, step_at
from trainer.core.exercise import Exercise, Impact, Sides
from trainer.core.reading import cue_readings
from trainer.core.routine import BlockKind, RemarkKind, Routine
from trainer.core.step_times import planned_places
from trainer.core.timeline import PhaseKind, PlannedStep, Side, Timeline, compile_timeline

LONGEST_UNRELIEVED: Final = 120.0  # s of work led by one muscle, over steps that follow each other ...
RELIEF: Final = 30.0  # ... with breaks shorter than this
SWING: Final = 2.0  # MET up or down that is felt as another effort
SWINGS: Final = 3  # so many in turn, up, down, up, are a zigzag
LONG_MAIN: Final = 600.0  # s of strength or cardio from which a warm-up and a stretch belong to it
VIGOROUS: Final = 6.0  # MET: vigorous effort, 2024 Adult Compendium of Physical Activities
PULSE: Final = 3.0  # MET: moderate effort begins, as above; what raises the pulse in a warm-up
EASY_START: Final = 4.0  # MET: a cardio block that begins below this warms up by itself
LEAST_SAVED: Final = 10.0  # s of setting up that another order must save to be worth a hint

_MAIN = {BlockKind.STRENGTH, BlockKind.CARDIO}


class Remark(Struct, frozen=True):
    """One thing to look at. `place` None: the routine as a whole. What the words need is beside it."""

    kind: RemarkKind
    place: Place | None = None
    other: Place | None = None  # where it began, or the step to change places with
    seconds: float = 0.0
    muscle: str = ""
    group: MuscleGroup | None = None  # worked most, yet not prepared or stretched; None: there is no such block
    text: str = ""  # the cue
    waits: bool = False  # of SIDES: an open-ended step of which nobody says when to change sides


def remarks(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Remark, ...]:
    """Everything to remark that the routine doesn't say is meant, in the order of its steps, of the whole last.

    Raises KeyError for an exercise that isn't in `exercises`: a routine is checked when it is read.
    """
    plan = compile_timeline(routine, exercises)
    course = _Course(routine, exercises, plan)
    found = [
        *_sides(course),
        *_same_muscle(course),
        *_zigzag(course),
        *_cues(course),
        *_order(course),
        *_warm_up(course),
        *_stretch(course),
    ]
    open_remarks = [remark for remark in found if not _is_meant(routine, remark)]
    return tuple(sorted(open_remarks, key=lambda one: (one.place is None, one.place or Place(0, 0))))


def side_seconds(plan: Timeline) -> dict[Side, float]:
    """Seconds of work of each side where it works alone, alternating repetitions that don't pair off included."""
    seconds = dict.fromkeys(Side, 0.0)
    for phase in plan.phases:
        if phase.kind is PhaseKind.WORK and phase.side is not None:
            seconds[phase.side] += plan.expected(phase)
    for step in plan.steps:
        if _odd(step) and step.reps:
            seconds[plan.first_side] += step.estimate / step.reps
    return seconds


class _Course:
    """A routine with its timeline, and what every rule asks of it."""

    def __init__(self, routine: Routine, exercises: Mapping[str, Exercise], plan: Timeline) -> None:
        self.routine, self.exercises, self.plan = routine, exercises, plan
        self.places = planned_places(routine, plan)

    def exercise(self, step: PlannedStep) -> Exercise:
        return self.exercises[step.exercise]

    def kind(self, step: PlannedStep) -> BlockKind:
        return self.plan.blocks[step.block].kind

    def first_rounds(self) -> Iterator[PlannedStep]:
        """Each step once: the first time it is done."""
        first: dict[Place, PlannedStep] = {}
        for step in self.plan.steps:
            first.setdefault(self.places[step.index], step)
        return iter(first.values())

    def work(self, step: PlannedStep) -> float:
        """Seconds of work of a performance, both sides."""
        return step.estimate * (2 if step.sides is Sides.EACH and _length_is_given(step) else 1)

    def break_before(self, step: PlannedStep) -> float:
        """Seconds of rest and getting ready before it."""
        waits = (PhaseKind.REST, PhaseKind.GET_READY)
        return sum(self.plan.expected(p) for p in self.plan.phases_of(step.index) if p.kind in waits)

    def steps_of(self, *kinds: BlockKind) -> tuple[PlannedStep, ...]:
        return tuple(step for step in self.plan.steps if self.kind(step) in kinds)

    def worked_most(self) -> MuscleGroup | None:
        """The group that works longest in the main blocks, counted as Progress counts it."""
        worked: dict[str, float] = {}
        for step in self.steps_of(*_MAIN):
            worked[step.exercise] = worked.get(step.exercise, 0.0) + self.work(step)
        balance = muscle_balance(worked, self.exercises)
        most = max(balance, key=balance.__getitem__)
        return most if balance[most] > 0 else None

    def touches(self, steps: Sequence[PlannedStep], group: MuscleGroup) -> bool:
        """Whether any of the steps works or stretches the group."""
        muscles = MUSCLES_OF[group]
        return any(
            not muscles.isdisjoint((*self.exercise(step).primary, *self.exercise(step).secondary)) for step in steps
        )


def _sides(course: _Course) -> Iterator[Remark]:
    for step in course.first_rounds():
        place = course.places[step.index]
        if step.sides is Sides.EACH and not _length_is_given(step):
            yield Remark(RemarkKind.SIDES, place, waits=True)
        elif _odd(step):
            yield Remark(RemarkKind.SIDES, place, seconds=float(step.reps or 0))


def _same_muscle(course: _Course) -> Iterator[Remark]:
    """Runs of strength steps led by one muscle without relief between, remarked where they have become too long."""
    run: list[PlannedStep] = []
    told: set[Place] = set()
    for step in course.plan.steps:
        lead = course.exercise(step).primary[0]
        strength = course.kind(step) is BlockKind.STRENGTH
        relieved = not run or course.break_before(step) + _other_side(run[-1], step) >= RELIEF
        if not strength or relieved or course.exercise(run[-1]).primary[0] != lead:
            run = [step] if strength else []
            continue
        run.append(step)
        seconds = sum(one.estimate for one in run)  # of one side, where sides work in turn
        place = course.places[step.index]
        if seconds >= LONGEST_UNRELIEVED and place not in told:
            told.add(place)
            first = course.places[run[0].index]
            yield Remark(RemarkKind.SAME_MUSCLE, place, other=first, seconds=seconds, muscle=lead)


def _other_side(before: PlannedStep, step: PlannedStep) -> float:
    """Seconds a side rests beside its breaks, while the other one works."""
    return before.estimate if before.sides is step.sides is Sides.EACH and _length_is_given(before) else 0.0


def _zigzag(course: _Course) -> Iterator[Remark]:
    """Where the effort has gone up, down and up again, or the other way, within a round."""
    for block in range(len(course.plan.blocks)):
        steps = [step for step in course.first_rounds() if step.block == block]
        mets = [step.ladder[step.rung].met.value for step in steps]
        turns, before = 0, 0.0
        for at, (earlier, later) in enumerate(pairwise(mets), start=1):
            change = later - earlier
            if abs(change) < SWING:
                turns, before = 0, 0.0
                continue
            turns = turns + 1 if before * change < 0 else 1
            before = change
            if turns == SWINGS:
                yield Remark(RemarkKind.ZIGZAG, course.places[steps[at].index], course.places[steps[at - SWINGS].index])
                break


def _cues(course: _Course) -> Iterator[Remark]:
    for step in course.first_rounds():
        exercise = course.exercise(step)
        variant = exercise.variant(step.ladder[step.rung].variant)
        for reading in cue_readings(exercise, variant, step.seconds):
            if not reading.readable:
                yield Remark(RemarkKind.CUE, course.places[step.index], seconds=reading.stays, text=reading.cue.text)


def _order(course: _Course) -> Iterator[Remark]:
    """The one exchange of neighbours that saves most setting up, by the change of posture and equipment."""
    routine, exercises = course.routine, course.exercises
    at_present = _changes(routine, exercises)
    alike = _alike_neighbours(routine, exercises)
    found: list[tuple[float, Place, Place]] = []
    for place in sorted(set(course.places)):
        step, after = step_at(routine, place), Place(place.block, (place.step or 0) + 1)
        other = step_at(routine, after)
        if step is None or other is None or not other.on or step.exercise == other.exercise:
            continue
        if step.set != other.set:  # the set would lose one of its steps, and with it its rounds
            continue
        exchanged = shift(routine, place, 1).routine
        saved = at_present - _changes(exchanged, exercises)
        if saved >= LEAST_SAVED and _alike_neighbours(exchanged, exercises) <= alike:
            found.append((saved, place, after))
    if found:
        saved, place, after = max(found, key=lambda one: one[0])  # of as many, the first
        yield Remark(RemarkKind.ORDER, place, other=after, seconds=saved)


def _alike_neighbours(routine: Routine, exercises: Mapping[str, Exercise]) -> int:
    """How often two steps in a row of a block are led by the same muscle."""
    leads = [[exercises[step.exercise].primary[0] for step in block.steps if step.on] for block in routine.blocks]
    return sum(one == other for block in leads for one, other in pairwise(block))


def _warm_up(course: _Course) -> Iterator[Remark]:
    main = course.steps_of(*_MAIN)
    if not _is_demanding(course, main):
        return
    before = course.steps_of(BlockKind.WARM_UP, BlockKind.MOBILITY)
    if not before:
        first = main[0]
        eases_in = course.kind(first) is BlockKind.CARDIO and first.ladder[first.rung].met.value < EASY_START
        if not eases_in:
            yield Remark(RemarkKind.WARM_UP)
        return
    group = course.worked_most()
    vigorous = any(step.ladder[step.rung].met.value >= VIGOROUS for step in main)
    if vigorous and all(step.ladder[step.rung].met.value < PULSE for step in before):
        yield Remark(RemarkKind.WARM_UP, Place(_block_of(course, before[0])), text="pulse")
    elif group is not None and not course.touches(before, group):
        yield Remark(RemarkKind.WARM_UP, Place(_block_of(course, before[0])), group=group)


def _stretch(course: _Course) -> Iterator[Remark]:
    main = course.steps_of(*_MAIN)
    if sum(course.work(step) for step in main) < LONG_MAIN * 0.5 or not _is_demanding(course, main):
        return
    after = course.steps_of(BlockKind.STRETCH, BlockKind.MOBILITY)
    group = course.worked_most()
    if not after:
        yield Remark(RemarkKind.STRETCH)
    elif group is not None and not course.touches(after, group):
        yield Remark(RemarkKind.STRETCH, Place(_block_of(course, after[0])), group=group)


def _is_demanding(course: _Course, main: Sequence[PlannedStep]) -> bool:
    """Long, with its breaks, or with jumps: what one should not begin cold."""
    in_main = {step.index for step in main}
    seconds = sum(course.plan.expected(phase) for phase in course.plan.phases if phase.step in in_main)
    jumps = any(course.exercise(s).impact is Impact.HIGH and not s.ladder[s.rung].variant for s in main)
    return seconds >= LONG_MAIN or jumps


def _block_of(course: _Course, step: PlannedStep) -> int:
    return course.places[step.index].block


def _changes(routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    """Seconds of getting ready if every step took what its change of posture and equipment asks for."""
    blocks = tuple(
        structs.replace(block, steps=tuple(structs.replace(step, get_ready=None) for step in block.steps))
        for block in routine.blocks
    )
    plan = compile_timeline(structs.replace(routine, blocks=blocks), exercises)
    return sum(plan.expected(phase) for phase in plan.phases if phase.kind is PhaseKind.GET_READY)


def _odd(step: PlannedStep) -> bool:
    return step.sides is Sides.ALTERNATING and step.reps is not None and step.reps % 2 == 1


def _length_is_given(step: PlannedStep) -> bool:
    return step.seconds is not None or step.reps is not None


def _is_meant(routine: Routine, remark: Remark) -> bool:
    if remark.kind in routine.meant:
        return True
    step = None if remark.place is None else step_at(routine, remark.place)
    return step is not None and remark.kind in step.meant
