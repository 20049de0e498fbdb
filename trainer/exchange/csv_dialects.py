"""How Strong, Hevy and FitNotes write a set: their columns, in all the ways they have been called.

Strong: comma or semicolon, "Weight" with or without "Weight Unit" or as "Weight (kg)", "Duration" as "1h 5m",
"Workout Duration" or "Duration (sec)", a set order that may be W (warm-up), D, F, or "Rest Timer" and "Note" rows.
Hevy: small letters, "weight_kg" or "weight_lbs", dates as "28 Mar 2025, 17:29", set types.
FitNotes: a row a set, no time of day, "Weight (kgs)", "Weight (lbs)" or "Weight" and "Weight Unit", times as "0:01:30".
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Final

from msgspec import Struct

from trainer.exchange.csv_table import Check, CsvTable, TableRow
from trainer.exchange.incoming import ImportKind
from trainer.exchange.moments import length, moment, number
from trainer.exchange.plausible import MOST_LOAD_KG, MOST_REPS, MOST_SECONDS
from trainer.exchange.problem import shown
from trainer.exchange.set_rows import KG_PER_POUND, LoadUnit, Local, SetRow
from trainer.language import tr

# "1", "W", "Rest Timer", "Note"; Hevy's "normal", "warmup", "dropset", "failure"
_ORDER = re.compile(r"^(?:\d{0,4}|[wdf]|rest timer|note|normal|warm_?up|drop_?set|failure)$", re.IGNORECASE)

_NOON = time(12)  # FitNotes gives no time of day


class FlawError(Exception):
    """What is wrong with a row, as the middle of a sentence."""


class Reading(Struct, frozen=True):
    """What a file doesn't say: the unit of its loads, which way its dates are read, the time zone."""

    unit: LoadUnit
    month_first: bool
    local: Local


class Dialect(Struct, frozen=True):
    """One program's columns. A file is its if it has all of `needs`."""

    kind: ImportKind
    needs: frozenset[str]
    dates: tuple[str, ...]
    texts: tuple[str, ...]  # in which a name may have an unquoted comma
    numbers: tuple[str, ...]
    loads: tuple[str, ...]  # columns of loads that say no unit
    order: str  # the column of a set's number or kind
    read: Callable[[TableRow, Reading], SetRow | None]

    @property
    def checks(self) -> Mapping[str, Check]:
        """Column -> whether a cell may be that."""
        dates: dict[str, Check] = dict.fromkeys(self.dates, _is_date)
        numbers: dict[str, Check] = dict.fromkeys(self.numbers, _is_number)
        return dates | numbers | {self.order: _is_order}

    @property
    def joinable(self) -> frozenset[str]:
        """Columns in which an unquoted comma may stand."""
        return frozenset((*self.texts, *self.dates))

    def tells_unit(self, table: CsvTable) -> bool:
        """Whether the file says what its loads are in."""
        return not any(one in table.columns for one in self.loads) or "weight unit" in table.columns


def dialect_of(table: CsvTable) -> Dialect | None:
    """Whose file it is; None: nobody's that is known here."""
    return next((one for one in DIALECTS if one.needs <= set(table.columns)), None)


def _strong(row: TableRow, reading: Reading) -> SetRow | None:
    order = row.get("set order").casefold()
    if order == "note":
        return None
    started = _moment(row, "date", reading)
    whole = _length(row, "duration", "workout duration", "duration (sec)")
    seconds = _length(row, "seconds")
    name = row.get("workout name")
    exercise = _named(row, "exercise name")
    if order.startswith("rest"):
        return SetRow(row.line, name, started, exercise, length=whole, rest=seconds)
    distance = _distance(row, "distance", row.get("distance unit"), meters=("distance (meters)",))
    return SetRow(
        line=row.line,
        workout=name,
        started=started,
        exercise=exercise,
        reps=_reps(row),
        load_kg=_load(row, reading, kg=("weight (kg)", "weight (kgs)"), lb=("weight (lbs)", "weight (lb)")),
        seconds=seconds,
        distance=distance,
        warm_up=order == "w",
        cardio=bool(distance),
        length=whole,
        note=row.get("notes"),
        workout_note=row.get("workout notes"),
    )


def _hevy(row: TableRow, reading: Reading) -> SetRow:
    ended = _moment(row, "end_time", reading) if row.get("end_time") else None
    distance = _distance(row, "distance_km", "km") or _distance(row, "distance_miles", "mi")
    return SetRow(
        line=row.line,
        workout=row.get("title"),
        started=_moment(row, "start_time", reading),
        exercise=_named(row, "exercise_title"),
        reps=_reps(row),
        load_kg=_load(row, reading, kg=("weight_kg",), lb=("weight_lbs",)),
        seconds=_length(row, "duration_seconds"),
        distance=distance,
        warm_up=row.get("set_type").casefold() in {"warmup", "warm_up", "warm-up"},
        cardio=bool(distance),
        ended=ended,
        note=row.get("exercise_notes"),
        workout_note=row.get("description"),
    )


