"""The session engine by example. The sample: phase 0 ready 5, 1 bow 30 | 2 rest 10, 3 ready 5, 4 left 20, 5 switch 5,
6 right 20 | 7 ready 5, 8 fly 40; steps 0, 1, 2; 140 s."""

import pytest

from tests.core.samples import BOW_LUNGE_FLY, Person, timeline
from trainer.core.events import (
    CountdownReached,
    HalfwayReached,
    LeadInStarted,
    Paused,
    PauseReason,
    PhaseEnded,
    PhaseStarted,
    Resumed,
    SessionEnded,
    SessionStarted,
    Skipped,
    SkipUndone,
    StepEnded,
    StepOutcome,
    TimeAdjusted,
    VariantChanged,
    WasAway,
)
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import PrimaryAction, SessionState
from trainer.core.timeline import PhaseKind, Side

DONE, PARTIAL, SKIPPED = StepOutcome.DONE, StepOutcome.PARTIAL, StepOutcome.SKIPPED
PENDING, CURRENT = StepOutcome.PENDING, StepOutcome.CURRENT
READY, RUNNING, PAUSED, LEAD_IN, ENDED = SessionState

OPEN_STEPS = (Step("bow", reps=5, get_ready=5), Step("swim", open=True, get_ready=5))


@pytest.fixture
def person() -> Person:
    return Person.starting()


def test_a_timeline_without_phases_is_no_session() -> None:
    with pytest.raises(ValueError, match="at least one phase"):
        SessionEngine(timeline())


class TestByItself:
    def test_runs_through_to_the_end_whatever_the_size_of_the_ticks(self, person: Person) -> None:
        person.wait(1000.0)
        phases = [(event.at, event.phase) for event in person.events if isinstance(event, PhaseStarted)]
        assert phases == [(0, 0), (5, 1), (35, 2), (45, 3), (50, 4), (70, 5), (75, 6), (95, 7), (100, 8)]
        assert person.events[0] == SessionStarted(0.0)
        assert person.events[-3:] == [
            PhaseEnded(140.0, 8, 2, PhaseKind.WORK, 40.0, complete=True),
            StepEnded(140.0, 2, DONE),
            SessionEnded(140.0, complete=True),
        ]
        assert person.snapshot().state is ENDED
        assert person.snapshot().active_seconds == 140.0
        assert person.snapshot().outcomes == (DONE, DONE, DONE)

    def test_the_last_three_seconds_of_every_timed_phase_and_half_of_work_are_told(self, person: Person) -> None:
        person.wait(40.0)
        countdown = [
            (event.at, event.phase, event.seconds_left)
            for event in person.events
            if isinstance(event, CountdownReached)
        ]
        assert countdown == [(2, 0, 3), (3, 0, 2), (4, 0, 1), (32, 1, 3), (33, 1, 2), (34, 1, 1)]
        assert [event for event in person.events if isinstance(event, HalfwayReached)] == [HalfwayReached(20.0, 1)]

    def test_a_phase_of_two_seconds_is_counted_down_from_two(self) -> None:
        person = Person.starting(Step("bow", seconds=20, get_ready=2))
        assert person.events[-1] == CountdownReached(0.0, 2, 0)

    def test_one_phase_is_a_session(self) -> None:
        person = Person.starting(Step("bow", seconds=20, get_ready=0))
        person.wait(20.0)
        assert person.events[-1] == SessionEnded(20.0, complete=True)

    def test_twenty_five_minutes_in_uneven_ticks_drift_by_nothing(self) -> None:
        person = Person.starting(*[Step("bow", seconds=60, get_ready=15)] * 20)
        person.now = 1e9  # a machine that has been on for thirty years
        person.engine = SessionEngine(person.engine.timeline)
        person.give("start")
        while person.engine.state is not ENDED:
            person.wait(0.016683)
        assert person.events[-1] == SessionEnded(1500.0, complete=True)
        assert person.engine.active_seconds == 1500.0


