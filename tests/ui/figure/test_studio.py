"""The studio: what its process renders, how it begins and ends, and what happens when it dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.film import packed
from trainer.ui.figure.palette import LIGHT
from trainer.ui.figure.studio import RenderingError, Studio, command
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Take

ROOT = Path(__file__).parents[3]


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = Studio()
    yield made
    made.close()


@pytest.fixture(scope="module")
def take(subject: Callable[[str], Subject]) -> Take:
    shown = subject("roll_down")
    return Take(packed(shown), LIGHT, shown.cycle.move.view, (48, 48))


def is_alive(pid: int) -> bool:
    """Whether there is such a process, a zombie among them."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_renders_what_a_darkroom_here_does(studio: Studio, take: Take) -> None:
    here = Darkroom()
    assert studio.stage(take) == here.stage(take)
    assert studio.frame(take, 1.0, True) == here.frame(take, 1.0, True)
    assert studio.frame(take, 1.0, False) != here.frame(take, 1.0, True)


def test_there_is_no_process_before_it_is_needed_and_none_after_the_end(studio: Studio, take: Take) -> None:
    before = studio.pid
    studio.warm_up()
    pid = studio.pid
    assert before is None
    assert pid is not None
    studio.stage(take)
    assert studio.pid == pid
    studio.close()
    assert not is_alive(pid)
    with pytest.raises(RenderingError, match="closed"):
        studio.stage(take)


def test_one_that_is_forgotten_ends_its_process(take: Take) -> None:
    studio = Studio()
    studio.stage(take)
    pid = studio.pid
    assert pid is not None
    del studio
    assert not is_alive(pid)


def test_it_can_be_closed_while_a_picture_is_waited_for(studio: Studio, take: Take) -> None:
    studio.warm_up()
    failures: list[Exception] = []

    def ask() -> None:
        try:
            while True:
                studio.frame(take, 0.0, True)
        except RenderingError as error:
            failures.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    begin = time.perf_counter()
    studio.close()
    assert time.perf_counter() - begin < 5.0
    asking.join(5.0)
    assert len(failures) == 1
    assert studio.pid is None


@pytest.mark.skipif(sys.platform == "win32", reason="a process is ended by a signal")
def test_a_process_that_dies_is_replaced(studio: Studio, take: Take) -> None:
    before = studio.frame(take, 0.5, True)
    first = studio.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert studio.frame(take, 0.5, True) == before
    assert studio.pid != first


def test_what_cannot_be_drawn_is_told_and_the_next_thing_drawn(studio: Studio, take: Take) -> None:
    nonsense = Take(b"nonsense", LIGHT, (0.0, 0.0), (48, 48))
    with pytest.raises(RenderingError, match="UnpicklingError"):
        studio.stage(nonsense)
    pid = studio.pid
    assert studio.frame(take, 0.0, False).pixels
    assert studio.pid == pid


def test_it_ends_with_the_program_however_that_ends() -> None:
    """A program killed on the spot can end nothing: its studio sees that it is gone."""
    program = (
        "import os, sys; from trainer.ui.figure.studio import Studio; studio = Studio(); studio.warm_up(); "
        "print(studio.pid, flush=True); os._exit(1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    pid = int(done.stdout)
    deadline = time.perf_counter() + 10.0
    while is_alive(pid) and not _is_zombie(pid):
        assert time.perf_counter() < deadline
        time.sleep(0.02)


def _is_zombie(pid: int) -> bool:
    """Ended, and waiting for whoever inherited it."""
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


def test_a_frozen_program_begins_itself_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/trainer/trainer")
    assert command() == ["/opt/trainer/trainer", "--renderer"]


def test_begun_by_its_argument_it_renders_the_same(monkeypatch: pytest.MonkeyPatch, studio: Studio, take: Take) -> None:
    """The argument is known to `__main__`, and what it begins has loaded no Qt, nor the command line."""
    begin = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from trainer.__main__ import main; main();"
        "assert not {'PySide6', 'argparse', 'trainer.cli'} & set(sys.modules), 'too much was loaded'"
    )
    began = [sys.executable, "-c", begin, str(ROOT), "--renderer"]
    monkeypatch.setattr("trainer.ui.figure.studio.command", lambda: began)
    assert studio.frame(take, 1.0, True) == Darkroom().frame(take, 1.0, True)
    done = subprocess.run(began, input=b"", capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
