"""From channels to a pose: trunk, arms, root, legs, hands on floor and thigh, in this order."""

from collections.abc import Mapping

from trainer.motion.arms import place_arms, place_hands
from trainer.motion.geometry import ORIGIN, Vector, add
from trainer.motion.legs import place_legs
from trainer.motion.pose import Pose
from trainer.motion.posture import Posture
from trainer.motion.root import root_of
from trainer.motion.trunk import place_trunk


def solve(channels: Mapping[str, float], posture: Posture, stance: str = "lr", offset: Vector = ORIGIN) -> Pose:
    """The pose of the channels (all of them, see channels.all_channels) on a posture.

    `stance` names the sides that carry the root; `offset` (metres) is added to where they put it.
    """
    pose = Pose()
    place_trunk(pose, channels)
    place_arms(pose, channels, posture)
    pose.shift(add(root_of(pose, channels, posture, stance), offset))
    place_legs(pose, channels, posture)
    place_hands(pose, channels, posture)
    return pose
