"""Sheet: a dialog to read: a heading, a column that scrolls if it must, a way out."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.text import Text

SHARE = 0.92  # of the window that a sheet may fill


class Sheet(GroundDialog):
    """Add widgets to `column`, then `open()`."""

    def __init__(self, look: Look, title: str, parent: QWidget, *, width: float = 560) -> None:
        """Width in pixels at 100 %; never wider or higher than the window it lies over."""
        super().__init__(look, title, parent)
        self._width = width
        frame = self.frame
        frame.setContentsMargins(0, look.sp(18), 0, look.sp(8))
        frame.setSpacing(look.sp(8))
        self._head = head = QHBoxLayout()
        head.setContentsMargins(look.sp(24), 0, look.sp(14), 0)
        head.addWidget(Text(look, title, "h2"), 1)
        close = Button(look, "", "ghost", "close", height=36)
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        close.clicked.connect(self.accept)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        frame.addLayout(head)
        self._page = ScrollPage(look, margins=(24, 4, 24, 16), gap=10)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = self._page.column
        frame.addWidget(self._page, 1)
        inner = self._page.widget()
        if inner is not None:
            inner.installEventFilter(self)

    def open(self) -> None:
        """Show it over its window, as high as its words need."""
        self.column.addStretch(1)
        self.setFixedWidth(min(self._look.px(self._width), self.room(SHARE).width()))
        super().open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words take their height when they have their width: the sheet follows."""
        inner = self._page.widget()
        if event.type() is QEvent.Type.LayoutRequest and inner is not None and watched is inner:
            margins = self.frame.contentsMargins()
            around = margins.top() + self._head.sizeHint().height() + self.frame.spacing() + margins.bottom()
            wanted = inner.sizeHint().height() + around
            self._grow(min(wanted, self.room(SHARE).height()))
        return super().eventFilter(watched, event)

    def _grow(self, height: int) -> None:
        """Take that height; where it shows already, over the middle of its window, not off the screen's edge."""
        if height == self.height():
            return
        self.resize(self.width(), height)
        over = self.parentWidget()
        if self.isVisible() and over is not None:
            frame = self.frameGeometry()
            frame.moveCenter(over.window().frameGeometry().center())
            self.move(frame.topLeft())
