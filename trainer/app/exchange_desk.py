"""ExchangeDesk: the log out to other programs and in from them, asked for in Settings, done off the GUI thread."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer import resources
from trainer.app.watched_job import Watch, WatchedJob
from trainer.core.preferences import WeightUnit
from trainer.core.weighing import weight_on
from trainer.exchange.problem import ExchangeError
from trainer.language import ntr, tr
from trainer.library.problem import LibraryError
from trainer.storage.errors import StorageError
from trainer.storage.imports import Imports
from trainer.storage.workout_log import WorkoutLog

if TYPE_CHECKING:
    from datetime import date

    from trainer.app.library_desk import LibraryDesk
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.settings_desk import SettingsDesk
    from trainer.core.duplicates import Sorted
    from trainer.desktop.clock import Clock
    from trainer.exchange.csv_import import ImportChoices
    from trainer.exchange.export import Exported, ExportRequest
    from trainer.exchange.incoming import Incoming
    from trainer.paths import DataPaths
    from trainer.storage.imports import ImportRecord
    from trainer.ui.jobs import Jobs
    from trainer.ui.preferences.export_sheet import ExportSheet, ExportWish
    from trainer.ui.preferences.page import PreferencesPage
    from trainer.ui.theme.look import Look


class ExchangeDesk(QObject):
    """One file at a time. Each job opens the log anew: a connection belongs to its thread."""

    message = Signal(str)
    log_changed = Signal()

    def __init__(
        self,
        look: Look,
        clock: Clock,
        jobs: Jobs,
        paths: DataPaths,
        preferences: PreferencesKeeper,
        library: LibraryDesk,
        settings: SettingsDesk,
    ) -> None:
        """Does what `settings`, its parent, asks for."""
        super().__init__(settings)
        self._look, self._clock, self._paths = look, clock, paths
        self._preferences, self._library = preferences, library
        self._job = WatchedJob(look, jobs, self)
        self._imports = Imports(paths.database, paths.backups)
        self._page: PreferencesPage | None = None
        settings.page_made.connect(self._serve)
        settings.refreshed.connect(self._tell_last_import)

    def _serve(self, page: PreferencesPage) -> None:
        self._page = page
        page.exchange.export_chosen.connect(lambda: self.ask_export(page))
        page.exchange.import_chosen.connect(lambda: self.ask_import(page))
        page.exchange.undo_chosen.connect(lambda: self.ask_undo(page))
        self._tell_last_import()

    # out

    def ask_export(self, over: QWidget) -> None:
        """Ask what of the log, in what form, and where to."""
        from trainer.ui.preferences.export_sheet import ExportSheet

        try:
            log = WorkoutLog.open(self._paths.database, self._paths.backups, create=False)
        except StorageError as error:
            self.message.emit(error.sentence)
            return
        planned = bool(self._preferences.value.week_plan)

        def count(first: date | None, last: date | None) -> int:
            try:
                return log.count(first, last)
            except StorageError as error:
                self.message.emit(error.sentence)
                return 0

        sheet = ExportSheet(self._look, self._today(), count, over, planned=planned)
        sheet.export_chosen.connect(
            lambda wish: self._on_export_chosen(sheet, wish, count(wish.first, wish.last), over)
        )
        sheet.finished.connect(lambda _result: log.close())
        sheet.open()

    def _on_export_chosen(self, sheet: ExportSheet, wish: ExportWish, count: int, over: QWidget) -> None:
        from trainer.exchange.calendar_log import weekly_routines
        from trainer.exchange.export import ARCHIVE, ExportFormat, ExportRequest

        suffix = ARCHIVE if wish.format is ExportFormat.FIT and count != 1 else f".{wish.format}"
        kinds = {
            ExportFormat.CSV: tr("CSV (*.csv)"),
            ExportFormat.JSON: tr("JSON (*.json)"),
            ExportFormat.FIT: tr("FIT files in an archive (*.zip)") if suffix == ARCHIVE else tr("FIT (*.fit)"),
            ExportFormat.TCX: tr("TCX (*.tcx)"),
            ExportFormat.ICS: tr("Calendar (*.ics)"),
        }
        proposed = f"trainer-{self._today().isoformat()}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(sheet, tr("Export the log"), proposed, kinds[wish.format])
        if not chosen:
            return
        sheet.accept()
        path = Path(chosen)
        asked = path.suffix != ""  # the file dialog has asked about a file of that very name
        names = {entry.routine.id: entry.routine.name for entry in self._library.catalogue.routines}
        plan = weekly_routines(self._preferences.value.week_plan, names, self._today()) if wish.plan else ()
        where = path if asked else path.with_suffix(suffix)
        request = ExportRequest(wish.format, where, wish.first, wish.last, asked, plan)
        self._export(request, over)

    def _export(self, request: ExportRequest, over: QWidget) -> None:
        from trainer.exchange.export import export_log

        def work(watch: Watch) -> Exported:
            with closing(WorkoutLog.open(self._paths.database, self._paths.backups, create=False)) as log:
                return export_log(log, request, watch)

        title = tr("Writing {file}").format(file=request.path.name)
        self._job.run(title, over, work, lambda exported: self._on_exported(request, exported), self._on_failed)

    def _on_exported(self, request: ExportRequest, exported: Exported) -> None:
        workouts = ntr("{n} workout", "{n} workouts", exported.workouts)
        said = tr("{workouts} in {file}.").format(workouts=workouts, file=request.path)
        if exported.left_out:
            left = ntr(
                "{n} workout from before July 1998 was left out: FIT has no date for it.",
                "{n} workouts from before July 1998 were left out: FIT has no date for them.",
                exported.left_out,
            )
            said = f"{said} {left}"
        self.message.emit(said)

    # in

    def ask_import(self, over: QWidget) -> None:
        """Ask which file, show what it holds, take it in."""
        kinds = tr("Workouts of Trainer, Strong, Hevy, FitNotes (*.json *.csv *.txt);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(over, tr("Import workouts"), "", kinds)
        if not chosen:
            return
        try:
            choices = self._choices()
        except LibraryError as error:
            self.message.emit(str(error))
            return
        except StorageError as error:
            self.message.emit(error.sentence)
            return
        self._read(Path(chosen), choices, over)

    def _choices(self) -> ImportChoices:
        from trainer.exchange.csv_import import ImportChoices
        from trainer.exchange.exercise_names import ExerciseNames
        from trainer.exchange.set_rows import LoadUnit
        from trainer.library.activities import read_activities

        preferences = self._preferences.value
        names = ExerciseNames(self._library.catalogue.exercises, read_activities(resources.activities()))
        unit = LoadUnit.KG if preferences.weight_unit is WeightUnit.KG else LoadUnit.LB
        with closing(WorkoutLog.open(self._paths.database, self._paths.backups, create=False)) as log:
            weighings = log.weights.all()

        def weight(day: date) -> float | None:
            return weight_on(weighings, day) if weighings else preferences.weight_kg

        return ImportChoices(names, unit, None, weight)

    def _read(self, path: Path, choices: ImportChoices, over: QWidget) -> None:
        from trainer.core.duplicates import sort_out
        from trainer.exchange.import_file import read_import

        def work(watch: Watch) -> tuple[Incoming, Sorted]:
            incoming = read_import(path, choices, watch)
            weighings = self._imports.new_weighings(incoming.weighings)
            incoming = structs.replace(incoming, weighings=weighings)  # of these only the new ones are of interest
            return incoming, sort_out(incoming.workouts, self._imports.logged())

        title = tr("Reading {file}").format(file=path.name)
        self._job.run(title, over, work, lambda found: self._preview(path, choices, *found, over), self._on_failed)

    def _preview(self, path: Path, choices: ImportChoices, incoming: Incoming, found: Sorted, over: QWidget) -> None:
        from trainer.ui.preferences.import_sheet import ImportSheet

        first = bool(choices.month_first)
        sheet = ImportSheet(self._look, path, incoming, found, choices.unit, over, month_first=first)
        sheet.import_chosen.connect(lambda: self._take_in(path, incoming, found, over))
        sheet.read_again.connect(
            lambda unit, month: self._read(path, structs.replace(choices, unit=unit, month_first=month), over)
        )
        sheet.open()

    def _take_in(self, path: Path, incoming: Incoming, found: Sorted, over: QWidget) -> None:
        def work(watch: Watch) -> int:
            return self._imports.add(found.new, path.name, self._clock.now(), watch, incoming.weighings)

        def then(number: int) -> None:
            from trainer.ui.preferences.import_sheet import ImportedSheet

            self.log_changed.emit()
            if not found.new:
                weighings = len(incoming.weighings)
                self.message.emit(ntr("{n} weighing was added.", "{n} weighings were added.", weighings))
                return
            left_out = len(incoming.problems) + incoming.more_problems
            sheet = ImportedSheet(self._look, path, len(found.new), len(found.known), left_out, over)
            sheet.undo_chosen.connect(lambda: self._undo(number, path, over))
            sheet.open()

        self._job.run(tr("Importing {file}").format(file=path.name), over, work, then, self._on_failed)

    def ask_undo(self, over: QWidget) -> None:
        """Ask whether the last import is to be taken out of the log again."""
        from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

        newest = self._newest()
        if newest is None:
            return
        workouts = ntr("{n} workout", "{n} workouts", newest.workouts)
        said = tr("{workouts} of {file} would leave your log. The same file can be imported once more.")
        dialog = ChoiceDialog(
            self._look,
            tr("Take the last import out of the log?"),
            said.format(workouts=workouts, file=newest.file_name),
            (Choice("keep", tr("Keep them"), "primary"), Choice("undo", tr("Take out"))),
            over,
        )
        dialog.chosen.connect(
            lambda answer: self._undo(newest.id, Path(newest.file_name), over) if answer == "undo" else None
        )
        dialog.open()

    def _newest(self) -> ImportRecord | None:
        try:
            return self._imports.newest()
        except StorageError as error:
            self.message.emit(error.sentence)
            return None

    def _tell_last_import(self) -> None:
        if self._page is None:
            return
        newest = self._newest()
        if newest is None:
            self._page.exchange.hide_last_import()
        else:
            made = (newest.made + self._clock.utc_offset()).date()
            self._page.exchange.show_last_import(newest.file_name, newest.workouts, made)

    def _undo(self, number: int, path: Path, over: QWidget) -> None:
        def then(taken: int) -> None:
            self.log_changed.emit()
            workouts = ntr("{n} workout", "{n} workouts", taken)
            said = tr("Taken out of the log: {workouts} of {file}.")
            self.message.emit(said.format(workouts=workouts, file=path.name))

        title = tr("Taking {file} out again").format(file=path.name)
        self._job.run(title, over, lambda _watch: self._imports.undo(number, self._clock.now()), then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError | ExchangeError):
            raise error
        self.message.emit(error.sentence)

    def _today(self) -> date:
        return (self._clock.now() + self._clock.utc_offset()).date()
