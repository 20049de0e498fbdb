"""`trainer log export FILE`: workouts into a file of another program's format."""

import argparse
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from trainer.cli.folder import folder
from trainer.language import ntr, tr
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog

if TYPE_CHECKING:
    from trainer.exchange.calendar_log import WeeklyRoutine
    from trainer.exchange.export import Exported, ExportRequest

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name

FORMATS = ("csv", "json", "fit", "tcx", "ics")  # the values of trainer.exchange.export.ExportFormat


def add_export_parser(actions: "Subparsers") -> None:
    """Add the action to those of `trainer log`."""
    parser = actions.add_parser("export", help=tr("workouts into FILE, for other programs"))
    parser.add_argument("file", type=Path, metavar=tr("FILE"))
    parser.add_argument(
        "--format", choices=FORMATS, help=tr("the form; without it, what FILE ends in (.zip: FIT, a file a workout)")
    )
    parser.add_argument("--from", dest="first", type=_day, metavar=tr("DAY"), help=tr("the first day, as 2026-01-31"))
    parser.add_argument("--to", dest="last", type=_day, metavar=tr("DAY"), help=tr("the last day"))
    parser.add_argument("--no-plan", action="store_true", help=tr("leave the week plan out of a calendar"))
    parser.add_argument("--force", action="store_true", help=tr("write over FILE if it is there"))
    parser.add_argument("--data-dir", type=folder, metavar=tr("DIR"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run_export(arguments: argparse.Namespace, paths: DataPaths, out: TextIO, err: TextIO) -> int:
    """Write the file and say so on `out`, a problem on `err`. Returns the exit code, 0 or 1."""
    from trainer.exchange.export import ExportFormat, ExportRequest, export_log, format_of
    from trainer.exchange.problem import ExchangeError

    wanted = ExportFormat(arguments.format) if arguments.format else format_of(arguments.file)
    if wanted is None:
        said = tr("{file} does not end in .csv, .json, .fit, .zip, .tcx or .ics; say which with --format.")
        err.write(said.format(file=arguments.file) + "\n")
        return 1
    plan: tuple[WeeklyRoutine, ...] = ()
    if wanted is ExportFormat.ICS and not arguments.no_plan:
        plan = planned(paths)
    request = ExportRequest(wanted, arguments.file, arguments.first, arguments.last, arguments.force, plan)
    try:
        with closing(WorkoutLog.open(paths.database, paths.backups, create=False)) as log:
            exported = export_log(log, request)
    except (StorageError, ExchangeError) as error:
        err.write(f"{error.sentence}\n")
        return 1
    out.writelines(f"{line}\n" for line in _told(request, exported))
    return 0


def planned(paths: DataPaths) -> "tuple[WeeklyRoutine, ...]":
    """The week plan from today on, by its routines' names."""
    from trainer import resources
    from trainer.desktop.clock import SystemClock
    from trainer.exchange.calendar_log import weekly_routines
    from trainer.library.catalogue import load_catalogue
    from trainer.storage.preferences_file import PreferencesFile

    preferences = PreferencesFile(paths.preferences, paths.backups).load().preferences
    if not preferences.week_plan:
        return ()
    catalogue = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    names = {entry.routine.id: entry.routine.name for entry in catalogue.routines}
    clock = SystemClock()
    return weekly_routines(preferences.week_plan, names, (clock.now() + clock.utc_offset()).date())


def _told(request: "ExportRequest", exported: "Exported") -> list[str]:
    workouts = ntr("{n} workout", "{n} workouts", exported.workouts)
    if exported.planned:
        planned = ntr("{n} planned routine", "{n} planned routines", exported.planned)
        lines = [tr("{workouts}, {planned} in {file}.").format(workouts=workouts, planned=planned, file=request.path)]
    else:
        lines = [tr("{workouts} in {file}.").format(workouts=workouts, file=request.path)]
    if exported.left_out:
        said = ntr(
            "{n} workout from before July 1998 was left out: FIT has no date for it.",
            "{n} workouts from before July 1998 were left out: FIT has no date for them.",
            exported.left_out,
        )
        lines.append(said)
    return lines


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = tr("{text} is no day; it must be written as 2026-01-31")
        raise argparse.ArgumentTypeError(said.format(text=ascii(text))) from None