class TestBeforeAndAfter:
    COMMANDS = ("advance", "pause", "resume", "done", "next", "previous", "undo_skip", "easier", "harder", "finish")

    def test_before_the_start_only_start_does_anything(self) -> None:
        person = Person(SessionEngine(timeline(*BOW_LUNGE_FLY)))
        for command in self.COMMANDS:
            assert person.give(command) == ()
        assert person.give("jump", 1) + person.give("adjust", 10.0) + person.give("away", 60.0) == ()
        snapshot = person.snapshot()
        assert (snapshot.state, snapshot.at, snapshot.elapsed, snapshot.remaining) == (READY, 0.0, 0.0, 5.0)
        assert snapshot.total_remaining == 140.0
        assert snapshot.outcomes == (PENDING, PENDING, PENDING)
        assert person.engine.next_change(person.now) is None
        assert person.give("start")[0] == SessionStarted(0.0)

    def test_start_twice_starts_once(self, person: Person) -> None:
        person.wait(2.0)
        assert [type(event) for event in person.give("start")] == []
        assert person.snapshot().at == 2.0

    def test_after_the_end_nothing_does(self, person: Person) -> None:
        person.give("next")
        person.give("finish")
        ended = person.snapshot()
        assert not ended.can_undo
        person.wait(10.0)
        for command in ("start", "primary", *self.COMMANDS):
            assert person.give(command) == ()
        assert person.give("away", 60.0) == ()
        assert person.snapshot() == ended
        assert person.primary_action() is PrimaryAction.NONE
        assert person.engine.next_change(person.now) is None
        assert ended.total_remaining == 0.0


class TestPause:
    def test_loses_nothing_and_leads_in_for_three_seconds(self, person: Person) -> None:
        person.wait(12.5)
        assert person.give("pause") == (Paused(12.5),)
        person.wait(60.0)
        assert (person.snapshot().remaining, person.snapshot().paused_for) == (22.5, 60.0)
        assert person.give("resume") == (LeadInStarted(72.5, 3.0), CountdownReached(72.5, 3, 1))
        assert person.wait(2.0) == (CountdownReached(73.5, 2, 1), CountdownReached(74.5, 1, 1))
        assert (person.snapshot().state, person.snapshot().lead_in_remaining) == (LEAD_IN, 1.0)
        assert person.wait(1.0) == (Resumed(75.5),)
        assert person.snapshot().remaining == 22.5
        assert (person.snapshot().active_seconds, person.snapshot().paused_seconds) == (12.5, 63.0)
        assert person.snapshot().paused_for == 0.0

    def test_pausing_the_lead_in_goes_on_with_the_pause(self, person: Person) -> None:
        person.wait(10.0)
        person.give("pause")
        person.wait(5.0)
        person.give("resume")
        person.wait(2.0)
        assert person.give("pause") == (Paused(17.0),)
        assert person.snapshot().paused_for == 7.0
        person.give("resume")
        assert person.wait(3.0)[-1] == Resumed(20.0)

    def test_what_means_nothing_does_nothing(self, person: Person) -> None:
        assert person.give("resume") == ()
        person.give("pause")
        assert person.give("pause") == ()
        assert person.give("done") == ()


class TestPrimary:
    def test_starts_pauses_and_resumes(self) -> None:
        person = Person(SessionEngine(timeline(*BOW_LUNGE_FLY)))
        seen = []
        for _ in range(4):
            seen.append((person.primary_action(), person.engine.state))
            person.give("primary")
        assert seen == [
            (PrimaryAction.START, READY),
            (PrimaryAction.PAUSE, RUNNING),
            (PrimaryAction.RESUME, PAUSED),
            (PrimaryAction.PAUSE, LEAD_IN),
        ]

    def test_completes_what_waits_for_the_person(self) -> None:
        person = Person.starting(*OPEN_STEPS)
        person.wait(25.0)
        assert person.primary_action() is PrimaryAction.DONE
        assert (person.snapshot().remaining, person.snapshot().elapsed) == (None, 20.0)
        assert person.give("primary")[:2] == (
            PhaseEnded(25.0, 1, 0, PhaseKind.WORK, 20.0, complete=True),
            StepEnded(25.0, 0, DONE),
        )
        person.wait(10.0)
        person.give("pause")
        assert person.primary_action() is PrimaryAction.RESUME
        assert person.give("done") == ()
        person.give("resume")
        person.wait(3.0)
        assert person.give("done")[-1] == SessionEnded(38.0, complete=True)

    def test_acts_on_what_is_there_at_that_moment(self) -> None:
        """Space in the tick's gap after get ready ended is Done, not Pause."""
        person = Person.starting(*OPEN_STEPS)
        person.now += 6.0
        assert StepEnded(6.0, 0, DONE) in person.give("primary")


