"""The coming move in slow motion: from both sides where there is time, and back in the pose that work begins from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.examples import catalogue
from tests.ui.figure.conftest import MOVES
from tests.ui.workout.conftest import Begin
from trainer.core.timeline import PhaseKind
from trainer.motion.cycle import Cycle
from trainer.ui.figure.subject import subject_of
from trainer.ui.workout.demonstration import SLOW, Showing, Waiting, demonstrated, work_seconds

READY = -1e-6


def cycle(exercise_id: str) -> Cycle:
    return subject_of(MOVES.move(exercise_id), catalogue().exercises[exercise_id]).cycle


def shown(exercise_id: str, whole: float, step: float = 0.1) -> list[Showing]:
    move = cycle(exercise_id)
    return [demonstrated(move, n * step, whole) for n in range(int(whole / step) + 1)]


def test_with_time_enough_a_cycle_is_shown_slowly_from_each_side_once() -> None:
    seen = shown("reverse_fly", 30.0)
    first, second = ([s.seconds for s in seen if s.slow and s.from_second is on] for on in (False, True))
    for moments in (first, second):
        moving = [moment for moment in moments if moment != READY]
        assert moving == sorted(moving)
        assert moving[0] < 0.1
        assert moving[-1] > 4.9
    assert not seen[0].from_second
    turned = [s.from_second for s in seen if s.slow]
    assert turned == sorted(turned)  # once there, never back and forth
    assert [s for s in seen if not s.slow] == [Showing(READY)] * sum(not s.slow for s in seen)


def test_slow_motion_is_half_as_fast_and_holds_are_cut_short() -> None:
    move = cycle("reverse_fly")
    a, b = (demonstrated(move, t, 30.0).seconds for t in (1.3, 2.3))
    assert b - a == pytest.approx(SLOW)
    after_hold = next(t / 10 for t in range(300) if demonstrated(move, t / 10, 30.0).seconds > 3.0)
    assert after_hold == pytest.approx(0.3 + (2.0 + 0.5) / SLOW, abs=0.11)


def test_with_less_time_it_is_faster_then_one_side_then_nothing() -> None:
    assert {s.from_second for s in shown("reverse_fly", 20.0)} == {False, True}
    short = shown("reverse_fly", 5.0)
    assert {s.from_second for s in short} == {False}
    assert not any(s.slow for s in short)  # it is in time, nearly, and does not pretend
    assert max(s.seconds for s in short) > 4.8
    assert set(shown("roll_down", 5.0)) == {Showing(READY)}
    assert set(shown("reverse_fly", 0.0)) == {Showing(READY)}


def test_of_an_alternating_move_one_side_has_to_do_where_there_is_little_time() -> None:
    assert max(s.seconds for s in shown("kneeling_superman", 15.0)) < 6.5
    assert max(s.seconds for s in shown("kneeling_superman", 40.0)) > 12.0


@given(st.sampled_from(["march_in_place", "back_bow", "kneeling_superman", "childs_pose"]), st.floats(3.0, 90.0))
def test_it_ends_in_time_in_the_pose_that_work_begins_from(exercise_id: str, whole: float) -> None:
    move = cycle(exercise_id)
    assert demonstrated(move, whole - min(0.1 * whole, 2.9), whole) == Showing(READY)
    assert demonstrated(move, whole, whole) == Showing(READY)
    start = move.channels_at(READY)
    for name, value in move.channels_at(0.0).items():
        assert start[name] == pytest.approx(value, abs=1e-3)


def test_rest_and_get_ready_are_one_waiting(begin: Begin) -> None:
    running = begin()
    waiting = Waiting(running.driver.timeline)
    running.go_to_kind(PhaseKind.REST)
    rest = running.now
    waited, whole = waiting.so_far(rest)
    ready = running.driver.timeline.phases[rest.phase.index + 1]
    assert ready.kind is PhaseKind.GET_READY
    assert ready.seconds is not None
    assert rest.length is not None
    assert (waited, whole) == (rest.elapsed, rest.length + ready.seconds)
    before = waited
    while running.now.phase.kind is PhaseKind.REST:
        before = waiting.so_far(running.now)[0]
        running.go(0.5)
    waited, now_whole = waiting.so_far(running.now)
    assert before <= waited <= before + 1.0
    assert now_whole == pytest.approx(whole, abs=0.6)


def test_whoever_jumps_into_get_ready_waits_from_there(begin: Begin) -> None:
    running = begin()
    running.driver.jump(7)
    waiting = Waiting(running.driver.timeline)
    running.go_to_kind(PhaseKind.GET_READY)
    assert waiting.so_far(running.now) == (running.now.elapsed, running.now.length)


def test_both_sides_in_one_window_begin_with_a_first_repetition(begin: Begin) -> None:
    running = begin()
    step = next(s for s in running.driver.timeline.steps if s.exercise == "reverse_fly")
    running.driver.jump(step.index)
    running.go_to_kind(PhaseKind.WORK)
    assert work_seconds(running.now) == running.now.elapsed
    running.driver.easier()
    for _ in range(10):
        if running.now.side is not None:
            break
        running.driver.harder()
    if running.now.side is not None and running.now.phase.side is None:
        assert running.now.length is not None
        running.go(running.now.length / 2 + 1 - running.now.elapsed)
        assert work_seconds(running.now) == pytest.approx(1.0, abs=0.1)