def _fitnotes(row: TableRow, reading: Reading) -> SetRow:
    day = _moment(row, "date", reading, at=_NOON)
    distance = _distance(row, "distance", row.get("distance unit"))
    return SetRow(
        line=row.line,
        workout="",
        started=day,
        exercise=_named(row, "exercise"),
        reps=_reps(row),
        load_kg=_load(row, reading, kg=("weight (kgs)", "weight (kg)"), lb=("weight (lbs)", "weight (lb)")),
        seconds=_length(row, "time"),
        distance=distance,
        cardio=row.get("category").casefold() == "cardio" or bool(distance),
        note=row.get("comment", "notes"),
    )


DIALECTS: Final = (
    Dialect(
        kind=ImportKind.HEVY,
        needs=frozenset({"title", "start_time", "exercise_title"}),
        dates=("start_time", "end_time"),
        texts=("title", "description", "exercise_title", "exercise_notes"),
        numbers=("set_index", "superset_id", "weight_kg", "weight_lbs", "reps", "distance_km", "distance_miles",
                 "duration_seconds", "rpe"),
        loads=(),
        order="set_type",
        read=_hevy,
    ),
    Dialect(
        kind=ImportKind.STRONG,
        needs=frozenset({"date", "workout name", "exercise name", "set order"}),
        dates=("date",),
        texts=("workout name", "exercise name", "notes", "workout notes"),
        numbers=("workout #", "duration", "workout duration", "duration (sec)", "weight", "weight (kg)", "weight (kgs)",
                 "weight (lbs)", "reps", "rpe", "distance", "distance (meters)", "seconds"),
        loads=("weight",),
        order="set order",
        read=_strong,
    ),
    Dialect(
        kind=ImportKind.FITNOTES,
        needs=frozenset({"date", "exercise", "category"}),
        dates=("date",),
        texts=("exercise", "category", "comment", "notes"),
        numbers=("weight", "weight (kgs)", "weight (kg)", "weight (lbs)", "reps", "distance", "time"),
        loads=("weight",),
        order="",
        read=_fitnotes,
    ),
)  # fmt: skip


def _is_date(text: str) -> bool:
    return not text.strip() or moment(text) is not None or moment(text, month_first=True) is not None


def _is_order(text: str) -> bool:
    return _ORDER.match(text.strip()) is not None


def _is_number(text: str) -> bool:
    return length(text) is not None


def _moment(row: TableRow, column: str, reading: Reading, at: time | None = None) -> datetime:
    text = row.get(column)
    found = moment(text, month_first=reading.month_first)
    if found is None:
        said = tr("“{text}” is no date; it must be as 2026-01-31 18:30")
        raise FlawError(said.format(text=shown(text)))
    if at is not None and found.time() == time():
        found = datetime.combine(found.date(), at, found.tzinfo)
    if found.tzinfo is not None:
        return found
    try:
        return reading.local(found)
    except (OSError, OverflowError, ValueError):
        raise FlawError(tr("“{text}” is a date no clock here knows").format(text=shown(text))) from None


def _named(row: TableRow, column: str) -> str:
    name = row.get(column)
    if not name:
        raise FlawError(tr("it names no exercise"))
    if len(name) > 200:
        raise FlawError(tr("the name of its exercise has more than 200 characters"))
    return name


def _reps(row: TableRow) -> int:
    found = number(row.get("reps"))
    if found is None or found > MOST_REPS:
        raise FlawError(_no_number(row.get("reps"), tr("repetitions"), MOST_REPS))
    return round(found)


def _length(row: TableRow, *columns: str) -> float:
    found = length(row.get(*columns))
    if found is None or found > MOST_SECONDS:
        raise FlawError(_no_number(row.get(*columns), tr("seconds"), round(MOST_SECONDS)))
    return found


def _load(row: TableRow, reading: Reading, *, kg: tuple[str, ...], lb: tuple[str, ...]) -> float:
    text = row.get(*kg) or row.get(*lb) or row.get("weight")
    found = number(text.removeprefix("-"))  # some programs take the help of a machine as a load below zero
    if found is None or found > MOST_LOAD_KG:
        raise FlawError(_no_number(text, tr("a load"), round(MOST_LOAD_KG)))
    if text.startswith("-"):
        return 0.0
    unit = row.get("weight unit").casefold()
    pounds = unit.startswith("lb") if unit else reading.unit is LoadUnit.LB
    if row.get(*kg):
        pounds = False
    elif row.get(*lb):
        pounds = True
    return round(found * (KG_PER_POUND if pounds else 1.0), 3)


def _distance(row: TableRow, column: str, unit: str, meters: tuple[str, ...] = ()) -> str:
    """The distance in words, empty if there is none: the log has no place for it but the note."""
    text, unit = (row.get(*meters), "m") if row.get(*meters) else (row.get(column), unit)
    found = number(text)
    if found is None:
        raise FlawError(_no_number(text, tr("a distance"), 1_000_000))
    return f"{found:g} {shown(unit, 10)}".strip() if found else ""


def _no_number(text: str, what: str, most: int) -> str:
    said = tr("“{text}” stands for {what} and must be a number from 0 to {most}")
    return said.format(text=shown(text), what=what, most=most)
