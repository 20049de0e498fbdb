"""ColumnsView: the widget under every chart: theme, size, pointing by mouse and keys, and what is read aloud."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.charts.bar_card import BarCard, Row
from trainer.ui.charts.labels import GAP, Label
from trainer.ui.charts.plot import Plot
from trainer.ui.charts.table import ChartTable
from trainer.ui.theme.look import Look

_MOST_INTERVALS = 4  # more grid lines tell nothing more


class ColumnsView(pg.GraphicsView):
    """Shows columns and lets one be pointed at: by the mouse, or by Left, Right, Home and End; Escape lets go.

    A click or Enter chooses the one pointed at, where there is something behind it.
    """

    bar_pointed = Signal(object)  # index of the column, or None
    bar_chosen = Signal(int)  # index of the column

    _plots: tuple[Plot, ...] = ()  # of the class: pyqtgraph resizes the view while it is being made

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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(60, 60)
        self.setAccessibleName(name)
        look.changed.connect(self._on_look_changed)

    # what a chart of its own says

    @abstractmethod
    def arrange(self) -> None:
        """Fit scales to the bars and to the sizes of the fields."""

    @abstractmethod
    def axis_texts(self) -> Sequence[str]:
        """The widest texts beside the fields."""

    @abstractmethod
    def count(self) -> int:
        """How many columns there are."""

    @abstractmethod
    def title_of(self, index: int) -> str:
        """What a column stands for."""

    @abstractmethod
    def figures_of(self, index: int) -> Sequence[Row]:
        """A column's figures, for the card."""

    @abstractmethod
    def sentence_of(self, index: int) -> str:
        """Everything about a column, to be read aloud."""

    @abstractmethod
    def labels(self, pitch: float, measure: Callable[[str], float], gap: float) -> Sequence[Label]:
        """The texts under the columns that fit when these stand `pitch` pixels apart."""

    @abstractmethod
    def is_empty(self, index: int) -> bool:
        """Whether a column has nothing to show."""

    def leads_somewhere(self, index: int) -> bool:
        """Whether there is something behind a column that can be asked for."""
        return not self.is_empty(index)

    @abstractmethod
    def table(self) -> ChartTable:
        """Everything it shows, as a table."""

    def empty_words(self) -> str:
        """What is said where there is nothing to see."""
        return tr("No sessions yet.")

    def add_plot(self, *, dated: bool) -> Plot:
        """A new field under those there are; the last is to be dated."""
        plot = Plot(self._look, self._field, len(self._plots), dated=dated)
        self._plots = (*self._plots, plot)
        return plot

    def set_gap(self, pixels: float) -> None:
        """Leave so much between the fields, which share the height alike."""
        for row in range(len(self._plots)):
            self._field.layout.setRowStretchFactor(row, 1)
            if row < len(self._plots) - 1:
                self._field.layout.setRowSpacing(row, pixels)

    # commands

    def link_to(self, other: "ColumnsView") -> None:
        """Show the same stretch of time as `other`, whatever it shows."""
        for plot in self._plots:
            plot.link_to(other.first_plot)

    def show_columns(self) -> None:
        """What it shows is another now."""
        self._set_pointed(None)
        self._arrange()

    def point_at(self, index: int | None) -> None:
        """Mark a bar, as another chart of the same weeks does; no card, no signal."""
        self._pointed = index if index is not None and index < self.count() else None
        self._hide_card()
        for plot in self._plots:
            plot.point_at(self._pointed)

    # state

    @property
    def pointed(self) -> int | None:
        """The bar pointed at."""
        return self._pointed

    @property
    def card(self) -> BarCard | None:
        """The card of figures, once one has been shown."""
        return self._card

    @property
    def first_plot(self) -> Plot:
        """The topmost field."""
        return self._plots[0]

    def field_width(self) -> float:
        """Pixels the bars have."""
        return float(max(1.0, self.width() - self._axis_width()))

    def pitch(self) -> float:
        """Pixels from bar to bar."""
        return self.field_width() / (max(1, self.count()) + 0.2)

    def field_height(self) -> float:
        """Pixels all fields have together."""
        bottom = self._plots[-1].bottom
        taken = self._top_margin() + (bottom.height() if bottom is not None else 0.0)
        return float(max(1.0, self.height() - taken))

    def intervals(self, height: float, least: float) -> int:
        """Into how many parts a field that high is divided: none lower than `least` pixels at 100 % text."""
        return min(_MOST_INTERVALS, int(height / (least * self._look.text_scale)))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(110))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._look.px(96))

    def close(self) -> bool:
        """As of any widget: pyqtgraph's own takes the viewport away, which crashes now and then."""
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plots:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.color("accent"), 2))
                painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_pointed(self._bar_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._set_pointed(self._bar_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        index = self._bar_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index is not None and index == self._pointed:
            self._choose(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hide_card()
        event.ignore()  # the page scrolls

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_pointed(None)
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._set_pointed(None)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        last = self.count() - 1
        here = self._pointed
        steps = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() == Qt.Key.Key_Escape and here is not None:
            self._set_pointed(None)
        elif event.key() in steps and last >= 0:
            self._set_pointed(steps[Qt.Key(event.key())])
            self._announce()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self._choose(here)
        else:
            event.ignore()

    # inside

    def _on_look_changed(self) -> None:
        for plot in self._plots:
            plot.restyle()
        self._hide_card()
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    def _arrange(self) -> None:
        width = self._axis_width()
        self._field.layout.setContentsMargins(0, self._top_margin(), 0, 0)
        for plot in self._plots:
            plot.left.setWidth(width)
            plot.set_count(self.count())
        dated = self._plots[-1]
        if dated.bottom is not None:
            measure = dated.bottom.metrics.horizontalAdvance
            dated.set_labels(self.labels(self.pitch(), measure, GAP * self._look.text_scale))
        self.arrange()
        self._describe()

    def _top_margin(self) -> float:
        """Room for the upper half of a label at the very top of the axis."""
        return round(self._plots[0].left.metrics.height() / 2)

    def _axis_width(self) -> float:
        metrics = self._plots[0].left.metrics
        return round(max(metrics.horizontalAdvance(text) for text in self.axis_texts())) + 8

    def _bar_at(self, position: QPointF) -> int | None:
        x = self._plots[0].box.mapSceneToView(self.mapToScene(position.toPoint())).x()
        index = round(x)
        left_of_field = position.x() < self._axis_width()
        return index if 0 <= index < self.count() and not left_of_field else None

    def _set_pointed(self, index: int | None) -> None:
        changed = index != self._pointed
        self._pointed = index
        leads = index is not None and self.leads_somewhere(index)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        for plot in self._plots:
            plot.point_at(index)
        if index is None:
            self._hide_card()
        else:
            self._show_card(index)
        if changed:
            self._describe()
            self.bar_pointed.emit(index)

    def _choose(self, index: int) -> None:
        if self.leads_somewhere(index):
            self.bar_chosen.emit(index)

    def _show_card(self, index: int) -> None:
        window = self.window()
        if self._card is None or self._card.parentWidget() is not window:
            self._drop_card()
            self._card = BarCard(self._look, window)
            self.destroyed.connect(self._card.deleteLater)
        box = self._plots[0].box
        left = self.mapFromScene(box.mapViewToScene(QPointF(index - 0.5, 0))).x()
        right = self.mapFromScene(box.mapViewToScene(QPointF(index + 0.5, 0))).x()
        anchor = QRect(self.viewport().mapTo(window, QPoint(left, 0)), QSize(right - left, self.height()))
        self._card.show_beside(self.title_of(index), self.figures_of(index), anchor)

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()

    def _drop_card(self) -> None:
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def _describe(self) -> None:
        """Keep the accessible description true: the bar pointed at, else what can be done here."""
        if self._pointed is not None:
            text = self.sentence_of(self._pointed)
        elif not all(map(self.is_empty, range(self.count()))):
            text = tr("{latest} Left and Right go through the bars.")
            if any(map(self.leads_somewhere, range(self.count()))):
                text = tr("{latest} Left and Right go through the bars, Enter shows the sessions.")
            text = text.format(latest=self.sentence_of(self.count() - 1))
        else:
            text = self.empty_words()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _announce(self) -> None:
        if self._pointed is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence_of(self._pointed)))
