"""Which tone is due when."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.commands import timed_timelines
from tests.core.samples import BOW_LUNGE_FLY, EXERCISES, Person, routine, timeline
from trainer.core.cue_schedule import places, planned_tones
from trainer.core.events import CountdownReached, HalfwayReached, PhaseStarted, SessionEnded
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.timeline import PhaseKind, Timeline, compile_timeline
from trainer.core.tones import RECENT, TONE_SECONDS, TimedTone, Tone, tones_from


def whole(plan: Timeline) -> list[tuple[float, Tone]]:
    tones = planned_tones(plan, places(plan, SessionEngine(plan).snapshot(0.0)))
    return [(round(tone.at, 6), tone.tone) for tone in tones]


def test_a_step_from_its_wait_to_the_end() -> None:
    assert whole(timeline(Step("bow", seconds=40, get_ready=10))) == [
        (7, Tone.LEAD_IN),
        (8, Tone.LEAD_IN),
        (9, Tone.LEAD_IN),
        (10, Tone.START),
        (30, Tone.HALFWAY),
        (47, Tone.LAST_SECONDS),
        (48, Tone.LAST_SECONDS),
        (49, Tone.LAST_SECONDS),
        (50, Tone.FINISH),
    ]


def test_a_wait_after_work_begins_with_the_end_and_a_rest_before_get_ready_counts_nothing() -> None:
    tones = whole(timeline(Step("bow", seconds=15, get_ready=0, rest=10), Step("fly", seconds=15, get_ready=5)))
    assert [one for one in tones if 15 <= one[0] <= 30] == [
        (15, Tone.END),
        (27, Tone.LEAD_IN),
        (28, Tone.LEAD_IN),
        (29, Tone.LEAD_IN),
        (30, Tone.START),
    ]


def test_work_that_follows_work_has_one_tone_between() -> None:
    tones = whole(timeline(Step("bow", seconds=15, get_ready=0), Step("fly", seconds=15, get_ready=0)))
    assert [tone for at, tone in tones if at == 15] == [Tone.START]


def test_work_too_short_for_it_has_no_half_time() -> None:
    assert Tone.HALFWAY not in {tone for _, tone in whole(timeline(Step("bow", seconds=19)))}


def test_a_wait_that_waits_for_nothing_has_no_lead_in_longer_than_itself() -> None:
    plan = compile_timeline(
        routine(Step("bow", seconds=20, get_ready=5)), EXERCISES, get_ready_scale=0.4
    )  # get ready 2
    assert whole(plan)[:2] == [(1, Tone.LEAD_IN), (2, Tone.START)]


def test_work_that_waits_for_the_person_only_begins() -> None:
    person = Person.starting(Step("bow", reps=10, get_ready=5))
    person.wait(5)
    assert tones_from(person.engine.timeline, person.snapshot()) == (TimedTone(0.0, Tone.START),)
    person.wait(1)
    assert tones_from(person.engine.timeline, person.snapshot()) == ()


def test_a_pause_is_silent_and_the_lead_in_counts() -> None:
    person = Person.starting(Step("bow", seconds=40, get_ready=5))
    person.wait(15)
    person.give("pause")
    assert tones_from(person.engine.timeline, person.snapshot()) == ()
    person.give("resume")
    assert tones_from(person.engine.timeline, person.snapshot()) == (
        TimedTone(0.0, Tone.LEAD_IN),
        TimedTone(1.0, Tone.LEAD_IN),
        TimedTone(2.0, Tone.LEAD_IN),
        TimedTone(3.0, Tone.START),
    )


def test_a_form_done_side_by_side_in_one_window_is_told_at_half_however_short() -> None:
    person = Person.starting(Step("lunge", seconds=16, get_ready=5, variant="both-legs"))
    person.give("harder")
    person.wait(6)
    assert TimedTone(7.0, Tone.HALFWAY) in tones_from(person.engine.timeline, person.snapshot())


@settings(max_examples=60, deadline=None)
@given(timed_timelines, st.sampled_from([0.25, 0.5, 1.0]))
def test_told_moment_by_moment_they_are_the_schedule(plan: Timeline, tick: float) -> None:
    """And each count, half and beginning is the engine's own, to the microsecond."""
    person = Person(SessionEngine(plan))
    person.give("start")
    told: set[tuple[float, Tone]] = set()
    while True:
        now = person.snapshot()
        told |= {(round(now.at + tone.at, 6), tone.tone) for tone in tones_from(plan, now) if tone.at >= 0}
        if any(isinstance(event, SessionEnded) for event in person.events):
            break
        person.wait(tick)
    assert told - {(at, tone) for at, tone in told if tone in (Tone.END, Tone.FINISH)} == {
        one for one in whole(plan) if one[1] not in (Tone.END, Tone.FINISH)
    }
    assert {at for at, tone in whole(plan) if tone in (Tone.LAST_SECONDS, Tone.LEAD_IN)} <= {
        event.at for event in person.events if isinstance(event, CountdownReached)
    }
    assert {at for at, tone in whole(plan) if tone is Tone.HALFWAY} <= {
        round(event.at, 6) for event in person.events if isinstance(event, HalfwayReached)
    }
    assert {at for at, tone in whole(plan) if tone is Tone.START} == {
        event.at for event in person.events if isinstance(event, PhaseStarted) and event.kind is PhaseKind.WORK
    }


def test_a_tone_just_missed_is_still_given() -> None:
    person = Person.starting(*BOW_LUNGE_FLY)
    person.wait(5 + RECENT / 2)
    assert tones_from(person.engine.timeline, person.snapshot())[0] == TimedTone(-RECENT / 2, Tone.START)


def test_every_tone_has_a_length() -> None:
    assert set(TONE_SECONDS) == set(Tone)
