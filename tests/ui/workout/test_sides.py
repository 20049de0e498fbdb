"""Left and right on the screen: where hands and feet land, through the camera and flipped as the room does."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.ui.examples import catalogue
from tests.ui.figure.conftest import MOVES
from trainer.core.timeline import Side
from trainer.motion.pose import Pose
from trainer.ui.figure.camera import camera
from trainer.ui.figure.subject import Subject, subject_of
from trainer.ui.workout.sides import is_flipped

WIDTH = 640.0
DRAWN = sorted(e.id for e in catalogue().exercises.values() if e.move or e.id in MOVES.ids())


def subject(exercise_id: str) -> Subject:
    exercise = catalogue().exercises[exercise_id]
    return subject_of(MOVES.move(exercise.move or exercise_id), exercise)


def across(shown: Subject, seconds: float, place: Callable[[Pose], object], side: Side, *, like_mirror: bool) -> float:
    """The pixel from the left at which a place of the pose is seen."""
    view = shown.cycle.move.view
    seen = camera(view, (0.0, 0.0, 0.8), 300.0, (WIDTH / 2, 240.0))
    pixels, _ = seen.project(np.array([place(shown.cycle.pose_at(seconds))], np.float32))
    x = float(pixels[0, 0])
    return WIDTH - x if is_flipped(side, view[0], like_mirror=like_mirror) else x


def frame(name: str) -> Callable[[Pose], object]:
    return lambda pose: pose.origins[name]


def working_less_other(shown: Subject, side: Side, *, like_mirror: bool) -> float:
    """How far right of the other side the side that works is seen: moves are made to work on the left."""
    moments = [shown.cycle.period * n / 12 for n in range(12)]
    return sum(
        across(shown, t, frame(f"{limb}.l"), side, like_mirror=like_mirror)
        - across(shown, t, frame(f"{limb}.r"), side, like_mirror=like_mirror)
        for limb in ("upper_arm", "thigh")
        for t in moments
    )


@pytest.mark.parametrize("exercise_id", DRAWN)
def test_in_a_mirror_the_side_that_works_is_on_its_own_side_of_the_screen(exercise_id: str) -> None:
    shown = subject(exercise_id)
    assert working_less_other(shown, Side.LEFT, like_mirror=True) < 0.0
    assert working_less_other(shown, Side.RIGHT, like_mirror=True) > 0.0


@pytest.mark.parametrize("exercise_id", DRAWN)
def test_another_person_has_it_opposite_unless_she_turns_her_back(exercise_id: str) -> None:
    shown = subject(exercise_id)
    behind = abs(shown.cycle.move.view[0]) > 90.0
    assert (working_less_other(shown, Side.LEFT, like_mirror=False) < 0.0) is behind
    assert (working_less_other(shown, Side.RIGHT, like_mirror=False) > 0.0) is behind


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("like_mirror", [True, False])
def test_the_first_step_goes_to_the_side_that_is_first(side: Side, like_mirror: bool) -> None:
    """A step touch: wide, then together on the side the session starts with."""
    shown = subject("step_touch")
    begin, wide, together = (across(shown, t, frame("pelvis"), side, like_mirror=like_mirror) for t in (0.0, 0.6, 1.2))
    to_the_left = (side is Side.LEFT) is like_mirror
    assert (begin > wide > together) if to_the_left else (begin < wide < together)


@pytest.mark.parametrize("side", Side)
def test_the_leg_that_rises_first_is_the_one_on_that_side_of_the_screen(side: Side) -> None:
    """Its hip is: seen from half aside, a knee that comes forward crosses the picture."""
    shown = subject("march_in_place")
    quarter = shown.cycle.segments[0].seconds
    knees = {name: shown.cycle.pose_at(quarter).origins[f"shank.{name}"][2] for name in "lr"}
    rising, standing = sorted(knees, key=lambda name: -knees[name])
    hips = [across(shown, quarter, frame(f"thigh.{name}"), side, like_mirror=True) for name in (rising, standing)]
    assert (hips[0] < hips[1]) is (side is Side.LEFT)


@pytest.mark.parametrize("side", Side)
def test_the_ball_is_taken_first_to_the_side_that_is_first(side: Side) -> None:
    shown = subject("russian_twist")

    def ball(pose: Pose) -> object:
        assert pose.held is not None
        return pose.held.centre

    first, second = (across(shown, t, ball, side, like_mirror=True) for t in (1.2, 3.7))
    assert (first < second) is (side is Side.LEFT)
