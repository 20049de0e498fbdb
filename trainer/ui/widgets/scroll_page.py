"""ScrollPage: a page that scrolls up and down only, and is centred where the window is very wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look

_CENTRED_FROM = 1600  # px at 100 %


class ScrollPage(QScrollArea):
    """Add widgets to `column`. Sizes in pixels at 100 %; `cap` is the widest the column gets from 1600 on."""

    def __init__(
        self,
        look: Look,
        *,
        cap: float = 1240,
        margins: tuple[float, float, float, float] = (32, 22, 32, 20),
        gap: float = 16,
        parent: QWidget | None = None,
    ) -> None:
        """`margins`: left, top, right, bottom."""
        super().__init__(parent)
        self._look, self._cap, self._margins, self._gap = look, cap, margins, gap
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        row.addStretch(0)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        self.setWidget(outer)
        outer.setAutoFillBackground(False)  # which setWidget turns on
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_margins(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep other distances from the edges, px at 100 %."""
        self._margins = (left, top, right, bottom)
        self._on_look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_width()
        super().resizeEvent(event)

    def _keep_width(self) -> None:
        """Nothing in the page may make it wider than the window: what is too wide shrinks or breaks."""
        page = self.widget()
        if page is not None:
            page.setMaximumWidth(self.viewport().width())
        wide = self._look.em(self.width()) >= _CENTRED_FROM
        self._inner.setMaximumWidth(self._look.px(self._cap) if wide else 16777215)

    def _on_look_changed(self) -> None:
        left, top, right, bottom = (self._look.sp(side) for side in self._margins)
        self.column.setContentsMargins(left, top, right, bottom)
        self.column.setSpacing(self._look.sp(self._gap))
        self._keep_width()
