"""What the Summary says of a workout, worded. Pure: values in, values out."""

from collections.abc import Sequence
from datetime import timedelta, timezone
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale, QTime

from trainer.core.energy import Ledger
from trainer.core.events import StepOutcome
from trainer.core.preferences import WeightUnit
from trainer.core.routine import BlockKind
from trainer.core.workout import Workout, WorkoutState, WorkoutStep
from trainer.language import ntr, tr
from trainer.ui.ledger.words import range_words, weight_text
from trainer.ui.widgets.step_words import move_name, outcome_word
from trainer.ui.workout.amounts import listed, moves_text, range_text, seconds_of_less_than_a_minute, whole_minutes
from trainer.ui.workout.stat_card import Stat
from trainer.ui.workout.wording import clock

_BESIDE = {BlockKind.WARM_UP, BlockKind.STRETCH}


class MarkedStep(Struct, frozen=True):
    """One round's mark of a move. `spoken` names it for assistive technology."""

    step: int  # index into Workout.steps
    outcome: StepOutcome
    spoken: str


class DoneMove(Struct, frozen=True):
    """One line of "What you did": a move with a mark for each round, and what was different."""

    name: str
    marks: tuple[MarkedStep, ...]
    note: str = ""
    yours: bool = False  # the note is a form the person chose, rather than something left out


class DoneBlock(Struct, frozen=True):
    """A block's lines. `beside`: a warm-up or stretch, told in one line unless it is being corrected."""

    name: str
    moves: tuple[DoneMove, ...]
    beside: bool

    @property
    def line(self) -> str:
        """The block in one line: "Warm-up, 5 of 6 moves"."""
        marks = [mark for move in self.moves for mark in move.marks]
        done = sum(mark.outcome is StepOutcome.DONE for mark in marks)
        return tr("{block}, {done} of {moves}").format(block=self.name, done=done, moves=moves_text(len(marks)))

    @property
    def outcome(self) -> StepOutcome:
        """Done when all of it is, skipped when none of it was worked on."""
        outcomes = {mark.outcome for move in self.moves for mark in move.marks}
        if outcomes == {StepOutcome.DONE}:
            return StepOutcome.DONE
        idle = {StepOutcome.SKIPPED, StepOutcome.PENDING}
        return StepOutcome.SKIPPED if outcomes <= idle else StepOutcome.PARTIAL


def heading(workout: Workout, done_words: str) -> str:
    """The routine's own words when it was done to the end; else how much of it there was."""
    if workout.state is WorkoutState.COMPLETE:
        return done_words or tr("{routine}, done").format(routine=workout.routine_name)
    if workout.active_seconds <= 0:
        return tr("{routine}, not begun").format(routine=workout.routine_name)
    seconds, minutes = seconds_of_less_than_a_minute(workout.active_seconds), whole_minutes(workout.active_seconds)
    length = ntr("{n} second", "{n} seconds", seconds) if seconds else ntr("{n} minute", "{n} minutes", minutes)
    return tr("{length} of {routine}").format(length=length, routine=workout.routine_name)


def when(workout: Workout, title: str) -> str:
    """Routine, day and times: "Upper and Lower Back, Saturday 22 November, 18:04 to 18:40", in local time.

    The routine is left out where `title`, the heading above, names it.
    """
    zone = timezone(timedelta(minutes=workout.utc_offset_minutes))
    locale = QLocale()
    day = workout.local_date
    date = locale.toString(QDate(day.year, day.month, day.day), tr("dddd d MMMM"))
    times = [moment.astimezone(zone) for moment in (workout.started, workout.ended) if moment is not None]
    words = [locale.toString(QTime(t.hour, t.minute), QLocale.FormatType.ShortFormat) for t in times]
    span = tr("{start} to {end}").format(start=words[0], end=words[1]) if len(words) > 1 else words[0]
    return listed("" if workout.routine_name in title else workout.routine_name, date, span)


def stats(workout: Workout, ledger: Ledger, unit: WeightUnit) -> tuple[Stat, Stat, Stat]:
    """Minutes moving, likely kilocalories, moves done."""
    steps, claim = workout.steps, workout.claim
    claimed = ""
    if claim is not None and claim.kcal_low is not None and claim.kcal_high is not None:
        claimed = tr("page claims {range}").format(range=range_text(claim.kcal_low, claim.kcal_high))
    seconds = seconds_of_less_than_a_minute(workout.active_seconds)
    time, unit_of_time = (seconds, tr("s")) if seconds else (whole_minutes(workout.active_seconds), tr("min"))
    return (
        Stat(str(time), unit_of_time, (tr("moving"), idle_text(workout))),
        Stat(
            range_words(ledger),
            tr("kcal"),
            (tr("likely, for {weight}").format(weight=weight_text(workout.weight_kg, unit)), claimed),
            opens=True,
        ),
        Stat(
            str(done_count(steps)),
            tr("of {moves}").format(moves=moves_text(len(steps))),
            tuple(part for part in (left_out_text(steps) or tr("all of them"), own_way_text(steps)) if part),
        ),
    )


def idle_text(workout: Workout) -> str:
    """Paused and away time, which counts nothing; empty where there was none."""
    parts = []
    if workout.paused_seconds >= 1:
        parts.append(tr("{time} paused").format(time=clock(workout.paused_seconds)))
    if workout.away_seconds >= 1:
        parts.append(tr("{time} away").format(time=clock(workout.away_seconds)))
    return tr("{what}, not counted").format(what=listed(*parts)) if parts else ""


def done_count(steps: Sequence[WorkoutStep]) -> int:
    """Moves done whole."""
    return sum(step.outcome is StepOutcome.DONE for step in steps)


def left_out_text(steps: Sequence[WorkoutStep]) -> str:
    """How many moves were skipped, stopped part-way or never reached."""
    counts = {outcome: sum(step.outcome is outcome for step in steps) for outcome in StepOutcome}
    parts = []
    if n := counts[StepOutcome.SKIPPED]:
        parts.append(ntr("{n} skipped", "{n} skipped", n))
    if n := counts[StepOutcome.PARTIAL]:
        parts.append(ntr("{n} in part", "{n} in part", n))
    if n := counts[StepOutcome.PENDING] + counts[StepOutcome.CURRENT]:
        parts.append(ntr("{n} not reached", "{n} not reached", n))
    return listed(*parts)


def own_way_text(steps: Sequence[WorkoutStep]) -> str:
    """How many exercises were done in another form than written."""
    forms = {step.exercise for step in steps if step.variant and _worked(step)}
    return ntr("{n} done your way", "{n} done your way", len(forms)) if forms else ""


def done_blocks(steps: Sequence[WorkoutStep]) -> tuple[DoneBlock, ...]:
    """Every block with its moves, rounds side by side, in the order they were planned."""
    blocks = []
    for _, members in groupby(steps, key=lambda step: (step.block, step.block_name)):
        of_block = list(members)
        places = sorted({step.place for step in of_block})
        rounds = len({step.round for step in of_block})
        moves = tuple(_done_move([s for s in of_block if s.place == place], rounds) for place in places)
        blocks.append(DoneBlock(name=of_block[0].block_name, moves=moves, beside=of_block[0].block in _BESIDE))
    return tuple(blocks)


def _done_move(steps: Sequence[WorkoutStep], rounds: int) -> DoneMove:
    marks = tuple(MarkedStep(step.index, step.outcome, _spoken(step, rounds)) for step in steps)
    left_out = [step for step in steps if step.outcome is not StepOutcome.DONE]
    formed = [step for step in steps if step.variant and _worked(step)]
    note = listed(*_left_out_notes(left_out, len(steps)), *_form_notes(formed, len(steps)))
    return DoneMove(name=steps[0].name, marks=marks, note=note, yours=bool(formed) and not left_out)


def _left_out_notes(steps: Sequence[WorkoutStep], rounds: int) -> list[str]:
    notes = []
    for outcome, members in groupby(steps, key=lambda step: step.outcome):
        rows = list(members)
        word = outcome_word(outcome)
        if len(rows) == rounds:
            notes.append(word)
        else:
            notes.extend(tr("{what} in round {round}").format(what=word, round=step.round + 1) for step in rows)
    return notes


def _form_notes(steps: Sequence[WorkoutStep], rounds: int) -> list[str]:
    notes = []
    for name, members in groupby(steps, key=lambda step: step.variant_name):
        rows = list(members)
        if len(rows) == rounds:
            notes.append(name)
        else:
            notes.extend(tr("{what} in round {round}").format(what=name, round=step.round + 1) for step in rows)
    return notes


def _spoken(step: WorkoutStep, rounds: int) -> str:
    round_ = tr("round {round}").format(round=step.round + 1) if rounds > 1 else ""
    return listed(move_name(step.name, step.variant_name), round_, outcome_word(step.outcome))


def _worked(step: WorkoutStep) -> bool:
    return step.outcome in {StepOutcome.DONE, StepOutcome.PARTIAL}
