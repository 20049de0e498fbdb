"""The whole back workout in a real window, with real keys and clicks; then what the log says of it."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import Launch, happened, log_of, rows
from tests.end_to_end.desktop import Desktop, until

ROUTINE = "upper-and-lower-back"
PLANNED_SECONDS = 2145.0  # 5:45 warm-up, 25:00 main, 5:00 stretch


def test_from_start_to_the_log(launch: Launch, desktop: Desktop, data: Path) -> None:
    """Pause, previous, next, undo, ten seconds more, easier, full screen; then to the end and into the log."""
    program = launch("--routine", ROUTINE, "--speed", "60")
    program.press("Start")
    until(lambda: happened(data, "PhaseStarted", kind="work"), "the first work phase")

    desktop.keys("space")
    until(lambda: happened(data, "Paused"), "the pause")
    until(lambda: program.description("Phase") == "paused", "the word for it")
    assert program.find("Resume").showing
    desktop.keys("Up")
    until(lambda: happened(data, "TimeAdjusted", seconds=10.0), "ten seconds more")
    desktop.keys("Right")
    until(lambda: happened(data, "Skipped"), "the skip")
    desktop.keys("ctrl+z")
    until(lambda: happened(data, "SkipUndone"), "the skip taken back")
    desktop.keys("Left")
    until(lambda: len(happened(data, "Skipped")) == 2, "previous")
    desktop.keys("ctrl+z")
    until(lambda: len(happened(data, "SkipUndone")) == 2, "previous taken back")
    desktop.keys("e")
    easier = until(lambda: happened(data, "VariantChanged"), "the easier form")[0]
    assert easier["level"] == -1
    desktop.keys("F11")
    until(lambda: program.window().centre != (0, 0), "the window on the full screen")
    desktop.keys("F11")

    desktop.keys("space")
    until(lambda: happened(data, "Resumed"), "the session going on")
    until(lambda: log_of(data), "the workout in the log", patience=90)

    (workout,) = log_of(data)
    assert workout["state"] == "complete"
    assert workout["routine"] == ROUTINE
    assert workout["active_seconds"] == pytest.approx(PLANNED_SECONDS + 10, abs=1e-3)
    assert sum(span["seconds"] for span in workout["spans"]) == pytest.approx(workout["active_seconds"], abs=1e-3)
    assert workout["paused_seconds"] >= 3  # the lead-in at least
    assert workout["weight_kg"] == 70.0
    assert {step["outcome"] for step in workout["steps"]} == {"done"}
    assert len(workout["steps"]) == 6 + 2 * 8 + 5
    assert workout["steps"][0]["variant"] == easier["variant"]

    until(lambda: program.seek("Done"), "the summary")
    desktop.keys("4")
    until(lambda: log_of(data)[0]["effort"] is not None, "the effort in the log")


def test_what_was_skipped_is_said(launch: Launch, desktop: Desktop, data: Path) -> None:
    """Skip one move untouched and one half-way, jump over a row, finish early: the log tells each apart."""
    program = launch("--routine", ROUTINE, "--start", "--speed", "20")
    until(lambda: happened(data, "PhaseStarted", kind="work", step=0), "the first work phase")
    desktop.keys("Right")  # in work: left half-way
    until(lambda: happened(data, "PhaseStarted", kind="get-ready", step=1), "the next move")
    desktop.keys("space")
    until(lambda: happened(data, "Paused"), "the pause")
    desktop.keys("Right", "Right")  # to the work of step 1, untouched, and past it
    until(lambda: happened(data, "StepEnded", step=1), "the second move left")
    program.press("Finish")
    (workout,) = until(lambda: log_of(data), "the workout in the log")
    outcomes = [step["outcome"] for step in workout["steps"]]
    assert workout["state"] == "partial"
    assert outcomes[:2] == ["partial", "skipped"]
    assert set(outcomes[2:]) == {"pending"}
    assert 0 < workout["steps"][0]["worked_seconds"] < 60


def test_a_click_on_a_row_jumps_there(launch: Launch, data: Path) -> None:
    """The side panel's rows begin with the exercise's name, and lead to it."""
    program = launch("--routine", ROUTINE, "--start", "--speed", "5")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    window = program.window()
    row = until(
        lambda: next((e for e in window.walk() if e.name.startswith("Arm Circles") and e.role == "list item"), None),
        "the row",
    )
    program.desktop.click(row)
    until(lambda: happened(data, "PhaseStarted", step=2), "the third move")
    until(lambda: program.description("Current exercise") == "Arm Circles", "its name")


def test_wall_time_is_all_accounted_for(launch: Launch, desktop: Desktop, data: Path) -> None:
    """Active, paused and away add up to the time between start and end."""
    launch("--routine", ROUTINE, "--start", "--speed", "30").window()
    until(lambda: happened(data, "PhaseStarted", kind="work"), "work")
    desktop.keys("space", "space", "Right", "b")
    until(lambda: len(happened(data, "Paused")) == 2, "two pauses")
    at = until(lambda: rows(data, "SELECT state FROM checkpoint"), "a checkpoint")
    import json

    state = json.loads(at[0][0])
    assert state["active"] + state["paused"] + state["away"] == state["at"]
