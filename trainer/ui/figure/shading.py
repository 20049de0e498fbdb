"""Light on the surface: soft tones, darkness where parts meet, coral over working muscles, haze far away."""

from functools import lru_cache
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.ui.figure.blur import blurred
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.palette import FigurePalette, Tones, rgb
from trainer.ui.figure.rasterizer import FINE_SAMPLES, NOTHING, Indices, Raster, Samples
from trainer.ui.figure.seams import Joints, mixed_at_seams

_LIGHT: Final = np.array((-0.46, 0.72, 0.52), np.float32)  # from above, left of the camera: right, up, toward it
_OCCLUSION_REACH: Final = 0.045  # metres: how far a part darkens what lies behind it
_OCCLUSION: Final = 0.46
_OCCLUSION_DEPTH: Final = 0.055
_HAZE: Final = 0.20  # of what lies HAZE_DEPTH behind the nearest
_HAZE_DEPTH: Final = 0.9
_GLOW: Final = 0.86
_BLUSH: Final = 0.62  # toward white: what half a glow passes through, since teal and coral mixed would be brown
_RAMP: Final = 512  # tones of a material

Bytes = NDArray[np.uint8]


class Surface(Struct, frozen=True):
    """What shading needs to know of the posed mesh, for its triangles' corners."""

    triangles: Indices  # (3, n)
    material: Indices  # (n,) of each triangle
    normals: Floats  # (v, 3) in the camera's axes: right, up, toward the camera
    glow: Floats  # (v,) 0 .. 1
    opacity: Floats | None = None  # (v,) 0 .. 1; None: nothing fades away
    joints: Joints | None = None  # None: nothing is mixed where parts meet

    def values(self, samples: Samples) -> Floats:
        """Normals, of any length, and glow of samples, (n, 4)."""
        corners = self.triangles.take(samples.triangle, 1)
        each = np.concatenate([self.normals, self.glow[:, None]], 1)
        return _mixed(each, corners, samples.second[:, None], samples.third[:, None])


