"""TrackDesk: writes what is heard of a session as a file of sound, line by line, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.core.cue_preview import KnownPace, PreviewRow, RowKind, lasts, preview_rows
from trainer.core.cue_schedule import Speaker
from trainer.core.exercise import Exercise
from trainer.core.preferences import Preferences
from trainer.core.timeline import Timeline
from trainer.core.tones import TimedTone
from trainer.language import tr
from trainer.sound.speech_file import SpeechFile, speech_file
from trainer.sound.synthesis import RATE
from trainer.sound.track import Track
from trainer.sound.track_file import ENDINGS, TrackFile
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.progress_sheet import ProgressSheet

if TYPE_CHECKING:
    from numpy import ndarray

    from trainer.core.tones import Tone

_A_STEP: Final = 60  # seconds of a track that count as one step of the work
Rows = tuple[PreviewRow, ...]


class Heard(Struct, frozen=True):
    """The session whose sound is wanted, and how it is heard."""

    timeline: Timeline
    exercises: Mapping[str, Exercise]
    speaker: Speaker
    preferences: Preferences


class TrackDesk(QObject):
    """One file at a time; while it is made a sheet shows how far it is, and stops it."""

    message = Signal(str)

    def __init__(self, look: Look, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._jobs = look, jobs
        self._sheet: ProgressSheet | None = None
        self._work: _Work | None = None
        self._file: TrackFile | None = None

    def ask(self, heard: Heard, routine_id: str, over: QWidget) -> None:
        """Ask where to, then make it."""
        kinds = ";;".join((tr("Sound, small (*.m4a)"), tr("Sound, lossless (*.flac)"), tr("Sound, plain (*.wav)")))
        chosen, kind = QFileDialog.getSaveFileName(over, tr("Save as sound"), f"{routine_id}.m4a", kinds)
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in ENDINGS:
                ending = next((one for one in ENDINGS if f"*{one}" in kind), ENDINGS[0])
                path = path.with_name(path.name + ending)
            self.make(heard, path, over)

    def make(self, heard: Heard, path: Path, over: QWidget) -> None:
        """Have every line spoken into samples, lay them between the tones, and write the file at `path`."""
        if self._sheet is not None:
            return
        writer = speech_file(heard.preferences.voice_rate / 100)
        self._work = work = _Work(heard, path, writer)
        steps = len(work.unwritten) + round(lasts(work.rows) / _A_STEP) + 1
        self._sheet = ProgressSheet(self._look, tr("Making the sound"), steps, over)
        self._sheet.cancelled.connect(self._stop)
        self._sheet.open()
        self._next(work)

    def _next(self, work: _Work) -> None:
        sheet = self._sheet
        if sheet is None or self._work is not work:
            return
        sheet.show_done(len(work.samples))
        waiting = work.unwritten
        if not waiting or work.writer is None:
            self._mix(work)
            return

        def take(samples: ndarray) -> None:
            work.take(waiting[0], samples)
            self._next(work)

        self._jobs.run(partial(work.writer.samples, waiting[0]), take, self._on_voice_failed)

    def _mix(self, work: _Work) -> None:
        from trainer.sound.synthesis import all_sounds

        def take(sounds: Mapping[Tone, ndarray]) -> None:
            if self._work is not work:
                return
            self._file = file = TrackFile(work.path, work.track(sounds).blocks(), self)
            file.progressed.connect(self._on_progressed)
            file.finished.connect(self._on_written)
            file.failed.connect(self._on_failed)
            file.start()

        self._jobs.run(all_sounds, take)

    def _on_progressed(self, seconds: int) -> None:
        if self._sheet is not None and self._work is not None:
            self._sheet.show_done(len(self._work.samples) + seconds // _A_STEP)

    def _on_written(self) -> None:
        work, self._file = self._work, None
        self._stop()
        if work is None:
            return
        said = tr("The sound is saved: {path}")
        if work.unwritten:
            said = tr(
                "The sound is saved: {path}. It has the tones only: install espeak-ng to have the words written too."
            )
        self.message.emit(said.format(path=work.path))

    def _on_voice_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._on_failed(str(error.strerror or error))

    def _on_failed(self, reason: str) -> None:
        work = self._work
        self._stop()
        if work is not None:
            said = tr("The sound can't be saved as {path}: {reason}.")
            self.message.emit(said.format(path=work.path, reason=reason))

    def _stop(self) -> None:
        sheet, self._sheet = self._sheet, None
        file, self._file = self._file, None
        self._work = None
        if file is not None:
            file.cancel()
        if sheet is not None:
            sheet.close()


class _Work:
    """One track on its way: the schedule follows the true lengths of the lines written so far."""

    def __init__(self, heard: Heard, path: Path, writer: SpeechFile | None) -> None:
        self._heard = heard
        self.path, self.writer = path, writer
        self.samples: dict[str, ndarray] = {}
        self.rows = self._planned()

    @property
    def unwritten(self) -> list[str]:
        """The lines of the schedule that are still to be spoken, each once, in order."""
        texts = dict.fromkeys(row.text for row in self.rows if row.kind is RowKind.SAYS)
        return [text for text in texts if text not in self.samples]

    def take(self, text: str, samples: ndarray) -> None:
        """One line is spoken. When all are, the schedule is laid anew with their lengths, which may want others."""
        self.samples[text] = samples
        if not self.unwritten:
            self.rows = self._planned()

    def track(self, sounds: Mapping[Tone, ndarray]) -> Track:
        """Everything at its moment; lines that could not be written are left out."""
        tones = [TimedTone(row.at, row.tone) for row in self.rows if row.tone is not None]
        lines = [(row.at, self.samples[row.text]) for row in self.rows if row.text in self.samples]
        preferences = self._heard.preferences
        volumes = preferences.tone_volume / 100, preferences.voice_volume / 100
        return Track(sounds, tones, lines, lasts(self.rows), *volumes)

    def _planned(self) -> Rows:
        lengths = {text: samples.size / RATE for text, samples in self.samples.items()}
        heard = self._heard
        pace = KnownPace(lengths, heard.speaker.pace.seconds)
        return preview_rows(heard.timeline, heard.exercises, structs.replace(heard.speaker, pace=pace))
