"""Real disks that are full and real folders that may not be written, met by a process that is not root."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and user numbers as Linux has them")

CHILD = """
import json, os, sys
from contextlib import closing
from pathlib import Path
from tests.workouts import STARTED, example_checkpoint, example_timeline, example_workout, header
from trainer.core.events import Paused
from trainer.core.preferences import Preferences
from trainer.paths import data_paths
from trainer.storage.errors import StorageError
from trainer.storage.journal import SessionJournal
from trainer.storage.preferences_file import PreferencesFile
from trainer.storage.workout_log import WorkoutLog

paths = data_paths(Path(sys.argv[2]))
said = {}

def tried(name, work):
    try:
        said[name] = work()
    except StorageError as error:
        said[name] = error.sentence

def opened():
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        return log.count()

def saved(kg):
    PreferencesFile(paths.preferences, paths.backups).save(Preferences(weight_kg=kg))

if sys.argv[1] == "lost":  # permission, in the middle of a session
    os.seteuid(65534)
    journal = SessionJournal(paths.database, paths.backups, on_trouble=lambda s: said.setdefault("journal", s))
    journal.begin(header(example_workout()), example_timeline())
    journal.append([Paused(0.0)])
    journal.flush(10)
    os.seteuid(0)
    for path in (paths.folder, *paths.folder.iterdir()):
        path.chmod(0o500 if path.is_dir() else 0o400)
    os.seteuid(65534)
    journal.append([Paused(1.0)])
    journal.checkpoint(example_checkpoint(), STARTED)
    said["written"] = journal.flush(10)
    journal.close()
    tried("preferences", lambda: saved(70))
else:
    if os.geteuid() == 0 and sys.argv[1] == "denied":
        os.seteuid(65534)
    tried("log", opened)
    tried("preferences", lambda: saved(70))
    if sys.argv[1] == "full":
        journal = SessionJournal(
            paths.database, paths.backups, on_trouble=lambda s: said.setdefault("journal", s), retry_seconds=0.05
        )
        journal.begin(header(example_workout()), example_timeline())
        journal.append([Paused(float(n)) for n in range(2000)])
        said["written"] = journal.flush(0.5)
        (paths.folder / "ballast").unlink()
        said["later"] = journal.flush(20)
        journal.close()
print(json.dumps(said))
"""


def child(what: str, folder: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, what, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=90,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that anybody reaches."""
    folder = Path(tempfile.mkdtemp(prefix="trainer-hostile-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = os.geteuid() == 0 and shutil.which("mount") is not None
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_full_is_said_and_what_waited_is_written_later(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        file.write(b"\0" * 700_000)
    (small_disk / "preferences.toml").write_text("welcomed = true\n", encoding="utf-8")
    first = child("open", small_disk)
    assert first["log"] == 0  # there was room to begin
    with ballast.open("ab", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096) == 4096:
                pass
        except OSError:
            pass
    before = (small_disk / "preferences.toml").read_bytes()
    said = child("full", small_disk)
    assert "is full; free some space" in str(said["preferences"])
    assert "is full; free some space" in str(said["journal"])
    assert (said["written"], said["later"]) == (False, True)
    assert (small_disk / "preferences.toml").read_bytes() == before


@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="gives the folder to somebody else")
def test_a_folder_that_may_only_be_read(open_to_all: Path) -> None:
    child("open", open_to_all)
    before = {path.name: path.read_bytes() for path in open_to_all.iterdir() if path.is_file()}
    for path in (*open_to_all.iterdir(), open_to_all):
        path.chmod(0o555 if path.is_dir() else 0o444)
    said = child("denied", open_to_all)
    for name in ("log", "preferences"):
        assert "allow writing to it and its folder" in str(said[name])
    assert {path.name: path.read_bytes() for path in open_to_all.iterdir() if path.is_file()} == before


@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="takes the folder from somebody else")
def test_permission_lost_in_mid_session_loses_nothing(open_to_all: Path) -> None:
    folder = open_to_all / "data"
    folder.mkdir()
    os.chown(folder, NOBODY, NOBODY)
    said = child("lost", folder)
    assert said["written"] is True  # the log was open, and stays so
    assert "journal" not in said
    assert "allow writing to it and its folder" in str(said["preferences"])
    assert child("open", folder)["log"] == 0
