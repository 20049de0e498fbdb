"""One move from one side at one size, as pictures: the backdrop once, a frame for every moment."""

from functools import cached_property, partial
from typing import Final

import numpy as np

from trainer.core.preferences import FigureChoice
from trainer.motion.cycle import Cycle
from trainer.motion.pose import Pose
from trainer.motion.prop import PropKind
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.body import body_mesh
from trainer.ui.figure.camera import Camera, bounds, camera
from trainer.ui.figure.fading import FADES, Fading
from trainer.ui.figure.mesh import FINE, Floats, Mesh
from trainer.ui.figure.muscles import glow
from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.rasterizer import rasterize
from trainer.ui.figure.seams import Joints
from trainer.ui.figure.shading import Bytes, Shader, Surface
from trainer.ui.figure.shadow import FloorShadow, Shade, shadow_reach
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Backdrop, Frame, Polygon
from trainer.ui.figure.walls import ABOVE, mat_bounds, wall_corners

_FILL: Final = 0.94  # of the picture's width or height
_REST_GLOW: Final = 0.5  # of a working muscle in the pose of rest
_SECONDARY_GLOW: Final = 0.30  # of a muscle that helps
_MAT_LENGTH: Final = (0.62, 0.12)  # metres: half the shortest mat, and what it reaches beyond the body
_MAT_WIDTH: Final = (0.34, 0.42)  # metres: half the narrowest and the widest mat
_MAT_CORNER: Final = 0.06
_MAT_THICKNESS: Final = 0.012
_SWINGS: Final = 12  # moments of a cycle that show how far a rope reaches
_OFF_MAT: Final = (Material.BAND, Material.ROPE, Material.TOWEL, Material.DOOR)  # needs no mat under it
_GRAIN: Final = 16  # pixels by which a shadow's rectangle may be rounded up
_SPARSE: Final = 5  # of so many vertices one is enough to know how far the subject reaches
_LARGE: Final = 900  # pixels of a picture's height from which facets would be seen without the finer skin
_NEAR_FLOOR: Final = 0.30  # metres: what lies below needs the mat under it


class Skin:
    """A figure's mesh for a subject, what its muscles light up, and what of it fades away."""

    def __init__(self, mesh: Mesh, subject: Subject, pose: Pose, highest: float) -> None:
        """`pose`: any of the subject's. `highest`: metres above the floor that it ever reaches."""
        self.mesh = mesh
        helping = glow(mesh, subject.secondary, left_only=subject.left_only) * np.float32(_SECONDARY_GLOW)
        self.glow = np.maximum(glow(mesh, subject.primary, left_only=subject.left_only), helping)
        for muscle, level in subject.levels:
            np.maximum(self.glow, glow(mesh, (muscle,)) * np.float32(level), out=self.glow)
        self.fading = Fading.of(mesh, pose, highest)
        self.material = mesh.material.astype(np.intp)
        self.triangles = np.ascontiguousarray(mesh.triangles.T, np.intp)
        self.joints = Joints.of(mesh.patches, mesh.triangles)


class Model(Skin):
    """The skin that is made at once, and how far the subject ever reaches; the same for every view."""

    def __init__(self, subject: Subject, figure: FigureChoice = FigureChoice.TOP_KNOT) -> None:
        mesh = body_mesh(subject.cycle.move, figure)
        poses = [subject.cycle.pose_at(moment) for moment in _moments(subject.cycle)]
        places = [mesh.posed(pose, _SPARSE) for pose in poses]
        solid = ~mesh.made_of(FADES)[::_SPARSE]
        highest = max(float(each[solid, 2].max()) for each in places)
        super().__init__(mesh, subject, poses[0], highest)
        self._fine = partial(Skin, subject=subject, pose=poses[0], highest=highest)
        self._figure = figure
        self.cycle = subject.cycle
        self.is_map = bool(subject.levels)  # what has worked glows whatever the moment
        # One of so many vertices is enough for these, and the coarse skin's for the fine one's as well: no picture
        # moves when finer ones follow.
        self.reach = np.concatenate([each[self.fading.shown(_SPARSE)] for each in places])
        grounded = ~mesh.made_of(_OFF_MAT)[::_SPARSE]
        self.ground = np.concatenate([each[grounded] for each in places])

    @cached_property
    def fine_skin(self) -> Skin:
        """Made with the first large picture."""
        return self._fine(body_mesh(self.cycle.move, self._figure, FINE))


