"""What Windows installs: a setup program by Inno Setup, and an MSIX package by makeappx."""

from __future__ import annotations

import shutil
import uuid
from typing import TYPE_CHECKING

from icons import OF_MSIX
from product import BUILD, BUNDLE, DIST, ICONS, ID, NAME, PACKAGING, PUBLISHER, ROOT, VERSION, filled
from shell import BootstrapError

if TYPE_CHECKING:
    from pathlib import Path

    from shell import Shell

SIGNER = f"CN={PUBLISHER}"  # must be the subject of the certificate an MSIX is signed with
_TEMPLATES = PACKAGING / "windows"


def setup_script() -> str:
    """The script for Inno Setup. The program's GUID follows from its id: the same for every version."""
    return filled(
        _TEMPLATES / "setup.iss.in",
        GUID=str(uuid.uuid5(uuid.NAMESPACE_DNS, ID)).upper(),
        LICENSE=str(ROOT / "LICENSE"),
        ICONS=str(ICONS),
        DIST=str(DIST),
        BUNDLE=str(BUNDLE),
    )


def msix_manifest() -> str:
    """The manifest of the MSIX package, whose version has four parts."""
    return filled(_TEMPLATES / "AppxManifest.xml.in", SIGNER=SIGNER, FOUR_PART_VERSION=f"{VERSION}.0")


def make_setup(shell: Shell, _screenshots_at: str = "") -> Path:
    """Make Trainer-VERSION-setup.exe. Raises BootstrapError where Inno Setup is not in the PATH."""
    script = BUILD / "windows" / "setup.iss"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(setup_script(), encoding="utf-8-sig")  # by which mark Inno Setup knows UTF-8
    DIST.mkdir(exist_ok=True)
    _run(shell, "iscc", "Inno Setup", "/Q", script)
    return DIST / f"{NAME}-{VERSION}-setup.exe"


def make_msix(shell: Shell, _screenshots_at: str = "") -> Path:
    """Make Trainer-VERSION.msix, not signed yet. Raises BootstrapError where the Windows SDK is not in the PATH."""
    folder = BUILD / "msix"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder)
    (folder / "icons").mkdir()
    for size in OF_MSIX:
        shutil.copyfile(ICONS / f"{size}.png", folder / "icons" / f"{size}.png")
    (folder / "AppxManifest.xml").write_text(msix_manifest(), encoding="utf-8")
    DIST.mkdir(exist_ok=True)
    package = DIST / f"{NAME}-{VERSION}.msix"
    _run(shell, "makeappx", "the Windows SDK", "pack", "/o", "/d", folder, "/p", package)
    shell.say(f"{package} has to be signed by {SIGNER} before Windows installs it")
    return package


def _run(shell: Shell, command: str, part_of: str, *arguments: str | Path) -> None:
    if not shell.finds(command):
        raise BootstrapError(f"{command} is not in the PATH: it comes with {part_of}.")
    answer = shell.ask(command, *arguments)
    if answer.code != 0:
        raise BootstrapError(f"{command} could not make the package:\n{answer.text.strip()}")
