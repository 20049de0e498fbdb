"""LedgerDialog: how a figure in kilocalories was counted."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.ledger.account import Account
from trainer.ui.ledger.table import LedgerTable
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import BottomBar, Rule
from trainer.ui.widgets.text import Text

_SIZE = QSize(760, 720)  # pixels at 100 % text, if the window is that large


class LedgerDialog(GroundDialog):
    """The account, what it rests on, its table."""

    def __init__(self, look: Look, account: Account, parent: QWidget) -> None:
        title = tr("How the calories are counted")
        super().__init__(look, title, parent)
        self.setAccessibleDescription(" ".join((account.title, tr("{range} kcal").format(range=account.figure))))
        self.frame.addWidget(self._page(title, account), 1)
        self.frame.addWidget(self._bar())
        self.fit(_SIZE)

    def _page(self, title: str, account: Account) -> ScrollPage:
        look = self._look
        page = ScrollPage(look, margins=(24, 22, 24, 16), gap=8)
        add = page.column.addWidget
        add(Text(look, title, "h2"))
        head = QHBoxLayout()
        head.setSpacing(look.sp(10))
        range_ = Text(look, tr("{range} kcal").format(range=account.figure), "h3", lines=1)
        head.addWidget(range_, 0, Qt.AlignmentFlag.AlignBottom)
        whose = ", ".join(filter(None, (account.title, account.whose, account.claim)))
        head.addWidget(Text(look, whose, "small", "ink2", balance=False, lines=3), 1, Qt.AlignmentFlag.AlignBottom)
        page.column.addLayout(head)
        for reason in account.reasons:
            add(Text(look, reason, "small", "ink2", balance=False))
        add(Rule(look))
        self.table = LedgerTable(look, account)
        add(self.table, 1)
        return page

    def _bar(self) -> BottomBar:
        bar = BottomBar(self._look, margin=24)
        close = Button(self._look, tr("Close"), "second", height=40)
        close.clicked.connect(self.accept)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        return bar