class Scene:
    """A model from one side. Everything here is numbers: safe on any thread, one at a time."""

    def __init__(
        self,
        model: Model,
        palette: FigurePalette,
        view: tuple[float, float],
        size: tuple[int, int],
        portrait: float | None = None,
    ) -> None:
        """`view`: degrees from the front toward the figure's left, and up. `size`: pixels, at least one either way.

        `portrait`: the only moment to be shown; the figure fills the picture then, and its mat may reach beyond it.
        Raises ValueError.
        """
        if min(size) < 1:
            raise ValueError(f"a picture needs pixels: {size[0]} x {size[1]}")
        self._model = model
        self._size = size
        self._shader = Shader(palette)
        self._shadow_strength = palette.shadow
        wall = model.cycle.move.prop(PropKind.WALL)
        self._wall = wall_corners(wall, model.reach, view) if wall else []
        self._mat = _mat(model.ground, mat_bounds(wall, self._wall))
        self.camera = self._fitted(view, self._framed(model, portrait))

    @cached_property
    def _shadow(self) -> FloorShadow:
        """Prepared with the first picture that needs it: at full size it would keep the first of all waiting."""
        low, high = bounds(self._model.reach)
        corners = (float(low[0]), float(low[1])), (float(high[0]), float(high[1]))
        return FloorShadow(self.camera, self._size, *corners)

    def most_bytes(self) -> int:
        """What the largest frame may take, its shadow included."""
        reach = self._model.reach
        pixels, _ = self.camera.project(np.concatenate([reach, shadow_reach(reach[::_SPARSE])]))
        left, top, right, bottom = self._cut(pixels, None)
        width, height = min(right - left + _GRAIN, self._size[0]), min(bottom - top + _GRAIN, self._size[1])
        return width * height * 4

    def backdrop(self) -> Backdrop:
        """The mat and the wall."""
        x0, x1, half = self._mat
        return Backdrop(
            mat=self._polygon(_rounded(x0, x1, half, 0.0)),
            mat_edge=self._polygon(_rounded(x0, x1, half, -_MAT_THICKNESS)),
            wall=self._polygon(self._wall) if self._wall else (),
        )

    def frame(self, seconds: float, fine: bool = True) -> Frame:
        """The figure and its shadow at a moment; not `fine`: quickly, with rough edges."""
        skin = self._model.fine_skin if fine and self._size[1] >= _LARGE else self._model
        places = skin.mesh.posed(self._model.cycle.pose_at(seconds))
        pixels, depth = self.camera.project(places)
        shade = self._shadow.cast(places, skin.mesh.area) if self._shadow_strength else None
        left, top, right, bottom = self._cut(pixels[skin.fading.shown()], shade)
        normals = skin.mesh.normals(places) @ self.camera.axes.T
        effort = 1.0 if self._model.is_map else self._model.cycle.effort_at(seconds)
        effort = _REST_GLOW + (1.0 - _REST_GLOW) * effort
        raster = rasterize(
            pixels - np.array((left, top), np.float32),
            depth,
            skin.triangles,
            skin.material,
            (right - left, bottom - top),
            fine,
        )
        glowing = skin.glow * np.float32(effort)
        surface = Surface(
            skin.triangles, skin.material, normals, glowing, skin.fading.opacity, skin.joints if fine else None
        )
        picture = self._shader.picture(raster, surface, self.camera.scale).reshape(raster.height, raster.width, 4)
        if shade is not None:
            self._lay_under(picture, shade, left, top)
        return Frame(left, top, raster.width, raster.height, picture.tobytes())

    def _cut(self, pixels: Floats, shade: Shade | None) -> tuple[int, int, int, int]:
        """The rectangle of the picture that holds figure and shadow."""
        low, high = bounds(pixels)
        left, top = int(np.floor(low[0])) - 1, int(np.floor(low[1])) - 1
        right, bottom = int(np.ceil(high[0])) + 1, int(np.ceil(high[1])) + 1
        if shade is not None:
            left, top = min(left, shade.left), min(top, shade.top)
            right, bottom = max(right, shade.left + shade.width), max(bottom, shade.top + shade.height)
        left, top = min(max(left, 0), self._size[0] - 1), min(max(top, 0), self._size[1] - 1)
        return left, top, max(min(right, self._size[0]), left + 1), max(min(bottom, self._size[1]), top + 1)

    def _lay_under(self, picture: Bytes, shade: Shade, left: int, top: int) -> None:
        """Put the shadow behind the figure."""
        x, y = shade.left - left, shade.top - top
        alpha = picture[y : y + shade.height, x : x + shade.width, 3]
        dark = shade.dark[: alpha.shape[0], : alpha.shape[1]] * np.float32(self._shadow_strength)
        alpha += ((255 - alpha) * dark).astype(np.uint8)

    def _framed(self, model: Model, portrait: float | None) -> Floats:
        """Places to be seen: of a portrait the body, else all that the subject ever reaches, its mat and its wall."""
        if portrait is not None:
            return model.mesh.posed(model.cycle.pose_at(portrait))[model.fading.shown()]
        corners = [np.array(_rounded(*self._mat, 0.0), np.float32)]
        if self._wall:
            top = float(model.reach[:, 2].max()) + ABOVE  # whatever is higher has faded away and may be cropped
            corners.append(np.minimum(np.array(self._wall, np.float32), (np.inf, np.inf, top)).astype(np.float32))
        return np.concatenate([model.reach, *corners])

    def _fitted(self, view: tuple[float, float], everything: Floats) -> Camera:
        """The camera that shows everything."""
        low, high = bounds(everything)
        middle = 0.5 * (low + high)
        target = (float(middle[0]), float(middle[1]), float(middle[2]))
        pixels, _ = camera(view, target, 1.0, (0.0, 0.0)).project(everything)
        first, last = bounds(pixels)
        spans = last - first
        scale = _FILL * min(self._size[0] / float(spans[0]), self._size[1] / float(spans[1]))
        shift = 0.5 * (first + last) * scale
        return camera(
            view, target, scale, (0.5 * self._size[0] - float(shift[0]), 0.5 * self._size[1] - float(shift[1]))
        )

    def _polygon(self, corners: list[tuple[float, float, float]]) -> Polygon:
        pixels, _ = self.camera.project(np.array(corners, np.float32))
        return tuple((float(x), float(y)) for x, y in pixels)


