"""Training: the Workout page at work. Which view shows, what its buttons do, how a session gets into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.app.library_desk import FIRST_ROUTINE, LibraryDesk
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.app.sessions import Sessions
from trainer.app.sounds import Sounds
from trainer.core.events import AnyEvent, VariantChanged
from trainer.core.preferences import Preferences
from trainer.core.routine import Routine
from trainer.core.workout import Workout
from trainer.storage.errors import StorageError
from trainer.storage.open_session import OpenSession
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.workout.page import WorkoutPage
from trainer.ui.workout.player_keys import Intent
from trainer.ui.workout.ready_model import Resumable, outline
from trainer.ui.workout.ready_presenter import ReadyPresenter
from trainer.ui.workout.session_driver import SessionDriver

if TYPE_CHECKING:
    from trainer.app.summary_desk import SummaryDesk
    from trainer.core.timeline import Timeline
    from trainer.core.tones import Tone
    from trainer.library.catalogue import Catalogue
    from trainer.ui.workout.ways_model import WayOption


class Training(QObject):
    """Connects the Workout page's views with sessions, log and preferences."""

    player_begun = Signal(object)  # the Player, when a session has begun in it
    wall_toggled = Signal()
    session_running = Signal(bool)  # the rail hides meanwhile
    log_changed = Signal()
    kit_change_chosen = Signal()
    library_chosen = Signal()
    message = Signal(str)
    summary_opened = Signal()
    ready_made = Signal()

    def __init__(
        self,
        page: WorkoutPage,
        sessions: Sessions,
        log: WorkoutLog,
        library: LibraryDesk,
        preferences: PreferencesKeeper,
        sounds: Sounds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sounds = sounds
        sounds.voice_problem_met.connect(self._on_voice_problem)
        sounds.tones_problem_met.connect(self.message)
        sounds.flash_due.connect(self._on_flash_due)
        self._player_connected = False
        self._page, self._sessions, self._log = page, sessions, log
        self._library, self._preferences = library, preferences
        self._presenter = ReadyPresenter(library.catalogue.exercises, library.catalogue.equipment)
        self._presenter.set_preferences(preferences.value)
        self._kept: OpenSession | None = None
        self._summary: SummaryDesk | None = None
        self._ready_connected = False
        sessions.session_began.connect(self._on_session_began)
        sessions.session_ended.connect(self._on_session_ended)
        sessions.session_left.connect(self._on_session_left)
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def routine_id(self) -> str:
        """The routine that is ready; empty before one is."""
        routine = self._presenter.routine
        return routine.id if routine is not None else ""

    # what shows

    def open_first_run(self) -> None:
        """Ask what the person has at home."""
        view = self._page.first_run
        view.start_chosen.connect(self._on_first_run_started)
        view.look_around_chosen.connect(self._on_looked_around)
        entry = self._library.find(FIRST_ROUTINE)
        if entry is not None:
            self._presenter.choose(entry.routine)
            values = self._presenter.values()
            if values is not None:
                optional = {block.name for block in entry.routine.blocks if block.optional}
                view.show_routine(outline(values.plan, optional, values.kit.exercises))
        self._page.show_view(view)

    def open_routine(self, routine: Routine) -> None:
        """Get a routine ready."""
        self._presenter.choose(routine, self._library.media_folder(routine))
        if self._preferences.value.last_routine != routine.id and self._library.find(routine.id) is not None:
            self._preferences.change(last_routine=routine.id)
        self._show_ready()

    def take_changed(self, routine: Routine, former_id: str) -> None:
        """A routine's file has changed: where it is the one made ready, under this id or its former, show it anew."""
        if self.routine_id in (former_id, routine.id):
            self._presenter.choose(routine, self._library.media_folder(routine))
            self._preferences.change(last_routine=routine.id)
            self.refresh()

    def offer_open_session(self) -> None:
        """Look whether a session was left open; its banner stands on the Ready page."""
        try:
            self._kept = self._log.open_session()
        except StorageError as error:
            self._kept = None
            self.message.emit(error.sentence)

    def show_trouble(self, sentence: str) -> None:
        """The disk refuses the workout just done."""
        if self._summary is not None:
            self._summary.show_trouble(sentence)

    def refresh(self) -> None:
        """Show the Ready page's values anew, and the summary's, where they are there."""
        if self._summary is not None:
            self._summary.refresh()
        if self._presenter.routine is not None:
            self._refresh_ready()

    def start(self) -> None:
        """Start what is ready. A session left open before goes into the log as it was left."""
        timeline = self._presenter.timeline()
        routine = self._presenter.routine
        if timeline is None or routine is None or self._sessions.driver is not None:
            return
        self._finish_kept()
        preferences = self._preferences.value
        left = preferences.starts_left.get(routine.id, True)
        self._sessions.begin(timeline, preferences.weight_kg, routine.claim)
        self._preferences.change(starts_left={**preferences.starts_left, routine.id: not left})

    @property
    def timeline(self) -> Timeline | None:
        """What Start would run; None where nothing is ready or left to do."""
        return self._presenter.timeline()

    @property
    def is_running(self) -> bool:
        """Whether a session is under way, paused ones included."""
        return self._sessions.driver is not None

    @property
    def catalogue(self) -> Catalogue:
        """The library's, as it is now."""
        return self._library.catalogue

    @property
    def summary_shown(self) -> bool:
        """Whether a workout's summary is in front."""
        return self._summary is not None and self._page.shown is self._page.summary

    def on_workout_logged(self, workout_id: str) -> None:
        """A session has reached the log."""
        if self._summary is not None:
            self._summary.on_workout_logged(workout_id)

    # keys

    def handle(self, intent: Intent) -> bool:
        """What a key means while the Workout page shows."""
        page = self._page
        if self._sessions.driver is not None:
            return page.player.handle(intent)
        if intent is Intent.PRIMARY and page.shown is not None:
            if page.has_ready and page.shown is page.ready:
                if self._kept is not None:
                    self._on_resume_chosen()
                else:
                    self.start()
                return True
            if page.has_first_run and page.shown is page.first_run:
                page.first_run.start()
                return True
        return False

    # first run

    def _on_first_run_started(self, owned: dict[str, int], weight_kg: float | None) -> None:
        self._welcome(owned, weight_kg)
        self.start()

    def _on_looked_around(self, owned: dict[str, int], weight_kg: float | None) -> None:
        self._welcome(owned, weight_kg)
        self.library_chosen.emit()

    def _welcome(self, owned: dict[str, int], weight_kg: float | None) -> None:
        self._preferences.change(welcomed=True, owned=owned, weight_kg=weight_kg)
        entry = self._library.find(FIRST_ROUTINE)
        if entry is not None:
            self.open_routine(entry.routine)

    # ready

    def _show_ready(self) -> None:
        view = self._page.ready
        if not self._ready_connected:
            self._ready_connected = True
            self.ready_made.emit()
            view.start_chosen.connect(self.start)
            view.block_switched.connect(self._on_block_switched)
            view.level_chosen.connect(self._on_level_chosen)
            view.minutes_chosen.connect(self._on_minutes_chosen)
            view.way_chosen.connect(self._on_way_chosen)
            view.kit_change_chosen.connect(self.kit_change_chosen)
            view.resume_chosen.connect(self._on_resume_chosen)
            view.finish_chosen.connect(self._on_finish_chosen)
            view.discard_chosen.connect(self._on_discard_chosen)
        self._refresh_ready()
        self._page.show_view(view)

    def _refresh_ready(self) -> None:
        values = self._presenter.values()
        if values is not None:
            self._page.ready.show_ready(values)
        self._page.ready.show_resumable(None if self._kept is None else resumable(self._kept))

    def _on_block_switched(self, name: str, on: bool) -> None:
        routine = self._presenter.routine
        if routine is None:
            return
        switched = self._preferences.value.switched_off_blocks
        off = [block for block in switched.get(routine.id, ()) if block != name]
        if not on:
            off.append(name)
        self._preferences.change(switched_off_blocks={**switched, routine.id: off})

    def _on_level_chosen(self, level: int) -> None:
        self._presenter.set_level(level)
        self._refresh_ready()

    def _on_way_chosen(self, exercise: str, option: WayOption) -> None:
        self._presenter.decide(exercise, option)
        self._refresh_ready()

    def _on_minutes_chosen(self, minutes: int) -> None:
        self._presenter.set_minutes(minutes)
        self._refresh_ready()

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        self._presenter.set_preferences(now)
        self._sounds.take(now)
        if self._sessions.driver is not None:
            self._page.player.stage.set_voice(now.voice)
        if before.mirror_view != now.mirror_view and self._page.has_player:
            self._page.player.set_like_mirror(now.mirror_view)
        if self._presenter.routine is not None and self._sessions.driver is None:
            self._refresh_ready()

    # a session left open

    def resume(self) -> bool:
        """Go on with the session left open; False where there is none."""
        kept = self._kept
        self._on_resume_chosen()
        return kept is not None

    def _on_resume_chosen(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        entry = self._library.find(kept.workout.routine)
        if entry is not None and entry.routine.id != self.routine_id:  # "Do it again" means this one
            self.open_routine(entry.routine)
        self._sessions.resume(kept)

    def _on_finish_chosen(self) -> None:
        if self._kept is not None:
            self._finish_kept()
            self._refresh_ready()

    def _on_discard_chosen(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            self._sessions.discard_open(kept)
            self._refresh_ready()

    def _finish_kept(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            self._sessions.finish_open(kept)

    # a session under way

    def _on_session_began(self, driver: SessionDriver) -> None:
        player = self._page.player
        if not self._player_connected:
            self._player_connected = True
            player.voice_toggled.connect(self._on_voice_toggled)
            player.wall_toggled.connect(self.wall_toggled)
            player.panel_toggled.connect(lambda shown: self._preferences.change(routine_panel=shown))
        preferences = self._preferences.value
        player.stage.set_panel_shown(preferences.routine_panel)
        player.stage.set_voice(preferences.voice)
        player.distance.set_distance(preferences.distance_m, preferences.screens)
        player.set_like_mirror(preferences.mirror_view)
        player.begin(driver)
        self._sounds.begin(driver, self._library.catalogue, preferences)
        driver.events_happened.connect(self._on_events_happened)
        self._page.show_view(player)
        self.player_begun.emit(player)
        self.session_running.emit(True)

    def _on_voice_toggled(self) -> None:
        self._preferences.change(voice=not self._preferences.value.voice)

    def _on_voice_problem(self, sentence: str) -> None:
        """The button tells the truth; pressing it tries again."""
        self._preferences.change(voice=False)
        self.message.emit(sentence)

    def _on_flash_due(self, tone: Tone) -> None:
        self._page.player.flash(tone)

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        for event in events:
            if isinstance(event, VariantChanged):
                variants = {**self._preferences.value.variants, event.exercise: event.variant}
                self._preferences.change(variants=variants)

    def _on_session_ended(self, workout: Workout) -> None:
        self._page.player.end()
        self._sounds.end()
        self._summary_desk().show(workout)
        self._page.show_view(self._page.summary)
        self.session_running.emit(False)
        self.summary_opened.emit()

    def _summary_desk(self) -> SummaryDesk:
        if self._summary is None:
            from trainer.app.summary_desk import SummaryDesk

            self._summary = SummaryDesk(self._page.summary, self._log, self._library, self._preferences, self)
            self._summary.again_chosen.connect(self._on_again_chosen)
            self._summary.done_chosen.connect(self._on_done_chosen)
            self._summary.log_changed.connect(self.log_changed)
            self._summary.trouble_met.connect(self.message)
        return self._summary

    def _on_again_chosen(self) -> None:
        self._on_done_chosen()
        self.start()

    def _on_done_chosen(self) -> None:
        self._summary_desk().leave()
        self._show_ready()

    def _on_session_left(self) -> None:
        self._page.player.end()
        self._sounds.end()
        self.session_running.emit(False)


def resumable(kept: OpenSession) -> Resumable:
    """What the banner says of an open session."""
    timeline, place = kept.timeline, kept.checkpoint.position
    step = timeline.steps[timeline.phases[place.phase].step]
    return Resumable(
        routine_name=timeline.name,
        block=timeline.blocks[step.block].name,
        move=step.place + 1,
        moves=timeline.moves_in_round(step),
        seconds_left=sum(timeline.expected(phase) for phase in timeline.phases[place.phase :]) - place.elapsed / 1e6,
    )
