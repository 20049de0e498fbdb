"""RoutineList: the routine as a list, before the start and while it runs."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.panel_model import GroupKey, PanelRow, RowKind, group_of, ready_rows, session_rows
from trainer.ui.workout.routine_delegate import RoutineDelegate, Thumbnails
from trainer.ui.workout.routine_rows import ROW_ROLE, RoutineRows

_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class RoutineList(QListView):
    """Blocks as headers, moves as rows. A click or Enter chooses a move, folds a block or turns its switch.

    Left and Right fold and unfold; during a session those keys belong to the player.
    """

    row_chosen = Signal(int)  # index into Timeline.steps
    block_switched = Signal(str, bool)  # name of an optional block, on

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._snapshot: Snapshot | None = None
        self._optional: frozenset[str] = frozenset()
        self._off: frozenset[str] = frozenset()
        self._folds: dict[GroupKey, bool] = {}
        self._pressed = QPersistentModelIndex()
        self._rows = RoutineRows(self)
        self._delegate = RoutineDelegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Routine"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(look.px(60))
        self._rows.switched.connect(self.block_switched)
        look.changed.connect(self._on_look_changed)

    # commands

    def show_ready(self, plan: Timeline, optional: Collection[str], off: Collection[str]) -> None:
        """Before the start. `plan` holds every block; `optional` names those with a switch, `off` those left out."""
        if self._timeline is None or self._timeline.routine != plan.routine or self._snapshot is not None:
            self._folds.clear()
        self._timeline, self._snapshot = plan, None
        self._optional, self._off = frozenset(optional), frozenset(off)
        self._set_tall(True)
        self._refresh()

    def show_session(self, timeline: Timeline, snapshot: Snapshot) -> None:
        """While it runs. Cheap when nothing changed: call it with every new phase, outcome or form."""
        if self._snapshot is None or timeline != self._timeline:  # another session, perhaps of another routine
            self._folds.clear()
            self._snapshot = None
        before = self._current_step()
        self._timeline, self._snapshot = timeline, snapshot
        now = self._current_step()
        entered = group_of(timeline, now)
        if entered is not None and entered != group_of(timeline, before):
            self._folds.pop(entered, None)
        self._set_tall(False)
        self._refresh()
        place = None if now is None else self._rows.place_of_step(now)
        if place is not None and now != before:
            self.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.EnsureVisible)

    def set_progress(self, phase: PhaseLook, fraction: float) -> None:
        """How the current row looks: the phase's shape and colours, and `fraction` 0 .. 1 of it done."""
        self._delegate.phase, self._delegate.progress = phase, fraction
        now = self._current_step()
        place = None if now is None else self._rows.place_of_step(now)
        if place is not None:
            self.update(self._rows.index(place))

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where small pictures of the exercises come from; without, rows show their number."""
        self._delegate.thumbnails = thumbnails
        self.viewport().update()

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._pressed == index:
            self._choose(index, at)
        self._pressed = QPersistentModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        index = self.currentIndex()
        row: PanelRow | None = index.data(ROW_ROLE) if index.isValid() else None
        key = event.key()
        if row is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(index, None)
        elif row is not None and row.kind is RowKind.GROUP and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold(row.group, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _TAB:
            self._delegate.keyboard = True
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row: PanelRow | None = self.indexAt(event.position().toPoint()).data(ROW_ROLE)
        pressable = row is not None and row.kind is not RowKind.GAP
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)

    # what a click does

    def _choose(self, index: QModelIndex, at: QPoint | None) -> None:
        """What a click at `at` or Enter (None) does to a row."""
        row: PanelRow = index.data(ROW_ROLE)
        if row.step is not None:
            self.row_chosen.emit(row.step)
        elif row.on is not None and (at is None or self._on_switch(index, at)):
            state = Qt.CheckState.Unchecked if row.on else Qt.CheckState.Checked
            self._rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        elif row.kind is RowKind.GROUP:
            self._fold(row.group, not self._is_open(row.group))

    def _on_switch(self, index: QModelIndex, at: QPoint) -> bool:
        reach = self._look.px(6)
        switch = self._delegate.switch_rect(QRectF(self.visualRect(index)))
        return switch.adjusted(-reach, -reach, reach, reach).contains(at)

    def _is_open(self, group: GroupKey) -> bool:
        return any(row.group == group and row.kind is RowKind.STEP for row in self._rows.rows)

    def _fold(self, group: GroupKey, opened: bool) -> None:
        self._folds[group] = opened
        self._refresh()

    # keeping up

    def _current_step(self) -> int | None:
        snapshot = self._snapshot
        return None if snapshot is None or snapshot.state is SessionState.ENDED else snapshot.step.index

    def _refresh(self) -> None:
        if self._timeline is None:
            return
        if self._snapshot is None:
            rows = ready_rows(self._timeline, self._optional, self._off, self._folds)
        else:
            snapshot = self._snapshot
            rows = session_rows(self._timeline, snapshot.outcomes, snapshot.rungs, self._current_step(), self._folds)
        bar = self.verticalScrollBar()
        scrolled, at = bar.value(), self.currentIndex().data(ROW_ROLE)
        self._rows.take(rows)
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self._rows.index(self._rows.place_of(at) or 0))
            bar.setValue(scrolled)

    def _set_tall(self, tall: bool) -> None:
        if tall != self._delegate.tall:
            self._delegate.tall = tall
            self.scheduleDelayedItemsLayout()

    def _on_look_changed(self) -> None:
        self.setMinimumHeight(self._look.px(60))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
