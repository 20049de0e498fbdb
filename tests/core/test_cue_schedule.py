"""The schedule of a whole session, and what holds of every one."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.cues import EPSILON, coached, crowded, overlaps, sounding, speakers, whole_schedule, words
from tests.core.samples import BOW_LUNGE_FLY, EXERCISES, exercise, timeline
from trainer.core.cue_lines import LONGEST_LINE, CueLine, Detail, Line, Next, Part, SwitchSides, Verbosity
from trainer.core.cue_schedule import PlannedLine, Speaker, plan_lines
from trainer.core.exercise import Cue, CueKind
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import PhaseKind, Side, Timeline

FULL = Speaker(words, SpeechPace())


def told(*steps: Step, speaker: Speaker = FULL) -> list[tuple[float, Part]]:
    lines, _ = whole_schedule(timeline(*steps), speaker)
    return [(round(line.at, 2), line.part) for line in lines]


def test_a_minute_of_work_has_all_its_lines() -> None:
    assert told(Step("bow", seconds=60, get_ready=15)) == [
        (0.0, Part.NAME),
        (18.0, Part.TECHNIQUE),
        (27.0, Part.SAFETY),
        (42.0, Part.OFFER),
        (45.4, Part.HALF),
        (65.0, Part.TEN_LEFT),
    ]


def test_what_to_fetch_is_said_eight_seconds_before_work() -> None:
    step = Step("fly", seconds=60, get_ready=15)
    assert told(step)[:2] == [(0.0, Part.NAME), (2.76, Part.FETCH)]
    lines, _ = whole_schedule(timeline(step), FULL)
    assert lines[1].end <= 7.0
    for wait in (10, 12):  # too late to begin, too late to end
        assert Part.FETCH not in [part for _, part in told(Step("fly", seconds=60, get_ready=wait))]


def test_three_steps() -> None:
    # get ready 5, work 30 | rest 10, get ready 5, left 20, switch 5, right 20 | get ready 5, work 40
    lines, _ = whole_schedule(timeline(*BOW_LUNGE_FLY), FULL)
    names = [(round(line.at, 2), line.line) for line in lines if line.part.essential]
    assert names == [
        (0.0, Next("bow", "", None, EXERCISES["bow"].posture, Detail.FORM)),
        (35.4, Next("lunge", "", Side.LEFT, EXERCISES["lunge"].posture, Detail.POSITION)),
        (70.4, SwitchSides(Side.RIGHT)),
        (95.4, Next("fly", "", None, EXERCISES["fly"].posture, Detail.NAME)),
    ]


def test_without_time_to_get_ready_the_name_follows_the_tone_that_begins_the_work() -> None:
    assert told(Step("bow", seconds=30, get_ready=0))[0] == (0.6, Part.NAME)


def test_a_name_that_takes_longer_than_the_wait_is_said_in_the_work() -> None:
    slow = Speaker(words, SpeechPace(2.4))
    lines, _ = whole_schedule(timeline(Step("bow", seconds=30, get_ready=4)), slow)
    assert (lines[0].at, lines[0].part) == (4.6, Part.NAME)


def test_names_and_sides_only() -> None:
    names = Speaker(words, SpeechPace(), Verbosity.NAMES)
    lines, _ = whole_schedule(timeline(*BOW_LUNGE_FLY), names)
    assert {line.part for line in lines} == {Part.NAME, Part.SIDE}


@pytest.mark.parametrize("verbosity", [Verbosity.TONES, Verbosity.SILENT])
def test_without_words(verbosity: Verbosity) -> None:
    assert told(*BOW_LUNGE_FLY, speaker=Speaker(words, SpeechPace(), verbosity)) == []


def test_a_second_side_is_told_half_way_through_one_window() -> None:
    plan = timeline(Step("lunge", seconds=60, get_ready=10, variant="both-legs"))
    engine = SessionEngine(plan)
    engine.start(0.0)
    engine.harder(0.0)
    lines = plan_lines(plan, EXERCISES, engine.snapshot(0.0), FULL)
    (other,) = [line for line in lines if line.part is Part.OTHER_SIDE]
    assert (round(other.at, 2), other.line) == (40.4, SwitchSides(Side.RIGHT))
    assert Part.HALF not in {line.part for line in lines}


@pytest.mark.parametrize(
    ("cue", "spoken"),
    [
        (Cue(CueKind.DO, "Lift both arms"), "Lift both arms"),
        (Cue(CueKind.DO, "Lift both arms as far as ever your shoulders allow", short="Lift"), "Lift"),
        (Cue(CueKind.DO, "Lift both arms as far as ever your shoulders allow"), None),
        (Cue(CueKind.DO, "Lift", spoken=False), None),
    ],
)
def test_a_cue_too_long_gives_way_to_its_short_form(cue: Cue, spoken: str | None) -> None:
    plan = timeline(Step("bow", seconds=40))
    plain = Speaker(lambda line: line.text if isinstance(line, CueLine) else words(line), SpeechPace())
    now = SessionEngine(plan).snapshot(0.0)
    lines = plan_lines(plan, {**EXERCISES, "bow": exercise("bow", cues=(cue,))}, now, plain)
    said = [line.text for line in lines if line.part is Part.TECHNIQUE]
    assert said == ([] if spoken is None else [spoken])


def test_easier_harder_and_good_words_take_turns() -> None:
    steps = [Step("bow", seconds=60, get_ready=15)] * 4
    lines, _ = whole_schedule(timeline(*steps), FULL)
    offers: list[Line] = [line.line for line in lines if line.part is Part.OFFER]
    assert [offers[0], offers[2]] == [CueLine("easier 1"), CueLine("harder 1")]
    assert [type(offers[n]).__name__ for n in (1, 3)] == ["Encouragement"] * 2


# what holds of every session


@settings(max_examples=150, deadline=None)
@given(coached, speakers)
def test_no_line_overlaps_a_tone_or_another_line(plan: Timeline, speaker: Speaker) -> None:
    lines, tones = whole_schedule(plan, speaker)
    spans = [(line.at, line.end) for line in lines]
    assert overlaps(spans, sounding(tones)) == []
    assert all(later[0] >= sooner[1] for sooner, later in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(coached, speakers)
def test_never_more_than_five_lines_in_any_45_seconds(plan: Timeline, speaker: Speaker) -> None:
    lines, _ = whole_schedule(plan, speaker)
    assert crowded([line.at for line in lines]) == []


@settings(max_examples=150, deadline=None)
@given(coached, speakers)
def test_every_name_and_every_side_is_told_before_or_as_its_work_begins(plan: Timeline, speaker: Speaker) -> None:
    lines, _ = whole_schedule(plan, speaker)
    for phase in plan.phases:
        if phase.kind is not PhaseKind.WORK:
            continue
        first = next(one for one in plan.phases_of(phase.step) if one.kind is PhaseKind.WORK) == phase
        part = Part.NAME if first else Part.SIDE
        of_step = [line for line in lines if plan.phases[line.phase].step == phase.step and line.part is part]
        assert len(of_step) == 1, (phase, part)
        assert of_step[0].phase == phase.index or plan.phases[of_step[0].phase].kind is not PhaseKind.WORK
        if of_step[0].phase == phase.index:
            assert of_step[0].offset < 1.0


@settings(max_examples=150, deadline=None)
@given(coached, speakers)
def test_every_line_is_over_before_its_moment_has_passed(plan: Timeline, speaker: Speaker) -> None:
    lines, _ = whole_schedule(plan, speaker)
    starts = Starts(plan)
    for line in lines:
        phase = plan.phases[line.phase]
        assert line.end <= line.until + EPSILON
        assert line.end <= starts.of[line.phase] + plan.expected(phase) + EPSILON or phase.kind is not PhaseKind.WORK
        assert line.part.essential or line.seconds <= LONGEST_LINE
        assert starts.of[line.phase] + line.offset == pytest.approx(line.at)


@settings(max_examples=80, deadline=None)
@given(coached, speakers, st.data())
def test_taken_up_in_the_middle_the_rest_is_the_same(plan: Timeline, speaker: Speaker, data: st.DataObject) -> None:
    """Planned anew at the beginning of any phase, with what was said, the rest is what had been planned."""
    from trainer.core.cue_schedule import BETWEEN_LINES, WINDOW, Heard, Told

    lines, _ = whole_schedule(plan, speaker)
    phase = data.draw(st.sampled_from(plan.phases))
    at = Starts(plan).of[phase.index]
    engine = SessionEngine(plan)
    engine.start(0.0)
    engine.advance(at)
    now = engine.snapshot(at)
    before = [line for line in lines if line.at < now.at - EPSILON]
    told_of = None
    for line in before:
        if isinstance(line.line, Next | SwitchSides):
            told_of = Told(plan.phases[line.phase].step, line.line.side)
    fetched = any(one.part is Part.FETCH and plan.phases[one.phase].step == phase.step for one in before)
    heard = Heard(
        told_of,
        frozenset({Part.FETCH} if fetched else ()),
        tuple(line.at for line in before if now.at - line.at < WINDOW),
        before[-1].end + BETWEEN_LINES if before else 0.0,
    )
    again = plan_lines(plan, EXERCISES, now, speaker, heard)
    assert _rounded(again) == _rounded([line for line in lines if line not in before])


@dataclass
class Starts:
    """When the phases of a session that runs through begin."""

    plan: Timeline

    @property
    def of(self) -> list[float]:
        starts, at = [], 0.0
        for phase in self.plan.phases:
            starts.append(at)
            at += self.plan.expected(phase)
        return starts


def _rounded(lines: "list[PlannedLine] | tuple[PlannedLine, ...]") -> list[tuple[float, Part, str]]:
    return [(round(line.at, 4), line.part, line.text) for line in lines]
