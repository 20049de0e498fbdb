"""An article from the clipboard, in a real window: pasted, looked at, saved, trained."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Launch, log_of
from tests.end_to_end.desktop import Desktop, until

PAGE = """Quick Back Circuit

Time: 10 minutes. Burns 40-60 calories.

Back Bow - 40 seconds. Lie face down and lift your chest. Keep your neck long.
Cat-Cow - 30 seconds. On all fours, round and open your back.
Moon Walk - 30 seconds. Slide your feet backwards.
"""
OWNER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
QGuiApplication.clipboard().setText(sys.stdin.read())
print("ready", flush=True)
application.exec()
"""


@pytest.fixture
def clipboard(desktop: Desktop) -> Iterator[None]:
    """Another program that has copied the page."""
    environment = {**desktop.environment, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", OWNER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as owner:
        assert owner.stdin is not None
        assert owner.stdout is not None
        owner.stdin.write(PAGE)
        owner.stdin.close()
        assert owner.stdout.readline() == "ready\n"
        yield
        owner.terminate()


@pytest.mark.usefixtures("clipboard")
def test_a_page_is_pasted_saved_and_trained(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch("--speed", "60")
    program.press("Library")
    program.press("Import")
    program.press("Text of the page")
    desktop.keys("ctrl+v")
    program.press("Preview")
    until(lambda: program.seek("Save"), "what was understood")
    program.press("Save")
    until((data / "routines" / "quick-back-circuit.toml").exists, "the routine's file")
    program.press("Start")
    until(lambda: log_of(data), "the workout in the log", patience=60)
    (workout,) = log_of(data)
    assert workout["routine"] == "quick-back-circuit"
    assert {step["name"] for step in workout["steps"]} == {"Back Bow", "Cat-Cow", "Moon Walk"}
    assert workout["state"] == "complete"
