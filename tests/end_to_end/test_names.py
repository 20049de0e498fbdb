"""The names assistive technology sees: behaviour.md lists them, and others drive the program by them."""

from pathlib import Path

from tests.end_to_end.conftest import Launch, happened
from tests.end_to_end.desktop import Desktop, until

BUTTONS = (
    "Pause",
    "Next",
    "Previous",
    "Add 10 seconds",
    "Remove 10 seconds",
    "Easier",
    "Harder",
    "Distance mode",
    "Voice",
)


def test_navigation_and_start(launch: Launch) -> None:
    """The window, its rail, and the one button of the Ready page."""
    program = launch()
    names = {"Workout", "Library", "Progress", "Settings", "Start", "Routine"}
    until(lambda: all(program.seek(name) for name in names), "every name")
    for page, sign in (("Library", "25 routines"), ("Progress", "Start a workout"), ("Settings", "What I own")):
        program.press(page)
        assert program.find(sign).showing


def test_the_player(launch: Launch, desktop: Desktop, data: Path) -> None:
    """Buttons by their names; values as descriptions; rows that begin with the exercise."""
    program = launch("--routine", "upper-and-lower-back", "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    for name in BUTTONS:
        assert program.find(name).showing
    assert program.description("Phase") == "get ready"
    assert program.description("Current exercise") == "March in Place"
    assert program.description("Cue") == "Stand tall with room around you"
    countdown = program.description("Countdown")
    assert countdown.endswith(" seconds left")
    assert 1 <= int(countdown.split()[0]) <= 10
    rows = [element.name for element in program.find("Routine", "list").children()]
    assert any(row.startswith("March in Place") for row in rows)

    desktop.keys("Right")
    until(lambda: program.description("Phase") == "work", "work")
    program.press("Pause")
    until(lambda: program.description("Phase") == "paused", "the pause")
    for name in ("Resume", "Finish"):
        assert program.find(name).showing
    program.press("Distance mode")
    until(lambda: program.seek("Pause") is None, "the distance view, without controls")
    assert program.description("Current exercise") == "March in Place"
    desktop.keys("Escape")
    until(lambda: program.seek("Finish"), "the desk again")
