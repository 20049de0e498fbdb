"""Which sizes hold at which window, and how much of the session and its steps is over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import open_ended, planned
from trainer.core.timeline import PhaseKind
from trainer.ui.workout.stage_metrics import session_groups, stage_metrics, step_share


def test_the_breakpoints_of_the_design() -> None:
    assert not stage_metrics(1280, 800, 1.0).narrow
    assert stage_metrics(959, 800, 1.0).narrow
    assert not stage_metrics(960, 800, 1.0).narrow
    assert stage_metrics(1280, 699, 1.0).short
    assert not stage_metrics(1280, 700, 1.0).short
    assert stage_metrics(1700, 1080, 1.0).big
    assert not stage_metrics(1699, 1080, 1.0).big
    assert stage_metrics(1280, 800, 2.0).narrow, "twice the text is half the window"


@pytest.mark.parametrize(("width", "column", "panel"), [(1280, 412, 336), (1000, 320, 284), (1920, 680, 336)])
def test_the_columns_of_the_design(width: int, column: int, panel: int) -> None:
    metrics = stage_metrics(width, 900, 1.0)
    assert (metrics.column, metrics.panel) == (column, panel)


@given(st.integers(720, 5000), st.integers(480, 3000), st.sampled_from([1.0, 1.15, 1.3, 1.5, 2.0]))
def test_column_panel_and_margins_always_fit_beside_each_other(width: int, height: int, scale: float) -> None:
    metrics = stage_metrics(width, height, scale)
    assert metrics.column + 2 * metrics.margin + metrics.panel <= width
    assert metrics.cap_height > 0
    for largest, smallest in (metrics.name_sizes, metrics.cue_sizes):
        assert largest >= smallest
        assert smallest * scale >= 13  # pixels as drawn
    assert (metrics.panel == 0) == metrics.narrow


def test_the_session_bar_has_a_group_for_each_round() -> None:
    plan = planned()
    groups = session_groups(plan)
    assert [len(group) for group in groups] == [6, 8, 8, len(plan.steps) - 22]
    assert sum(map(sum, groups)) == plan.expected_seconds
    assert groups[1] == [75.0, *groups[1][1:]]


def test_the_share_of_a_step_runs_from_nothing_to_all(begin: Begin) -> None:
    plan = planned()
    running = begin()
    shares: list[float] = []
    first = running.now.step.index
    while running.now.step.index == first:
        shares.append(step_share(running.now, plan))
        running.go(1)
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(69 / 70)
    assert step_share(running.now, plan) == 0.0
    assert step_share(running.now, None) == 0.0


def test_a_waiting_step_stands_at_what_is_behind_it(begin: Begin) -> None:
    plan = open_ended(planned())
    running = begin(plan)
    running.driver.next()
    running.go(100)
    assert running.now.phase.kind is PhaseKind.WORK
    ready, estimate = 10.0, plan.steps[0].estimate
    assert step_share(running.now, plan) == pytest.approx(ready / (ready + estimate))
