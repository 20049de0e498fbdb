"""The window: the rail on the left, one page at a time, nothing else."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.nav_rail import NavRail

SMALLEST = (720, 480)  # the narrow stage still holds digits, bar, name and cue
FIRST_SIZE = QSize(1280, 800)
FRAME = QSize(16, 48)  # about what a title bar and borders take


class PageName(StrEnum):
    """The pages, in the rail's order."""

    WORKOUT = "workout"
    LIBRARY = "library"
    EDITOR = "editor"
    PROGRESS = "progress"
    SETTINGS = "settings"


class MainWindow(QMainWindow):
    """Shows pages and makes each when it is first opened. Knows nothing of what they do."""

    page_opened = Signal(str)
    close_requested = Signal()  # only while `hold_open` stands
    first_painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._hold_open = False
        self._painted = False
        self._alone: QWidget | None = None
        self.setWindowTitle(tr("Trainer"))
        self.setMinimumSize(*SMALLEST)
        self.resize(_first_size())
        self._rail = NavRail(look)
        self._stack = QStackedWidget()
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._rail.page_chosen.connect(self.open)

    def add_page(self, name: PageName, make: Callable[[], QWidget]) -> None:
        """Register a page; `make` is called when it is first opened."""
        self._makers[name] = make

    def open(self, name: str) -> None:
        """Show the page of that name."""
        if name not in self._pages:
            page = self._makers[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[name])
        self._rail.set_current(name)
        self.page_opened.emit(name)

    def show_alone(self, view: QWidget | None) -> None:
        """Show a view that has to be answered before there are pages, or take it away again."""
        if self._alone is not None:
            self._stack.removeWidget(self._alone)
            self._alone.deleteLater()
        self._alone = view
        self._rail.setVisible(view is None)
        if view is not None:
            self._stack.addWidget(view)
            self._stack.setCurrentWidget(view)

    @property
    def current(self) -> str:
        """The name of the page that shows."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    def set_rail_visible(self, visible: bool) -> None:
        """The rail hides while a session runs."""
        self._rail.setVisible(visible)

    def hold_open(self, hold: bool) -> None:
        """While held, closing the window only asks (`close_requested`)."""
        self._hold_open = hold

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def geometry_text(self) -> str:
        """Size and place, to be kept with the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Take up a kept size and place; anything unreadable is ignored."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore")))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._hold_open:
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()


def _first_size() -> QSize:
    """The designed size, or what the screen has room for."""
    return FIRST_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize() - FRAME)
