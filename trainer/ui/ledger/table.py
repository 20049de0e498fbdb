"""LedgerTable: an account phase by phase."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.ledger.account import Account
from trainer.ui.ledger.table_model import LedgerTableModel
from trainer.ui.theme.look import Look
from trainer.ui.widgets.row_table import RowTable

_ROW, _LEAST_ROWS, _WIDTH = 28, 5, 560  # px at 100 %


class LedgerTable(RowTable):
    """Takes what height there is and scrolls."""

    def __init__(self, look: Look, account: Account, parent: QWidget | None = None) -> None:
        name, model = tr("How the calories were counted"), LedgerTableModel(look, account.rows)
        super().__init__(look, name, model, parent, row=_ROW, least_rows=_LEAST_ROWS, stretched=0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), self.rows_height(self.model().rowCount() + 2))
