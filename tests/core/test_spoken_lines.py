"""What the coach says, in a session followed second by second, and what holds of every session."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.commands import Command, commands, timed_timelines, timelines
from tests.core.samples import BOW_LUNGE_FLY, EXERCISES, Person, exercise, routine, timeline
from trainer.core.exercise import Cue, CueKind, Posture
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.spoken_lines import (
    MOST_LINES,
    TONES,
    WINDOW,
    CueLine,
    Halfway,
    Line,
    Next,
    SpokenLines,
    SwitchSides,
    TenSecondsLeft,
    phase_lines,
)
from trainer.core.timeline import PhaseKind, Side, Timeline, compile_timeline

TICK = 0.25
DO, SAFETY = CueLine("do 1"), CueLine("safety 1")

Spoken = tuple[float, Line]


class Listener:
    """Follows a person's session and keeps every line with the moment it began, on the session's clock."""

    def __init__(self, plan: Timeline) -> None:
        self.person = Person(SessionEngine(plan))
        self.lines = SpokenLines(plan, EXERCISES)
        self.spoken: list[Spoken] = []
        self.moments: list[Snapshot] = []  # those at which a line began
        self.give("start")

    def give(self, command: str, *arguments: object) -> None:
        self.lines.follow(self.person.give(command, *arguments))
        self.listen()

    def wait(self, seconds: float, *, tick: float = TICK, busy: bool = False) -> None:
        for _ in range(round(seconds / tick)):
            self.lines.follow(self.person.wait(tick))
            self.listen(busy=busy)

    def listen(self, *, busy: bool = False) -> None:
        now = self.person.snapshot()
        line = self.lines.due(now, busy=busy)
        if line is not None:
            self.spoken.append((now.at, line))
            self.moments.append(now)

    def said(self) -> list[Line]:
        return [line for _, line in self.spoken]


def following(*steps: Step) -> Listener:
    return Listener(timeline(*steps))


def next_line(name: str, side: Side | None = None, *, brief: bool = False, variant: str = "") -> Next:
    return Next(name, variant, side, EXERCISES[name].posture, brief)


def test_a_whole_session() -> None:
    # get ready 5, work 30 | rest 10, get ready 5, left 20, switch 5, right 20 | get ready 5, work 40
    listener = following(*BOW_LUNGE_FLY)
    listener.wait(141)
    assert listener.spoken == [
        (0, next_line("bow", brief=True)),
        (8, DO),
        (17, SAFETY),
        (20, Halfway()),
        # ten left, at 25, would be the fifth in 45 s: that place is kept for the next name
        (35, next_line("lunge", Side.LEFT)),
        (53, DO),
        (62, SAFETY),
        (70, SwitchSides(Side.RIGHT)),
        (78, DO),
        (95, next_line("fly", brief=True)),
        (103, DO),
        (112, SAFETY),
        (120, Halfway()),
        (130, TenSecondsLeft()),
    ]


def test_a_minute_of_work_has_all_its_lines() -> None:
    listener = following(Step("bow", seconds=60, get_ready=15))
    listener.wait(76)
    assert listener.spoken == [
        (0, next_line("bow")),
        (18, DO),
        (27, SAFETY),
        (45, Halfway()),
        (65, TenSecondsLeft()),
    ]
    assert next_line("bow").posture is Posture.PRONE


def test_without_time_to_get_ready_the_name_is_said_as_the_work_begins() -> None:
    listener = following(Step("bow", seconds=30, get_ready=0))
    listener.wait(10)
    assert listener.spoken == [(1, next_line("bow", brief=True)), (4, DO)]


def test_a_switch_too_short_for_words_is_told_as_the_work_begins() -> None:
    plan = compile_timeline(routine(Step("lunge", seconds=30, get_ready=50)), EXERCISES, get_ready_scale=0.2)
    listener = Listener(plan)  # get ready 10, left 30, switch 1, right 30
    listener.wait(46)
    assert listener.spoken[-2:] == [(42, SwitchSides(Side.RIGHT)), (45, DO)]


def test_a_form_done_side_by_side_in_one_window_changes_at_half() -> None:
    listener = following(Step("lunge", seconds=60, get_ready=10, variant="both-legs"))
    listener.give("harder")
    listener.wait(41)
    assert listener.spoken[-1:] == [(40, SwitchSides(Side.RIGHT))]
    assert Halfway() not in listener.said()


def test_the_form_in_force_has_its_own_cue() -> None:
    listener = following(Step("fly", seconds=60, get_ready=10))
    listener.give("harder")
    listener.wait(14)
    assert listener.said()[-1] == CueLine("Now slow")


def test_work_that_waits_for_the_person_has_cues_and_no_times() -> None:
    listener = following(Step("bow", reps=10, get_ready=10))
    listener.wait(200)
    assert listener.said() == [next_line("bow"), DO, SAFETY]


def test_a_pause_says_nothing_and_the_lines_go_on_after_it() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10))
    listener.wait(12)
    listener.give("pause")
    listener.wait(100)
    listener.give("resume")
    listener.wait(2)
    assert listener.said() == [next_line("bow")]
    listener.wait(2.5)
    assert listener.said() == [next_line("bow"), DO]


def test_a_name_cut_off_by_a_pause_is_said_again() -> None:
    listener = following(Step("bow", seconds=60, get_ready=20))
    listener.wait(1)
    listener.give("pause")
    listener.give("resume")
    listener.wait(10)
    assert listener.said() == [next_line("bow")] * 2


def test_a_name_that_was_out_is_not_said_again_after_a_pause() -> None:
    listener = following(Step("bow", seconds=60, get_ready=20))
    listener.wait(5)
    listener.give("pause")
    listener.give("resume")
    listener.wait(10)
    assert listener.said() == [next_line("bow")]


def test_a_jump_drops_what_was_to_come_and_says_the_new_name() -> None:
    listener = following(*BOW_LUNGE_FLY)
    listener.wait(7)
    listener.give("jump", 2)
    listener.wait(4)
    assert listener.said() == [next_line("bow", brief=True), next_line("fly", brief=True)]


def test_a_step_begun_anew_is_named_anew() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10))
    listener.wait(20)
    listener.give("previous")
    listener.wait(5)  # the lead-in of three, then into work
    assert listener.spoken[-1] == (24, next_line("bow", brief=True))


def test_a_skip_undone_says_nothing_of_moments_gone_by() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10), Step("fly", seconds=60, get_ready=10))
    listener.wait(30)
    listener.give("next")
    assert listener.said()[-1] == next_line("fly")
    listener.give("undo_skip")
    before = len(listener.spoken)
    listener.wait(9)
    assert listener.said()[before:] == []
    listener.wait(2)
    assert listener.said()[before:] == [Halfway()]


def test_ten_seconds_left_is_said_again_when_time_was_added() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10))
    listener.wait(61)
    listener.give("adjust", 10)
    listener.wait(10)
    assert listener.said().count(TenSecondsLeft()) == 2


def test_while_a_line_is_said_others_wait_and_are_dropped_when_their_moment_is_gone() -> None:
    listener = following(Step("bow", seconds=60, get_ready=10))
    listener.wait(12)
    listener.wait(3, busy=True)
    listener.wait(1)
    assert listener.spoken[1:] == [(15.25, DO)]
    listener.wait(12, busy=True)  # past the safety cue's last moment
    listener.wait(5)
    assert SAFETY not in listener.said()


def test_names_go_before_what_is_being_said() -> None:
    listener = following(*BOW_LUNGE_FLY)
    listener.wait(30)
    listener.wait(6, busy=True)
    assert listener.said()[-1] == next_line("lunge", Side.LEFT)


@pytest.mark.parametrize(
    ("cue", "spoken"),
    [
        (Cue(CueKind.DO, "one two three four five six seven eight nine"), True),
        (Cue(CueKind.DO, "one two three four five six seven eight nine ten", short="one two"), "one two"),
        (Cue(CueKind.DO, "one two three four five six seven eight nine ten"), False),
        (Cue(CueKind.DO, "not to be said", spoken=False), False),
    ],
)
def test_only_short_cues_meant_for_it_are_spoken(cue: Cue, spoken: str | bool) -> None:
    plan = timeline(Step("bow", seconds=60, get_ready=0))
    engine = SessionEngine(plan)
    engine.start(0.0)
    lines = phase_lines(plan, engine.snapshot(4.0), exercise("bow", cues=(cue,)), None)
    wanted = cue.text if spoken is True else spoken
    assert [one.line for one in lines if isinstance(one.line, CueLine)] == ([CueLine(wanted)] if wanted else [])


def begun_in_window(listener: Listener, n: int) -> list[Line]:
    """The lines of the WINDOW seconds that end with line n, it included."""
    end = listener.spoken[n][0]
    return [line for at, line in listener.spoken[: n + 1] if end - at < WINDOW]


def check(listener: Listener) -> None:
    for n, (now, (_at, line)) in enumerate(zip(listener.moments, listener.spoken, strict=True)):
        assert now.state is SessionState.RUNNING
        assert now.remaining is None or now.remaining > TONES
        assert isinstance(line, Next | SwitchSides) or len(begun_in_window(listener, n)) <= MOST_LINES
        if isinstance(line, Next):
            assert line.exercise == now.step.exercise
        if isinstance(line, Halfway | TenSecondsLeft | CueLine):
            assert now.phase.kind is PhaseKind.WORK
        if isinstance(line, TenSecondsLeft):
            assert now.remaining is not None
            assert 8.9 < now.remaining <= 10.0


@settings(max_examples=60, deadline=None)
@given(timed_timelines)
def test_every_name_is_said_in_a_session_that_runs_through(plan: Timeline) -> None:
    listener = Listener(plan)
    listener.wait(plan.expected_seconds + 1)
    check(listener)
    roomy = [step.exercise for step in plan.steps if step.seconds is not None and step.seconds >= 10]
    named = [line.exercise for line in listener.said() if isinstance(line, Next)]
    tight = [step.exercise for step in plan.steps]
    assert _is_part_of(roomy, named)
    assert _is_part_of(named, tight)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(Step, st.sampled_from(sorted(EXERCISES)), seconds=st.integers(40, 90)), min_size=1, max_size=3)
)
def test_never_more_than_five_lines_in_45_seconds_where_steps_are_long_enough(steps: list[Step]) -> None:
    listener = following(*steps)
    listener.wait(listener.person.engine.timeline.expected_seconds + 1)
    assert all(len(begun_in_window(listener, n)) <= MOST_LINES for n in range(len(listener.spoken)))


@settings(max_examples=100, deadline=None)
@given(timelines, st.lists(st.tuples(commands, st.integers(0, 60)), max_size=12))
def test_whatever_is_commanded(plan: Timeline, story: list[tuple[Command, int]]) -> None:
    listener = Listener(plan)
    for (name, arguments), quarters in story:
        listener.give(name, *arguments)
        listener.wait(quarters * TICK)
    check(listener)


@settings(max_examples=40, deadline=None)
@given(timed_timelines)
def test_the_length_of_the_ticks_makes_no_difference(plan: Timeline) -> None:
    fine, coarse = Listener(plan), Listener(plan)
    fine.wait(plan.expected_seconds, tick=TICK)
    coarse.wait(plan.expected_seconds, tick=TICK * 2)
    assert fine.said() == coarse.said()


def _is_part_of(few: list[str], many: list[str]) -> bool:
    """Whether `few` is what remains of `many` when some are taken out."""
    rest = iter(many)
    return all(any(one == other for other in rest) for one in few)
