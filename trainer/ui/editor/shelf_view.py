"""ShelfView: the routines there are to edit: drafts, one's own, those that come with Trainer, the trash."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from trainer.language import tr
from trainer.ui.editor.rows_model import Index
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, text_width
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.text import Text

_ROLE = Qt.ItemDataRole.UserRole
_HEADING, _ENTRY = 48, 54  # px at 100 %
_WIDEST = 900


class EntryKind(StrEnum):
    """What lies on the shelf, in the order it is shown."""

    DRAFT = "draft"
    OWN = "own"
    SHIPPED = "shipped"
    TRASH = "trash"


class ShelfEntry(Struct, frozen=True):
    """A routine on the shelf. `key`: its id, or where it lies in the trash."""

    kind: EntryKind
    key: str
    name: str
    detail: str = ""


class _Heading(Struct, frozen=True):
    text: str


class ShelfView(Ground):
    """Typing finds; Enter or a double click does the first thing there is to do, Delete throws away."""

    new_chosen = Signal()
    opened = Signal(ShelfEntry)  # edit, go on, copy and edit, restore: by its kind
    duplicated = Signal(ShelfEntry)
    deleted = Signal(ShelfEntry)  # to the trash; a draft: forgotten; from the trash: for good

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._entries: tuple[ShelfEntry, ...] = ()
        self._search = QLineEdit()
        self._search.setAccessibleName(tr("Search routines"))
        self._search.setPlaceholderText(tr("Search routines"))
        self._search.textChanged.connect(self._show)
        self._search.returnPressed.connect(self._open)
        self._search.installEventFilter(self)
        self._new = Button(look, tr("New routine"), "primary", "plus", height=40)
        self._new.clicked.connect(self.new_chosen)
        self._model = _Shelf(self)
        self._delegate = _EntryDelegate(look, self)
        self._list = _ShelfList(self._delegate)
        self._list.setModel(self._model)
        self._list.opened.connect(self._open)
        self._list.delete_pressed.connect(self._delete)
        self._list.doubleClicked.connect(self._open)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._renew_actions())
        self._first = Button(look, "", "second", height=40)
        self._copy = Button(look, tr("Duplicate"), "second", "copy", height=40)
        self._away = Button(look, "", "danger", "trash", height=40)
        self._first.clicked.connect(self._open)
        self._copy.clicked.connect(self._duplicate)
        self._away.clicked.connect(self._delete)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Editor"), "h1", lines=1), 1)
        head.addWidget(self._new)
        card = Card(look, padding=(6, 8, 6, 8))
        card.column.addWidget(self._list)
        actions = Flow(look, 8)
        actions.add(self._first, self._copy, self._away)
        self._inner = QWidget()
        self._column = column = QVBoxLayout(self._inner)
        column.addLayout(head)
        column.addWidget(Text(look, tr("Your own routines, or a copy of one that comes with Trainer."), "lead", "ink2"))
        column.addWidget(self._search)
        column.addWidget(card, 1)
        column.addWidget(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """Show these, grouped by their kind."""
        self._entries = tuple(entries)
        self._show()

    def focus_list(self) -> None:
        """Put the keyboard on the routines."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setMaximumWidth(self._look.px(_WIDEST) if self._look.em(self.width()) > _WIDEST else 16777215)

    def _show(self) -> None:
        chosen = self._chosen()
        words = self._search.text().casefold().split()
        rows: list[_Heading | ShelfEntry] = []
        for kind in EntryKind:
            found = [
                entry
                for entry in self._entries
                if entry.kind is kind and all(word in f"{entry.name} {entry.detail}".casefold() for word in words)
            ]
            if found:
                rows += [_Heading(_heading(kind)), *found]
        self._model.take(rows)
        same = next((n for n, row in enumerate(rows) if row == chosen), None)
        first = next((n for n, row in enumerate(rows) if isinstance(row, ShelfEntry)), None)
        at = first if same is None else same
        if at is not None:
            self._list.setCurrentIndex(self._model.index(at))
        self._renew_actions()

    def _chosen(self) -> ShelfEntry | None:
        row = self._list.currentIndex().data(_ROLE)
        return row if isinstance(row, ShelfEntry) else None

    def _renew_actions(self) -> None:
        entry = self._chosen()
        for button in (self._first, self._copy, self._away):
            button.setVisible(entry is not None)
        if entry is None:
            return
        self._first.set_text(_first_action(entry.kind))
        self._copy.setVisible(entry.kind is EntryKind.OWN)
        self._away.setVisible(entry.kind is not EntryKind.SHIPPED)
        away = {EntryKind.DRAFT: tr("Discard the draft"), EntryKind.TRASH: tr("Delete for good")}
        self._away.set_text(away.get(entry.kind, tr("To the trash")))

    def _open(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self.opened.emit(entry)

    def _duplicate(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self.duplicated.emit(entry)

    def _delete(self) -> None:
        entry = self._chosen()
        if entry is not None and entry.kind is not EntryKind.SHIPPED:
            self.deleted.emit(entry)

    def _on_look_changed(self) -> None:
        look = self._look
        side = look.sp(32)
        self._column.setContentsMargins(side, look.sp(24), side, look.sp(20))
        self._column.setSpacing(look.sp(10))
        self._search.setFont(look.font("body"))
        self._list.scheduleDelayedItemsLayout()


def _heading(kind: EntryKind) -> str:
    words = {
        EntryKind.DRAFT: tr("Drafts, not saved yet"),
        EntryKind.OWN: tr("Your own"),
        EntryKind.SHIPPED: tr("With Trainer"),
        EntryKind.TRASH: tr("Trash"),
    }
    return words[kind]


def _first_action(kind: EntryKind) -> str:
    words = {
        EntryKind.DRAFT: tr("Go on editing"),
        EntryKind.OWN: tr("Edit"),
        EntryKind.SHIPPED: tr("Duplicate and edit"),
        EntryKind.TRASH: tr("Restore"),
    }
    return words[kind]


class _ShelfList(QListView):
    opened = Signal()  # by Enter, or by the words of a row
    delete_pressed = Signal()

    def __init__(self, delegate: "_EntryDelegate") -> None:
        super().__init__()
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Routines"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words on the right of a row do what they say."""
        super().mouseReleaseEvent(event)
        where = event.position()
        index = self.indexAt(where.toPoint())
        row = index.data(_ROLE)
        on_words = isinstance(row, ShelfEntry) and self._delegate.is_on_action(self.visualRect(index), row, where.x())
        if on_words and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class _Shelf(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Heading | ShelfEntry] = []

    def take(self, rows: list[_Heading | ShelfEntry]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == _ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, _Heading):
                return row.text
            return ", ".join(part for part in (row.name, row.detail, _heading(row.kind)) if part)
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.keyboard = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(_ROLE), _Heading)
        return QSize(self._look.px(100), self._look.px(_HEADING if heading else _ENTRY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: _Heading | ShelfEntry = index.data(_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, _Heading):
                left, middle = rect.left() + self._look.px(14), rect.bottom() - self._look.px(18)
                draw_text(painter, self._look.font(16, weight=700), self._look.color("ink"), left, middle, row.text)
            else:
                self._draw_entry(painter, rect, row, option.state)
        finally:
            painter.restore()

    def is_on_action(self, row_rect: QRect, row: ShelfEntry, x: float) -> bool:
        """Whether that place in a row lies on the words of what can be done with it."""
        right = row_rect.right() - self._look.px(18)
        return right - text_width(self._look.font("small-bold"), _first_action(row.kind)) <= x <= right

    def _draw_entry(self, painter: QPainter, rect: QRectF, row: ShelfEntry, state: QStyle.StateFlag) -> None:
        look = self._look
        box = rect.adjusted(look.px(4), 1, -look.px(4), -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            draw_box(painter, box, look.px(10), look.color("accent_soft"), look.color("accent"), 2.0)
        elif state & QStyle.StateFlag.State_MouseOver:
            edge = look.color("edge") if look.is_high_contrast else None
            draw_box(painter, box, look.px(10), look.color("sunken"), edge)
        if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, look, box.adjusted(3, 3, -3, -3), look.px(8))
        left, right, middle = box.left() + look.px(14), box.right() - look.px(14), rect.center().y()
        action = _first_action(row.kind)
        font = look.font("small-bold")
        width = text_width(font, action)
        if right - left > look.px(260) + width:
            draw_text(painter, font, look.color("accent"), right - width, middle, action)
            right -= width + look.px(16)
        name, detail = look.font("body-bold"), look.font("small")
        room = right - left
        if row.detail:
            draw_text(painter, name, look.color("ink"), left, middle - look.px(9), elided(name, row.name, room))
            draw_text(painter, detail, look.color("ink2"), left, middle + look.px(10), elided(detail, row.detail, room))
        else:
            draw_text(painter, name, look.color("ink"), left, middle, elided(name, row.name, room))
