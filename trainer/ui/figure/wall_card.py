"""The wall card: a routine on paper, each move with its picture, its time and its cues. Painted into a PDF."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QIODevice, QLocale, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

# All lengths are millimetres, font sizes points.
_MARGIN: Final = 12.0
_COLUMNS: Final = 3
_GAP: Final = 6.0
_PICTURE: Final = 33.0  # height
_CELL: Final = 62.0  # height of a picture and its words
_HEADING: Final = 9.0  # height of a block's line
_TITLE: Final = 22.0  # height of the title and the line below it
_RESOLUTION: Final = 300  # dots per inch
_SMALLEST: Final = 8.0
_FINE: Final = 8  # font sizes are whole pixels: so many of them make a point
_DOTS_A_MM: Final = _FINE * 72 / 25.4

_INK, _QUIET, _ACCENT, _GROUND = QColor("#1A2130"), QColor("#4A5365"), QColor("#0C666D"), QColor("#E3EDEA")

#: Pixels of a picture on the card, at 200 dots per inch.
PICTURE_SIZE: Final = (456, 260)


class CardMove(Struct, frozen=True):
    """A move: its picture's key, what it is called, how long it takes, and what to know."""

    picture: tuple[str, str]  # exercise and variant
    name: str
    amount: str
    cues: tuple[str, ...]


class CardBlock(Struct, frozen=True):
    """A block: its line, and its moves."""

    title: str
    moves: tuple[CardMove, ...]


class WallCard(Struct, frozen=True):
    """A routine as the card says it; `foot` stands at the end of every page."""

    title: str
    line: str
    foot: str
    blocks: tuple[CardBlock, ...]

    @property
    def pictures(self) -> tuple[tuple[str, str], ...]:
        """Every picture it wants, once."""
        return tuple(dict.fromkeys(move.picture for block in self.blocks for move in block.moves))


def write_wall_card(path: Path, card: WallCard, pictures: Mapping[tuple[str, str], QImage]) -> None:
    """Write the card as a PDF; what was there is replaced only when all is written. Raises OSError.

    `pictures`: those there are; without one there is an empty ground. Runs on any thread.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(_paper()))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(card.title)
    painter = QPainter(writer)
    try:
        painter.scale(_RESOLUTION / 25.4, _RESOLUTION / 25.4)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = writer.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
        _Pen(painter, writer, area.width(), area.height()).draw(card, pictures)
    finally:
        painter.end()
    if not file.commit():
        raise OSError(file.errorString())


def _paper() -> QPageSize.PageSizeId:
    """What the printers there hold."""
    letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4


class _Pen:
    """Draws from the top of the page down, and goes on to the next where there is no room."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, width: float, height: float) -> None:
        self._painter, self._writer = painter, writer
        self._width, self._height = width, height
        self._column = (width - (_COLUMNS - 1) * _GAP) / _COLUMNS
        self._y = 0.0

    def draw(self, card: WallCard, pictures: Mapping[tuple[str, str], QImage]) -> None:
        self._text(QRectF(0, 0, self._width, 12), card.title, 24, _INK, bold=True)
        self._text(QRectF(0, 12, self._width, 6), card.line, 11, _QUIET)
        self._foot(card.foot)
        self._y = _TITLE
        for block in card.blocks:
            for n, row in enumerate(_rows(block.moves)):
                heading = _HEADING if n == 0 else 0.0
                if self._y + heading + _CELL > self._height - _GAP:
                    self._writer.newPage()
                    self._y = 0.0
                    self._foot(card.foot)
                if heading:
                    self._text(QRectF(0, self._y, self._width, _HEADING), block.title, 13, _INK, bold=True)
                    self._y += heading
                for column, move in enumerate(row):
                    self._move(column * (self._column + _GAP), move, pictures.get(move.picture))
                self._y += _CELL

    def _move(self, x: float, move: CardMove, picture: QImage | None) -> None:
        ground = QRectF(x, self._y, self._column, _PICTURE)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_GROUND)
        self._painter.drawRoundedRect(ground, 2, 2)
        if picture is not None:
            scale = min(ground.width() / picture.width(), ground.height() / picture.height())
            width, height = picture.width() * scale, picture.height() * scale
            place = QRectF(ground.center().x() - width / 2, ground.center().y() - height / 2, width, height)
            self._painter.drawImage(place, picture)
        y = ground.bottom() + 1.2
        y += self._text(QRectF(x, y, self._column, 5.5), move.name, 11, _INK, bold=True)
        y += self._text(QRectF(x, y, self._column, 4.6), move.amount, 9.5, _ACCENT, bold=True)
        bottom = self._y + _CELL - 2
        for cue in move.cues:
            room = bottom - y
            needed = self._needed(cue, 8.5)
            if needed > room:
                break
            y += self._text(QRectF(x, y, self._column, needed), cue, 8.5, _QUIET, wrap=True) + 0.4

    def _width_of(self, text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text) / _DOTS_A_MM

    def _foot(self, words: str) -> None:
        self._text(QRectF(0, self._height - 4, self._width, 4), words, 7.5, _QUIET)

    def _needed(self, text: str, points: float) -> float:
        """Millimetres of height the text takes in a column."""
        metrics = QFontMetricsF(_font(points, bold=False))
        wide = QRectF(0, 0, self._column * _DOTS_A_MM, 100_000)
        return metrics.boundingRect(wide, Qt.TextFlag.TextWordWrap, text).height() / _DOTS_A_MM

    def _text(
        self, place: QRectF, text: str, points: float, color: QColor, *, bold: bool = False, wrap: bool = False
    ) -> float:
        """Draw it; unless it wraps, smaller where it is too long, then cut. Returns the height it took."""
        font = _font(points, bold=bold)
        while not wrap and points > _SMALLEST and self._width_of(text, font) > place.width():
            points -= 0.5
            font = _font(points, bold=bold)
        scaled = QRectF(
            place.x() * _DOTS_A_MM,
            place.y() * _DOTS_A_MM,
            place.width() * _DOTS_A_MM,
            place.height() * _DOTS_A_MM,
        )
        self._painter.save()
        self._painter.scale(1 / _DOTS_A_MM, 1 / _DOTS_A_MM)
        self._painter.setFont(font)
        self._painter.setPen(color)
        if wrap:
            self._painter.drawText(scaled, Qt.TextFlag.TextWordWrap, text)
        else:
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, scaled.width())
            self._painter.drawText(scaled, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        self._painter.restore()
        return place.height()


def _font(points: float, *, bold: bool) -> QFont:
    """The application's font, in the pixels the painter is scaled to."""
    font = QFont()
    font.setPixelSize(round(points * _FINE))
    font.setBold(bold)
    return font


def _rows(moves: Sequence[CardMove]) -> Iterator[Sequence[CardMove]]:
    for first in range(0, len(moves), _COLUMNS):
        yield moves[first : first + _COLUMNS]
