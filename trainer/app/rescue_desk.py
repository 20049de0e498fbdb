"""RescueDesk: a damaged log. What can be read of it, the newest backup beside it, and whichever the person takes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.app.backup_words import holds, when, workouts_until
from trainer.app.work_sheet import WorkSheet
from trainer.desktop.folder_holder import holder_of
from trainer.language import ntr, tr
from trainer.storage.restoring import accept_rescue, drop_rescue, prepare_rescue, prepare_restore
from trainer.storage.rotation import newest_good
from trainer.ui.jobs import Jobs
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.desktop.clock import Clock
    from trainer.paths import DataPaths
    from trainer.storage.rescue import Rescued
    from trainer.storage.rotation import Backup
    from trainer.ui.jobs import Executor
    from trainer.ui.theme.look import Look


class RescueDesk(QObject):
    """Changes nothing before it is told to; what was damaged is kept as it is, whatever is chosen."""

    message = Signal(str)
    restart_wanted = Signal()  # what was chosen is laid out; the next start puts it in place

    def __init__(
        self,
        look: Look,
        window: QWidget,
        paths: DataPaths,
        clock: Clock,
        parent: QObject | None = None,
        *,
        executor: Executor | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._window, self._paths, self._clock = look, window, paths, clock
        self._jobs = Jobs(self, executor)
        self._sheet = WorkSheet(look, window, self)
        self._sheet.failed.connect(self.message)

    def offer(self, sentence: str) -> None:
        """The log was found damaged while the program runs: say so, and ask whether to see what can be saved."""
        choices = (Choice("see", tr("See what can be saved"), "primary"), Choice("later", tr("Not now")))
        dialog = ChoiceDialog(self._look, tr("Your log is damaged"), sentence, choices, self._window)
        dialog.chosen.connect(lambda answer: self.begin() if answer == "see" else None)
        dialog.open()

    def begin(self) -> None:
        """Read what can be read, then ask."""
        holder = holder_of(self._paths.folder)
        if holder is not None and holder.pid != os.getpid():
            said = tr("Trainer is open with {folder} on the computer {host}; close it there first.")
            self.message.emit(said.format(folder=self._paths.folder, host=holder.host))
            return
        self._sheet.open(tr("Reading what can be read"))

        def work() -> tuple[Rescued, Backup | None]:
            return prepare_rescue(self._paths, cancelled=lambda: self._sheet.stopped), newest_good(self._paths.backups)

        self._jobs.run(work, self._ask, self._sheet.fail)

    def close(self) -> None:
        """Stop what runs."""
        self._sheet.stopped = True
        self._jobs.close()

    # inside

    def _ask(self, found: tuple[Rescued, Backup | None]) -> None:
        self._sheet.close()
        rescued, backup = found
        words = [_readable(rescued)]
        choices = [Choice("take", tr("Go on with these") if rescued.workouts else tr("Begin a new log"))]
        if backup is not None:
            made = when(backup.manifest.made, self._clock.now(), self._clock.utc_offset())
            said = tr("The newest backup is of {when}: {contents}.")
            words.append(said.format(when=made, contents=holds(backup.manifest)))
            more = backup.manifest.workouts > rescued.workouts
            choices.insert(0 if more else 1, Choice("restore", tr("Restore the backup")))
        choices.append(Choice("stay", tr("Leave all as it is")))
        choices[0] = Choice(choices[0].name, choices[0].text, "primary")
        words.append(tr("Either way the damaged file is kept as it is, in the backups folder. Trainer starts anew."))
        dialog = ChoiceDialog(self._look, tr("What can be saved of your log"), " ".join(words), choices, self._window)
        path = None if backup is None else backup.path
        dialog.chosen.connect(lambda answer: self._on_answered(answer, path))
        dialog.rejected.connect(lambda: drop_rescue(self._paths))
        dialog.open()

    def _on_answered(self, answer: str, backup: Path | None) -> None:
        if answer == "take":
            self._jobs.run(partial(accept_rescue, self._paths, self._clock.now()), self._on_laid_out, self._sheet.fail)
        elif answer == "restore" and backup is not None:
            self._sheet.open(tr("Restoring the backup"))
            now = self._clock.now()
            work = partial(prepare_restore, self._paths, backup, now, cancelled=lambda: self._sheet.stopped)
            self._jobs.run(work, self._on_laid_out, self._sheet.fail)
        else:
            drop_rescue(self._paths)

    def _on_laid_out(self, _kept: object) -> None:
        self._sheet.close()
        self.restart_wanted.emit()


def _readable(rescued: Rescued) -> str:
    """58 workouts until 4 January 2026 can be read, at least 3 are lost."""
    if not rescued.workouts:
        return tr("Nothing of it can be read.")
    read = tr("What can be read: {workouts}.").format(workouts=workouts_until(rescued.workouts, rescued.last_workout))
    if not rescued.lost:
        return read
    lost = ntr("At least {n} workout is lost.", "At least {n} workouts are lost.", rescued.lost)
    return f"{read} {lost}"
