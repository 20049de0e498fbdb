"""NavRail: the window's left edge, from where every page is reached."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, painting, text_width

_WIDTH, _HEIGHT = 84, 66


class NavButton(DrawnButton):
    """One page: its icon over its name. One of them is checked."""

    def __init__(self, look: Look, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def measure(self) -> QSize:
        return QSize(self.look.px(_WIDTH), self.look.px(_HEIGHT))

    def draw(self, painter: QPainter) -> None:
        look, middle = self.look, self.width() / 2
        current = self.isChecked()
        short = min(0.0, self.height() - look.px(_HEIGHT))  # large text in a low window: closer together, never cut
        pill = QRectF(middle - look.px(27), look.px(6) + 0.3 * short, look.px(54), look.px(32) + 0.5 * short)
        fill = self.hover_fill(look.color("sunken", 0.0), look.color("sunken"))
        edge = look.color("accent") if current and look.is_high_contrast else None
        draw_box(painter, pill, look.px(16), look.color("accent_soft") if current else fill, edge)
        if self.shows_focus:
            draw_focus_ring(painter, look, pill.adjusted(-3, -3, 3, 3), look.px(16) + 3)
        side = look.px(24) + 0.5 * short
        square = QRectF(middle - side / 2, pill.center().y() - side / 2, side, side)
        look.draw_icon(
            painter, self._icon, square, look.color("accent" if current else "ink2"), 2.1 if current else 1.75
        )
        font = look.font(12.0, weight=700 if current else 500)
        name = elided(font, self.text(), self.width() - 4)
        left = middle - text_width(font, name) / 2
        draw_text(painter, font, look.color("ink" if current else "ink2"), left, look.px(51) + 0.9 * short, name)


class NavRail(QWidget):
    """Says which page was asked for; shows which one is open."""

    page_chosen = Signal(str)  # workout, library, editor, progress or settings

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Navigation"))
        self._column = QVBoxLayout(self)
        self._buttons = {
            "workout": NavButton(look, "workout", tr("Workout"), self),
            "library": NavButton(look, "library", tr("Library"), self),
            "editor": NavButton(look, "edit", tr("Editor"), self),
            "progress": NavButton(look, "progress", tr("Progress"), self),
            "settings": NavButton(look, "settings", tr("Settings"), self),
        }
        for name, button in self._buttons.items():
            if name == "settings":
                self._column.addStretch(1)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            button.clicked.connect(self._on_button_clicked)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_current(self, name: str) -> None:
        """Show that this page is open."""
        self._buttons[name].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color("surface"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("line"))

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        self.page_chosen.emit(next(name for name, button in self._buttons.items() if button is sender))

    def _on_look_changed(self) -> None:
        self._column.setContentsMargins(0, self._look.sp(14), 0, self._look.sp(14))
        self._column.setSpacing(self._look.sp(4))
        self.setFixedWidth(self._look.px(_WIDTH))
        self.update()
