"""`trainer routine list|show|cues|schema|check|import`: the routines on stdout, problems with them on stderr."""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from trainer import resources
from trainer.cli.folder import folder
from trainer.cli.routine_import import add_import_parser, run_import
from trainer.core.cue_lines import Verbosity
from trainer.core.routine import Routine
from trainer.core.timeline import PhaseKind, PlannedBlock, PlannedStep, Timeline, compile_timeline
from trainer.language import ntr, tr
from trainer.library.catalogue import Catalogue, RoutineEntry, id_taken, load_catalogue, open_routine
from trainer.library.problem import LibraryError
from trainer.paths import data_paths

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name


def add_routine_parser(subparsers: "Subparsers") -> None:
    """Add the subcommand to a parser's."""
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument(
        "--data-dir",
        type=folder,
        metavar=tr("DIR"),
        default=argparse.SUPPRESS,  # what stands before the subcommand stays in force
        help=tr("where your own routines lie, instead of the usual place"),
    )
    parser = subparsers.add_parser("routine", help=tr("list, show, hear, check or take in routines"))
    actions = parser.add_subparsers(dest="action", metavar=tr("ACTION"), required=True)

    listing = actions.add_parser("list", parents=[everywhere], help=tr("name every routine"))
    listing.add_argument("--exercises", action="store_true", help=tr("name the exercises a routine can use instead"))
    showing = actions.add_parser("show", parents=[everywhere], help=tr("print a routine step by step"))
    showing.add_argument("routine_name", metavar=tr("ID|FILE"))
    coaching = actions.add_parser("cues", parents=[everywhere], help=tr("print what is heard and shown, and when"))
    coaching.add_argument("routine_name", metavar=tr("ID|FILE"))
    coaching.add_argument(
        "--heard",
        choices=[verbosity.value for verbosity in Verbosity],
        default=Verbosity.FULL.value,
        help=tr("everything, names and sides alone, tones alone, or nothing"),
    )
    actions.add_parser("schema", parents=[everywhere], help=tr("print the format of routine files as a JSON Schema"))
    checking = actions.add_parser("check", parents=[everywhere], help=tr("say what is wrong with routine files"))
    checking.add_argument("files", metavar=tr("FILE"), nargs="+", type=Path)
    add_import_parser(actions, everywhere)


