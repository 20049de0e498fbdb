"""Which part of the surface lies over which muscle."""

from typing import Final

import numpy as np
from msgspec import Struct

from trainer.ui.figure.mesh import Floats, Mesh


class Area(Struct, frozen=True):
    """A lens on a tube: from station to station, around a direction (0 front, 90 outside, 180 back; degrees)."""

    tube: str
    start: float
    end: float
    around: float
    half_width: float


_GLUTES: Final = (
    Area("glute", -0.4, 3.2, 150.0, 95.0),
    Area("trunk", 0.0, 3.2, 152.0, 34.0),
    Area("leg", -0.6, 1.7, 172.0, 62.0),
)
_UPPER_BACK: Final = Area("trunk", 9.2, 12.6, 158.0, 22.0)
_SHOULDER: Final = ("arm", 0.0, 3.0)

AREAS: Final[dict[str, tuple[Area, ...]]] = {
    "erector spinae": (Area("trunk", 3.2, 10.4, 166.0, 13.0),),
    "multifidus": (Area("trunk", 2.6, 6.6, 169.0, 10.0),),
    "quadratus lumborum": (Area("trunk", 4.0, 6.8, 148.0, 15.0),),
    "latissimus dorsi": (Area("trunk", 6.0, 10.6, 128.0, 26.0),),
    "rhomboids": (_UPPER_BACK,),
    "upper trapezius": (Area("yoke", 0.0, 2.6, 0.0, 80.0), Area("neck", 0.4, 2.6, 165.0, 40.0)),
    "middle trapezius": (Area("trunk", 10.0, 12.8, 168.0, 16.0),),
    "lower trapezius": (Area("trunk", 8.2, 11.0, 170.0, 13.0),),
    "serratus anterior": (Area("trunk", 7.6, 9.8, 78.0, 20.0),),
    "posterior deltoid": (Area(*_SHOULDER, 152.0, 58.0),),
    "middle deltoid": (Area(*_SHOULDER, 90.0, 52.0),),
    "anterior deltoid": (Area(*_SHOULDER, 22.0, 52.0),),
    "infraspinatus": (Area("trunk", 9.8, 11.8, 140.0, 20.0),),
    "teres minor": (Area("trunk", 9.6, 11.0, 128.0, 14.0),),
    "teres major": (Area("trunk", 9.2, 10.8, 128.0, 16.0),),
    "supraspinatus": (Area("yoke", 1.0, 3.0, 180.0, 60.0),),
    "biceps brachii": (Area("arm", 2.0, 5.2, 0.0, 55.0),),
    "brachialis": (Area("arm", 3.0, 5.4, 50.0, 40.0),),
    "brachioradialis": (Area("arm", 5.6, 8.4, 30.0, 50.0),),
    "triceps brachii": (Area("arm", 1.6, 5.0, 180.0, 60.0),),
    "forearm flexors": (Area("arm", 6.0, 9.0, -40.0, 60.0),),
    "pectoralis major": (Area("trunk", 9.0, 11.8, 36.0, 32.0),),
    "pectoralis minor": (Area("trunk", 9.8, 11.6, 42.0, 20.0),),
    "rectus abdominis": (Area("trunk", 2.6, 8.8, 12.0, 15.0),),
    "transversus abdominis": (Area("trunk", 3.2, 6.6, 40.0, 40.0),),
    "external oblique": (Area("trunk", 3.6, 8.4, 66.0, 30.0),),
    "internal oblique": (Area("trunk", 3.2, 6.4, 58.0, 26.0),),
    "iliopsoas": (Area("trunk", 1.6, 3.8, 28.0, 20.0), Area("leg", 0.6, 2.0, 5.0, 35.0)),
    "gluteus maximus": _GLUTES,
    "gluteus medius": (Area("trunk", 1.6, 3.6, 112.0, 26.0),),
    "gluteus minimus": (Area("trunk", 1.8, 3.2, 105.0, 20.0),),
    "tensor fasciae latae": (Area("leg", 0.4, 2.4, 62.0, 30.0),),
    "piriformis": (Area("glute", 0.6, 2.0, 150.0, 60.0),),
    "quadriceps femoris": (Area("leg", 1.4, 5.2, 8.0, 62.0),),
    "rectus femoris": (Area("leg", 1.2, 5.0, 0.0, 36.0),),
    "hamstrings": (Area("leg", 1.6, 5.4, 178.0, 58.0),),
    "hip adductors": (Area("leg", 1.0, 4.4, -90.0, 45.0),),
    "gracilis": (Area("leg", 1.0, 5.2, -100.0, 25.0),),
    "gastrocnemius": (Area("leg", 6.4, 9.6, 180.0, 66.0),),
    "soleus": (Area("leg", 8.0, 10.8, 180.0, 70.0),),
    "tibialis anterior": (Area("leg", 6.6, 10.4, 22.0, 32.0),),
    "tibialis posterior": (Area("leg", 8.0, 10.6, -150.0, 40.0),),
    "fibularis longus": (Area("leg", 6.6, 10.4, 80.0, 30.0),),
    "sternocleidomastoid": (Area("neck", 0.6, 3.4, 50.0, 36.0),),
    "levator scapulae": (Area("neck", 0.4, 2.6, 130.0, 36.0),),
}


_MIDDLE: Final = ("trunk", "neck")  # tubes that both sides share; around them the left is positive
# Muscles along the middle, which hold the trunk from both sides whichever limb works.
BRACING: Final = ("rectus abdominis", "transversus abdominis", "erector spinae", "multifidus")


def glow(mesh: Mesh, muscles: tuple[str, ...], *, left_only: bool = False) -> Floats:
    """How much each vertex lies over any of the muscles, 0 .. 1, soft toward the edges. Unknown names glow nowhere.

    `left_only`: on the figure's left alone, but for what braces the trunk.
    """
    weights = np.zeros(len(mesh.neighbours), np.float32)
    for name in muscles:
        one_side = left_only and name not in BRACING
        for area in AREAS.get(name, ()):
            for patch in mesh.patches:
                tube, _, side = patch.name.partition(".")
                if tube != area.tube or (one_side and side == "r"):
                    continue
                middle, half = 0.5 * (area.start + area.end), 0.5 * (area.end - area.start)
                along = np.abs(patch.along - middle) / half
                # On the trunk, one tube for both sides, an area stands on the left and the right.
                both = area.tube in _MIDDLE and not one_side
                around = np.abs(patch.around) if both else patch.around
                aside = np.abs((around - area.around + 180.0) % 360.0 - 180.0) / area.half_width
                lens = np.clip(1.25 * (1.0 - (along**2.4 + aside**2.0)), 0.0, 1.0)
                part = weights[patch.start : patch.end]
                np.maximum(part, lens * lens * (3.0 - 2.0 * lens), out=part)
    return weights
