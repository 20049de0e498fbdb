"""Toast: a message that passes, with the one thing to do about it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.painting import draw_box, painting
from trainer.ui.widgets.text import Text

SHOWN_MS = 8000
_BOTTOM = 24  # px at 100 %, above the edge of what it lies on


class Toast(QWidget):
    """Lies over the bottom of its parent. One at a time. Stays while pointed at or focused."""

    action_chosen = Signal()
    dismissed = Signal()  # passed or closed without the action

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._text = Text(look, "", "body", "canvas", balance=False)
        self._action = Button(look, "", "second", height=34)
        self._action.clicked.connect(self._on_action_clicked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_timed_out)
        parent.installEventFilter(self)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    def show_message(self, text: str, action: str = "") -> None:
        """Say it for eight seconds; assistive technology is told. `action` is the word on the button, if any."""
        self._text.set_text(text)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), look.px(12), look.color("ink"), look.color("edge"))

    def _place(self) -> None:
        under = self.parentWidget()  # asked for, not kept: it owns this
        if under is None:
            return
        look, room = self._look, under.rect()
        margin = look.sp(_BOTTOM)
        self.setFixedWidth(min(look.px(560), max(0, room.width() - 2 * margin)))
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - margin)

    def _on_action_clicked(self) -> None:
        self.dismiss()
        self.action_chosen.emit()

    def _on_timed_out(self) -> None:
        if self._action.hasFocus():
            self._timer.start()
            return
        self.dismiss()
        self.dismissed.emit()

    def _on_look_changed(self) -> None:
        look = self._look
        self._row.setContentsMargins(look.sp(18), look.sp(10), look.sp(12), look.sp(10))
        self._row.setSpacing(look.sp(16))
        if not self.isHidden():
            self._place()
        self.update()
