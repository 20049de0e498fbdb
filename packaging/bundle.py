"""The bundle: the frozen program as one folder, made by PyInstaller in a virtual environment of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from product import BUILD, BUNDLE, PACKAGING, ROOT
from shell import BootstrapError
from virtual_environment import VirtualEnvironment

if TYPE_CHECKING:
    from pathlib import Path

    from shell import Shell
    from virtual_environment import Python

_RENDERING = "import sys; sys.path.insert(0, sys.argv[1]); import icons; icons.main(sys.argv[2], sys.argv[3])"


def build_environment(shell: Shell, python: Python) -> VirtualEnvironment:
    """Python with the program and PyInstaller in it, apart from `.venv`: what is frozen is what is installed there."""
    environment = VirtualEnvironment(shell, ROOT, BUILD / "venv")
    environment.provide(python, "build", extras=("build",))
    return environment


def make_bundle(shell: Shell, environment: VirtualEnvironment) -> None:
    """Freeze the program into BUNDLE; on macOS its .app lies beside it."""
    make_icons(shell, environment)
    shell.say("freezing the program")
    answer = shell.ask(
        environment.python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level=WARN",
        "--distpath",
        BUNDLE.parent,
        "--workpath",
        BUILD / "pyinstaller",
        PACKAGING / "trainer.spec",
    )
    if answer.code != 0 or not BUNDLE.is_dir():
        raise BootstrapError(f"PyInstaller could not freeze the program:\n{answer.text.strip()}")
    if shell.system.startswith("linux"):
        _strip(shell, BUNDLE)
    _drop_types(BUNDLE)


def make_icons(shell: Shell, environment: VirtualEnvironment) -> None:
    """The icon in every size and form a system wants, in build/icons."""
    drawing = ROOT / "resources" / "icons" / "trainer.svg"
    answer = shell.ask(environment.python, "-c", _RENDERING, PACKAGING, drawing, BUILD / "icons")
    if answer.code != 0:
        raise BootstrapError(f"the icon {drawing} could not be drawn:\n{answer.text.strip()}")


def size_of(folder: Path) -> int:
    """Bytes of the files in it."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _strip(shell: Shell, folder: Path) -> None:
    """Take the symbols for debuggers out of the libraries that come with them; numpy's would not load any more."""
    internal = folder / "_internal"
    libraries = [
        *internal.glob("libpython3*"),
        *internal.glob("python3*/lib-dynload/*.so"),
        *internal.glob("libsqlite3.so.*"),
        *internal.glob("PySide6/Qt/lib/libicu*"),
    ]
    if shell.finds("strip"):
        shell.ask("strip", "--strip-unneeded", *libraries)


def _drop_types(folder: Path) -> None:
    """What PyInstaller leaves behind beside modules: metadata nobody asks for."""
    for path in (folder / "_internal").glob("*.dist-info"):
        shutil.rmtree(path)
