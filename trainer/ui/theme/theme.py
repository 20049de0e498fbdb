"""Theme: the colours of one look, read from its token file and checked."""

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Color = Annotated[str, Meta(pattern=r"\A#[0-9A-F]{6}\Z")]
Ramp = Annotated[tuple[Color, ...], Meta(min_length=5, max_length=5)]


class Colors(Struct, frozen=True, forbid_unknown_fields=True):
    """Every colour by what it is for, as "#RRGGBB".

    Of a phase: the fill, its `_soft` flood of the stage, its `_ink` on a ground or its own flood, and `on_` the fill.
    """

    canvas: Color
    surface: Color
    sunken: Color
    hero: Color  # behind the figure on a page
    thumb: Color  # behind a small figure
    tile: Color  # behind a lone icon
    line: Color  # decoration
    edge: Color  # bounds of a control, 3:1
    grid: Color  # of charts
    ink: Color
    ink2: Color
    ink3: Color
    accent: Color
    accent_hover: Color
    accent_soft: Color
    on_accent: Color
    danger: Color
    danger_soft: Color
    work: Color
    work_soft: Color
    work_ink: Color
    on_work: Color
    hold: Color
    hold_soft: Color
    hold_ink: Color
    on_hold: Color
    ready: Color
    ready_soft: Color
    ready_ink: Color
    on_ready: Color
    rest: Color
    rest_soft: Color
    rest_ink: Color
    on_rest: Color
    paused: Color
    paused_soft: Color
    paused_ink: Color
    on_paused: Color
    done: Color
    done_soft: Color
    done_ink: Color
    on_done: Color
    strength: Color
    cardio: Color
    mobility: Color
    warm_up: Color
    other: Color
    kcal: Color
    coral: Color  # the muscle at work


class Ramps(Struct, frozen=True, forbid_unknown_fields=True):
    """Colours from none to most: the year map and the muscle map."""

    heat: Ramp
    muscle: Ramp


class Theme(Struct, frozen=True, forbid_unknown_fields=True):
    """One look. In high contrast every container is edged and nothing floods."""

    format: Annotated[int, Meta(ge=1, le=1)]
    dark: bool
    high_contrast: bool
    colors: Colors
    ramps: Ramps


class ThemeError(Exception):
    """A theme file that cannot be used, in one sentence."""


def load_theme(path: Path) -> Theme:
    """The theme in that file. Raises ThemeError, naming the file and the field."""
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), Theme)
    except OSError as error:
        raise ThemeError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise ThemeError(f"{path}: {error}") from error
