"""ChartDesk: saves a chart as a picture, or prints it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trainer.atomic_file import write_atomically
from trainer.core.preferences import ThemeChoice
from trainer.language import tr
from trainer.ui.charts.picture import ChartPicture, PictureKind
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

if TYPE_CHECKING:
    from trainer.ui.progress.chart_card import ChartCard
    from trainer.ui.theme.look import Look


class ChartDesk(QObject):
    """What went well, and what didn't, is a sentence, told by `message`."""

    message = Signal(str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def save(self, card: ChartCard) -> None:
        """Ask where, and as what, and write it."""
        kinds = {kind_words(kind): kind for kind in PictureKind}
        proposed = f"{file_stem(card.title)}.{PictureKind.PNG}"
        chosen, filter_ = QFileDialog.getSaveFileName(
            card, tr("Save the chart"), str(Path.home() / proposed), ";;".join(kinds)
        )
        if chosen:
            self.save_to(card, Path(chosen), kinds.get(filter_, PictureKind.PNG))

    def save_to(self, card: ChartCard, path: Path, kind: PictureKind) -> None:
        """Write the picture, of the kind chosen in the file dialog.

        The dialog has asked about a file of the name that was chosen, not about one that a suffix makes of it.
        """
        where, what = named(path, kind)
        if where != path and where.exists():
            self._ask(card, where, what)
        else:
            self._write(card, where, what)

    def print_out(self, card: ChartCard) -> None:
        """Ask on which printer, and print it, light whatever the theme: paper is white and ink is dear."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName(card.title)
        dialog = QPrintDialog(printer, card)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            taken: list[bool] = []
            self._on_paper(card, lambda picture: taken.append(picture.draw_page(printer)))
            sent, refused = (
                tr("The chart is on its way."),
                tr("The printer took nothing. Choose another one, or a file."),
            )
            self.message.emit(sent if taken[0] else refused)

    # inside

    def _ask(self, card: ChartCard, where: Path, kind: PictureKind) -> None:
        text = tr("{file} is already there.").format(file=where.name)
        choices = (Choice("keep", tr("Keep it")), Choice("replace", tr("Replace it"), "second"))
        dialog = ChoiceDialog(self._look, tr("Replace the picture?"), text, choices, _window(card))
        dialog.chosen.connect(lambda answer: self._write(card, where, kind) if answer == "replace" else None)
        dialog.open()

    def _write(self, card: ChartCard, where: Path, kind: PictureKind) -> None:
        content: list[bytes] = []
        if kind is PictureKind.PDF:
            self._on_paper(card, lambda picture: content.append(picture.encoded(kind)))
        else:
            content.append(card.picture().encoded(kind))
        try:
            write_atomically(where, content[0])
        except OSError as error:
            said = tr("{file} could not be written: {reason}. Choose another folder or name.")
            self.message.emit(said.format(file=where, reason=error.strerror or error))
            return
        self.message.emit(tr("Saved as {file}.").format(file=where))

    def _on_paper(self, card: ChartCard, draw: Callable[[ChartPicture], None]) -> None:
        """Draw in light colours, patterns kept where they are wanted.

        Nothing of it is seen on the screen: it is over before the event loop paints.
        """
        look = self._look
        before, light = look.choice, ThemeChoice.HIGH_CONTRAST_LIGHT if look.is_high_contrast else ThemeChoice.LIGHT
        try:
            look.set_theme(light)
            draw(card.picture())
        finally:
            look.set_theme(before)


def kind_words(kind: PictureKind) -> str:
    """A kind of file as the file dialog lists it."""
    return {
        PictureKind.PNG: tr("Picture (*.png)"),
        PictureKind.SVG: tr("Drawing (*.svg)"),
        PictureKind.PDF: tr("Page (*.pdf)"),
    }[kind]


def named(path: Path, kind: PictureKind) -> tuple[Path, PictureKind]:
    """The name with a suffix that tells the truth, and the kind it tells.

    A suffix that was typed is meant; but where another kind than the first was chosen, the name that was proposed
    still ends in .png, and the kind is meant.
    """
    typed = {f".{one}": one for one in PictureKind}.get(path.suffix.lower())
    if typed is None:
        return path.with_name(f"{path.name}.{kind}"), kind
    if typed is PictureKind.PNG and kind is not PictureKind.PNG:
        return path.with_suffix(f".{kind}"), kind
    return path, typed


def file_stem(title: str) -> str:
    """A title as a file's name: no sign that some system refuses."""
    words = "".join(sign if sign.isalnum() else " " for sign in title).split()
    return "-".join(words).casefold()[:80] or "chart"


def _window(widget: QWidget) -> QWidget:
    return widget.window()
