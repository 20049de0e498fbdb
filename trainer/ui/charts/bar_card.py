"""BarCard: the figures of the bar pointed at, on a small card beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.charts.patterns import draw_pattern
from trainer.ui.theme.look import Look

Row = tuple[str, str, str]  # token of a colour or "", what, how much


class BarCard(QWidget):
    """Lies over the page, takes no mouse and no focus; what it says is the chart's accessible description."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._page = parent
        self._title = ""
        self._rows: Sequence[Row] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """Everything it says, a line each."""
        return "\n".join([self._title, *(f"{what}: {much}" for _, what, much in self._rows)])

    def show_beside(self, title: str, rows: Sequence[Row], anchor: QRect) -> None:
        """Show the figures right of `anchor` (in the parent's pixels), or left of it where there is no room."""
        self._title, self._rows = title, rows
        size = self.sizeHint()
        bounds = self._page.rect().adjusted(4, 4, -4, -4)
        gap = self._look.sp(8)
        x = anchor.right() + gap
        if x + size.width() > bounds.right():
            x = anchor.left() - gap - size.width()
        y = anchor.top() - self._look.sp(8)
        x = max(bounds.left(), min(x, bounds.right() - size.width()))
        y = max(bounds.top(), min(y, bounds.bottom() - size.height()))
        self.setGeometry(QRect(QPoint(x, y), size))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        title, body, bold = self._metrics()
        swatch = self._look.px(18)
        widest = max(
            (swatch + body.horizontalAdvance(what) + bold.horizontalAdvance(much) for _, what, much in self._rows),
            default=0.0,
        )
        width = max(title.horizontalAdvance(self._title), widest + self._look.px(20))
        pad = self._look.sp(14)
        return QSize(
            int(width) + 2 * pad + 1, self._look.px(28) + self._look.px(21) * len(self._rows) + 2 * self._look.sp(10)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("edge"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.sp(10), look.sp(10))
        left, right = look.sp(14), self.width() - look.sp(14)
        y = float(look.sp(10))
        painter.setPen(look.color("ink"))
        painter.setFont(look.font("body-bold"))
        painter.drawText(QRectF(left, y, right - left, look.px(24)), Qt.AlignmentFlag.AlignVCenter, self._title)
        y += look.px(28)
        for token, what, much in self._rows:
            row = QRectF(left, y, right - left, look.px(21))
            if token:
                side = look.px(10)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color(token))
                swatch = QPainterPath()
                swatch.addRoundedRect(QRectF(QPointF(left, row.center().y() - side / 2), QSize(side, side)), 2.5, 2.5)
                painter.drawPath(swatch)
                draw_pattern(painter, look, token, swatch)
            painter.setPen(look.color("ink2"))
            painter.setFont(look.font("small"))
            painter.drawText(row.adjusted(look.px(18), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, what)
            painter.setPen(look.color("ink"))
            painter.setFont(look.font("small-bold", tabular=True))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, much)
            y += look.px(21)

    def _metrics(self) -> tuple[QFontMetricsF, QFontMetricsF, QFontMetricsF]:
        fonts = self._look.font("body-bold"), self._look.font("small"), self._look.font("small-bold", tabular=True)
        title, body, bold = (QFontMetricsF(font) for font in fonts)
        return title, body, bold
