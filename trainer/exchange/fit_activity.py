"""A workout as a FIT activity file: the format of Garmin's watches, which the sites of the field read.

One file is one workout. It holds what the log knows and nothing made up, so no pulse and no distance: the laps of
laps.py with their seconds and kilocalories, for each lap of work a set with repetitions and load where they are known,
the timer's start and stop, and the session with its sport, effort and name. Message and field numbers are those of the
profile that Garmin publishes with the protocol.
"""

from datetime import timedelta
from typing import Final
from zlib import crc32

from trainer.core.progress import LoggedWorkout
from trainer.core.routine import BlockKind
from trainer.exchange.fit_encoding import (
    ENUM,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    UINT32Z,
    Field,
    Message,
    encode,
    seconds_of,
)
from trainer.exchange.laps import LaidOut, Lap, Strip, laid_out

_FILE_ID, _SESSION, _LAP, _RECORD, _EVENT, _ACTIVITY, _FILE_CREATOR, _SET = 0, 18, 19, 20, 21, 34, 49, 225
_TIMESTAMP, _MESSAGE_INDEX = 253, 254
_SET_TIMESTAMP = 254  # of sets alone

_ACTIVITY_FILE = 4
_DEVELOPMENT = 255  # manufacturer of what no company makes
_TIMER, _SESSION_EVENT, _LAP_EVENT, _ACTIVITY_EVENT = 0, 8, 9, 26
_START, _STOP, _STOP_ALL = 0, 1, 4
_ACTIVE, _REST = 0, 1
_MANUAL_LAP, _SESSION_END = 0, 7
_UNKNOWN_EXERCISE = 65534
_KILOGRAM = 1

_TRAINING = 10  # sport
_STRENGTH, _CARDIO, _FLEXIBILITY, _GENERIC = 20, 26, 19, 0  # its sub-sports
_SUB_SPORTS: Final = {
    BlockKind.STRENGTH: _STRENGTH,
    BlockKind.CARDIO: _CARDIO,
    BlockKind.MOBILITY: _FLEXIBILITY,
    BlockKind.STRETCH: _FLEXIBILITY,
}
_EFFORT_SCALE = 10  # the profile keeps CR-10 in tenths, 10 to 100

_MOST_16 = 0xFFFE  # 0xFFFF says "not known"
_MOST_32 = 0xFFFFFFFE
_LOAD_SCALE = 16
_NAME_SIZE = 64  # bytes of the routine's name


def fit_file(logged: LoggedWorkout, strip: Strip = ()) -> bytes:
    """The file of one workout; `strip`: how its session went, if that was recorded.

    Raises:
        ValueError: it began before 3 July 1998 or ended after 2126, for which the format has no number.
    """
    workout, out = logged.workout, laid_out(logged, strip)
    laps = out.laps
    started, ended = seconds_of(workout.started), seconds_of(out.ended)
    active = sum(lap.seconds for lap in laps)
    sub_sport = _sub_sport(laps)
    name = Field(110, STRING, workout.routine_name, _NAME_SIZE)
    effort = () if workout.effort is None else (Field(193, UINT8, workout.effort * _EFFORT_SCALE),)
    local = seconds_of(out.ended + timedelta(minutes=workout.utc_offset_minutes))
    messages = [
        Message(
            _FILE_ID,
            (
                Field(0, ENUM, _ACTIVITY_FILE),
                Field(1, UINT16, _DEVELOPMENT),
                Field(2, UINT16, 0),
                Field(3, UINT32Z, crc32(workout.id.encode()) or 1),  # tells two workouts of one second apart
                Field(4, UINT32, started),
                Field(8, STRING, "Trainer", 8),
            ),
        ),
        Message(_FILE_CREATOR, (Field(0, UINT16, 1),)),
    ]
    kcal = sum(lap.kcal for lap in laps)
    messages += _course(out, started, sub_sport)
    messages += [_set(number, lap) for number, lap in enumerate(laps)]
    messages.append(
        Message(
            _SESSION,
            (
                Field(_MESSAGE_INDEX, UINT16, 0),
                Field(_TIMESTAMP, UINT32, ended),
                Field(0, ENUM, _SESSION_EVENT),
                Field(1, ENUM, _STOP),
                Field(2, UINT32, started),
                Field(5, ENUM, _TRAINING),
                Field(6, ENUM, sub_sport),
                Field(7, UINT32, _thousandths((out.ended - workout.started).total_seconds())),
                Field(8, UINT32, _thousandths(active)),
                Field(11, UINT16, min(kcal, _MOST_16)),
                Field(25, UINT16, 0),
                Field(26, UINT16, min(len(laps), _MOST_16)),
                Field(28, ENUM, 0),
                name,
                *effort,
            ),
        )
    )
    messages.append(
        Message(
            _ACTIVITY,
            (
                Field(_TIMESTAMP, UINT32, ended),
                Field(0, UINT32, _thousandths(active)),
                Field(1, UINT16, 1),
                Field(2, ENUM, 0),
                Field(3, ENUM, _ACTIVITY_EVENT),
                Field(4, ENUM, _STOP),
                Field(5, UINT32, local),
            ),
        )
    )
    return encode(messages)


