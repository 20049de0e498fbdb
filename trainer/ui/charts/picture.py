"""ChartPicture: a chart with its heading and what explains it, as a picture: PNG, SVG, PDF, or on paper.

The widgets paint themselves, so that what is saved is what is seen; only the controls around them are left out.
"""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPicture,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_text

_PADDING, _GAP = 24, 12  # pixels at 100 %
_SHARPNESS = 2.0  # device pixels of a PNG for each pixel on the screen
_PAGE_DPI = 96  # a page's pixels are the screen's
_MARGIN_MM = 15.0


class PictureKind(StrEnum):
    """What a picture is saved as; the value is the file's suffix."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


class ChartPicture:
    """Made of widgets that are shown; to be drawn before anything changes."""

    def __init__(self, look: Look, title: str, parts: Sequence[QWidget]) -> None:
        """`parts` from top to bottom."""
        self._look, self._title = look, title
        self._parts = [part for part in parts if part.isVisible() and part.height() > 0]

    @property
    def title(self) -> str:
        """What it shows, in words."""
        return self._title

    def size(self) -> QSize:
        """Its size in pixels of the screen."""
        look = self._look
        width = max([_text_width(look, self._title), *(part.width() for part in self._parts)])
        height = self._title_height() + sum(part.height() + look.sp(_GAP) for part in self._parts)
        return QSize(int(width) + 2 * look.sp(_PADDING), int(height) + 2 * look.sp(_PADDING))

    def draw(self, painter: QPainter) -> None:
        """Draw it at the painter's origin."""
        look, left = self._look, self._look.sp(_PADDING)
        size = self.size()
        painter.fillRect(QRect(QPoint(0, 0), size), look.color("surface"))
        middle = left + self._title_height() / 2
        draw_text(painter, look.font("h3"), look.color("ink"), left, middle, self._title)
        y = left + self._title_height()
        for part in self._parts:
            y += look.sp(_GAP)
            painter.save()
            painter.translate(left, y)
            # As of any widget: a view of Qt's has another method of that name, which knows nothing of pixels.
            QWidget.render(part, painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
            painter.restore()
            y += part.height()

    def encoded(self, kind: PictureKind) -> bytes:
        """The picture as a file's content."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        match kind:
            case PictureKind.PNG:
                self._image().save(buffer, "PNG")  # type: ignore[call-overload]
            case PictureKind.SVG:
                self._write_svg(buffer)
            case PictureKind.PDF:
                self._write_pdf(buffer)
        buffer.close()
        return bytes(buffer.data().data())

    def draw_page(self, device: QPagedPaintDevice) -> bool:
        """Draw it on a page, as large as the screen shows it where that fits. False where the device takes nothing."""
        size, page = self.size(), device.pageLayout().paintRectPixels(device.logicalDpiX())
        scale = min(page.width() / size.width(), page.height() / size.height(), device.logicalDpiX() / _PAGE_DPI)
        # A picture of commands between: a printer would be given widgets as pixels.
        commands = QPicture()
        with QPainter(commands) as recorder:
            self.draw(recorder)
        ratio = device.logicalDpiX() / commands.logicalDpiX()  # QPainter.drawPicture() scales by this on its own
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.scale(scale / ratio, scale / ratio)
        painter.drawPicture(0, 0, commands)
        return painter.end()

    def _image(self) -> QImage:
        image = QImage(self.size() * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter)
        return image

    def _write_svg(self, buffer: QBuffer) -> None:
        from PySide6.QtSvg import QSvgGenerator

        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size())
        generator.setViewBox(QRect(QPoint(0, 0), self.size()))
        generator.setTitle(self._title)
        with QPainter(generator) as painter:
            self.draw(painter)

    def _write_pdf(self, buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setTitle(self._title)
        writer.setCreator("Trainer")
        writer.setResolution(_PAGE_DPI)
        size = QSizeF(self.size()) / _PAGE_DPI
        page = QPageSize(size, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        with QPainter(writer) as painter:
            self.draw(painter)

    def _title_height(self) -> float:
        return QFontMetricsF(self._look.font("h3")).height()


def _text_width(look: Look, text: str) -> float:
    return QFontMetricsF(look.font("h3")).horizontalAdvance(text)
