"""Data folders with something of everything in them, and archives made by hand."""

import hashlib
import io
import json
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.workouts import example_workout
from trainer.paths import DataPaths
from trainer.storage.archive import MANIFEST
from trainer.storage.workout_log import WorkoutLog

NOW = datetime(2026, 1, 9, 8, 0, tzinfo=UTC)
TEXT = b"welcomed = true\n"


def furnish(paths: DataPaths) -> None:
    """A data folder with something of everything."""
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(1))
    paths.preferences.write_bytes(TEXT)
    for folder, name in (
        (paths.routines, "mine, ünï.toml"), (paths.routines, "clip.mp4"), (paths.routines, ".hidden.toml"),
        (paths.routines, "half.toml.12.unfinished"), (paths.exercises, "own.toml"), (paths.drafts, "a.draft.json"),
        (paths.trash, "gone.toml"), (paths.backups, "old.sqlite3"), (paths.cache, "picture.png"),
    ):  # fmt: skip
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())


def spoil(database: Path) -> None:
    """Overwrite the middle of a log, as a dying disk would."""
    content = bytearray(database.read_bytes())
    content[4096 : len(content) - 4096] = b"\xa5" * (len(content) - 8192)
    database.write_bytes(content)


def listing(files: dict[str, bytes], **fields: Any) -> bytes:
    """The manifest of these files."""
    listed = {name: {"bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()} for name, body in files.items()}
    whole = {"program": "trainer", "format": 1, "made": "2026-01-05T07:00:00Z", "version": "0.1.0", "files": listed}
    return json.dumps(whole | fields).encode()


def packed(files: dict[str, bytes], manifest: bytes | None = None, mode: int = 0o600) -> bytes:
    """A zip of these files, and their manifest or another."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in {**files, MANIFEST: listing(files) if manifest is None else manifest}.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (mode if name != MANIFEST else 0o600) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return content.getvalue()
