"""The routine fits the person: without any kit, in fourteen minutes, and in the form of last time."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import Launch, happened, log_of
from tests.end_to_end.desktop import Desktop, until

ROUTINE = "upper-and-lower-back"


@pytest.fixture
def bare(data: Path) -> Path:
    """Somebody who owns nothing but a mat."""
    (data / "preferences.toml").write_text("welcomed = true\nweight_kg = 70.0\n[owned]\nmat = 1\n", encoding="utf-8")
    return data


def test_without_any_kit_what_a_home_has_serves(launch: Launch, bare: Path) -> None:
    program = launch("--routine", ROUTINE, "--speed", "60")
    program.press("Start")
    until(lambda: log_of(bare), "the workout in the log", patience=90)
    (workout,) = log_of(bare)
    done = {step["exercise"] for step in workout["steps"]}
    assert len(done) == 6 + 8 + 5, "everything in it can be done with what a home has"
    assert {step["outcome"] for step in workout["steps"]} == {"done"}


def test_in_fourteen_minutes(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch("--routine", ROUTINE, "--speed", "60")
    program.press("Minutes I have")
    desktop.keys("ctrl+a", "1", "4", "Return")
    until(lambda: "change" in program.description("Minutes I have"), "the answer")
    program.press("Start")
    until(lambda: log_of(data), "the workout in the log", patience=60)
    (workout,) = log_of(data)
    assert workout["state"] == "complete"
    assert 14 * 60 - 15 <= workout["active_seconds"] <= 14 * 60
    blocks = {step["block"] for step in workout["steps"]}
    assert blocks == {"warm-up", "strength", "stretch"}, "warm-up and stretch stay"


def test_an_easier_form_is_remembered_at_the_next_launch(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch("--routine", "back-in-ten-minutes", "--start", "--speed", "5")
    until(lambda: happened(data, "PhaseStarted", kind="work"), "the first work phase")
    desktop.keys("e")
    easier = until(lambda: happened(data, "VariantChanged"), "the easier form")[0]
    until(lambda: easier["variant"] in (data / "preferences.toml").read_text(encoding="utf-8"), "it being remembered")
    desktop.keys("space")
    program.press("Finish")
    until(lambda: log_of(data), "the workout in the log")
    program.end()
    launch("--routine", "back-in-ten-minutes", "--start", "--speed", "60")
    until(lambda: len(log_of(data)) == 2, "the second workout in the log", patience=60)
    again = log_of(data)[1]
    assert again["steps"][0]["variant"] == easier["variant"]
