"""Select: one choice of many, dropping down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, painting


class Select(QComboBox):
    """A combo box drawn as the look says; its list is styled by the window's style sheet. Width in pixels at 100 %."""

    def __init__(self, look: Look, width: float = 200, height: float = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._width, self._height = look, width, height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that style sheets reach
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._width), self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, rect = self._look, QRectF(self.rect())
        with painting(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(0.4)
            fill = look.color("sunken" if self.underMouse() else "surface")
            draw_box(painter, rect, look.px(10), fill, look.faint("edge", 0.75))
            if self.hasFocus():
                draw_focus_ring(painter, look, rect, look.px(10))
            font = look.font("body")
            words = elided(font, self.currentText(), rect.width() - look.px(44))
            draw_text(painter, font, look.color("ink"), look.px(12), rect.center().y(), words)
            half = look.px(8)
            square = QRectF(rect.right() - look.px(28), rect.center().y() - half, 2 * half, 2 * half)
            look.draw_icon(painter, "chevron-down", square, look.color("ink2"), 2.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: scrolling a page past it must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()
        self.update()
