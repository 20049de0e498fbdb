"""Rooms: the pages of the window and the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from trainer import resources
from trainer.app.article_desk import ArticleDesk
from trainer.app.closing import Closing
from trainer.app.coaches import Coaches
from trainer.app.editor_desk import EditorDesk
from trainer.app.exchange_desk import ExchangeDesk
from trainer.app.furnishing import Furnishing
from trainer.app.library_desk import FIRST_ROUTINE, LibraryDesk
from trainer.app.new_day import NewDay
from trainer.app.page_link import PageLink
from trainer.app.preview_desk import PreviewDesk
from trainer.app.progress_desk import ProgressDesk
from trainer.app.remote import Remote
from trainer.app.searches import log_searches
from trainer.app.sessions import Sessions
from trainer.app.settings_desk import SettingsDesk
from trainer.app.sounds import Sounds
from trainer.app.training import Training
from trainer.app.wakefulness import Wakefulness
from trainer.app.wall_desk import WallDesk
from trainer.app.weight_desk import WeightDesk
from trainer.core.goals import goals_of
from trainer.desktop.keep_awake import keep_awake
from trainer.language import tr
from trainer.library.catalogue import load_catalogue
from trainer.sound.qt_tones import QtTones
from trainer.sound.qt_voice import QtVoice
from trainer.sound.tone_player import SilentTones
from trainer.sound.voice import SilentVoice, Voice
from trainer.ui.main_window import MainWindow, PageName
from trainer.ui.widgets.toast import Toast
from trainer.ui.workout.page import WorkoutPage
from trainer.ui.workout.player_keys import Intent, PlayerKeys

if TYPE_CHECKING:
    from trainer.app.hero_figure import HeroFigure
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.records import Records
    from trainer.core.exercise import Exercise
    from trainer.core.preferences import Preferences
    from trainer.core.routine import Routine
    from trainer.desktop.clock import Clock
    from trainer.library.catalogue import Catalogue
    from trainer.paths import DataPaths
    from trainer.ui.editor.figure_box import FigureBox
    from trainer.ui.jobs import Jobs
    from trainer.ui.theme.look import Look


class Rooms(QObject):
    """Connects pages, keys, closing; makes pages when they are first opened."""

    session_running = Signal(bool)
    log_changed = Signal()
    settings_made = Signal(object)  # the PreferencesPage

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        clock: Clock,
        jobs: Jobs,
        paths: DataPaths,
        preferences: PreferencesKeeper,
        records: Records,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._clock, self._jobs = window, look, clock, jobs
        self._preferences = preferences
        log = records.log
        self._toast: Toast | None = None
        self._coaches = Coaches(look, clock, jobs, lambda: self._library.catalogue.exercises, self)
        self._unwritten = ""  # why the journal can't write; empty while all is on the disk
        self._sessions = Sessions(records.journal, clock, self)
        self._closing = Closing(window, look, self._sessions)
        self._page_link = PageLink(look, window)
        searches = log_searches(paths, jobs)
        self._progress = ProgressDesk(
            look, log, clock, preferences, lambda: self._library.catalogue, self._coaches.body_map, searches, self
        )

        exercises: dict[str, Exercise] = {}  # one and the same for every page: imports add to it

        def load() -> Catalogue:
            read = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
            exercises.update(read.exercises)
            return structs.replace(read, exercises=exercises)

        self._library = LibraryDesk(look, load, log, self._progress.today, preferences, self)
        self._articles = ArticleDesk(look, jobs, paths, lambda: self._library.catalogue, self)
        catalogue = self._library.catalogue
        # Nobody can speak sixty times faster: a session run fast is a silent one.
        self._voice: Voice = QtVoice(self) if clock.speed == 1.0 else SilentVoice()
        self._settings = SettingsDesk(
            look, catalogue.equipment, catalogue.exercises, paths.folder, log, preferences, self._voice, self
        )
        self._weight = WeightDesk(look, log.weights, clock, preferences, paths, jobs, window)
        self._exchange = ExchangeDesk(look, clock, jobs, paths, preferences, self._library, self._settings)
        self._editor = EditorDesk(look, self._library, paths, jobs, self._make_coach, self)
        self._page = WorkoutPage(look, catalogue.exercises, catalogue.equipment, self._coaches.make_room)
        self._tones: QtTones | SilentTones = QtTones(clock.monotonic, self) if clock.speed == 1.0 else SilentTones()
        self._sounds = Sounds(self._voice, self._tones)
        self._training = Training(self._page, self._sessions, log, self._library, preferences, self._sounds, self)
        self._previews = PreviewDesk(window, look, clock, jobs, preferences, self._training, self._coaches)
        self._wakefulness = Wakefulness(keep_awake(self), self)
        self._remote = Remote(self)
        self._remote.serve(window)
        for follower in (self._wakefulness, self._remote):
            self._sessions.session_began.connect(follower.follow)
            self._sessions.session_left.connect(follower.end)
        self._progress.plan.remind(self._sessions, window)
        self._new_day = NewDay(self._progress.today, self._sessions, self)
        self._new_day.began.connect(self._on_log_changed)  # whatever shows today shows the new one
        self._keys = PlayerKeys(window, self._handle)
        self._wall = WallDesk(window, preferences, parent=self)
        self._wall.serve(self._training, self._sessions, self._keys)
        self._furnishing = Furnishing(
            self._page, self._training, self._progress, self._coaches, self._library, jobs, self
        )
        self._connect()

    def open(self, reference: str | None, *, start: bool, resume: bool = False) -> None:
        """Show the first view: the routine asked for, the first-run page, or the routine of last time.

        `resume`: go on with the session left open, where there is one.
        """
        self._weight.reconcile()
        self._training.offer_open_session()
        self._editor.offer_drafts()
        self._window.open(PageName.WORKOUT)
        self._furnishing.begin(self._editor)
        if reference is None and not start and not self._preferences.value.welcomed:
            self._training.open_first_run()
            return
        routine = self._library.open(reference or self._preferences.value.last_routine)
        if routine is not None:
            self._training.open_routine(routine)
            if not (resume and self._training.resume()) and start:
                self._training.start()
            return
        first = self._library.find(FIRST_ROUTINE)
        if first is not None:
            self._training.open_routine(first.routine)
        if reference is not None or first is None:  # the Library says what is wrong with what was asked for
            self._window.open(PageName.LIBRARY)

    def ask_for(self, reference: str, *, start: bool) -> None:
        """A routine is wanted from outside, by id or file; while a session runs it has to wait."""
        if self._sessions.driver is not None:
            self.show_message(tr("A workout is under way: what you opened can be trained when it is over."))
            return
        routine = self._library.open(reference) if reference else None
        if routine is not None:
            self._on_routine_chosen(routine)
        if reference and routine is None:
            self._window.open(PageName.LIBRARY)
        elif start:
            self._window.open(PageName.WORKOUT)
            self._training.start()

    def close(self) -> bool:
        """The window closes: leave nothing behind. False where the speech service's thread stays."""
        self._furnishing.close()
        self._new_day.close()
        self._coaches.close()
        self._weight.close()
        if self._sessions.driver is not None:
            self._sessions.keep_for_later()
        self._wakefulness.end()
        self._tones.close()
        return self._voice.close()

    def show_message(self, sentence: str, action: str = "") -> None:
        """Say something in passing."""
        if self._toast is None:
            self._toast = Toast(self._look, self._window)
            self._toast.action_chosen.connect(self._on_draft_wanted)  # the one action there is
        self._toast.show_message(sentence, action)

    def on_workout_logged(self, workout_id: str) -> None:
        """A session has reached the log: whatever shows figures shows the new ones."""
        self._training.on_workout_logged(workout_id)
        self._on_log_changed()

    def on_trouble_met(self, sentence: str) -> None:
        """The disk refuses: nothing is lost while the window stays open, so closing asks first."""
        self._unwritten = sentence
        self._window.hold_open(True)
        self._training.show_trouble(sentence)
        self.show_message(sentence)

    def on_recovered(self) -> None:
        """All is on the disk again."""
        self._unwritten = ""
        self._window.hold_open(self._sessions.driver is not None)
        self.show_message(tr("Everything is written down again."))

    # connections

    def _connect(self) -> None:
        window, training, progress = self._window, self._training, self._progress
        window.add_page(PageName.WORKOUT, lambda: self._page)
        window.add_page(PageName.LIBRARY, self._library.make_page)
        window.add_page(PageName.EDITOR, self._editor.make_page)
        window.add_page(PageName.PROGRESS, progress.make_page)
        window.add_page(PageName.SETTINGS, self._settings.make_page)
        window.close_requested.connect(lambda: self._closing.ask(self._unwritten))
        training.session_running.connect(self._on_session_running)
        training.session_running.connect(self.session_running)
        training.kit_change_chosen.connect(self._on_kit_change_chosen)
        training.library_chosen.connect(lambda: window.open(PageName.LIBRARY))
        training.log_changed.connect(self._on_log_changed)
        self._furnishing.charts_ready.connect(self._on_charts_ready)
        self._library.figure_wanted.connect(lambda page: page.link_chosen.connect(self._page_link.ask))
        training.ready_made.connect(self._on_ready_made)
        self._library.routine_chosen.connect(self._on_routine_chosen)
        self._library.import_chosen.connect(lambda: self._articles.open(window))
        self._articles.imported.connect(self._library.take_in)
        self._coaches.rendered.connect(progress.on_picture_rendered)
        self._editor.rehearse_requested.connect(self._on_routine_chosen)
        self._editor.routine_saved.connect(self._training.take_changed)
        self._editor.routine_discarded.connect(self._on_routine_discarded)
        self._editor.draft_offered.connect(lambda said: self.show_message(said, tr("Go on editing")))
        window.page_opened.connect(self._on_page_opened)
        self._settings.page_made.connect(self.settings_made)
        self._settings.keys_chosen.connect(self._show_keys)
        self._settings.voice_wanted.connect(lambda: self._sounds.open_voice(self._jobs))
        for desk in (progress, self._library, self._settings, self._weight):
            desk.trouble_met.connect(self.show_message)
        for asker in (progress, self._settings):
            asker.weighings_chosen.connect(self._weight.open)
        for teller in (training, progress, self._exchange, self._coaches, self._wall, self._previews, self._editor):
            teller.message.connect(self.show_message)
        self._sessions.clock_set_back.connect(
            lambda: self.show_message(tr("This computer's clock was set back; the session goes on by its own time."))
        )
        for changer in (progress, self._exchange, self._weight):
            changer.log_changed.connect(self._on_log_changed)
        self._weight.log_changed.connect(training.refresh)
        progress.routine_chosen.connect(self._on_routine_found)
        progress.start_requested.connect(lambda: window.open(PageName.WORKOUT))
        self._preferences.changed.connect(self._on_preferences_changed)
        self._progress.goals_chosen.connect(self._on_goals_chosen)

    def _handle(self, intent: Intent) -> bool:
        """Keys that hold everywhere, then those of the page that shows."""
        if intent is Intent.KEYS:
            self._show_keys()
            return True
        if intent is Intent.SEARCH and self._sessions.driver is None:
            self._window.open(PageName.LIBRARY)
            self._library.focus_search()
            return True
        if intent is Intent.FULL_SCREEN:
            self._window.toggle_full_screen()
            return True
        return self._window.current == PageName.WORKOUT and self._training.handle(intent)

    def _on_session_running(self, running: bool) -> None:
        self._window.set_rail_visible(not running)
        self._window.hold_open(running or bool(self._unwritten))
        if running:
            self._sounds.preload_tones(self._jobs)
            self._window.open(PageName.WORKOUT)

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        if before.first_weekday != now.first_weekday or goals_of(before) != goals_of(now):
            self._on_log_changed()

    def _on_charts_ready(self) -> None:
        if self._preferences.value.voice:
            self._sounds.preload_voice(self._jobs)
        if self._preferences.value.tones:
            self._sounds.preload_tones(self._jobs)

    def _make_coach(self, box: FigureBox) -> HeroFigure:
        return self._furnishing.make_coach(box)

    def _on_ready_made(self) -> None:
        self._previews.serve(self._page.ready)
        self._page.ready.link_chosen.connect(self._page_link.ask)
        self._page.ready.edit_chosen.connect(self._on_edit_chosen)
        self._page.ready.planned.chosen.connect(self._on_routine_found)
        self._furnishing.furnish_made_ready()

    def _on_log_changed(self) -> None:
        self.log_changed.emit()
        for desk in (self._progress, self._library, self._settings):
            desk.refresh()
        self._furnishing.refresh()

    # ways between pages, and dialogs

    def _on_routine_found(self, routine_id: str) -> None:
        entry = self._library.find(routine_id)
        if entry is not None:
            self._on_routine_chosen(entry.routine)

    def _on_routine_chosen(self, routine: Routine) -> None:
        self._training.open_routine(routine)
        self._window.open(PageName.WORKOUT)

    def _on_draft_wanted(self) -> None:
        self._window.open(PageName.EDITOR)
        self._editor.go_on()

    def _on_page_opened(self, name: str) -> None:
        """In the Editor a draft lies in sight: it need not be spoken of any more."""
        if name == PageName.EDITOR and self._toast is not None:
            self._toast.withdraw()

    def _on_edit_chosen(self, routine_id: str) -> None:
        self._window.open(PageName.EDITOR)
        self._editor.go_to(routine_id)

    def _on_routine_discarded(self, routine_id: str) -> None:
        first = self._library.find(FIRST_ROUTINE)
        if routine_id in (self._training.routine_id, self._preferences.value.last_routine) and first is not None:
            self._training.open_routine(first.routine)

    def _on_kit_change_chosen(self) -> None:
        self._window.open(PageName.SETTINGS)
        self._settings.show_kit()

    def _on_goals_chosen(self) -> None:
        self._window.open(PageName.SETTINGS)
        self._settings.show_goals()

    def _show_keys(self) -> None:
        from trainer.ui.widgets.key_sheet import KeySheet

        KeySheet(self._look, self._window).open()
