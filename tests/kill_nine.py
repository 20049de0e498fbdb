"""kill -9 at random moments of sessions, edits, imports, migrations and restores.

    python -m tests.kill_nine [KILLS] [SEED]

Each kill ends a process of its own in the middle of one activity. Then every file must be whole, old or new, and of a
session every event that was handed over more than a second before must be there. What a kill leaves behind is what a
person's next start would find: it is read by the program's own means.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import structs

from tests.workouts import STARTED, example_checkpoint, example_timeline, example_workout, header
from trainer import resources
from trainer.core.events import Paused
from trainer.core.preferences import Preferences
from trainer.library.catalogue import load_catalogue
from trainer.library.drafts import Draft, keep_draft, kept_drafts
from trainer.library.routine_writer import save_routine
from trainer.paths import DataPaths, data_paths
from trainer.storage.archive_writer import write_archive
from trainer.storage.imports import Imports
from trainer.storage.journal import SessionJournal
from trainer.storage.preferences_file import PreferencesFile
from trainer.storage.restoring import finish_restore, prepare_restore
from trainer.storage.workout_log import WorkoutLog

ROOT = Path(__file__).parents[1]
OLD_LOG = ROOT / "tests" / "data" / "workouts-schema-1.sqlite3"
PROMISE_SECONDS = 1.0
LONGEST_WAIT = 1.8  # seconds from the first thing done to the kill
IN_ONE_SESSION, IN_ONE_IMPORT, OLD_LOGS = 120, 15, 40
SHIPPED = "upper-and-lower-back"
NOW = datetime(2026, 1, 9, 8, tzinfo=UTC)

Said = list[tuple[str, int, int]]  # a word, a number, the machine's monotonic clock in ns


# what is done, in the process that is killed


def tell_line(line: str) -> None:
    """On stdout, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def say(word: str, number: int) -> None:
    tell_line(f"{word} {number} {time.monotonic_ns()}")


def sessions(paths: DataPaths) -> None:
    journal = SessionJournal(paths.database, paths.backups, on_trouble=tell_line)
    for number in itertools.count():
        session, event = divmod(number, IN_ONE_SESSION)
        workout = example_workout(session + 1)
        if event == 0:
            journal.begin(header(workout), example_timeline())
        journal.append([Paused(float(event))])
        journal.checkpoint(example_checkpoint(event / 1000), STARTED + timedelta(milliseconds=number))
        say("event", number)
        if event == IN_ONE_SESSION - 1:
            journal.finish(workout)
            say("finished", session)
        time.sleep(0.003)


def edits(paths: DataPaths) -> None:
    catalogue = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    routine = next(entry.routine for entry in catalogue.routines if entry.routine.id == SHIPPED)
    file = PreferencesFile(paths.preferences, paths.backups)
    for number in itertools.count(1):
        changed = structs.replace(routine, id="mine", name=f"Mine {number}")
        say("begun", number)
        file.save(Preferences(weight_kg=40 + number % 200))
        keep_draft(paths.drafts, Draft(changed))
        save_routine(changed, paths.routines / "mine.toml", catalogue.exercises)
        say("done", number)


def imports(paths: DataPaths) -> None:
    for number in itertools.count():
        first = 1 + number * IN_ONE_IMPORT
        workouts = [example_workout(each) for each in range(first, first + IN_ONE_IMPORT)]
        say("begun", number)
        Imports(paths.database, paths.backups).add(workouts, "strong.csv", NOW)
        say("done", number)


def migrations(paths: DataPaths) -> None:
    for number in range(OLD_LOGS):
        one = data_paths(paths.folder / str(number))
        say("begun", number)
        WorkoutLog.open(one.database, one.backups).close()
        say("done", number)
    time.sleep(60)


def restores(paths: DataPaths) -> None:
    for number in itertools.count():
        say("begun", number)
        prepare_restore(paths, paths.folder.parent / f"{number % 2}.zip", NOW)
        finish_restore(paths)
        say("done", number)


# what must hold afterwards, for somebody who starts the program again


