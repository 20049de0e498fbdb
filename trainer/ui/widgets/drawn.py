"""The bases of widgets that draw themselves: plain ones, labels and buttons."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from trainer.ui.theme.look import Look, mix_colors
from trainer.ui.widgets.painting import painting
from trainer.ui.widgets.transition import HOVER_MS, Transition

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_NOT_BY_KEYS = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


class SelfDrawn(_Widget):
    """Mixed into a QWidget: `draw` paints it, `measure` says its size, and it follows the look."""

    look: Look

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Paint the widget. The painter is antialiased, and closed afterwards whatever happens."""

    @abstractmethod
    def measure(self) -> QSize:
        """The size wanted in the look in force."""

    def bounds(self) -> QRectF:
        """The widget's own rectangle."""
        return QRectF(self.rect())

    def follow(self, look: Look) -> None:
        """Take the look and its changes. To be called once, while being made."""
        self.look = look
        look.changed.connect(self._on_look_changed)

    def restyle(self) -> None:
        """Renew whatever was made from the look and kept. Called after each of its changes."""

    def sizeHint(self) -> QSize:
        return self.measure()

    def minimumSizeHint(self) -> QSize:
        return self.measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(0.4)
            self.draw(painter)

    def _on_look_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()


class Drawn(SelfDrawn, QWidget):
    """A widget that draws itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        QWidget.__init__(self, parent)
        self.follow(look)


class DrawnLabel(SelfDrawn, QLabel):
    """A text that draws itself. Assistive technology sees a label with that text; markup in it is only text."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        QLabel.__init__(self, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.follow(look)
        self.setText(text)

    def set_accessible(self, name: str, description: str) -> None:
        """Give assistive technology a name and a value to find. Nothing is announced."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)


class DrawnButton(SelfDrawn, QAbstractButton):
    """Something to press: keys, groups and role are Qt's own. Of fixed size unless its policy is changed."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        QAbstractButton.__init__(self, parent)
        self._ring = False
        self._hover = Transition(look, HOVER_MS, self)
        self.follow(look)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def hovered(self) -> bool:
        """The pointer is over it and it can be pressed."""
        return self.underMouse() and self.isEnabled()

    def hover_fill(self, plain: QColor, hovered: QColor) -> QColor:
        """The ground on the way between the two, as the pointer comes and goes; at once while held down."""
        return mix_colors(plain, hovered, 1.0 if self.isDown() else self._hover.share)

    @property
    def shows_focus(self) -> bool:
        """It has the keyboard, and the person uses the keyboard."""
        return self._ring and self.hasFocus() and self.isEnabled()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._hover.go_to(1.0 if event.type() is QEvent.Type.HoverEnter and self.isEnabled() else 0.0)
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _NOT_BY_KEYS:
            self._ring = False
        elif event.reason() in _BY_KEYS:
            self._ring = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button too, as everywhere on the desktop."""
        self._ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
