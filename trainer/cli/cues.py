"""`trainer routine cues`: a routine's tones and lines as a table, from the director that coaches its session."""

from collections.abc import Iterator

from trainer.core.cue_lines import Verbosity
from trainer.core.cue_preview import preview_rows
from trainer.core.cue_schedule import Speaker
from trainer.core.routine import Routine
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import compile_timeline
from trainer.library.catalogue import Catalogue
from trainer.ui.workout.preview_words import kind_text, moment_text, row_text
from trainer.ui.workout.spoken_text import SpokenText


def cue_rows(routine: Routine, catalogue: Catalogue, verbosity: Verbosity) -> Iterator[tuple[str, ...]]:
    """Time, what it is and its words, in the order of the session; waiting steps take their estimate."""
    speaker = Speaker(SpokenText(catalogue.exercises, catalogue.equipment), SpeechPace(), verbosity)
    timeline = compile_timeline(routine, catalogue.exercises)
    for row in preview_rows(timeline, catalogue.exercises, speaker):
        yield moment_text(row.at), kind_text(row), row_text(row)
