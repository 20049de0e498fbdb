"""The channels of a pose: every number the pose language can set, with its part, motion, unit and neutral value.

A channel is called `part.motion`, of a paired part `part.side.motion` ("hip.l.flex"). Angles are degrees; a positive
angle is the named clinical motion on both sides (flexion, abduction, external rotation, dorsiflexion, pronation,
protraction). Places (`x`, `y`, `z`, `apart`) are centimetres. `free` and `on` are switches, 0 or 1, which pass
through all values between while a limb leaves or takes its contact.
"""

from typing import Final

from msgspec import Struct

from trainer.motion.skeleton import SIDES


class Part(Struct, frozen=True):
    """A word of the pose language: which channels it sets."""

    stem: str
    paired: bool
    motions: dict[str, tuple[str, float]]  # word -> (suffix of the channel, sign)
    main: str  # the motion of a bare number


_FLEX: Final = {"flex": ("flex", 1.0), "extend": ("flex", -1.0)}
_TRUNK: Final = {**_FLEX, "bend": ("bend", 1.0), "twist": ("twist", 1.0)}
_TURN: Final = {"out": ("rotation", 1.0), "in": ("rotation", -1.0)}
_PLACE: Final = {"x": ("x", 1.0), "apart": ("y", 1.0), "z": ("z", 1.0)}
_FREE: Final = {"free": ("free", 1.0)}

PARTS: Final[dict[str, Part]] = {
    # World angles: pitch forward, lean to the left, turn to the left. Roll: to the left about its own long axis.
    "pelvis": Part(
        "pelvis",
        False,
        {"pitch": ("pitch", 1.0), "lean": ("lean", 1.0), "turn": ("turn", 1.0), "roll": ("roll", 1.0)},
        "pitch",
    ),
    "lumbar": Part("lumbar", False, _TRUNK, "flex"),  # L1 and L2, half each
    "thorax": Part("thorax", False, _TRUNK, "flex"),  # T1 and T2, half each
    "neck": Part("neck", False, _TRUNK, "flex"),
    "head": Part("head", False, _TRUNK, "flex"),
    "scapula": Part(
        "scapula",
        True,
        {
            "protract": ("protract", 1.0),
            "retract": ("protract", -1.0),
            "elevate": ("elevate", 1.0),
            "depress": ("elevate", -1.0),
        },
        "protract",
    ),
    # raise: 0 hanging .. 180 overhead; plane it is raised in: 90 forward, 0 sideways, -90 back.
    "shoulder": Part("shoulder", True, {"raise": ("raise", 1.0), "plane": ("plane", 1.0), **_TURN}, "raise"),
    "arm": Part("arm", True, {"hang": ("hang", 1.0)}, "hang"),  # 1: the upper arm hangs by gravity
    "elbow": Part("elbow", True, _FLEX, "flex"),
    "forearm": Part("forearm", True, {"pronate": ("pronate", 1.0), "supinate": ("pronate", -1.0)}, "pronate"),
    "wrist": Part("wrist", True, _FLEX, "flex"),
    "palm": Part(
        "palm", True, {**_PLACE, **_FREE, "in": ("in", 1.0)}, "x"
    ),  # planted: its middle, on floor, seat or wall
    "grip": Part("grip", True, {"on": ("on", 1.0)}, "on"),  # the hand's named place, or the object held
    # The centre of the object held by both hands, in the frame of the upper thorax.
    "hold": Part(
        "hold",
        False,
        {"x": ("x", 1.0), "y": ("y", 1.0), "z": ("z", 1.0), "turn": ("turn", 1.0), "pitch": ("pitch", 1.0)},
        "x",
    ),
    # Where the big ball has rolled to.
    "ball": Part("ball", False, {"x": ("x", 1.0)}, "x"),
    "hip": Part("hip", True, {**_FLEX, **_TURN, "abduct": ("abduct", 1.0), "adduct": ("abduct", -1.0)}, "flex"),
    "knee": Part("knee", True, {**_FLEX, **_FREE, "out": ("out", 1.0), "apart": ("y", 1.0)}, "flex"),
    "ankle": Part("ankle", True, {"dorsi": ("dorsi", 1.0), "point": ("dorsi", -1.0)}, "dorsi"),
    "toe": Part("toe", True, {"extend": ("extend", 1.0)}, "extend"),
    # Heel: raised over the ball. Pivot: the heel turned outward about the ball.
    "foot": Part(
        "foot",
        True,
        {
            **_PLACE,
            **_FREE,
            "out": ("out", 1.0),
            "heel": ("heel", 1.0),
            "pivot": ("pivot", 1.0),
            "lift": ("lift", 1.0),
        },
        "x",
    ),
    # Where the centre of mass is carried: from between the planted feet; for who steps, from a spot on the floor.
    "weight": Part("weight", False, {"x": ("x", 1.0), "y": ("y", 1.0)}, "y"),
    "root": Part("root", False, {"x": ("x", 1.0), "y": ("y", 1.0), "z": ("z", 1.0)}, "z"),
}

PLURALS: Final = {
    "hips": "hip", "knees": "knee", "ankles": "ankle", "toes": "toe", "shoulders": "shoulder", "scapulae": "scapula",
    "elbows": "elbow", "forearms": "forearm", "wrists": "wrist", "arms": "arm", "feet": "foot", "grips": "grip",
    "palms": "palm",
}  # fmt: skip

# "spine" sets lumbar and thorax together; the shares follow how much each region can do.
SPINE_SHARES: Final = {"flex": (0.55, 0.45), "bend": (0.5, 0.5), "twist": (0.15, 0.85)}

_NEUTRAL: Final = {
    "shoulder.plane": 90.0, "shoulder.raise": 8.0, "elbow.flex": 8.0, "knee.flex": 4.0, "foot.out": 7.0,
    "foot.y": 10.0, "palm.y": 24.0, "palm.in": 5.0, "knee.y": 8.5, "hold.x": 30.0, "hold.z": -5.0,
}  # fmt: skip

# Channels that change sign when left and right are exchanged.
_SIDEWAYS: Final = frozenset({"bend", "twist", "turn", "lean", "roll"})
_SIDEWAYS_PLACES: Final = frozenset({"hold.y", "weight.y", "root.y"})


def all_channels() -> dict[str, float]:
    """Every channel with its neutral value: standing, feet planted, arms hanging."""
    channels: dict[str, float] = {}
    for part in PARTS.values():
        for suffix in {suffix for suffix, _ in part.motions.values()}:
            neutral = _NEUTRAL.get(f"{part.stem}.{suffix}", 0.0)
            for side in SIDES if part.paired else ("",):
                channels[f"{part.stem}.{side}.{suffix}" if side else f"{part.stem}.{suffix}"] = neutral
    return channels


def mirrored_channels(channels: dict[str, float]) -> dict[str, float]:
    """The same pose with left and right exchanged."""
    mirrored: dict[str, float] = {}
    for name, value in channels.items():
        words = name.split(".")
        if len(words) == 3:
            side = "r" if words[1] == "l" else "l"
            mirrored[f"{words[0]}.{side}.{words[2]}"] = value
        elif words[1] in _SIDEWAYS or name in _SIDEWAYS_PLACES:
            mirrored[name] = -value
        else:
            mirrored[name] = value
    return mirrored
