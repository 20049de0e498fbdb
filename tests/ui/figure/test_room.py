"""The room behind the figure: painted on a part of its ground, and looking as if it were painted on all of it."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from trainer.core.preferences import FigureChoice
from trainer.ui.figure.backdrop import paint_backdrop
from trainer.ui.figure.palette import figure_palette
from trainer.ui.figure.room import Room
from trainer.ui.figure.take import Backdrop

PALETTE = figure_palette(dark=False, high_contrast=False, figure=FigureChoice.TOP_KNOT)
GROUND = QColor("#DCEBF5")
SIZE = QSize(320, 200)
BACKDROP = Backdrop(
    mat=((40.5, 150.2), (200.3, 140.0), (230.0, 170.0), (60.0, 180.0)),
    mat_edge=((40.5, 153.2), (200.3, 143.0), (230.0, 173.0), (60.0, 183.0)),
    wall=((90.0, 120.0), (180.0, 118.0), (180.0, 20.0), (90.0, 22.0)),
)


def painted(room: Room, exposed: QRect, ratio: float) -> QImage:
    image = QImage(SIZE * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    painter = QPainter(image)
    room.paint(painter, exposed, ratio)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_it_looks_as_if_all_of_the_ground_were_painted(ratio: float, mirrored: bool) -> None:
    scaled = Backdrop(*(tuple((x * ratio, y * ratio) for x, y in part) for part in (
        BACKDROP.mat, BACKDROP.mat_edge, BACKDROP.wall)))  # fmt: skip
    room = Room.of(scaled, PALETTE, GROUND, SIZE, ratio, mirrored)
    whole = QImage(SIZE * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    whole.fill(GROUND)
    painter = QPainter(whole)
    if mirrored:
        painter.translate(whole.width(), 0)
        painter.scale(-1.0, 1.0)
    paint_backdrop(painter, scaled, PALETTE)
    painter.end()
    whole.setDevicePixelRatio(ratio)
    assert painted(room, QRect(0, 0, SIZE.width(), SIZE.height()), ratio) == whole
    assert room.place.width() * room.place.height() < SIZE.width() * SIZE.height()


@pytest.mark.usefixtures("qapp")
def test_a_part_of_it_is_painted_where_it_belongs() -> None:
    room = Room.of(BACKDROP, PALETTE, GROUND, SIZE, 1.0, mirrored=False)
    whole = painted(room, QRect(0, 0, SIZE.width(), SIZE.height()), 1.0)
    part = QRect(100, 100, 70, 60)
    assert painted(room, part, 1.0).copy(part) == whole.copy(part)
    assert painted(room, part, 1.0).pixelColor(60, 160) == GROUND


@pytest.mark.usefixtures("qapp")
def test_where_nothing_stands_there_is_nothing_to_paint() -> None:
    for backdrop in (None, Backdrop(mat=((-90.0, -50.0), (-20.0, -50.0), (-20.0, -9.0)), mat_edge=())):
        room = Room.of(backdrop, PALETTE, None, SIZE, 1.0, mirrored=False)
        assert room.place.isEmpty()
        assert painted(room, QRect(0, 0, SIZE.width(), SIZE.height()), 1.0).pixelColor(50, 50) == GROUND


@pytest.mark.usefixtures("qapp")
def test_without_a_ground_one_sees_through_beside_the_mat() -> None:
    room = Room.of(BACKDROP, PALETTE, None, SIZE, 1.0, mirrored=False)
    assert room.pixmap is not None
    assert room.pixmap.toImage().pixelColor(0, 0).alpha() == 0
