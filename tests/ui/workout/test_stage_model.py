"""What the stage says, in every phase of a real session."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running, open_ended, planned
from trainer.core.events import PauseReason
from trainer.core.exercise import Sides
from trainer.core.snapshot import PrimaryAction, SessionState, Snapshot
from trainer.core.timeline import PhaseKind, Side, Timeline
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.stage_model import Stage

SPOKEN = {"get ready", "work", "rest", "paused"}  # behaviour.md, "Names assistive technology sees"


def place_of(timeline: Timeline, exercise: str) -> int:
    return next(step.index for step in timeline.steps if step.exercise == exercise)


def test_get_ready_names_what_comes_and_what_to_fetch(begin: Begin) -> None:
    running = begin()
    running.driver.jump(place_of(planned(), "reverse_fly"))
    stage = running.stage
    assert (stage.phase, stage.phase_spoken) == (PhaseLook.GET_READY, "get ready")
    assert stage.overline == "Next"
    assert stage.name == "Reverse Fly"
    assert [thing.text for thing in stage.fetch] == ["2 dumbbells"]
    assert stage.place == "Main, round 1 of 2, move 6 of 8"
    assert stage.next is not None
    assert stage.next.word == "After that"


def test_work_says_the_cue_and_what_it_works(begin: Begin) -> None:
    running = begin()
    running.driver.jump(place_of(planned(), "back_bow"))
    running.driver.next()
    stage = running.stage
    assert (stage.phase_spoken, stage.overline, stage.fetch) == ("work", "", ())
    assert (stage.digits, stage.countdown) == ("60", "60 seconds left")
    assert stage.name == "Back Bow"
    assert stage.works.startswith("Works ")
    assert stage.cue
    assert stage.cue not in stage.quiet
    assert stage.next is not None
    assert (stage.next.word, stage.next.name) == ("Next", "Russian Twist")
    running.go(0.2)
    assert running.stage.digits == "60", "a begun second still counts"
    running.go(0.8)
    assert (running.stage.digits, running.stage.countdown) == ("59", "59 seconds left")
    running.go(58)
    assert running.stage.countdown == "1 second left"


def test_rest_says_what_comes_next(begin: Begin) -> None:
    running = begin()
    running.driver.jump(place_of(planned(), "back_bow"))
    running.go_to_kind(PhaseKind.REST)
    stage = running.stage
    assert (stage.phase, stage.phase_spoken, stage.overline) == (PhaseLook.REST, "rest", "Next")
    assert stage.place == "Main, round 1 of 2, next is move 2 of 8"
    assert stage.name == "Russian Twist"


def test_a_switch_of_sides_is_get_ready_for_the_other_side(begin: Begin) -> None:
    running = begin()
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    stage = running.stage
    assert (stage.phase, stage.phase_spoken) == (PhaseLook.SWITCH_SIDES, "get ready")
    assert stage.side is Side.RIGHT
    assert stage.overline == ""
    assert stage.name == "Standing Hip Circles"


def test_paused_says_how_long_and_that_nothing_is_lost(begin: Begin) -> None:
    running = begin()
    running.driver.next()
    running.go(10)
    running.driver.pause()
    running.go(65)
    stage = running.stage
    assert (stage.phase, stage.phase_spoken, stage.overline) == (PhaseLook.PAUSED, "paused", "")
    assert stage.digits == "50"
    expected = "Paused for 1:05. This is not counted as exercise; everything so far is saved."
    assert stage.pause_line == expected
    assert stage.pause_short == "Paused for 1:05, not counted."


@pytest.mark.parametrize(
    ("reason", "beginning"), [(PauseReason.AWAY, "You were away."), (PauseReason.RECOVERED, "Back where you stopped.")]
)
def test_why_it_stands_still_is_said(begin: Begin, reason: PauseReason, beginning: str) -> None:
    running = begin()
    running.driver.pause()
    now = msgspec.structs.replace(running.now, pause_reason=reason)
    assert running.words.stage(now).pause_line.startswith(beginning)


@pytest.mark.parametrize("kind", list(PhaseKind))
def test_the_lead_in_counts_three_in_every_phase(begin: Begin, kind: PhaseKind) -> None:
    running = begin()
    running.go_to_kind(kind)
    running.driver.pause()
    running.driver.resume()
    stage = running.stage
    assert running.state() is SessionState.LEAD_IN
    assert (stage.phase, stage.phase_spoken) == (PhaseLook.GET_READY, "get ready")
    assert (stage.digits, stage.countdown) == ("3", "3 seconds left")
    assert (stage.left, stage.length) == (3.0, 3.0)
    assert stage.overline == ("Next" if kind in (PhaseKind.REST, PhaseKind.GET_READY) else "")
    running.go(1.5)
    assert (running.stage.digits, running.stage.left) == ("2", 1.5)


def test_repetitions_wait_for_the_person(begin: Begin) -> None:
    running = begin(planned("gentle-back"))
    running.driver.jump(next(s.index for s in planned("gentle-back").steps if s.reps))
    running.driver.next()
    step = running.now.step
    stage = running.stage
    assert running.driver.primary_action is PrimaryAction.DONE
    assert (stage.phase, stage.phase_spoken) == (PhaseLook.YOUR_PACE, "work")
    assert stage.digits == str(step.reps)
    assert stage.countdown == f"{step.reps} repetitions at your pace"
    assert stage.overline == "Repetitions, press Space when done"
    assert (stage.left, stage.length) == (0.0, 0.0)
    running.go(200)
    assert running.now.elapsed == pytest.approx(200)
    assert running.now.step == step
    running.driver.primary()
    assert running.now.step.index == step.index + 1


def test_an_open_step_counts_up(begin: Begin) -> None:
    running = begin(open_ended(planned()))
    running.driver.next()
    assert running.driver.primary_action is PrimaryAction.DONE
    assert [running.stage.digits, running.stage.countdown] == ["0:00", "at your pace"]
    assert running.stage.overline == "Press Space when done"
    running.go(75.5)
    assert running.stage.digits == "1:15"


def test_the_side_of_a_form_done_side_by_side_changes_at_half(begin: Begin) -> None:
    """One arm at a time, chosen in the middle: its one window has a left half and a right half."""
    plan = planned()
    fly = next(step for step in plan.steps if step.exercise == "reverse_fly")
    ladder = tuple(msgspec.structs.replace(rung, sides=Sides.EACH) for rung in fly.ladder)
    steps = tuple(msgspec.structs.replace(s, ladder=ladder) if s.index == fly.index else s for s in plan.steps)
    running = begin(msgspec.structs.replace(plan, steps=steps))
    running.driver.jump(fly.index)
    running.driver.next()
    running.go(10)
    sides = [running.stage.side]
    running.go(25)
    sides.append(running.stage.side)
    assert sides == [Side.LEFT, Side.RIGHT]


def test_two_full_windows_say_their_side(begin: Begin) -> None:
    running = begin()
    sides: list[Side | None] = []
    running.go_to(lambda now: now.step.exercise == "hip_circles" and now.phase.kind is PhaseKind.WORK)
    sides.append(running.stage.side)
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    running.go_to_kind(PhaseKind.WORK)
    sides.append(running.stage.side)
    assert sides == [Side.LEFT, Side.RIGHT]


def test_the_last_step_has_no_next(begin: Begin) -> None:
    running = begin()
    running.driver.jump(len(planned().steps) - 1)
    assert running.stage.next is None


def test_a_changed_form_is_in_the_name(begin: Begin) -> None:
    running = begin()
    step = next(s for s in planned().steps if s.rung > 0)
    running.driver.jump(step.index)
    running.driver.easier()
    assert running.stage.name == f"{step.name}, {step.ladder[step.rung - 1].name}"
    assert running.stage.variant == step.ladder[step.rung - 1].variant


def test_an_exercise_nobody_knows_any_more_shows_its_note() -> None:
    plan = planned()
    steps = tuple(msgspec.structs.replace(step, exercise="gone", note="By the door") for step in plan.steps)
    running = Running(msgspec.structs.replace(plan, steps=steps))
    running.driver.primary()
    stage = running.stage
    assert (stage.cue, stage.cue_short, stage.quiet, stage.works) == ("By the door", "By the door", (), "")
    running.driver.stop()


COMMANDS = ("primary", "pause", "resume", "next", "previous", "restart", "undo_skip", "easier", "harder", "tick")


@given(
    st.sampled_from(["upper-and-lower-back", "gentle-back", "floor-only"]),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0, 90)), max_size=20),
)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_moment_has_its_words(begin: Begin, routine: str, moves: list[tuple[str, float]]) -> None:
    running = begin(planned(routine))
    for command, seconds in moves:
        getattr(running.driver, command)()
        running.clock.advance(min(seconds, 4.0))
        running.driver.tick()
        if running.state() is not SessionState.ENDED:
            check(running.stage, running.now)
    running.driver.stop()


def check(stage: Stage, now: Snapshot) -> None:
    assert stage.phase_spoken in SPOKEN
    assert stage.digits
    assert stage.countdown
    assert stage.name
    assert stage.cue
    assert len(stage.cue_short.split()) <= 10
    assert len(stage.quiet) <= 2
    assert 0 <= stage.left <= max(stage.length, stage.left * (stage.length > 0))
    assert bool(stage.pause_line) == (now.state is SessionState.PAUSED)
    assert (stage.side is None) == (now.side is None)
    assert str(now.step.place + 1) in stage.place
