"""DoneCard: what was done, move by move, a mark for each round; and the marks put right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.events import StepOutcome
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text
from trainer.ui.workout.summary_model import DoneBlock, DoneMove, MarkedStep

_ROW, _MARK = 23, 22  # px at 100 %
_CORRECTED_ROW = 34  # marks to be pressed need room


class DoneCard(Card):
    """Reads as a list. `Correct` turns the marks into switches, the warm-up's and stretch's included."""

    step_corrected = Signal(int, bool)  # index into Workout.steps, done

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 14, 20, 10), gap=5, parent=parent)
        self._blocks: tuple[DoneBlock, ...] = ()
        self._correcting = False
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("What you did"), "h3", lines=1), 1)
        self._correct = Button(look, tr("Correct"), "link", "edit", height=24, text_size=13)
        self._correct.clicked.connect(self._on_correct_clicked)
        head.addWidget(self._correct)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.column.addLayout(head)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_blocks(self, blocks: Sequence[DoneBlock]) -> None:
        """Show what was done."""
        blocks = tuple(blocks)
        if blocks != self._blocks:
            self._blocks = blocks
            self._build()

    def leave_correcting(self) -> None:
        """Back to reading."""
        if self._correcting:
            self._on_correct_clicked()

    def _build(self) -> None:
        focused = self._focused_step()
        while (item := self._list.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for block in self._blocks:
            if block.beside and not self._correcting:
                mark = MarkedStep(-1, block.outcome, block.line)
                self._list.addWidget(_DoneRow(self._look, DoneMove(block.line, (mark,)), correcting=False))
                continue
            if self._correcting and len(self._blocks) > 1:
                self._list.addWidget(Text(self._look, block.name, "small-bold", "ink2"))
            for move in block.moves:
                row = _DoneRow(self._look, move, correcting=self._correcting)
                row.step_corrected.connect(self.step_corrected)
                self._list.addWidget(row)
                if focused is not None:
                    row.focus_step(focused)

    def _focused_step(self) -> int | None:
        widget = self.focusWidget()
        return widget.step if isinstance(widget, _Mark) and widget.hasFocus() else None

    def _on_correct_clicked(self) -> None:
        self._correcting = not self._correcting
        self._correct.set_text(tr("Done correcting") if self._correcting else tr("Correct"))
        self._build()


class _DoneRow(QWidget):
    step_corrected = Signal(int, bool)

    def __init__(self, look: Look, move: DoneMove, *, correcting: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._marks = [_Mark(look, mark, correcting=correcting) for mark in move.marks]
        for mark in self._marks:
            row.addWidget(mark)
            mark.clicked.connect(self._on_mark_clicked)
        row.addSpacing(look.px(6))
        name = Text(look, move.name, "body", lines=1)
        row.addWidget(name, 0 if move.note else 1)
        if move.note:
            note = Text(look, move.note, "small", "accent" if move.yours else "ink2", lines=1)
            note.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addStretch(1)
            row.addSpacing(look.px(10))
            row.addWidget(note)
        self.setFixedHeight(look.px(_CORRECTED_ROW if correcting else _ROW))
        self.setAccessibleName(", ".join(part for part in (move.name, move.note) if part))

    def focus_step(self, step: int) -> None:
        for mark in self._marks:
            if mark.step == step:
                mark.setFocus()

    def _on_mark_clicked(self) -> None:
        mark = self.sender()
        if isinstance(mark, _Mark):
            self.step_corrected.emit(mark.step, mark.isChecked())


class _Mark(DrawnButton):
    """A tick, a dash or a half disc; a check box while it is being corrected."""

    def __init__(self, look: Look, mark: MarkedStep, *, correcting: bool) -> None:
        self._outcome, self._correcting = mark.outcome, correcting
        self.step = mark.step
        super().__init__(look, "")
        self.setAccessibleName(mark.spoken)
        self.setCheckable(True)
        self.setChecked(mark.outcome is StepOutcome.DONE)
        if not correcting:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def measure(self) -> QSize:
        if self._correcting:
            return QSize(self.look.px(34), self.look.px(_CORRECTED_ROW))
        return QSize(self.look.px(_MARK), self.look.px(_ROW))

    def draw(self, painter: QPainter) -> None:
        look, center = self.look, self.bounds().center()
        half = look.px(8)
        box = QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
        if self._correcting:
            self._draw_box(painter, box.adjusted(-1, -1, 1, 1))
        elif self._outcome is StepOutcome.DONE:
            look.draw_icon(painter, "check", box, look.color("done_ink"), 2.6)
        elif self._outcome is StepOutcome.PARTIAL:
            inset = look.px(3)
            disc = box.adjusted(inset, inset, -inset, -inset)
            draw_box(painter, disc, disc.height() / 2, None, look.color("ink2"), 1.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("ink2"))
            painter.drawPie(disc, 90 * 16, 180 * 16)
        else:
            look.draw_icon(painter, "minus", box, look.color("ink3"), 2.6)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        look, on = self.look, self.isChecked()
        fill, edge = ("accent", "accent") if on else ("surface", "edge")
        draw_box(painter, box, look.px(5), look.color(fill), look.color(edge), 1.5)
        if on:
            look.draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), look.color("on_accent"), 3.4)
        if self.shows_focus:
            draw_focus_ring(painter, look, box.adjusted(-4, -4, 4, 4), look.px(5) + 4)