class TestNext:
    def test_in_rest_and_get_ready_goes_straight_to_the_work(self, person: Person) -> None:
        person.wait(40.0)
        assert person.give("next")[:3] == (
            Skipped(40.0, 2, 4),
            PhaseEnded(40.0, 2, 1, PhaseKind.REST, 5.0, complete=False),
            PhaseStarted(40.0, 4, 1, PhaseKind.WORK, Side.LEFT),
        )
        assert person.snapshot().outcomes == (DONE, CURRENT, PENDING)

    def test_in_work_leaves_the_step_for_the_next_ones_get_ready(self, person: Person) -> None:
        person.wait(12.0)
        assert person.give("next") == (
            Skipped(12.0, 1, 3),
            PhaseEnded(12.0, 1, 0, PhaseKind.WORK, 7.0, complete=False),
            StepEnded(12.0, 0, PARTIAL),
            PhaseStarted(12.0, 3, 1, PhaseKind.GET_READY, Side.LEFT),
        )

    def test_without_any_work_the_step_is_skipped(self, person: Person) -> None:
        person.give("next")
        assert StepEnded(0.0, 0, SKIPPED) in person.give("next")

    def test_in_the_switch_leaves_the_step_as_partial(self, person: Person) -> None:
        person.wait(72.0)
        assert StepEnded(72.0, 1, PARTIAL) in person.give("next")
        assert person.snapshot().phase.index == 7

    def test_on_the_last_step_ends_the_session(self, person: Person) -> None:
        person.wait(110.0)
        assert person.give("next") == (
            PhaseEnded(110.0, 8, 2, PhaseKind.WORK, 10.0, complete=False),
            StepEnded(110.0, 2, PARTIAL),
            SessionEnded(110.0, complete=False),
        )

    def test_while_paused_stays_paused(self, person: Person) -> None:
        person.wait(12.0)
        person.give("pause")
        person.give("next")
        person.wait(30.0)
        assert (person.snapshot().state, person.snapshot().phase.index, person.snapshot().elapsed) == (PAUSED, 3, 0.0)


