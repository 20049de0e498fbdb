"""The tarball: one folder that runs where it lies, with a script that puts it into the menu. And the AppImage."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

from linux_files import put_linux_files
from product import BUILD, BUNDLE, COMMAND, DIST, ICONS, ID, NAME, PACKAGING, VERSION, filled, machine, moment
from shell import BootstrapError

if TYPE_CHECKING:
    from shell import Shell

# Small libraries of the build machine that Qt's window needs and that a desktop may lack; a .deb asks for their
# packages instead.
COMPANIONS = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-util.so.1",
    "libxkbcommon-x11.so.0",
    "libxkbcommon.so.0",
)
_PLACE = re.compile(r"^\s*(\S+) .*=> (/\S+)$", re.MULTILINE)


def make_tarball(shell: Shell, screenshots_at: str = "") -> Path:
    """Make trainer-VERSION-linux-MACHINE.tar.xz from the bundle."""
    name = f"{COMMAND}-{VERSION}-linux-{machine()}"
    folder = BUILD / "tar" / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder / "lib" / COMMAND, symlinks=True)
    bring_companions(shell, folder / "lib" / COMMAND / "_internal")
    put_linux_files(folder, screenshots_at)
    for script in ("install.sh", "remove.sh"):
        path = folder / script
        path.write_text(filled(PACKAGING / "linux" / f"{script}.in"), encoding="utf-8")
        path.chmod(0o755)
    (folder / "README").write_text(filled(PACKAGING / "linux" / "readme.in"), encoding="utf-8")
    (folder / COMMAND).symlink_to(f"lib/{COMMAND}/{COMMAND}")
    DIST.mkdir(exist_ok=True)
    archive = DIST / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=9) as tar:
        tar.add(folder, name, filter=_anonymous)
    shell.say(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB")
    return archive


def make_appimage(shell: Shell, screenshots_at: str = "") -> Path:
    """Make trainer-VERSION-MACHINE.AppImage with this machine's appimagetool. Raises BootstrapError without one."""
    folder = BUILD / "AppDir"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder / "usr" / "lib" / COMMAND, symlinks=True)
    bring_companions(shell, folder / "usr" / "lib" / COMMAND / "_internal")
    put_linux_files(folder / "usr", screenshots_at)
    (folder / "AppRun").symlink_to(f"usr/lib/{COMMAND}/{COMMAND}")
    shutil.copyfile(folder / "usr" / "share" / "applications" / f"{ID}.desktop", folder / f"{ID}.desktop")
    shutil.copyfile(ICONS / "256.png", folder / f"{ID}.png")
    if not shell.finds("appimagetool"):
        raise BootstrapError(f"{folder} is ready, but there is no appimagetool here that makes an AppImage of it.")
    DIST.mkdir(exist_ok=True)
    image = DIST / f"{NAME}-{VERSION}-{machine()}.AppImage"
    answer = shell.ask("appimagetool", "--no-appstream", folder, image)
    if answer.code != 0:
        raise BootstrapError(f"appimagetool could not make {image.name}:\n{answer.text.strip()}")
    return image


def bring_companions(shell: Shell, internal: Path) -> None:
    """Copy COMPANIONS beside the program's own libraries. Raises BootstrapError for one that is not here."""
    places = dict(reversed(_PLACE.findall(shell.ask("/sbin/ldconfig", "-p").text)))
    for name in COMPANIONS:
        if name not in places:
            raise BootstrapError(
                f"{name} is not on this machine: the program in this folder would not start elsewhere."
            )
        shutil.copyfile(Path(places[name]).resolve(), internal / name)


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = moment()
    entry.mode = 0o755 if entry.isdir() or entry.mode & os.X_OK else 0o644
    return entry
