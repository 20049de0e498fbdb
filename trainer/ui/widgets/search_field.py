"""SearchField: where one types what one looks for."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.painting import draw_key, key_width, painting

_HEIGHT = 42  # px at 100 %


class SearchField(QLineEdit):
    """A line edit with a sign, the key that leads to it, and a cross once there is something to clear.

    Escape clears it, and leaves it when there is nothing to clear; Down and Enter leave it for what was found.
    """

    left = Signal()

    def __init__(self, look: Look, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """`name` for assistive technology."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clear = Button(look, "", "ghost", "close", height=28, parent=self)
        self._clear.setAccessibleName(tr("Clear the search"))
        self._clear.setToolTip(tr("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        size = self._clear.sizeHint()
        self._clear.setGeometry(
            self.width() - size.width() - self._look.px(8),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        with painting(self) as painter:
            half = look.px(9)
            square = QRectF(look.px(13), self.height() / 2 - half, 2 * half, 2 * half)
            look.draw_icon(painter, "search", square, look.color("ink2"), 2.0)
            if not self.text() and not self.hasFocus():
                left = self.width() - look.px(14) - key_width(look, "/")
                draw_key(painter, look, left, self.height() / 2, "/", look.color("ink2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.update()

    def _on_look_changed(self) -> None:
        look = self._look
        self.setTextMargins(look.px(28), 0, look.px(30), 0)
        self.setFixedHeight(look.px(_HEIGHT))
        self.updateGeometry()
        self.update()
