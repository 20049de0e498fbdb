"""`trainer backup create FILE` and `trainer backup restore FILE`: everything into one file, and back."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from trainer.cli.folder import folder
from trainer.desktop.clock import SystemClock
from trainer.desktop.folder_holder import holder_of
from trainer.language import ntr, tr
from trainer.paths import DataPaths, data_paths
from trainer.storage.archive import Manifest
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import StorageError, explained
from trainer.storage.restoring import finish_restore, prepare_restore

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name


def add_backup_parser(subparsers: "Subparsers") -> None:
    """Add the subcommand to a parser's."""
    parser = subparsers.add_parser("backup", help=tr("put everything into one file, or take it back from one"))
    actions = parser.add_subparsers(dest="action", metavar=tr("ACTION"), required=True)
    create = actions.add_parser("create", help=tr("log, routines and preferences into FILE, which must not be there"))
    create.add_argument("--no-media", action="store_true", help=tr("leave pictures and clips of routines out"))
    restore = actions.add_parser("restore", help=tr("the state in FILE; what is here now is backed up first"))
    for action in (create, restore):
        action.add_argument("file", type=Path, metavar=tr("FILE"))
        action.add_argument(
            "--data-dir",
            type=folder,
            metavar=tr("DIR"),
            default=argparse.SUPPRESS,  # what stands before the subcommand stays in force
            help=tr("where everything lies, instead of the usual place"),
        )


def run_backup(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Do it and say so on `out`, a problem on `err`. Returns the exit code, 0 or 1."""
    paths = data_paths(arguments.data_dir)
    now = SystemClock().now()
    try:
        finish_restore(paths)  # one that was cut off: what is here is half of two states until then
        if arguments.action == "create":
            out.write(_create(paths, arguments.file, now, media=not arguments.no_media))
        else:
            out.write(_restore(paths, arguments.file, now))
    except StorageError as error:
        err.write(f"{error.sentence}\n")
        return 1
    return 0


def _create(paths: DataPaths, file: Path, now: datetime, *, media: bool) -> str:
    with explained(file):
        if file.exists():
            raise StorageError(tr("{file} is there already; name another file.").format(file=file))
        if not paths.folder.is_dir():
            raise StorageError(tr("{folder}: there is no folder here.").format(folder=paths.folder))
    manifest = write_archive(paths, file, now, media=media)
    return tr("{contents} in {file}.").format(contents=contents(manifest), file=file) + "\n"


def _restore(paths: DataPaths, file: Path, now: datetime) -> str:
    holder = holder_of(paths.folder)
    if holder is not None:
        said = tr("Trainer is open with {folder} on the computer {host}; close it there, then restore.")
        raise StorageError(said.format(folder=paths.folder, host=holder.host))
    manifest, kept = prepare_restore(paths, file, now)
    finish_restore(paths)
    return (
        tr("Restored {contents}. What was here before is in {kept}.").format(contents=contents(manifest), kept=kept)
        + "\n"
    )


def contents(manifest: Manifest) -> str:
    """What a backup holds, in words."""
    workouts = ntr("{n} workout", "{n} workouts", manifest.workouts)
    routines = ntr("{n} routine of your own", "{n} routines of your own", manifest.routines)
    if manifest.last_workout is None:
        return tr("{workouts}, {routines}").format(workouts=workouts, routines=routines)
    return tr("{workouts} until {date}, {routines}").format(
        workouts=workouts, routines=routines, date=manifest.last_workout.isoformat()
    )
