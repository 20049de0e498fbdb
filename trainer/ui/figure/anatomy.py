"""The body's surface as tables: tubes of rings around the bones. Our own design, metres, for the skeleton's 1.70 m.

A tube runs through stations, each fixed to a joint frame; between them radii and places follow a smooth curve, and
across a joint the rings turn half with either bone, so that a bent limb stays one surface.
"""

from enum import IntEnum
from typing import Final

from msgspec import Struct

from trainer.motion.skeleton import ANKLE_HEIGHT, FOREARM, SHANK, THIGH, UPPER_ARM
from trainer.motion.strung import GRASP


class Material(IntEnum):
    """What a surface is made of; the palette says how it looks."""

    SKIN = 0
    TOP = 1
    LEGGINGS = 2
    SHOE = 3
    SOLE = 4
    HAIR = 5
    METAL = 6
    RUBBER = 7
    BALL = 8
    BALL_LINE = 9
    MEDICINE = 10
    MEDICINE_LINE = 11
    FEATURE = 12
    BAND = 13
    ROPE = 14
    TOWEL = 15
    WOOD = 16
    SEAT = 17
    STEP = 18
    STEP_TOP = 19
    DOOR = 20
    CUSHION = 21


class Station(Struct, frozen=True):
    """A ring: its frame and centre, and its reach to the front, the back and the side.

    Across x (feet) front is up and back is down; across y (shoulders) the side is up and down.
    """

    frame: str
    centre: tuple[float, float, float]
    front: float
    back: float
    side: float


class Tube(Struct, frozen=True):
    """A closed surface around bones. Paired tubes are given for the left and mirrored for the right."""

    name: str
    stations: tuple[Station, ...]
    bands: tuple[tuple[float, Material], ...]  # up to this place along the tube (0 .. 1): this material
    paired: bool = False
    axis: int = 2  # of the frames, which the tube runs along: 2 the long bones, 0 the feet, 1 the shoulders
    caps: tuple[float, float] = (0.6, 0.6)  # how far both ends bulge, in radii
    squareness: float = 2.0  # exponent of the outline: 2 an ellipse, more a rounded box
    segments: int = 16  # around
    joint_rings: int | None = None  # across a joint; None: as many as a knee needs


def _ring(frame: str, x: float, y: float, z: float, *radii: float) -> Station:
    """Radii: one (round), two (front = back, side) or three (front, back, side)."""
    front = radii[0]
    back = radii[1] if len(radii) == 3 else front
    side = radii[-1]
    return Station(frame, (x, y, z), front, back, side)


ARM: Final = Tube(
    "arm",
    (
        _ring("upper_arm", -0.002, -0.010, 0.030, 0.047, 0.044),
        _ring("upper_arm", 0.000, -0.004, -0.005, 0.056, 0.054),
        _ring("upper_arm", 0.000, 0.003, -0.060, 0.054, 0.052),
        _ring("upper_arm", 0.003, 0.000, -0.150, 0.046, 0.043),
        _ring("upper_arm", 0.003, 0.000, -0.235, 0.040, 0.037),
        _ring("upper_arm", -0.001, 0.000, -UPPER_ARM + 0.010, 0.0365, 0.0365),
        _ring("forearm", -0.001, 0.000, -0.010, 0.0365, 0.0370),
        _ring("forearm", 0.003, 0.002, -0.065, 0.0385, 0.0400),
        _ring("forearm", 0.002, 0.000, -0.140, 0.0320, 0.0325),
        _ring("forearm", 0.000, 0.000, -0.205, 0.0250, 0.0240),
        _ring("forearm", 0.000, 0.000, -FOREARM, 0.0235, 0.0205),
    ),
    ((1.0, Material.SKIN),),
    paired=True,
    caps=(0.75, 0.5),
)

