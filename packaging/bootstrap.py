"""The README's two commands: `run` starts Trainer from this checkout, `test` checks all of it.

Only the standard library, since nothing is installed yet; readable by old Pythons too, since they are told so.
"""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import system_packages
from shell import BootstrapError, Shell
from virtual_environment import Python, VirtualEnvironment, find_python

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = """\
usage: python3 packaging/bootstrap.py run [ARGUMENTS OF THE PROGRAM]
       python3 packaging/bootstrap.py test [ARGUMENTS OF PYTEST]

run   start Trainer from this checkout; what it needs is installed into .venv first, if anything has changed
test  style, types, import rules and every test, those in a real window included"""

NOTHING_COLLECTED = 5  # pytest's exit code where its arguments choose no test

WINDOWLESS = {"routine", "log", "--version", "--help", "-h"}  # what the program does without a window


def main(arguments: Sequence[str], shell: Shell, root: Path, here: Python) -> int:
    """Do what the command line says. Returns the exit code: 2 for a wrong command line, 1 for what went wrong."""
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if command not in {"run", "test"}:
        asked = command in {"-h", "--help"}
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    environment = VirtualEnvironment(shell, root, root / ".venv")
    try:
        if command == "run":
            return run(shell, environment, find_python(shell, here), rest)
        return test(shell, environment, find_python(shell, here), rest, root)
    except (
        BootstrapError,
        OSError,
    ) as problem:  # OSError: a checkout that cannot be read or written; it names the file
        print(f"trainer: {problem}", file=sys.stderr)
        return 1


def run(shell: Shell, environment: VirtualEnvironment, python: Python, arguments: Sequence[str]) -> int:
    """Start the program."""
    opens_window = not WINDOWLESS.intersection(arguments)
    if opens_window and not has_display(shell):
        raise BootstrapError(
            "there is no display here for the window: start this from a desktop session, or on a virtual screen with "
            "`xvfb-run -a python3 packaging/bootstrap.py run` (package xvfb)."
        )
    environment.provide(python, "run")
    if opens_window:
        _provide_libraries(shell, environment, python)
    return shell.become(environment.python, "-m", "trainer", *arguments)


def test(shell: Shell, environment: VirtualEnvironment, python: Python, arguments: Sequence[str], root: Path) -> int:
    """Check everything; pytest comes last, so that its closing line is the last one."""
    environment.provide(python, "test", extras=("dev",))
    _provide_libraries(shell, environment, python)
    system_packages.provide_window_test_tools(shell)
    system_packages.provide_sound_test_tools(shell)
    checks = {
        "style": (environment.python, "-m", "ruff", "check"),
        "format": (environment.python, "-m", "ruff", "format", "--check"),
        "types": (environment.python, "-m", "mypy"),
        "import rules": (environment.program("lint-imports"), "--no-logo"),
    }
    failed = []
    for name, command in checks.items():
        shell.say(f"checking {name}")
        if shell.run(*command, cwd=root) != 0:
            failed.append(name)
    verdict = f"these checks FAILED: {', '.join(failed)}" if failed else "all checks passed"
    shell.say(f"{verdict}; now the tests")
    # Real windows one after another, then the rest with a worker for each core.
    pytest = (environment.python, "-m", "pytest")
    windows = shell.run(*pytest, "-m", "end_to_end", *arguments, cwd=root)
    rest = shell.run(*pytest, "-n", "auto", "-m", "not benchmark and not end_to_end", *arguments, cwd=root)
    if windows == NOTHING_COLLECTED != rest:
        windows = 0
    elif rest == NOTHING_COLLECTED != windows:
        rest = 0
    return windows or rest or (1 if failed else 0)


def has_display(shell: Shell) -> bool:
    """Whether a window has somewhere to go; Windows and macOS always have."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return shell.system in {"win32", "darwin"} or any(shell.environment(name) for name in named)


def _provide_libraries(shell: Shell, environment: VirtualEnvironment, python: Python) -> None:
    if not environment.has(python, "libraries"):
        system_packages.provide_libraries(shell, environment.pyside(python))
        environment.note(python, "libraries")


if __name__ == "__main__":
    here = Python((sys.executable,), platform.python_version())
    try:
        sys.exit(main(sys.argv[1:], Shell(), Path(__file__).resolve().parent.parent, here))
    except KeyboardInterrupt:
        sys.exit(130)
