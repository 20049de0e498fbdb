"""ImportDialog: paste an article or open one, look at what is understood, save it as a routine."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.library.article.page_text import text_of_html
from trainer.library.article.source import ENDINGS, MOST_BYTES
from trainer.ui.library.import_model import Preview
from trainer.ui.library.import_preview import ImportPreview
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.surfaces import BottomBar
from trainer.ui.widgets.text import Text

_SIZE = QSize(860, 700)  # pixels at 100 % text, if the window is that large


class ImportDialog(GroundDialog):
    """Modal to its window; Escape closes it and saves nothing. Whoever opens it reads and saves, and answers."""

    text_given = Signal(str)
    file_given = Signal(str)  # path
    save_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, tr("Import a routine"), parent)
        self.text = _PageEdit(look)
        self.preview = ImportPreview(look)
        self._title = Text(look, tr("Import a routine"), "h2", lines=1)
        self._hint = Text(
            look,
            tr("Paste a page about a workout, or open one. You see what is understood before anything is saved."),
            "body",
            "ink2",
        )
        self._trouble = Text(look, "", "body", "danger")
        self._trouble.hide()
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.fit(_SIZE)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # what it shows

    def show_preview(self, preview: Preview) -> None:
        """What was understood; Save is possible now."""
        self._be_reading(False)
        self._trouble.hide()
        self._hint.set_text(tr("This is what was understood. Every inferred value stands beside its sentence."))
        self.preview.show_preview(preview)
        self._stack.setCurrentWidget(self.preview)
        self._show_buttons()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Why there is nothing to save, or why it could not be saved."""
        self._be_reading(False)
        self._trouble.set_text(sentence)
        self._trouble.setAccessibleName(sentence)
        self._trouble.show()

    # inside

    def _build(self) -> None:
        look = self._look
        frame = self.frame
        frame.setContentsMargins(0, look.sp(22), 0, 0)
        frame.setSpacing(look.sp(12))
        head = QVBoxLayout()
        head.setContentsMargins(look.sp(24), 0, look.sp(24), 0)
        head.setSpacing(look.sp(4))
        for part in (self._title, self._hint, self._trouble):
            head.addWidget(part)
        frame.addLayout(head)
        inset = QWidget()
        around = QHBoxLayout(inset)
        around.setContentsMargins(look.sp(24), 0, look.sp(24), look.sp(16))
        around.addWidget(self.text)
        self._paste_page = inset
        self._stack.addWidget(inset)
        self._stack.addWidget(self.preview)
        frame.addWidget(self._stack, 1)
        bar = BottomBar(look, margin=24)
        self._open_file = Button(look, tr("Open a file"), "second", "folder", height=40)
        self._back = Button(look, tr("Back to the text"), "second", "chevron-left", height=40)
        self._cancel = Button(look, tr("Cancel"), "ghost", height=40)
        self._read = Button(look, tr("Preview"), "primary", height=40)
        self._save = Button(look, tr("Save"), "primary", "check", height=40)
        bar.row.addWidget(self._open_file)
        bar.row.addWidget(self._back)
        bar.row.addStretch(1)
        for button in (self._cancel, self._read, self._save):
            bar.row.addWidget(button)
        for button in (self._open_file, self._back, self._cancel, self._read, self._save):
            button.setAccessibleName(button.text())
        frame.addWidget(bar)
        self._show_buttons()

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._back.clicked.connect(self._on_back_clicked)
        self._read.clicked.connect(self._on_read_clicked)
        self._save.clicked.connect(self.save_chosen)
        self._open_file.clicked.connect(self._on_open_clicked)
        self.text.textChanged.connect(self._on_text_changed)

    def _show_buttons(self) -> None:
        shown = self._stack.currentWidget() is self.preview
        for button in (self._back, self._save):
            button.setVisible(shown)
        for button in (self._open_file, self._read):
            button.setVisible(not shown)
        self._read.setEnabled(bool(self.text.toPlainText().strip()))

    def _be_reading(self, reading: bool) -> None:
        self._read.setEnabled(not reading and bool(self.text.toPlainText().strip()))
        self._open_file.setEnabled(not reading)
        self._read.set_text(tr("Reading ...") if reading else tr("Preview"))

    def _on_back_clicked(self) -> None:
        self._trouble.hide()
        self._hint.set_text(
            tr("Paste a page about a workout, or open one. You see what is understood before anything is saved.")
        )
        self._stack.setCurrentWidget(self._paste_page)
        self._show_buttons()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read_clicked(self) -> None:
        self._be_reading(True)
        self.text_given.emit(self.text.toPlainText())

    def _on_open_clicked(self) -> None:
        chooser = QFileDialog(self, tr("Open a page"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        pages = " ".join(f"*{ending}" for ending in ENDINGS)
        chooser.setNameFilters([tr("Pages ({endings})").format(endings=pages), tr("Every file (*)")])
        chooser.fileSelected.connect(self._on_file_selected)
        chooser.open()

    def _on_file_selected(self, path: str) -> None:
        self._be_reading(True)
        self.file_given.emit(path)

    def _on_text_changed(self) -> None:
        self._trouble.hide()
        self._read.setEnabled(bool(self.text.toPlainText().strip()))


class _PageEdit(QPlainTextEdit):
    """Takes a page from the clipboard with its headings, lists and tables, as text that can be changed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(tr("Text of the page"))
        self.setPlaceholderText(tr("Paste the page here"))
        self.setTabChangesFocus(True)
        self.setMinimumHeight(look.px(160))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt's own, called when something is pasted or dropped."""
        if source.hasHtml() and len(source.html()) <= MOST_BYTES:
            text = text_of_html(source.html())
            if text.strip():
                self.insertPlainText(text)
                return
        super().insertFromMimeData(source)
