"""The log as TCX: Garmin's Training Center XML, version 2, which most sites of the field read.

An activity for each workout, oldest first, of the sport "Other" (the format knows running and cycling besides). Its
laps are those of laps.py: seconds and kilocalories, Active or Resting, the exercise in the lap's notes. There is no
distance and no pulse. A track point at both ends of each lap says no more than the time; some readers take laps
without one for empty.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import BinaryIO
from xml.sax.saxutils import escape

from trainer.core.progress import LoggedWorkout
from trainer.exchange.laps import Lap, Strip, laid_out

NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
MOST_KCAL = 65535  # of a lap: the format's unsigned short

_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="{NAMESPACE}">\n <Activities>\n'
_TAIL = " </Activities>\n</TrainingCenterDatabase>\n"


def write_tcx(
    workouts: Iterable[LoggedWorkout], out: BinaryIO, strip_of: Callable[[str], Strip] = lambda _id: ()
) -> None:
    """Write the document, UTF-8, taking the workouts one by one. `strip_of`: a workout's id -> how it went."""
    out.write(_HEAD.encode())
    out.writelines(_activity(logged, strip_of(logged.workout.id)).encode() for logged in workouts)
    out.write(_TAIL.encode())


def _activity(logged: LoggedWorkout, strip: Strip) -> str:
    workout = logged.workout
    laps = "".join(_lap(lap) for lap in laid_out(logged, strip).laps)
    notes = "\n".join(text for text in (workout.routine_name, workout.note) if text)
    return (
        '  <Activity Sport="Other">\n'
        f"   <Id>{_time(workout.started)}</Id>\n"
        f"{laps}"
        f"   <Notes>{_text(notes)}</Notes>\n"
        "  </Activity>\n"
    )


def _lap(lap: Lap) -> str:
    points = "".join(f"<Trackpoint><Time>{_time(at)}</Time></Trackpoint>" for at in (lap.started, lap.ended))
    return (
        f'   <Lap StartTime="{_time(lap.started)}">\n'
        f"    <TotalTimeSeconds>{lap.seconds:.3f}</TotalTimeSeconds>\n"
        "    <DistanceMeters>0</DistanceMeters>\n"
        f"    <Calories>{min(lap.kcal, MOST_KCAL)}</Calories>\n"
        f"    <Intensity>{'Active' if lap.working else 'Resting'}</Intensity>\n"
        "    <TriggerMethod>Manual</TriggerMethod>\n"
        f"    <Track>{points}</Track>\n"
        f"    <Notes>{_text(lap.name)}</Notes>\n"
        "   </Lap>\n"
    )


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _text(text: str) -> str:
    """The text without what XML 1.0 can't hold: control characters, surrogates, the two that are no characters."""
    return escape("".join(character for character in text if _allowed(ord(character))))


def _allowed(code: int) -> bool:
    return code in (0x9, 0xA) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000
