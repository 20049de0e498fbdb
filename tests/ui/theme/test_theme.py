"""Themes: complete, and refused in one sentence when they are not."""

from pathlib import Path

import msgspec
import pytest

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.theme import Colors, ThemeError, load_theme

THEMES = resources() / "themes"
NAMES = [choice.value for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM]


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_has_every_colour_and_no_other(name: str) -> None:
    theme = load_theme(THEMES / f"{name}.toml")
    assert theme.dark == (name in {"dark", "high-contrast"})
    assert theme.high_contrast == name.startswith("high-contrast")
    assert len(msgspec.structs.asdict(theme.colors)) == len(msgspec.structs.fields(Colors))


def test_there_is_a_file_for_each_choice_and_no_other() -> None:
    assert sorted(path.stem for path in THEMES.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace('ink = "#1A2130"', 'ink = "navy"'), "$.colors.ink"),
        (lambda text: text.replace('ink = "#1A2130"', ""), "`ink`"),
        (lambda text: text.replace("[ramps]", 'sky = "#0000FF"\n[ramps]'), "sky"),
        (lambda text: text.replace("format = 1", "format = 2"), "$.format"),
        (lambda text: text.replace('heat = ["#E9E5DC", ', "heat = ["), "$.ramps.heat"),
        (lambda text: text.replace("[colors]", "[colors"), "line"),
        (lambda _: "", "format"),
    ],
)
def test_a_bad_theme_is_refused_with_its_file_and_field(tmp_path: Path, change: object, told: str) -> None:
    assert callable(change)
    path = tmp_path / "mine.toml"
    path.write_text(change((THEMES / "light.toml").read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ThemeError) as caught:
        load_theme(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_file_and_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="none"):
        load_theme(tmp_path / "none.toml")
    (tmp_path / "noise.toml").write_bytes(bytes(range(128, 256)))
    with pytest.raises(ThemeError, match="noise"):
        load_theme(tmp_path / "noise.toml")
