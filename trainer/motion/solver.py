"""From channels to a pose: trunk, arms, root, legs, hands on floor and leg, in this order."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.motion.arms import place_arms, place_hands
from trainer.motion.geometry import ORIGIN, Vector, add, between
from trainer.motion.legs import place_legs
from trainer.motion.pose import Ball, Pose
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.root import root_of
from trainer.motion.trunk import place_trunk

_ON_BALL = frozenset({RootSupport.BALL, RootSupport.BACK_ON_BALL})


class Carriage(Struct, frozen=True):
    """What carries the root: a support, and the sides of it that do ("lr")."""

    support: RootSupport
    stance: str = "lr"


class Passage(Struct, frozen=True):
    """From one carriage to another: `share` of the way, and what is added to the root (metres)."""

    source: Carriage
    target: Carriage
    share: float = 0.0
    offset: Vector = ORIGIN


def solve(channels: Mapping[str, float], posture: Posture, passage: Passage | None = None) -> Pose:
    """The pose of the channels (all of them, see channels.all_channels) on a posture.

    Without a passage both sides carry, on the posture's own support.
    """
    pose = Pose()
    place_trunk(pose, channels)
    place_arms(pose, channels, posture)
    pose.shift(_root(pose, channels, posture, passage or _resting(posture)))
    place_legs(pose, channels, posture)
    place_hands(pose, channels, posture)
    if posture.root in _ON_BALL:
        x = channels["ball.x"] / 100.0
        pose.ball = Ball((x, 0.0, posture.ball_radius), x / posture.ball_radius)
    return pose


def _resting(posture: Posture) -> Passage:
    carriage = Carriage(posture.root)
    return Passage(carriage, carriage)


def _root(pose: Pose, channels: Mapping[str, float], posture: Posture, passage: Passage) -> Vector:
    source, target = passage.source, passage.target
    root = root_of(pose, channels, posture, source.support, source.stance)
    if target != source and passage.share > 0.0:
        root = between(root, root_of(pose, channels, posture, target.support, target.stance), passage.share)
    return add(root, passage.offset)
