"""How backups are worded: when each was made, and what it holds."""

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, QLocale

from trainer.language import ntr, tr
from trainer.storage.archive import Manifest
from trainer.storage.rotation import Backup
from trainer.ui.widgets.backup_rows import BackupOffer


def when(made: datetime, now: datetime, offset: timedelta) -> str:
    """Today, 07:12; Yesterday, 07:12; else the date, as the locale writes it, and the time. Local by `offset`."""
    local, today = made + offset, (now + offset).date()
    clock = local.strftime("%H:%M")
    if local.date() == today:
        return tr("Today, {time}").format(time=clock)
    if local.date() == today - timedelta(days=1):
        return tr("Yesterday, {time}").format(time=clock)
    return tr("{date}, {time}").format(date=day_words(local.date()), time=clock)


def day_words(day: date) -> str:
    """5 January 2026, as the locale writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))


def holds(manifest: Manifest) -> str:
    """61 workouts until 4 January 2026, 3 routines of your own."""
    words = [workouts_until(manifest.workouts, manifest.last_workout)]
    if manifest.routines:
        words.append(ntr("{n} routine of your own", "{n} routines of your own", manifest.routines))
    return ", ".join(words)


def workouts_until(workouts: int, last: date | None) -> str:
    """61 workouts until 4 January 2026."""
    counted = ntr("{n} workout", "{n} workouts", workouts)
    return counted if last is None else tr("{workouts} until {day}").format(workouts=counted, day=day_words(last))


def offer(backup: Backup, now: datetime, offset: timedelta) -> BackupOffer:
    """A backup to choose."""
    title = when(backup.manifest.made, now, offset)
    if backup.path.name.startswith("before-restore"):
        title = tr("{when}, before a restore").format(when=title)
    return BackupOffer(str(backup.path), title, holds(backup.manifest))


def proposed(folder: Path, today: date) -> str:
    """A name for a backup made by hand."""
    return str(folder / tr("Trainer backup {date}.zip").format(date=today.isoformat()))
