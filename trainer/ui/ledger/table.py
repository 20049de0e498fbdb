"""LedgerTable: an account phase by phase. Arrow keys walk through it, Tab leaves it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from trainer.language import tr
from trainer.ui.ledger.account import Account
from trainer.ui.ledger.table_model import LedgerTableModel
from trainer.ui.theme.look import Look

_ROW, _LEAST_ROWS, _WIDTH = 28, 5, 560  # px at 100 %


class LedgerTable(QTableView):
    """Takes what height there is and scrolls."""

    def __init__(self, look: Look, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(LedgerTableModel(look, account.rows, self))
        self.setAccessibleName(tr("How the calories were counted"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() + 2
        return QSize(self._look.px(_WIDTH), self._look.px(_ROW) * rows)

    def _on_look_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW))
        self.setMinimumHeight(self._look.px(_ROW) * _LEAST_ROWS)
