"""The flat things of a scene, in pixels."""

from msgspec import Struct

Polygon = tuple[tuple[float, float], ...]


class Backdrop(Struct, frozen=True):
    """What stands behind the figure."""

    mat: Polygon
    mat_edge: Polygon
    wall: Polygon = ()  # its first corner is at the floor, its last at the top, where it fades away
