"""The window: the rail on the left, one page at a time, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look

if TYPE_CHECKING:
    from trainer.ui.widgets.nav_rail import NavRail

SMALLEST = (720, 480)  # the narrow stage still holds digits, bar, name and cue
FIRST_SIZE = QSize(1280, 800)
FRAME = QSize(16, 48)  # about what a title bar and borders take
RAIL_WIDTH = 84  # pixels at 100 % text, as the rail itself has it


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
        self._made_rail: NavRail | None = None
        self._stack = QStackedWidget()
        body = QWidget()
        self._row = QHBoxLayout(body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)
        self.setCentralWidget(body)

    def furnish(self) -> NavRail:
        """Put the rail in, once, and the key that closes.

        The first frame has the rail's ground alone: the window is there a fifth sooner so.
        """
        if self._made_rail is None:
            from trainer.ui.widgets.nav_rail import NavRail

            self._made_rail = NavRail(self._look)
            self._made_rail.page_chosen.connect(self.open)
            self._row.insertWidget(0, self._made_rail)
            QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        return self._made_rail

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
        self.furnish().set_current(name)
        self.page_opened.emit(name)

    def show_alone(self, view: QWidget | None) -> None:
        """Show a view that has to be answered before there are pages, or take it away again."""
        if self._alone is not None:
            self._stack.removeWidget(self._alone)
            self._alone.deleteLater()
        self._alone = view
        self.furnish().setVisible(view is None)
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
        self.furnish().setVisible(visible)

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
        if self._made_rail is None:
            self._paint_ground_of_rail()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _paint_ground_of_rail(self) -> None:
        width = self._look.px(RAIL_WIDTH)
        painter = QPainter(self)
        painter.fillRect(0, 0, width, self.height(), self._look.color("surface"))
        painter.fillRect(width - 1, 0, 1, self.height(), self._look.color("line"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._hold_open:
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()


def _first_size() -> QSize:
    """The designed size, or what the screen has room for."""
    return FIRST_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize() - FRAME)
