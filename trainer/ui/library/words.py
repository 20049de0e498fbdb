"""How filters, orders, positions and loads are called."""

from collections.abc import Iterable

from trainer.core.exercise import Impact, Posture, Sides
from trainer.language import ntr, tr
from trainer.library.filters import Jumps, Kit, Level, RoutineOrder
from trainer.library.routine_facts import Region

MINUTES = (5, 10, 15, 20, 25, 30, 45)


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def minutes_options() -> list[tuple[int, str]]:
    """How long a routine may be."""
    return [(n, ntr("Up to {n} min", "Up to {n} min", n)) for n in MINUTES]


def region_options() -> list[tuple[Region, str]]:
    """What a routine may be for."""
    return [
        (Region.BACK, tr("Back")),
        (Region.CORE, tr("Core")),
        (Region.UPPER_BODY, tr("Upper body")),
        (Region.LOWER_BODY, tr("Legs and hips")),
        (Region.FULL_BODY, tr("Full body")),
        (Region.HEART, tr("Heart and stamina")),
    ]


def type_options(types: Iterable[str]) -> list[tuple[str, str]]:
    """The types of training there are: the files' own words."""
    return [(one, capitalised(one)) for one in types]


def kit_options() -> list[tuple[Kit, str]]:
    """What may be needed."""
    return [
        (Kit.NONE, tr("No equipment")),
        (Kit.OWNED, tr("With what I own")),
        (Kit.STAND_INS, tr("What I own, or stand-ins")),
    ]


def level_options() -> list[tuple[Level, str]]:
    """How hard it may be; the dots of a card are five."""
    return [(Level.EASY, tr("Easy")), (Level.MEDIUM, tr("Medium")), (Level.HARD, tr("Hard"))]


def jumps_options() -> list[tuple[Jumps, str]]:
    """How hard the feet may meet the floor."""
    return [(Jumps.LOW, tr("No jumps")), (Jumps.HIGH, tr("With jumps"))]


def posture_options() -> list[tuple[Posture, str]]:
    """The positions that exercises start from."""
    return [(posture, posture_name(posture)) for posture in Posture]


def order_options() -> list[tuple[RoutineOrder, str]]:
    """The orders of routines."""
    return [
        (RoutineOrder.RECOMMENDED, tr("Recommended first")),
        (RoutineOrder.LONGEST_AGO, tr("Longest ago first")),
        (RoutineOrder.LAST_DONE, tr("Last done first")),
        (RoutineOrder.NAME, tr("By name")),
        (RoutineOrder.MINUTES, tr("Shortest first")),
        (RoutineOrder.DIFFICULTY, tr("Easiest first")),
    ]


def posture_name(posture: Posture) -> str:
    """A position to start from."""
    return {
        Posture.STANDING: tr("Standing"),
        Posture.HINGED: tr("Bent forward"),
        Posture.SEATED: tr("Seated"),
        Posture.KNEELING: tr("Kneeling"),
        Posture.HALF_KNEELING: tr("On one knee"),
        Posture.ALL_FOURS: tr("On all fours"),
        Posture.PLANK: tr("In a plank"),
        Posture.PRONE: tr("Face down"),
        Posture.SUPINE: tr("On your back"),
        Posture.SIDE_LYING: tr("On your side"),
        Posture.OVER_BALL: tr("Over the ball"),
    }[posture]


def sides_name(sides: Sides) -> str:
    """How left and right take part."""
    return {
        Sides.BOTH: tr("Both sides at once"),
        Sides.ALTERNATING: tr("Left and right in turn"),
        Sides.EACH: tr("One side, then the other"),
    }[sides]


def impact_name(impact: Impact) -> str:
    """How the feet meet the floor."""
    return {Impact.NONE: tr("No impact"), Impact.LOW: tr("Low impact"), Impact.HIGH: tr("High impact")}[impact]