class Shader:
    """Colours samples by a palette."""

    def __init__(self, palette: FigurePalette) -> None:
        self._ramps = _ramps(palette.tones)
        self._glow = np.array(rgb(palette.glow), np.float32)
        self._blush = self._glow + (np.float32(1.0) - self._glow) * np.float32(_BLUSH)
        self._haze = np.array(rgb(palette.haze), np.float32)

    def picture(self, raster: Raster, surface: Surface, scale: float) -> Bytes:
        """The picture, (height * width, 4): blue, green, red and coverage, 0 .. 255. `scale`: pixels a metre."""
        picture = np.zeros((raster.height * raster.width, 4), np.uint8)
        seen = np.flatnonzero(raster.pixels.triangle != NOTHING)
        if not len(seen):
            return picture
        nearest = float(raster.pixels.depth[seen].min())
        behind = _surroundings(raster, scale).ravel()
        samples = raster.pixels.picked(seen)
        values = surface.values(samples)
        seams = None
        if surface.joints is not None:
            seams = mixed_at_seams(raster, surface.material, surface.joints, values, scale)
        if seams is not None:
            seams.mix_into(values, seen)
        picture[seen] = self._colors(samples, surface, values, behind.take(seen), nearest)
        if len(raster.edges):
            whose = _first_of_triangle(raster.fine.triangle.reshape(-1, FINE_SAMPLES)).ravel()
            hit = raster.fine.triangle != NOTHING
            shaded = np.flatnonzero(hit & (whose == np.arange(len(whose))))
            fine = np.zeros((len(whose), 4), np.float32)
            pixels = raster.edges[shaded // FINE_SAMPLES]
            samples = raster.fine.picked(shaded)
            values = surface.values(samples)
            if seams is not None:
                seams.mix_into(values, pixels)
            fine[shaded] = self._colors(samples, surface, values, behind[pixels], nearest)
            whole = sum(fine.take(whose[sample::FINE_SAMPLES], 0) for sample in range(FINE_SAMPLES))
            picture[raster.edges] = whole * np.float32(1.0 / FINE_SAMPLES) + np.float32(0.5)
        return picture

    def _colors(self, samples: Samples, surface: Surface, values: Floats, behind: Floats, nearest: float) -> Bytes:
        normal, glow = values[:, :3], values[:, 3]
        size = np.sqrt(np.einsum("ni,ni->n", normal, normal)) + np.float32(1e-9)
        # Dark where the surface turns away; that draws a soft line around every part.
        tone = np.float32(0.45) + np.float32(0.55) * (normal @ _LIGHT) / size
        away = np.float32(1.0) - np.clip(normal[:, 2] / size, 0.0, 1.0)
        tone -= np.float32(0.30) * away * away * away
        occluded = np.clip((samples.depth - behind) * np.float32(1.0 / _OCCLUSION_DEPTH), 0.0, 1.0)
        tone *= np.float32(1.0) - np.float32(_OCCLUSION) * occluded
        step = np.clip(tone * np.float32(_RAMP), 0, _RAMP - 1).astype(np.intp)
        color = self._ramps.take(surface.material.take(samples.triangle) * _RAMP + step, 0)
        lit = np.flatnonzero(glow > 1e-3)
        bright = np.clip(tone[lit], 0.0, 1.0)[:, None]
        share = np.minimum(glow[lit], 1.0)[:, None] * np.float32(_GLOW)
        light = np.float32(0.60) + np.float32(0.52) * bright
        rest = np.float32(1.0) - share
        through = rest * self._blush + share * self._glow
        color[lit] = rest * (rest * color[lit] + share * self._blush * light) + share * through * light
        haze = np.clip((samples.depth - np.float32(nearest)) * np.float32(_HAZE / _HAZE_DEPTH), 0.0, _HAZE)[:, None]
        color += (self._haze - color) * haze
        colors = np.full((len(color), 4), 255, np.uint8)
        colors[:, :3] = np.clip(color[:, ::-1], 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)
        if surface.opacity is not None:
            corners = surface.triangles.take(samples.triangle, 1)
            opacity = _mixed(surface.opacity, corners, samples.second, samples.third)
            faint = np.flatnonzero(opacity < 1.0)
            colors[faint] = colors[faint] * np.clip(opacity[faint], 0.0, 1.0)[:, None] + np.float32(0.5)
        return colors


@lru_cache(maxsize=4)
def _ramps(tones: tuple[Tones, ...]) -> Floats:
    """The ramps of all materials, one after another."""
    return np.concatenate([_ramp(each) for each in tones])


def _ramp(tones: Tones) -> Floats:
    """The colours from the shade over the body's to the light, (_RAMP, 3)."""
    shade, body, light = (np.array(rgb(tone), np.float32) for tone in tones)
    share = np.linspace(0.0, 2.0, _RAMP, dtype=np.float32)[:, None]
    ramp: Floats = np.where(share < 1.0, shade + (body - shade) * share, body + (light - body) * (share - 1.0))
    return ramp.astype(np.float32)


def _first_of_triangle(triangles: Indices) -> Indices:
    """Of samples (pixels, samples a pixel): the first of the same pixel that shows the same triangle."""
    pixels, count = triangles.shape
    first = np.tile(np.arange(count), (pixels, 1))
    for later in range(1, count):
        for earlier in range(later - 1, -1, -1):
            same = triangles[:, later] == triangles[:, earlier]
            first[same, later] = earlier
    of_all: Indices = first + np.arange(pixels)[:, None] * count
    return of_all


def _mixed(values: Floats, corners: Indices, second: Floats, third: Floats) -> Floats:
    """Values of the corners, (v, ...), somewhere in the triangles: (n, ...)."""
    first = values.take(corners[0], 0)
    mixed: Floats = first + (values.take(corners[1], 0) - first) * second
    mixed += (values.take(corners[2], 0) - first) * third
    return mixed


def _surroundings(raster: Raster, scale: float) -> Floats:
    """The mean depth of what is seen around every pixel, (height, width)."""
    step = 3
    depth = raster.pixels.depth.reshape(raster.height, raster.width)[::step, ::step]
    seen = (raster.pixels.triangle.reshape(raster.height, raster.width)[::step, ::step] != NOTHING).astype(np.float32)
    reach = max(1, round(_OCCLUSION_REACH * scale / step / 2))
    near = np.where(seen > 0.0, depth, 0.0)
    for _ in range(2):
        near, seen = blurred(near, reach), blurred(seen, reach)
    mean = near / np.maximum(seen, 1e-6)
    return _smoothly(_smoothly(mean, step, raster.height).T, step, raster.width).T


def _smoothly(coarse: Floats, step: int, count: int) -> Floats:
    """Rows given every `step`, with those between them: `count` in all."""
    fine = np.empty((count, coarse.shape[1]), np.float32)
    onward = np.append(coarse[1:], coarse[-1:], 0) - coarse
    for between in range(step):
        rows = fine[between::step]
        np.multiply(onward[: len(rows)], np.float32(between / step), out=rows)
        rows += coarse[: len(rows)]
    return fine
