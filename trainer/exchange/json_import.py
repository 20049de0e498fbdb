"""Our own JSON read back: what json_log.py writes. A workout that isn't right is left out with a sentence."""

import re
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.core.energy import METHOD
from trainer.core.routine import Claim
from trainer.core.weighing import Weighing
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState, WorkoutStep
from trainer.exchange.incoming import MOST_SENTENCES, ImportKind, Incoming
from trainer.exchange.json_log import FORMAT, ExportedWeighing
from trainer.exchange.plausible import flaw_of, flaw_of_weighing
from trainer.exchange.problem import ExchangeError, Watch, shown, unwatched
from trainer.language import tr

MOST_WORKOUTS = 200_000  # four a day for a life


class _Document(Struct):
    format: int
    workouts: list[msgspec.Raw]
    weighings: list[msgspec.Raw] = []


class _Energy(Struct, frozen=True):
    method: str


class _Workout(Struct, frozen=True):
    """A workout as the document has it; fields that a later format adds are passed over."""

    id: str
    routine: str
    name: str
    state: WorkoutState
    started: datetime
    ended: datetime | None
    date: date
    active_seconds: float
    paused_seconds: float
    away_seconds: float
    energy: _Energy
    steps: tuple[WorkoutStep, ...]
    spans: tuple[Span, ...]
    weight_kg: float | None = None
    effort: int | None = None
    note: str = ""
    claim: Claim | None = None
    source: WorkoutSource = WorkoutSource.FOLLOWED


def read_json(content: bytes, path: Path, watch: Watch = unwatched) -> Incoming:
    """The workouts of a document.

    Raises:
        ExchangeError: it is no document of ours, or one of a newer version.
        StoppedError: `watch` raised it.
    """
    document = _document(content, path)
    workouts: list[Workout] = []
    problems: list[str] = []
    recounted = wrong = 0
    for number, raw in enumerate(document.workouts, start=1):
        watch(number, len(document.workouts))
        try:
            workout, method = _read(raw)
        except _FlawError as flaw:
            wrong += 1
            if len(problems) < MOST_SENTENCES:
                line = content.count(b"\n", 0, content.find(raw)) + 1
                said = tr("{file}, line {line}, workout {number}: {flaw}; it was left out.")
                problems.append(said.format(file=path.name, line=line, number=number, flaw=flaw))
            continue
        recounted += method != METHOD
        workouts.append(workout)
    weighings: list[Weighing] = []
    for number, raw in enumerate(document.weighings, start=1):
        try:
            weighings.append(_read_weighing(raw))
        except _FlawError as flaw:
            wrong += 1
            if len(problems) < MOST_SENTENCES:
                line = content.count(b"\n", 0, content.find(raw)) + 1
                said = tr("{file}, line {line}, weighing {number}: {flaw}; it was left out.")
                problems.append(said.format(file=path.name, line=line, number=number, flaw=flaw))
    workouts.sort(key=lambda one: one.started)
    more = wrong - len(problems)
    return Incoming(
        ImportKind.TRAINER, tuple(workouts), tuple(problems), more, recounted=recounted, weighings=tuple(weighings)
    )


class _FlawError(Exception):
    """What is wrong with a workout, as the middle of a sentence."""


def _document(content: bytes, path: Path) -> _Document:
    try:
        document = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Document)
    except msgspec.ValidationError:
        said = tr('{file} is not a log of Trainer; such a file begins with {{"format": 1, "workouts": [.')
        raise ExchangeError(said.format(file=path)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        said = tr("{file} is not whole JSON ({reason}); export it once more.")
        raise ExchangeError(said.format(file=path, reason=error)) from None
    if document.format != FORMAT:
        said = tr("{file} has format {found}, and this Trainer reads format {known}; update Trainer to read it.")
        raise ExchangeError(said.format(file=path, found=document.format, known=FORMAT))
    most = max(len(document.workouts), len(document.weighings))
    if most > MOST_WORKOUTS:
        said = tr("{file} has {n} entries; divide it into files of at most {most}.")
        raise ExchangeError(said.format(file=path, n=most, most=MOST_WORKOUTS))
    return document


def _read(raw: msgspec.Raw) -> tuple[Workout, str]:
    """A workout, and the method its energy was counted with before."""
    try:
        found = msgspec.json.decode(raw, type=_Workout)
    except UnicodeDecodeError:  # a Raw is not looked into before
        raise _FlawError(tr("it holds text that is not in UTF-8")) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise _FlawError(_worded(str(error))) from None
    offset = found.started.utcoffset()
    if offset is None or (found.ended is not None and found.ended.tzinfo is None):
        raise _FlawError(tr("started and ended must have an offset from UTC, as 2026-01-31T08:00:00+01:00"))
    workout = Workout(
        id=found.id,
        routine=found.routine,
        routine_name=found.name,
        state=found.state,
        started=found.started,
        ended=found.ended,
        utc_offset_minutes=round(offset.total_seconds() / 60),
        local_date=found.date,
        active_seconds=found.active_seconds,
        paused_seconds=found.paused_seconds,
        away_seconds=found.away_seconds,
        weight_kg=found.weight_kg,
        energy_method=METHOD,
        steps=tuple(sorted(found.steps, key=lambda step: step.index)),
        spans=found.spans,
        effort=found.effort,
        note=found.note,
        claim=found.claim,
        source=found.source,
    )
    flaw = flaw_of(workout)
    if flaw:
        raise _FlawError(flaw)
    return workout, found.energy.method


def _read_weighing(raw: msgspec.Raw) -> Weighing:
    try:
        found = msgspec.json.decode(raw, type=ExportedWeighing)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _FlawError(_worded(str(error))) from None
    offset = found.weighed.utcoffset()
    if offset is None:
        raise _FlawError(tr("weighed must have an offset from UTC, as 2026-01-31T08:00:00+01:00"))
    weighing = Weighing(found.id, found.weighed, round(offset.total_seconds() / 60), found.date, found.kg)
    flaw = flaw_of_weighing(weighing)
    if flaw:
        raise _FlawError(flaw)
    return weighing


_AT = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<where>.*)`)?$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(\w+)`$")
_EXPECTED = re.compile(r"^Expected `(.+?)`(?:, got `(.+?)`)?$")


def _worded(message: str) -> str:
    """A decoder's message in words."""
    found = _AT.match(message)
    what, where = (message, "") if found is None else (found["what"], found["where"] or "")
    if missing := _MISSING.match(what):
        field = f"{where}.{missing[1]}" if where else missing[1]
        return tr("the field {field} is missing").format(field=shown(field))
    if expected := _EXPECTED.match(what):
        wanted = tr(" or ").join(_kind(one) for one in expected[1].split(" | "))
        return tr("{field} must be {wanted}").format(field=shown(where), wanted=wanted)
    if what.startswith("Invalid enum value"):
        return tr("{field} is none of the words that may stand there").format(field=shown(where))
    if where:
        return tr("{field} can't be read ({reason})").format(field=shown(where), reason=shown(what))
    return shown(what)


def _kind(name: str) -> str:
    return {
        "int": tr("a whole number"),
        "float": tr("a number"),
        "str": tr("text"),
        "bool": tr("true or false"),
        "null": tr("null"),
        "array": tr("a list"),
        "object": tr("an object"),
        "datetime": tr("a time as 2026-01-31T08:00:00+01:00"),
        "date": tr("a day as 2026-01-31"),
    }.get(name, name)
