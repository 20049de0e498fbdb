"""BackupsDesk: backups that make themselves, those made by hand, and the way back to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.app.backup_words import holds, offer, proposed, when
from trainer.app.work_sheet import WorkSheet
from trainer.language import tr
from trainer.storage.archive import Manifest
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import DamagedError, StorageError
from trainer.storage.restoring import look_into, prepare_restore
from trainer.storage.rotation import Backup, good_backups, is_due, make_rotating, newest_good
from trainer.storage.snapshot import CancelledError
from trainer.ui.jobs import Jobs
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

if TYPE_CHECKING:
    from datetime import date

    from trainer.desktop.clock import Clock
    from trainer.paths import DataPaths
    from trainer.ui.jobs import Executor
    from trainer.ui.preferences.backups_group import BackupsGroup
    from trainer.ui.theme.look import Look

FIRST_AFTER_MS = 20_000  # after the start: whoever came to train is training by then, and nothing is made meanwhile
AGAIN_AFTER_MS = 3_600_000  # a program left open over night makes the next day's too
SOON_MS = 5_000  # after a session: what was just done is in today's
MOST_OFFERED = 15


class BackupsDesk(QObject):
    """Works on a thread of its own, so that preferences are not kept waiting, and never while a session runs."""

    message = Signal(str)
    restart_wanted = Signal()  # a backup is laid out; the next start puts it in place
    damage_found = Signal(str)  # a sentence: the log is not whole

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
        self._group: BackupsGroup | None = None
        self._sheet = WorkSheet(look, window, self)
        self._sheet.failed.connect(self.message)
        self._running = self._stale = self._closing = False
        self._problem = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.make_if_due)

    def begin(self) -> None:
        """Let backups make themselves from now on. Not where the clock runs at another speed: its days are none."""
        if self._clock.speed == 1.0:
            self._timer.start(FIRST_AFTER_MS)

    def furnish(self, group: BackupsGroup) -> None:
        """Serve the group on the Settings page."""
        self._group = group
        group.create_chosen.connect(self._on_create_chosen)
        group.restore_chosen.connect(self._on_restore_chosen)
        group.folder_chosen.connect(self._on_folder_chosen)
        self._look_up_last()

    def on_session_running(self, running: bool) -> None:
        """A session begins: whatever is being made stops; it ends: it is made anew."""
        self._running = running
        if self._clock.speed == 1.0:
            self._timer.stop() if running else self._timer.start(SOON_MS)

    def on_log_changed(self) -> None:
        """Today's backup no longer holds everything."""
        self._stale = True

    def make_if_due(self) -> None:
        """Make today's backup, where there is none yet or it has been overtaken."""
        if self._running or self._closing:
            return
        now, today = self._clock.now(), self._today()
        if self._clock.speed == 1.0:
            self._timer.start(AGAIN_AFTER_MS)
        stale, self._stale = self._stale, False

        def work() -> Manifest | None:
            if not stale and not is_due(self._paths.backups, today):
                return None
            return make_rotating(self._paths, now, today, cancelled=lambda: self._running or self._closing)

        self._jobs.run(work, self._on_made, partial(self._on_not_made, stale))

    def close(self) -> None:
        """Stop what is being made; the backup before stays."""
        self._closing = True
        self._timer.stop()
        self._jobs.close()

    # inside

    def _today(self) -> date:
        return (self._clock.now() + self._clock.utc_offset()).date()

    def _on_made(self, made: Manifest | None) -> None:
        if made is not None:
            self._problem = ""
            self._look_up_last()

    def _on_not_made(self, stale: bool, error: Exception) -> None:
        self._stale = self._stale or stale
        if isinstance(error, CancelledError):
            return
        if not isinstance(error, StorageError):
            raise error
        if error.sentence != self._problem:  # once, not every hour
            self._problem = error.sentence
            if isinstance(error, DamagedError):
                self.damage_found.emit(error.sentence)
            else:
                self.message.emit(error.sentence)
        self._look_up_last()

    def _look_up_last(self) -> None:
        if self._group is not None:
            self._jobs.run(partial(newest_good, self._paths.backups), self._show_last)

    def _show_last(self, last: Backup | None) -> None:
        if self._group is None:
            return
        if self._problem:
            self._group.show_last(self._problem)
        elif last is None:
            self._group.show_last(tr("Log, routines and preferences; there is no backup yet"))
        else:
            made = when(last.manifest.made, self._clock.now(), self._clock.utc_offset())
            said = tr("Last backup: {when}; {contents}")
            self._group.show_last(said.format(when=made, contents=holds(last.manifest)))

    def _on_folder_chosen(self) -> None:
        folder = self._paths.backups
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.message.emit(tr("The folder can't be opened from here; it is {folder}.").format(folder=folder))

    # by hand

    def _on_create_chosen(self) -> None:
        name = proposed(Path.home(), self._today())
        title, kinds = tr("Back everything up"), tr("Backups (*.zip)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, kinds)
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".zip")
        self._sheet.open(title)
        work = partial(write_archive, self._paths, path, self._clock.now(), thorough=True, cancelled=self._is_stopped)
        self._jobs.run(work, partial(self._on_created, path), self._sheet.fail)

    def _on_created(self, path: Path, manifest: Manifest) -> None:
        self._sheet.close()
        self.message.emit(tr("Backed up: {contents}, in {file}.").format(contents=holds(manifest), file=path))

    def _on_restore_chosen(self) -> None:
        self._jobs.run(partial(good_backups, self._paths.backups, MOST_OFFERED), self._offer)

    def _offer(self, backups: list[Backup]) -> None:
        from trainer.ui.preferences.restore_sheet import RestoreSheet

        now, offset = self._clock.now(), self._clock.utc_offset()
        sheet = RestoreSheet(self._look, [offer(one, now, offset) for one in backups], self._window)
        sheet.backup_chosen.connect(lambda key: self.look_into(Path(key)))
        sheet.other_chosen.connect(self._on_other_chosen)
        sheet.open()

    def _on_other_chosen(self) -> None:
        title, kinds = tr("Open a backup"), tr("Backups (*.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds)
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, path: Path) -> None:
        """Check a backup, then ask whether to go back to it."""
        self._sheet.open(tr("Looking through the backup"))
        work = partial(look_into, path, cancelled=self._is_stopped)
        self._jobs.run(work, partial(self._ask, path), self._sheet.fail)

    def _ask(self, path: Path, manifest: Manifest) -> None:
        self._sheet.close()
        made = when(manifest.made, self._clock.now(), self._clock.utc_offset())
        said = tr(
            "{when}: {contents}. Log, routines and preferences become what they were then; what is here now is "
            "backed up first. Trainer starts anew with it."
        )
        dialog = ChoiceDialog(
            self._look,
            tr("Go back to this backup?"),
            said.format(when=made, contents=holds(manifest)),
            (Choice("stay", tr("Leave all as it is"), "primary"), Choice("restore", tr("Restore and start anew"))),
            self._window,
        )
        dialog.chosen.connect(lambda answer: self._restore(path) if answer == "restore" else None)
        dialog.open()

    def _restore(self, path: Path) -> None:
        self._sheet.open(tr("Backing up what is here, then restoring"))
        work = partial(prepare_restore, self._paths, path, self._clock.now(), cancelled=self._is_stopped)
        self._jobs.run(work, self._on_prepared, self._sheet.fail)

    def _on_prepared(self, _prepared: tuple[Manifest, Path]) -> None:
        self._sheet.close()
        self._timer.stop()
        self.restart_wanted.emit()

    def _is_stopped(self) -> bool:
        return self._sheet.stopped or self._closing
