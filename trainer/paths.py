"""Where a run of the program keeps what it writes. Nothing is made here, only named."""

import sys
from pathlib import Path

from msgspec import Struct


class DataPaths(Struct, frozen=True):
    """Every file and folder one run writes, as absolute paths; whoever writes one makes its folder."""

    folder: Path  # what a person backs up: all below but the cache and the program's log
    preferences: Path
    routines: Path
    drafts: Path  # routines as they stand in the editor, not saved yet
    trash: Path  # routine files thrown away, until they are restored or deleted for good
    exercises: Path
    backups: Path
    database: Path
    cache: Path
    log: Path


def data_paths(data_dir: Path | None = None) -> DataPaths:
    """The system's usual places for this person, or everything below `data_dir` (`--data-dir`)."""
    if data_dir is not None:
        folder = data_dir.expanduser().absolute()
        return _below(folder, cache=folder / "cache", log=folder / "trainer.log")

    # Imported here: a run with --data-dir and most tests do without.
    from platformdirs import PlatformDirs

    name = "Trainer" if sys.platform in {"win32", "darwin"} else "trainer"
    places = PlatformDirs(name, appauthor=False)
    return _below(places.user_data_path, cache=places.user_cache_path, log=places.user_log_path / "trainer.log")


def _below(folder: Path, *, cache: Path, log: Path) -> DataPaths:
    return DataPaths(
        folder=folder,
        preferences=folder / "preferences.toml",
        routines=folder / "routines",
        drafts=folder / "drafts",
        trash=folder / "trash",
        exercises=folder / "exercises",
        backups=folder / "backups",
        database=folder / "workouts.sqlite3",
        cache=cache,
        log=log,
    )
