"""Timeline: a routine compiled for this person, now: a flat tuple of phases with exact seconds."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from math import ceil, floor

from msgspec import Struct

from trainer.core.exercise import Exercise, Met, Posture, Sides, Tempo
from trainer.core.fitting import Fitting, Gear, as_wanted, needs_of, wanted_form
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.turns import turns

# Get-ready times in seconds, from behaviour.md "The session": they grow with the change.
SAME_POSTURE = 5
NEW_POSTURE = 10
NEW_EQUIPMENT = 15
SWITCH = 5
SHORTEST_SIDE = 20  # a window split between the sides leaves each at least this; work is never under 20 s
REP_ESTIMATE = 3.0  # of a repetition whose tempo isn't given: ours
OPEN_ESTIMATE = 60.0  # of an open-ended step: ours


class PhaseKind(StrEnum):
    """What the person does in a phase."""

    REST = "rest"
    GET_READY = "get-ready"
    WORK = "work"
    SWITCH_SIDES = "switch-sides"


class Side(StrEnum):
    """The person's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Rung(Struct, frozen=True):
    """One form of a step's exercise on the ladder from easiest to hardest; `variant` empty: as written."""

    variant: str
    name: str  # "one arm"; empty for the exercise as written
    level: int
    met: Met
    sides: Sides = Sides.BOTH
    gear: tuple[Gear, ...] = ()


class PlannedStep(Struct, frozen=True):
    """One performance of an exercise: step s of block b in round r is one planned step."""

    index: int  # into Timeline.steps
    block: int  # into Timeline.blocks
    round: int  # 0-based
    place: int  # 0-based among the steps of its round
    exercise: str
    name: str
    sides: Sides
    ladder: tuple[Rung, ...]  # easiest first, never empty
    rung: int  # the form planned: index into ladder
    seconds: float | None = None  # of each side; None where it waits for the person
    reps: int | None = None
    note: str = ""
    estimate: float = 0.0  # seconds one side is expected to take; equals `seconds` where timed
    media: str = ""  # path of the person's own picture or clip of it


class Phase(Struct, frozen=True):
    """An interval of the session. All phases of a planned step are contiguous: rest, get ready, work (switch, work)."""

    index: int  # into Timeline.phases
    kind: PhaseKind
    step: int  # the planned step it leads to or does
    seconds: float | None  # None: waits for the person
    side: Side | None = None
    rests_from: int | None = None  # of a rest: the planned step before it, whose MET counts

    @property
    def counts_for(self) -> int:
        """The planned step whose form and MET its time counts with."""
        return self.step if self.rests_from is None else self.rests_from


class PlannedBlock(Struct, frozen=True):
    """A block as it stands in the timeline."""

    kind: BlockKind
    name: str
    rounds: int


class Timeline(Struct, frozen=True):
    """Everything a session runs through."""

    routine: str  # id
    name: str
    blocks: tuple[PlannedBlock, ...]
    steps: tuple[PlannedStep, ...]
    phases: tuple[Phase, ...]
    first_side: Side = Side.LEFT  # the side two-sided steps begin with

    def phases_of(self, step: int) -> tuple[Phase, ...]:
        """The phases of a planned step, in order."""
        return tuple(phase for phase in self.phases if phase.step == step)

    def moves_in_round(self, step: PlannedStep) -> int:
        """How many steps its round of its block has."""
        return sum(1 for other in self.steps if (other.block, other.round) == (step.block, step.round))

    def expected(self, phase: Phase) -> float:
        """Seconds the phase takes; where it waits for the person, the step's estimate."""
        return self.steps[phase.step].estimate if phase.seconds is None else phase.seconds

    @property
    def expected_seconds(self) -> float:
        """Length of the whole session, waiting steps by their estimate."""
        return sum(self.expected(phase) for phase in self.phases)

    def gear_to_fetch(self, step: int, rungs: Sequence[int]) -> tuple[Gear, ...]:
        """What the step takes that the step before it didn't. `rungs`: the form in force of every step."""
        gear = self.steps[step].ladder[rungs[step]].gear
        if step == 0:
            return gear
        at_hand = {held.item for held in self.steps[step - 1].ladder[rungs[step - 1]].gear}
        return tuple(wanted for wanted in gear if wanted.item and wanted.item not in at_hand)


