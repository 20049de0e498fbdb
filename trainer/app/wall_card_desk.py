"""WallCardDesk: makes the wall card of the routine that is ready, off the GUI thread, picture by picture."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.app.figures import Figures
from trainer.core.exercise import Exercise
from trainer.language import tr
from trainer.ui.figure.wall_card import PICTURE_SIZE, WallCard, write_wall_card
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.progress_sheet import ProgressSheet


class WallCardDesk(QObject):
    """One card at a time; while it is made a sheet shows how far it is, and stops it."""

    message = Signal(str)

    def __init__(
        self,
        look: Look,
        figures: Figures,
        jobs: Jobs,
        exercises: Mapping[str, Exercise],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._figures, self._jobs, self._exercises = look, figures, jobs, exercises
        self._sheet: ProgressSheet | None = None
        self._pictures: dict[tuple[str, str], QImage] = {}

    def ask(self, card: WallCard, routine_id: str, over: QWidget) -> None:
        """Ask where to, then make it."""
        proposed = f"{routine_id}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(over, tr("Save the wall card"), proposed, tr("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self.make(card, path if path.suffix else path.with_suffix(".pdf"), over)

    def make(self, card: WallCard, path: Path, over: QWidget) -> None:
        """Draw every picture, then write the card at `path`."""
        if self._sheet is not None:
            return
        self._pictures = {}
        self._sheet = ProgressSheet(self._look, tr("Making the wall card"), len(card.pictures) + 1, over)
        self._sheet.cancelled.connect(self._stop)
        self._sheet.open()
        self._next(card, path)

    def _next(self, card: WallCard, path: Path) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        waiting = [key for key in card.pictures if key not in self._pictures]
        sheet.show_done(len(self._pictures))
        if not waiting:
            self._jobs.run(
                partial(write_wall_card, path, card, dict(self._pictures)),
                lambda _none: self._on_written(path),
                partial(self._on_failed, path),
            )
            return
        exercise_id, variant_id = waiting[0]

        def take(picture: QImage | None) -> None:
            if self._sheet is sheet:
                self._pictures[waiting[0]] = QImage() if picture is None else picture
                self._next(card, path)

        exercise = self._exercises.get(exercise_id)
        if exercise is None:
            take(None)
        else:
            self._figures.still(exercise, exercise.variant(variant_id), PICTURE_SIZE, take)

    def _on_written(self, path: Path) -> None:
        self._stop()
        self.message.emit(tr("The wall card is saved: {path}").format(path=path))

    def _on_failed(self, path: Path, error: Exception) -> None:
        self._stop()
        if not isinstance(error, OSError):
            raise error
        said = tr("The wall card can't be saved as {path}: {reason}.")
        self.message.emit(said.format(path=path, reason=error.strerror or error))

    def _stop(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.close()