class TestPrevious:
    def test_in_work_begins_the_work_again_with_a_lead_in(self, person: Person) -> None:
        person.wait(80.0)  # right side
        assert person.give("previous")[-3:] == (
            PhaseStarted(80.0, 4, 1, PhaseKind.WORK, Side.LEFT),
            LeadInStarted(80.0, 3.0),
            CountdownReached(80.0, 3, 4),
        )
        assert person.wait(3.0)[-1] == Resumed(83.0)
        assert person.snapshot().remaining == 20.0

    def test_in_get_ready_begins_with_the_steps_first_phase(self, person: Person) -> None:
        person.wait(47.0)
        person.give("previous")
        assert (person.snapshot().phase.index, person.snapshot().remaining, person.snapshot().state) == (
            2,
            10.0,
            RUNNING,
        )

    def test_again_within_two_seconds_goes_one_step_back(self, person: Person) -> None:
        person.wait(52.0)
        person.give("previous")
        person.wait(2.0)
        events = person.give("previous")
        assert events[:3] == (
            Skipped(54.0, 4, 0),
            PhaseEnded(54.0, 4, 1, PhaseKind.WORK, 0.0, complete=False),
            StepEnded(54.0, 1, PARTIAL),
        )
        assert (person.snapshot().phase.index, person.snapshot().state) == (0, RUNNING)  # get ready leads in by itself
        assert events[-1] == Resumed(54.0)
        assert person.snapshot().outcomes == (CURRENT, PARTIAL, PENDING)

    def test_later_than_that_begins_again(self, person: Person) -> None:
        person.wait(52.0)
        person.give("previous")
        person.wait(2.000001)
        person.give("previous")
        assert person.snapshot().phase.index == 4

    def test_three_times_goes_two_steps_back(self, person: Person) -> None:
        person.wait(97.0)
        for _ in range(3):
            person.give("previous")
            person.wait(1.0)
        assert person.snapshot().step.index == 0

    def test_after_another_move_begins_anew(self, person: Person) -> None:
        person.wait(97.0)
        person.give("previous")
        person.give("next")
        person.give("previous")
        assert person.snapshot().step.index == 2

    def test_on_the_first_step_stays_there(self, person: Person) -> None:
        person.wait(7.0)
        person.give("previous")
        person.give("previous")
        assert (person.snapshot().phase.index, person.snapshot().state) == (1, LEAD_IN)

    def test_a_step_left_backward_before_any_work_was_not_reached(self, person: Person) -> None:
        person.wait(47.0)
        person.give("previous")
        person.give("previous")
        assert person.snapshot().outcomes == (CURRENT, PENDING, PENDING)

    def test_while_paused_moves_without_a_lead_in(self, person: Person) -> None:
        person.wait(20.0)
        person.give("pause")
        person.give("previous")
        assert (person.snapshot().state, person.snapshot().remaining) == (PAUSED, 30.0)

    def test_goes_to_the_work_of_a_step_without_get_ready(self) -> None:
        person = Person.starting(Step("bow", seconds=30, get_ready=0, rest=10), Step("swim", seconds=30, get_ready=0))
        person.wait(50.0)
        person.give("previous")
        person.give("previous")
        assert (person.snapshot().phase.index, person.snapshot().state) == (0, LEAD_IN)


class TestJump:
    def test_forward_says_what_was_passed_over(self, person: Person) -> None:
        person.wait(12.0)
        assert person.give("jump", 2) == (
            Skipped(12.0, 1, 7),
            PhaseEnded(12.0, 1, 0, PhaseKind.WORK, 7.0, complete=False),
            StepEnded(12.0, 0, PARTIAL),
            StepEnded(12.0, 1, SKIPPED),
            PhaseStarted(12.0, 7, 2, PhaseKind.GET_READY),
        )

    def test_back_goes_to_the_get_ready_and_what_was_done_stays_done(self, person: Person) -> None:
        person.wait(60.0)
        person.give("jump", 0)
        assert person.snapshot().outcomes == (CURRENT, PARTIAL, PENDING)
        person.give("jump", 2)
        assert person.snapshot().outcomes == (DONE, PARTIAL, CURRENT)

    def test_back_from_a_get_ready_leaves_a_step_that_was_not_reached(self, person: Person) -> None:
        person.wait(47.0)
        person.give("jump", 0)
        assert person.snapshot().outcomes == (CURRENT, PENDING, PENDING)

    def test_to_no_step_does_nothing(self, person: Person) -> None:
        assert person.give("jump", 3) + person.give("jump", -1) == ()

    def test_to_the_step_at_hand_begins_at_its_get_ready(self, person: Person) -> None:
        person.wait(60.0)
        person.give("jump", 1)
        assert (person.snapshot().phase.index, person.snapshot().elapsed) == (3, 0.0)


