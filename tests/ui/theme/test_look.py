"""Look: one place that everything follows."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import LARGEST_SCALE, SMALLEST_SCALE, Look
from trainer.ui.theme.theme import ThemeError
from trainer.ui.theme.typography import STYLES, system_family


def test_colours_are_those_of_the_theme_in_force(look: Look) -> None:
    assert look.color("canvas").name() == "#f5f3ee"
    look.set_theme(ThemeChoice.DARK)
    assert look.color("canvas").name() == "#12161c"
    assert look.is_dark
    assert look.theme_name is ThemeChoice.DARK


def test_alpha_leaves_the_colour_itself_alone(look: Look) -> None:
    assert look.color("edge", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert look.color("edge").alpha() == 255
    assert look.faint("edge", 0.5).alpha() < 255
    look.set_theme(ThemeChoice.HIGH_CONTRAST)
    assert look.faint("edge", 0.5).alpha() == 255


def test_a_mix_lies_between(look: Look) -> None:
    assert look.mix("surface", "ink", 0.0) == look.color("surface")
    assert look.mix("surface", "ink", 1.0) == look.color("ink")
    half = look.mix("surface", "ink", 0.5)
    assert look.color("ink").red() < half.red() < look.color("surface").red()


def test_an_unknown_colour_is_an_error(look: Look) -> None:
    with pytest.raises(AttributeError):
        look.color("chartreuse")


@settings(deadline=None)
@given(scale=st.floats(-1, 9), size=st.integers(0, 500))
def test_spacing_grows_by_a_third_of_what_text_does(scale: float, size: int) -> None:
    look = Look(resources(), ThemeChoice.LIGHT, text_scale=scale)
    held = min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
    assert look.text_scale == held
    assert look.px(size) == pytest.approx(size * held, abs=0.51)
    assert look.sp(size) - size == pytest.approx((size * held - size) * 0.35, abs=0.51)
    assert look.em(look.px(400)) == pytest.approx(400, abs=1)


def test_changes_are_told_once_and_only_when_there_are_any(look: Look) -> None:
    told: list[None] = []
    look.changed.connect(lambda: told.append(None))
    look.set_theme(ThemeChoice.LIGHT)
    look.set_text_scale(1.0)
    look.set_reduce_motion(False)
    assert told == []
    look.set_theme(ThemeChoice.DARK)
    look.set_text_scale(2.0)
    look.set_reduce_motion(True)
    assert len(told) == 3
    assert look.reduce_motion


def test_every_style_is_a_font_that_follows_the_text_scale(look: Look) -> None:
    for name, style in STYLES.items():
        assert look.font(name).pixelSize() == style.size
    look.set_text_scale(2.0)
    for name, style in STYLES.items():
        assert look.font(name).pixelSize() == 2 * style.size
        assert look.font(name, scaled=False).pixelSize() == style.size


def test_tabular_figures_are_of_one_width(look: Look) -> None:
    metrics = QFontMetricsF(look.font(100.0, tabular=True))
    widths = {round(metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}
    assert max(widths) - min(widths) < 0.5


def test_large_type_is_set_tighter_and_small_capitals_wider(look: Look) -> None:
    assert look.font("body").letterSpacing() in (0.0, 100.0)
    assert look.font("name").letterSpacing() < look.font("h3").letterSpacing() < 100 < look.font("cap").letterSpacing()


def test_the_desktop_s_font_is_kept_and_the_generic_one_replaced() -> None:
    assert system_family(QFont("Cantarell")).families() == ["Cantarell"]
    assert system_family(QFont("Sans Serif")).families()[0] == "Inter"


def test_a_theme_that_cannot_be_read_leaves_the_old_one(tmp_path: Path, qapp: object) -> None:
    del qapp
    folder = tmp_path / "resources"
    copytree(resources() / "themes", folder / "themes")
    look = Look(folder, ThemeChoice.LIGHT)
    (folder / "themes" / "dark.toml").write_text("oh no")
    with pytest.raises(ThemeError, match=r"dark\.toml"):
        look.set_theme(ThemeChoice.DARK)
    assert look.theme_name is ThemeChoice.LIGHT
    assert look.choice is ThemeChoice.LIGHT
    assert look.color("canvas").name() == "#f5f3ee"


def test_only_the_theme_in_force_is_read(tmp_path: Path, qapp: object) -> None:
    del qapp
    folder = tmp_path / "resources"
    copytree(resources() / "themes", folder / "themes")
    for name in ("dark", "high-contrast", "high-contrast-light"):
        (folder / "themes" / f"{name}.toml").unlink()
    assert Look(folder, ThemeChoice.LIGHT).color("ink").name() == "#1a2130"


class Desktop:
    """The style hints of a desktop, to be changed."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def accessibility(self) -> "Desktop":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast


def test_system_follows_the_desktop_while_running(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    del qapp
    hints, desktop = QGuiApplication.styleHints(), Desktop()
    follower = Look(resources(), ThemeChoice.SYSTEM)
    chooser = Look(resources(), ThemeChoice.LIGHT)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: desktop)

    taken = [follower.theme_name]
    follower.changed.connect(lambda: taken.append(follower.theme_name))

    desktop.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(desktop.scheme)
    desktop.contrast = Qt.ContrastPreference.HighContrast
    hints.accessibility().contrastPreferenceChanged.emit(desktop.contrast)
    desktop.scheme = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(desktop.scheme)

    black, white = ThemeChoice.HIGH_CONTRAST, ThemeChoice.HIGH_CONTRAST_LIGHT
    assert taken == [ThemeChoice.LIGHT, ThemeChoice.DARK, black, white]
    assert follower.choice is ThemeChoice.SYSTEM
    assert chooser.theme_name is ThemeChoice.LIGHT
