"""Backups that make themselves: one a day for seven days, before that one a week for four weeks."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.paths import DataPaths
from trainer.storage.archive import Manifest
from trainer.storage.archive_reader import opened_archive
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import StorageError, explained
from trainer.storage.snapshot import never

DAILY = 7
WEEKLY = 4

_NAME = re.compile(r"trainer-(\d{4}-\d\d-\d\d)\.zip")
_LEFT_OVER = "*.unfinished*"


class Backup(Struct, frozen=True):
    """A backup that is there, and what it says of itself."""

    path: Path
    manifest: Manifest


def made_by_itself(backups: Path) -> dict[date, Path]:
    """The rotating backups by the day they were made on, newest first."""
    found: dict[date, Path] = {}
    for path in backups.glob("trainer-*.zip"):
        match = _NAME.fullmatch(path.name)
        if match is not None:
            try:
                found[date.fromisoformat(match[1])] = path
            except ValueError:  # a thirtieth of February: none of ours
                continue
    return dict(sorted(found.items(), reverse=True))


def kept(days: Iterable[date], today: date) -> set[date]:
    """Of the days with a backup those that stay: the newest DAILY, and of the WEEKLY weeks before the newest of each.

    Days after today, of a clock that was wrong, are counted among themselves, so that they push nothing out.
    """
    stay: set[date] = set()
    every = sorted(set(days), reverse=True)
    for group in ([day for day in every if day <= today], [day for day in every if day > today]):
        daily, older = group[:DAILY], group[DAILY:]
        weeks = {_week(day) for day in daily}
        weekly: dict[date, date] = {}
        for day in older:
            if _week(day) not in weeks:
                weekly.setdefault(_week(day), day)
        stay.update(daily, list(weekly.values())[:WEEKLY])
    return stay


def is_due(backups: Path, today: date) -> bool:
    """Whether today has no backup yet."""
    return today not in made_by_itself(backups)


def make_rotating(paths: DataPaths, now: datetime, today: date, *, cancelled: Callable[[], bool] = never) -> Manifest:
    """Make or renew today's backup, without pictures and clips, then let the old ones go that are not to be kept.

    The first of a week checks the log thoroughly. A log that is not whole is not backed up, and nothing is deleted.

    Raises:
        StorageError: see write_archive; DamagedError: the log is not whole; CancelledError.
    """
    with explained(paths.backups):
        before = made_by_itself(paths.backups)
        _sweep(paths.backups)
    first_of_week = not any(_week(day) == _week(today) for day in before)
    path = paths.backups / f"trainer-{today.isoformat()}.zip"
    manifest = write_archive(paths, path, now, media=False, thorough=first_of_week, cancelled=cancelled)
    with explained(paths.backups):
        there = made_by_itself(paths.backups)
        stay = kept(there, today)
        for day, old in there.items():
            if day not in stay:
                old.unlink(missing_ok=True)
    return manifest


def newest_good(backups: Path) -> Backup | None:
    """The newest backup, rotating or made before a restore or by hand into this folder, that reads well."""
    return next(iter(good_backups(backups, 1)), None)


def good_backups(backups: Path, most: int) -> list[Backup]:
    """At most that many of the backups whose contents tables read well, newest first."""
    try:
        places = sorted(backups.glob("*.zip"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    except OSError:
        return []
    found: list[Backup] = []
    for place in places[:100]:
        try:
            with opened_archive(place) as opened:
                found.append(Backup(place, opened.manifest))
        except (StorageError, msgspec.MsgspecError):
            continue
    found.sort(key=lambda one: one.manifest.made, reverse=True)
    return found[:most]


def _week(day: date) -> date:
    """The Monday of a day's week: to keep one of each week, which day begins it does not matter."""
    return day - timedelta(days=day.weekday())


def _sweep(backups: Path) -> None:
    """Take away what a kill left half made."""
    for path in backups.glob(_LEFT_OVER):
        path.unlink(missing_ok=True)
