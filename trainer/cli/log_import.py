"""`trainer log import FILE`: workouts of another program, or of ours, into the log; `--undo` takes them out again."""

import argparse
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from trainer.cli.folder import folder
from trainer.desktop.clock import SystemClock
from trainer.language import ntr, tr
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog

if TYPE_CHECKING:
    from trainer.core.weighing import Weighing
    from trainer.exchange.csv_import import ImportChoices
    from trainer.storage.imports import Imports

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name


UNITS = ("kg", "lb")  # the values of trainer.exchange.set_rows.LoadUnit


def add_import_parser(actions: "Subparsers") -> None:
    """Add the action to those of `trainer log`."""
    parser = actions.add_parser("import", help=tr("workouts from FILE into the log"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, nargs="?", metavar=tr("FILE"))
    what.add_argument("--undo", action="store_true", help=tr("take the last import out of the log again"))
    parser.add_argument("--unit", choices=UNITS, help=tr("of loads, where the file doesn't say; otherwise yours"))
    parser.add_argument(
        "--month-first", action="store_true", default=None, help=tr("read 3/4/2026 as the fourth of March")
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("only say what would come in"))
    parser.add_argument("--data-dir", type=folder, metavar=tr("DIR"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run_import(arguments: argparse.Namespace, paths: DataPaths, out: TextIO, err: TextIO) -> int:
    """Do it and say so on `out`, a problem on `err`. Returns the exit code, 0 or 1."""
    from trainer.exchange.problem import ExchangeError
    from trainer.storage.imports import Imports

    imports = Imports(paths.database, paths.backups)
    try:
        if arguments.undo:
            out.write(_undo(imports))
        else:
            choices = choices_of(paths, arguments.unit, month_first=arguments.month_first)
            _import(imports, arguments.file, choices, out, dry_run=arguments.dry_run)
    except (StorageError, ExchangeError) as error:
        err.write(f"{error.sentence}\n")
        return 1
    return 0


def choices_of(paths: DataPaths, unit: str | None, *, month_first: bool | None) -> "ImportChoices":
    """What the person's preferences and catalogue say of a file that leaves it open."""
    from trainer import resources
    from trainer.core.preferences import WeightUnit
    from trainer.core.weighing import weight_on
    from trainer.exchange.csv_import import ImportChoices
    from trainer.exchange.exercise_names import ExerciseNames
    from trainer.exchange.set_rows import LoadUnit
    from trainer.library.activities import read_activities
    from trainer.library.catalogue import load_catalogue
    from trainer.storage.preferences_file import PreferencesFile

    preferences = PreferencesFile(paths.preferences, paths.backups).load().preferences
    catalogue = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    names = ExerciseNames(catalogue.exercises, read_activities(resources.activities()))
    usual = LoadUnit.KG if preferences.weight_unit is WeightUnit.KG else LoadUnit.LB
    weighings = _weighings(paths)

    def weight(day: date) -> float | None:
        return weight_on(weighings, day) if weighings else preferences.weight_kg

    return ImportChoices(names, usual if unit is None else LoadUnit(unit), month_first, weight)


def _weighings(paths: DataPaths) -> "tuple[Weighing, ...]":
    if not paths.database.exists():
        return ()
    with closing(WorkoutLog.open(paths.database, paths.backups, create=False)) as log:
        return log.weights.all()


def _import(imports: "Imports", file: Path, choices: "ImportChoices", out: TextIO, *, dry_run: bool) -> None:
    from trainer.core.duplicates import sort_out
    from trainer.exchange.import_file import read_import
    from trainer.exchange.import_words import detail_words, found_words, news_words, weighing_words

    incoming = read_import(file, choices)
    found = sort_out(incoming.workouts, imports.logged())
    weighings = imports.new_weighings(incoming.weighings)
    lines = [found_words(incoming), news_words(found), weighing_words(len(weighings)), *detail_words(incoming)]
    if (found.new or weighings) and not dry_run:
        imports.add(found.new, file.name, SystemClock().now(), weighings=weighings)
        said = ntr(
            "{n} workout was added; `trainer log import --undo` takes it out again.",
            "{n} workouts were added; `trainer log import --undo` takes them out again.",
            len(found.new),
        )
        if not found.new:
            said = ntr("{n} weighing was added.", "{n} weighings were added.", len(weighings))
        lines.append(said)
    elif dry_run:
        lines.append(tr("Nothing was written."))
    out.writelines(f"{line}\n" for line in lines if line)


def _undo(imports: "Imports") -> str:
    newest = imports.newest()
    if newest is None:
        raise StorageError(tr("Nothing was imported that could be taken out of the log again."))
    taken = imports.undo(newest.id, SystemClock().now())
    workouts = ntr("{n} workout", "{n} workouts", taken)
    return tr("Taken out of the log: {workouts} of {file}.").format(workouts=workouts, file=newest.file_name) + "\n"
