"""The commands of this machine, behind one small object, so that a test can be the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class BootstrapError(Exception):
    """Something the person has to know: one sentence, and the way on."""


class Answer(NamedTuple):
    """What a command that was asked said."""

    code: int
    text: str


class Shell:
    """Runs commands, and says what is done on standard error: standard output is the program's."""

    system = sys.platform
    os_release = Path("/etc/os-release")

    @property
    def is_root(self) -> bool:
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def environment(self, name: str) -> str:
        return os.environ.get(name, "")

    def say(self, text: str) -> None:
        print(f"trainer: {text}", file=sys.stderr, flush=True)

    def finds(self, command: str) -> bool:
        return shutil.which(command) is not None

    def run(self, *command: str | Path, cwd: Path | None = None) -> int:
        """Run a command that talks to the person itself. Returns its exit code, 127 if there is no such command."""
        try:
            return subprocess.run([str(word) for word in command], cwd=cwd, env=_environment(), check=False).returncode
        except OSError as problem:
            print(problem, file=sys.stderr)
            return 127

    def ask(self, *command: str | Path) -> Answer:
        """Run a command for its answer, standard output and error together; nothing is shown."""
        try:
            done = subprocess.run(
                [str(word) for word in command],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
            )
        except OSError as problem:
            return Answer(127, str(problem))
        return Answer(done.returncode, done.stdout)

    def become(self, *command: str | Path) -> int:
        """Hand this terminal to a command, for good where the system can. Returns its exit code elsewhere."""
        if self.system == "win32":
            return self.run(*command)
        words = [str(word) for word in command]
        return os.execve(words[0], words, _environment())  # noqa: S606 - no shell is wanted


def _environment() -> dict[str, str]:
    """The environment without what would lead the program's own Python to other people's packages."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
