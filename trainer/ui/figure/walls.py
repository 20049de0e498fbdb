"""Walls, as polygons for the backdrop: seen from their face, along them, or from behind, where little is drawn."""

from typing import Final

import numpy as np

from trainer.motion.prop import Prop
from trainer.ui.figure.mesh import Floats, Point

_HALF_WIDTH: Final = 0.75
_ALONG: Final = 0.3  # cosine of the camera's angle to the wall: below, it is looked along
_THICKNESS: Final = 0.07
_SKIRTING: Final = 0.10  # metres of the wall between camera and figure that are drawn, at the floor
_CLEAR: Final = 0.004  # between an unplaced wall and whatever reaches farthest back
ABOVE: Final = 0.24  # metres that a wall goes on above what is before it: it fades away over its upper half
_BEFORE: Final = 0.45  # metres from an unplaced wall: what comes so close to it is seen before it


def wall_corners(wall: Prop, reach: Floats, view: tuple[float, float]) -> list[Point]:
    """The wall's corners, the first at the floor, the last at the top; `reach`: points the subject gets to."""
    x, y, turn, height = wall.x, wall.y, wall.turn, wall.height
    if not wall.placed:
        x, y, turn = float(reach[:, 0].min()) - _CLEAR, 0.0, 0.0
        before = reach[reach[:, 0] < x + _BEFORE]
        height = max(height, float(before[:, 2].max()) + ABOVE)
    else:
        height = max(height, float(reach[:, 2].max()) + ABOVE)
    facing, toward = np.radians(turn), np.radians(view[0])
    nx, ny = float(np.cos(facing)), float(np.sin(facing))  # out of its face
    seen = nx * float(np.cos(toward)) + ny * float(np.sin(toward))

    def corner(aside: float, behind: float, z: float) -> Point:
        return x - ny * aside - nx * behind, y + nx * aside - ny * behind, z

    if abs(seen) < _ALONG:
        return [
            corner(0.0, 0.0, 0.0),
            corner(0.0, _THICKNESS, 0.0),
            corner(0.0, _THICKNESS, height),
            corner(0.0, 0.0, height),
        ]
    top = height if seen > 0.0 else _SKIRTING
    width = _HALF_WIDTH
    return [corner(-width, 0.0, 0.0), corner(width, 0.0, 0.0), corner(width, 0.0, top), corner(-width, 0.0, top)]


def mat_bounds(wall: Prop | None, corners: list[Point]) -> tuple[float | None, float | None]:
    """Between which x the mat may lie, for a wall behind the figure or in front of it; None: no bound."""
    if wall is None or (wall.placed and abs(float(np.sin(np.radians(wall.turn)))) > 0.1):
        return None, None
    x = corners[0][0]
    ahead = wall.placed and float(np.cos(np.radians(wall.turn))) < 0.0
    return (None, x) if ahead else (x, None)
