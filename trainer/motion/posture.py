"""Posture: how the body is supported, with the neutral pose every move on it starts from."""

from enum import StrEnum

from msgspec import Struct

from trainer.motion.prop import Prop


class RootSupport(StrEnum):
    """What carries the body, and so where the pelvis is."""

    FEET = "feet"  # both or the standing foot; balanced over them
    STEPS = "steps"  # the feet, in turn: the centre of mass goes where `weight` says, the pelvis as high as `root z`
    SEAT = "seat"  # buttocks on the floor
    FRONT = "front"  # belly on the floor
    BACK = "back"  # sacrum and upper back on the floor
    BALL = "ball"  # belly on a big ball
    KNEES = "knees"  # knees, shanks and insteps on the floor
    TOES = "toes"  # toes (and planted hands)


class LegSupport(StrEnum):
    """How the legs are placed."""

    PLANTED = "planted"  # feet stay where they are put, hips and knees follow
    FREE = "free"  # by their joint angles
    KNEELING = "kneeling"  # thighs by hip angles, shanks level on the floor


class HandPlace(StrEnum):
    """Where hands that grip go."""

    FREE = "free"  # by joint angles
    FLOOR = "floor"  # palms planted
    HELD = "held"  # on one object held by both
    TEMPLES = "temples"
    NAPE = "nape"
    CHEST = "chest"
    HIPS = "hips"
    OTHER_ARM = "other-arm"  # round the upper arm of the other side, near its elbow
    LEFT_THIGH = "left-thigh"  # behind the left thigh, from both sides
    RIGHT_THIGH = "right-thigh"


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
    belly: float = 0.25  # how far up the belly (tangent of the angle to the pelvis' x) the ball touches
    belly_depth: float = 0.095  # from the mid-hip to the surface that presses on the ball
    held_radius: float = 0.11  # half the distance of the hands on the held object
