"""CodeExcerpt: the lines of a file around a problem, the wrong words underlined and the reason below them."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.library.problem import FileProblem
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.line_breaks import balance_lines
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width

_LINE = 26
_PADDING = 10
_NUMBERS = 60  # room left of the code
_TAB = "    "


class CodeExcerpt(DrawnLabel):
    """As wide as it is given; lines too long for that are moved left until the wrong words are seen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._problem: FileProblem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_problem(self, problem: FileProblem) -> None:
        """Show the excerpt of that problem."""
        self._problem = problem
        lines = "\n".join(f"{line.number} {line.text}" for line in problem.excerpt)
        self.setText(lines)
        self.setAccessibleName(problem.sentence)
        self.setAccessibleDescription(lines)
        self.updateGeometry()
        self.update()

    def measure(self) -> QSize:
        problem = self._problem
        rows = len(problem.excerpt) + len(self._reason_lines()) if problem else 0
        return QSize(self.look.px(300), rows * self.look.px(_LINE) + 2 * self.look.px(_PADDING))

    def draw(self, painter: QPainter) -> None:
        look, problem = self.look, self._problem
        if problem is None:
            return
        box = QRectF(self.rect())
        draw_box(painter, box, look.px(12), look.color("canvas"), look.color("line"))
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(1, 1, -1, -1), look.px(12), look.px(12))
        painter.setClipPath(clip)
        font = self._code_font()
        hidden = self._hidden_columns(font)
        top = float(look.px(_PADDING))
        tall = look.px(_LINE)
        for line in problem.excerpt:
            wrong = line.number == problem.line
            row = QRectF(0, top, box.width(), tall)
            if wrong:
                painter.fillRect(row, look.color("danger_soft"))
                painter.fillRect(QRectF(0, top, look.px(4), tall), look.color("danger"))
            middle = row.center().y()
            number = str(line.number)
            x = look.px(44) - text_width(font, number)
            draw_text(painter, font, look.color("danger" if wrong else "ink3"), x, middle, number)
            shown = _flat(line.text)[hidden:]
            room = box.width() - look.px(_NUMBERS + 8)
            draw_text(painter, font, look.color("ink"), look.px(_NUMBERS), middle, elided(font, shown, room))
            top += tall
            if wrong:
                self._draw_reason(painter, font, line.text, hidden, top)
                top += tall * len(self._reason_lines())

    def _draw_reason(self, painter: QPainter, font: QFont, line: str, hidden: int, top: float) -> None:
        """The squiggle under the wrong words, and what is wrong with them in the row at `top`."""
        look, problem = self.look, self._problem
        if problem is None:
            return
        start = max(0, (problem.column or 1) - 1)
        before = max(0, len(_flat(line[:start])) - hidden)
        advance = QFontMetricsF(font).horizontalAdvance("m")
        left = look.px(_NUMBERS) + before * advance
        right = min(left + max(1, problem.length) * advance, self.width() - look.px(8))
        if problem.column is not None and problem.length:
            painter.setPen(QPen(look.color("danger"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_squiggle(left, right, top - look.px(3)))
        words, lines = look.font(13, weight=600), self._reason_lines()
        widest = max((text_width(words, text) for text in lines), default=0.0)
        x = max(float(look.px(_NUMBERS)), min(left, self.width() - look.px(8) - widest))
        for number, text in enumerate(lines):
            draw_text(painter, words, look.color("danger"), x, top + look.px(_LINE) * (number + 0.5), text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _reason_lines(self) -> tuple[str, ...]:
        """What is wrong, below the line it is wrong with: none where that line is not shown."""
        problem = self._problem
        if problem is None or all(line.number != problem.line for line in problem.excerpt):
            return ()
        room = max(self.look.px(160), self.width() - self.look.px(_NUMBERS + 8))
        return balance_lines(_reason(problem), self.look.font(13, weight=600), room).lines

    def _hidden_columns(self, font: QFont) -> int:
        """Columns of code moved out to the left, so that the wrong words are in sight."""
        problem = self._problem
        if problem is None or problem.column is None:
            return 0
        columns = int((self.width() - self.look.px(_NUMBERS + 8)) / QFontMetricsF(font).horizontalAdvance("m"))
        end = problem.column + problem.length
        return 0 if end <= columns else max(0, problem.column - 1 - math.floor(columns / 3))

    def _code_font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.look.px(14))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def _reason(problem: FileProblem) -> str:
    return f"{problem.what}; {problem.wanted}" if problem.wanted else problem.what


def _flat(text: str) -> str:
    return text.replace("\t", _TAB)


def _squiggle(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, False
    while x < right:
        x += 4
        path.lineTo(x, y + (0.0 if up else 2.5))
        up = not up
    return path
