"""Visible change: how much of a figure's outline a movement changes, from any side. Needs numpy."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from trainer.ui.figure.camera import camera
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.scene import Model

STEP: Final = 15  # degrees between two views
_MOMENTS: Final = 12
_GRID: Final = 40  # cells across the movement
_GROWN: Final = 1  # cells: vertices lie apart

Mask = NDArray[np.bool_]


def best_views(model: Model, elevation: float) -> list[tuple[float, float]]:
    """(change, yaw) of every view all around, the most telling first; degrees from the front toward the left."""
    period = model.cycle.period
    places = [model.mesh.posed(model.cycle.pose_at(period * i / _MOMENTS)) for i in range(_MOMENTS)]
    return sorted(
        ((visible_change(outlines(places, (float(yaw), elevation))), float(yaw)) for yaw in range(-180, 180, STEP)),
        reverse=True,
    )


def outlines(places: list[Floats], view: tuple[float, float]) -> list[Mask]:
    """The figure's shape at each of several moments, all in the frame that holds the whole movement."""
    look = camera(view, (0.0, 0.0, 0.0), 1.0, (0.0, 0.0))
    points = [look.project(place)[0] for place in places]
    every = np.concatenate(points)
    low, high = every.min(0), every.max(0)
    cells = (_GRID - 2 * _GROWN - 1) / float((high - low).max())
    return [_splat((place - 0.5 * (low + high)) * np.float32(cells) + np.float32(0.5 * _GRID)) for place in points]


def visible_change(masks: list[Mask]) -> float:
    """The share of the figure that differs most between two of the outlines."""
    return max(float((a ^ b).sum() / max(a.sum(), b.sum())) for a in masks for b in masks)


def _splat(places: Floats) -> Mask:
    mask = np.zeros((_GRID, _GRID), bool)
    x, y = np.clip(places.astype(int).T, 0, _GRID - 1)
    mask[y, x] = True
    grown = mask.copy()
    for _ in range(_GROWN):
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        grown[:, 1:] |= mask[:, :-1]
        grown[:, :-1] |= mask[:, 1:]
    return grown
