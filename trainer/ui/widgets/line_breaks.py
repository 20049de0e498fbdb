"""Line breaks: where a text is broken for a width, evenly, and how large it may be set."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_HALVINGS = 9  # of the search for the narrowest width: to 1/512 of it
_NARROWEST = 0.4  # share of the width that balanced lines keep at least


class Broken(Struct, frozen=True):
    """Lines of a text, and whether each fits the width."""

    lines: tuple[str, ...]
    fits: bool


def break_lines(text: str, font: QFont, width: float) -> Broken:
    """Break at words; a word wider than the width stands alone and does not fit. Line feeds break too."""
    lines: list[str] = []
    fits = True
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        started = len(lines)
        units = paragraph.encode("utf-16-le")  # what Qt counts in: an emoji is two of them
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            fits = fits and line.naturalTextWidth() <= width + 0.5
            start, length = line.textStart(), line.textLength()
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le").strip())
        layout.endLayout()
        if len(lines) == started:
            lines.append("")
    return Broken(tuple(lines), fits)


def balance_lines(text: str, font: QFont, width: float) -> Broken:
    """The same, in lines of about one length: no word is left alone on the last."""
    broken = break_lines(text, font, width)
    if len(broken.lines) < 2 or not broken.fits:
        return broken
    low, high, best = width * _NARROWEST, width, broken
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = break_lines(text, font, middle)
        if tried.fits and len(tried.lines) == len(broken.lines):
            high, best = middle, tried
        else:
            low = middle
    return best


def limit_lines(lines: tuple[str, ...], font: QFont, width: float, most: int | None) -> tuple[str, ...]:
    """At most that many lines, the last ending in an ellipsis where something was left out."""
    if most is None or len(lines) <= most:
        return lines
    metrics = QFontMetricsF(font)
    rest = " ".join(lines[most - 1 :]) + "…"
    return (*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
