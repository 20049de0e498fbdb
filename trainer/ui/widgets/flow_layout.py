"""FlowLayout: widgets in rows, as many in each as fit; and Flow, a widget that holds one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from trainer.ui.theme.look import Look


class FlowLayout(QLayout):
    """Left to right, then the next row. Items of a row stand centred on one line. Gap in pixels at 100 %."""

    def __init__(self, look: Look, gap: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._gap = look, gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        gap = self._look.sp(self._gap)
        items = self._shown()
        width = sum(item.sizeHint().width() + gap for item in items) - (gap if items else 0)
        return QSize(width, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Height of all rows in a rectangle of that width; puts the items there where `place`."""
        gap = self._look.sp(self._gap)
        y = rect.y()
        for row in self._rows(rect.width(), gap):
            tallest = max(size.height() for _, size in row)
            if place:
                x = rect.x()
                for item, size in row:
                    item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
                    x += size.width() + gap
            y += tallest + gap
        return max(0, y - rect.y() - gap)

    def _rows(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(item.minimumSize().width(), width)))
            if not rows or used + gap + size.width() > width:
                rows.append([])
                used = -gap
            rows[-1].append((item, size))
            used += gap + size.width()
        return rows


class Flow(QWidget):
    """Add widgets to it: it is always exactly as high as their rows at its width, in any layout."""

    def __init__(self, look: Look, gap: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(look, gap, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, *widgets: QWidget) -> None:
        """Append widgets."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take all of them out and delete them."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """No: layouts ask it for one height, which follows each change of its width."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(self._flow.sizeHint().width(), self._flow.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._flow.minimumSize().width(), self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
