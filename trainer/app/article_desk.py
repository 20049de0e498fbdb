"""ArticleDesk: reads the article given to the import dialog in the background, and takes it in when it is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.library.problem import LibraryError

if TYPE_CHECKING:
    from trainer.library.article_import import ReadArticle
    from trainer.library.catalogue import Catalogue
    from trainer.paths import DataPaths
    from trainer.ui.jobs import Jobs
    from trainer.ui.library.import_dialog import ImportDialog
    from trainer.ui.theme.look import Look


class ArticleDesk(QObject):
    """One dialog at a time; what comes back for one that is closed is dropped."""

    imported = Signal(str)  # id of the routine that is among the person's own now

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        paths: DataPaths,
        catalogue: Callable[[], Catalogue],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._jobs, self._paths, self._catalogue = look, jobs, paths, catalogue
        self._dialog: ImportDialog | None = None
        self._article: ReadArticle | None = None
        self._asked = 0  # counts what was given to read: an answer that comes too late is told by it

    def open(self, window: QWidget) -> None:
        """Open the dialog over the window."""
        from trainer.ui.library.import_dialog import ImportDialog

        dialog = ImportDialog(self._look, window)
        dialog.text_given.connect(self._on_text_given)
        dialog.file_given.connect(self._on_file_given)
        dialog.save_chosen.connect(self._on_save_chosen)
        dialog.finished.connect(self._on_finished)
        self._dialog, self._article = dialog, None
        dialog.open()

    def _on_text_given(self, text: str) -> None:
        self._read(partial(_read_text, text, self._catalogue()))

    def _on_file_given(self, path: str) -> None:
        self._read(partial(_read_file, Path(path), self._catalogue()))

    def _read(self, work: Callable[[], ReadArticle]) -> None:
        self._asked += 1
        self._jobs.run(work, partial(self._on_read, self._asked), partial(self._on_failed, self._asked))

    def _on_read(self, asked: int, article: ReadArticle) -> None:
        if self._dialog is None or asked != self._asked:
            return
        from trainer.ui.library.import_model import preview_of

        self._article = article
        self._dialog.show_preview(preview_of(article, self._catalogue().exercises))

    def _on_failed(self, asked: int, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        if self._dialog is not None and asked == self._asked:
            self._dialog.show_trouble(str(error))

    def _on_save_chosen(self) -> None:
        from trainer.library.article_import import save_article

        if self._dialog is None or self._article is None:
            return
        try:
            entry = save_article(self._article, self._paths.routines, self._paths.exercises)
        except LibraryError as error:
            self._dialog.show_trouble(str(error))
            return
        self._dialog.accept()
        self.imported.emit(entry.routine.id)

    def _on_finished(self) -> None:
        self._asked += 1
        self._dialog = self._article = None


def _read_text(text: str, catalogue: Catalogue) -> ReadArticle:
    from trainer.library.article.source import checked_text
    from trainer.library.article_import import read_article_text

    name = tr("The pasted text")
    return read_article_text(checked_text(text, name), name, tr("a pasted page"), catalogue)


def _read_file(path: Path, catalogue: Catalogue) -> ReadArticle:
    from trainer.library.article.source import read_article
    from trainer.library.article_import import read_article_text

    return read_article_text(read_article(path), str(path), path.name, catalogue)
