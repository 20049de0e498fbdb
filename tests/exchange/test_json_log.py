import io
import json
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workouts import example_workout, workouts
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.weighing import Weighing
from trainer.core.workout import Span, Workout, WorkoutStep
from trainer.exchange.json_log import FORMAT, write_json


def logged(workout: Workout) -> LoggedWorkout:
    return LoggedWorkout(workout, ledger_of(workout))


def document_of(*exported: Workout) -> dict[str, Any]:
    out = io.StringIO()
    write_json((logged(workout) for workout in exported), (), out)
    assert out.getvalue().endswith("\n")
    document = json.loads(out.getvalue())
    assert isinstance(document, dict)
    return document


def test_an_empty_log_is_an_empty_list() -> None:
    assert document_of() == {"format": FORMAT, "workouts": [], "weighings": []}


def test_weighings_are_told_with_the_local_time() -> None:
    out = io.StringIO()
    at = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
    write_json((), [Weighing("a", at, 60, date(2026, 1, 6), 70.4)], out)
    assert json.loads(out.getvalue())["weighings"] == [
        {"id": "a", "weighed": "2026-01-06T00:30:00+01:00", "date": "2026-01-06", "kg": 70.4}
    ]


def test_the_format_is_as_documented() -> None:
    workout = msgspec.structs.replace(example_workout(), effort=4, note="Fine")
    (one,) = document_of(workout)["workouts"]
    steps, spans = one.pop("steps"), one.pop("spans")
    assert one == {
        "id": "00000000-0000-0000-0000-000000000001",
        "routine": "upper-and-lower-back",
        "name": "Upper and Lower Back",
        "state": "partial",
        "started": "2026-01-05T08:00:00+01:00",
        "ended": "2026-01-05T08:30:45+01:00",
        "date": "2026-01-05",
        "active_seconds": 1800.0,
        "paused_seconds": 30.0,
        "away_seconds": 15.0,
        "weight_kg": 70.0,
        "effort": 4,
        "note": "Fine",
        "source": "followed",
        # 70 kg x 3.5 / 200 x (4.8 x 5 + 3.5 x 25) = 136.6 kcal, times 0.80 and 1.25, outward to 5.
        "energy": {"method": workout.energy_method, "kcal_low": 105, "kcal_high": 175},
        "claim": {"source": "a page", "minutes": 25, "kcal_low": 165, "kcal_high": 210},
    }
    assert [step["outcome"] for step in steps] == ["done", "skipped", "done"]
    assert steps[1] == {
        "index": 1,
        "block": "strength",
        "block_name": "Strength",
        "round": 0,
        "place": 1,
        "exercise": "back-bow",
        "name": "Back Bow",
        "variant": "",
        "variant_name": "",
        "outcome": "skipped",
        "planned_seconds": 60.0,
        "worked_seconds": 0.0,
        "reps": None,
        "load_kg": None,
    }
    assert spans[1] == {
        "step": 2,
        "kind": "work",
        "block": "strength",
        "exercise": "russian-twist",
        "variant": "",
        "met": {"code": "02030", "value": 3.5},
        "seconds": 1500.0,
        "side": None,
    }


@settings(max_examples=60, deadline=None)
@given(exported=st.lists(workouts, max_size=4))
def test_any_log_is_well_formed_and_whole(exported: list[Workout]) -> None:
    written = document_of(*exported)["workouts"]
    assert [one["id"] for one in written] == [workout.id for workout in exported]
    for one, workout in zip(written, exported, strict=True):
        assert datetime.fromisoformat(one["started"]) == workout.started
        assert msgspec.convert(one["steps"], tuple[WorkoutStep, ...]) == workout.steps
        assert msgspec.convert(one["spans"], tuple[Span, ...]) == workout.spans
        assert one["note"] == workout.note
