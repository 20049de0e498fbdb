"""A session that does not get to its end: killed, closed, taken up again. Nothing of it is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import Launch, happened, log_of, rows
from tests.end_to_end.desktop import Desktop, Program, until

ROUTINE = "upper-and-lower-back"


def test_killed_in_mid_exercise_it_is_offered_again_to_the_second(launch: Launch, desktop: Desktop, data: Path) -> None:
    """kill -9 in the middle of a move; the next launch resumes there, and the time between counts as away."""
    program = launch("--routine", ROUTINE, "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    desktop.keys("Right")
    until(lambda: happened(data, "PhaseStarted", kind="work"), "work")
    until(lambda: checkpoint(data)["position"][1] > 2_000_000, "two seconds of work")
    shown = program.description("Countdown")
    program.kill()
    kept = checkpoint(data)
    left = 60 - kept["position"][1] / 1e6
    assert abs(left - int(shown.split()[0])) <= 1.5, "at most a second may be lost"

    again = launch()
    again.press("Resume")
    until(lambda: again.description("Phase") == "paused", "the session, paused")
    assert again.description("Current exercise") == "March in Place"
    assert int(again.description("Countdown").split()[0]) == pytest.approx(left, abs=1)
    desktop.keys("space")
    until(lambda: happened(data, "Resumed"), "the session going on")
    desktop.keys("space")
    again.press("Finish")
    (workout,) = until(lambda: log_of(data), "the workout in the log")
    assert workout["state"] == "partial"
    assert workout["away_seconds"] > 0
    assert workout["steps"][0]["worked_seconds"] >= kept["position"][1] / 1e6


def test_a_session_left_open_can_be_logged_or_discarded(launch: Launch, data: Path) -> None:
    """The banner's other two answers."""
    _killed(launch, data)
    program = launch()
    program.press("Finish and log")
    until(lambda: log_of(data), "the workout in the log")
    program.kill()
    _killed(launch, data)
    program = launch()
    program.press("Discard")
    until(lambda: not rows(data, "SELECT 1 FROM checkpoint"), "nothing open")
    assert len(log_of(data)) == 1


@pytest.mark.parametrize("answer", ["Keep for later", "Finish and log", "Discard"])
def test_closing_in_mid_session_asks(launch: Launch, desktop: Desktop, data: Path, answer: str) -> None:
    """Each of the three answers, and what is there afterwards."""
    program = launch("--routine", ROUTINE, "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    desktop.keys("Right")
    until(lambda: happened(data, "PhaseStarted", kind="work"), "work")
    desktop.close_window()
    until(lambda: happened(data, "Paused"), "the pause")
    program.press(answer)
    code, _, error = program.wait()
    assert (code, error) == (0, "")
    if answer == "Keep for later":
        assert checkpoint(data)["state"] == "paused"
        assert rows(data, "SELECT kept_for_later FROM checkpoint") == [(1,)]
    else:
        assert not rows(data, "SELECT 1 FROM checkpoint")
    assert len(log_of(data)) == (1 if answer == "Finish and log" else 0)


def test_escape_at_the_question_stays(launch: Launch, desktop: Desktop, data: Path) -> None:
    """No answer is an answer: the window stays, paused."""
    program = launch("--routine", ROUTINE, "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    desktop.close_window()
    program.find("Keep for later")
    desktop.keys("Escape")
    until(lambda: program.seek("Keep for later") is None, "the question gone")
    assert program.description("Phase") == "paused"


def checkpoint(data: Path) -> dict[str, Any]:
    """Where the open session stands."""
    found = until(lambda: rows(data, "SELECT state FROM checkpoint"), "a checkpoint")
    state: dict[str, Any] = json.loads(found[0][0])
    return state


def _killed(launch: Launch, data: Path) -> Program:
    program = launch("--routine", ROUTINE, "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    until(lambda: rows(data, "SELECT state FROM checkpoint"), "a checkpoint")
    program.kill()
    return program
