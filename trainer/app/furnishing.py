"""Furnishing: charts and the coach come into rooms that are open already, so that no first paint waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from trainer.app.coaches import Coaches
    from trainer.app.editor_desk import EditorDesk
    from trainer.app.hero_figure import HeroFigure
    from trainer.app.library_desk import LibraryDesk
    from trainer.app.progress_desk import ProgressDesk
    from trainer.app.training import Training
    from trainer.ui.editor.figure_box import FigureBox
    from trainer.ui.jobs import Jobs
    from trainer.ui.library.exercise_page import ExercisePage
    from trainer.ui.workout.page import WorkoutPage

WELCOMING_EXERCISE = "reverse_fly"  # what the coach does on the first-run page
CHARTS_AFTER_MS = 120  # after the first paint: the window answers first


class Furnishing(QObject):
    """Nothing of it happens while a session runs."""

    charts_ready = Signal()  # and no session runs: what comes last may come

    def __init__(
        self,
        page: WorkoutPage,
        training: Training,
        progress: ProgressDesk,
        coaches: Coaches,
        library: LibraryDesk,
        jobs: Jobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._training, self._progress = page, training, progress
        self._coaches, self._library, self._jobs = coaches, library, jobs
        self._editor: EditorDesk | None = None
        self._charts_ready = False
        self._ready_hero: HeroFigure | None = None
        self._welcome_hero: HeroFigure | None = None
        self._charts_timer = QTimer(self)
        self._charts_timer.setSingleShot(True)
        self._charts_timer.setInterval(CHARTS_AFTER_MS)
        self._charts_timer.timeout.connect(self._load_charts)
        training.summary_opened.connect(self.furnish_summary)
        training.session_running.connect(self._on_session_running)
        library.figure_wanted.connect(self._furnish_exercise)
        coaches.rendered.connect(self.show_thumbnails)

    def begin(self, editor: EditorDesk) -> None:
        """The window is there: the rest may come."""
        self._editor = editor
        self._charts_timer.start()

    def close(self) -> None:
        """Nothing more comes."""
        self._charts_timer.stop()

    def make_coach(self, box: FigureBox) -> HeroFigure:
        """A coach in the editor."""
        self.show_thumbnails()
        return self._coaches.stand_in(box)

    def furnish_made_ready(self) -> None:
        """The Ready page has just been made."""
        if self._charts_ready and not self._training.is_running:
            self.furnish_ready()
            self._furnish_hero()

    def refresh(self) -> None:
        """The log has changed: whatever of it shows."""
        if not self._training.is_running:
            self.furnish_ready()
            if self._training.summary_shown:
                self.furnish_summary()

    def furnish_ready(self) -> None:
        """The week on the Ready page."""
        if self._page.has_ready:
            self._page.ready.show_week(self._progress.standing())
            self._page.ready.planned.offer(self._progress.plan.planned_today())
            if self._charts_ready:
                self._page.ready.set_week_chart(self._progress.make_mini_chart())

    def furnish_summary(self) -> None:
        """The week on the Summary."""
        self._page.summary.show_week(self._progress.standing())
        if self._charts_ready:
            self._page.summary.set_week_chart(self._progress.make_mini_chart())

    def show_thumbnails(self) -> None:
        """Small pictures where they belong; told again whenever one more is ready."""
        figures = self._coaches.figures
        thumbnails = figures.thumbnails()
        if self._page.has_ready:
            self._page.ready.set_thumbnails(thumbnails)
        if self._page.has_player:
            self._page.player.stage.set_thumbnails(thumbnails)
        if not self._training.is_running:
            self._library.set_thumbnails(figures.emblem)
            if self._editor is not None:
                self._editor.set_thumbnails(figures.emblem)

    # inside

    def _on_session_running(self, running: bool) -> None:
        if running:
            self.show_thumbnails()
        elif self._charts_ready:
            self._furnish_hero()  # where the charts came as the session began
        else:
            self._charts_timer.start()

    def _load_charts(self) -> None:
        """Import what charts need behind the window's back, never while a session runs."""
        if self._charts_ready or self._training.is_running:
            return
        from trainer.ui.charts import preload

        self._jobs.run(preload, lambda _none: self._on_charts_ready())

    def _on_charts_ready(self) -> None:
        self._charts_ready = True
        if not self._training.is_running:
            self.furnish_ready()
            self._furnish_hero()
            if self._training.summary_shown:
                self.furnish_summary()
            self.charts_ready.emit()

    def _furnish_hero(self) -> None:
        """Let the coach into the Ready page, or the first-run page where that shows."""
        if self._page.has_ready and self._ready_hero is None:
            ready = self._page.ready
            self._ready_hero = self._coaches.stand_in(ready.hero)
            ready.preview_chosen.connect(self._ready_hero.show_move)
            self._training.refresh()
            self.show_thumbnails()
        elif self._page.shown is not None and not self._page.has_ready and self._welcome_hero is None:
            self._welcome_hero = self._coaches.stand_in(self._page.first_run.hero)
            self._welcome_hero.show_move(WELCOMING_EXERCISE, "")

    def _furnish_exercise(self, page: ExercisePage) -> None:
        """Let the coach do an exercise of the library."""
        page.form_shown.connect(self._coaches.stand_in(page).show_move)
