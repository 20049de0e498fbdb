import csv
import io

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workouts import example_workout, workouts
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.workout import Workout
from trainer.exchange.csv_log import COLUMNS, write_csv


def rows_of(*exported: Workout) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv((LoggedWorkout(workout, ledger_of(workout)) for workout in exported), out)
    reader = csv.DictReader(io.StringIO(out.getvalue(), newline=""), strict=True)
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def test_an_empty_log_is_its_column_names() -> None:
    assert rows_of() == []


def test_a_workout_is_a_row() -> None:
    workout = msgspec.structs.replace(example_workout(), note='Said "fine",\nthen slept', weight_kg=None, ended=None)
    (row,) = rows_of(workout)
    assert row == {
        "id": "00000000-0000-0000-0000-000000000001",
        "date": "2026-01-05",
        "started": "2026-01-05T08:00:00+01:00",
        "ended": "",
        "routine": "upper-and-lower-back",
        "name": "Upper and Lower Back",
        "state": "partial",
        "active_seconds": "1800.0",
        "paused_seconds": "30.0",
        "away_seconds": "15.0",
        "moves_done": "2",
        "moves_planned": "3",
        "kcal_low": "75",  # for 50 kg
        "kcal_high": "225",  # for 91 kg
        "weight_kg": "",
        "effort": "",
        "note": 'Said "fine",\nthen slept',
        "energy_method": workout.energy_method,
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_field_is_run_as_a_formula(start: str) -> None:
    hostile = f"{start}HYPERLINK(1)"
    (row,) = rows_of(msgspec.structs.replace(example_workout(), note=hostile, routine_name=hostile, routine=hostile))
    assert row["note"] == row["name"] == row["routine"] == f"'{hostile}"


def test_every_line_end_is_the_same() -> None:
    (row,) = rows_of(msgspec.structs.replace(example_workout(), note="a\rb\r\nc\n"))
    assert row["note"] == "a\nb\nc\n"


@settings(max_examples=60, deadline=None)
@given(exported=st.lists(workouts, max_size=4))
def test_any_log_is_a_row_a_workout(exported: list[Workout]) -> None:
    rows = rows_of(*exported)
    assert [row["id"] for row in rows] == [workout.id for workout in exported]
    assert all(None not in row.values() and None not in row for row in rows)
