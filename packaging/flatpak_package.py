"""The Flatpak: its manifest with the frozen program beside it, and its package where flatpak-builder is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from linux_files import put_linux_files
from product import BUILD, BUNDLE, COMMAND, DIST, ID, NAME, PACKAGING, VERSION, filled, machine
from shell import BootstrapError
from tarball import bring_companions

if TYPE_CHECKING:
    from pathlib import Path

    from shell import Shell


def manifest() -> str:
    """What flatpak-builder reads."""
    return filled(PACKAGING / "flatpak" / "manifest.yml.in")


def make_flatpak(shell: Shell, screenshots_at: str = "") -> Path:
    """Make Trainer-VERSION-MACHINE.flatpak. Raises BootstrapError without flatpak-builder, the manifest then ready."""
    folder = BUILD / "flatpak"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder / "files" / "lib" / COMMAND, symlinks=True)
    bring_companions(shell, folder / "files" / "lib" / COMMAND / "_internal")
    put_linux_files(folder / "files", screenshots_at)
    recipe = folder / f"{ID}.yml"
    recipe.write_text(manifest(), encoding="utf-8")
    if not shell.finds("flatpak-builder"):
        raise BootstrapError(f"{recipe} is ready, but there is no flatpak-builder here that makes a package of it.")
    DIST.mkdir(exist_ok=True)
    package = DIST / f"{NAME}-{VERSION}-{machine()}.flatpak"
    repository = folder / "repository"
    for command in (
        ("flatpak-builder", "--force-clean", f"--repo={repository}", folder / "build", recipe),
        ("flatpak", "build-bundle", repository, package, ID),
    ):
        answer = shell.ask(*command)
        if answer.code != 0:
            raise BootstrapError(f"{command[0]} could not make {package.name}:\n{answer.text.strip()}")
    return package
