"""The figures to choose from and their colours: three tones of each material, shade, body and light."""

from typing import Final

from msgspec import Struct, structs

from trainer.core.preferences import FigureChoice
from trainer.ui.figure.anatomy import Material

Tones = tuple[str, str, str]


class FigurePalette(Struct, frozen=True):
    """Which figure it is, and its colours under one kind of theme, as #RRGGBB."""

    tones: tuple[Tones, ...]  # of each Material, in its order
    glow: str  # a muscle at work
    haze: str  # what far parts fade toward
    floor: str  # the mat, its edge
    floor_edge: str
    wall: str
    shadow: float  # how dark the shadow on the floor is, 0 .. 1
    figure: FigureChoice = FigureChoice.TOP_KNOT


def _in_order(tones: dict[Material, Tones]) -> tuple[Tones, ...]:
    return tuple(tones[material] for material in Material)


_LIGHT: Final[dict[Material, Tones]] = {
    Material.SKIN: ("#9C6B5C", "#DDAE9B", "#F6D9CA"),
    Material.TOP: ("#1D5661", "#3A8B95", "#74C0C3"),
    Material.LEGGINGS: ("#222E46", "#40527A", "#6E84B0"),
    Material.SHOE: ("#8E96A8", "#D9DEE8", "#FBFCFE"),
    Material.SOLE: ("#3B4356", "#596377", "#7F8A9E"),
    Material.HAIR: ("#231A1D", "#46343A", "#77605F"),
    Material.METAL: ("#2B313D", "#566072", "#98A3B8"),
    Material.RUBBER: ("#20252E", "#3A414D", "#6A7382"),
    Material.BALL: ("#6A77BA", "#97A3DD", "#D0D7F8"),
    Material.BALL_LINE: ("#525FA3", "#7884C4", "#AEB8E8"),
    Material.MEDICINE: ("#6B3D24", "#A5643E", "#D69B70"),
    Material.MEDICINE_LINE: ("#3E2416", "#63391F", "#8A5B3B"),
    Material.FEATURE: ("#1F181B", "#33272B", "#5A4A4C"),
    Material.BAND: ("#8A5E14", "#D39A2D", "#F4CE77"),
    Material.ROPE: ("#2C3546", "#4B5870", "#8793AB"),
    Material.TOWEL: ("#7487AD", "#B3C2DE", "#E7EDF8"),
    Material.WOOD: ("#57402F", "#8D6E55", "#C2A385"),
    Material.SEAT: ("#4D6462", "#7C9692", "#B3C8C3"),
    Material.STEP: ("#5F6B80", "#929FB5", "#C9D2E0"),
    Material.STEP_TOP: ("#333D4E", "#566274", "#8894A6"),
    Material.DOOR: ("#8F8A7E", "#C2BBAD", "#E9E4D8"),
    Material.CUSHION: ("#8C7A45", "#C2AD6E", "#EADBA9"),
}
_DARK: Final[dict[Material, Tones]] = {
    **_LIGHT,
    Material.SKIN: ("#8E6255", "#CF9F8D", "#F0CFBF"),
    Material.TOP: ("#1F656E", "#3C9CA3", "#7FD3D3"),
    Material.LEGGINGS: ("#36466B", "#5C70A0", "#93A8D6"),
    Material.SHOE: ("#7C8498", "#C3CAD8", "#F1F4FA"),
    Material.HAIR: ("#33272B", "#644E52", "#93787A"),
    Material.METAL: ("#3D4554", "#76819A", "#B7C2D6"),
    Material.RUBBER: ("#2B323E", "#505A6A", "#848FA2"),
    Material.FEATURE: ("#1D1719", "#30262A", "#5A4A4C"),
    Material.BAND: ("#9A6C1C", "#DFA93C", "#FAD98A"),
    Material.ROPE: ("#6C7890", "#A3AFC6", "#DCE3F0"),
    Material.WOOD: ("#6B513D", "#A08068", "#D0B296"),
    Material.STEP_TOP: ("#465164", "#6C788B", "#9AA6B8"),
    Material.DOOR: ("#3B465A", "#5A667E", "#8A97B0"),
}

# What the figure with short hair wears, and its skin.
_SHORT_HAIR_LIGHT: Final[dict[Material, Tones]] = {
    Material.SKIN: ("#54352A", "#93624B", "#CB9A7C"),
    Material.TOP: ("#3C5540", "#6C8F6C", "#A9C8A0"),
    Material.LEGGINGS: ("#292D36", "#4A505C", "#7B8390"),
    Material.HAIR: ("#141214", "#2B2728", "#57504E"),
}
_SHORT_HAIR_DARK: Final[dict[Material, Tones]] = {
    Material.SKIN: ("#60402F", "#A06E55", "#D8AA8C"),
    Material.TOP: ("#46614A", "#7CA07B", "#B9D6B0"),
    Material.LEGGINGS: ("#3C4352", "#666F80", "#9CA6B6"),
    Material.HAIR: ("#2A2627", "#4A4444", "#7C7472"),
}

LIGHT: Final = FigurePalette(_in_order(_LIGHT), "#FF5430", "#DCDDDC", "#A9BDCB", "#8AA3B5", "#D6D0C4", 0.42)
DARK: Final = FigurePalette(_in_order(_DARK), "#FF5B38", "#2A3442", "#33435A", "#243146", "#2B3543", 0.70)
HIGH_CONTRAST_DARK: Final = FigurePalette(_in_order(_DARK), "#FF6A48", "#20242B", "#16202E", "#FFFFFF", "#39424F", 0.0)
HIGH_CONTRAST_LIGHT: Final = FigurePalette(
    _in_order(_LIGHT), "#E03A14", "#E8E8E8", "#EDF1F4", "#000000", "#C9CCD2", 0.30
)


def figure_palette(dark: bool, high_contrast: bool, figure: FigureChoice = FigureChoice.TOP_KNOT) -> FigurePalette:
    """A figure in the colours that suit a theme."""
    palette = {
        (False, False): LIGHT,
        (True, False): DARK,
        (False, True): HIGH_CONTRAST_LIGHT,
        (True, True): HIGH_CONTRAST_DARK,
    }[dark, high_contrast]
    if figure is FigureChoice.TOP_KNOT:
        return palette
    own = _SHORT_HAIR_DARK if dark else _SHORT_HAIR_LIGHT
    tones = tuple(own.get(material, tones) for material, tones in zip(Material, palette.tones, strict=True))
    return structs.replace(palette, tones=tones, figure=figure)


def rgb(color: str) -> tuple[float, float, float]:
    """#RRGGBB as three shares of 0 .. 1."""
    return int(color[1:3], 16) / 255.0, int(color[3:5], 16) / 255.0, int(color[5:7], 16) / 255.0
