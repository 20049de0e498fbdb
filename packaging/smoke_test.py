"""Tries the .deb where nothing else is: `sudo python3 packaging/smoke_test.py dist/trainer_*.deb`.

In a fresh Debian without Python: installs the package, starts it on a virtual screen without a network, runs a workout
at sixty times the speed, reads the log, takes the package away again and looks whether the log is still there. With
--against PROGRAM it also compares how long the two take to show their window.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from fresh_root import PERSON, FreshRoot
from product import COMMAND, NAME
from shell import BootstrapError
from virtual_screen import TOOLS, VirtualScreen

ROUTINE = "desk-day-undo"  # five minutes, nothing in it waits for the person
SPEED = 60
ROUNDS = 9
_DATA = (".local", "share", COMMAND)


def main() -> int:
    """Run all of it. Returns the exit code: 1 with a sentence for the first thing that isn't as it should be."""
    asked = _parser().parse_args()
    lacking = [tool for tool in ("debootstrap", "unshare", *TOOLS) if shutil.which(tool) is None]
    if lacking:
        print(f"trainer: this test needs {', '.join(lacking)}.", file=sys.stderr)
        return 1
    root = FreshRoot(Path(tempfile.mkdtemp(prefix="trainer-root-")), asked.suite)
    try:
        with VirtualScreen() as screen:
            _test(asked, root, screen)
    except BootstrapError as problem:
        print(f"trainer: {problem}", file=sys.stderr)
        return 1
    finally:
        root.remove()
    return 0


def _test(asked: argparse.Namespace, root: FreshRoot, screen: VirtualScreen) -> None:
    root.make()
    _must(not root.has("python3"), "the fresh root has a Python of its own, so it would prove nothing.")
    _tell("fresh root", f"Debian {asked.suite}, {_size(root):.0f} MB, no Python")
    before = _size(root)
    shutil.copyfile(asked.package, root.folder / "package.deb")
    root.asks("apt-get", "update")
    root.asks("apt-get", "install", "--yes", "--no-install-recommends", "/package.deb")
    (root.folder / "package.deb").unlink()
    root.asks("apt-get", "clean")
    _must(not root.has("python3"), "the package brought the system's Python along.")
    _tell("package", f"{asked.package.stat().st_size / 1e6:.1f} MB")
    _tell("installed", f"{_installed(root):.1f} MB; with what it depends on {_size(root) - before:.0f} MB")
    _tell("version", root.asks(COMMAND, "--version", person=PERSON).strip())
    _work_out(asked, root, screen)
    _read_log(root)
    _time_starts(asked, root, screen)
    kept = _sum(root.home(*_DATA, "workouts.sqlite3"))
    root.asks("apt-get", "purge", "--yes", COMMAND)
    left = [str(path) for path in (root.folder / "usr").rglob(f"*{COMMAND}*") if "dpkg" not in path.parts]
    _must(not root.has(COMMAND) and not left, f"purging the package left {', '.join(left)}.")
    _must(_sum(root.home(*_DATA, "workouts.sqlite3")) == kept, "purging the package touched the person's log.")
    _tell("purged", "nothing of the package is left; the log is, to the byte")
    if asked.tar:
        _try_tarball(asked.tar, root, screen)


def _work_out(asked: argparse.Namespace, root: FreshRoot, screen: VirtualScreen) -> None:
    """A whole workout in the window, until its log says it is done; then the window is closed."""
    command = [COMMAND, "--routine", ROUTINE, "--start", "--speed", str(SPEED)]
    program = root.start(*command, display=screen.display)
    window = screen.wait_for_window(NAME)
    drew, end = False, time.perf_counter() + 120
    while not (workouts := _workouts(root)) and time.perf_counter() < end:
        drew = drew or any("--renderer" in line for line in root.processes())
        _must(program.poll() is None, f"the program ended in mid-workout with code {program.returncode}.")
        if asked.picture and drew:
            screen.picture(asked.picture)
        time.sleep(0.5)
    _must(bool(workouts), "no workout was in the log after two minutes.")
    _must(drew, "no process drew the figure.")
    screen.close(window)
    try:
        said = program.communicate(timeout=30)[0]
    except subprocess.TimeoutExpired:
        program.kill()
        raise BootstrapError("the program did not end when its window was closed.") from None
    _must(program.returncode == 0, f"the program ended with code {program.returncode}:\n{said}")
    _must("Traceback" not in said and "can't be drawn" not in said, f"the program stumbled:\n{said}")


