"""What the Summary says of a workout."""

from datetime import date

import msgspec
import pytest
from msgspec import structs

from tests.ui.examples import KIT, catalogue, ready_values, workout
from trainer.core.energy import estimate, ledger
from trainer.core.events import StepOutcome
from trainer.core.preferences import WeightUnit
from trainer.core.progress import counted_spans, ledger_of
from trainer.core.tally import planned_spans
from trainer.core.timeline import PhaseKind, Timeline
from trainer.core.workout import Workout, WorkoutState
from trainer.ui.ledger.account import names_of_plan, names_of_workout
from trainer.ui.workout.account_model import block_shares, conclusion
from trainer.ui.workout.ready_model import block_seconds
from trainer.ui.workout.summary_model import done_blocks, heading, idle_text, stats, when
from trainer.ui.workout.wording import clock


@pytest.fixture
def done() -> Workout:
    return workout(ready_values(catalogue(), KIT, 70.0).plan, date(2025, 11, 22))


def test_the_heading_is_the_routines_own_only_when_done_to_the_end(done: Workout) -> None:
    assert heading(done, "That's your back done") == "That's your back done"
    partial = msgspec.structs.replace(done, state=WorkoutState.PARTIAL, active_seconds=720.0)
    assert heading(partial, "That's your back done") == "12 minutes of Upper and Lower Back"
    unbegun = msgspec.structs.replace(done, state=WorkoutState.PARTIAL, active_seconds=0.0)
    assert heading(unbegun, "") == "Upper and Lower Back, not begun"


def test_less_than_a_minute_is_told_in_seconds(done: Workout) -> None:
    short = msgspec.structs.replace(done, state=WorkoutState.PARTIAL, active_seconds=3.2)
    assert heading(short, "") == "3 seconds of Upper and Lower Back"
    time, _, _ = stats(short, ledger_of(short), WeightUnit.KG)
    assert (time.number, time.unit) == ("3", "s")
    nearly = msgspec.structs.replace(short, active_seconds=59.9)
    assert heading(nearly, "") == "59 seconds of Upper and Lower Back"
    minute = msgspec.structs.replace(short, active_seconds=60.0)
    assert heading(minute, "") == "1 minute of Upper and Lower Back"


def test_the_routine_is_named_once(done: Workout) -> None:
    assert when(done, "3 seconds of Upper and Lower Back").startswith("Saturday 22 November, ")


def test_day_and_times_are_those_of_the_place_it_was_done_in(done: Workout) -> None:
    said = when(done, "That's your back done")
    assert said.startswith("Upper and Lower Back, Saturday 22 November, ")
    assert "18:04" in said or "6:04" in said  # an hour east of UTC
    assert when(msgspec.structs.replace(done, ended=None), "").count(" to ") == 0


def test_time_that_does_not_count_is_named(done: Workout) -> None:
    assert idle_text(done) == "1:20 paused, not counted"
    both = msgspec.structs.replace(done, away_seconds=600.0)
    assert idle_text(both) == "1:20 paused, 10:00 away, not counted"
    assert idle_text(msgspec.structs.replace(done, paused_seconds=0.4)) == ""


def test_the_numbers_are_those_of_the_log(done: Workout) -> None:
    minutes, kcal, moves = stats(done, ledger_of(done), WeightUnit.KG)
    shown = estimate(counted_spans(done), 70.0, 4)
    assert minutes.number == str(round(done.active_seconds / 60))
    assert kcal.number == f"{shown.shown_low}\N{EN DASH}{shown.shown_high}"
    assert kcal.lines == ("likely, for 70 kg", "page claims 165\N{EN DASH}210")
    assert (moves.number, moves.unit) == ("25", "of 27 moves")
    assert moves.lines == ("1 skipped, 1 in part", "2 done your way")


def test_without_a_weight_it_says_for_whom(done: Workout) -> None:
    unknown = msgspec.structs.replace(done, weight_kg=None)
    _, kcal, _ = stats(unknown, ledger_of(unknown), WeightUnit.KG)
    assert kcal.lines[0] == "likely, for 50 kg to 91 kg"
    assert "50 kg" in conclusion(ledger_of(unknown), WeightUnit.KG)


def test_rounds_stand_side_by_side_with_what_was_different(done: Workout) -> None:
    warm_up, main, stretch = done_blocks(done.steps)
    assert (warm_up.line, warm_up.beside, stretch.beside, main.beside) == ("Warm-up, 6 of 6 moves", True, True, False)
    by_name = {move.name: move for move in main.moves}
    assert [mark.outcome for mark in by_name["Physio Ball Back Extension"].marks] == [
        StepOutcome.DONE,
        StepOutcome.SKIPPED,
    ]
    assert by_name["Physio Ball Back Extension"].note == "skipped in round 2"
    assert by_name["Roll Down"].note == "in part in round 1"
    assert (by_name["Reverse Fly"].note, by_name["Reverse Fly"].yours) == ("one arm", True)
    assert by_name["Russian Twist"].note == "feet lifted in round 2"
    assert by_name["Back Bow"].note == ""
    assert by_name["Back Bow"].marks[1].spoken == "Back Bow, round 2, done"


def test_the_blocks_add_up(done: Workout) -> None:
    shares = block_shares(ledger_of(done), names_of_workout(done))
    assert [share.name for share in shares] == ["Warm-up", "Main", "Stretch", "Together"]
    parts = [int(share.kcal.split()[0]) for share in shares]
    assert sum(parts[:-1]) == parts[-1] == round(ledger_of(done).mid)


def test_a_rest_belongs_to_the_block_it_leads_to() -> None:
    plan = ready_values(catalogue(), KIT, 70.0).plan
    phase = plan.phases[next(n for n, p in enumerate(plan.phases) if plan.steps[p.step].block == 1)]
    rest = structs.replace(phase, kind=PhaseKind.REST, seconds=30.0, side=None, rests_from=phase.step - 1)
    rested = structs.replace(plan, phases=(*plan.phases[: phase.index], rest, *plan.phases[phase.index :]))

    def times(plan: Timeline) -> list[str]:
        return [share.time for share in block_shares(ledger(planned_spans(plan), 70.0), names_of_plan(plan))]

    before, after = times(plan), times(rested)
    assert after[0] == before[0], "the warm-up is no longer for it"
    assert after[1] == clock(block_seconds(rested)[1]), "and the main part is as long as the Ready page says"
    assert after[1] != before[1]
