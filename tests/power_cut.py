"""Power cuts, played from a recording: what was not synchronised may be on the disk, in part, or not at all.

    python -m tests.power_cut [CUTS] [SEED]

An activity of tests/kill_nine.py runs once under strace, which writes down every write, synchronisation and rename. A
cut is then a moment of that recording: of each file what was synchronised before it is there, of the writes after that
any may be missing or torn at a sector; of renames and the like that no synchronised folder confirms, a beginning is
kept. The result is laid out as files and must hold what holds after a kill.

The model is that of journalling file systems: synchronising a new file keeps its name, and renames keep their order.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.kill_nine import ACTIVITIES, ROOT, Said, prepare, tell_line
from trainer.paths import data_paths

CUT = ("sessions", "edits", "migrations")
RECORDED_SECONDS = 4.0
SECTOR = 512
_CALLS = "openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)(?:<(.*)>)?$")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"^(\d+)<([^>]*)>")


class Inode:
    """A file by whatever name: what is on the disk, and what waits to be."""

    def __init__(self, content: bytes = b"") -> None:
        self.durable = bytearray(content)
        self.waiting: list[tuple[int, bytes | None]] = []  # offset and bytes; None: cut off there

    def synchronise(self) -> None:
        for change in self.waiting:
            _apply(self.durable, *change)
        self.waiting.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What is found: of the waiting changes any."""
        content = bytearray(self.durable)
        for offset, data in self.waiting:
            lot = chance.random()
            if lot < 0.4:
                continue
            torn = data is not None and len(data) > SECTOR and lot < 0.6
            _apply(content, offset, data[: chance.randrange(0, len(data), SECTOR)] if torn and data else data)
        return bytes(content)


class Disk:
    """Names and files, as they will be found once the power is back."""

    def __init__(self, baseline: dict[str, bytes]) -> None:
        self.now: dict[str, Inode] = {name: Inode(content) for name, content in baseline.items()}
        self.durable = dict(self.now)
        self.waiting: list[tuple[str, Inode | None, str]] = []  # a name, what it is now, the name it had
        self._offsets: dict[str, int] = {}

    def play(self, call: str, arguments: str, result: int, opened: str | None) -> None:
        """One system call that succeeded."""
        if call == "openat":
            self._open(_text(opened or ""), str(result), create="O_CREAT" in arguments, cut="O_TRUNC" in arguments)
        elif call.startswith("rename"):
            paths = _paths(arguments)
            inode = self.now.pop(paths[0], None)
            if inode is not None:
                self.now[paths[1]] = inode
                self.waiting.append((paths[1], inode, paths[0]))
        elif call.startswith("unlink"):
            path = _paths(arguments)[0]
            if self.now.pop(path, None) is not None:
                self.waiting.append((path, None, ""))
        else:
            self._of_file(call, arguments, result)

    def found(self, chance: random.Random) -> dict[str, bytes]:
        """Everything, after a cut now."""
        names = dict(self.durable)
        for change in self.waiting[: chance.randint(0, len(self.waiting))]:
            _rename(names, *change)
        return {name: inode.after_a_cut(chance) for name, inode in names.items() if not name.endswith("-shm")}

    def _open(self, path: str, handle: str, *, create: bool, cut: bool) -> None:
        self._offsets[handle] = 0
        if path not in self.now and create:
            self.now[path] = Inode()
            self.waiting.append((path, self.now[path], ""))
        elif cut and path in self.now:
            self.now[path].waiting.append((0, None))

    def _of_file(self, call: str, arguments: str, result: int) -> None:
        match = _FILE.match(arguments)
        if match is None:
            return
        handle, path = match[1], _text(match[2])
        if call in {"fsync", "fdatasync"}:
            self._synchronise(path)
            return
        inode = self.now.get(path)
        if inode is None:
            return
        if call == "lseek":
            self._offsets[handle] = result
        elif call == "ftruncate":
            inode.waiting.append((int(arguments.rsplit(", ", 1)[1]), None))
        else:
            data = _bytes(_QUOTED.findall(arguments)[0])[:result]
            offset = int(arguments.rsplit(", ", 1)[1]) if call == "pwrite64" else self._offsets.get(handle, 0)
            inode.waiting.append((offset, data))
            if call == "write":
                self._offsets[handle] = offset + result

    def _synchronise(self, path: str) -> None:
        inode = self.now.get(path)
        kept: list[tuple[str, Inode | None, str]] = []
        for change in self.waiting:
            # Of a folder all its names are confirmed; of a file its own birth.
            if (inode is None and str(Path(change[0]).parent) == path) or (inode is not None and change[1] is inode):
                _rename(self.durable, *change)
            else:
                kept.append(change)
        self.waiting = kept
        if inode is not None:
            inode.synchronise()


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
        content.extend(bytes(max(0, offset - len(content))))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def _rename(names: dict[str, Inode], name: str, inode: Inode | None, before: str) -> None:
    names.pop(before, None)
    if inode is None:
        names.pop(name, None)
    else:
        names[name] = inode


