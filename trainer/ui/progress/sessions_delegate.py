"""SessionsDelegate: one session as a row; on two lines where there is little room."""

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.core.progress import WorkoutSummary
from trainer.ui.progress.sessions_model import SESSION_ROLE, SessionsModel
from trainer.ui.progress.wording import day_text, effort_text, ending_text, kcal_text, minutes_text
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, elided, text_width

ONE_LINE_FROM = 660  # pixels at 100 % text
_ONE_LINE_HEIGHT, _TWO_LINES_HEIGHT = 42, 58
_INSET = 8  # of the text in the row


class _Cell(Struct, frozen=True):
    """A text in a row: its left edge and width as shares of the row."""

    left: float
    width: float
    text: str
    color: str = "ink2"
    bold: bool = False
    right: bool = False


class SessionsDelegate(QStyledItemDelegate):
    """Paints rows of a SessionsModel."""

    def __init__(self, look: Look, model: SessionsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        wide = self._is_wide(option.rect.width())
        return QSize(0, self._look.px(_ONE_LINE_HEIGHT if wide else _TWO_LINES_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        session = index.data(SESSION_ROLE)
        if not isinstance(session, WorkoutSummary):
            return
        painter.save()
        try:
            self._draw(painter, option, session, first=index.row() == 0)
        finally:
            painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, session: WorkoutSummary, *, first: bool) -> None:
        look = self._look
        rect = QRectF(option.rect)
        state = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not first:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), look.color("line"))
        ground = rect.adjusted(0, 2, 0, -1)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, ground, look.px(8), look.color("sunken"))
        if focused:
            draw_box(painter, ground, look.px(8), None, look.color("accent"), 2)
        text = rect.adjusted(look.px(_INSET), 1, -look.px(_INSET), 0)
        if self._is_wide(rect.width()):
            self._draw_line(painter, text, self._columns(session, text.width()))
        else:
            half = text.height() / 2 - look.px(4)
            self._draw_line(
                painter,
                QRectF(text.left(), text.top() + look.px(5), text.width(), half),
                self._upper(session, text.width()),
            )
            lower = QRectF(text.left(), text.bottom() - half - look.px(5), text.width(), half)
            self._draw_line(painter, lower, self._lower(session, text.width()))

    def _columns(self, session: WorkoutSummary, width: float) -> tuple[_Cell, ...]:
        ending = ending_text(session)
        aside = text_width(self._font(bold=False), ending) / width + 0.02 if ending else 0.0
        name = min(0.33 - aside, text_width(self._font(bold=True), session.routine_name) / width + 0.01)
        return (
            _Cell(0, 0.16, day_text(session.local_date, self._model.today)),
            _Cell(0.17, name, session.routine_name, "ink", bold=True),
            _Cell(0.18 + name, aside, ending),
            _Cell(0.51, 0.12, minutes_text(session.active_seconds / 60), "ink", right=True),
            _Cell(0.63, 0.19, kcal_text(session.kcal_low, session.kcal_high), right=True),
            _Cell(0.82, 0.18, effort_text(session.effort), right=True),
        )

    def _upper(self, session: WorkoutSummary, width: float) -> tuple[_Cell, ...]:
        day = day_text(session.local_date, self._model.today)
        share = min(0.5, text_width(self._font(bold=False), day) / width + 0.01)
        return (
            _Cell(0, 0.97 - share, session.routine_name, "ink", bold=True),
            _Cell(1 - share, share, day, right=True),
        )

    def _lower(self, session: WorkoutSummary, width: float) -> tuple[_Cell, ...]:
        """Minutes, calories, effort and ending, as many as fit; all of it is in the accessible text."""
        parts = [
            minutes_text(session.active_seconds / 60),
            kcal_text(session.kcal_low, session.kcal_high),
            ending_text(session),
            effort_text(session.effort),
        ]
        texts = [part for part in parts if part]
        while len(texts) > 1 and text_width(self._font(bold=False), "  ·  ".join(texts)) > width:
            texts.pop()
        return (_Cell(0, 1, "  ·  ".join(texts)),)

    def _draw_line(self, painter: QPainter, rect: QRectF, cells: tuple[_Cell, ...]) -> None:
        for cell in cells:
            place = QRectF(rect.left() + rect.width() * cell.left, rect.top(), rect.width() * cell.width, rect.height())
            font = self._font(bold=cell.bold)
            painter.setFont(font)
            painter.setPen(self._look.color(cell.color))
            side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, elided(font, cell.text, place.width()))

    def _font(self, *, bold: bool) -> QFont:
        return self._look.font(13.5, weight=600 if bold else 400, tabular=True)

    def _is_wide(self, width: float) -> bool:
        return self._look.em(width) >= ONE_LINE_FROM
