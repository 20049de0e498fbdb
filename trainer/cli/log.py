"""`trainer log`: the log of workouts on stdout, as a table, JSON or CSV; with an action, into a file and from one."""

import argparse
import os
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, TextIO

from trainer.cli.folder import folder
from trainer.cli.log_export import add_export_parser
from trainer.cli.log_import import add_import_parser
from trainer.core.progress import LoggedWorkout, WorkoutSummary
from trainer.core.weighing import Weighing
from trainer.core.workout import WorkoutState
from trainer.language import ntr, tr
from trainer.paths import data_paths
from trainer.storage.errors import StorageError, explained
from trainer.storage.workout_log import WorkoutLog

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name


def add_log_parser(subparsers: "Subparsers") -> None:
    """Add the subcommand to a parser's."""
    parser = subparsers.add_parser("log", help=tr("print the log of workouts"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=tr("as JSON, with everything that was counted"))
    form.add_argument("--csv", action="store_true", help=tr("as CSV, a row for each workout"))
    parser.add_argument(
        "--data-dir",
        type=folder,
        metavar=tr("DIR"),
        default=argparse.SUPPRESS,  # what stands before the subcommand stays in force
        help=tr("where this log lies, instead of the usual place"),
    )
    actions = parser.add_subparsers(dest="action", metavar=tr("ACTION"))
    add_export_parser(actions)
    add_import_parser(actions)


def run_log(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the log to `out`, a problem to `err`. Returns the exit code. A log not there yet is not begun.

    A folder that was named has to be there; the usual place may not be, before the first workout.
    """
    paths = data_paths(arguments.data_dir)
    if arguments.data_dir is not None and not os.path.isdir(paths.folder):  # noqa: PTH112 - Path.is_dir may raise
        err.write(tr("{folder}: there is no folder here.").format(folder=paths.folder) + "\n")
        return 1
    if arguments.action == "export":
        from trainer.cli.log_export import run_export

        return run_export(arguments, paths, out, err)
    if arguments.action == "import":
        from trainer.cli.log_import import run_import

        return run_import(arguments, paths, out, err)
    try:
        with explained(paths.database):
            begun = paths.database.exists()
        if not begun:
            _print((), (), (), arguments, out)
            return 0
        with closing(WorkoutLog.open(paths.database, paths.backups, create=False)) as log:
            _print(log.all_workouts(), _all_summaries(log), log.weighings(), arguments, out)
    except StorageError as error:
        err.write(f"{error.sentence}\n")
        return 1
    return 0


def _print(
    workouts: Iterable[LoggedWorkout],
    summaries: Iterable[WorkoutSummary],
    weighings: Iterable[Weighing],
    arguments: argparse.Namespace,
    out: TextIO,
) -> None:
    # Imported here: a form not asked for is not loaded.
    if arguments.json:
        from trainer.exchange.json_log import write_json

        write_json(workouts, weighings, out)
    elif arguments.csv:
        from trainer.exchange.csv_log import write_csv

        write_csv(workouts, out)
    else:
        out.writelines(f"{line}\n" for line in _table(tuple(summaries)))


def _all_summaries(log: WorkoutLog) -> Iterable[WorkoutSummary]:
    page = log.newest()
    while page:
        yield from page
        page = log.newest(before=page[-1])


def _table(summaries: tuple[WorkoutSummary, ...]) -> Iterable[str]:
    """Aligned columns, newest first, and what they add up to."""
    if not summaries:
        yield tr("There are no workouts in the log yet.")
        return
    heads = (tr("Date"), tr("Start"), tr("Routine"), tr("Minutes"), tr("kcal"), tr("Moves"), tr("Effort"), tr("Ended"))
    rows = [heads, *(_cells(one) for one in summaries)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield tr("{workouts}, {length}").format(
        workouts=ntr("{n} workout", "{n} workouts", len(summaries)),
        length=_active(sum(one.active_seconds for one in summaries)),
    )


def _active(seconds: float) -> str:
    if 0 < seconds < 60:
        return ntr("{n} active second", "{n} active seconds", min(59, max(1, round(seconds))))
    return ntr("{n} active minute", "{n} active minutes", round(seconds / 60))


def _cells(one: WorkoutSummary) -> tuple[str, ...]:
    return (
        one.local_date.isoformat(),
        one.started.strftime("%H:%M"),
        one.routine_name,
        f"{one.active_seconds / 60:.1f}",
        f"{one.energy.shown_low}–{one.energy.shown_high}",
        tr("{done} of {planned}").format(done=one.steps_done, planned=one.steps_planned),
        "" if one.effort is None else str(one.effort),
        tr("complete") if one.state is WorkoutState.COMPLETE else tr("in part"),
    )
