"""Toast: a message that passes, with the one thing to do about it."""

from collections import deque

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.painting import draw_box, painting
from trainer.ui.widgets.text import Text

SHOWN_MS = 8000
_WIDTH, _MARGIN = 560, 12  # px at 100 %; the margin to the edges of what it lies on


class _Message(Struct, frozen=True):
    text: str
    action: str  # the word on the button; empty: none


class Toast(QWidget):
    """Lies over the top of its parent, off the controls at the bottom. Stays while pointed at or focused.

    One message at a time: others wait until it has gone.
    """

    action_chosen = Signal()
    dismissed = Signal()  # passed or closed without the action

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._messages: deque[_Message] = deque()  # the one shown, then those that wait
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
        """Say it for eight seconds, after what is being said. `action` is the word on the button, if any.

        A message that is shown stays for another eight seconds, one that waits is not said twice.
        """
        message = _Message(text, action)
        if message not in self._messages:
            self._messages.append(message)
        if self._messages[0] == message:
            self._show_first()

    def dismiss(self) -> None:
        """Take away what is shown; the next message takes its place."""
        self._timer.stop()
        self.hide()
        if self._messages:
            self._messages.popleft()
        if self._messages:
            self._show_first()

    def withdraw(self) -> None:
        """Take away what is shown if it offers something to do: by now it is done, or in sight."""
        if self._messages and self._messages[0].action:
            self.dismiss()

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

    def _show_first(self) -> None:
        """Show the first message from now on; assistive technology is told."""
        text, action = self._messages[0].text, self._messages[0].action
        self._text.set_text(text)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _place(self) -> None:
        under = self.parentWidget()  # asked for, not kept: it owns this
        if under is None:
            return
        look, around, margin = self._look, self._row.contentsMargins(), self._look.sp(_MARGIN)
        width = min(look.px(_WIDTH), max(0, under.width() - 2 * margin))
        room, least = width - around.left() - around.right(), 0
        if self._messages and self._messages[0].action:
            button = self._action.sizeHint()
            room, least = room - button.width() - self._row.spacing(), button.height()
        height = max(self._text.height_for(room), least)
        self.setFixedSize(width, height + around.top() + around.bottom())
        self.move((under.width() - width) // 2, margin)

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
