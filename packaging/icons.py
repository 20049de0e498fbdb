"""The icon of the program in every size and form a system wants, drawn from its one SVG.

Needs PySide6, so packaging/bundle.py runs it in the build's own Python.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # of the freedesktop icon theme, hicolor
_OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
OF_MSIX = (44, 50, 150)
_OF_MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def main(drawing: str, folder: str) -> None:
    """Draw `drawing` into `folder`: PNGs by size, trainer.ico, trainer.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = Path(folder)
    made.mkdir(parents=True, exist_ok=True)
    drawn = {size: png(Path(drawing), size) for size in {*SIZES, *_OF_MACOS, *OF_MSIX}}
    for size, content in drawn.items():
        (made / f"{size}.png").write_bytes(content)
    (made / "trainer.ico").write_bytes(ico({size: drawn[size] for size in _OF_WINDOWS}))
    (made / "trainer.icns").write_bytes(icns({kind: drawn[size] for size, kind in _OF_MACOS.items()}))


def png(drawing: Path, size: int) -> bytes:
    """The drawing as a PNG, `size` pixels square."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is no drawing Qt can read.")
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNGs by size in one file of Windows: a header, an entry of 16 bytes for each, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, body, begin = b"", b"", len(head) + 16 * len(pictures)
    for size, content in sorted(pictures.items()):
        side = size % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), begin + len(body))
        body += content
    return head + entries + body


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """PNGs by Apple's name of their size in one file of macOS: each with its name and length."""
    body = b"".join(kind + struct.pack(">I", 8 + len(content)) + content for kind, content in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
