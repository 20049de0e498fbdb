"""The rows of the routine panel say what the timeline and the outcomes say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.workout.timelines import timeline
from trainer.core.events import StepOutcome
from trainer.core.timeline import Timeline
from trainer.ui.workout.panel_model import Mark, PanelRow, RowKind, group_of, ready_rows, session_rows

OPTIONAL = ("Warm-up", "Stretch")


@pytest.fixture
def plan() -> Timeline:
    return timeline()


def groups(rows: tuple[PanelRow, ...]) -> list[PanelRow]:
    return [row for row in rows if row.kind is RowKind.GROUP]


def moves(rows: tuple[PanelRow, ...]) -> list[PanelRow]:
    return [row for row in rows if row.kind is RowKind.STEP]


def outcomes(plan: Timeline, current: int) -> list[StepOutcome]:
    return [
        StepOutcome.DONE if i < current else StepOutcome.CURRENT if i == current else StepOutcome.PENDING
        for i in range(len(plan.steps))
    ]


def rungs(plan: Timeline) -> list[int]:
    return [step.rung for step in plan.steps]


def test_ready_groups_carry_moves_rounds_time_and_switch(plan: Timeline) -> None:
    rows = ready_rows(plan, OPTIONAL, {"Stretch"}, {})
    assert [(g.text, g.detail, g.time, g.on) for g in groups(rows)] == [
        ("Warm-up", "2 moves", "2:05", True),
        ("Main", "3 moves, 2 rounds", "10:20", None),
        ("Stretch", "1 move", "0:50", False),
    ]


def test_ready_shows_each_move_of_the_main_block_once(plan: Timeline) -> None:
    rows = moves(ready_rows(plan, OPTIONAL, (), {}))
    assert [(r.text, r.detail, r.time, r.changed) for r in rows] == [
        ("Back Bow", "15 s to get set", "60 s", False),
        ("Russian Twist", "20 s to get set", "2:00", False),
        ("Reverse Fly", "one arm", "2 \N{MULTIPLICATION SIGN} 30 s", True),
    ]
    assert [r.step for r in rows] == [2, 3, 4]


def test_an_optional_group_opens_when_asked_but_not_when_off(plan: Timeline) -> None:
    opened = {(0, 0): True, (2, 0): True}
    assert len(moves(ready_rows(plan, OPTIONAL, (), opened))) == 6
    assert moves(ready_rows(plan, OPTIONAL, {"Warm-up"}, opened))[0].text == "Back Bow"


def test_reps_and_open_steps_name_what_they_wait_for(plan: Timeline) -> None:
    assert moves(ready_rows(plan, OPTIONAL, (), {(2, 0): True}))[-1].time == "12 reps"


def test_the_session_opens_the_round_at_hand_and_folds_the_rest(plan: Timeline) -> None:
    rows = session_rows(plan, outcomes(plan, 3), rungs(plan), 3, {})
    assert [(g.text, g.mark, g.detail) for g in groups(rows)] == [
        ("Warm-up", Mark.DONE, ""),
        ("Main, round 1 of 2", Mark.OPEN, ""),
        ("Round 2", Mark.FOLDED, "3 moves"),
        ("Stretch", Mark.FOLDED, "1 move"),
    ]
    assert [(r.text, r.mark) for r in moves(rows)] == [
        ("Back Bow", Mark.DONE),
        ("Russian Twist", Mark.CURRENT),
        ("Reverse Fly, one arm", Mark.NUMBER),
    ]


def test_a_later_round_at_hand_is_named_whole(plan: Timeline) -> None:
    rows = session_rows(plan, outcomes(plan, 6), rungs(plan), 6, {})
    assert [g.text for g in groups(rows)] == ["Warm-up", "Main, round 1 of 2", "Main, round 2 of 2", "Stretch"]


def test_the_form_in_force_follows_the_name(plan: Timeline) -> None:
    changed = rungs(plan)
    changed[3] = 0
    rows = moves(session_rows(plan, outcomes(plan, 3), changed, 3, {}))
    assert rows[1].text == "Russian Twist, feet down"


def test_a_group_wholly_skipped_says_so(plan: Timeline) -> None:
    skipped = [StepOutcome.SKIPPED] * 2 + outcomes(plan, 2)[2:]
    group = groups(session_rows(plan, skipped, rungs(plan), 2, {}))[0]
    assert (group.mark, group.spoken) == (Mark.SKIPPED, "Warm-up, 2:05, skipped")


def test_what_is_spoken_begins_with_the_name_and_ends_with_the_state(plan: Timeline) -> None:
    rows = moves(session_rows(plan, outcomes(plan, 3), rungs(plan), 3, {}))
    assert rows[0].spoken == "Back Bow, 60 s, done"
    assert rows[1].spoken == "Russian Twist, 2:00, now"


@settings(max_examples=100)
@given(st.data())
def test_any_outcomes_and_folds_keep_the_rows_whole(data: st.DataObject) -> None:
    plan = timeline()
    n = len(plan.steps)
    what = data.draw(st.lists(st.sampled_from(StepOutcome), min_size=n, max_size=n))
    current = data.draw(st.none() | st.integers(0, n - 1))
    keys = [group_of(plan, i) for i in range(n)]
    folds = data.draw(st.dictionaries(st.sampled_from([k for k in keys if k is not None]), st.booleans()))
    rows = session_rows(plan, what, rungs(plan), current, folds)
    shown = [row.step for row in moves(rows)]
    assert shown == sorted(s for s in shown if s is not None)  # in order, none twice
    assert len(set(shown)) == len(shown)
    assert [g.group for g in groups(rows)] == sorted(set(keys))  # type: ignore[type-var]
    for row in moves(rows):
        assert row.step is not None
        assert row.text.startswith(plan.steps[row.step].name)
        assert row.spoken.startswith(row.text)
    if current is not None and folds.get(group_of(plan, current) or (0, 0), True):
        assert current in shown