LEG: Final = Tube(
    "leg",
    (
        _ring("thigh", -0.004, 0.004, 0.030, 0.070, 0.086, 0.080),
        _ring("thigh", -0.004, 0.006, -0.010, 0.084, 0.096, 0.090),
        _ring("thigh", -0.002, 0.005, -0.080, 0.087, 0.092, 0.088),
        _ring("thigh", 0.003, 0.002, -0.180, 0.080, 0.079, 0.078),
        _ring("thigh", 0.005, 0.000, -0.290, 0.066, 0.064, 0.064),
        _ring("thigh", 0.002, 0.000, -THIGH + 0.024, 0.0550, 0.0525, 0.0540),
        _ring("shank", 0.002, 0.000, -0.022, 0.0535, 0.0510, 0.0530),
        _ring("shank", -0.005, 0.000, -0.070, 0.049, 0.054, 0.0510),
        _ring("shank", -0.012, 0.001, -0.130, 0.046, 0.060, 0.0530),
        _ring("shank", -0.010, 0.000, -0.220, 0.041, 0.049, 0.0450),
        _ring("shank", -0.004, 0.000, -0.320, 0.034, 0.037, 0.0350),
        _ring("shank", -0.002, 0.000, -SHANK + 0.020, 0.032, 0.034, 0.0320),
        _ring("shank", -0.002, 0.000, -SHANK - 0.010, 0.033, 0.034, 0.0330),
    ),
    ((0.93, Material.LEGGINGS), (1.0, Material.SKIN)),
    paired=True,
    caps=(0.55, 0.3),
    segments=18,
)

TRUNK: Final = Tube(
    "trunk",
    (
        _ring("pelvis", -0.006, 0.0, -0.070, 0.055, 0.070, 0.070),
        _ring("pelvis", -0.006, 0.0, -0.035, 0.082, 0.094, 0.128),
        _ring("pelvis", -0.008, 0.0, 0.010, 0.094, 0.106, 0.158),
        _ring("pelvis", -0.010, 0.0, 0.055, 0.092, 0.098, 0.151),
        _ring("L1", 0.006, 0.0, 0.030, 0.088, 0.088, 0.135),
        _ring("L1", 0.008, 0.0, 0.065, 0.085, 0.083, 0.127),
        _ring("L2", 0.006, 0.0, 0.020, 0.084, 0.081, 0.123),
        _ring("L2", 0.010, 0.0, 0.070, 0.088, 0.084, 0.126),
        _ring("T1", 0.024, 0.0, 0.030, 0.098, 0.093, 0.134),
        _ring("T1", 0.032, 0.0, 0.090, 0.112, 0.104, 0.146),
        _ring("T2", 0.036, 0.0, 0.000, 0.117, 0.110, 0.153),
        _ring("T2", 0.026, 0.0, 0.055, 0.101, 0.102, 0.146),
        _ring("T2", 0.006, 0.0, 0.100, 0.070, 0.072, 0.108),
        _ring("T2", -0.004, 0.0, 0.128, 0.052, 0.052, 0.066),
    ),
    ((0.30, Material.LEGGINGS), (0.965, Material.TOP), (1.0, Material.SKIN)),
    caps=(0.5, 0.3),
    squareness=2.25,
    segments=30,
    joint_rings=4,  # a vertebra does not bend much: as far apart as elsewhere, so that light runs evenly along it
)

NECK: Final = Tube(
    "neck",
    (
        _ring("T2", -0.004, 0.0, 0.105, 0.054, 0.064),
        _ring("T2", -0.002, 0.0, 0.135, 0.050, 0.054),
        _ring("neck", 0.006, 0.0, 0.035, 0.047, 0.047),
        _ring("neck", 0.016, 0.0, 0.075, 0.046, 0.047),
        _ring("head", 0.008, 0.0, 0.020, 0.048, 0.050),
    ),
    ((1.0, Material.SKIN),),
    caps=(0.3, 0.3),
)

YOKE: Final = Tube(  # from the neck over the shoulder blade to the shoulder
    "yoke",
    (
        _ring("T2", -0.016, 0.012, 0.112, 0.046, 0.040),
        _ring("T2", -0.014, 0.050, 0.104, 0.048, 0.044),
        _ring("clavicle", -0.052, 0.075, 0.004, 0.050, 0.050),
        _ring("clavicle", -0.050, 0.118, 0.000, 0.052, 0.050),
    ),
    ((1.0, Material.TOP),),
    paired=True,
    axis=1,
    caps=(0.4, 0.7),
)

GLUTE: Final = Tube(
    "glute",
    (
        _ring("pelvis", -0.050, 0.070, 0.062, 0.046, 0.052),
        _ring("pelvis", -0.050, 0.072, 0.012, 0.064, 0.078),
        _ring("pelvis", -0.050, 0.074, -0.035, 0.069, 0.084),
        _ring("pelvis", -0.040, 0.074, -0.078, 0.058, 0.076),
    ),
    ((1.0, Material.LEGGINGS),),
    paired=True,
    caps=(0.7, 0.6),
)

