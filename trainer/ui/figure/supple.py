"""Supple: a part of a mesh that no joint frame carries: it is bent, stretched or pressed in by the pose."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.motion.pose import Pose
from trainer.ui.figure.anatomy import Material


class Supple(Protocol):
    """A closed surface of rings whose places are computed for every pose."""

    @property
    def rows(self) -> int:
        """Rings of vertices, from one end to the other."""
        ...

    @property
    def columns(self) -> int:
        """Vertices of a ring."""
        ...

    @property
    def materials(self) -> Sequence[Material]:
        """Of each strip between two rings."""
        ...

    def placed(self, pose: Pose) -> NDArray[np.float32]:
        """World places of its vertices, ring by ring, (rows * columns, 3) metres."""
        ...
