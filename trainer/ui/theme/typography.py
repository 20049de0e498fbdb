"""Typography: the text styles by name, and tabular figures."""

from msgspec import Struct
from PySide6.QtGui import QFont


class TextStyle(Struct, frozen=True):
    """Size in pixels at 100 % text, weight as CSS counts it."""

    size: float
    weight: int = 400


STYLES = {
    "cap": TextStyle(12, 700),  # small capitals' stand-in: the text comes in capitals, tracked wide
    "caption": TextStyle(12, 600),
    "small": TextStyle(13),
    "small-bold": TextStyle(13, 600),
    "body": TextStyle(14),
    "body-bold": TextStyle(14, 600),
    "lead": TextStyle(16),
    "lead-bold": TextStyle(16, 600),
    "h3": TextStyle(18, 700),
    "h2": TextStyle(22, 700),
    "h1": TextStyle(32, 700),
    "number": TextStyle(28, 700),
    "cue": TextStyle(30, 600),
    "name": TextStyle(44, 700),
}

CAPITALS_TRACKING = 4.0  # percent
_TABULAR = QFont.Tag("tnum")


def tracking(size: float) -> float:
    """Percent of letter spacing for a size in pixels: large type is set tighter."""
    if size >= 60:
        return -1.6
    if size >= 28:
        return -1.2
    return -0.6 if size >= 18 else 0.0


def make_font(base: QFont, pixels: float, weight: int, *, tabular: bool, percent: float) -> QFont:
    """A font of `base`'s family. `tabular` gives all figures one width; many fonts do not by default."""
    font = QFont(base)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(_TABULAR, 1)
    if percent:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + percent)
    return font


def system_family(system: QFont) -> QFont:
    """The desktop's own font; where it names none but the generic sans-serif, the best of the usual ones."""
    font = QFont(system)
    if system.family().lower() in {"", "sans", "sans serif", "sans-serif"}:
        font.setFamilies(["Inter", "Cantarell", "Noto Sans", "Ubuntu", "Open Sans", "DejaVu Sans", system.family()])
    return font
