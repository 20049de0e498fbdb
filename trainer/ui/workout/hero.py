"""HeroRoom: where the figure stands on a page; until then, the move itself, laid out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, painting
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ready_model import Outline, Preview

_NARROW = 260  # px at 100 %


class HeroRoom(QWidget):
    """A rounded, tinted room. It shows a `Preview`, an `Outline`, or a figure."""

    def __init__(self, look: Look, *, radius: float = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._radius = look, radius
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack = QStackedLayout(self)
        self._move = _MoveWords(look)
        self._words: QWidget = self._move
        self._figure: QWidget | None = None
        self._stack.addWidget(self._words)
        look.changed.connect(self.update)

    def show_move(self, preview: Preview) -> None:
        """Show a move's place, name, set-up and what it works."""
        self._move.show_move(preview)

    def show_outline(self, outline: Outline) -> None:
        """Show a whole routine: its name, what it is, its moves and what they work."""
        self._words = _OutlineWords(self._look, outline)
        self._stack.addWidget(self._words)
        self._stack.setCurrentWidget(self._words)

    def set_figure(self, figure: QWidget) -> None:
        """Give the room a figure; `show_figure` lets it stand there instead of the words."""
        self._figure = figure
        self._stack.addWidget(figure)

    def show_figure(self, shown: bool) -> None:
        """Show the figure, or the words where it has no move."""
        if self._figure is not None:
            self._stack.setCurrentWidget(self._figure if shown else self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.color("edge") if look.is_high_contrast else None
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), look.sp(self._radius), look.color("hero"), edge)


class _MoveWords(QWidget):
    """The words, set from the bottom up: the name and what to do stand where the eye rests."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._place = Text(look, style="caption", color="accent", lines=1)
        self._name = Text(look, style="h2", lines=2)
        self._set_up = [Text(look, style="body", color="ink2", lines=3) for _ in range(3)]
        self._works = _Works(look)
        self._column.addStretch(1)
        self._column.addWidget(self._place)
        self._column.addWidget(self._name)
        for line in self._set_up:
            self._column.addWidget(line)
        self._column.addWidget(self._works)
        self._column.addStretch(1)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_move(self, preview: Preview) -> None:
        self._place.set_text(preview.place)
        self._name.set_text(preview.name)
        for number, line in enumerate(self._set_up):
            line.set_text(preview.set_up[number] if number < len(preview.set_up) else "")
            line.setVisible(number < len(preview.set_up))
        self._works.set_text(preview.works)
        self._works.setVisible(bool(preview.works))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        narrow = self.width() < self._look.px(_NARROW)
        side, upright = self._look.sp(16 if narrow else 24), self._look.sp(12)
        self._column.setContentsMargins(side, upright, side, upright)
        self._column.setSpacing(self._look.sp(6))


class _OutlineWords(QWidget):
    """A table of contents: number, name, muscles."""

    def __init__(self, look: Look, outline: Outline) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        side = look.sp(36)
        column.setContentsMargins(side, look.sp(24), side, look.sp(24))
        column.setSpacing(look.sp(4))
        column.addStretch(1)
        column.addWidget(Text(look, outline.line, "caption", "accent", lines=1))
        column.addWidget(Text(look, outline.name, "h2", lines=2))
        column.addSpacing(look.sp(14))
        moves = QGridLayout()
        moves.setHorizontalSpacing(look.sp(16))
        moves.setVerticalSpacing(look.sp(14))
        moves.setColumnStretch(1, 1)
        for place, move in enumerate(outline.moves):
            number = Text(look, str(place + 1), "lead-bold", "accent", lines=1, tabular=True)
            words = QVBoxLayout()
            words.setSpacing(look.sp(1))
            words.addWidget(Text(look, move.name, "lead-bold", lines=1))
            if move.works:
                words.addWidget(Text(look, move.works, "small", "ink2", lines=1))
            moves.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            moves.addLayout(words, place, 1)
        column.addLayout(moves)
        column.addStretch(1)


class _Works(QWidget):
    """The dot of a working muscle, as on the figure, and the muscles' names on as many lines as it takes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self._words = Text(look, style="small", color="ink2", lines=3)
        row.addWidget(_Dot(look), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def set_text(self, text: str) -> None:
        self._words.set_text(text)


class _Dot(Drawn):
    def measure(self) -> QSize:
        return QSize(self.look.px(10), self.look.px(16))

    def draw(self, painter: QPainter) -> None:
        size = self.look.px(9)
        dot = QRectF(0, (self.height() - size) / 2, size, size)
        draw_box(painter, dot, size / 2, self.look.color("coral"))
