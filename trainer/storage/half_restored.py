"""Where a restore that was cut off is recognised: apart, since every launch looks there, and needs no SQLite for it."""

from pathlib import Path


def half_restored(folder: Path) -> Path:
    """Where a backup lies ready to be put in place; while that folder is there, nothing else may open the log."""
    return folder / "restoring"
