"""GroundDialog: a dialog on the look's own ground, with a column to fill."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Ground

_SHARE = 0.94  # of its window that it may fill


class GroundDialog(QDialog):
    """Modal to its window; Escape closes it. Goes when closed. Add to `frame`, `fit`, then `open()`."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        ground = Ground(look, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.frame = QVBoxLayout(ground)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)

    def fit(self, size: QSize) -> None:
        """Be as large, in pixels at 100 % text, if the window under it is that large."""
        wanted = QSize(self._look.px(size.width()), self._look.px(size.height()))
        self.resize(wanted.boundedTo(self.room(_SHARE)))

    def room(self, share: float) -> QSize:
        """That share of the window under it. The window is asked for, not kept: it owns the dialog."""
        over = self.parentWidget()
        return (over if over is not None else self).window().size() * share
