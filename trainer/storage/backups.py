"""Copies of a person's files, kept in the folder of backups before anything changes them."""

from pathlib import Path


def backup_name(original: Path, why: str, backups: Path) -> str:
    """A name not yet taken in `backups`: "workouts-schema-1.sqlite3", then "workouts-schema-1-2.sqlite3"."""
    name = f"{original.stem}-{why}{original.suffix}"
    count = 1
    while (backups / name).exists():
        count += 1
        name = f"{original.stem}-{why}-{count}{original.suffix}"
    return name
