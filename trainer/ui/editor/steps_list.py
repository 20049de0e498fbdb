"""StepsList: blocks and steps to be put in order, by hand or by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from trainer.core.editing import Place
from trainer.language import tr
from trainer.ui.editor.row_delegate import RowDelegate, Thumbnails
from trainer.ui.editor.rows import EditorRow, RowKind
from trainer.ui.editor.rows_model import ROW_ROLE, SET_UP_ROLE, WORK_ROLE, Index, RowsModel
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import painting

_BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_K = Qt.Key


class StepsList(QListView):
    """Says what the person wants of the row they are at.

    Alt+Up and Alt+Down move it, Delete removes it, Insert or Enter adds after it, Ctrl+D doubles it, Space switches a
    step on and off and folds a block, F2 types its work, plus and minus change it by five seconds.
    """

    place_chosen = Signal(Place)
    shifted = Signal(Place, int)  # -1 up, 1 down
    removed = Signal(Place)
    duplicated = Signal(Place)
    add_requested = Signal(Place)
    work_stepped = Signal(Place, int)  # -1 less, 1 more
    switched = Signal(Place, bool)
    dropped = Signal(Place, Place)
    set_up_chosen = Signal(Place, int)
    work_chosen = Signal(Place, int)
    folded = Signal(int, bool)  # a block, its steps show

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = RowsModel(self)
        self._delegate = RowDelegate(look, self)
        self._showing = False
        self._drop_row: int | None = None  # above which row something dragged would come to stand
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # drawn here, in the look's colour
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        for signal, out in (
            (self._rows.switched, self.switched),
            (self._rows.set_up_chosen, self.set_up_chosen),
            (self._rows.work_chosen, self.work_chosen),
        ):
            signal.connect(out)
        look.changed.connect(self._on_look_changed)

    def show_rows(self, rows: Sequence[EditorRow], place: Place | None) -> None:
        """Show these, with the one at `place` in view and chosen."""
        self._showing = True
        scrolled = self.verticalScrollBar().value()
        self._delegate.chosen = place
        self._rows.take(rows)
        row = self._rows.row_of(place)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))
        self._showing = False
        self.viewport().update()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the small pictures come from; called again once there are more."""
        self._delegate.thumbnails = thumbnails
        self.viewport().update()

    def edit_work(self) -> None:
        """Open the number box of the step one is at."""
        row = self._current()
        if row is not None and row.work_value:
            self._open_box(self.currentIndex(), WORK_ROLE)

    # events

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row: EditorRow | None = current.data(ROW_ROLE) if current.isValid() else None
        if row is not None and not self._showing:
            self.place_chosen.emit(Place(row.place.block) if row.kind is RowKind.EMPTY else row.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        row = self._current()
        if row is None or not self._handled(event, row):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        dragging = self.state() is QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and not dragging:
            self._click(index, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one is stays in sight, also when remarks come and take room."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS:
            self._delegate.keyboard = True
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        event.setAccepted(event.source() is self)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # which scrolls at the edges
        event.setAccepted(event.source() is self)
        self._drop_row = self._row_below(event.position().toPoint())
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drop_row = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was let go where. The rows come back in their new order: nothing is moved here."""
        self._drop_row = None
        row = self._current()
        if event.source() is self and row is not None:
            target = self._rows.target(row, self._row_below(event.position().toPoint()))
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            self.dropped.emit(row.place, target)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row is None or not self._rows.rows:
            return
        last = self._drop_row >= len(self._rows.rows)
        rect = self.visualRect(self._rows.index(len(self._rows.rows) - 1 if last else self._drop_row))
        y, side = rect.bottom() if last else rect.top(), self._look.px(14)
        with painting(self.viewport()) as painter:
            line = QRectF(side, y - 1.5, self.viewport().width() - 2 * side, 3)
            painter.fillRect(line, self._look.color("accent"))

    # inside

    def _handled(self, event: QKeyEvent, row: EditorRow) -> bool:
        key, place = event.key(), row.place
        at = Place(place.block) if row.kind is RowKind.EMPTY else place
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if held == Qt.KeyboardModifier.AltModifier and key in (_K.Key_Up, _K.Key_Down):
            if row.kind is not RowKind.EMPTY:
                self.shifted.emit(place, -1 if key == _K.Key_Up else 1)
        elif held == Qt.KeyboardModifier.ControlModifier and key == _K.Key_D:
            if row.kind is not RowKind.EMPTY:
                self.duplicated.emit(place)
        elif not plain:
            return False
        elif key in (_K.Key_Delete, _K.Key_Backspace):
            self.removed.emit(at)
        elif key in (_K.Key_Insert, _K.Key_Return, _K.Key_Enter):
            self.add_requested.emit(at)
        elif row.kind is RowKind.BLOCK and key in (_K.Key_Left, _K.Key_Right, _K.Key_Space):
            self.folded.emit(place.block, key == _K.Key_Right or (key == _K.Key_Space and not row.open))
        elif row.kind is RowKind.STEP and key == _K.Key_Space:
            self.switched.emit(place, not row.on)
        elif row.kind is RowKind.STEP and key in (_K.Key_Plus, _K.Key_Equal, _K.Key_Minus):
            self.work_stepped.emit(place, -1 if key == _K.Key_Minus else 1)
        elif key == _K.Key_F2:
            self.edit_work()
        else:
            return False
        return True

    def _click(self, index: QModelIndex, at: QPoint) -> None:
        row: EditorRow = index.data(ROW_ROLE)
        rect = QRectF(self.visualRect(index))
        reach = self._look.px(7)
        if row.kind is RowKind.BLOCK:
            if at.x() < rect.left() + self._look.px(40):
                self.folded.emit(row.place.block, not row.open)
        elif row.kind is RowKind.EMPTY:
            self.add_requested.emit(Place(row.place.block))
        elif self._delegate.tick_rect(rect).adjusted(-reach, -reach, reach, reach).contains(at):
            self.switched.emit(row.place, not row.on)
        elif self._delegate.set_up_rect(rect).contains(at):
            self._open_box(index, SET_UP_ROLE)
        elif self._delegate.work_rect(rect).contains(at) and row.work_value:
            self._open_box(index, WORK_ROLE)

    def _open_box(self, index: QModelIndex, role: int) -> None:
        self._delegate.edited = role
        self.edit(index)

    def _current(self) -> EditorRow | None:
        index = self.currentIndex()
        row: EditorRow | None = index.data(ROW_ROLE) if index.isValid() else None
        return row

    def _row_below(self, at: QPoint) -> int:
        """The number of the row above which something let go at `at` would come to stand."""
        index = self.indexAt(at)
        if not index.isValid():
            return len(self._rows.rows)
        return index.row() + (at.y() >= self.visualRect(index).center().y())

    def _on_look_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
