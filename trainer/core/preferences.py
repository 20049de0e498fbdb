"""Preferences: one frozen value with every default."""

from enum import StrEnum

from msgspec import Struct


class WeightUnit(StrEnum):
    """How a body weight is shown; it is kept in kilograms."""

    KG = "kg"
    LB = "lb"
    ST = "st"


class ThemeChoice(StrEnum):
    """Which look; SYSTEM follows the desktop, its contrast setting included."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    HIGH_CONTRAST_LIGHT = "high-contrast-light"


class FirstWeekday(StrEnum):
    """Where weeks start; LOCALE as the system says."""

    LOCALE = "locale"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Preferences(Struct, frozen=True):
    """What the person has chosen. Kept as TOML in the data folder; unknown keys of newer versions are kept."""

    welcomed: bool = False  # the first-run page was answered
    weight_kg: float | None = None
    weight_unit: WeightUnit = WeightUnit.KG
    owned: dict[str, int] = {}  # equipment id -> how many
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0  # 1.0 .. 2.0
    reduce_motion: bool = False
    distance_m: float = 2.0  # "I stand N m away"
    get_ready_scale: float = 1.0  # 0.5 .. 3.0
    voice: bool = True
    first_weekday: FirstWeekday = FirstWeekday.LOCALE
    last_routine: str = "upper-and-lower-back"
    switched_off_blocks: dict[str, list[str]] = {}  # routine id -> names of optional blocks left out
    variants: dict[str, str] = {}  # exercise id -> variant id remembered ("" as written)
    starts_left: dict[str, bool] = {}  # routine id -> the side the next session starts with
    routine_panel: bool = True
    window_geometry: str = ""  # base64 of QWidget.saveGeometry
