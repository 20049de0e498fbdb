"""The style sheet of plain widgets."""

import re

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.ui.theme.look import Look
from trainer.ui.theme.style_sheet import Dressing, palette, style_sheet


def test_every_place_is_filled(themed_look: Look) -> None:
    filled = style_sheet(themed_look)
    assert not re.search(r"\{\w+\}", filled)
    assert themed_look.color("accent").name() in filled


def test_sizes_grow_with_the_text(look: Look) -> None:
    assert "padding: 7px 12px" in style_sheet(look)
    look.set_text_scale(2.0)
    assert "padding: 14px 24px" in style_sheet(look)


def test_the_palette_is_the_theme_s(themed_look: Look) -> None:
    filled = palette(themed_look)
    assert filled.color(QPalette.ColorRole.Window) == themed_look.color("canvas")
    assert filled.color(QPalette.ColorRole.PlaceholderText) == themed_look.color("ink3")


def test_a_dressed_window_follows_the_look(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    edit = QLineEdit(window)
    Dressing(look, window)
    window.show()
    before = edit.sizeHint().height()
    look.set_theme(ThemeChoice.DARK)
    look.set_text_scale(2.0)
    assert look.color("surface").name() in window.styleSheet()
    later = QLineEdit(window)
    later.show()
    assert edit.sizeHint().height() == later.sizeHint().height() > before * 1.5
    assert edit.font().pixelSize() == later.font().pixelSize() == 28
