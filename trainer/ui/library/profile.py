"""A routine's profile over time: as wide as each move takes, as high as it is vigorous, in the colour of its block."""

from PySide6.QtCore import QPointF, QRectF
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
_LEAST, _IDLE = 0.22, 0.05  # shares of the height: of the lightest move, and of getting set


def draw_profile(
    painter: QPainter,
    look: Look,
    card: QRectF,
    height: float,
    radius: float,
    values: RoutineCardValues,
    picture: QPixmap | None = None,
) -> None:
    """Fill the top `height` pixels of a card with rounded corners of `radius`.

    Below a picture the profile is a strip; without one it has the room.
    """
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
    _draw_stretches(painter, look, field, values.profile)
    font, middle = look.font("caption"), room.top() + look.px(24)
    if picture is not None and values.last_done:  # the figure may reach behind the words
        plate = QFontMetricsF(font).boundingRect(values.last_done)
        plate.moveTopLeft(QPointF(room.left() + inset, middle - 0.5 * plate.height()))
        draw_box(painter, plate.adjusted(-6, -3, 6, 3), 8, look.color("hero", 0.86))
    draw_text(painter, font, look.color("ink2"), room.left() + inset, middle, values.last_done)


def _draw_stretches(painter: QPainter, look: Look, field: QRectF, stretches: tuple[Stretch, ...]) -> None:
    total = sum(stretch.seconds for stretch in stretches)
    if total <= 0:
        return
    left, gap = field.left(), max(1.0, look.px(1.5))
    for stretch in stretches:
        width = field.width() * stretch.seconds / total
        share = max(_LEAST, min(1.0, stretch.met / _MOST_MET)) if stretch.met else _IDLE
        tall = field.height() * share
        bar = QRectF(left, field.bottom() - tall, max(1.0, width - gap), tall)
        color = look.color(_COLORS[stretch.kind]) if stretch.met else look.color("ink3", 0.5)
        draw_box(painter, bar, min(3.0, bar.width() / 2), color)
        left += width
