"""A real process is killed while it journals: what is older than a second is there, and the file is whole."""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Self

import pytest

from trainer.core.events import Paused
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog

PROMISE_SECONDS = 1.0
ROOT = Path(__file__).parents[2]

# Hands over one event and one checkpoint about every 5 ms, then says which and when on the machine's own clock.
CHILD = """
import sys, time
from datetime import timedelta
from pathlib import Path
from typing import Self
from tests.workouts import STARTED, example_checkpoint, example_timeline, example_workout, header
from trainer.core.events import Paused
from trainer.storage.journal import SessionJournal

journal = SessionJournal(Path(sys.argv[1]), Path(sys.argv[2]), on_trouble=lambda sentence: print(sentence, flush=True))
journal.begin(header(example_workout()), example_timeline())
number = 0
while True:
    journal.append([Paused(float(number))])
    journal.checkpoint(example_checkpoint(number / 1000), STARTED + timedelta(milliseconds=number))
    print(number, time.monotonic_ns(), flush=True)
    number += 1
    time.sleep(0.005)
"""


class Child:
    """One journalling process, and what it said it handed over."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths
        self.said: list[str] = []
        self.spoke = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(paths.database), str(paths.backups)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.kill()

    def kill(self) -> int:
        """Kill it as `kill -9` does; returns the moment, in ns of the machine's clock."""
        moment = time.monotonic_ns()
        self._process.kill()
        self._process.wait()
        self._reader.join()
        return moment

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stdout:
            for line in stdout:
                self.said.append(line)
                self.spoke.set()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kill_costs_at_most_a_second(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    with ExitStack() as stack:
        children = [stack.enter_context(Child(data_paths(tmp_path / str(number)))) for number in range(3)]
        for child in children:
            assert child.spoke.wait(30)
        # One early, in the first commits; the others when there is something older than the promise.
        for child, wait in zip(children, (chance.uniform(0, 0.1), 1.2, chance.uniform(0.01, 0.2)), strict=True):
            time.sleep(wait)
            check(child, child.kill())


def check(child: Child, killed: int) -> None:
    handed_over = [
        tuple(int(part) for part in line.split()) for line in child.said if line.endswith("\n")
    ]  # the last may be half
    old = [number for number, moment in handed_over if killed - moment > PROMISE_SECONDS * 1e9]
    with closing(WorkoutLog.open(child.paths.database, child.paths.backups)) as log:
        found = log.open_session()
    with closing(sqlite3.connect(child.paths.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if found is None:
        assert old == []  # killed before the first commit
        return
    count = len(found.events)
    assert found.events == tuple(Paused(float(number)) for number in range(count))  # none missing, none twice
    assert count > max(old, default=-1)
    # The checkpoint was committed with, or one hand-over around, the events it goes with.
    assert abs(found.checkpoint.at - (count - 1) * 1000) <= 1000