def _try_tarball(archive: Path, root: FreshRoot, screen: VirtualScreen) -> None:
    """Unpack it in the person's home, install it from there without a password, open it, take it away again."""
    with tarfile.open(archive) as tar:
        tar.extractall(root.home(), filter="data")
        folder = tar.getnames()[0]
    root.asks("chown", "-R", f"{PERSON}:{PERSON}", f"/home/{PERSON}/{folder}")
    root.asks(f"/home/{PERSON}/{folder}/install.sh", person=PERSON)
    shutil.rmtree(root.home(folder))
    command = f"/home/{PERSON}/.local/bin/{COMMAND}"
    said = root.asks(command, "--version", person=PERSON).strip()
    took = _seconds_to_window(root.start(command, display=screen.display), screen)
    root.asks(f"/home/{PERSON}/.local/lib/{COMMAND}-app/remove.sh", person=PERSON)
    data, state = root.home(*_DATA), root.home(".local", "state", COMMAND)
    found = root.home(".local").rglob(f"*{COMMAND}*")
    left = [str(path) for path in found if not {data, state} & {path, *path.parents}]
    _must(not left, f"remove.sh left {', '.join(left)}.")
    _must(root.home(*_DATA, "workouts.sqlite3").exists(), "remove.sh took the person's log away.")
    _tell("tarball", f"{said} from it, its window in {took * 1000:.0f} ms, removed again, the log left in place")


def _read_log(root: FreshRoot) -> None:
    workouts = _workouts(root)
    _must(len(workouts) == 1, f"the log has {len(workouts)} workouts where one was done.")
    workout = workouts[0]
    _must(workout["routine"] == ROUTINE, f"the log has {workout['routine']} where {ROUTINE} was done.")
    _tell("workout", f"{workout['routine']}, {workout['state']}, read back by `{COMMAND} log --json`")


def _time_starts(asked: argparse.Namespace, root: FreshRoot, screen: VirtualScreen) -> None:
    """The time from the command to its window, the two in turns so that a busy moment hits both."""
    frozen, installed = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS + 1):
            frozen.append(_seconds_to_window(root.start(COMMAND, display=screen.display), screen))
            if asked.against:
                command = [*asked.against, "--data-dir", folder]
                environment = {"DISPLAY": screen.display, "PATH": "/usr/bin:/bin", "HOME": folder}
                installed.append(_seconds_to_window(subprocess.Popen(command, env=environment), screen))
    first, then = frozen[0], statistics.median(frozen[1:])
    _tell("start", f"{then * 1000:.0f} ms to the window (median of {ROUNDS}; the first {first * 1000:.0f} ms)")
    if installed:
        other = statistics.median(installed[1:])
        _tell("against", f"{other * 1000:.0f} ms; the frozen one takes {then / other:.2f} times as long")


def _seconds_to_window(program: subprocess.Popen[str] | subprocess.Popen[bytes], screen: VirtualScreen) -> float:
    begin = time.perf_counter()
    window = screen.wait_for_window(NAME)
    took = time.perf_counter() - begin
    time.sleep(1.0)  # the pages come in
    screen.close(window)
    program.wait(timeout=30)
    return took


def _workouts(root: FreshRoot) -> list[dict[str, object]]:
    if not root.home(*_DATA, "workouts.sqlite3").exists():
        return []
    read = json.loads(root.asks(COMMAND, "log", "--json", person=PERSON))
    return list(read["workouts"] if isinstance(read, dict) else read)


def _installed(root: FreshRoot) -> float:
    """MB of the package's own files."""
    names = root.asks("dpkg-query", "--listfiles", COMMAND).splitlines()
    paths = [root.folder / name.lstrip("/") for name in names]
    return sum(path.lstat().st_size for path in paths if path.is_file() and not path.is_symlink()) / 1e6


def _size(root: FreshRoot) -> float:
    """MB of all files in the root."""
    return (
        sum(path.lstat().st_size for path in root.folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
    )


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BootstrapError(otherwise)


def _tell(what: str, figures: str) -> None:
    print(f"{what:<12}{figures}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="smoke_test.py", description="Try the .deb in a fresh Debian without Python.")
    parser.add_argument("package", type=Path, metavar="DEB")
    parser.add_argument("--suite", default="bookworm", help="of Debian (bookworm)")
    parser.add_argument("--against", nargs="+", default=[], metavar="WORD", help="the program installed: its command")
    parser.add_argument("--tar", type=Path, metavar="TAR", help="try the tarball, too")
    parser.add_argument("--picture", type=Path, metavar="PNG", help="save what is seen in mid-workout")
    return parser


if __name__ == "__main__":
    sys.exit(main())
