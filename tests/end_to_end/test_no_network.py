"""The program opens no network connection: every socket of a whole session, its children's included, is a local one."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.conftest import log_of
from tests.end_to_end.desktop import Desktop, Program, until

PAGES = ("Library", "Exercises", "Editor", "Progress", "Settings", "Workout")
LOCAL = {"AF_UNIX", "AF_NETLINK"}  # other programs of this machine, and its kernel
SOCKET = re.compile(r"\b(?:socket|connect|bind)\([^A]*(AF_\w+)")
ROUTINE = """
format = 1
id = "a-short-one"
name = "A Short One"
difficulty = 1
link = "https://example.org/a-page-nobody-asked-for"

[[block]]
kind = "strength"
name = "Main"

[[block.step]]
exercise = "squat"
seconds = 200
get_ready = 5

[[block.step]]
exercise = "russian_twist"
seconds = 200
get_ready = 10
"""


@pytest.fixture
def watcher(tmp_path: Path) -> list[str]:
    """The command that notes the sockets of what it starts, as that program's child: its end is the program's."""
    if shutil.which("strace") is None:
        pytest.skip("nothing to watch system calls with: missing strace")
    calls = ["-e", "trace=socket,connect,bind", "-o", str(tmp_path / "calls.txt")]
    command = ["strace", "-D", "-f", "-qq", *calls]
    probe = subprocess.run([*command, "true"], capture_output=True, text=True, check=False, timeout=20)
    if probe.returncode != 0:
        pytest.skip(f"this machine lets no program be watched: {probe.stderr.strip()}")
    return command


@pytest.fixture
def program(desktop: Desktop, data: Path, tmp_path: Path, watcher: list[str]) -> Iterator[Program]:
    (tmp_path / "a-short-one.toml").write_text(ROUTINE.strip(), encoding="utf-8")
    arguments = ("--routine", str(tmp_path / "a-short-one.toml"), "--start", "--speed", "30")
    program = Program(desktop, data, *arguments, watcher=watcher)
    yield program
    program.end()


def families(calls: str) -> list[str]:
    """The address family of each socket made, bound or connected."""
    return SOCKET.findall(calls)


def test_a_whole_session_and_every_page_stay_on_this_machine(
    program: Program, desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    program.window()
    for page in PAGES:
        program.press(page)
    until(lambda: log_of(data), "the workout in the log", patience=60)
    desktop.close_window()
    code, _, error = program.wait()
    assert (code, error) == (0, "")
    found = families((tmp_path / "calls.txt").read_text(encoding="utf-8"))
    assert "AF_UNIX" in found  # the screen's: the watcher has watched
    assert set(found) - LOCAL == set()


def test_a_connection_would_be_seen(watcher: list[str], tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).connect_ex(('::1', 9))"
    subprocess.run([*watcher, "python3", "-c", code], check=True, timeout=20)
    found = families((tmp_path / "calls.txt").read_text(encoding="utf-8"))
    assert found == ["AF_INET6", "AF_INET6"]
