"""What must be there beside Python's packages: the shared libraries Qt loads, the tools the window tests use.

On Debian and Ubuntu what is missing is installed when that needs no question (root, or sudo without a password);
otherwise the person gets the exact command.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shell import BootstrapError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shell import Shell

# The parts of PySide6 the program loads on Linux, below the PySide6 folder.
QT_PARTS = (
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtDBus.abi3.so",
    "QtNetwork.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/imageformats/libqsvg.so",
)

# Shared library -> the package of Debian 12 (and its heirs) that has it: all that QT_PARTS want from outside PySide6.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# What the tests in a real window need: command -> Debian package.
WINDOW_TEST_TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "strace": "strace",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}

# What the test that listens to a session needs: a sound server, its recorder, a speech service and its voice.
SOUND_TEST_TOOLS = {
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "speech-dispatcher": "speech-dispatcher",
    "espeak-ng": "espeak-ng",
    "/usr/lib/speech-dispatcher-modules/sd_espeak-ng": "speech-dispatcher-espeak-ng",
}

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def missing_libraries(shell: Shell, pyside: Path) -> list[str]:
    """The shared libraries (sonames, sorted) that QT_PARTS below `pyside` ask for and this Linux does not have."""
    missing: set[str] = set()
    for part in QT_PARTS:
        missing.update(_NOT_FOUND.findall(shell.ask("ldd", pyside / part).text))
    return sorted(missing)


def provide_libraries(shell: Shell, pyside: Path) -> None:
    """See to it that Qt can load, on Linux; Qt brings all it needs elsewhere. Fails with the way on."""
    if not shell.system.startswith("linux"):
        return
    missing = missing_libraries(shell, pyside)
    if not missing:
        return
    # A library not in the table comes with one that is; if it does not, it is named below.
    packages = {DEBIAN_PACKAGES[library] for library in missing if library in DEBIAN_PACKAGES}
    if not is_debian(shell) or not packages:
        names = ", ".join(missing)
        raise BootstrapError(
            f"Qt needs shared libraries this system lacks: {names}. Install the packages that hold them."
        )
    if not install(shell, packages):
        raise BootstrapError(
            f"Qt needs shared libraries this system lacks. Install them with:\n  {command_for(packages)}"
        )
    left = missing_libraries(shell, pyside)
    if left:
        raise BootstrapError(
            f"Qt still finds no {', '.join(left)} after the installation of {', '.join(sorted(packages))}."
        )


def provide_window_test_tools(shell: Shell) -> None:
    """Install what the tests in a real window need, or say why those tests are skipped."""
    if not shell.system.startswith("linux"):
        shell.say("the tests in a real window are skipped: their virtual screen exists on Linux only.")
        return
    packages = {package for tool, package in WINDOW_TEST_TOOLS.items() if not shell.finds(tool)}
    _provide_for(shell, "the tests in a real window are skipped: they need", packages)


def provide_sound_test_tools(shell: Shell) -> None:
    """Install what the test that listens needs, or say why it is skipped."""
    if not shell.system.startswith("linux"):
        return  # nor are there windows to listen to
    packages = {package for tool, package in SOUND_TEST_TOOLS.items() if not shell.finds(tool)}
    if "pulseaudio" in packages and shell.finds("pipewire"):
        # Debian takes the desktop's own sound server off for it.
        shell.say("the test that listens is skipped: it needs pulseaudio, and this system sounds through PipeWire.")
        return
    _provide_for(shell, "the test that listens is skipped: it needs", packages)


def _provide_for(shell: Shell, skipped: str, packages: set[str]) -> None:
    if packages and not (is_debian(shell) and install(shell, packages)):
        how = f": {command_for(packages)}" if is_debian(shell) else "."
        shell.say(f"{skipped} {', '.join(sorted(packages))}{how}")


def is_debian(shell: Shell) -> bool:
    """Whether this is Debian, Ubuntu or one of their heirs."""
    try:
        text = shell.os_release.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    ids = re.findall(r"^ID(?:_LIKE)?=\"?([^\"\n]*)", text, re.MULTILINE)
    return bool({"debian", "ubuntu"} & {word for line in ids for word in line.split()})


def command_for(packages: Iterable[str]) -> str:
    """What a person types to install Debian packages."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(sorted(packages))}"


def install(shell: Shell, packages: Iterable[str]) -> bool:
    """Install Debian packages if that needs no question. Returns whether they are there now."""
    if shell.is_root:
        before: tuple[str, ...] = ()
    elif shell.finds("sudo") and shell.ask("sudo", "-n", "true").code == 0:
        before = ("sudo", "-n")
    else:
        return False
    shell.say(f"installing {', '.join(sorted(packages))}")
    apt = (*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    for words in (("update",), ("install", "-y", "--no-install-recommends", *sorted(packages))):
        answer = shell.ask(*apt, *words)
        if answer.code != 0 and words[0] == "install":
            shell.say(f"apt-get could not: {(answer.text.strip() or 'no reason given').splitlines()[-1]}")
            return False
    return True
