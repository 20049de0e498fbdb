"""The skeleton: 23 joint frames, how they hang together, how long the bones are and where the mass sits.

Frames, in a person standing upright: x forward, y to the person's left, z up. The long bones of a limb run along
-z of their own frame. Lengths are metres for a stature of 1.70 m.

Sources. Segment lengths are fractions of stature after Drillis and Contini (1966) as tabulated in Winter,
Biomechanics and Motor Control of Human Movement (2009), figure 4.1; masses are fractions of body mass from the same
book. The tabulated breadths of shoulders and hips are outer breadths; the spacing of the joint centres inside them,
the split of the trunk into five frames and the curve of the spine at rest are our judgement.
"""

from typing import Final

from trainer.motion.geometry import Vector

STATURE: Final = 1.70

THIGH: Final = 0.245 * STATURE
SHANK: Final = 0.246 * STATURE
UPPER_ARM: Final = 0.186 * STATURE
FOREARM: Final = 0.146 * STATURE
ANKLE_HEIGHT: Final = 0.039 * STATURE
HIP_SPACING: Final = 0.050 * STATURE  # half: from the midline to a hip joint centre

# From the ankle to the joint at the ball of the foot, in the foot frame.
BALL_FORWARD: Final = 0.125
BALL_DOWN: Final = -ANKLE_HEIGHT + 0.022

SIDES: Final = ("l", "r")
SIGN: Final = {"l": 1.0, "r": -1.0}  # of y, and of turns about x and z

# name, parent, origin in the parent's frame
SPINE: Final[tuple[tuple[str, str, Vector], ...]] = (
    ("L1", "pelvis", (-0.020, 0.0, 0.085)),
    ("L2", "L1", (0.012, 0.0, 0.090)),
    ("T1", "L2", (-0.012, 0.0, 0.095)),
    ("T2", "T1", (-0.020, 0.0, 0.145)),
    ("neck", "T2", (0.004, 0.0, 0.145)),
    ("head", "neck", (0.022, 0.0, 0.092)),
)

CLAVICLE: Final[Vector] = (0.055, 0.020, 0.080)  # its inner end, in T2; the left one
SHOULDER: Final[Vector] = (-0.050, 0.152, 0.004)  # the joint centre, in the clavicle's frame; the left one

LIMBS: Final = ("clavicle", "upper_arm", "forearm", "hand", "thigh", "shank", "foot", "toes")
FRAMES: Final = (
    "pelvis",
    *(name for name, _, _ in SPINE),
    *(f"{limb}.{side}" for side in SIDES for limb in LIMBS),
)

# frame, fraction of body mass, centre of mass in that frame (the left side's for limbs)
TRUNK_MASS: Final[tuple[tuple[str, float, Vector], ...]] = (
    ("head", 0.081, (0.015, 0.0, 0.050)),
    ("T2", 0.130, (0.030, 0.0, 0.030)),
    ("T1", 0.100, (0.030, 0.0, 0.080)),
    ("L2", 0.125, (0.020, 0.0, 0.030)),
    ("pelvis", 0.142, (-0.010, 0.0, 0.020)),
)
ARM_MASS: Final[tuple[tuple[str, float, Vector], ...]] = (
    ("upper_arm", 0.028, (0.0, 0.0, -0.436 * UPPER_ARM)),
    ("forearm", 0.016, (0.0, 0.0, -0.430 * FOREARM)),
    ("hand", 0.006, (0.0, 0.0, -0.070)),
)
LEG_MASS: Final[tuple[tuple[str, float, Vector], ...]] = (
    ("thigh", 0.100, (0.0, 0.0, -0.433 * THIGH)),
    ("shank", 0.0465, (0.0, 0.0, -0.433 * SHANK)),
    ("foot", 0.0145, (0.040, 0.0, -0.030)),
)


def mirrored(v: Vector, side: str) -> Vector:
    """A vector given for the left side, for `side`."""
    return v if side == "l" else (v[0], -v[1], v[2])
