"""What a second launch says to the first, and what anybody else says to it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.desktop import reception
from trainer.desktop.reception import MOST_BYTES, Reception, Request, hand_over

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from trainer.desktop.reception import hand_over
app = QCoreApplication([])
print(hand_over(Path(sys.argv[1]), sys.argv[2] or None, start=bool(sys.argv[3])))
"""


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Reception]:  # noqa: ARG001 - an application
    made = Reception(tmp_path)
    yield made
    made.close()


def second(folder: Path, routine: str = "", start: str = "", **keywords: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", SECOND, str(folder), routine, start]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **keywords)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("routine", "start", "request_"),
    [
        ("", "", Request()),
        ("gentle-back", "yes", Request("gentle-back", start=True)),
        ("sub/mine.toml", "", None),
    ],
    ids=["nothing", "an id", "a file"],
)
def test_what_it_was_asked_for_arrives(
    qtbot: QtBot, first: Reception, tmp_path: Path, routine: str, start: str, request_: Request | None
) -> None:
    asked = heard(first.asked)
    with second(tmp_path, routine, start, cwd=tmp_path) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.stdout is not None
        assert process.stdout.read().strip() == "True"
    (said,) = asked[0]
    assert said == (request_ or Request(str(tmp_path / "sub" / "mine.toml")))


def test_where_nobody_listens_it_is_not_taken(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001
    assert not hand_over(tmp_path, None, start=False)


def test_one_that_does_not_answer_is_not_waited_for_long(
    first: Reception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The event loop of the first stands: its window hangs."""
    monkeypatch.setattr(reception, "ANSWER_MS", 200)
    assert not hand_over(tmp_path, None, start=False)
    assert first is not None


def test_windows_on_other_data_hear_nothing(qtbot: QtBot, first: Reception, tmp_path: Path) -> None:
    asked = heard(first.asked)
    (tmp_path / "other").mkdir()
    assert not hand_over(tmp_path / "other", None, start=False)
    qtbot.wait(20)
    assert asked == []


@pytest.mark.parametrize(
    "said",
    [b"\n", b"[]\n", b'{"routine": 3}\n', b"\xff\xfe\n", b"{" * 1000 + b"\n", b"x" * (MOST_BYTES + 10)],
    ids=["nothing", "a list", "a number", "no text", "deep", "endless"],
)
def test_nonsense_is_hung_up_on(qtbot: QtBot, first: Reception, tmp_path: Path, said: bytes) -> None:
    asked = heard(first.asked)
    socket = QLocalSocket()
    socket.connectToServer(reception._name_of(tmp_path))  # noqa: SLF001
    assert socket.waitForConnected(2000)
    socket.write(said)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000)
    assert asked == []
    assert bytes(socket.readAll().data()) == b""


def test_what_a_killed_program_left_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    script = (
        SECOND.split("print", maxsplit=1)[0].replace("hand_over", "Reception")
        + "r = Reception(Path(sys.argv[1])); import os; os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, timeout=60)
    made = Reception(tmp_path)
    asked = heard(made.asked)
    with second(tmp_path) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    assert asked == [(Request(),)]
    made.close()
