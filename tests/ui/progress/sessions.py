"""Rows of the list of sessions, for its tests."""

from datetime import UTC, datetime, time, timedelta

from tests.ui.weeks import TODAY
from trainer.core.progress import WorkoutSummary
from trainer.core.workout import WorkoutState


def session(
    days_ago: int = 0,
    *,
    minutes: float = 34.0,
    effort: int | None = 4,
    state: WorkoutState = WorkoutState.COMPLETE,
    name: str = "Upper and Lower Back",
) -> WorkoutSummary:
    on = TODAY - timedelta(days=days_ago)
    return WorkoutSummary(
        id=f"session-{days_ago}",
        routine="upper-and-lower-back",
        routine_name=name,
        state=state,
        started=datetime.combine(on, time(18), UTC),
        local_date=on,
        active_seconds=minutes * 60,
        weight_kg=70.0,
        kcal_low=116.0,
        kcal_mid=145.0,
        kcal_high=181.0,
        effort=effort,
        note="",
        steps_done=15,
        steps_planned=16,
    )