class TestUndo:
    def test_brings_back_position_time_and_outcomes(self, person: Person) -> None:
        person.wait(12.0)
        person.give("adjust", 10.0)
        person.give("next")
        person.wait(7.0)
        assert person.give("undo_skip") == (
            PhaseEnded(19.0, 4, 1, PhaseKind.WORK, 2.0, complete=False),
            SkipUndone(19.0, 1),
            PhaseStarted(19.0, 1, 0, PhaseKind.WORK),
        )
        assert (person.snapshot().elapsed, person.snapshot().remaining) == (7.0, 33.0)
        assert person.snapshot().outcomes == (CURRENT, PENDING, PENDING)
        assert person.snapshot().active_seconds == 19.0
        assert not person.snapshot().can_undo

    def test_goes_several_levels_back(self, person: Person) -> None:
        person.wait(12.0)
        person.give("jump", 2)
        person.give("previous")
        person.give("next")
        for phase in (7, 7, 1):
            person.give("undo_skip")
            assert person.snapshot().phase.index == phase
        assert person.snapshot().outcomes == (CURRENT, PENDING, PENDING)
        assert person.give("undo_skip") == ()

    def test_a_step_done_since_stays_done(self, person: Person) -> None:
        person.give("jump", 1)
        person.wait(60.0)  # through the lunge, into the fly
        person.give("undo_skip")
        assert person.snapshot().outcomes == (CURRENT, DONE, PENDING)

    def test_of_a_restart_leaves_the_lead_in_running(self, person: Person) -> None:
        person.wait(20.0)
        person.give("previous")
        person.give("undo_skip")
        assert (person.snapshot().state, person.snapshot().remaining) == (LEAD_IN, 15.0)


class TestAdjust:
    def test_lengthens_and_shortens_the_phase(self, person: Person) -> None:
        person.wait(10.0)
        assert person.give("adjust", 10.0) == (TimeAdjusted(10.0, 1, 10.0),)
        assert (person.snapshot().length, person.snapshot().remaining, person.snapshot().elapsed) == (40.0, 35.0, 5.0)
        assert person.snapshot().total_remaining == 140.0
        person.give("adjust", -20.0)
        assert person.snapshot().remaining == 15.0

    def test_with_nothing_left_the_phase_is_complete(self, person: Person) -> None:
        person.wait(30.0)
        assert person.give("adjust", -10.0)[:3] == (
            TimeAdjusted(30.0, 1, -5.0),
            PhaseEnded(30.0, 1, 0, PhaseKind.WORK, 25.0, complete=True),
            StepEnded(30.0, 0, DONE),
        )
        assert person.snapshot().phase.index == 2

    def test_work_shortened_to_nothing_was_not_done(self, person: Person) -> None:
        person.wait(5.0)
        assert StepEnded(5.0, 0, SKIPPED) in person.give("adjust", -100.0)

    def test_on_the_first_side_changes_the_second_alike(self, person: Person) -> None:
        person.wait(55.0)
        person.give("adjust", 10.0)
        assert person.snapshot().total_remaining == 140.0 - 55.0 + 20.0
        person.wait(30.0)
        assert (person.snapshot().side, person.snapshot().length) == (Side.RIGHT, 30.0)
        person.give("adjust", -10.0)
        assert person.snapshot().length == 20.0

    def test_the_seconds_that_come_again_are_called_again_but_half_is_not(self, person: Person) -> None:
        person.wait(33.5)  # 1.5 s left
        marks = person.give("adjust", 10.0) + person.wait(11.0)
        assert [event.seconds_left for event in marks if isinstance(event, CountdownReached)] == [3, 2, 1]
        assert not any(isinstance(event, HalfwayReached) for event in marks)

    def test_a_half_that_slipped_behind_is_not_told_late(self, person: Person) -> None:
        person.wait(18.0)  # 13 of 30 s
        events = person.give("adjust", -10.0) + person.wait(10.0)
        assert not any(isinstance(event, HalfwayReached) for event in events)

    def test_exactly_three_seconds_left_are_called(self, person: Person) -> None:
        person.wait(22.0)  # 13 s left
        assert person.give("adjust", -10.0)[-1] == CountdownReached(22.0, 3, 1)

    def test_works_while_paused_and_not_on_what_waits(self) -> None:
        person = Person.starting(*OPEN_STEPS)
        person.give("pause")
        person.give("adjust", 5.0)
        assert person.snapshot().remaining == 10.0
        person.give("adjust", -10.0)
        assert (person.snapshot().state, person.snapshot().phase.index) == (PAUSED, 1)
        assert person.give("adjust", 10.0) == ()

    def test_a_step_begun_again_has_its_planned_time(self, person: Person) -> None:
        person.wait(10.0)
        person.give("adjust", 10.0)
        person.give("previous")
        assert person.snapshot().remaining == 30.0


