"""Icons: the drawings in resources/icons, tinted and kept as pixmaps."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

STROKE = 1.75  # of the drawings, in their 24 units
_ROOT_STROKE = f'stroke-width="{STROKE}"'
PROGRAM = "trainer"
_KEPT = 400  # pixmaps, about 1 MB


class Icons:
    """Draws icons by name. Pixmaps are kept per name, size, device pixel ratio, colour and stroke."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, float, int, float], QPixmap] = {}

    def names(self) -> list[str]:
        """Every icon there is to tint: all but the program's own."""
        return sorted(path.stem for path in self._folder.glob("*.svg") if path.stem != PROGRAM)

    def pixmap(self, name: str, size: int, ratio: float, color: QColor, stroke: float = STROKE) -> QPixmap:
        """The icon `size` logical pixels wide and high. Raises OSError for a name without a drawing."""
        key = (name, size, ratio, color.rgba(), stroke)
        kept = self._pixmaps.get(key)
        if kept is not None:
            return kept
        if len(self._pixmaps) >= _KEPT:
            self._pixmaps.clear()
        from PySide6.QtSvg import QSvgRenderer  # with the first icon: the first frame has none

        # All that can fail comes before the painter: one left open takes the process down.
        renderer = QSvgRenderer(QByteArray(self._tinted(name, color, stroke).encode()))
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(color.alphaF())
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self._pixmaps[key] = pixmap
        return pixmap

    def draw(self, painter: QPainter, name: str, rect: QRectF, color: QColor, stroke: float = STROKE) -> None:
        """Draw the icon in the middle of `rect`, as large as its shorter side, on whole device pixels."""
        size = int(min(rect.width(), rect.height()))
        if size < 1:
            return
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(rect.center().x() - size / 2, rect.center().y() - size / 2)
        corner = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(corner, self.pixmap(name, size, ratio, color, stroke))

    def icon(self, name: str, color: QColor, sizes: tuple[int, ...] = (16, 24, 32)) -> QIcon:
        """The same as a QIcon, for menus and actions."""
        icon = QIcon()
        for size in sizes:
            for ratio in (1.0, 2.0):
                icon.addPixmap(self.pixmap(name, size, ratio, color))
        return icon

    def _tinted(self, name: str, color: QColor, stroke: float) -> str:
        source = self._sources.get(name)
        if source is None:
            source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        return source.replace("currentColor", color.name()).replace(_ROOT_STROKE, f'stroke-width="{stroke}"', 1)
