"""Starting the program once more, as a process of its own, when this one is about to end."""

import argparse
import sys

from PySide6.QtCore import QProcess


def command_again(arguments: argparse.Namespace) -> list[str]:
    """What starts the program on the same data, and goes on with the session left open; no routine, no --start."""
    frozen = getattr(sys, "frozen", False)  # set by PyInstaller: the program is its own executable
    command = [sys.executable] if frozen else [sys.executable, "-m", "trainer"]
    if arguments.data_dir is not None:
        command += ["--data-dir", str(arguments.data_dir.expanduser().absolute())]
    if arguments.speed != 1.0:
        command += ["--speed", repr(arguments.speed)]
    return [*command, "--resume"]


def start_again(arguments: argparse.Namespace) -> bool:
    """Start it and leave it alone; False where the system refuses."""
    program, *rest = command_again(arguments)
    started, _pid = QProcess.startDetached(program, rest)
    return bool(started)
