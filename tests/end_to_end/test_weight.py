"""The weight over time and a recount, by keys and clicks in a real window; what the database says afterwards."""

from contextlib import closing
from pathlib import Path

from tests.end_to_end.conftest import Launch, rows
from tests.end_to_end.desktop import Desktop, until
from tests.workouts import example_workout
from trainer.storage.workout_log import WorkoutLog

WORKOUTS = "SELECT * FROM workout ORDER BY id"
WEIGHTS = "SELECT weight_kg FROM workout ORDER BY id"
HOLDING = "SELECT weights FROM recount WHERE undone_utc IS NULL"


def test_weighed_recounted_and_undone(launch: Launch, desktop: Desktop, data: Path) -> None:
    """A new weight rewrites nothing by itself; a recount does, and undone every digit is what it was."""
    with closing(WorkoutLog.open(data / "workouts.sqlite3", data / "backups")) as log:
        for number in (1, 2):
            log.add(example_workout(number))
    before = rows(data, WORKOUTS)

    program = launch()
    program.press("Settings")
    program.press("Weight over time")
    program.find("Weighings")
    desktop.type("84.2")
    desktop.keys("Return")
    weighed = "SELECT kg FROM weighing WHERE deleted_utc IS NULL ORDER BY weighed_utc, id"
    until(lambda: rows(data, weighed) == [(70.0,), (84.2,)], "the weighing")
    until(lambda: "weight_kg = 84.2" in (data / "preferences.toml").read_text(encoding="utf-8"), "the setting")
    assert rows(data, WORKOUTS) == before

    program.press("Recount past workouts")
    program.press("Newest weight")
    program.press("Recount 2 workouts")
    until(lambda: rows(data, WEIGHTS) == [(84.2,), (84.2,)], "the recount")
    assert rows(data, HOLDING) == [("newest",)]
    ((kcal_before, kcal_after),) = rows(
        data,
        "SELECT sum(recounted.kcal_mid), sum(workout.kcal_mid)"
        " FROM recounted JOIN workout ON workout.id = recounted.workout",
    )
    assert abs(kcal_after / kcal_before - 84.2 / 70.0) < 1e-9

    program.press("Undo recount")
    until(lambda: rows(data, WORKOUTS) == before, "the log as it was")
    assert rows(data, HOLDING) == []
    assert rows(data, "SELECT count(*) FROM recounted") == [(0,)]

    desktop.keys("Escape", "Escape")
    until(lambda: program.seek("Recount past workouts") is None, "the page again")
    desktop.close_window()
    assert program.wait() == (0, "", "")
