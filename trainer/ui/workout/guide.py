"""Guide: everything the coach says about a move, laid out beside the clock where no figure shows it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from trainer.core.exercise import CueKind, Exercise, Variant
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import text_width
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

_WIDEST = 460  # pixels at 100 % text: longer lines are harder to find again from the mat


class Guide(QWidget):
    """A card in the middle of its room: set-up, the move, breath, care, and the forms one rung up and down."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._card = Card(look, padding=(24, 20, 24, 22), parent=self)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._card.column.addWidget(self._rows)
        self._lines: list[tuple[CueKind, Text, list[Text]]] = []
        look.changed.connect(self._place)

    def show_move(self, exercise: Exercise | None, variant: Variant | None) -> None:
        """Lay out an exercise in a form; None: the room stays empty (a step known only by its note)."""
        shown = None if exercise is None else (exercise.id, variant.id if variant else "")
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        self._card.setVisible(exercise is not None)
        if exercise is not None:
            self._fill(exercise, variant)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _fill(self, exercise: Exercise, variant: Variant | None) -> None:
        titles = {
            CueKind.SETUP: tr("Set up"),
            CueKind.DO: tr("Move"),
            CueKind.BREATHE: tr("Breathe"),
            CueKind.SAFETY: tr("Take care"),
            CueKind.EASIER: tr("Easier"),
            CueKind.HARDER: tr("Harder"),
        }
        for kind, title in titles.items():
            lines = [cue.text for cue in exercise.cues_of(kind)]
            if kind is CueKind.DO and variant is not None:
                lines.insert(0, variant.cue)
            if not lines:
                continue
            row = self._grid.rowCount()
            head = Text(self._look, title, "small-bold", "ink2", lines=1)
            body = [Text(self._look, line, "lead" if kind is CueKind.DO else "body") for line in lines]
            self._grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            for offset, line in enumerate(body):
                self._grid.addWidget(line, row + offset, 1)
            self._lines.append((kind, head, body))

    def _clear(self) -> None:
        for _, head, body in self._lines:
            for label in (head, *body):
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        self._lines.clear()

    def _place(self) -> None:
        """As high as its words, in the middle; the least needed rows give way where there is no room."""
        look = self._look
        self._grid.setHorizontalSpacing(look.sp(16))
        self._grid.setVerticalSpacing(look.sp(8))
        heads = [text_width(look.font("small-bold"), head.text()) for _, head, _ in self._lines]
        self._grid.setColumnMinimumWidth(0, round(max(heads, default=0.0)) + 1)
        self._grid.setColumnStretch(1, 1)
        width = min(self.width() - look.sp(8), look.px(_WIDEST))
        if width <= 0:
            return
        margins = self._card.column.contentsMargins()
        inner = width - margins.left() - margins.right()
        words = inner - self._grid.columnMinimumWidth(0) - self._grid.horizontalSpacing()
        room = self.height() - margins.top() - margins.bottom()
        used = 0
        for kind in (CueKind.DO, CueKind.SETUP, CueKind.SAFETY, CueKind.BREATHE, CueKind.EASIER, CueKind.HARDER):
            for shown, head, body in self._lines:
                if shown is not kind:
                    continue
                gap = self._grid.verticalSpacing()
                needed = sum(line.height_for(words) + gap for line in body)
                fits = used + needed <= room
                used += needed if fits else 0
                for label in (head, *body):
                    label.setVisible(fits)
        height = used + margins.top() + margins.bottom()
        self._card.setGeometry((self.width() - width) // 2, max(0, (self.height() - height) // 2), width, height)
