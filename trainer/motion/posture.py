"""Posture: how the body is supported, with the neutral pose every move on it starts from."""

from enum import StrEnum

from msgspec import Struct

from trainer.motion.geometry import Vector
from trainer.motion.prop import Prop


class RootSupport(StrEnum):
    """What carries the body, and so where the pelvis is."""

    FEET = "feet"  # both or the standing foot; balanced over them
    STEPS = "steps"  # the feet, in turn: the centre of mass goes where `weight` says, the pelvis as high as `root z`
    SEAT = "seat"  # buttocks on the floor; on a seat, `root z` higher
    FRONT = "front"  # belly on the floor
    BACK = "back"  # sacrum and upper back on the floor
    SHOULDERS = "shoulders"  # upper back on the floor, the pelvis lifted off it
    SIDE = "side"  # one flank on the floor
    BALL = "ball"  # belly on a big ball
    BACK_ON_BALL = "back-on-ball"  # small of the back on a big ball
    KNEES = "knees"  # knees, shanks and insteps on the floor
    TOES = "toes"  # toes (and planted hands)
    ELBOWS = "elbows"  # forearms on the floor
    PLACED = "placed"  # nothing: the mid-hip is where `root` says, and planted feet and palms reach from there


class LegSupport(StrEnum):
    """How a leg is placed."""

    PLANTED = "planted"  # feet stay where they are put, hips and knees follow
    FREE = "free"  # by their joint angles
    KNEELING = "kneeling"  # thighs by hip angles, shanks level on the floor


class HandPlace(StrEnum):
    """Where hands that grip go."""

    FREE = "free"  # by joint angles
    FLOOR = "floor"  # palms planted, level: on the floor, or as high as `palm z`
    WALL = "wall"  # palms planted, upright: on a wall in front
    FOREARM = "forearm"  # the forearm level, from wherever the elbow is
    HELD = "held"  # on one object held by both
    GOBLET = "goblet"  # both under the upper end of one upright dumbbell, its handle between them
    TEMPLES = "temples"
    NAPE = "nape"
    CHEST = "chest"
    HIPS = "hips"
    OTHER_ARM = "other-arm"  # round the upper arm of the other side, near its elbow
    LEFT_THIGH = "left-thigh"  # behind the left thigh, from both sides
    RIGHT_THIGH = "right-thigh"
    KNEES = "knees"  # on the front of the own thighs, near the knees
    OWN = "own"  # as the move's `grip` table says


PLANTED_HANDS = frozenset({HandPlace.FLOOR, HandPlace.WALL, HandPlace.FOREARM})


class Grip(Struct, frozen=True):
    """A place for a hand, as for the left one: wrist (metres), directions of fingers, out of the palm, of the elbow."""

    frame: str  # a joint frame; of a limb without its side, then `owner` says whose
    wrist: Vector
    fingers: Vector
    palm: Vector
    elbow: Vector  # in the frame of the upper thorax
    owner: str = ""  # "own", "other": the side of the limb the frame belongs to


class Posture(Struct, frozen=True):
    """A base posture: support, neutral pose, camera. Lengths in metres, angles in degrees."""

    name: str
    root: RootSupport
    neutral: dict[str, float]
    legs: LegSupport = LegSupport.PLANTED
    hands: HandPlace = HandPlace.FREE
    view: tuple[float, float] = (48.0, 12.0)  # camera: yaw from the front toward the left, elevation
    props: tuple[Prop, ...] = ()
    ball_radius: float = 0.30  # of the big ball
    belly: float = 0.25  # how far up belly or back (tangent of the angle to the frame's x) the ball touches
    belly_depth: float = 0.095  # from the mid-hip (the lumbar joint) to the surface that presses on the ball
    held_radius: float = 0.11  # half the distance of the hands on the held object
    side_legs: dict[str, LegSupport] = {}  # by side, where a leg is placed otherwise than `legs`
    side_hands: dict[str, HandPlace] = {}  # by side, where a hand goes elsewhere than `hands`
    grips: dict[str, Grip] = {}  # by side, of hands on their OWN place

    def leg(self, side: str) -> LegSupport:
        """How the leg of a side is placed."""
        return self.side_legs.get(side, self.legs)

    def hand(self, side: str) -> HandPlace:
        """Where the hand of a side goes."""
        return self.side_hands.get(side, self.hands)
