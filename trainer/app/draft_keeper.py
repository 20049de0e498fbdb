"""DraftKeeper: the routine on the desk kept on the disk at every change, in the background."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer.library.drafts import Draft, drop_draft, keep_draft
from trainer.library.problem import LibraryError
from trainer.ui.jobs import Jobs


class DraftKeeper(QObject):
    """Writes the latest draft of a routine only, however fast changes come; a drop comes after the writes before it."""

    trouble_met = Signal(str)

    def __init__(self, folder: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._waiting: dict[str, Draft] = {}  # routine id -> its latest that isn't written yet

    def keep(self, draft: Draft) -> None:
        """Have this draft on the disk soon."""
        self._waiting[draft.routine.id] = draft
        self._run(lambda: self._write(draft.routine.id))

    def drop(self, routine_id: str) -> None:
        """Have no draft of that routine any more."""
        self._waiting.pop(routine_id, None)
        self._run(lambda: drop_draft(self._folder, routine_id))

    def settle(self, then: Callable[[], None]) -> None:
        """Call `then` once everything asked for so far is done."""
        self._jobs.run(_nothing, lambda _none: then())

    def _write(self, routine_id: str) -> None:
        """Off the GUI thread."""
        draft = self._waiting.pop(routine_id, None)
        if draft is not None:  # else an earlier call has taken it along
            keep_draft(self._folder, draft)

    def _run(self, work: Callable[[], None]) -> None:
        self._jobs.run(work, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self.trouble_met.emit(str(error))


def _nothing() -> None:
    """What is waited for by waiting for one's turn."""
