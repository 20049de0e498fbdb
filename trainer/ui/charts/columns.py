"""ColumnsView: the widget under every chart of columns: theme, size, what is pointed at, and what is read aloud."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.charts.bar_card import Row
from trainer.ui.charts.labels import GAP, Label
from trainer.ui.charts.plot import Plot
from trainer.ui.charts.pointed_view import PointedView
from trainer.ui.charts.table import ChartTable
from trainer.ui.theme.look import Look

_MOST_INTERVALS = 4  # more grid lines tell nothing more


class ColumnsView(PointedView):
    """Shows columns and lets one be pointed at: by the mouse, or by Left, Right, Home and End; Escape lets go.

    A click or Enter chooses the one pointed at, where there is something behind it.
    """

    bar_pointed = Signal(object)  # index of the column, or None
    bar_chosen = Signal(int)  # index of the column

    _plots: tuple[Plot, ...] = ()  # of the class: pyqtgraph resizes the view while it is being made

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """`name` is what assistive technology calls it."""
        super().__init__(look, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(60, 60)
        look.changed.connect(self._on_look_changed)

    # what a chart of its own says

    @abstractmethod
    def arrange(self) -> None:
        """Fit scales to the bars and to the sizes of the fields."""

    @abstractmethod
    def axis_texts(self) -> Sequence[str]:
        """The widest texts beside the fields."""

    @abstractmethod
    def title_of(self, index: int) -> str:
        """What a column stands for."""

    @abstractmethod
    def figures_of(self, index: int) -> Sequence[Row]:
        """A column's figures, for the card."""

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plots:
            self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        index = self._index_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index is not None and index == self._pointed:
            self._choose(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hide_card()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self._choose(self._pointed)
        else:
            super().keyPressEvent(event)

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

    def _index_at(self, position: QPointF) -> int | None:
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
            self._show_figures(index)
        if changed:
            self._describe()
            self.bar_pointed.emit(index)

    def _choose(self, index: int) -> None:
        if self.leads_somewhere(index):
            self.bar_chosen.emit(index)

    def _show_figures(self, index: int) -> None:
        box = self._plots[0].box
        left = self.mapFromScene(box.mapViewToScene(QPointF(index - 0.5, 0))).x()
        right = self.mapFromScene(box.mapViewToScene(QPointF(index + 0.5, 0))).x()
        anchor = QRect(left, 0, right - left, self.height())
        self._show_card(self.title_of(index), self.figures_of(index), anchor)

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
