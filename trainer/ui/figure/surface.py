"""Surface: the triangles of vertices in rows and columns, right side out."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.ui.figure.anatomy import Material

_Floats = NDArray[np.float32]
_Integers = NDArray[np.int32]


class Grid(Struct, frozen=True):
    """Vertices in rows and columns, closed around the columns."""

    tube: bool
    start: int  # among the tube vertices, or among the rigid ones
    rows: int
    columns: int
    materials: list[Material]  # of each strip between two rows


class Surface(Struct, frozen=True):
    """The triangles of a set of grids, right side out; see Mesh for the fields."""

    triangles: _Integers
    neighbours: _Integers
    material: NDArray[np.uint8]
    area: _Floats

    @classmethod
    def of(cls, grids: Sequence[Grid], before: int, places: _Floats, first: int) -> "Surface":
        """The surface of grids whose vertices lie at `places`; `before` come those of rigid grids.

        The vertices before `first` have a surface already.
        """
        triangles, materials = [np.zeros((0, 3), np.int32)], [np.zeros(0, np.uint8)]
        neighbours = np.zeros((len(places), 4), np.int32)
        for grid in grids:
            start = grid.start if grid.tube else grid.start + before
            index = np.arange(start, start + grid.rows * grid.columns, dtype=np.int32).reshape(grid.rows, grid.columns)
            faces = _grid_faces(index)
            turn = 1
            if _volume(places, faces) < 0.0:
                faces, turn = faces[:, ::-1], -1
            triangles.append(np.ascontiguousarray(faces))
            materials.append(np.tile(np.repeat(np.array(grid.materials, np.uint8), grid.columns), 2))
            onward, backward = np.vstack([index[1:], index[-1:]]), np.vstack([index[:1], index[:-1]])
            around = (np.roll(index, -turn, 1), np.roll(index, turn, 1))
            neighbours[index.ravel()] = np.stack([*around, onward, backward], axis=2).reshape(-1, 4)
        every = np.concatenate(triangles)
        return cls(every, neighbours[first:], np.concatenate(materials), _areas(places, every)[first:])


def _grid_faces(index: _Integers) -> _Integers:
    a, b = index[:-1], index[1:]
    a2, b2 = np.roll(a, -1, 1), np.roll(b, -1, 1)
    return np.concatenate([np.stack([a, a2, b2], -1).reshape(-1, 3), np.stack([a, b2, b], -1).reshape(-1, 3)])


def _volume(places: _Floats, faces: _Integers) -> float:
    """Six times the signed volume: positive where the faces are counter-clockwise from outside."""
    a, b, c = (places[faces[:, i]] - places[faces[0, 0]] for i in range(3))
    return float(np.sum(a * np.cross(b, c)))


def _areas(places: _Floats, faces: _Integers) -> _Floats:
    a, b, c = (places[faces[:, i]] for i in range(3))
    third = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 6.0
    area = np.zeros(len(places), np.float32)
    for i in range(3):
        np.add.at(area, faces[:, i], third)
    return area
