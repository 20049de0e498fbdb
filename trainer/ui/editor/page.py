"""EditorPage: the shelf of routines, and the desk on which one of them lies."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer.ui.editor.desk_view import DeskView
from trainer.ui.editor.row_delegate import Thumbnails
from trainer.ui.editor.shelf_view import ShelfView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Ground


class EditorPage(Ground):
    """Shows one of the two."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.shelf, self.desk = ShelfView(look), DeskView(look)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.shelf)
        self._stack.addWidget(self.desk)

    def show_shelf(self) -> None:
        """Show the routines there are."""
        self._stack.setCurrentWidget(self.shelf)
        self.shelf.focus_list()

    def show_desk(self) -> None:
        """Show the routine being edited."""
        self._stack.setCurrentWidget(self.desk)
        self.desk.focus_list()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where small pictures come from; called again once there are more."""
        self.desk.list.set_thumbnails(thumbnails)
