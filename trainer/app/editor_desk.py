"""EditorDesk: the Editor page at work: opens routines, keeps drafts, saves, throws away and restores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.app.draft_keeper import DraftKeeper
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.problem import LibraryError

if TYPE_CHECKING:
    from trainer.app.editor_files import Opened
    from trainer.app.hero_figure import HeroFigure
    from trainer.app.library_desk import LibraryDesk
    from trainer.app.workbench import Workbench
    from trainer.library.drafts import Draft
    from trainer.paths import DataPaths
    from trainer.ui.editor.figure_box import FigureBox
    from trainer.ui.editor.page import EditorPage
    from trainer.ui.editor.row_delegate import Thumbnails
    from trainer.ui.editor.shelf_view import ShelfEntry
    from trainer.ui.jobs import Jobs
    from trainer.ui.theme.look import Look


class EditorDesk(QObject):
    """Connects the page with the files. What goes wrong is said in a sentence, and what was written stays."""

    message = Signal(str)
    draft_offered = Signal(str)  # a sentence
    rehearse_requested = Signal(Routine)
    routine_saved = Signal(Routine, str)  # as it is now, and the id it had before
    routine_discarded = Signal(str)  # id

    def __init__(
        self,
        look: Look,
        library: LibraryDesk,
        paths: DataPaths,
        jobs: Jobs,
        furnish: Callable[[FigureBox], HeroFigure],
        parent: QObject | None = None,
    ) -> None:
        """`furnish` lets the coach into the inspector's box."""
        super().__init__(parent)
        self._look, self._library, self._paths, self._furnish = look, library, paths, furnish
        self._keeper = DraftKeeper(paths.drafts, jobs, self)
        self._keeper.trouble_met.connect(self._on_keeping_failed)
        self._page: EditorPage | None = None
        self._bench: Workbench | None = None
        self._thumbnails: Thumbnails | None = None
        self._draft: Draft | None = None
        self._saved: Routine | None = None  # as the draft's file has it
        self._kept = False  # a draft of it is on the disk, or will be in a moment
        self._found: Opened | None = None  # to be laid on the bench as soon as there is one

    def make_page(self) -> QWidget:
        """The Editor page, with the shelf in front."""
        from trainer.app.workbench import Workbench
        from trainer.ui.editor.page import EditorPage

        catalogue = self._library.catalogue
        self._page = page = EditorPage(self._look)
        self._bench = bench = Workbench(
            page.desk, self._look, catalogue.exercises, catalogue.equipment, self._furnish, self
        )
        page.set_thumbnails(self._thumbnails)
        bench.set_thumbnails(self._thumbnails)
        bench.changed.connect(self._on_changed)
        page.shelf.new_chosen.connect(self._on_new_chosen)
        page.shelf.opened.connect(self._on_opened)
        page.shelf.duplicated.connect(self._on_duplicated)
        page.shelf.deleted.connect(self._on_deleted)
        page.desk.header.back_chosen.connect(self._on_back_chosen)
        page.desk.header.save_chosen.connect(self.save)
        page.desk.header.rehearse_chosen.connect(lambda: self.rehearse_requested.emit(bench.routine))
        self._refresh_shelf()
        if self._found is not None:
            self._lay(self._found)
        return page

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Where small pictures come from; called again once there are more."""
        self._thumbnails = thumbnails
        if self._page is not None and self._bench is not None:
            self._page.set_thumbnails(thumbnails)
            self._bench.set_thumbnails(thumbnails)

    def offer_drafts(self) -> None:
        """Say that something was left unsaved, if so."""
        from trainer.app.editor_files import usable_drafts

        drafts = usable_drafts(self._paths.drafts, self._library.catalogue.exercises)
        if drafts:
            said = tr("You have not saved “{name}” yet: a draft of it is kept.")
            self.draft_offered.emit(said.format(name=drafts[0].routine.name))

    def go_on(self) -> None:
        """Put the latest draft on the bench."""
        from trainer.app.editor_files import usable_drafts

        drafts = usable_drafts(self._paths.drafts, self._library.catalogue.exercises)
        if drafts:
            self.edit(drafts[0].routine.id)

    def edit(self, routine_id: str) -> None:
        """Put a routine on the bench: one's own as it is, one that comes with Trainer, or lies elsewhere, as a copy."""
        from trainer.app.editor_files import copied, opened

        catalogue = self._library.catalogue
        found, entry = opened(routine_id, catalogue, self._paths), self._library.entry(routine_id)
        if found is None and entry is not None:
            found = copied(entry, catalogue, self._paths)
        if found is not None:
            self._lay(found)
        else:
            self.message.emit(tr("This routine is not among yours any more."))

    def go_to(self, routine_id: str) -> None:
        """Back to a routine that lies on the bench, all of it undoable still; another is put there."""
        from trainer.app.editor_files import changed_outside

        on_bench = self._draft is not None and self._draft.routine.id == routine_id
        if on_bench and self._page is not None and self._draft is not None and not changed_outside(self._draft):
            self._page.show_desk()
        else:
            self.edit(routine_id)

    def save(self) -> None:
        """Write the routine into its file; asks first where the file was changed by something else."""
        from trainer.app.editor_files import changed_outside

        if self._draft is None:
            return
        if changed_outside(self._draft):
            self._ask_whose()
        else:
            self._write()

    # the bench

    def _lay(self, found: Opened) -> None:
        self._found = found
        if self._page is None or self._bench is None:
            return
        self._found, self._draft, self._saved, self._kept = None, found.draft, found.saved, found.kept
        self._bench.lay(found.draft.routine, found.before, found.saved)
        self._show_state()
        self._page.show_desk()

    def _on_changed(self, routine: Routine) -> None:
        if self._draft is None:
            return
        # A routine that was saved under another name may be undone back past that: it stays in its file.
        routine = structs.replace(routine, id=self._draft.routine.id)
        self._draft = structs.replace(self._draft, routine=routine)
        if routine == self._saved:
            self._keeper.drop(routine.id)
        else:
            self._kept = True
            self._keeper.keep(self._draft)
        self._show_state()

    def _show_state(self) -> None:
        if self._page is None or self._bench is None or self._draft is None:
            return
        header = self._page.desk.header
        if self._draft.routine == self._saved:
            header.show_state(tr("Saved"), good=True)
        elif self._kept:
            header.show_state(tr("Draft kept as you go"), good=True)
        else:
            header.show_state(tr("Not saved yet"), good=False)

    def _on_keeping_failed(self, sentence: str) -> None:
        self.message.emit(sentence)
        if self._page is not None:
            self._page.desk.header.show_state(tr("The draft could not be kept"), good=False)

    def _on_back_chosen(self) -> None:
        if self._page is not None:
            self._keeper.settle(self._refresh_shelf)
            self._page.show_shelf()

    # saving

    def _write(self, *, as_another: bool = False) -> None:
        from trainer.app.editor_files import UnfinishedError, save

        if self._draft is None or self._bench is None:
            return
        before = self._draft
        try:
            self._draft = save(before, self._library.catalogue, self._paths, as_another=as_another)
        except (LibraryError, UnfinishedError) as error:
            self.message.emit(str(error))
            return
        self._saved = self._draft.routine
        self._keeper.drop(before.routine.id)
        self._library.reload()
        self._bench.settle(self._saved)
        self._keeper.drop(self._saved.id)
        self._show_state()
        self.routine_saved.emit(self._saved, before.routine.id)

    def _ask_whose(self) -> None:
        from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

        if self._page is None or self._draft is None:
            return
        title = tr("The file was changed by something else")
        text = tr(
            "{file} is not as it was when you opened it here. Keep yours: the other one stays beside it as a copy. "
            "Take theirs: yours goes, but can be undone back to."
        ).format(file=Path(self._draft.file).name)
        choices = (
            Choice("another", tr("Save as another"), "primary"),
            Choice("mine", tr("Keep mine")),
            Choice("theirs", tr("Take theirs")),
        )
        dialog = ChoiceDialog(self._look, title, text, choices, self._page)
        dialog.chosen.connect(self._on_whose_chosen)
        dialog.open()

    def _on_whose_chosen(self, answer: str) -> None:
        from trainer.app.editor_files import theirs

        if self._draft is None or self._bench is None:
            return
        if answer != "theirs":
            self._write(as_another=answer == "another")
            return
        try:
            self._draft = theirs(self._draft, self._library.catalogue.exercises)
        except LibraryError as error:
            self.message.emit(str(error))
            return
        self._saved = self._draft.routine
        self._keeper.drop(self._saved.id)
        self._library.reload()
        self._bench.settle(self._saved)
        self._keeper.drop(self._saved.id)
        self._show_state()
        self.routine_saved.emit(self._saved, self._saved.id)

    # the shelf

    def _refresh_shelf(self) -> None:
        from trainer.app.editor_files import shelf_entries

        if self._page is not None:
            self._page.shelf.show_entries(shelf_entries(self._library.catalogue, self._paths))

    def _on_new_chosen(self) -> None:
        from trainer.app.editor_files import new_routine

        self._lay(new_routine(self._library.catalogue, self._paths))

    def _on_opened(self, entry: ShelfEntry) -> None:
        if entry.kind == "trash":
            self._restore(Path(entry.key))
        else:
            self.edit(entry.key)

    def _on_duplicated(self, entry: ShelfEntry) -> None:
        from trainer.app.editor_files import copied

        original = self._library.find(entry.key)
        if original is not None:
            self._lay(copied(original, self._library.catalogue, self._paths))

    def _on_deleted(self, entry: ShelfEntry) -> None:
        if entry.kind == "own" and self._has_draft(entry.key):
            text = tr("Its file can be restored from the trash, the changes that are not saved yet can't.")
            self._ask(tr("Throw away “{name}” and its draft?").format(name=entry.name), text, entry)
        elif entry.kind == "own":
            self._discard(entry.key)
        elif entry.kind == "draft":
            text = tr("The changes since it was last saved are lost.")
            self._ask(tr("Discard the draft of “{name}”?").format(name=entry.name), text, entry)
        else:
            text = tr("It can't be restored afterwards.")
            self._ask(tr("Delete “{name}” for good?").format(name=entry.name), text, entry)

    def _ask(self, title: str, text: str, entry: ShelfEntry) -> None:
        from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

        if self._page is None:
            return
        choices = (Choice("keep", tr("Keep it"), "primary"), Choice("delete", tr("Delete"), "danger"))
        dialog = ChoiceDialog(self._look, title, text, choices, self._page)
        dialog.chosen.connect(lambda answer: self._on_answered(answer, entry))
        dialog.open()

    def _on_answered(self, answer: str, entry: ShelfEntry) -> None:
        from trainer.library.trash import delete_for_good

        if answer != "delete":
            return
        if entry.kind == "own":
            self._discard(entry.key)
            return
        if entry.kind == "draft":
            self._keeper.drop(entry.key)
            self._clear_bench(entry.key)
            self._keeper.settle(self._refresh_shelf)
            return
        try:
            delete_for_good(Path(entry.key))
        except LibraryError as error:
            self.message.emit(str(error))
        self._refresh_shelf()

    def _discard(self, routine_id: str) -> None:
        from trainer.library.trash import discard

        entry = self._library.find(routine_id)
        if entry is None or entry.shipped:
            return
        try:
            discard(entry.path, self._paths.trash)
        except LibraryError as error:
            self.message.emit(str(error))
            return
        self._keeper.drop(routine_id)
        self._clear_bench(routine_id)
        self._library.reload()
        self.routine_discarded.emit(routine_id)
        self._keeper.settle(self._refresh_shelf)
        self.message.emit(tr("“{name}” lies in the trash: it can be restored.").format(name=entry.routine.name))

    def _has_draft(self, routine_id: str) -> bool:
        """Whether changes of the routine are not saved yet."""
        from trainer.library.drafts import kept_drafts

        if self._kept and self._draft is not None and self._draft.routine.id == routine_id:
            return True
        return any(draft.routine.id == routine_id for draft in kept_drafts(self._paths.drafts))

    def _clear_bench(self, routine_id: str) -> None:
        """What was thrown away is not gone back to."""
        if self._draft is not None and self._draft.routine.id == routine_id:
            self._draft = None

    def _restore(self, path: Path) -> None:
        from trainer.library.trash import restore

        try:
            routine = restore(path, self._paths.routines, self._library.catalogue)
        except LibraryError as error:
            self.message.emit(str(error))
            return
        self._library.reload()
        self._refresh_shelf()
        self.message.emit(tr("“{name}” is back among your routines.").format(name=routine.name))
