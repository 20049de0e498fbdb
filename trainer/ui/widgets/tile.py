"""Tile: a thing one owns or not, with its icon, name and a line below."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided


class Tile(DrawnButton):
    """A checkable button as wide as its room: edge, ground and a tick say that it is on."""

    def __init__(
        self, look: Look, icon: str, text: str, line: str = "", on: bool = False, parent: QWidget | None = None
    ) -> None:
        self._icon, self._line = icon, line
        super().__init__(look, text, parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(line)

    def set_line(self, line: str) -> None:
        """Say something else below the name."""
        if line != self._line:
            self._line = line
            self.setAccessibleDescription(line)
            self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(180), self.look.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(56))

    def draw(self, painter: QPainter) -> None:
        look, rect, on = self.look, self.bounds(), self.isChecked()
        middle, left = rect.center().y(), float(look.px(46))
        fill = look.color("accent_soft") if on else self.hover_fill(look.color("surface"), look.color("sunken"))
        edge = look.color("accent") if on else look.faint("edge", 0.5)
        draw_box(painter, rect, look.px(12), fill, edge, 1.75 if on else 1)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect.adjusted(3, 3, -3, -3), look.px(12) - 3)
        square = QRectF(look.px(12), middle - look.px(12), look.px(24), look.px(24))
        look.draw_icon(painter, self._icon, square, look.color("accent" if on else "ink2"), 1.8)
        room = rect.width() - left - look.px(36 if on else 12)
        name_font, line_font = look.font("body-bold"), look.font(12.5)
        name_middle = middle - (look.px(8) if self._line else 0)
        draw_text(painter, name_font, look.color("ink"), left, name_middle, elided(name_font, self.text(), room))
        if self._line:
            line = elided(line_font, self._line, room)
            draw_text(painter, line_font, look.color("ink2"), left, name_middle + look.px(17), line)
        if on:
            tick = QRectF(rect.right() - look.px(28), middle - look.px(8), look.px(16), look.px(16))
            look.draw_icon(painter, "check", tick, look.color("accent"), 2.8)
