"""Packages of the program, each made of one frozen folder: `python3 packaging/build.py deb`.

Only the standard library: what a build needs is installed into build/venv first, apart from `.venv`.
"""

from __future__ import annotations

import argparse
import platform
import sys
from typing import TYPE_CHECKING

from bundle import build_environment, make_bundle, size_of
from debian import make_deb
from flatpak_package import make_flatpak
from mac_packages import make_dmg
from product import BUNDLE
from shell import BootstrapError, Shell
from tarball import make_appimage, make_tarball
from virtual_environment import Python, find_python
from windows_packages import make_msix, make_setup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Maker = Callable[[Shell, str], Path]

SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}

# Name on the command line -> the system it is made on (sys.platform), what makes it.
PACKAGES: dict[str, tuple[str, Maker]] = {
    "deb": ("linux", make_deb),
    "tar": ("linux", make_tarball),
    "appimage": ("linux", make_appimage),
    "flatpak": ("linux", make_flatpak),
    "setup": ("win32", make_setup),
    "msix": ("win32", make_msix),
    "dmg": ("darwin", make_dmg),
}


def main(arguments: Sequence[str], shell: Shell, here: Python) -> int:
    """Do what the command line says. Returns the exit code: 2 for a wrong command line, 1 for what went wrong."""
    asked = _parser().parse_args(arguments)
    try:
        _build(asked, shell, here)
    except (BootstrapError, OSError) as problem:
        print(f"trainer: {problem}", file=sys.stderr)
        return 1
    return 0


def _build(asked: argparse.Namespace, shell: Shell, here: Python) -> None:
    wanted = [name for name in asked.packages if name != "bundle"]
    for name in wanted:
        system = PACKAGES[name][0]
        if not shell.system.startswith(system):
            raise BootstrapError(f"{name} is made on {SYSTEMS[system]} only.")
    if not (asked.as_it_is and BUNDLE.is_dir()):
        make_bundle(shell, build_environment(shell, find_python(shell, here)))
    shell.say(f"{BUNDLE}: {size_of(BUNDLE) / 1e6:.1f} MB")
    if wanted and not asked.screenshots_at:
        shell.say("the metadata names no screenshots: say with --screenshots-at where the folder packaging can be seen")
    for name in wanted:
        PACKAGES[name][1](shell, asked.screenshots_at)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Make packages of the program, in dist/.")
    parser.add_argument(
        "packages", nargs="+", choices=["bundle", *PACKAGES], metavar="PACKAGE", help="bundle, " + ", ".join(PACKAGES)
    )
    parser.add_argument("--as-it-is", action="store_true", help="of the frozen program of last time, if there is one")
    parser.add_argument(
        "--screenshots-at", default="", metavar="URL", help="where the folder packaging can be seen on the web"
    )
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Shell(), Python((sys.executable,), platform.python_version())))
    except KeyboardInterrupt:
        sys.exit(130)