def run_routine(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Do what was asked; data to `out`, a sentence for each problem to `err`. Returns the exit code, 0 or 1."""
    if arguments.action == "schema":
        from trainer.library.routine_schema import routine_schema

        out.write(json.dumps(routine_schema(), indent=2) + "\n")
        return 0
    paths = data_paths(arguments.data_dir)
    catalogue = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    action: str = arguments.action
    if action == "list":
        out.writelines(f"{line}\n" for line in (_exercise_lines if arguments.exercises else _routine_lines)(catalogue))
        err.writelines(f"{problem.sentence}\n" for problem in catalogue.problems)
        return 1 if catalogue.problems else 0
    if action == "check":
        return max(_check(path, catalogue, out, err) for path in arguments.files)
    try:
        if action == "show":
            routine = open_routine(arguments.routine_name, catalogue).routine
            out.writelines(f"{line}\n" for line in _shown(routine, catalogue))
        elif action == "cues":
            from trainer.cli.cues import cue_rows

            routine = open_routine(arguments.routine_name, catalogue).routine
            rows = cue_rows(routine, catalogue, Verbosity(arguments.heard))
            out.writelines(f"{line}\n" for line in _aligned(rows))
        else:
            run_import(arguments, paths, catalogue, out)
    except LibraryError as error:
        err.write(f"{error}\n")
        return 1
    return 0


def _check(path: Path, catalogue: Catalogue, out: TextIO, err: TextIO) -> int:
    from trainer.library.problem import printable
    from trainer.library.routine_file import read_routine

    try:
        routine = read_routine(path, catalogue.exercises)
    except LibraryError as error:
        err.write(f"{error}\n")
        return 1
    taken = catalogue.routine(routine.id)
    if taken is not None and not taken.path.samefile(path):
        err.write(f"{id_taken(RoutineEntry(routine, path, shipped=False), taken).sentence}\n")
        return 1
    timeline = compile_timeline(routine, catalogue.exercises)
    fine = tr("{file}: {name}, {length}, all well")
    length = _clock(timeline.expected_seconds)
    out.write(fine.format(file=printable(path.name), name=routine.name, length=length) + "\n")
    return 0


def _routine_lines(catalogue: Catalogue) -> Iterator[str]:
    rows = []
    for entry in catalogue.routines:
        timeline = compile_timeline(entry.routine, catalogue.exercises)
        optional = {block.name for block in entry.routine.blocks if block.optional}
        main = sum(_step_seconds(timeline, s) for s in timeline.steps if timeline.blocks[s.block].name not in optional)
        main_time = tr("{time} main").format(time=_clock(main))
        in_all = tr("{time} in all").format(time=_clock(timeline.expected_seconds))
        own = "" if entry.shipped else tr("your own")
        rows.append((entry.routine.id, main_time, in_all, entry.routine.name, own))
    return _aligned(rows)


def _exercise_lines(catalogue: Catalogue) -> Iterator[str]:
    return _aligned(
        [
            (exercise.id, exercise.name, ", ".join(variant.id for variant in exercise.variants))
            for exercise in catalogue.exercises.values()
        ]
    )


def _shown(routine: Routine, catalogue: Catalogue) -> Iterator[str]:
    timeline = compile_timeline(routine, catalogue.exercises)
    yield tr("{name} ({id})").format(name=routine.name, id=routine.id)
    if routine.subtitle:
        yield routine.subtitle
    yield tr("{time} in all").format(time=_clock(timeline.expected_seconds))
    if routine.overview:
        yield ""
        yield from routine.overview.strip().splitlines()
    claim = routine.claim
    if claim is not None and claim.kcal_low is not None and claim.kcal_high is not None:
        yield tr("Claimed by {source}: {low}–{high} kcal.").format(
            source=claim.source, low=claim.kcal_low, high=claim.kcal_high
        )
    if routine.allocation:
        yield routine.allocation
    for number, block in enumerate(timeline.blocks):
        steps = [step for step in timeline.steps if step.block == number]
        yield ""
        yield _block_line(block, sum(_step_seconds(timeline, step) for step in steps))
        yield from (f"  {line}" for line in _aligned(_step_row(timeline, step) for step in steps if step.round == 0))


def _block_line(block: PlannedBlock, seconds: float) -> str:
    if block.rounds == 1:
        return tr("{block}, {time}").format(block=block.name, time=_clock(seconds))
    rounds = ntr("{n} round", "{n} rounds", block.rounds)
    return tr("{block}, {time}, {rounds}").format(block=block.name, time=_clock(seconds), rounds=rounds)


def _step_row(timeline: Timeline, step: PlannedStep) -> tuple[str, ...]:
    """Name with its form, work, and the time to get set before it."""
    form = step.ladder[step.rung].name
    name = tr("{exercise}, {form}").format(exercise=step.name, form=form) if form else step.name
    phases = timeline.phases_of(step.index)
    sides = sum(phase.kind is PhaseKind.WORK for phase in phases)
    if step.seconds is not None:
        work = tr("{n} s").format(n=round(step.seconds))
    elif step.reps is not None:
        work = ntr("{n} time", "{n} times", step.reps)
    else:
        work = tr("open-ended")
    if sides == 2:
        work = tr("{work} each side").format(work=work)
    set_up = sum(phase.seconds or 0 for phase in phases if phase.kind in {PhaseKind.REST, PhaseKind.GET_READY})
    return name, work, tr("{n} s to get set").format(n=round(set_up)) if set_up else ""


def _step_seconds(timeline: Timeline, step: PlannedStep) -> float:
    return sum(timeline.expected(phase) for phase in timeline.phases_of(step.index))


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    rows = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _clock(seconds: float) -> str:
    """Minutes and seconds, "25:00"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
