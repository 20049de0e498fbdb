"""What the stage says at one moment: a snapshot put into words. Pure: values in, values out."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.coaching import shown_cues
from trainer.core.events import PauseReason
from trainer.core.exercise import Equipment, EquipmentKind, Exercise, Mode, Sides
from trainer.core.fitting import needs_of
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind, Side, Timeline
from trainer.language import ntr, tr
from trainer.ui.theme.phase_look import PhaseLook, phase_look
from trainer.ui.widgets.step_words import move_name
from trainer.ui.workout.amounts import capitalised, lowered
from trainer.ui.workout.wording import clock, countdown, seconds_left, seconds_or_minutes, whole_seconds


class Fetch(Struct, frozen=True):
    """A thing to pick up, or a place to find, before the coming step."""

    icon: str
    text: str


class NextCard(Struct, frozen=True):
    """The pinned card under the routine list."""

    word: str
    name: str
    line: str
    exercise: str


class Stage(Struct, frozen=True):
    """Everything the stage shows."""

    phase: PhaseLook
    phase_spoken: str  # for assistive technology: get ready, work, rest or paused
    side: Side | None
    lead: Side  # worked on, or first: the side the figure begins with
    digits: str
    countdown: str  # for assistive technology
    left: float  # seconds of the bar still to go
    length: float  # seconds of the whole bar; 0: a bar that doesn't drain
    place: str
    total_left: str
    overline: str
    name: str
    cue: str
    cue_short: str  # the distance form
    quiet: tuple[str, ...]
    works: str
    fetch: tuple[Fetch, ...]
    next: NextCard | None
    pause_line: str
    pause_short: str  # the same where there is little room
    exercise: str
    variant: str


class StageWords:
    """Words a session: knows its timeline, the exercises and the equipment by id."""

    def __init__(
        self, timeline: Timeline, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]
    ) -> None:
        self._timeline = timeline
        self._exercises = exercises
        self._equipment = equipment

    def stage(self, now: Snapshot) -> Stage:
        """The words for one moment."""
        step, rung = now.step, now.rung
        exercise = self._exercises.get(step.exercise)
        phase = phase_look(
            now.phase.kind,
            now.state,
            holds=exercise is not None and exercise.mode is Mode.HOLD,
            waits=now.length is None,
        )
        cue, short, quiet = self._cues(now, exercise)
        waiting = now.phase.kind in (PhaseKind.REST, PhaseKind.GET_READY)
        left, length = self._bar(now)
        return Stage(
            phase=phase,
            phase_spoken=_spoken(phase),
            side=now.side,
            lead=self._lead(now),
            digits=self._digits(now),
            countdown=self._countdown(now),
            left=left,
            length=length,
            place=self._place(now),
            total_left=clock(whole_seconds(now.total_remaining)),
            overline=self._overline(now),
            name=move_name(step.name, rung.name),
            cue=cue,
            cue_short=short,
            quiet=quiet,
            works=tr("Works {muscles}").format(muscles=exercise.works) if exercise and exercise.works else "",
            fetch=self._fetch(step.index, now.rungs) if waiting else (),
            next=self._next_card(now),
            pause_line=_pause_line(now),
            pause_short=tr("Paused for {time}, not counted.").format(time=clock(int(now.paused_for))),
            exercise=step.exercise,
            variant=rung.variant,
        )

    def _lead(self, now: Snapshot) -> Side:
        """An alternating move begins with the side the session starts with."""
        first = self._timeline.first_side if now.rung.sides is Sides.ALTERNATING else Side.LEFT
        return now.side or first

    def _digits(self, now: Snapshot) -> str:
        if now.state is SessionState.LEAD_IN:
            return countdown(now.lead_in_remaining)
        if now.remaining is not None:
            return countdown(now.remaining)
        return str(now.step.reps) if now.step.reps is not None else clock(now.elapsed)

    def _countdown(self, now: Snapshot) -> str:
        if now.state is SessionState.LEAD_IN:
            return seconds_left(now.lead_in_remaining)
        if now.remaining is not None:
            return seconds_left(now.remaining)
        if now.step.reps is not None:
            return ntr("{n} repetition at your pace", "{n} repetitions at your pace", now.step.reps)
        return tr("at your pace")

    def _bar(self, now: Snapshot) -> tuple[float, float]:
        if now.state is SessionState.LEAD_IN:
            return now.lead_in_remaining, LEAD_IN_BAR_SECONDS
        if now.length is None or now.remaining is None:
            return 0.0, 0.0
        return now.remaining, now.length

    def _overline(self, now: Snapshot) -> str:
        if now.state is SessionState.PAUSED:
            return ""
        if now.phase.kind in (PhaseKind.REST, PhaseKind.GET_READY):
            return tr("Next")
        if now.state is SessionState.LEAD_IN:
            return ""
        if now.length is None and now.step.reps is not None:
            return tr("Repetitions, press Space when done")
        return tr("Press Space when done") if now.length is None else ""

    def _place(self, now: Snapshot) -> str:
        step = now.step
        block = self._timeline.blocks[step.block]
        moves = self._timeline.moves_in_round(step)
        coming = now.phase.kind is PhaseKind.REST
        if block.rounds > 1:
            sentence = (
                tr("{block}, round {round} of {rounds}, next is move {move} of {moves}")
                if coming
                else tr("{block}, round {round} of {rounds}, move {move} of {moves}")
            )
        else:
            sentence = (
                tr("{block}, next is move {move} of {moves}") if coming else tr("{block}, move {move} of {moves}")
            )
        return sentence.format(
            block=block.name, round=step.round + 1, rounds=block.rounds, move=step.place + 1, moves=moves
        )

    def _cues(self, now: Snapshot, exercise: Exercise | None) -> tuple[str, str, tuple[str, ...]]:
        if exercise is None:
            return now.step.note, now.step.note, ()
        shown = shown_cues(exercise, exercise.variant(now.rung.variant), now.phase, now.elapsed, now.length)
        quiet = tuple(cue.text for cue in shown.quiet[:2])
        return shown.active.text, shown.active.short or shown.active.text, quiet

    def _fetch(self, step: int, rungs: tuple[int, ...]) -> tuple[Fetch, ...]:
        """What to pick up, and the places a move can't do without."""
        planned = self._timeline.steps[step]
        exercise = self._exercises.get(planned.exercise)
        needs = needs_of(exercise, planned.ladder[rungs[step]].variant) if exercise is not None else ()
        welcome = {need.item for need in needs if need.optional}
        return tuple(
            Fetch(thing.icon, capitalised(quantity(thing, gear.count)))
            for gear in self._timeline.gear_to_fetch(step, rungs)
            if (thing := self._equipment.get(gear.item)) is not None
            and not (thing.kind is EquipmentKind.SPACE and gear.item in welcome)
        )

    def _next_card(self, now: Snapshot) -> NextCard | None:
        index = now.step.index + 1
        if index >= len(self._timeline.steps):
            return None
        step = self._timeline.steps[index]
        waiting = now.phase.kind in (PhaseKind.REST, PhaseKind.GET_READY)
        wait = sum(
            phase.seconds or 0.0
            for phase in self._timeline.phases_of(index)
            if phase.kind in (PhaseKind.REST, PhaseKind.GET_READY)
        )
        things = ", ".join(lowered(fetch.text) for fetch in self._fetch(index, now.rungs))
        if things and wait:
            line = tr("{seconds} to fetch: {things}").format(seconds=seconds_or_minutes(wait), things=things)
        elif wait:
            line = tr("{seconds} to get set").format(seconds=seconds_or_minutes(wait))
        else:
            line = tr("Follows at once")
        return NextCard(
            word=tr("After that") if waiting else tr("Next"),
            name=move_name(step.name, step.ladder[now.rungs[index]].name),
            line=line,
            exercise=step.exercise,
        )


LEAD_IN_BAR_SECONDS = 3.0  # the lead-in after a pause, behaviour.md


def quantity(thing: Equipment, count: int) -> str:
    """One of a thing by its name, several with their number."""
    return thing.name if count == 1 else tr("{n} {things}").format(n=count, things=thing.plural)


def _spoken(phase: PhaseLook) -> str:
    if phase in (PhaseLook.GET_READY, PhaseLook.SWITCH_SIDES):
        return tr("get ready")
    if phase is PhaseLook.REST:
        return tr("rest")
    return tr("paused") if phase is PhaseLook.PAUSED else tr("work")


def _pause_line(now: Snapshot) -> str:
    if now.state is not SessionState.PAUSED:
        return ""
    if now.pause_reason is PauseReason.AWAY:
        return tr("You were away. That time is not counted; everything so far is saved.")
    if now.pause_reason is PauseReason.RECOVERED:
        return tr("Back where you stopped. Nothing in between is counted.")
    return tr("Paused for {time}. This is not counted as exercise; everything so far is saved.").format(
        time=clock(int(now.paused_for))
    )
