"""TimelineBar: the routine over time, every round of it, in the hues of its blocks."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.core.editing import Place
from trainer.core.routine import BlockKind, Routine
from trainer.core.step_times import RoutineTimes, planned_places
from trainer.ui.editor.wording import clock
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box
from trainer.ui.widgets.plain_tip import plain_tip

_HEIGHT = 12  # px at 100 %
_HUES = {
    BlockKind.WARM_UP: "other",
    BlockKind.STRENGTH: "strength",
    BlockKind.CARDIO: "cardio",
    BlockKind.MOBILITY: "mobility",
    BlockKind.STRETCH: "mobility",
}


class Stretch(Struct, frozen=True):
    """A piece of the bar: a step in a round, with the time to get set before it."""

    place: Place
    seconds: float
    name: str
    kind: BlockKind
    begins_round: bool


def stretches(routine: Routine, times: RoutineTimes) -> tuple[Stretch, ...]:
    """The pieces of a routine, in the order they are done."""
    plan = times.plan
    seconds = [0.0] * len(plan.steps)
    for phase in plan.phases:
        seconds[phase.step] += plan.expected(phase)
    found = []
    for step, place in zip(plan.steps, planned_places(routine, plan), strict=True):
        kind = routine.blocks[place.block].kind
        found.append(Stretch(place, seconds[step.index], step.name, kind, begins_round=step.place == 0))
    return tuple(found)


class TimelineBar(Drawn):
    """A click chooses a step; the chosen one stands out by its edge and its height. Keys choose it in the list."""

    place_chosen = Signal(Place)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._stretches: tuple[Stretch, ...] = ()
        self._chosen: Place | None = None
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_stretches(self, pieces: Sequence[Stretch], chosen: Place | None) -> None:
        """Show these, the chosen step or block standing out."""
        self._stretches, self._chosen = tuple(pieces), chosen
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(_HEIGHT + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def pieces(self) -> list[QRectF]:
        """Where each piece is, in pixels."""
        total = sum(piece.seconds for piece in self._stretches)
        gaps = [0.0 if n == 0 else 6.0 if p.begins_round else 2.0 for n, p in enumerate(self._stretches)]
        shrunk = min(1.0, self.width() / 2 / (sum(gaps) or 1.0))
        room = self.width() - sum(gaps) * shrunk
        x, found = 0.0, []
        height = self.look.px(_HEIGHT)
        for piece, gap in zip(self._stretches, gaps, strict=True):
            x += gap * shrunk
            width = room * piece.seconds / total if total > 0 else 0.0
            found.append(QRectF(x, (self.height() - height) / 2, width, height))
            x += width
        return found

    def draw(self, painter: QPainter) -> None:
        look = self.look
        for piece, rect in zip(self._stretches, self.pieces(), strict=True):
            chosen = self._is_chosen(piece)
            shown = rect.adjusted(0, -3, 0, 3) if chosen else rect
            fill = look.color(_HUES[piece.kind], 1.0 if chosen or look.is_high_contrast else 0.55)
            draw_box(
                painter, shown, min(look.px(4), rect.width() / 2), fill, look.color("ink") if chosen else None, 1.5
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        piece = self._at(event.position())
        if piece is not None and event.button() is Qt.MouseButton.LeftButton:
            self.place_chosen.emit(piece.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        piece = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if piece else Qt.CursorShape.ArrowCursor)
        if piece is not None:
            tip = plain_tip(f"{piece.name}  {clock(piece.seconds)}")
            QToolTip.showText(event.globalPosition().toPoint(), tip, self)

    def _is_chosen(self, piece: Stretch) -> bool:
        chosen = self._chosen
        return chosen is not None and (
            piece.place == chosen or (chosen.step is None and piece.place.block == chosen.block)
        )

    def _at(self, at: QPointF) -> Stretch | None:
        for piece, rect in zip(self._stretches, self.pieces(), strict=True):
            if rect.left() - 1 <= at.x() <= rect.right() + 1:
                return piece
        return None
