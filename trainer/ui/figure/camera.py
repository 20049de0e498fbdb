"""Where the picture is taken from."""

from math import cos, radians, sin
from typing import Final

import numpy as np
from msgspec import Struct

from trainer.ui.figure.mesh import Floats

DISTANCE: Final = 7.0  # metres from the camera to the middle of the subject: little perspective, as with a long lens


class Camera(Struct, frozen=True):
    """A view: the middle of the subject, the camera's axes, and how the picture is cut.

    Pixels are x to the right and y down from the picture's upper left corner.
    """

    target: tuple[float, float, float]
    right: tuple[float, float, float]
    up: tuple[float, float, float]
    back: tuple[float, float, float]  # from the target to the camera
    scale: float  # pixels a metre at the target
    centre: tuple[float, float]  # pixel of the target

    def project(self, places: Floats) -> tuple[Floats, Floats]:
        """Pixels (n, 2) and distances from the camera along its axis (n,) of world places (n, 3)."""
        # By rows: numpy is several times as fast along them.
        right, up, back = self.axes @ places.T
        target = self.axes @ np.array(self.target, np.float32)
        depth = np.float32(DISTANCE) + target[2] - back
        factor = np.float32(self.scale * DISTANCE) / depth
        pixels = np.empty((len(places), 2), np.float32)
        pixels[:, 0] = np.float32(self.centre[0]) + (right - target[0]) * factor
        pixels[:, 1] = np.float32(self.centre[1]) - (up - target[1]) * factor
        return pixels, depth

    @property
    def axes(self) -> Floats:
        """Rows: right, up, back."""
        return np.array([self.right, self.up, self.back], np.float32)

    @property
    def eye(self) -> Floats:
        """The place of the camera."""
        return np.array(self.target, np.float32) + DISTANCE * np.array(self.back, np.float32)

    def on_floor(self, pixels: Floats) -> Floats:
        """The floor points (n, 2) seen at pixels (n, 2); NaN at and above the horizon."""
        x = (pixels[:, 0] - self.centre[0]) / (self.scale * DISTANCE)
        y = (self.centre[1] - pixels[:, 1]) / (self.scale * DISTANCE)
        rays = x[:, None] * self.axes[0] + y[:, None] * self.axes[1] - self.axes[2]
        eye = self.eye
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = np.where(rays[:, 2] < -1e-4, -eye[2] / rays[:, 2], np.nan)
        floor: Floats = (eye[:2] + rays[:, :2] * reach[:, None]).astype(np.float32)
        return floor


def camera(
    view: tuple[float, float], target: tuple[float, float, float], scale: float, centre: tuple[float, float]
) -> Camera:
    """The camera at `view` (degrees: from the figure's front toward its left, and up)."""
    yaw, elevation = radians(view[0]), radians(view[1])
    back = (cos(yaw) * cos(elevation), sin(yaw) * cos(elevation), sin(elevation))
    right = (-sin(yaw), cos(yaw), 0.0)
    up = (-cos(yaw) * sin(elevation), -sin(yaw) * sin(elevation), cos(elevation))
    return Camera(target, right, up, back, scale, centre)


def bounds(places: Floats) -> tuple[Floats, Floats]:
    """The least and the greatest of each column, (n, columns)."""
    columns = np.ascontiguousarray(places.T)  # numpy is ten times as fast along rows
    return columns.min(1), columns.max(1)