def compile_timeline(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    *,
    get_ready_scale: float = 1.0,
    start_left: bool = True,
    variants: Mapping[str, str] = {},
    without_blocks: Collection[str] = (),
    fitting: Fitting | None = None,
    media_folder: str = "",
) -> Timeline:
    """Compile a routine into phases.

    `get_ready_scale` multiplies every get-ready and switch time (0: none). `start_left`: two-sided steps begin
    on the left. `variants`: exercise id -> variant id the person chose before ("" as written), which goes before
    the routine's own. `without_blocks`: names of blocks left out. `fitting`: what the person can do with what
    they own; what it drops isn't planned. None: everything as written. `media_folder`: where the steps' media lie.

    Nothing left to do gives a timeline without phases. Raises KeyError for an exercise that isn't in
    `exercises`: a routine is checked when it is read.
    """
    first_side = Side.LEFT if start_left else Side.RIGHT
    blocks: list[PlannedBlock] = []
    steps: list[PlannedStep] = []
    phases: list[Phase] = []
    before: _Choice | None = None
    for block in routine.blocks:
        if block.name in without_blocks:
            continue
        rounds = _rounds(block, exercises, variants, fitting)
        if not any(rounds):
            continue
        for round_, choices in enumerate(rounds):
            for place, (choice, rest_before) in enumerate(choices):
                step = _plan(choice, len(steps), len(blocks), round_, place, media_folder)
                rest = 0 if before is None else before.step.rest
                if rest_before is not None:
                    rest = rest_before
                if round_ > 0 and place == 0:
                    rest = block.rest_between_rounds
                windows = _windows(step, rest, choice.get_ready(before), get_ready_scale, first_side)
                phases += [Phase(n, *window) for n, window in enumerate(windows, start=len(phases))]
                steps.append(step)
                before = choice
        blocks.append(PlannedBlock(block.kind, block.name, block.rounds))
    return Timeline(routine.id, routine.name, tuple(blocks), tuple(steps), tuple(phases), first_side)


class _Choice(Struct, frozen=True):
    """A step that will be done, with the forms it can be done in; `rung` is the one chosen."""

    step: Step
    exercise: Exercise
    ladder: tuple[Rung, ...]
    rung: int

    @property
    def form(self) -> Rung:
        return self.ladder[self.rung]

    @property
    def tempo(self) -> Tempo:
        variant = self.exercise.variant(self.form.variant)
        return self.exercise.tempo if variant is None or variant.tempo is None else variant.tempo

    def get_ready(self, before: "_Choice | None") -> int:
        """Seconds to get ready after that step: the routine's own, else by the change."""
        if self.step.get_ready is not None:
            return self.step.get_ready
        at_hand = {gear.item for gear in before.form.gear} if before else set()
        if any(gear.item and gear.item not in at_hand for gear in self.form.gear):
            return NEW_EQUIPMENT
        posture: Posture | None = before.exercise.posture if before else None
        return SAME_POSTURE if posture is self.exercise.posture else NEW_POSTURE


_Turns = list[tuple[_Choice, int | None]]


def _rounds(
    block: Block, exercises: Mapping[str, Exercise], variants: Mapping[str, str], fitting: Fitting | None
) -> list[_Turns]:
    """What each round does."""
    if any(step.by_round for step in block.steps):
        return [_choices(block, round_, exercises, variants, fitting) for round_ in range(block.rounds)]
    return [_choices(block, 0, exercises, variants, fitting)] * block.rounds


def _choices(
    block: Block,
    round_: int,
    exercises: Mapping[str, Exercise],
    variants: Mapping[str, str],
    fitting: Fitting | None,
) -> _Turns:
    """What the round does, and the rest before it where that isn't the rest of the step before."""
    choices: _Turns = []
    rest_before: int | None = None
    for turn in turns(block, round_):
        step = turn.step
        rest_before = turn.rest_before if turn.rest_before is not None else rest_before
        exercise = exercises[step.exercise]
        fitted = fitting.exercises.get(exercise.id) if fitting else None
        form: str | None = wanted_form(exercise, variants, step.variant)
        if fitted and form is not None:
            form = fitted.form_for(form)
        if form is not None:
            ladder = _ladder(exercise, form, fitted.forms if fitted else None)
            rung = next(n for n, one in enumerate(ladder) if one.variant == form)
            choices.append((_Choice(step, exercise, ladder, rung), rest_before))
            rest_before = None
    return choices