class TestForms:
    FLY = Step("fly", seconds=30, get_ready=5, rest=10)

    def test_a_rung_for_this_and_all_later_steps_of_the_exercise(self) -> None:
        person = Person.starting(self.FLY, Step("bow", seconds=30), self.FLY)
        assert person.give("easier") == (VariantChanged(0.0, "fly", "seated", -1),)
        assert person.snapshot().rung.variant == "seated"
        assert person.snapshot().rungs == (0, 0, 0)
        assert person.give("easier") == ()
        person.wait(40.0)
        assert person.give("harder") == ()  # the bow, shown in its get-ready, has one form

    def test_in_rest_it_is_the_step_to_come(self) -> None:
        person = Person.starting(self.FLY, self.FLY)
        person.wait(36.0)
        person.give("harder")
        assert person.snapshot().rungs == (1, 2)

    def test_a_change_in_mid_work_splits_the_span(self) -> None:
        person = Person.starting(self.FLY, self.FLY)
        person.wait(15.0)
        person.give("harder")
        person.wait(35.0)
        spans = [(span.kind, span.variant, span.met.value, span.seconds) for span in person.engine.spans]
        assert spans == [
            (PhaseKind.GET_READY, "", 3.5, 5.0),
            (PhaseKind.WORK, "", 3.5, 10.0),
            (PhaseKind.WORK, "slow", 6.0, 20.0),
            (PhaseKind.REST, "slow", 6.0, 10.0),  # of the step before
            (PhaseKind.GET_READY, "slow", 6.0, 5.0),
        ]
        visits = [event.seconds for event in person.events if isinstance(event, PhaseEnded)]
        assert visits == [5.0, 30.0, 10.0, 5.0]

    def test_any_form_on_the_ladder_can_be_set(self) -> None:
        person = Person.starting(Step("bow", seconds=30), self.FLY)
        assert person.give("set_variant", "fly", "slow") == (VariantChanged(0.0, "fly", "slow", 1),)
        assert person.give("set_variant", "fly", "slow") == ()
        assert person.give("set_variant", "fly", "one-arm") == ()
        assert person.give("set_variant", "squat", "") == ()
        assert person.snapshot().rungs == (0, 2)

    def test_a_per_side_form_in_one_window_changes_sides_at_half(self) -> None:
        person = Person.starting(Step("lunge", seconds=40, variant="both-legs", get_ready=5))
        assert person.snapshot().side is None
        person.give("harder")  # as written: each leg
        assert person.snapshot().side is Side.LEFT
        person.wait(24.9)
        assert person.snapshot().side is Side.LEFT
        person.wait(0.1)
        assert person.snapshot().side is Side.RIGHT

    def test_a_form_for_both_sides_in_two_windows_names_none(self) -> None:
        person = Person.starting(Step("lunge", seconds=40, get_ready=5))
        assert person.snapshot().side is Side.LEFT
        person.give("easier")
        assert person.snapshot().side is None


