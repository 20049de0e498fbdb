"""Contact sheets: a move in six moments from two sides, light and dark, as one picture; many moves on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from trainer.motion.vantage import second_turn
from trainer.ui.figure.backdrop import paint_backdrop
from trainer.ui.figure.film import image_of, packed
from trainer.ui.figure.palette import DARK, LIGHT, FigurePalette
from trainer.ui.figure.portraits import telling_moment
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer, Take

FRAMES: Final = 6
SIZE: Final = 240  # pixels of a frame's side
OVERVIEW: Final = 30  # moves on an overview page
_RAISED: Final = 14.0  # degrees up: the second view
_GROUNDS: Final = ((LIGHT, "#F5F3EE", "#4A5365"), (DARK, "#12161C", "#BAC3D1"))
_MARGIN: Final = 44  # pixels beside a plain row, for its number


def sheet(renderer: Renderer, subject: Subject, name: str) -> QImage:
    """Four rows: the authored view and the other that the program offers, light, then dark; in each its second."""
    image = QImage(SIZE * FRAMES, SIZE * 2 * len(_GROUNDS), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        for half, (palette, ground, ink) in enumerate(_GROUNDS):
            top = half * 2 * SIZE
            painter.fillRect(0, top, image.width(), 2 * SIZE, QColor(ground))
            for row, view in enumerate(_views(subject)):
                take = Take(packed(subject), palette, view, (SIZE, SIZE))
                for column in range(FRAMES):
                    moment = subject.cycle.period * column / FRAMES
                    place = QRectF(column * SIZE, top + row * SIZE, SIZE, SIZE)
                    _paint(painter, renderer, take, palette, moment, place)
                    painter.setPen(QColor(ink))
                    painter.setFont(QFont("sans-serif", 8))
                    words = f"{name} {moment:.2f} s" if column == 0 else f"{moment:.2f} s"
                    painter.drawText(place.adjusted(6, 4, 0, 0), Qt.AlignmentFlag.AlignLeft, words)
    finally:
        painter.end()
    return image


def plain_page(renderer: Renderer, subjects: Sequence[Subject], first: int) -> QImage:
    """A row a subject, numbered from `first`, five moments and one from aside; nothing tells what it is."""
    palette, ground, ink = _GROUNDS[0]
    image = QImage(_MARGIN + SIZE * FRAMES, SIZE * len(subjects), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    try:
        for row, subject in enumerate(subjects):
            bare = Subject(subject.cycle)
            authored, aside = _views(bare)
            for column in range(FRAMES):
                last = column == FRAMES - 1
                take = Take(packed(bare), palette, aside if last else authored, (SIZE, SIZE))
                moment = bare.cycle.period * (0.5 if last else column / (FRAMES - 1))
                place = QRectF(_MARGIN + column * SIZE, row * SIZE, SIZE, SIZE)
                _paint(painter, renderer, take, palette, min(moment, bare.cycle.period * 0.999), place)
            painter.setPen(QColor(ink))
            painter.setFont(QFont("sans-serif", 14))
            number = QRectF(0, row * SIZE, _MARGIN, SIZE)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(first + row))
    finally:
        painter.end()
    return image


def overview_page(renderer: Renderer, subjects: Sequence[tuple[str, Subject]]) -> QImage:
    """Up to OVERVIEW moves, each by its name, in the moment of most effort."""
    palette, ground, ink = _GROUNDS[0]
    image = QImage(SIZE * FRAMES, SIZE * -(-len(subjects) // FRAMES), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    try:
        for index, (name, subject) in enumerate(subjects):
            row, column = divmod(index, FRAMES)
            place = QRectF(column * SIZE, row * SIZE, SIZE, SIZE)
            take = Take(packed(subject), palette, subject.cycle.move.view, (SIZE, SIZE))
            _paint(painter, renderer, take, palette, telling_moment(subject.cycle), place)
            painter.setPen(QColor(ink))
            painter.setFont(QFont("sans-serif", 8))
            painter.drawText(place.adjusted(6, 4, 0, 0), Qt.AlignmentFlag.AlignLeft, name)
    finally:
        painter.end()
    return image


def _views(subject: Subject) -> tuple[tuple[float, float], tuple[float, float]]:
    yaw, up = subject.cycle.move.view
    return (yaw, up), (yaw + second_turn(subject.cycle), _RAISED)


def _paint(
    painter: QPainter, renderer: Renderer, take: Take, palette: FigurePalette, seconds: float, place: QRectF
) -> None:
    stage, frame = renderer.stage(take), renderer.frame(take, seconds, True)
    painter.save()
    painter.setClipRect(place)
    painter.translate(place.topLeft())
    paint_backdrop(painter, stage.backdrop, palette)
    painter.drawImage(frame.left, frame.top, image_of(frame))
    painter.restore()
