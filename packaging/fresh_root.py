"""A fresh Debian in a folder, made by debootstrap: nobody has installed anything in it, Python least of all."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from shell import BootstrapError

PERSON = "ada"
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where X has its sockets, inside as outside

# /proc is the root's own; the virtual screen outside is reached by its socket. unshare gives both up at the end.
_ENTER = """
root=$1 sockets=$2 person=$3; shift 3
mount -t proc proc "$root/proc"
mkdir -p "$root$sockets"
if [ -d "$sockets" ]; then mount --bind "$sockets" "$root$sockets"; fi
if [ "$person" = root ]; then exec chroot "$root" "$@"; fi
exec chroot --userspec="$person:$person" "$root" "$@"
"""


class FreshRoot:
    """A Debian of the named suite in `folder`, which must be empty or not there. Needs root."""

    def __init__(self, folder: Path, suite: str) -> None:
        self.folder = folder
        self._suite = suite

    def make(self) -> None:
        """Make it, with somebody at home in it. Raises BootstrapError if debootstrap fails."""
        done = subprocess.run(
            ["debootstrap", "--variant=minbase", self._suite, str(self.folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise BootstrapError(f"debootstrap could not make {self.folder}:\n{done.stdout[-2000:]}")
        self.folder.chmod(0o755)  # a temporary folder is closed to everybody else, and this one is somebody's /
        refuse = self.folder / "usr" / "sbin" / "policy-rc.d"
        refuse.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")  # no service is started in here
        refuse.chmod(0o755)
        self.asks("useradd", "--create-home", PERSON)

    def asks(self, *command: str, person: str = "root") -> str:
        """What a command says, standard output alone. Raises BootstrapError if it fails, with all it said."""
        done = subprocess.run(
            self._entered(command, person, online=True),
            env=_environment(person),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise BootstrapError(f"{' '.join(command)} failed in the fresh root:\n{done.stdout}{done.stderr}".rstrip())
        return done.stdout

    def has(self, command: str) -> bool:
        """Whether there is a command of that name."""
        entered = self._entered(["sh", "-c", f"command -v {command}"], PERSON, online=False)
        return subprocess.run(entered, env=_environment(PERSON), capture_output=True, check=False).returncode == 0

    def start(self, *command: str, display: str) -> subprocess.Popen[str]:
        """Start a command for the person at home, on a screen outside and without any network."""
        environment = {**_environment(PERSON), "DISPLAY": display}
        return subprocess.Popen(
            self._entered(command, PERSON, online=False),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def processes(self) -> list[str]:
        """The command lines of what runs in it."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if (process / "root").readlink() == self.folder:
                    found.append(
                        (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                    )
            except OSError:
                continue  # it has ended
        return found

    def home(self, *parts: str) -> Path:
        """A place in the person's home, seen from outside."""
        return self.folder.joinpath("home", PERSON, *parts)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _entered(self, command: tuple[str, ...] | list[str], person: str, *, online: bool) -> list[str]:
        apart = ["--mount", "--pid", "--fork", "--kill-child"] + ([] if online else ["--net"])
        return ["unshare", *apart, "--", "sh", "-ec", _ENTER, "sh", str(self.folder), str(SOCKETS), person, *command]


def _environment(person: str) -> dict[str, str]:
    home = "/root" if person == "root" else f"/home/{person}"
    proxies = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    return {
        **proxies,
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": home,
        "USER": person,
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }
