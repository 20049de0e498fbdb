"""A routine's schedule before it is trained: every phase, tone, line said and line shown, by its moment."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from trainer.core.coaching import work_turns
from trainer.core.cue_lines import Verbosity
from trainer.core.cue_schedule import Place, Speaker, places, plan_lines, planned_tones
from trainer.core.exercise import Exercise
from trainer.core.session import SessionEngine
from trainer.core.timeline import PhaseKind, Timeline
from trainer.core.tones import Tone


class RowKind(Enum):
    """What happens."""

    PHASE = auto()
    TONE = auto()
    SAYS = auto()
    SHOWS = auto()


class PreviewRow(Struct, frozen=True):
    """One thing that happens, `at` seconds into the session if it runs on undisturbed."""

    at: float
    kind: RowKind
    place: Place  # the phase it happens in; the one before, where a tone ends that
    tone: Tone | None = None
    text: str = ""  # said or shown
    seconds: float = 0.0  # a line said takes


def preview_rows(timeline: Timeline, exercises: Mapping[str, Exercise], speaker: Speaker) -> tuple[PreviewRow, ...]:
    """In the order of the session; a step that waits for the person takes its estimate."""
    if not timeline.phases:
        return ()
    now = SessionEngine(timeline).snapshot(0.0)
    at = places(timeline, now)
    rows = [PreviewRow(place.start, RowKind.PHASE, place) for place in at]
    if speaker.verbosity is not Verbosity.SILENT:
        rows += [
            PreviewRow(one.at, RowKind.TONE, _place_at(at, one.at), tone=one.tone)
            for one in planned_tones(timeline, at)
        ]
    for line in plan_lines(timeline, exercises, now, speaker):
        place = at[line.phase - at[0].phase.index]
        rows.append(PreviewRow(line.at, RowKind.SAYS, place, text=line.text, seconds=line.seconds))
    for place in at:
        rows += _shown(place, exercises)
    return tuple(sorted(rows, key=lambda row: row.at))


def lasts(rows: tuple[PreviewRow, ...]) -> float:
    """Seconds from the first moment to the end of the last phase; 0 of none."""
    return max((row.place.end for row in rows if row.kind is RowKind.PHASE), default=0.0)


class KnownPace:
    """As SpeechPace, with the true length of every line that has been spoken into a file."""

    def __init__(self, seconds: Mapping[str, float], otherwise: Callable[[str], float]) -> None:
        self._seconds, self._otherwise = seconds, otherwise

    def seconds(self, text: str) -> float:
        """How long a line takes; 0 of an empty one."""
        known = self._seconds.get(text)
        return self._otherwise(text) if known is None else known


def _place_at(at: tuple[Place, ...], moment: float) -> Place:
    """The phase that moment lies in; its beginning belongs to it, the session's end to the last."""
    return next((place for place in reversed(at) if place.start <= moment + 1e-6), at[0])


def _shown(place: Place, exercises: Mapping[str, Exercise]) -> Iterator[PreviewRow]:
    exercise = exercises.get(place.step.exercise)
    if exercise is None or place.phase.kind is not PhaseKind.WORK:
        return
    until = place.end - place.start if place.length is None else 0.0
    for turn in work_turns(exercise, exercise.variant(place.rung.variant), place.length, until):
        yield PreviewRow(place.start + turn.start, RowKind.SHOWS, place, text=turn.cue.text)
