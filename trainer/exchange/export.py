"""Export: the log, or the days of it one wants, into one file of another program's format."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO

from msgspec import Struct

from trainer.atomic_file import written_whole
from trainer.core.progress import LoggedWorkout
from trainer.core.weighing import Weighing
from trainer.exchange.calendar_log import WeeklyRoutine
from trainer.exchange.laps import Strip
from trainer.exchange.problem import ExchangeError, Watch, unwatched
from trainer.language import ntr, tr


class ExportFormat(StrEnum):
    """What a log can be written as; the value is the usual end of the file's name."""

    CSV = "csv"
    JSON = "json"
    FIT = "fit"
    TCX = "tcx"
    ICS = "ics"


ARCHIVE = ".zip"  # of FIT files, which hold one workout each


class ReadableLog(Protocol):
    """What an export asks of the log. Days are the local ones workouts began on, both included; None: no bound."""

    def count(self, first: date | None = None, last: date | None = None) -> int: ...

    def all_workouts(self, first: date | None = None, last: date | None = None) -> Iterator[LoggedWorkout]: ...

    def weighings(self, first: date | None = None, last: date | None = None) -> tuple[Weighing, ...]: ...

    def strip(self, workout_id: str) -> Strip:
        """How the session went, by its recording; empty if it has none."""


class ExportRequest(Struct, frozen=True):
    """What is wanted. `replace`: a file that is there already may be written over. `plan` goes into calendars."""

    format: ExportFormat
    path: Path
    first: date | None = None
    last: date | None = None
    replace: bool = False
    plan: tuple[WeeklyRoutine, ...] = ()


class Exported(Struct, frozen=True):
    """What was written."""

    workouts: int
    left_out: int = 0  # too old or too far ahead for the format's clock
    planned: int = 0


def format_of(path: Path) -> ExportFormat | None:
    """The format a file's name asks for; None if it asks for none of ours."""
    suffix = path.suffix.casefold()
    if suffix == ARCHIVE:
        return ExportFormat.FIT
    return next((one for one in ExportFormat if suffix == f".{one}"), None)


def export_log(log: ReadableLog, wanted: ExportRequest, watch: Watch = unwatched) -> Exported:
    """Write the file, whole or not at all.

    Raises:
        ExchangeError: there is a file already, nothing to write, the format can't hold it, or the disk refuses.
        StoppedError: `watch` raised it; nothing was written.
        StorageError: the log can't be read.
    """
    count = log.count(wanted.first, wanted.last)
    plan = wanted.plan if wanted.format is ExportFormat.ICS else ()
    archive = wanted.path.suffix.casefold() == ARCHIVE
    if count == 0 and not plan:
        raise ExchangeError(_nothing(wanted))
    if wanted.format is ExportFormat.FIT and count > 1 and not archive:
        said = ntr(
            "A FIT file holds one workout, and there is {n}; name a file that ends in .zip.",
            "A FIT file holds one workout, and there are {n}; name a file that ends in .zip to have one of each in it.",
            count,
        )
        raise ExchangeError(said)
    try:
        if not wanted.replace and wanted.path.exists():
            raise ExchangeError(tr("{file} is there already; name another file.").format(file=wanted.path))
        with written_whole(wanted.path) as out:
            written = _write(log, wanted, _watched(log.all_workouts(wanted.first, wanted.last), count, watch), out)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        said = tr("{file} can't be written ({reason}); choose another place, or make room there.")
        raise ExchangeError(said.format(file=wanted.path, reason=reason)) from error
    return Exported(count - written, written, len(plan))


def _watched(workouts: Iterable[LoggedWorkout], count: int, watch: Watch) -> Iterator[LoggedWorkout]:
    for done, logged in enumerate(workouts):
        watch(done, count)
        yield logged
    watch(count, count)


def _write(log: ReadableLog, wanted: ExportRequest, workouts: Iterator[LoggedWorkout], out: BinaryIO) -> int:
    """Returns how many were left out. The writers are imported here: a format not asked for is not loaded."""
    match wanted.format:
        case ExportFormat.CSV:
            from trainer.exchange.csv_log import write_csv

            with _text(out) as text:
                write_csv(workouts, text)
        case ExportFormat.JSON:
            from trainer.exchange.json_log import write_json

            with _text(out) as text:
                write_json(workouts, log.weighings(wanted.first, wanted.last), text)
        case ExportFormat.TCX:
            from trainer.exchange.tcx_log import write_tcx

            write_tcx(workouts, out, log.strip)
        case ExportFormat.ICS:
            from trainer.exchange.calendar_log import write_calendar

            write_calendar(workouts, out, wanted.plan)
        case ExportFormat.FIT:
            return _write_fit(log, workouts, out, archive=wanted.path.suffix.casefold() == ARCHIVE)
    return 0


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    """UTF-8 with our line ends over a binary file, which stays open."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    yield text
    text.detach()


def _write_fit(log: ReadableLog, workouts: Iterator[LoggedWorkout], out: BinaryIO, *, archive: bool) -> int:
    from trainer.exchange.fit_activity import fit_file

    if not archive:
        for logged in workouts:
            try:
                out.write(fit_file(logged, log.strip(logged.workout.id)))
            except ValueError:
                said = tr("The workout of {date} can't be a FIT file, whose clock begins in July 1998.")
                raise ExchangeError(said.format(date=logged.workout.local_date.isoformat())) from None
        return 0
    left_out, names = 0, set[str]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for logged in workouts:
            try:
                content = fit_file(logged, log.strip(logged.workout.id))
            except ValueError:
                left_out += 1
                continue
            pack.writestr(_name(logged, names), content)
    return left_out


def _name(logged: LoggedWorkout, taken: set[str]) -> str:
    """Day and routine, 2026-01-05-upper-and-lower-back.fit, with a number where a day has it twice."""
    workout = logged.workout
    routine = "".join(one for one in workout.routine if one.isascii() and (one.isalnum() or one in "-_"))[:60]
    stem = f"{workout.local_date.isoformat()}-{routine or 'workout'}"
    name, number = f"{stem}.fit", 2
    while name in taken:
        name, number = f"{stem}-{number}.fit", number + 1
    taken.add(name)
    return name


def _nothing(wanted: ExportRequest) -> str:
    if wanted.first is None and wanted.last is None:
        return tr("There are no workouts in the log yet, so nothing was written.")
    if wanted.last is None:
        said = tr("There are no workouts since {first}; choose earlier days.")
    elif wanted.first is None:
        said = tr("There are no workouts until {last}; choose later days.")
    else:
        said = tr("There are no workouts from {first} to {last}; choose other days.")
    return said.format(first=wanted.first, last=wanted.last)
