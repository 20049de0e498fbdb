"""Sounds: the coach of one session, voice, tones and flashes, as the person wants to hear or see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.core.hearing import verbosity_of
from trainer.core.speech_pace import SpeechPace
from trainer.sound.qt_tones import QtTones
from trainer.sound.qt_tones import preload as preload_tones
from trainer.sound.qt_voice import preload as preload_voice
from trainer.sound.voice import VoiceChoice

if TYPE_CHECKING:
    from trainer.core.preferences import Preferences
    from trainer.core.tones import Tone
    from trainer.library.catalogue import Catalogue
    from trainer.sound.tone_player import TonePlayer
    from trainer.sound.voice import Voice
    from trainer.ui.jobs import Jobs
    from trainer.ui.workout.coach_tones import CoachTones
    from trainer.ui.workout.coach_voice import CoachVoice
    from trainer.ui.workout.session_driver import SessionDriver


class Sounds(QObject):
    """Voice and tones stay the caller's to close."""

    voice_problem_met = Signal(str)
    tones_problem_met = Signal(str)  # once a run
    flash_due = Signal(object)  # Tone

    def __init__(self, voice: Voice, tones: TonePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice, self.tones = voice, tones
        self._pace = SpeechPace()
        self._coach_voice: CoachVoice | None = None
        self._coach_tones: CoachTones | None = None
        self._flash = self._tones_problem_told = self._tones_asked_for = False

    def begin(self, driver: SessionDriver, catalogue: Catalogue, preferences: Preferences) -> None:
        """Coach a session."""
        from trainer.ui.workout.coach_tones import CoachTones
        from trainer.ui.workout.coach_voice import CoachVoice
        from trainer.ui.workout.spoken_text import SpokenText

        wording = SpokenText(catalogue.exercises, catalogue.equipment)
        self._coach_voice = CoachVoice(driver, self.voice, catalogue.exercises, wording, self._pace, driver)
        self._coach_voice.problem_met.connect(self.voice_problem_met)
        self._coach_tones = CoachTones(driver, self.tones, driver)
        self._coach_tones.problem_met.connect(self._on_tones_problem)
        self._coach_tones.sounded.connect(self._on_tone_sounded)
        self.take(preferences)

    def take(self, preferences: Preferences) -> None:
        """Sound as the preferences say, from now on."""
        self._flash = preferences.flash
        self.voice.choose(voice_choice(preferences))
        self.tones.set_volume(preferences.tone_volume / 100)
        if self._coach_voice is not None:
            self._coach_voice.set_verbosity(verbosity_of(preferences))
        if self._coach_tones is not None:
            self._coach_tones.set_enabled(preferences.tones)

    def preload_tones(self, jobs: Jobs) -> None:
        """Have them made in the background, once, where tones are heard at all."""
        if isinstance(self.tones, QtTones) and not self._tones_asked_for:
            self._tones_asked_for = True
            jobs.run(preload_tones, self.tones.set_sounds)

    def preload_voice(self, jobs: Jobs) -> None:
        """Import in the background what speaks."""
        jobs.run(preload_voice)

    def open_voice(self, jobs: Jobs) -> None:
        """Have the voice ready: it is asked about."""
        jobs.run(preload_voice, lambda _none: self.voice.open())

    def end(self) -> None:
        """The session is over or left; its last tone may come to its end."""
        if self._coach_voice is not None:
            self._coach_voice.stop()
        if self._coach_tones is not None:
            self._coach_tones.stop()
        self._coach_voice = self._coach_tones = None

    def _on_tones_problem(self, sentence: str) -> None:
        if not self._tones_problem_told:
            self._tones_problem_told = True
            self.tones_problem_met.emit(sentence)

    def _on_tone_sounded(self, tone: Tone) -> None:
        if self._flash:
            self.flash_due.emit(tone)


def voice_choice(preferences: Preferences) -> VoiceChoice:
    """The voice the person chose."""
    return VoiceChoice(
        preferences.voice_engine,
        preferences.voice_name,
        preferences.voice_rate / 100,
        preferences.voice_volume / 100,
    )