def _paths(arguments: str) -> list[str]:
    return [_text(found) for found in _QUOTED.findall(arguments)]


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(escaped: str) -> str:
    return _bytes(escaped).decode() if "\\x" in escaped else escaped


def record(activity: str, folder: Path, seconds: float) -> tuple[dict[str, bytes], list[str]]:
    """The files before, and the lines of a recording."""
    paths = data_paths(folder / "data")
    prepare(activity, paths)
    baseline = {str(path): path.read_bytes() for path in paths.folder.rglob("*") if path.is_file()}
    trace = folder / "trace"
    command = [
        "strace", "-f", "-q", "-y", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-e", "signal=none",
        "-o", str(trace), "timeout", "-s", "KILL", str(seconds),
        sys.executable, "-m", "tests.kill_nine", "--do", activity, str(paths.folder),
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    lines = trace.read_text(encoding="ascii", errors="replace").splitlines()
    shutil.rmtree(paths.folder)
    return baseline, list(_joined(lines))


def _joined(lines: list[str]) -> Iterator[str]:
    """Each call on one line, at the moment it was over."""
    begun: dict[str, str] = {}
    for line in lines:
        process, _, rest = line.partition(" ")
        rest = rest.lstrip()
        if rest.endswith("<unfinished ...>"):
            begun[process] = rest.removesuffix("<unfinished ...>")
        elif rest.startswith("<... "):
            yield begun.pop(process, "") + rest.partition("resumed>")[2]
        else:
            yield rest


def cut(activity: str, cuts: int, seed: int, seconds: float = RECORDED_SECONDS) -> list[str]:
    """Cut the power that often in one recording of the activity; returns what did not hold."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="power-cut-") as name:
        folder = Path(name).resolve()
        baseline, lines = record(activity, folder, seconds)
        calls = [match for match in map(_LINE.match, lines) if match is not None]
        spoken = [at for at, call in enumerate(calls) if call[1] == "write" and call[2].startswith("1<")]
        if not spoken:
            return [f"{activity}: nothing was recorded"]
        moments = sorted(chance.choices(range(spoken[0], len(calls)), k=cuts))
        said: Said = []
        disk, done = Disk(baseline), 0
        for moment in moments:
            for call in calls[done:moment]:
                if call[1] == "write" and call[2].startswith("1<"):
                    word, number, when = _bytes(_QUOTED.findall(call[2])[0]).split()
                    said.append((word.decode(), int(number), int(when)))
                else:
                    disk.play(call[1], call[2], int(call[3]), call[4])
            done = moment
            paths = data_paths(folder / "data")
            for path, content in disk.found(chance).items():
                if path.startswith(str(paths.folder)):
                    Path(path).parent.mkdir(parents=True, exist_ok=True)
                    Path(path).write_bytes(content)
            try:
                ACTIVITIES[activity][1](paths, said, said[-1][2] if said else 0)
            except Exception as error:  # noqa: BLE001 - whatever it is, this cut was not survived
                failed.append(f"{activity}, cut at call {moment} of {len(calls)}: {error!r}")
            shutil.rmtree(paths.folder, ignore_errors=True)
    return failed


def main(argv: list[str]) -> int:
    cuts, seed = (int(argv[0]) if argv else 100), (int(argv[1]) if len(argv) > 1 else 1)
    failed = [line for activity in CUT for line in cut(activity, cuts, seed)]
    for line in failed:
        tell_line(line)
    tell_line(f"{cuts * len(CUT) - len(failed)} of {cuts * len(CUT)} power cuts survived (seed {seed}).")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
