"""PointedView: what every chart of pyqtgraph's does alike: one thing pointed at, by mouse or keys, and its card."""

from abc import abstractmethod
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from trainer.ui.charts.bar_card import BarCard, Row
from trainer.ui.theme.look import Look


class PointedView(pg.GraphicsView):
    """Points by the mouse, or by Left, Right, Home and End; Escape lets go. Leaving it, or its page, lets go too."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """`name` is what assistive technology calls it."""
        super().__init__(parent, background=None)
        self._look = look
        self._pointed: int | None = None
        self._card: BarCard | None = None
        self._ring = False  # around the chart that has the keyboard, for those who use the keyboard
        self._field = pg.GraphicsLayout()
        self._field.layout.setContentsMargins(0, 0, 0, 0)
        self._field.layout.setSpacing(0)
        self.setCentralItem(self._field)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # a cached background is filled, not transparent
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    # what a chart of its own says

    @abstractmethod
    def count(self) -> int:
        """How many things can be pointed at."""

    @abstractmethod
    def _index_at(self, position: QPointF) -> int | None:
        """The thing at a place of the widget; None: none is there."""

    @abstractmethod
    def _set_pointed(self, index: int | None) -> None:
        """Point at another, or at none."""

    @abstractmethod
    def sentence_of(self, index: int) -> str:
        """Everything about a thing, to be read aloud."""

    # state

    @property
    def pointed(self) -> int | None:
        """The index of what is pointed at."""
        return self._pointed

    @property
    def card(self) -> BarCard | None:
        """The card of figures, once one has been shown."""
        return self._card

    # Qt

    def close(self) -> bool:
        """As of any widget: pyqtgraph's own takes the viewport away, which crashes now and then."""
        return QWidget.close(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.color("accent"), 2))
                painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_pointed(self._index_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._set_pointed(self._index_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_pointed(None)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._set_pointed(None)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, here = self.count() - 1, self._pointed
        steps = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() == Qt.Key.Key_Escape and here is not None:
            self._set_pointed(None)
        elif event.key() in steps and last >= 0:
            self._ring = True
            self._set_pointed(steps[Qt.Key(event.key())])
            self._announce()
        else:
            event.ignore()

    # inside

    def _show_card(self, title: str, figures: Sequence[Row], anchor: QRect) -> None:
        """`anchor`: what it is about, in the widget's own pixels."""
        window = self.window()
        if self._card is None or self._card.parentWidget() is not window:
            self._drop_card()
            self._card = BarCard(self._look, window)
            self.destroyed.connect(self._card.deleteLater)
        anchor.moveTopLeft(self.viewport().mapTo(window, anchor.topLeft()))
        self._card.show_beside(title, figures, anchor)

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()

    def _drop_card(self) -> None:
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def _announce(self) -> None:
        if self._pointed is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence_of(self._pointed)))