def _moments(cycle: Cycle) -> list[float]:
    """Moments whose poses show how far the move reaches."""
    return [
        segment.start + segment.seconds * share
        for segment in cycle.segments
        for share in ((0.0,) if segment.source == segment.target else (0.3, 0.65, 1.0 - 1e-9))
    ] + ([cycle.period * i / _SWINGS for i in range(_SWINGS)] if cycle.move.prop(PropKind.ROPE) else [])


def _mat(reach: Floats, bounds_x: tuple[float | None, float | None]) -> tuple[float, float, float]:
    """The mat's ends along x, not beyond a wall, and half its width."""
    near = reach[reach[:, 2] < _NEAR_FLOOR]
    x0, x1 = float(near[:, 0].min()), float(near[:, 0].max())
    half = max(_MAT_LENGTH[0], 0.5 * (x1 - x0) + _MAT_LENGTH[1])
    middle = 0.5 * (x0 + x1)
    start, end = bounds_x
    return (
        middle - half if start is None else max(start, middle - half),
        middle + half if end is None else min(end, middle + half),
        min(max(_MAT_WIDTH[0], float(np.abs(near[:, 1]).max()) + _MAT_LENGTH[1]), _MAT_WIDTH[1]),
    )


def _rounded(x0: float, x1: float, half: float, z: float) -> list[tuple[float, float, float]]:
    corner = _MAT_CORNER
    points: list[tuple[float, float, float]] = []
    for x, y, start in (
        (x1 - corner, half - corner, 0.0),
        (x0 + corner, half - corner, 90.0),
        (x0 + corner, corner - half, 180.0),
        (x1 - corner, corner - half, 270.0),
    ):
        for step in range(7):
            angle = np.radians(start + 15.0 * step)
            points.append((x + corner * float(np.cos(angle)), y + corner * float(np.sin(angle)), z))
    return points
