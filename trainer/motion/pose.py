"""Pose: where every joint frame of the body is at one moment."""

from msgspec import Struct, field

from trainer.motion.geometry import ORIGIN, Axes, Vector, add, along, rotate
from trainer.motion.skeleton import ARM_MASS, LEG_MASS, SIDES, TRUNK_MASS, mirrored


class Held(Struct, frozen=True):
    """The object both hands hold: its centre, and its own frame."""

    centre: Vector
    axes: Axes


class Ball(Struct, frozen=True):
    """The big ball the body lies on: its centre (metres), and how far it has rolled forward (radians)."""

    centre: Vector
    roll: float


class Miss(Struct, frozen=True):
    """A goal out of reach: the limb ("foot.l", "hand.r") and by how many metres."""

    limb: str
    metres: float


class Pose(Struct):
    """Frames by name (skeleton.FRAMES): axes in the world, and origins in metres. Being solved until handed out."""

    axes: dict[str, Axes] = field(default_factory=dict)
    origins: dict[str, Vector] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    held: Held | None = None
    ball: Ball | None = None
    share: float = 0.0  # of the cycle that is over, for what swings in time

    def point(self, frame: str, place: Vector) -> Vector:
        """The world point at `place` in the frame `frame`."""
        return add(self.origins[frame], rotate(self.axes[frame], place))

    def shift(self, by: Vector) -> None:
        """Move everything placed so far."""
        self.origins = {name: add(origin, by) for name, origin in self.origins.items()}
        if self.held is not None:
            self.held = Held(add(self.held.centre, by), self.held.axes)

    def upper_mass(self) -> tuple[float, Vector]:
        """Of trunk, head and arms: the fraction of body mass, and the centre of mass."""
        parts = [(mass, self.point(frame, place)) for frame, mass, place in TRUNK_MASS]
        parts += [
            (mass, self.point(f"{limb}.{side}", mirrored(place, side)))
            for limb, mass, place in ARM_MASS
            for side in SIDES
        ]
        return _centre(parts)

    def centre_of_mass(self) -> Vector:
        """The centre of mass of the whole body, of a finished pose."""
        legs = [
            (mass, self.point(f"{limb}.{side}", mirrored(place, side)))
            for limb, mass, place in LEG_MASS
            for side in SIDES
        ]
        return _centre([self.upper_mass(), *legs])[1]


def _centre(parts: list[tuple[float, Vector]]) -> tuple[float, Vector]:
    total = sum(mass for mass, _ in parts)
    centre = ORIGIN
    for mass, place in parts:
        centre = along(centre, place, mass / total)
    return total, centre