def whole(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        assert found == "ok", f"{database}: {found}"


def check_sessions(paths: DataPaths, said: Said, killed: int) -> None:
    old = [(word, number) for word, number, moment in said if killed - moment > PROMISE_SECONDS * 1e9]
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        finished = log.count()
        found = log.open_session()
        recordings = [log.recording(logged.workout.id) for logged in log.all_workouts()]
    assert finished >= sum(word == "finished" for word, _ in old)
    for recording in recordings:
        assert recording is not None
        assert recording.events == tuple(Paused(float(number)) for number in range(IN_ONE_SESSION))
    events = () if found is None else found.events
    assert events == tuple(Paused(float(number)) for number in range(len(events)))  # none missing, none twice
    there = finished * IN_ONE_SESSION + len(events)
    assert there > max((number for word, number in old if word == "event"), default=-1)
    whole(paths.database)


def check_edits(paths: DataPaths, said: Said, _killed: int) -> None:
    done = max((number for word, number, _ in said if word == "done"), default=0)
    allowed = {done, done + 1}
    loaded = PreferencesFile(paths.preferences, paths.backups).load()
    assert loaded.problems == ()
    if paths.preferences.exists():
        assert loaded.preferences.weight_kg in {40 + number % 200 for number in allowed}
    names = {f"Mine {number}" for number in allowed}
    assert {draft.routine.name for draft in kept_drafts(paths.drafts)} <= names
    catalogue = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    own = [entry.routine for entry in catalogue.routines if entry.routine.id == "mine"]
    assert len(own) == int((paths.routines / "mine.toml").exists())  # a file that is there can be read
    assert {routine.name for routine in own} <= names
    if done:
        assert own


def check_imports(paths: DataPaths, said: Said, _killed: int) -> None:
    done = sum(word == "done" for word, _, _ in said)
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert log.count() in {done * IN_ONE_IMPORT, (done + 1) * IN_ONE_IMPORT}
    whole(paths.database)


def check_migrations(paths: DataPaths, said: Said, _killed: int) -> None:
    with closing(sqlite3.connect(f"{OLD_LOG.as_uri()}?mode=ro&immutable=1", uri=True)) as old:
        workouts = old.execute("SELECT uuid FROM workout ORDER BY uuid").fetchall()
    for number in {number for _, number, _ in said}:
        one = data_paths(paths.folder / str(number))
        WorkoutLog.open(one.database, one.backups).close()
        with closing(sqlite3.connect(one.database)) as connection:
            assert connection.execute("SELECT uuid FROM workout ORDER BY uuid").fetchall() == workouts
        whole(one.database)
        for copy in one.backups.glob("*.sqlite3"):  # one that bears its name is whole
            whole(copy)


def check_restores(paths: DataPaths, said: Said, _killed: int) -> None:
    del said
    finish_restore(paths)
    loaded = PreferencesFile(paths.preferences, paths.backups).load()
    assert loaded.problems == ()
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert loaded.preferences.weight_kg == 50 + log.count()  # both of one state
    whole(paths.database)


def prepare(activity: str, paths: DataPaths) -> None:
    """What has to be there before."""
    paths.folder.mkdir(parents=True)
    if activity == "migrations":
        for number in range(OLD_LOGS):
            one = data_paths(paths.folder / str(number))
            one.folder.mkdir()
            one.database.write_bytes(OLD_LOG.read_bytes())
    if activity == "restores":
        for number in range(2):
            with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
                log.add(example_workout(number + 1))
            PreferencesFile(paths.preferences, paths.backups).save(Preferences(weight_kg=51 + number))
            write_archive(paths, paths.folder.parent / f"{number}.zip", NOW)


ACTIVITIES: dict[str, tuple[Callable[[DataPaths], None], Callable[[DataPaths, Said, int], None]]] = {
    "sessions": (sessions, check_sessions),
    "edits": (edits, check_edits),
    "imports": (imports, check_imports),
    "migrations": (migrations, check_migrations),
    "restores": (restores, check_restores),
}


def kill_once(activity: str, folder: Path, wait: float) -> int:
    """Begin the activity, kill it `wait` seconds after it first spoke, check what is left. Returns what was done."""
    paths = data_paths(folder / "data")
    prepare(activity, paths)
    said: Said = []
    spoke = threading.Event()
    command = [sys.executable, "-m", "tests.kill_nine", "--do", activity, str(paths.folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        stdout = process.stdout

        def listen() -> None:
            for line in stdout:
                words = line.split()
                if line.endswith("\n") and len(words) == 3:  # the last may be half
                    said.append((words[0], int(words[1]), int(words[2])))
                spoke.set()
            spoke.set()

        reader = threading.Thread(target=listen)
        reader.start()
        try:
            spoke.wait(60)
            time.sleep(wait)
        finally:
            killed = time.monotonic_ns()
            process.kill()
            process.wait()
            reader.join()
    assert process.returncode < 0 or sys.platform == "win32", f"{activity} ended by itself: {process.returncode}"
    ACTIVITIES[activity][1](paths, said, killed)
    return len(said)


def kill(kills: int, seed: int, tell: Callable[[str], None] = lambda _line: None) -> int:
    """Kill that often, the activities in turn; returns how many were survived. What was not is told."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    survived = 0
    for number, activity in zip(range(kills), itertools.cycle(ACTIVITIES), strict=False):
        wait = chance.uniform(0, LONGEST_WAIT)
        with tempfile.TemporaryDirectory(prefix="kill-nine-") as folder:
            try:
                done = kill_once(activity, Path(folder), wait)
            except Exception as error:  # noqa: BLE001 - whatever it is, this kill was not survived
                tell(f"{number + 1}: {activity}, killed after {wait:.3f} s: {error!r}")
                continue
        survived += 1
        tell(f"{number + 1}: {activity}, killed after {wait:.3f} s and {done} lines: all whole")
    return survived


def main(argv: list[str]) -> int:
    if argv[:1] == ["--do"]:
        ACTIVITIES[argv[1]][0](data_paths(Path(argv[2])))
        return 0
    kills, seed = (int(argv[0]) if argv else 200), (int(argv[1]) if len(argv) > 1 else 1)
    survived = kill(kills, seed, tell_line)
    tell_line(f"{survived} of {kills} kills survived (seed {seed}).")
    return int(survived != kills)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
