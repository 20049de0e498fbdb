"""SettingsDesk: the Settings page, its changes taken at once, and the folder everything lies in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.core.exercise import Equipment, Exercise
from trainer.core.preferences import Preferences
from trainer.language import tr
from trainer.sound.voice import SilentVoice, Voice
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.step_words import move_name

if TYPE_CHECKING:
    from trainer.ui.preferences.page import PreferencesPage
    from trainer.ui.preferences.voice_group import VoiceOffer


class SettingsDesk(QObject):
    """Keeps page and preferences alike, whichever changes first."""

    keys_chosen = Signal()
    weighings_chosen = Signal()
    trouble_met = Signal(str)
    refreshed = Signal()  # the page, since the log has changed
    page_made = Signal(object)  # the PreferencesPage: others serve groups of it
    voice_wanted = Signal()  # to be opened: the page shows what there is to choose from

    def __init__(
        self,
        look: Look,
        equipment: Mapping[str, Equipment],
        exercises: Mapping[str, Exercise],
        folder: Path,
        log: WorkoutLog,
        preferences: PreferencesKeeper,
        voice: Voice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        voice.listen(self._on_voice_changed)
        self._look, self._equipment, self._exercises, self._folder = look, equipment, exercises, folder
        self._log, self._preferences = log, preferences
        self._page: PreferencesPage | None = None
        preferences.changed.connect(self._on_preferences_changed)

    def make_page(self) -> QWidget:
        """The Settings page."""
        from trainer.ui.preferences.page import PreferencesPage

        page = PreferencesPage(self._look, tuple(self._equipment.values()))
        page.show_preferences(self._preferences.value)
        page.show_forms(self._forms())
        page.preferences_changed.connect(self._preferences.take)
        page.folder_chosen.connect(self._on_folder_chosen)
        page.keys_chosen.connect(self.keys_chosen)
        page.weighings_chosen.connect(self.weighings_chosen)
        page.sample_chosen.connect(self._on_sample_chosen)
        self._page = page
        self._on_voice_changed()
        self.voice_wanted.emit()
        self.refresh()
        self.page_made.emit(page)
        return page

    def show_kit(self) -> None:
        """Bring what the person owns into sight."""
        if self._page is not None:
            self._page.show_kit()

    def show_goals(self) -> None:
        """Bring the weekly goals into sight."""
        if self._page is not None:
            self._page.show_goals()

    def refresh(self) -> None:
        """The log has changed."""
        if self._page is None:
            return
        try:
            count = self._log.count()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        self._page.show_data(str(self._folder), count)
        self.refreshed.emit()

    def _on_voice_changed(self) -> None:
        if self._page is not None:
            self._page.voice.show_offer(offer_of(self._voice))

    def _on_sample_chosen(self) -> None:
        self._voice.say(tr("Halfway. Keep it steady, ten seconds left."))

    def _on_folder_chosen(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.trouble_met.emit(
                tr("The folder can't be opened from here; it is {folder}.").format(folder=self._folder)
            )

    def _on_preferences_changed(self, _before: Preferences, now: Preferences) -> None:
        if self._page is not None:
            self._page.show_preferences(now)
            self._page.show_forms(self._forms())

    def _forms(self) -> dict[str, str]:
        """Exercise id -> "Russian Twist, feet lifted", of every form remembered or not to be proposed again."""
        found = {}
        for name, form in self._preferences.value.variants.items():
            exercise = self._exercises.get(name)
            if exercise is not None:
                variant = exercise.variant(form)
                words = tr("as written") if variant is None else variant.name
                found[name] = move_name(exercise.name, words)
        for name, form in self._preferences.value.declined.items():
            exercise = self._exercises.get(name)
            variant = exercise.variant(form) if exercise is not None else None
            if exercise is not None and variant is not None and name not in found:
                said = tr("{exercise}, {form}: not proposed again")
                found[name] = said.format(exercise=exercise.name, form=variant.name)
        return found


def offer_of(voice: Voice) -> VoiceOffer:
    """What a voice has to choose from, or why it has nothing."""
    from trainer.ui.preferences.voice_group import VoiceOffer

    problem = voice.problem
    if isinstance(voice, SilentVoice):
        problem = tr("The coach says nothing while the clock runs at another speed.")
    return VoiceOffer(voice.engines, voice.voices, voice.available, problem)
