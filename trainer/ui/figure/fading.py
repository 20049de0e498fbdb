"""What stands higher than the figure fades away upward, so that the figure stays large."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.motion.pose import Pose
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import Floats, Mesh

FADES: Final = (Material.DOOR,)
_ZONE: Final = (-0.25, 0.05)  # metres about the subject's highest point over which it fades


class Fading(Struct, frozen=True):
    """Which vertices are seen at all, and how well."""

    opacity: Floats | None  # (v,) 0 .. 1; None: nothing fades

    @classmethod
    def of(cls, mesh: Mesh, pose: Pose, highest: float) -> "Fading":
        """Of a mesh in a pose. `highest`: metres above the floor that the subject ever reaches."""
        fades = mesh.made_of(FADES)
        if not fades.any():
            return cls(None)
        low, high = (highest + offset for offset in _ZONE)
        share = (high - mesh.posed(pose)[:, 2]) / np.float32(high - low)
        return cls(np.where(fades, np.clip(share, 0.0, 1.0), 1.0).astype(np.float32))

    def shown(self, every: int = 1) -> "NDArray[np.bool_] | slice[None, None, None]":
        """Which of the vertices are seen; of `every` so many the first."""
        return slice(None, None, None) if self.opacity is None else self.opacity[::every] > 0.0
