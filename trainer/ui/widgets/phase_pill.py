"""PhasePill and SidePlate: what to do now, and with which side, read from across the room."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.timeline import Side
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_box, draw_text, text_width
from trainer.ui.widgets.phase_shape import draw_shape

HEIGHT = 40.0
_LETTERS = 0.46  # font size over height; more where seen from afar
_FAR_LETTERS = 0.55
_TRACKING = 3.0
_SMALLEST = 12.0  # height from which on nothing shrinks any more


class _Plate(DrawnLabel):
    """A word on a ground. `scaled`: the height is pixels at 100 % text; else plain pixels, for distance mode."""

    def __init__(self, look: Look, height: float, scaled: bool, parent: QWidget | None) -> None:
        self._height, self._scaled = height, scaled
        super().__init__(look, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_height(self, height: float) -> None:
        """Be another size."""
        if height != self._height:
            self._height = height
            self._on_look_changed()

    def _size(self, share: float) -> int:
        """Pixels of a share of the height."""
        pixels = self._height * share
        return self.look.px(pixels) if self._scaled else round(pixels)

    def _font(self) -> QFont:
        letters = self._height * (_LETTERS if self._scaled else _FAR_LETTERS)
        return self.look.font(letters, weight=800, percent=_TRACKING, scaled=self._scaled)


class PhasePill(_Plate):
    """The word of a phase after its shape, on its hue."""

    def __init__(
        self,
        look: Look,
        phase: PhaseLook = PhaseLook.WORK,
        *,
        height: float = HEIGHT,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._phase = phase
        super().__init__(look, height, scaled, parent)
        self.setText(phase.word)

    @property
    def phase(self) -> PhaseLook:
        """The phase it shows."""
        return self._phase

    def set_phase(self, phase: PhaseLook) -> None:
        """Show another phase."""
        if phase is not self._phase or self.text() != phase.word:
            self._phase = phase
            self.setText(phase.word)
            self._on_look_changed()

    def measure(self) -> QSize:
        return QSize(round(text_width(self._font(), self.text())) + self._size(1.62), self._size(1))

    def draw(self, painter: QPainter) -> None:
        look, marks, rect = self.look, self._phase.marks, self.bounds()
        draw_box(painter, rect, rect.height() / 2, look.color(marks.fill))
        sign = self._size(0.44)
        square = QRectF(self._size(0.5), rect.center().y() - sign / 2, sign, sign)
        draw_shape(painter, look, marks.shape, square, look.color(marks.on))
        draw_text(painter, self._font(), look.color(marks.on), self._size(1.16), rect.center().y(), self.text())


class SidePlate(_Plate):
    """LEFT or RIGHT, always the person's own; the plate points there. Empty and of no width without a side."""

    def __init__(
        self,
        look: Look,
        side: Side | None = None,
        *,
        height: float = HEIGHT,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._side: Side | None = None
        super().__init__(look, height, scaled, parent)
        self.set_side(side)

    @property
    def side(self) -> Side | None:
        """The side it names."""
        return self._side

    def set_side(self, side: Side | None) -> None:
        """Name another side, or none."""
        self._side = side
        self.setText("" if side is None else tr("LEFT") if side is Side.LEFT else tr("RIGHT"))
        self._on_look_changed()

    def measure(self) -> QSize:
        if self._side is None:
            return QSize(0, self._size(1))
        return QSize(round(text_width(self._font(), self.text())) + self._size(1.35), self._size(1))

    def draw(self, painter: QPainter) -> None:
        if self._side is None:
            return
        look, width, height = self.look, float(self.width()), float(self.height())
        border, point = height * 0.12, height * 0.5
        near, far, low = border / 2, width - border / 2, height - border / 2
        tip = point * (1 - border / height)
        if self._side is Side.LEFT:
            corners = [(near + tip, near), (far, near), (far, low), (near + tip, low), (near, height / 2)]
        else:
            corners = [(near, near), (far - tip, near), (far, height / 2), (far - tip, low), (near, low)]
        ink = look.color("ink")
        painter.setPen(QPen(ink, border, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        shift = point * 0.35 * (1 if self._side is Side.LEFT else -1)
        left = (width - text_width(self._font(), self.text())) / 2 + shift
        draw_text(painter, self._font(), look.color("canvas"), left, height / 2, self.text())


def share_room(pill: PhasePill, side: SidePlate, height: float, gap: int, room: int) -> None:
    """Size both by `height`, or smaller where their words would not stand in `room` pixels with `gap` between them."""
    while True:
        for plate in (pill, side):
            plate.set_height(height)
        words = pill.sizeHint().width() + side.sizeHint().width()
        gap = 0 if side.side is None else gap
        if words + gap <= room or height < _SMALLEST:
            return
        height *= min(0.97, (room - gap) / words)  # once more after this where type comes in whole pixels only
