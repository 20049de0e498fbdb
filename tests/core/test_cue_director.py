"""What is said in a session followed moment by moment, whatever the person does in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.commands import Command, commands, timelines
from tests.core.cues import EPSILON, Listener, coached, crowded, overlaps, sounding, speakers, whole_schedule, words
from tests.core.samples import BOW_LUNGE_FLY, EXERCISES, timeline
from trainer.core.cue_director import CueDirector
from trainer.core.cue_lines import CueLine, Detail, Halfway, Next, Part, SwitchSides, TenSecondsLeft, Verbosity
from trainer.core.cue_schedule import Speaker, places, planned_tones
from trainer.core.routine import Step
from trainer.core.snapshot import SessionState
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import PhaseKind, Side, Timeline

DO, SAFETY = CueLine("do 1"), CueLine("safety 1")
A_MINUTE = Step("bow", seconds=60, get_ready=10)


def following(*steps: Step) -> Listener:
    return Listener(timeline(*steps))


def name(exercise: str, detail: Detail = Detail.POSITION, side: Side | None = None) -> Next:
    return Next(exercise, "", side, EXERCISES[exercise].posture, detail)


def parts(listener: Listener) -> list[Part]:
    return [line.part for _, line in listener.spoken]


def test_a_session_that_runs_through_is_its_schedule() -> None:
    plan = timeline(*BOW_LUNGE_FLY)
    listener = Listener(plan)
    listener.wait(141)
    lines, _ = whole_schedule(plan, listener.speaker)
    assert [line.line for line in lines] == listener.said()
    assert [line.at for line in lines] == pytest.approx([now.at for now, _ in listener.spoken], abs=0.051)


def test_the_form_in_force_has_its_own_cue() -> None:
    listener = following(Step("fly", seconds=60, get_ready=10))
    listener.give("harder")
    listener.wait(14)
    assert listener.said()[-1] == CueLine("Now slow")


def test_work_that_waits_for_the_person_has_cues_and_no_times() -> None:
    listener = following(Step("bow", reps=10, get_ready=10))
    listener.wait(200, tick=0.25)
    assert listener.said() == [name("bow"), DO, SAFETY]


def test_a_step_that_waited_and_is_done_is_followed_by_the_next_name() -> None:
    listener = following(Step("bow", reps=10, get_ready=10), Step("fly", seconds=60, get_ready=15))
    listener.wait(50)
    listener.give("done")
    listener.wait(1)
    assert listener.said()[-1] == name("fly")


def test_a_pause_says_nothing_and_the_lines_go_on_after_it() -> None:
    listener = following(A_MINUTE)
    listener.wait(12)
    listener.give("pause")
    listener.wait(100, tick=0.5)
    listener.give("resume")
    listener.wait(2)
    assert listener.said() == [name("bow")]
    listener.wait(2.5)
    assert listener.said() == [name("bow"), DO]


def test_a_name_cut_off_by_a_pause_is_said_again() -> None:
    listener = following(Step("bow", seconds=60, get_ready=20))
    listener.wait(1)
    listener.give("pause")
    listener.give("resume")
    listener.wait(10)
    assert listener.said() == [name("bow")] * 2


def test_a_name_that_was_out_is_not_said_again_after_a_pause() -> None:
    listener = following(Step("bow", seconds=60, get_ready=20))
    listener.wait(5)
    listener.give("pause")
    listener.give("resume")
    listener.wait(10)
    assert listener.said() == [name("bow")]


def test_a_jump_drops_what_was_to_come_and_says_the_new_name() -> None:
    listener = following(*BOW_LUNGE_FLY)
    listener.wait(7)
    listener.give("jump", 2)
    listener.wait(4)
    assert listener.said() == [name("bow", Detail.FORM), name("fly", Detail.NAME)]


@pytest.mark.parametrize("command", ["pause", "next", "previous", "finish"])
def test_what_is_stale_is_cancelled_at_once(command: str) -> None:
    listener = following(A_MINUTE, Step("fly", seconds=60))
    listener.wait(13.5)
    assert listener.cancelled == []
    listener.give(command)
    assert listener.cancelled == [13.5]


def test_a_skip_undone_says_nothing_of_moments_gone_by() -> None:
    listener = following(A_MINUTE, Step("fly", seconds=60, get_ready=10))
    listener.wait(30)
    listener.give("next")
    listener.wait(1)
    before = len(listener.spoken)
    listener.give("undo_skip")
    listener.wait(5)
    assert [type(line) for line in listener.said()[before:]] == [Next]  # where we are again, and nothing of before
    listener.wait(7)
    assert Part.TECHNIQUE not in parts(listener)[before:]


def test_ten_seconds_left_is_said_again_when_time_was_added() -> None:
    listener = following(A_MINUTE)
    listener.wait(62)
    listener.give("adjust", 10)
    listener.wait(10)
    assert listener.said().count(TenSecondsLeft()) == 2


def test_while_a_line_is_said_others_wait_and_are_dropped_when_their_moment_is_gone() -> None:
    listener = following(A_MINUTE)
    listener.wait(12)
    listener.wait(3, busy=True)
    listener.wait(1)
    assert DO in listener.said()
    assert listener.spoken[-1][0].at > 15
    listener.wait(12, busy=True)  # past the safety cue's last moment
    listener.wait(5)
    assert SAFETY not in listener.said()


def test_names_go_before_what_is_being_said() -> None:
    listener = following(*BOW_LUNGE_FLY)
    listener.wait(30)
    listener.wait(6, busy=True)
    assert listener.said()[-1] == name("lunge", Detail.POSITION, Side.LEFT)


def test_a_line_that_takes_longer_than_any_estimate_is_hushed_before_the_tone() -> None:
    listener = following(A_MINUTE)
    listener.wait(6.7)
    assert not listener.director.must_hush(listener.person.snapshot())
    listener.wait(0.1)
    assert listener.director.must_hush(listener.person.snapshot())


def test_a_voice_that_comes_late_says_the_name_while_there_is_time() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10))
    director = CueDirector(listener.person.engine.timeline, EXERCISES, listener.speaker)
    listener.person.wait(3.5)
    line = director.due(listener.person.snapshot())
    assert line is not None
    assert line.line == name("bow")


def test_more_or_less_of_it_from_now_on() -> None:
    listener = following(A_MINUTE)
    listener.director.set_speaker(Speaker(words, SpeechPace(), Verbosity.NAMES))
    listener.wait(55)
    assert listener.said() == [name("bow")]
    listener.director.set_speaker(Speaker(words, SpeechPace()))
    listener.wait(6)
    assert listener.said()[-1] == TenSecondsLeft()


# what holds of every session


@settings(max_examples=40, deadline=None)
@given(coached, speakers)
def test_followed_to_the_end_it_is_the_schedule(plan: Timeline, speaker: Speaker) -> None:
    lines, _ = whole_schedule(plan, speaker)
    listener = Listener(plan, speaker)
    listener.wait(min(plan.expected_seconds, 900.0), tick=0.1)
    said = [(line.part, line.line) for _, line in listener.spoken]
    assert said == [(line.part, line.line) for line in lines][: len(said)]
    until = listener.person.snapshot().at
    assert len([line for line in lines if line.at <= until - 0.1]) <= len(said)


@settings(max_examples=120, deadline=None)
@given(timelines, st.lists(st.tuples(commands, st.integers(0, 240)), max_size=12))
def test_whatever_is_commanded(plan: Timeline, story: list[tuple[Command, int]]) -> None:
    """Only what is said of the moment, while it runs, in room enough before the next tone; never a sixth by choice."""
    listener = Listener(plan)
    for (command, arguments), quarters in story:
        listener.give(command, *arguments)
        listener.wait(quarters / 4, tick=0.25)
    for n, (now, line) in enumerate(listener.spoken):
        assert now.state is SessionState.RUNNING
        assert line.phase == now.phase.index
        here = places(plan, now, now.at)[:1]
        tones = [tone for tone in planned_tones(plan, here) if tone.at > now.at]
        lasts = line.seconds - (now.at - line.at)  # begun up to a tick late, it is hushed in time
        assert overlaps([(now.at, now.at + lasts)], sounding(tones)) == [], line
        if isinstance(line.line, Next):
            assert line.line.exercise == now.step.exercise
        if line.part not in (Part.NAME, Part.SIDE, Part.FETCH):
            assert now.phase.kind is PhaseKind.WORK
        if isinstance(line.line, TenSecondsLeft):
            assert now.remaining is not None
            assert 8.5 < now.remaining <= 10.0 + EPSILON
        if isinstance(line.line, SwitchSides) and line.part is Part.SIDE:
            assert line.line.side == now.phase.side
        begun = [at.at for at, _ in listener.spoken[: n + 1]]
        assert line.part.essential or crowded(begun[-6:]) == []


@settings(max_examples=60, deadline=None)
@given(coached, st.lists(st.tuples(commands, st.integers(1, 120)), min_size=1, max_size=6))
def test_after_a_command_nothing_planned_before_it_is_said(plan: Timeline, story: list[tuple[Command, int]]) -> None:
    """Every line begun belongs to the phase, form and length in force at that moment."""
    listener = Listener(plan)
    for (command, arguments), quarters in story:
        listener.give(command, *arguments)
        listener.wait(quarters / 4, tick=0.25)
    for now, line in listener.spoken:
        if isinstance(line.line, Next):
            assert line.line.variant == now.rung.variant
        if isinstance(line.line, Halfway):
            assert now.length is not None
            assert now.length / 2 <= now.elapsed <= now.length / 2 + 1.5
