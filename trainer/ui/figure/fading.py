"""What stands higher than the figure fades away upward, so that the figure stays large."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import Floats, Mesh

_FADES: Final = (Material.DOOR,)
_ZONE: Final = (-0.25, 0.05)  # metres about the subject's highest point over which it fades


class Fading(Struct, frozen=True):
    """Which vertices are seen at all, and how well."""

    shown: "NDArray[np.intp] | slice[None, None, None]"
    opacity: Floats | None  # (v,) 0 .. 1; None: nothing fades

    @classmethod
    def of(cls, mesh: Mesh, places: Sequence[Floats]) -> "Fading":
        """Of a mesh that gets to `places`, (v, 3) each."""
        fades = mesh.made_of(_FADES)
        if not fades.any():
            return cls(slice(None, None, None), None)
        highest = max(float(each[~fades, 2].max()) for each in places)
        low, high = (highest + offset for offset in _ZONE)
        share = (high - places[0][:, 2]) / np.float32(high - low)
        opacity = np.where(fades, np.clip(share, 0.0, 1.0), 1.0).astype(np.float32)
        return cls(np.flatnonzero(opacity > 0.0), opacity)
