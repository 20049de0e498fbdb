"""Contrast of everything read, as WCAG 2 counts it, and of the phases' hues to eyes that see fewer colours."""

from itertools import combinations

import pytest

from trainer.resources import resources
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.theme.theme import Theme, load_theme

Rgb = tuple[float, float, float]
NAMES = ("light", "dark", "high-contrast", "high-contrast-light")
GROUNDS = ("canvas", "surface", "sunken", "hero", "tile", "accent_soft", "ready_soft", "rest_soft", "paused_soft")
HUES = ("work", "hold", "ready", "rest", "paused", "done")
WORST = {"light": 4.6, "dark": 4.9, "high-contrast": 7.1, "high-contrast-light": 7.1}
MACHADO_2009 = {  # severity 1, on linear RGB
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(color: str) -> Rgb:
    """Linear RGB of an sRGB colour."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return r, g, b


def ratio(first: str, second: str) -> float:
    """WCAG 2 contrast ratio, 1 .. 21."""
    lights = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(first), linear(second))]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def lab(color: Rgb) -> Rgb:
    """CIE L*a*b* under D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * v for m, v in zip(row, color, strict=True)) for row in rows]
    x, y, z = (
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(xyz, (0.95047, 1, 1.08883), strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(first: str, second: str, eye: str) -> float:
    """Delta E 1976 between two colours as that eye sees them."""
    seen = []
    for color in (first, second):
        light = linear(color)
        r, g, b = (min(1.0, max(0.0, sum(m * v for m, v in zip(row, light, strict=True)))) for row in MACHADO_2009[eye])
        seen.append(lab((r, g, b)))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.fixture(params=NAMES)
def named(request: pytest.FixtureRequest) -> tuple[str, Theme]:
    return request.param, load_theme(resources() / "themes" / f"{request.param}.toml")


def color(theme: Theme, name: str) -> str:
    return str(getattr(theme.colors, name))


def test_the_measure_itself() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#1A2130", "#F5F3EE") == pytest.approx(14.5, abs=0.05)


@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent"])
def test_text_on_every_ground(named: tuple[str, Theme], ink: str) -> None:
    name, theme = named
    for ground in GROUNDS:
        assert ratio(color(theme, ink), color(theme, ground)) >= WORST[name], (ink, ground)


def test_text_on_the_canvas_reaches_the_figures_of_the_design(named: tuple[str, Theme]) -> None:
    name, theme = named
    wanted = {"light": (14.5, 7.0, 5.4, 6.0, 5.9), "dark": (16.4, 10.2, 7.0, 9.1, 7.9)}.get(name, (7.1,) * 5)
    for ink, least in zip(("ink", "ink2", "ink3", "accent", "danger"), wanted, strict=True):
        assert ratio(color(theme, ink), color(theme, "canvas")) >= least - 0.05, ink


def test_words_on_fills(named: tuple[str, Theme]) -> None:
    name, theme = named
    least = 7.1 if theme.high_contrast else 4.75
    for fill in (*HUES, "accent"):
        assert ratio(color(theme, f"on_{fill}"), color(theme, fill)) >= least, fill
    assert ratio(color(theme, "on_accent"), color(theme, "accent_hover")) >= least
    assert ratio(color(theme, "canvas"), color(theme, "ink2")) >= WORST[name]  # the hovered ink button


def test_a_phase_s_ink_reads_on_its_flood_and_on_the_page(named: tuple[str, Theme]) -> None:
    name, theme = named
    for hue in HUES:
        for ground in (f"{hue}_soft", "canvas", "surface"):
            assert ratio(color(theme, f"{hue}_ink"), color(theme, ground)) >= WORST[name], (hue, ground)
    assert ratio(color(theme, "danger"), color(theme, "danger_soft")) >= WORST[name]


def test_bars_and_bounds_of_controls_are_seen(named: tuple[str, Theme]) -> None:
    _, theme = named
    for phase in PhaseLook:
        assert ratio(color(theme, phase.marks.bar_fill), color(theme, phase.marks.flood)) >= 3.0, phase
    for ground in ("canvas", "surface"):
        assert ratio(color(theme, "edge"), color(theme, ground)) >= 3.0
    for series in ("warm_up", "strength", "cardio", "mobility", "kcal"):
        assert ratio(color(theme, series), color(theme, "surface")) >= 3.0, series


def test_high_contrast_does_not_flood(named: tuple[str, Theme]) -> None:
    _, theme = named
    floods = {color(theme, phase.marks.flood) for phase in PhaseLook}
    assert (floods == {theme.colors.canvas}) == theme.high_contrast


@pytest.mark.parametrize("eye", MACHADO_2009)
@pytest.mark.parametrize(("name", "rest", "ready"), [("light", 101, 28), ("dark", 72, 20)])
def test_phases_shown_together_differ_to_every_eye(eye: str, name: str, rest: float, ready: float) -> None:
    theme = load_theme(resources() / "themes" / f"{name}.toml")
    assert apart(theme.colors.work, theme.colors.rest, eye) >= rest - 0.5
    assert apart(theme.colors.work, theme.colors.ready, eye) >= ready
    together = [theme.colors.work, theme.colors.ready, theme.colors.rest, theme.colors.paused]
    assert min(apart(a, b, eye) for a, b in combinations(together, 2)) >= 20


@pytest.mark.parametrize("eye", MACHADO_2009)
def test_the_kinds_of_a_stacked_bar_differ_to_every_eye(named: tuple[str, Theme], eye: str) -> None:
    _, theme = named
    kinds = [color(theme, kind) for kind in ("warm_up", "strength", "cardio", "mobility")]
    assert min(apart(a, b, eye) for a, b in combinations(kinds, 2)) >= 20
