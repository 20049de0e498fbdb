"""A desktop for the session, and the program started on it, ended whatever happens."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.desktop import Desktop, Program, missing_tools

Launch = Callable[..., Program]


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """One virtual screen for all tests; skipped, and said why, where a machine can't have one."""
    lacking = missing_tools()
    if lacking:
        pytest.skip(f"no virtual desktop: missing {', '.join(lacking)}")
    desktop = Desktop()
    yield desktop
    desktop.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of somebody who has answered the first-run page."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "preferences.toml").write_text("welcomed = true\nweight_kg = 70.0\n", encoding="utf-8")
    return folder


@pytest.fixture
def launch(desktop: Desktop, data: Path) -> Iterator[Launch]:
    """Start the program with arguments; every one started is ended after the test."""
    programs: list[Program] = []

    def start(*arguments: str, folder: Path = data) -> Program:
        program = Program(desktop, folder, *arguments)
        programs.append(program)
        return program

    yield start
    for program in programs:
        program.end()


def log_of(data: Path) -> list[dict[str, Any]]:
    """What `trainer log --json` says."""
    command = [sys.executable, "-m", "trainer", "log", "--json", "--data-dir", str(data)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    workouts: list[dict[str, Any]] = json.loads(result.stdout)["workouts"]
    return workouts


def rows(data: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database says; nothing while there is no database yet."""
    path = data / "workouts.sqlite3"
    if not path.exists():
        return []
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # being begun this very moment
            return []
    return found


def journal(data: Path) -> list[dict[str, Any]]:
    """The events of the open session, in order."""
    return [json.loads(row[0]) for row in rows(data, "SELECT event FROM session_event ORDER BY seq")]


def happened(data: Path, name: str, /, **fields: Any) -> list[dict[str, Any]]:
    """The journalled events of that name with these fields."""
    wanted = {"type": name, **fields}
    return [event for event in journal(data) if wanted.items() <= event.items()]
