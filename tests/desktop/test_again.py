"""The program started once more works on the same data, and goes on with the session left open."""

import sys
from pathlib import Path

import pytest

from trainer.cli import parse
from trainer.desktop.again import command_again


def test_the_command_keeps_the_folder_and_the_speed() -> None:
    arguments = parse(["--data-dir", "data", "--routine", "wide", "--start", "--speed", "60"])
    folder = str(Path("data").absolute())
    assert command_again(arguments)[1:] == ["-m", "trainer", "--data-dir", folder, "--speed", "60.0", "--resume"]
    assert command_again(parse([]))[1:] == ["-m", "trainer", "--resume"]


def test_the_frozen_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_again(parse([])) == [sys.executable, "--resume"]
