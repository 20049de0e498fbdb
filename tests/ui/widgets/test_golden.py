"""Shapes against pictures kept: signs and bars of every phase, which hold no text and so need no font.

To renew the pictures after a change that is meant: run this file's tests with RENEW_GOLDEN=1, and look at them.
"""

import os
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.specimens import session_bar, time_bar
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.phase_shape import draw_shape
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.switch import draw_switch

GOLDEN = Path(__file__).parents[2] / "golden" / "widgets"
SIZE = (420, 330)
BARE = QWidget.RenderFlag.DrawChildren  # no ground of the platform's under it
MEAN_APART = 0.4  # of 255, over all channels: what another version's antialiasing may differ
WORST_APART = 0.01  # share of pixels that may differ by more than a quarter


def sheet(look: Look, qtbot: QtBot) -> QImage:
    """Every shape without a letter."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(look.color("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    widgets = [time_bar(look, phase, 3.4, 6) for phase in PhaseLook]
    for row, (phase, bar) in enumerate(zip(PhaseLook, widgets, strict=True)):
        top = row * 32
        painter.fillRect(QRectF(0, top, SIZE[0], 32), look.color(phase.marks.flood))
        painter.fillRect(QRectF(4, top + 2, 60, 28), look.color(phase.marks.fill))
        draw_shape(painter, look, phase.marks.shape, QRectF(24, top + 6, 20, 20), look.color(phase.marks.on))
        qtbot.addWidget(bar)
        bar.resize(320, 16)
        bar.render(painter, QPoint(80, top + 8), QRegion(), BARE)
    session, slider = session_bar(look), Slider(look, 0, 100, 60)
    for widget, top, height in ((session, 264, 8), (slider, 280, 34)):
        qtbot.addWidget(widget)
        widget.resize(300, height)
        widget.render(painter, QPoint(10, top), QRegion(), BARE)
    draw_switch(painter, look, QRectF(330, 284, 40, 22), on=1.0)
    draw_switch(painter, look, QRectF(376, 284, 40, 22), on=0.0)
    painter.end()
    return image


def apart(first: QImage, second: QImage) -> tuple[float, float]:
    """Mean difference per channel, and the share of pixels that differ by more than a quarter."""
    a, b = bytes(first.constBits()), bytes(second.constBits())
    differences = [abs(x - y) for x, y in zip(a, b, strict=True)]
    return sum(differences) / len(differences), sum(d > 64 for d in differences) / len(differences)


def test_shapes_are_as_they_were(themed_look: Look, qtbot: QtBot) -> None:
    path = GOLDEN / f"phases-{themed_look.theme_name}.png"
    drawn = sheet(themed_look, qtbot)
    if os.environ.get("RENEW_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        assert drawn.save(str(path))
        return
    kept = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert (kept.width(), kept.height()) == SIZE, f"{path.name} is missing or of another size"
    mean, worst = apart(drawn, kept)
    assert mean <= MEAN_APART
    assert worst <= WORST_APART
