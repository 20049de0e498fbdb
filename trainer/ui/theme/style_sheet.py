"""The style sheet and palette of plain Qt widgets: line edits, scroll bars, menus, tooltips."""

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui.theme.look import Look

_PLACE = re.compile(r"\{(?:(\d+)px|([a-z_0-9]+))\}")


def style_sheet(look: Look) -> str:
    """resources/styles/window.qss with the look's colours and sizes in it."""
    template = (look.resources / "styles" / "window.qss").read_text(encoding="utf-8")
    handle = "edge" if look.is_high_contrast else "line"

    def fill(place: re.Match[str]) -> str:
        if place[1]:
            return f"{look.px(int(place[1]))}px"
        return look.color(handle if place[2] == "scroll_handle" else place[2]).name()

    return _PLACE.sub(fill, template)


def palette(look: Look) -> QPalette:
    """The palette that belongs to it."""
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "canvas",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
    }
    filled = QPalette()
    for role, name in roles.items():
        filled.setColor(role, look.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        filled.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.color("ink3")))
    return filled


class Dressing(QObject):
    """Keeps a window in the look, theme and text size changes included. Lives as long as the window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        font = self._look.font("body")
        # Qt hands fonts down poorly below a style sheet: widgets made later take the application's, those that are
        # there take the window's if it is set while no style sheet stands.
        QApplication.setFont(font)
        window = self.parent()  # asked for, not kept: it owns this
        if isinstance(window, QWidget):
            window.setStyleSheet("")
            window.setFont(font)
            window.setPalette(palette(self._look))
            window.setStyleSheet(style_sheet(self._look))
