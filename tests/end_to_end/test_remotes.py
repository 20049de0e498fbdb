"""A presentation clicker and the keyboard's media keys drive a session: in the window and at a distance."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import Launch, happened
from tests.end_to_end.desktop import Desktop, Program, until

ROUTINE = "upper-and-lower-back"


@pytest.fixture
def program(launch: Launch, data: Path) -> Program:
    started = launch("--routine", ROUTINE, "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    return started


@pytest.mark.parametrize(
    ("onward", "back", "pause", "go_on", "from_afar"),
    [
        ("Next", "Prior", "b", "space", True),
        ("Next", "Prior", "period", "b", False),
        ("XF86AudioNext", "XF86AudioPrev", "XF86AudioPause", "XF86AudioPlay", True),
    ],
    ids=["a clicker at a distance", "another clicker", "media keys at a distance"],
)
def test_onward_back_and_pause(
    program: Program, desktop: Desktop, data: Path, onward: str, back: str, pause: str, go_on: str, from_afar: bool
) -> None:
    if from_afar:
        desktop.keys("d")
    desktop.keys(onward)
    until(lambda: happened(data, "Skipped"), "onward")
    began = [(event["step"], event["kind"]) for event in happened(data, "PhaseStarted")]
    assert began[-1] == (0, "work")
    desktop.keys(onward)
    until(lambda: happened(data, "PhaseStarted", step=1), "the next move")
    desktop.keys(back)
    until(lambda: len(happened(data, "Skipped")) == 3, "back")
    desktop.keys(pause)
    until(lambda: happened(data, "Paused"), "the pause")
    until(lambda: program.description("Phase") == "paused", "the word for it")
    desktop.keys(go_on)
    if go_on == "b":  # blank pauses, and a second one lets it stand
        assert not happened(data, "Resumed")
        desktop.keys("XF86AudioPlay")
    until(lambda: happened(data, "Resumed"), "the session going on")


def test_a_dialog_keeps_its_keys(program: Program, desktop: Desktop, data: Path) -> None:
    """The question on closing is answered, not skipped through."""
    desktop.close_window()
    until(lambda: program.seek("Keep for later"), "the question")
    for key in ("Next", "Prior", "XF86AudioNext"):
        desktop.keys(key)
    desktop.keys("Escape")
    until(lambda: not program.seek("Keep for later"), "the session again")
    assert not happened(data, "Skipped")