def _ladder(exercise: Exercise, chosen: str, forms: Mapping[str, tuple[Gear, ...]] | None) -> tuple[Rung, ...]:
    """The forms from the easiest to the hardest; of level 0 only the chosen one, else as written.

    `forms`: those that can be done, with their gear; None: all, with the gear their file wants.
    """
    rungs = []
    chosen_variant = exercise.variant(chosen)
    at_zero = chosen if chosen_variant and chosen_variant.level == 0 else ""
    if forms is None or at_zero in forms:
        rungs.append(_rung(exercise, at_zero, forms))
    rungs += (
        _rung(exercise, variant.id, forms)
        for variant in exercise.variants
        if variant.level != 0 and (forms is None or variant.id in forms)
    )
    return tuple(sorted(rungs, key=lambda rung: rung.level))


def _rung(exercise: Exercise, form: str, forms: Mapping[str, tuple[Gear, ...]] | None) -> Rung:
    gear = as_wanted(needs_of(exercise, form)) if forms is None else forms[form]
    variant = exercise.variant(form)
    if variant is None:
        return Rung("", "", 0, exercise.met, exercise.sides, gear)
    met, sides = variant.met or exercise.met, variant.sides or exercise.sides
    return Rung(variant.id, variant.name, variant.level, met, sides, gear)


def _plan(choice: _Choice, index: int, block: int, round_: int, place: int, media_folder: str) -> PlannedStep:
    """The planned step. A bilateral exercise done side by side shares its window between the sides."""
    step, sides = choice.step, choice.form.sides
    seconds, reps = step.seconds, step.reps
    if sides is Sides.EACH and choice.exercise.sides is not Sides.EACH:
        seconds = None if seconds is None else max(SHORTEST_SIDE, ceil(seconds / 2))
        reps = None if reps is None else ceil(reps / 2)
    if seconds is not None:
        estimate = float(seconds)
    elif reps is not None:
        estimate = reps * (choice.tempo.seconds or REP_ESTIMATE)
    else:
        estimate = OPEN_ESTIMATE
    return PlannedStep(
        index=index,
        block=block,
        round=round_,
        place=place,
        exercise=choice.exercise.id,
        name=choice.exercise.name,
        sides=sides,
        ladder=choice.ladder,
        rung=choice.rung,
        seconds=None if seconds is None else float(seconds),
        reps=reps,
        note=step.note,
        estimate=estimate,
        media=f"{media_folder}/{step.media}" if step.media else choice.exercise.media,
    )


_Window = tuple[PhaseKind, int, float | None, Side | None, int | None]


def _windows(step: PlannedStep, rest: int, get_ready: int, scale: float, first: Side) -> list[_Window]:
    """(kind, step, seconds, side, rests_from) of each phase of the step; what takes no time is left out."""
    windows: list[_Window] = []
    ready, switch = _scaled(get_ready, scale), _scaled(SWITCH, scale)
    open_ended = step.seconds is None and step.reps is None
    two_sided = step.sides is Sides.EACH and not open_ended
    side = first if two_sided else None
    if rest > 0:
        windows.append((PhaseKind.REST, step.index, float(rest), None, step.index - 1))
    if ready > 0:
        windows.append((PhaseKind.GET_READY, step.index, float(ready), side, None))
    windows.append((PhaseKind.WORK, step.index, step.seconds, side, None))
    if two_sided:
        if switch > 0:
            windows.append((PhaseKind.SWITCH_SIDES, step.index, float(switch), first.other, None))
        windows.append((PhaseKind.WORK, step.index, step.seconds, first.other, None))
    return windows


def _scaled(seconds: int, scale: float) -> int:
    """Whole seconds, halves up."""
    return floor(seconds * scale + 0.5)
