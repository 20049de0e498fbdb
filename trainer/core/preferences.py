"""Preferences: one frozen value with every default."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from trainer.core.exercise import LoadTag
from trainer.core.week_plan import Weekday
from trainer.core.weighing import LEAST_KG, MOST_KG

# What a hand-edited file may say; the Settings page offers less.
WeightKg = Annotated[float, Meta(ge=LEAST_KG, le=MOST_KG)]
TextScale = Annotated[float, Meta(ge=1.0, le=2.0)]
MmPerPx = Annotated[float, Meta(ge=0.02, le=2.0)]
DistanceM = Annotated[float, Meta(ge=0.3, le=20.0)]
GetReadyScale = Annotated[float, Meta(ge=0.5, le=3.0)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Rate = Annotated[int, Meta(ge=-100, le=100)]
Count = Annotated[int, Meta(ge=0, le=999)]
MinuteOfDay = Annotated[int, Meta(ge=0, le=1439)]
GoalMinutes = Annotated[int, Meta(ge=10, le=3000)]
GoalDays = Annotated[int, Meta(ge=0, le=7)]


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


class FigureChoice(StrEnum):
    """Which figure shows the exercises. It is chosen, never guessed from anything else that is known of the person."""

    TOP_KNOT = "top-knot"
    SHORT_HAIR = "short-hair"


class FirstWeekday(StrEnum):
    """Where weeks start; LOCALE as the system says."""

    LOCALE = "locale"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Spoken(StrEnum):
    """How much the voice says while it is on."""

    FULL = "full"
    NAMES = "names"  # and sides


class Preferences(Struct, frozen=True):
    """What the person has chosen. Kept as TOML in the data folder; unknown keys of newer versions are kept."""

    welcomed: bool = False  # the first-run page was answered
    weight_kg: WeightKg | None = None
    weight_unit: WeightUnit = WeightUnit.KG
    owned: dict[str, Count] = {}  # equipment id -> how many
    avoid: list[LoadTag] = []  # what exercises shall not ask of the body
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: TextScale = 1.0
    reduce_motion: bool = False
    mirror_view: bool = True  # the figure is followed like a mirror: the person's left on the left of the screen
    figure: FigureChoice = FigureChoice.TOP_KNOT
    distance_m: DistanceM = 2.0  # "I stand N m away"
    screens: dict[str, MmPerPx] = {}  # screen -> millimetres of one of its pixels, measured with a card
    wall: bool = False  # while a session runs, the distance view fills another screen
    wall_screen: str = ""  # the key of the screen last chosen for it; empty: the first other one
    get_ready_scale: GetReadyScale = 1.0
    voice: bool = True  # the voice key
    spoken: Spoken = Spoken.FULL
    voice_engine: str = ""  # Qt's name of it; empty: the system's first
    voice_name: str = ""  # as the engine calls it; empty: its own choice
    voice_rate: Rate = 0  # -100 slowest .. 100 fastest
    voice_volume: Percent = 100
    tones: bool = True
    tone_volume: Percent = 70
    flash: bool = False  # the screen, with every tone
    first_weekday: FirstWeekday = FirstWeekday.LOCALE
    week_plan: dict[Weekday, list[str]] = {}  # day -> ids of the routines meant for it
    reminder: bool = False  # on planned days without a workout so far, while the program is open
    reminder_at: MinuteOfDay = 17 * 60  # local time
    goal_minutes: GoalMinutes = 150  # moderate minutes a week, a vigorous one counted double
    goal_more_minutes: GoalMinutes = 300  # the line above it
    goal_strength_days: GoalDays = 2  # 0: no goal
    last_routine: str = "upper-and-lower-back"
    switched_off_blocks: dict[str, list[str]] = {}  # routine id -> names of optional blocks left out
    variants: dict[str, str] = {}  # exercise id -> variant id remembered ("" as written)
    declined: dict[str, str] = {}  # exercise id -> the harder form that was proposed and not wanted
    starts_left: dict[str, bool] = {}  # routine id -> the side the next session starts with
    favourites: list[str] = []  # routine ids, in the order they were chosen
    left_out_files: list[str] = []  # routine files that can't be read and are not to be spoken of any more
    routine_panel: bool = True
    window_geometry: str = ""  # base64 of QWidget.saveGeometry
