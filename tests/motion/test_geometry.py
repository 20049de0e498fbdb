"""Rotations stay rotations, and undo one another."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.motion.geometry import (
    FORWARD,
    IDENTITY,
    LEFT,
    UP,
    Axes,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    closest_points,
    compose,
    cross,
    distance,
    dot,
    frame_of_bone,
    length,
    relative,
    rotate,
    swing,
    turned_between,
    unit,
    unrotate,
)

angles = st.floats(-pi, pi)
vectors = st.tuples(*[st.floats(-3.0, 3.0)] * 3).filter(lambda v: length(v) > 0.1)
rotations = st.builds(lambda v, a: about(unit(v), a), vectors, angles)


def near(a: Vector, b: Vector) -> bool:
    return distance(a, b) < 1e-6


def same(a: Axes, b: Axes) -> bool:
    return all(near(x, y) for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize(
    ("turn", "start", "end"), [(about_x, LEFT, UP), (about_y, UP, FORWARD), (about_z, FORWARD, LEFT)]
)
def test_a_quarter_turn_goes_the_way_it_says(turn, start: Vector, end: Vector) -> None:  # type: ignore[no-untyped-def]
    assert near(rotate(turn(pi / 2), start), end)


@given(rotations, rotations, vectors)
def test_a_rotation_is_undone(a: Axes, b: Axes, v: Vector) -> None:
    assert near(unrotate(a, rotate(a, v)), v)
    assert same(compose(a, relative(a, b)), b)
    assert near(rotate(compose(a, b), v), rotate(a, rotate(b, v)))


@given(rotations, rotations, st.floats(0.0, 1.0))
def test_between_two_rotations_lies_a_rotation(a: Axes, b: Axes, share: float) -> None:
    x, y, z = turned_between(a, b, share)
    assert near(cross(x, y), z)
    assert abs(length(x) - 1.0) < 1e-6
    assert abs(dot(x, y)) < 1e-6


@given(rotations, rotations)
def test_turning_begins_and_ends_where_it_should(a: Axes, b: Axes) -> None:
    assert turned_between(a, b, 0.0) == a
    assert turned_between(a, b, 1.0) == b


@given(vectors, vectors)
def test_a_swing_takes_one_direction_to_the_other(a: Vector, b: Vector) -> None:
    a, b = unit(a), unit(b)
    if dot(a, b) > -0.999:
        assert distance(rotate(swing(a, b), a), b) < 1e-4


@given(vectors, vectors)
def test_a_bone_runs_down_its_frame(direction: Vector, forward: Vector) -> None:
    direction = unit(direction)
    if length(cross(direction, unit(forward))) > 0.05:
        x, _, z = frame_of_bone(direction, forward)
        assert near(z, (-direction[0], -direction[1], -direction[2]))
        assert dot(x, forward) > 0.0


@given(*[vectors] * 4)
def test_no_points_are_closer_than_the_closest(a: Vector, b: Vector, c: Vector, d: Vector) -> None:
    _, _, least = closest_points((a, b), (c, d))
    for i in range(6):
        for j in range(6):
            p = tuple(a[k] + (b[k] - a[k]) * i / 5 for k in range(3))
            q = tuple(c[k] + (d[k] - c[k]) * j / 5 for k in range(3))
            assert least <= distance((p[0], p[1], p[2]), (q[0], q[1], q[2])) + 1e-6


def test_parallel_swings_turn_nothing() -> None:
    assert swing(UP, UP) == IDENTITY
