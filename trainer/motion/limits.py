"""How far the joints of a healthy adult go, and which angles of a pose lie beyond.

Ranges in degrees after the American Academy of Orthopaedic Surgeons' table, Boone and Azen (1979) and, for the lumbar
spine, Troke (2001); where they differ, what a fit person shows. Each entry: lowest and highest angle as `angles_of`
names it.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

RANGES: Final[dict[str, tuple[float, float]]] = {
    "lumbar.flex": (-25.0, 60.0),
    "lumbar.bend": (-25.0, 25.0),
    "lumbar.twist": (-7.0, 7.0),
    "thoracic.flex": (-25.0, 35.0),
    "thoracic.bend": (-25.0, 25.0),
    "thoracic.twist": (-35.0, 35.0),
    # Of the two regions together less than their sum, but for extension: a bow shares it out evenly.
    "thoracolumbar.flex": (-40.0, 85.0),
    "thoracolumbar.bend": (-35.0, 35.0),
    "thoracolumbar.twist": (-45.0, 45.0),
    "cervical.flex": (-65.0, 60.0),
    "cervical.bend": (-45.0, 45.0),
    "cervical.twist": (-80.0, 80.0),
    "hip.flex": (-20.0, 125.0),
    "hip.abduct": (-30.0, 45.0),
    "hip.rotation": (-45.0, 50.0),
    "knee.flex": (-5.0, 150.0),
    # A planted foot is bent up by the body's weight: 38 in a lunge (Bennell 1998); 20 is the unloaded joint's. Down:
    # the figure's foot is one piece, so to the ankle's 50 come some 25 of the joints in the middle of the foot.
    "ankle.dorsi": (-75.0, 38.0),
    "ankle.invert": (-20.0, 35.0),
    "shoulder.raise": (0.0, 180.0),
    "shoulder.rotation": (-80.0, 95.0),
    "elbow.flex": (-5.0, 150.0),
    "forearm.pronate": (-90.0, 85.0),
    "wrist.flex": (-90.0, 80.0),
    "wrist.deviate": (-25.0, 40.0),
}
_PLANES: Final = (-45.0, 130.0)  # horizontal abduction and adduction, from straight out to the side
_EXTENSION: Final = 60.0  # how far the arm goes back
_PLANE_SHOWS: Final = (30.0, 150.0)  # near hanging and near overhead every plane is the same

# The neutral forearm of an arm that is bent across the body reads a little beyond its range, never more than this.
_TOLERANCE: Final = 0.5


class Beyond(Struct, frozen=True):
    """An angle outside its range, degrees."""

    joint: str
    angle: float
    low: float
    high: float


def beyond_limits(angles: Mapping[str, float]) -> list[Beyond]:
    """The angles (see angles.angles_of) that no healthy joint shows."""
    found = []
    for name, angle in angles.items():
        words = name.split(".")
        limits = RANGES.get(f"{words[0]}.{words[-1]}")
        if limits is not None and not limits[0] - _TOLERANCE <= angle <= limits[1] + _TOLERANCE:
            found.append(Beyond(name, angle, *limits))
        if words[0] == "shoulder" and words[-1] == "plane":
            found += _shoulder(name, angle, angles[f"shoulder.{words[1]}.raise"])
    return found


def _shoulder(name: str, plane: float, lift: float) -> list[Beyond]:
    low, high = _PLANES
    if not _PLANE_SHOWS[0] < lift < _PLANE_SHOWS[1] or low - _TOLERANCE <= plane <= high + _TOLERANCE:
        return []
    if lift <= _EXTENSION + _TOLERANCE and plane < 0.0:
        return []
    return [Beyond(name, plane, low, high)]
