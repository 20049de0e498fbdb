"""A routine's profile over time: as wide as each move takes, as high as it is vigorous, in the colour of its block."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPixmap

from trainer.core.routine import BlockKind
from trainer.ui.library.library_model import RoutineCardValues, Stretch
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_text

_COLORS = {
    BlockKind.WARM_UP: "cardio",
    BlockKind.CARDIO: "cardio",
    BlockKind.STRENGTH: "strength",
    BlockKind.MOBILITY: "mobility",
    BlockKind.STRETCH: "mobility",
}
_MOST_MET = 6.0  # vigorous exercise fills the height
_MOST_KEPT = 120  # profiles: a few screens, 20 kB each
_LEAST, _IDLE = 0.22, 0.05  # shares of the height: of the lightest move, and of getting set


class ProfilePainter:
    """Paints the upper part of cards. Seventy bars a card are a lot to paint again for every letter typed: kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: OrderedDict[tuple[int, int, int, float], tuple[RoutineCardValues, QPixmap]] = OrderedDict()
        look.changed.connect(self._kept.clear)

    def draw(
        self,
        painter: QPainter,
        card: QRectF,
        height: float,
        radius: float,
        values: RoutineCardValues,
        picture: QPixmap | None = None,
    ) -> None:
        """Fill the top `height` pixels of a card with rounded corners of `radius`.

        Below a picture the profile is a strip; without one it has the room.
        """
        look = self._look
        painter.save()
        room = QRectF(card.left(), card.top(), card.width(), height)
        outline = QPainterPath()
        outline.addRoundedRect(card, radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(room, look.color("hero"))
        painter.restore()
        inset = look.px(16)
        if picture is None:
            field = room.adjusted(inset, look.px(44), -inset, -look.px(18))
        else:
            field = QRectF(room.left() + inset, room.bottom() - look.px(24), room.width() - 2 * inset, look.px(16))
            size = picture.deviceIndependentSize()
            painter.drawPixmap(QPointF(room.center().x() - 0.5 * size.width(), room.top() + look.px(2)), picture)
        if field.width() >= 1 and field.height() >= 1:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(field.toRect().topLeft(), self._bars(values, field.toRect().size(), ratio))
        font, middle = look.font("caption"), room.top() + look.px(24)
        if picture is not None and values.last_done:  # the figure may reach behind the words
            plate = QFontMetricsF(font).boundingRect(values.last_done)
            plate.moveTopLeft(QPointF(room.left() + inset, middle - 0.5 * plate.height()))
            draw_box(painter, plate.adjusted(-6, -3, 6, 3), 8, look.color("hero", 0.86))
        draw_text(painter, font, look.color("ink2"), room.left() + inset, middle, values.last_done)

    def _bars(self, values: RoutineCardValues, size: QSize, ratio: float) -> QPixmap:
        """The profile as a picture; of the same values the same."""
        key = (id(values), size.width(), size.height(), ratio)
        if key not in self._kept:
            bars = QPixmap(size * ratio)
            bars.setDevicePixelRatio(ratio)
            bars.fill(Qt.GlobalColor.transparent)
            painter = QPainter(bars)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                _draw_stretches(painter, self._look, QRectF(0, 0, size.width(), size.height()), values.profile)
            finally:
                painter.end()
            self._kept[key] = (values, bars)  # the values too: their id is theirs as long as they live
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]


def _draw_stretches(painter: QPainter, look: Look, field: QRectF, stretches: tuple[Stretch, ...]) -> None:
    total = sum(stretch.seconds for stretch in stretches)
    if total <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    idle = look.color("ink3", 0.5)
    colors = {kind: look.color(name) for kind, name in _COLORS.items()}
    left, gap = field.left(), max(1.0, look.px(1.5))
    for stretch in stretches:
        width = field.width() * stretch.seconds / total
        share = max(_LEAST, min(1.0, stretch.met / _MOST_MET)) if stretch.met else _IDLE
        tall = field.height() * share
        bar = QRectF(left, field.bottom() - tall, max(1.0, width - gap), tall)
        radius = min(3.0, bar.width() / 2, tall / 2)
        painter.setBrush(colors[stretch.kind] if stretch.met else idle)
        painter.drawRoundedRect(bar, radius, radius)
        left += width
