"""`trainer routine cues`: a routine's tones and lines as a table, from the director that coaches its session."""

from collections.abc import Iterator

from trainer.core.coaching import CueTurn, work_turns
from trainer.core.cue_lines import Verbosity
from trainer.core.cue_schedule import Place, Speaker, places, plan_lines, planned_tones
from trainer.core.routine import Routine
from trainer.core.session import SessionEngine
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import PhaseKind, compile_timeline
from trainer.core.tones import Tone
from trainer.language import ntr, tr
from trainer.library.catalogue import Catalogue
from trainer.ui.workout.spoken_text import SpokenText

Row = tuple[float, str, str]


def cue_rows(routine: Routine, catalogue: Catalogue, verbosity: Verbosity) -> Iterator[tuple[str, ...]]:
    """Time, what it is and its words, in the order of the session; waiting steps take their estimate."""
    timeline = compile_timeline(routine, catalogue.exercises)
    if not timeline.phases:
        return
    now = SessionEngine(timeline).snapshot(0.0)
    at = places(timeline, now)
    speaker = Speaker(SpokenText(catalogue.exercises, catalogue.equipment), SpeechPace(), verbosity)
    lines = plan_lines(timeline, catalogue.exercises, now, speaker)
    rows: list[Row] = [(place.start, _phase_word(place), _place_words(place)) for place in at]
    if verbosity is not Verbosity.SILENT:
        rows += [(one.at, tr("tone"), _tone_words(one.tone)) for one in planned_tones(timeline, at)]
    rows += [(one.at, tr("says"), _timed(one.text, one.seconds)) for one in lines]
    rows += [
        (place.start + turn.start, tr("shows"), turn.cue.text) for place in at for turn in _turns(place, catalogue)
    ]
    for moment, what, words in sorted(rows, key=lambda row: row[0]):
        yield _clock(moment), what, words


def _turns(place: Place, catalogue: Catalogue) -> tuple[CueTurn, ...]:
    exercise = catalogue.exercises.get(place.step.exercise)
    if exercise is None or place.phase.kind is not PhaseKind.WORK:
        return ()
    until = place.end - place.start if place.length is None else 0.0
    return work_turns(exercise, exercise.variant(place.rung.variant), place.length, until)


def _timed(text: str, seconds: float) -> str:
    return tr("{text} ({seconds} s)").format(text=text, seconds=f"{seconds:.1f}")


def _phase_word(place: Place) -> str:
    return {
        PhaseKind.REST: tr("REST"),
        PhaseKind.GET_READY: tr("GET READY"),
        PhaseKind.WORK: tr("WORK"),
        PhaseKind.SWITCH_SIDES: tr("SWITCH SIDES"),
    }[place.phase.kind]


def _place_words(place: Place) -> str:
    if place.length is None:
        return tr("{exercise}, until you are done").format(exercise=place.step.name)
    length = ntr("{n} second", "{n} seconds", round(place.length))
    return tr("{exercise}, {length}").format(exercise=place.step.name, length=length)


def _tone_words(tone: Tone) -> str:
    return {
        Tone.LEAD_IN: tr("short, counting down to the start"),
        Tone.START: tr("long, the start"),
        Tone.HALFWAY: tr("two notes, halfway"),
        Tone.LAST_SECONDS: tr("short, counting down to the end"),
        Tone.END: tr("falling, the end of the move"),
        Tone.FINISH: tr("rising chord, the end of the workout"),
    }[tone]


def _clock(seconds: float) -> str:
    """Minutes, seconds and tenths: "12:05.4"."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{round(minutes)}:{rest:04.1f}"
