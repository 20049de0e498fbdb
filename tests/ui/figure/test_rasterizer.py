"""The rasterizer against the plainest one: every pixel of every triangle asked."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.ui.figure.rasterizer import FINE_SAMPLES, NOTHING, rasterize

SIZE = 24
corner = st.tuples(st.floats(-6, 30), st.floats(-6, 30), st.floats(1, 9))
soups = st.lists(st.tuples(corner, corner, corner), min_size=1, max_size=6)


def drawn(soup: list[tuple[tuple[float, float, float], ...]], fine: bool = False):  # type: ignore[no-untyped-def]
    corners = np.array(soup, np.float32).reshape(-1, 3)
    triangles = np.arange(len(corners)).reshape(-1, 3).T.copy()
    material = np.arange(len(soup)) % 5
    return rasterize(corners[:, :2].copy(), corners[:, 2].copy(), triangles, material, (SIZE, SIZE), fine)


@settings(max_examples=120, deadline=None)
@given(soups)
def test_every_pixel_shows_the_nearest_triangle_that_covers_its_middle(
    soup: list[tuple[tuple[float, float, float], ...]],
) -> None:
    samples = drawn(soup).pixels
    for y in range(SIZE):
        for x in range(0, SIZE, 3):
            nearest, sure = _nearest(soup, x + 0.5, y + 0.5)
            if sure:
                seen = samples.triangle[y * SIZE + x]
                assert (seen == NOTHING) == (nearest is None)
                if nearest is not None:
                    assert abs(samples.depth[y * SIZE + x] - nearest) < 0.05


def _nearest(soup: list[tuple[tuple[float, float, float], ...]], x: float, y: float) -> tuple[float | None, bool]:
    """The least depth at a point, and whether the point is clear of every edge."""
    found: float | None = None
    for a, b, c in soup:
        twice = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if abs(twice) < 0.6:
            return None, False
        if twice > 0:
            continue
        u = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / twice
        v = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / twice
        if min(abs(u), abs(v), abs(1 - u - v)) < 5e-3:
            return None, False
        if min(u, v, 1 - u - v) > 0:
            depth = a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2])
            found = depth if found is None else min(found, depth)
    return found, True


def test_the_finer_samples_measure_how_much_of_a_pixel_is_covered() -> None:
    # A triangle whose long edge runs diagonally over the picture: half of each pixel on it is covered.
    raster = drawn([((0.0, 0.0, 5.0), (0.0, 24.0, 5.0), (24.0, 24.0, 5.0))], fine=True)
    covered = (raster.fine.triangle.reshape(-1, FINE_SAMPLES) != NOTHING).mean(1)
    inner = [int(edge) for edge in raster.edges if edge // SIZE == edge % SIZE and 0 < edge // SIZE < SIZE - 1]
    shares = [float(covered[np.flatnonzero(raster.edges == edge)[0]]) for edge in inner]
    assert len(shares) == SIZE - 2
    assert abs(float(np.mean(shares)) - 0.5) < 0.12


def test_a_picture_of_nothing_is_empty() -> None:
    raster = drawn([((-9.0, -9.0, 5.0), (-9.0, -4.0, 5.0), (-4.0, -4.0, 5.0))], fine=True)
    assert (raster.pixels.triangle == NOTHING).all()
    assert len(raster.edges) == 0