class TestAway:
    def test_while_the_clock_stood_still(self, person: Person) -> None:
        person.wait(12.0)
        assert person.give("away", 3600.0) == (Paused(12.0, PauseReason.AWAY), WasAway(3612.0, 3600.0))
        snapshot = person.snapshot()
        assert (snapshot.at, snapshot.active_seconds, snapshot.away_seconds) == (3612.0, 12.0, 3600.0)
        assert (snapshot.state, snapshot.remaining, snapshot.pause_reason) == (PAUSED, 23.0, PauseReason.AWAY)
        person.wait(8.0)
        assert (person.snapshot().paused_seconds, person.snapshot().paused_for) == (8.0, 3608.0)
        person.give("resume")
        person.wait(4.0)
        assert person.snapshot().remaining == 22.0

    def test_while_the_clock_ran_on(self, person: Person) -> None:
        person.wait(12.0)
        person.now += 3601.0
        events = person.give("away", 3600.0)
        assert events == (Paused(13.0, PauseReason.AWAY), WasAway(3613.0, 3600.0))
        assert (person.snapshot().active_seconds, person.snapshot().away_seconds) == (13.0, 3600.0)
        assert person.snapshot().at == 3613.0

    def test_what_was_due_before_it_happens_first(self, person: Person) -> None:
        person.wait(4.0)
        person.now += 3602.0
        assert PhaseStarted(5.0, 1, 0, PhaseKind.WORK) in person.give("away", 3600.0)
        assert person.snapshot().remaining == 29.0

    def test_in_a_pause_leaves_its_reason(self, person: Person) -> None:
        person.give("pause")
        person.wait(10.0)
        assert person.give("away", 60.0) == (WasAway(70.0, 60.0),)
        assert person.snapshot().pause_reason is PauseReason.PERSON
        assert (person.snapshot().paused_seconds, person.snapshot().away_seconds) == (10.0, 60.0)

    def test_in_the_lead_in_pauses(self, person: Person) -> None:
        person.give("pause")
        person.give("resume")
        person.give("away", 60.0)
        assert (person.snapshot().state, person.snapshot().pause_reason) == (PAUSED, PauseReason.AWAY)

    def test_nothing_is_no_gap(self, person: Person) -> None:
        assert person.give("away", 0.0) == ()
        assert person.snapshot().state is RUNNING


class TestFinish:
    def test_keeps_what_was_done(self, person: Person) -> None:
        person.wait(60.0)
        assert person.give("finish") == (
            PhaseEnded(60.0, 4, 1, PhaseKind.WORK, 10.0, complete=False),
            StepEnded(60.0, 1, PARTIAL),
            SessionEnded(60.0, complete=False),
        )
        assert person.snapshot().outcomes == (DONE, PARTIAL, PENDING)

    def test_is_complete_if_everything_was_done(self, person: Person) -> None:
        person.wait(139.0)
        person.give("jump", 0)
        person.give("jump", 2)
        person.wait(44.9)
        assert not person.engine.complete
        person.wait(0.1)
        assert person.events[-1] == SessionEnded(184.0, complete=True)

    def test_work_that_was_undone_still_counts_as_partial(self, person: Person) -> None:
        person.give("jump", 1)
        person.wait(15.0)
        person.give("undo_skip")
        assert person.snapshot().outcomes == (CURRENT, PENDING, PENDING)
        assert StepEnded(15.0, 1, PARTIAL) in person.give("finish")


class TestNextChange:
    def test_is_the_next_whole_second_left(self, person: Person) -> None:
        assert person.engine.next_change(person.now) == 1.0
        person.wait(0.25)
        assert person.engine.next_change(person.now) == 1.0
        person.wait(0.75)
        assert person.engine.next_change(person.now) == 2.0

    def test_is_a_mark_if_that_comes_first(self) -> None:
        person = Person.starting(Step("bow", seconds=25, get_ready=0))
        person.wait(12.25)
        assert person.engine.next_change(person.now) == 12.5  # halfway

    def test_follows_the_pause_and_its_lead_in(self, person: Person) -> None:
        person.wait(0.25)
        person.give("pause")
        assert person.engine.next_change(person.now) == 1.25
        person.wait(0.5)
        person.give("resume")
        assert person.engine.next_change(person.now) == 1.75

    def test_counts_up_where_nothing_runs_out(self) -> None:
        person = Person.starting(*OPEN_STEPS)
        person.wait(5.5)
        assert person.engine.next_change(person.now) == 6.0

    def test_looking_changes_nothing(self, person: Person) -> None:
        person.now += 1000.0
        late = person.snapshot()
        assert (late.phase.index, late.elapsed) == (0, 2.0)  # up to the boundary that is due
        assert person.engine.next_change(person.now) == 2.0
        person.now -= 999.0
        assert person.snapshot().elapsed == 1.0
