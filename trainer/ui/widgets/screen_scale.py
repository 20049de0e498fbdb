"""Screen scale: how large a pixel is, measured with a card or else as the screen says."""

from collections.abc import Mapping

from PySide6.QtGui import QScreen

CARD_MM = (85.60, 53.98)  # a bank card, ISO/IEC 7810 ID-1
_USUAL_MM_PER_PX = 0.277  # a 24-inch 1080p screen, for screens that do not know their size
_LEAST, _MOST = 0.05, 1.5  # what a screen's own word must lie between to be believed
_MM_PER_INCH = 25.4


def screen_key(screen: QScreen) -> str:
    """What a screen is remembered by: the device, not the socket it is plugged into, where the system knows it."""
    device = " ".join(part for part in (screen.manufacturer(), screen.model(), screen.serialNumber()) if part)
    return device or screen.name()


def mm_per_px(screen: QScreen, measured: Mapping[str, float]) -> float:
    """Millimetres of a logical pixel. `measured`: screen key -> millimetres of a pixel of the device."""
    ratio = screen.devicePixelRatio()
    known = measured.get(screen_key(screen))
    if known is not None:
        return known * ratio
    dots = screen.physicalDotsPerInch() / ratio
    said = _MM_PER_INCH / dots if dots > 0 else 0.0
    return said if _LEAST < said < _MOST else _USUAL_MM_PER_PX
