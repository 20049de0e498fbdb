"""Another program's export into the log in a real window, out again as a file, and into another computer's log."""

import subprocess
import sys
from pathlib import Path

from tests.end_to_end.conftest import Launch, log_of
from tests.end_to_end.desktop import Desktop, Program, until

SAMPLE = Path(__file__).parents[1] / "data" / "exports" / "hevy-kg.csv"


def bring_into_sight(program: Program, name: str) -> None:
    """Walk down the Settings page by Tab until the button is on the screen."""
    button = program.find(name)
    for _ in range(80):
        if 0 < button.centre[1] < 760:
            return
        program.desktop.keys("Tab")
    raise AssertionError(f"Tab never leads to {name}")


def name_a_file(program: Program, title: str, file: Path) -> None:
    """Answer the file dialog of that title."""
    program.window(f"{title} — Trainer")
    program.find("File name:")
    program.desktop.type(str(file))
    program.desktop.keys("Return")


def test_in_out_and_in_elsewhere(launch: Launch, desktop: Desktop, data: Path, tmp_path: Path) -> None:
    program = launch()
    program.press("Settings")
    bring_into_sight(program, "Import")
    program.press("Import")
    name_a_file(program, "Import workouts", SAMPLE)
    program.find("Workouts in the file")
    program.press("Import 1 workout")
    program.press("Done")
    (workout,) = log_of(data)
    assert (workout["name"], workout["date"], workout["source"]) == ("Back, at home", "2025-03-28", "imported-hevy")
    assert [step["exercise"] for step in workout["steps"][:3]] == ["bent_over_row", "bent_over_row", "superman"]
    assert workout["weight_kg"] == 70.0
    assert workout["energy"]["kcal_high"] > workout["energy"]["kcal_low"] > 0

    file = tmp_path / "log.json"
    program.press("Export")
    program.press("JSON")
    program.press("Choose where")
    name_a_file(program, "Export the log", file)
    until(file.exists, "the file")
    desktop.close_window()
    assert program.wait()[0] == 0

    other = tmp_path / "other"
    other.mkdir()
    command = [sys.executable, "-m", "trainer", "log", "import", str(file), "--data-dir", str(other)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "1 workout was added" in done.stdout
    assert log_of(other) == log_of(data)
