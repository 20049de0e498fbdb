"""The schedule before the session: the same as the session's own, in order, complete."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.examples import catalogue
from trainer.core.cue_lines import Line, Verbosity
from trainer.core.cue_preview import KnownPace, PreviewRow, RowKind, lasts, preview_rows
from trainer.core.cue_schedule import BESIDE_TONE, Speaker
from trainer.core.exercise import Exercise
from trainer.core.routine import Routine
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import Timeline, compile_timeline
from trainer.core.tones import TONE_SECONDS, Tone
from trainer.ui.workout.spoken_text import SpokenText


@pytest.fixture(scope="module")
def exercises() -> Mapping[str, Exercise]:
    return catalogue().exercises


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    found = catalogue()
    return compile_timeline(back_routine(), found.exercises)


def back_routine() -> Routine:
    entry = catalogue().routine("upper-and-lower-back")
    assert entry is not None
    return entry.routine


def wording(line: Line) -> str:
    found = catalogue()
    return SpokenText(found.exercises, found.equipment)(line)


def rows_of(
    timeline: Timeline, exercises: Mapping[str, Exercise], verbosity: Verbosity = Verbosity.FULL
) -> tuple[PreviewRow, ...]:
    return preview_rows(timeline, exercises, Speaker(wording, SpeechPace(), verbosity))


def test_every_phase_is_there_and_time_runs_on(timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
    rows = rows_of(timeline, exercises)
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    phases = [row for row in rows if row.kind is RowKind.PHASE]
    assert [row.place.phase for row in phases] == list(timeline.phases)
    assert lasts(rows) == pytest.approx(sum(timeline.expected(phase) for phase in timeline.phases))
    assert rows[-1].tone is Tone.FINISH


def test_less_is_heard_and_as_much_shown(timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
    def count(verbosity: Verbosity, kind: RowKind) -> int:
        return sum(row.kind is kind for row in rows_of(timeline, exercises, verbosity))

    says = [count(one, RowKind.SAYS) for one in (Verbosity.FULL, Verbosity.NAMES, Verbosity.TONES, Verbosity.SILENT)]
    assert says[0] > says[1] > says[2] == says[3] == 0
    assert count(Verbosity.TONES, RowKind.TONE) > 0 == count(Verbosity.SILENT, RowKind.TONE)
    assert count(Verbosity.FULL, RowKind.SHOWS) == count(Verbosity.SILENT, RowKind.SHOWS) > 0


def test_a_moment_s_row_names_the_phase_it_is_in(timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
    for row in rows_of(timeline, exercises):
        assert row.place.start - 1e-6 <= row.at <= row.place.end + 1e-6


@settings(max_examples=15, deadline=None)
@given(slower=st.floats(0.4, 2.5))
def test_with_true_lengths_no_line_touches_a_tone_or_another_line(
    timeline: Timeline, exercises: Mapping[str, Exercise], slower: float
) -> None:
    class AsSpoken(dict[str, float]):
        def __missing__(self, text: str) -> float:
            return slower * SpeechPace().seconds(text)

        def get(self, text: str, _default: object = None) -> float:
            return self[text]

    pace = KnownPace(AsSpoken(), SpeechPace().seconds)
    rows = preview_rows(timeline, exercises, Speaker(wording, pace, Verbosity.FULL))
    lines = [row for row in rows if row.kind is RowKind.SAYS]
    for before, after in pairwise(lines):
        assert before.at + before.seconds <= after.at
    for row in rows:
        if row.tone is not None:
            until = row.at + TONE_SECONDS[row.tone]
            beside = BESIDE_TONE - 1e-6
            assert all(line.at >= until + beside or line.at + line.seconds <= row.at - beside for line in lines)


def test_a_pace_knows_what_it_was_told_and_guesses_the_rest() -> None:
    pace = KnownPace({"Halfway": 0.5}, lambda text: float(len(text)))
    assert [pace.seconds(text) for text in ("Halfway", "Go", "Go", "")] == [0.5, 2.0, 2.0, 0.0]


def test_nothing_to_do_is_nothing_to_hear(exercises: Mapping[str, Exercise], timeline: Timeline) -> None:
    found = catalogue()
    routine = back_routine()
    empty = compile_timeline(routine, found.exercises, without_blocks=[block.name for block in routine.blocks])
    assert rows_of(empty, exercises) == ()
    assert lasts(()) == 0.0
    assert timeline.phases
