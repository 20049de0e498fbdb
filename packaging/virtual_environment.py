"""The program's own Python: `.venv` in the checkout, made and filled only when something has changed."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import system_packages
from shell import BootstrapError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shell import Shell

OLDEST, NEWEST = (3, 11), (3, 13)  # as `requires-python` in pyproject.toml

_ASK_VERSION = "import sys; print('%d.%d.%d' % sys.version_info[:3])"


class Python(NamedTuple):
    """A Python of this machine."""

    command: tuple[str, ...]
    version: str  # "3.11.2"

    @property
    def minor(self) -> tuple[int, int]:
        major, minor, *_ = self.version.split(".")
        return int(major), int(minor)


def find_python(shell: Shell, here: Python) -> Python:
    """The Python this script runs on if it fits, else one that does."""
    if OLDEST <= here.minor <= NEWEST:
        return here
    minors = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    commands: list[tuple[str, ...]] = [(f"python{minor}",) for minor in minors]
    if shell.system == "win32":
        commands = [("py", f"-{minor}") for minor in minors]
    for command in commands:
        answer = shell.ask(*command, "-c", _ASK_VERSION)
        if answer.code == 0:
            return Python(command, answer.text.strip())
    raise BootstrapError(
        f"Trainer needs Python {_dotted(OLDEST)} to {_dotted(NEWEST)}, and this is {here.version}. "
        f"Install one of them and type the command again."
    )


class Stamp(NamedTuple):
    """What the environment was last made for, and what has been done since."""

    root: str  # the checkout it belongs to
    made_for: str  # fingerprint of the Python and of all that says what is installed
    done: list[str]


class VirtualEnvironment:
    """`folder`, filled for the checkout `root`. Nothing happens while its stamp says that nothing has changed."""

    def __init__(self, shell: Shell, root: Path, folder: Path) -> None:
        self._shell = shell
        self._root = root
        self._folder = folder
        self._stamp = folder / "bootstrap.json"
        self._programs = folder / ("Scripts" if shell.system == "win32" else "bin")

    @property
    def python(self) -> Path:
        return self._programs / ("python.exe" if self._shell.system == "win32" else "python")

    def program(self, name: str) -> Path:
        return self._programs / (f"{name}.exe" if self._shell.system == "win32" else name)

    def pyside(self, python: Python) -> Path:
        """Where PySide6 lies once installed, on Linux and macOS."""
        return self._folder / "lib" / f"python{_dotted(python.minor)}" / "site-packages" / "PySide6"

    def provide(self, python: Python, purpose: str, extras: Sequence[str] = ()) -> None:
        """Make and fill it if needed, for `purpose` ("run", "test")."""
        if self.has(python, purpose):
            return
        if not self._is_usable(python):
            self._make(python)
        self._fill(extras)
        self.note(python, purpose)

    def has(self, python: Python, done: str) -> bool:
        """Whether `done` was noted, and nothing has changed since."""
        stamp = self._read_stamp()
        return stamp.made_for == self._fingerprint(python) and done in stamp.done and self.python.exists()

    def note(self, python: Python, done: str) -> None:
        """Remember that `done` need not be done again until something changes."""
        stamp, made_for = self._read_stamp(), self._fingerprint(python)
        before = stamp.done if stamp.made_for == made_for else []
        stamp = Stamp(str(self._root), made_for, [*before, done])
        self._stamp.write_text(json.dumps(stamp._asdict(), indent=1), encoding="utf-8")

    def _fingerprint(self, python: Python) -> str:
        digest = hashlib.sha256()
        for name in ("pyproject.toml", "packaging/constraints.txt"):
            digest.update((self._root / name).read_bytes())
        digest.update(f"{python.version} {self._root}".encode())
        return digest.hexdigest()

    def _read_stamp(self) -> Stamp:
        """The stamp that lies there; an empty one if there is none, or none that can be read."""
        try:
            read = json.loads(self._stamp.read_text(encoding="utf-8"))
            return Stamp(str(read["root"]), str(read["made_for"]), [str(done) for done in read["done"]])
        except (OSError, ValueError, KeyError, TypeError):
            return Stamp("", "", [])

    def _is_usable(self, python: Python) -> bool:
        """Whether what lies there is of this Python and this place, and alive."""
        if self._read_stamp().root not in {"", str(self._root)}:
            return False
        try:
            settings = (self._folder / "pyvenv.cfg").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        version = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", settings, re.MULTILINE)
        if version is None or (int(version[1]), int(version[2])) != python.minor:
            return False
        return self._shell.ask(self.python, "-c", "import pip").code == 0

    def _make(self, python: Python) -> None:
        """Make it anew, three ways: venv as it is; with pip from outside; with Debian's package for venv."""
        shell = self._shell
        shell.say(f"making {self._folder} with Python {python.version}")
        make: tuple[str | Path, ...] = (*python.command, "-m", "venv", "--clear", self._folder)
        has_ensurepip = shell.ask(*python.command, "-c", "import ensurepip").code == 0
        if has_ensurepip and shell.ask(*make).code == 0:
            return
        pip: tuple[str | Path, ...] = (
            *python.command,
            "-m",
            "pip",
            "--python",
            self.python,
            "install",
            "--quiet",
            "pip",
        )
        if shell.ask(*make, "--without-pip").code == 0 and shell.ask(*pip).code == 0:
            return
        package = f"python{_dotted(python.minor)}-venv"
        if system_packages.is_debian(shell):
            if system_packages.install(shell, [package]) and shell.ask(*make).code == 0:
                return
            raise BootstrapError(
                f"Python here cannot make virtual environments. Install what it lacks with:\n  "
                f"{system_packages.command_for([package])}"
            )
        answer = shell.ask(*make)
        raise BootstrapError(f"Python could not make {self._folder}: {(answer.text.strip() or 'no reason given')}")

    def _fill(self, extras: Sequence[str]) -> None:
        """Install the program from its checkout, with exact versions."""
        shell = self._shell
        shell.say("installing the program and what it needs (the first time some 280 MB, mostly Qt)")
        what = f"{self._root}[{','.join(extras)}]" if extras else str(self._root)
        constraints = self._root / "packaging" / "constraints.txt"
        pip = (self.python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--constraint")
        build = ("--quiet", "hatchling", "editables")  # by their exact versions too, hence no isolated build
        if (
            shell.run(*pip, constraints, *build) != 0
            or shell.run(*pip, constraints, "--quiet", "--no-build-isolation", "--editable", what) != 0
        ):
            raise BootstrapError(
                "pip could not install what the program needs; its reason stands above. "
                "If it was the network, type the command again: it goes on where it stopped."
            )


def _dotted(minor: tuple[int, int]) -> str:
    return f"{minor[0]}.{minor[1]}"
