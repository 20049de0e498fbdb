"""Searches: the log searched in the background, one search at a time, the newest question first."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from trainer.paths import DataPaths
from trainer.storage.exercise_history import ExerciseHistories
from trainer.storage.workout_search import WorkoutSearch
from trainer.ui.jobs import Jobs

Source = TypeVar("Source")
Answer = TypeVar("Answer")


class Searches(Generic[Source]):
    """Of the questions that come while a search runs, only the last is asked: typing makes no queue."""

    def __init__(self, search: Source, jobs: Jobs) -> None:
        self._search, self._jobs = search, jobs
        self._running = False
        self._wanted: Callable[[], None] | None = None

    def ask(
        self,
        question: Callable[[Source], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask in the background; one of `then` and `failed` follows, unless a newer question comes first."""

        def ended(deliver: Callable[[], None]) -> None:
            self._running = False
            wanted, self._wanted = self._wanted, None
            if wanted is not None:
                wanted()
            deliver()

        def start() -> None:
            self._running = True
            self._jobs.run(
                lambda: question(self._search),
                lambda answer: ended(lambda: then(answer)),
                lambda error: ended(lambda: failed(error)),
            )

        if self._running:
            self._wanted = start
        else:
            start()


class LogSearches(NamedTuple):
    """What of the log is asked in the background."""

    workouts: Searches[WorkoutSearch]
    histories: Searches[ExerciseHistories]


def log_searches(paths: DataPaths, jobs: Jobs) -> LogSearches:
    """Searches of one log."""
    return LogSearches(
        Searches(WorkoutSearch(paths.database, paths.backups), jobs),
        Searches(ExerciseHistories(paths.database, paths.backups), jobs),
    )