FOOT: Final = Tube(
    "foot",
    (
        _ring("foot", -0.062, 0.000, -ANKLE_HEIGHT + 0.040, 0.028, 0.036, 0.026),
        _ring("foot", -0.040, 0.000, -ANKLE_HEIGHT + 0.042, 0.046, 0.040, 0.034),
        _ring("foot", 0.000, 0.000, -ANKLE_HEIGHT + 0.042, 0.052, 0.041, 0.036),
        _ring("foot", 0.045, 0.002, -ANKLE_HEIGHT + 0.038, 0.036, 0.037, 0.039),
        _ring("foot", 0.095, 0.004, -ANKLE_HEIGHT + 0.031, 0.026, 0.030, 0.044),
        _ring("toes", 0.005, 0.004, 0.006, 0.022, 0.027, 0.045),
        _ring("toes", 0.035, 0.001, 0.002, 0.018, 0.023, 0.041),
        _ring("toes", 0.055, -0.003, 0.000, 0.014, 0.020, 0.032),
    ),
    ((1.0, Material.SHOE),),
    paired=True,
    axis=0,
    caps=(0.5, 0.8),
    squareness=2.5,
)

HAND: Final = Tube(
    "hand",
    (
        _ring("hand", 0.000, 0.000, 0.006, 0.0235, 0.0205),
        _ring("hand", 0.001, 0.000, -0.022, 0.0280, 0.0190),
        _ring("hand", 0.003, -0.001, -0.052, 0.0370, 0.0170),
        _ring("hand", 0.004, -0.002, -0.082, 0.0400, 0.0150),
        _ring("hand", 0.003, -0.003, -0.098, 0.0360, 0.0120),
    ),
    ((1.0, Material.SKIN),),
    paired=True,
    caps=(0.4, 0.5),
    squareness=2.4,
    segments=14,
)

TUBES: Final = (TRUNK, NECK, YOKE, GLUTE, LEG, FOOT, ARM, HAND)

# The skull, ring by ring from chin to crown in the head frame: height, centre x, front, back, side.
SKULL: Final = (
    (-0.0685, 0.060, 0.0003, 0.0003, 0.0003),
    (-0.068, 0.060, 0.016, 0.022, 0.020),
    (-0.058, 0.056, 0.032, 0.040, 0.036),
    (-0.036, 0.044, 0.050, 0.062, 0.052),
    (-0.005, 0.030, 0.068, 0.084, 0.063),
    (0.030, 0.020, 0.082, 0.096, 0.0705),
    (0.065, 0.012, 0.088, 0.103, 0.0755),
    (0.098, 0.006, 0.082, 0.100, 0.0730),
    (0.126, 0.002, 0.064, 0.082, 0.0600),
    (0.145, 0.000, 0.034, 0.048, 0.0340),
    (0.149, 0.000, 0.012, 0.018, 0.0120),
    (0.1495, 0.000, 0.0003, 0.0003, 0.0003),
)
# Hair grows where normal . (place - point) is above zero: back, top and temples.
HAIRLINE: Final = ((-0.80, 0.0, 0.60), (0.084, 0.0, 0.112))
HAIR_THICKNESS: Final = 0.012
TOP_KNOT: Final = ((-0.045, 0.0, 0.172), 0.036)  # above the crown, clear of the floor when lying on the back

# Small rounded things on the head: centre, radii (forward, sideways, up), material, also on the other side.
FEATURES: Final = (
    ((0.103, 0.000, 0.019), (0.013, 0.0095, 0.0095), Material.SKIN, False),  # nose
    ((0.0995, 0.000, 0.036), (0.0105, 0.0085, 0.026), Material.SKIN, False),  # bridge
    ((0.006, 0.074, 0.038), (0.017, 0.010, 0.026), Material.SKIN, True),  # ear
    ((0.0925, 0.030, 0.046), (0.0065, 0.0095, 0.0075), Material.FEATURE, True),  # eye
)

# Fingers: knuckle x, length, radius.
FINGERS: Final = (
    (0.0310, 0.070, 0.0098),
    (0.0110, 0.078, 0.0100),
    (-0.0090, 0.072, 0.0096),
    (-0.0275, 0.056, 0.0086),
)
KNUCKLE: Final = (-0.003, -0.092)  # y, z in the left hand's frame
THUMB: Final = ((0.024, -0.006, -0.026), (0.044, -0.014, -0.056), (0.052, -0.017, -0.080), (0.053, -0.018, -0.098))
HANDLE: Final = GRASP  # centre of what a closed hand holds; its axis is the hand's x
