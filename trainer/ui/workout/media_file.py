"""Media file: what a picture, an animation or a clip must be before anything decodes it.

Qt tells kinds by what is in a file and not by its name: what is called a picture could be a drawing that names other
files, and what is called a clip a list of addresses. So only a file that is what its name says goes on.
"""

import re
import struct
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from trainer.language import tr

# What Qt calls the kinds of picture that a routine may name.
_FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".bmp": "bmp"}

_LARGEST = 2048  # pixels a side that are kept of a picture: enough for a stage of 1080 lines
_MOST_PIXELS = 100_000_000  # of a picture file: more is not decoded
MOST_MOVING_PIXELS = 1920 * 1088  # of an animation, which is decoded between two frames of the window
MOST_CLIP_PIXELS = 4096 * 2304  # of a clip

# The first bytes of each kind. ISO 14496-12 4.2, 4.3 (a first box of less than 16 MB) and QuickTime's older boxes;
# Matroska's EBML; RIFF.
_ISO = re.compile(rb"(\x00...(ftyp|moov|wide|free|skip)|....mdat)", re.DOTALL)
_MATROSKA = re.compile(rb"\x1a\x45\xdf\xa3")
_AVI = re.compile(rb"RIFF....AVI ", re.DOTALL)
_GIF_SCREEN = slice(6, 10)  # its width and height, 16 bits each (GIF89a, 18)
_CLIPS = {".mp4": _ISO, ".m4v": _ISO, ".mov": _ISO, ".webm": _MATROSKA, ".mkv": _MATROSKA, ".avi": _AVI}


def read_picture(file: str) -> QImage | str:
    """The picture, no larger than need be, or why there is none. To be called off the GUI thread."""
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    if _format(reader) != _FORMATS.get(Path(file).suffix.casefold()):
        return tr("it can't be read as a picture")
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        return tr("it has more than {n} million pixels").format(n=_MOST_PIXELS // 1_000_000)
    if size.isValid() and max(size.width(), size.height()) > _LARGEST:
        reader.setScaledSize(size.scaled(QSize(_LARGEST, _LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return tr("it can't be read as a picture") if image.isNull() else image


def animation_flaw(file: str) -> str:
    """Why a file can't be shown as an animation; empty where it may be tried."""
    head = _head(file)
    if not head.startswith((b"GIF87a", b"GIF89a")) or len(head) < _GIF_SCREEN.stop:
        return tr("it can't be read as an animation")
    # Qt takes memory for the screen the file names and tells the size of its first picture.
    width, height = struct.unpack("<HH", head[_GIF_SCREEN])
    first = QImageReader(file).size()
    if max(width * height, first.width() * first.height()) > MOST_MOVING_PIXELS:
        return tr("its pictures have more than {n} million pixels; make it smaller").format(
            n=MOST_MOVING_PIXELS // 1_000_000
        )
    return ""


def clip_flaw(file: str) -> str:
    """Why a file can't be played as a clip; empty where it may be tried."""
    kind = _CLIPS.get(Path(file).suffix.casefold())
    if kind is None or not kind.match(_head(file)):
        return tr("it is no clip of the kind its name says")
    return ""


def _head(file: str) -> bytes:
    try:
        with Path(file).open("rb") as opened:
            return opened.read(12)
    except OSError:
        return b""


def _format(reader: QImageReader) -> str:
    return bytes(reader.format().data()).decode("ascii", "replace")
