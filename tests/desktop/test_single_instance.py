"""One program for one data folder, the dead not counted."""

import subprocess
import sys
from pathlib import Path

from trainer.desktop.single_instance import FolderLock

HOLD = """
import sys, time
from pathlib import Path
from trainer.desktop.single_instance import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


def test_the_second_is_told_and_the_dead_do_not_count(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "True"
        assert not FolderLock(tmp_path).take()
        other.kill()
    ours = FolderLock(tmp_path)
    assert ours.take()
    ours.release()
    assert FolderLock(tmp_path).take()


def test_a_folder_that_cannot_be_locked_counts_as_ours(tmp_path: Path) -> None:
    assert FolderLock(tmp_path / "not there").take()
