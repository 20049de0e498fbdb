"""Checks of a body against its props: how deep a part lies in one, beyond what belongs there."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Final

from trainer.motion.capsules import Capsule, capsules, feet
from trainer.motion.geometry import between, distance
from trainer.motion.pose import Pose
from trainer.motion.prop import Prop, PropKind
from trainer.motion.prop_solids import Solid, solids_of

_ALONG: Final = 10  # steps along a capsule at which it is asked

# How deep (metres) a part may lie in a prop: a hand in what it holds; flesh, and what yields, where they carry.
_HANDS: Final = {"hand": inf}
_ALLOWED: Final[Mapping[PropKind, Mapping[str, float]]] = {
    PropKind.DUMBBELLS: _HANDS,
    PropKind.CANS: _HANDS,
    PropKind.DUMBBELL: _HANDS,
    PropKind.MEDICINE_BALL: _HANDS,
    PropKind.BAND: _HANDS,
    PropKind.ROPE: {**_HANDS, "forearm": 0.030, "upper_arm": 0.012},  # it whips about its handle, past the arm
    PropKind.TOWEL: _HANDS,
    PropKind.PHYSIO_BALL: {"belly": 0.040, "chest": 0.040, "thigh": 0.040},
    PropKind.CHAIR: {"belly": 0.030, "thigh": 0.030, "hand": 0.012, "foot": 0.008, "toes": 0.008},
    PropKind.STEP: {"hand": 0.012, "foot": 0.008, "toes": 0.008},
    PropKind.WALL: {"belly": 0.015, "chest": 0.015, "hand": 0.012, "foot": 0.008, "toes": 0.008},
    PropKind.CUSHION: {"belly": 0.060, "thigh": 0.060, "shank": 0.060, "foot": 0.060, "toes": 0.060},
    PropKind.DOOR_FRAME: {"hand": 0.012, "forearm": 0.012, "upper_arm": 0.012},
}
_FEET: Final = ("foot", "toes")  # a band and a strap may run round them


def entered(pose: Pose, props: Sequence[Prop], held_radius: float) -> tuple[float, str]:
    """The deepest a part of the body lies in a prop beyond what belongs there (metres), and which: "head, chair".

    0 and "" where none does. `held_radius`: of a medicine ball.
    """
    parts = {**capsules(pose), **feet(pose)}
    worst = (0.0, "")
    for prop in props:
        for solid in solids_of(prop, pose, held_radius):
            for name, part in parts.items():
                allowed = _allowed(prop, name)
                if allowed < inf:
                    worst = max(worst, (depth_of(part, solid) - allowed, f"{name}, {prop.kind.value}"))
    return worst


def depth_of(part: Capsule, solid: Solid) -> float:
    """How deep a part lies in a solid (metres); far outside, something below zero."""
    start, end, first, last = part
    # No point of the part is nearer to the solid than its middle less half its length.
    half = 0.5 * distance(start, end)
    nearest = solid.distance(between(start, end, 0.5)) - half
    if nearest > max(first, last):
        return -nearest
    shares = [step / _ALONG for step in range(_ALONG + 1)] if half > 0.0 else [0.0]
    return max(first + share * (last - first) - solid.distance(between(start, end, share)) for share in shares)


def _allowed(prop: Prop, part: str) -> float:
    stem, _, side = part.partition(".")
    if prop.kind is PropKind.DUMBBELL and prop.side and side != prop.side:
        return 0.0
    strapped = prop.feet or (prop.kind is PropKind.TOWEL and prop.side)
    if strapped and stem in _FEET and side in (prop.side or "lr"):
        return inf
    return _ALLOWED.get(prop.kind, {}).get(stem, 0.0)
