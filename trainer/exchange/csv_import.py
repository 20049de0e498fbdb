"""CSV of Strong, Hevy and FitNotes read: rows into sets, sets into workouts, and what was not understood told."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from msgspec import Struct

from trainer.core.workout import Workout
from trainer.exchange.csv_dialects import Dialect, FlawError, Reading, dialect_of
from trainer.exchange.csv_table import CsvTable
from trainer.exchange.exercise_names import ExerciseNames
from trainer.exchange.incoming import MOST_SENTENCES, ImportKind, Incoming
from trainer.exchange.moments import ambiguous, month_first
from trainer.exchange.plausible import flaw_of
from trainer.exchange.problem import ExchangeError, Watch, unwatched
from trainer.exchange.set_rows import LoadUnit, Local, SetRow
from trainer.exchange.set_workouts import workout_of
from trainer.language import tr

MOST_SETS = 2_000  # of one workout
MOST_WORKOUTS = 200_000
ROWS_FOR_DATES = 10_000  # looked through for a day beyond the twelfth


class ImportChoices(Struct, frozen=True):
    """What a file may leave open, and what of the person is needed. `month_first` None: by the file, else the day."""

    names: ExerciseNames
    unit: LoadUnit = LoadUnit.KG
    month_first: bool | None = None
    weight_on: Callable[[date], float | None] = lambda _day: None  # what the person weighed then, in kg
    local: Local = datetime.astimezone  # a local time without offset -> with the one in force then and there


def read_csv(content: bytes, path: Path, choices: ImportChoices, watch: Watch = unwatched) -> Incoming:
    """The workouts of a file.

    Raises:
        ExchangeError: it is no text, or its columns are nobody's that is known here.
        StoppedError: `watch` raised it.
    """
    table = CsvTable(content, path)
    dialect = dialect_of(table)
    if dialect is None:
        raise ExchangeError(
            tr(
                "{file} is none of the files Trainer reads: its own JSON, or the CSV of Strong, Hevy or FitNotes, "
                "whose first line names their columns (such as Date, Workout Name, Exercise Name)."
            ).format(file=path)
        )
    return _Reader(table, dialect, path, choices).read(watch)


class _Reader:
    """Reads one file, gathering what is to be told."""

    def __init__(self, table: CsvTable, dialect: Dialect, path: Path, choices: ImportChoices) -> None:
        self._table, self._dialect, self._path, self._choices = table, dialect, path, choices
        self._problems: list[str] = []
        self._more = 0
        self._dates_open = False
        self._found: dict[str, str | None] = {}

    def read(self, watch: Watch) -> Incoming:
        names, assumed = self._choices.names, []
        reading, told = self._reading()
        assumed += told
        groups: dict[object, list[SetRow]] = {}
        for row in self._table.rows(self._dialect.checks, self._dialect.joinable, self._known):
            watch(min(row.line, self._table.lines), self._table.lines)
            if row.flaw:
                self._tell(row.line, row.flaw)
                continue
            try:
                one = self._dialect.read(row, reading)
            except FlawError as flaw:
                self._tell(row.line, str(flaw))
                continue
            if one is None:
                continue
            if one.empty and not one.rest:
                self._tell(row.line, tr("it has no repetitions, no time and no distance"))
                continue
            groups.setdefault((one.started, one.workout), []).append(one)
        if len(groups) > MOST_WORKOUTS:
            said = tr("{file} has {n} workouts; divide it into files of at most {most}.")
            raise ExchangeError(said.format(file=self._path, n=len(groups), most=MOST_WORKOUTS))
        workouts = sorted(
            (made for rows in groups.values() if (made := self._workout(rows, names)) is not None),
            key=lambda workout: workout.started,
        )
        matched = tuple(sorted((name, ours) for name, ours in self._found.items() if ours is not None))
        kept = tuple(sorted(name for name, ours in self._found.items() if ours is None))
        if workouts:
            assumed += _modelled(self._dialect.kind)
        return Incoming(
            self._dialect.kind, tuple(workouts), tuple(self._problems), self._more, matched, kept,
            assumed=tuple(assumed), unit_open=not self._dialect.tells_unit(self._table), dates_open=self._dates_open,
        )  # fmt: skip

    def _reading(self) -> tuple[Reading, list[str]]:
        """How the file is read, and what had to be assumed for it."""
        assumed = []
        dates = [
            row.get(column)
            for row in islice(
                self._table.rows(self._dialect.checks, self._dialect.joinable, self._known), ROWS_FOR_DATES
            )
            for column in self._dialect.dates
            if row.get(column)
        ]
        order = month_first(dates)
        self._dates_open = order is None and any(ambiguous(one) for one in dates)
        if self._choices.month_first is not None:
            order = self._choices.month_first
        elif self._dates_open:
            said = tr("Dates such as {date} can be read in two ways; they were read with the day first.")
            assumed.append(said.format(date=next(one for one in dates if ambiguous(one))))
        if not self._dialect.tells_unit(self._table):
            unit = tr("pounds") if self._choices.unit is LoadUnit.LB else tr("kilograms")
            assumed.append(
                tr("The file doesn't say what its loads are in; they were read as {unit}.").format(unit=unit)
            )
        return Reading(self._choices.unit, bool(order), self._choices.local), assumed

    def _workout(self, rows: list[SetRow], names: ExerciseNames) -> Workout | None:
        if len(rows) > MOST_SETS:
            self._tell(rows[0].line, tr("this workout has more than {n} sets").format(n=MOST_SETS))
            return None
        weight_kg = self._choices.weight_on(rows[0].started.date())
        workout = workout_of(self._dialect.kind, rows, names, weight_kg)
        if workout is None:
            return None
        flaw = flaw_of(workout)
        if flaw:
            self._tell(rows[0].line, flaw)
            return None
        for row in rows:
            if row.exercise not in self._found:
                named = names.find(row.exercise)
                self._found[row.exercise] = None if named is None else named.name
        return workout

    def _known(self, name: str) -> bool:
        return self._choices.names.find(name) is not None

    def _tell(self, line: int, flaw: str) -> None:
        if len(self._problems) == MOST_SENTENCES:
            self._more += 1
            return
        said = tr("{file}, line {line}: {flaw}; it was left out.")
        self._problems.append(said.format(file=self._path.name, line=line, flaw=flaw))


def _modelled(kind: ImportKind) -> list[str]:
    said = [tr("Where a set says no time, a repetition counts 3 seconds.")]
    if kind is ImportKind.FITNOTES:
        said.append(tr("FitNotes writes no time of day: its workouts stand at noon, and rests are not known."))
    else:
        rest = tr("Between the sets, what is left of the workout counts as rest, at most 5 minutes each.")
        said += [rest, tr("A rest of more than a minute adds no active minutes, as everywhere in Trainer.")]
    return said