def _course(out: LaidOut, started: int, sub_sport: int) -> list[Message]:
    """What happened, in the order of time: the timer's starts and stops, a record at the bounds of laps, the laps."""
    last = out.laps[-1]
    stopped = seconds_of(last.ended)
    course = [(started, _event(started, _START))]
    kcal = 0
    for number, lap in enumerate(out.laps):
        at = seconds_of(lap.started)
        course += [(at, _record(at, kcal)), (seconds_of(lap.ended), _lap(number, lap, sub_sport, last=lap is last))]
        kcal += lap.kcal
    for pause in out.pauses:
        if pause.started < last.ended:  # what comes after is no pause but the end
            begin, end = seconds_of(pause.started), seconds_of(pause.ended)
            course += [(begin, _event(begin, _STOP_ALL)), (end, _event(end, _START))]
    course.sort(key=lambda one: one[0])
    return [*(message for _, message in course), _record(stopped, kcal), _event(stopped, _STOP_ALL)]


def _event(at: int, kind: int) -> Message:
    return Message(_EVENT, (Field(_TIMESTAMP, UINT32, at), Field(0, ENUM, _TIMER), Field(1, ENUM, kind)))


def _record(at: int, kcal: int) -> Message:
    return Message(_RECORD, (Field(_TIMESTAMP, UINT32, at), Field(33, UINT16, min(kcal, _MOST_16))))


def _lap(number: int, lap: Lap, sub_sport: int, *, last: bool) -> Message:
    return Message(
        _LAP,
        (
            Field(_MESSAGE_INDEX, UINT16, min(number, 0x0FFF)),  # the upper bits are flags
            Field(_TIMESTAMP, UINT32, seconds_of(lap.ended)),
            Field(0, ENUM, _LAP_EVENT),
            Field(1, ENUM, _STOP),
            Field(2, UINT32, seconds_of(lap.started)),
            Field(7, UINT32, _thousandths(lap.elapsed)),
            Field(8, UINT32, _thousandths(lap.seconds)),
            Field(11, UINT16, min(lap.kcal, _MOST_16)),
            Field(23, ENUM, _ACTIVE if lap.working else _REST),
            Field(24, ENUM, _SESSION_END if last else _MANUAL_LAP),
            Field(25, ENUM, _TRAINING),
            Field(39, ENUM, sub_sport),
        ),
    )


def _set(number: int, lap: Lap) -> Message:
    reps = () if lap.reps is None else (Field(3, UINT16, min(lap.reps, _MOST_16)),)
    load: tuple[Field, ...] = ()
    if lap.load_kg is not None:
        load = (Field(4, UINT16, min(round(lap.load_kg * _LOAD_SCALE), _MOST_16)), Field(9, UINT16, _KILOGRAM))
    return Message(
        _SET,
        (
            Field(_SET_TIMESTAMP, UINT32, seconds_of(lap.ended)),
            Field(0, UINT32, _thousandths(lap.seconds)),
            *reps,
            *load,
            Field(5, UINT8, 1 if lap.working else 0),
            Field(6, UINT32, seconds_of(lap.started)),
            Field(7, UINT16, _UNKNOWN_EXERCISE),
            Field(10, UINT16, min(number, 0x0FFF)),
        ),
    )


def _sub_sport(laps: tuple[Lap, ...]) -> int:
    """By what most of the working time was; a warm-up decides nothing."""
    seconds: dict[int, float] = {}
    for lap in laps:
        if lap.working and lap.block in _SUB_SPORTS:
            kind = _SUB_SPORTS[lap.block]
            seconds[kind] = seconds.get(kind, 0.0) + lap.seconds
    return max(seconds, key=lambda kind: seconds[kind], default=_GENERIC)


def _thousandths(seconds: float) -> int:
    return min(round(seconds * 1000), _MOST_32)
