"""Look: the theme, text scale and motion setting in force, and every colour, size and font made from them."""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter

from trainer.core.preferences import FigureChoice, ThemeChoice
from trainer.ui.theme.icons import STROKE, Icons
from trainer.ui.theme.theme import Theme, load_theme
from trainer.ui.theme.typography import CAPITALS_TRACKING, STYLES, make_font, system_family, tracking

SMALLEST_SCALE, LARGEST_SCALE = 0.75, 3.0
_SPACING_SHARE = 0.35  # of the text scale that spacing follows: room is for text first


class Look(QObject):
    """Given to every widget as its first argument. `changed` says that any of it is different now.

    Sizes are logical pixels at 100 % text: `px` for whatever belongs to text, `sp` for the room between things.
    """

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        *,
        text_scale: float = 1.0,
        reduce_motion: bool = False,
        figure: FigureChoice = FigureChoice.TOP_KNOT,
        parent: QObject | None = None,
    ) -> None:
        """`resources` is the folder that holds themes/, icons/ and styles/. Raises ThemeError."""
        super().__init__(parent)
        self.resources = resources
        self.icons = Icons(resources / "icons")
        self._choice = choice
        self._text_scale = _within_bounds(text_scale)
        self._reduce_motion = reduce_motion
        self._figure = figure
        self._base_font = system_family(QGuiApplication.font())
        self._fonts: dict[tuple[float, int, bool, float, bool], QFont] = {}
        self._colors: dict[str, QColor] = {}
        self._theme_choice = self._resolved(choice)
        self._theme = self._read(self._theme_choice)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    # what is in force

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose; SYSTEM follows the desktop."""
        return self._choice

    @property
    def theme_name(self) -> ThemeChoice:
        """The theme in force, never SYSTEM."""
        return self._theme_choice

    @property
    def is_dark(self) -> bool:
        """Light text on a dark ground."""
        return self._theme.dark

    @property
    def is_high_contrast(self) -> bool:
        """Every container edged, no floods, no half-transparent lines."""
        return self._theme.high_contrast

    @property
    def text_scale(self) -> float:
        """1.0 is 100 %."""
        return self._text_scale

    @property
    def reduce_motion(self) -> bool:
        """Nothing slides or fades."""
        return self._reduce_motion

    @property
    def figure(self) -> FigureChoice:
        """Which figure shows the exercises."""
        return self._figure

    # commands

    def set_theme(self, choice: ThemeChoice) -> None:
        """Take another theme. Raises ThemeError, with the old one still in force."""
        self._take(self._resolved(choice))
        self._choice = choice

    def set_text_scale(self, scale: float) -> None:
        """Set the text scale, 1.0 is 100 %; held within 0.75 .. 3."""
        scale = _within_bounds(scale)
        if scale != self._text_scale:
            self._text_scale = scale
            self._fonts.clear()
            self.changed.emit()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Say whether things may slide and fade."""
        if reduce != self._reduce_motion:
            self._reduce_motion = reduce
            self.changed.emit()

    def set_figure(self, figure: FigureChoice) -> None:
        """Have another figure show the exercises."""
        if figure is not self._figure:
            self._figure = figure
            self.changed.emit()

    # colour

    def color(self, name: str, alpha: float | None = None) -> QColor:
        """The colour of that name in `Colors`, `alpha` 0 .. 1. Raises AttributeError for another name."""
        color = self._colors.get(name)
        if color is None:
            color = QColor(getattr(self._theme.colors, name))
            self._colors[name] = color
        if alpha is None:
            return color
        faded = QColor(color)
        faded.setAlphaF(alpha)
        return faded

    def faint(self, name: str, alpha: float, high_contrast: float = 1.0) -> QColor:
        """The colour half-transparent; in high contrast as strong as `high_contrast` says."""
        return self.color(name, high_contrast if self.is_high_contrast else alpha)

    def mix(self, first: str, second: str, share: float) -> QColor:
        """`share` 0 .. 1 of the second colour in the first."""
        return mix_colors(self.color(first), self.color(second), share)

    # sizes

    def px(self, size: float) -> int:
        """Pixels of something that grows with the text."""
        return round(size * self._text_scale)

    def sp(self, size: float) -> int:
        """Pixels of the room between things, which grows by only 35 % of the text's growth."""
        return round(size * (1 + (self._text_scale - 1) * _SPACING_SHARE))

    def em(self, pixels: float) -> float:
        """A width or height measured as the layout's break-points are: pixels over the text scale."""
        return pixels / self._text_scale

    # type and icons

    def font(
        self,
        style: str | float = "body",
        *,
        weight: int | None = None,
        tabular: bool = False,
        percent: float | None = None,
        scaled: bool = True,
    ) -> QFont:
        """The font of a style in `STYLES`, or of a size in pixels.

        `tabular`: all figures one width. `percent`: letter spacing, by size where None. `scaled`: by the text scale.
        """
        if isinstance(style, str):
            text_style = STYLES[style]
            size, weight = text_style.size, weight or text_style.weight
            if percent is None and style == "cap":
                percent = CAPITALS_TRACKING
        else:
            size, weight = style, weight or 400
        if percent is None:
            percent = tracking(size)
        key = (size, weight, tabular, percent, scaled)
        font = self._fonts.get(key)
        if font is None:
            pixels = size * self._text_scale if scaled else size
            font = make_font(self._base_font, pixels, weight, tabular=tabular, percent=percent)
            self._fonts[key] = font
        return font

    def draw_icon(self, painter: QPainter, name: str, rect: QRectF, color: QColor, stroke: float = STROKE) -> None:
        """Draw an icon of resources/icons in the middle of `rect`; `stroke` in the drawing's 24 units."""
        self.icons.draw(painter, name, rect, color, stroke)

    # the system

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._take(self._resolved(self._choice))

    def _resolved(self, choice: ThemeChoice) -> ThemeChoice:
        if choice is not ThemeChoice.SYSTEM:
            return choice
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return ThemeChoice.HIGH_CONTRAST if dark else ThemeChoice.HIGH_CONTRAST_LIGHT
        return ThemeChoice.DARK if dark else ThemeChoice.LIGHT

    def _take(self, resolved: ThemeChoice) -> None:
        if resolved is self._theme_choice:
            return
        self._theme = self._read(resolved)
        self._theme_choice = resolved
        self._colors.clear()
        self.changed.emit()

    def _read(self, resolved: ThemeChoice) -> Theme:
        return load_theme(self.resources / "themes" / f"{resolved.value}.toml")


def mix_colors(first: QColor, second: QColor, share: float) -> QColor:
    """`share` 0 .. 1 of the second colour in the first, alpha included."""
    if share <= 0.0:
        return first
    if share >= 1.0:
        return second
    a, b = first, second
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
        a.alphaF() + (b.alphaF() - a.alphaF()) * share,
    )


def _within_bounds(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
