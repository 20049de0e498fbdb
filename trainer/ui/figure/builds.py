"""The builds of the figures to choose from: the same skeleton, another surface."""

from typing import Final

from msgspec import Struct, structs

from trainer.core.preferences import FigureChoice
from trainer.ui.figure.anatomy import (
    ARM,
    FOOT,
    GLUTE,
    HAIR_THICKNESS,
    HAIRLINE,
    HAND,
    LEG,
    NECK,
    TOP_KNOT,
    TRUNK,
    TUBES,
    YOKE,
    Material,
    Tube,
)

Point = tuple[float, float, float]


class Build(Struct, frozen=True):
    """A figure's surface: its tubes, and how its hair grows; metres, for the skeleton's 1.70 m."""

    tubes: tuple[Tube, ...]
    hairline: tuple[Point, Point]  # as anatomy.HAIRLINE
    hair_thickness: float
    top_knot: tuple[Point, float] | None  # centre in the head's frame, radius


def _reshaped(tube: Tube, *factors: tuple[float, float]) -> Tube:
    """The tube with each ring's depth and width multiplied; the last pair of factors holds for all that follow."""
    stations = []
    for place, station in enumerate(tube.stations):
        depth, width = factors[min(place, len(factors) - 1)]
        stations.append(
            structs.replace(station, front=station.front * depth, back=station.back * depth, side=station.side * width)
        )
    return structs.replace(tube, stations=tuple(stations))


# Straight hips and waist, a flat chest, broad shoulders; by eye, within 8 % of the other's, as the capsules that keep
# limbs and trunk apart (trainer/motion) are the same for both.
_BROAD_TRUNK: Final = _reshaped(
    TRUNK,
    *((0.98, 0.96), (0.97, 0.94), (0.96, 0.92), (0.97, 0.94)),  # pelvis
    *((1.00, 1.02), (1.00, 1.06), (1.01, 1.08), (1.00, 1.08)),  # waist
    *((0.97, 1.08), (0.94, 1.08), (0.95, 1.08), (1.00, 1.07), (1.04, 1.06), (1.06, 1.06)),  # chest
)
_SHORTS: Final = ((0.40, Material.LEGGINGS), (1.0, Material.SKIN))
_SLEEVE: Final = ((0.20, Material.TOP), (1.0, Material.SKIN))

BUILDS: Final[dict[FigureChoice, Build]] = {
    FigureChoice.TOP_KNOT: Build(TUBES, HAIRLINE, HAIR_THICKNESS, TOP_KNOT),
    FigureChoice.SHORT_HAIR: Build(
        (
            _BROAD_TRUNK,
            _reshaped(NECK, (1.06, 1.10)),
            _reshaped(YOKE, (1.05, 1.05)),
            _reshaped(GLUTE, (0.94, 0.92)),
            structs.replace(_reshaped(LEG, (0.99, 0.98), (0.99, 0.98), (1.00, 0.99), (1.02, 1.02)), bands=_SHORTS),
            FOOT,
            structs.replace(_reshaped(ARM, (1.04, 1.04), (1.06, 1.06), (1.08, 1.08)), bands=_SLEEVE),
            _reshaped(HAND, (1.02, 1.06)),
        ),
        ((-0.86, 0.0, 0.51), (0.078, 0.0, 0.110)),
        0.009,
        None,
    ),
}
