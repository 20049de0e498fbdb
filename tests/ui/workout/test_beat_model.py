"""The tempo in words: the part at hand, the count, the breath; nothing where words could not be read."""

import pytest

from tests.ui.examples import catalogue
from tests.ui.figure.conftest import MOVES
from trainer.core.timeline import Side
from trainer.motion.repetition import Repetitions
from trainer.ui.figure.subject import subject_of
from trainer.ui.workout.beat_model import Beat, beat_at, beat_to_come


def repetitions(exercise_id: str, variant_id: str = "") -> Repetitions:
    exercise = catalogue().exercises[exercise_id]
    move = MOVES.move_of(exercise, variant_id)
    assert move is not None
    return Repetitions(subject_of(move, exercise, exercise.variant(variant_id)).cycle)


def beat(exercise_id: str, seconds: float, lead: Side = Side.LEFT, reps: int | None = None, form: str = "") -> Beat:
    return beat_at(repetitions(exercise_id, form), seconds, lead=lead, reps=reps)


@pytest.mark.parametrize(
    ("seconds", "words", "count"),
    [(0.0, "Up 2", "Rep 1"), (1.9, "Up 2", "Rep 1"), (2.0, "Hold 1", "Rep 1"), (3.5, "Down 2", "Rep 1"),
     (5.0, "Up 2", "Rep 2"), (52.5, "Hold 1", "Rep 11")],
)  # fmt: skip
def test_each_part_is_said_with_its_seconds_and_repetitions_are_counted(seconds: float, words: str, count: str) -> None:
    now = beat("reverse_fly", seconds)
    assert (now.words, now.count) == (words, count)
    assert now.parts == (2.0, 1.0, 2.0)
    assert now.share == pytest.approx(seconds % 5.0 / 5.0)
    assert now.tempo == "Up 2, Hold 1, Down 2"


def test_of_so_many_repetitions_it_says_so_and_goes_no_further() -> None:
    assert beat("reverse_fly", 21.0, reps=12).count == "5 of 12"
    assert beat("reverse_fly", 500.0, reps=12).count == "12 of 12"


def test_sides_are_the_persons_own_and_each_side_counts() -> None:
    assert [beat("russian_twist", t).words for t in (0.5, 1.2, 2.0, 3.0)] == ["Left 1", "Hold 0.5", "Back 1", "Right 1"]
    assert [beat("russian_twist", t, Side.RIGHT).words for t in (0.5, 3.0)] == ["Right 1", "Left 1"]
    assert [beat("russian_twist", t).count for t in (0.0, 2.5, 5.0)] == ["Rep 1", "Rep 2", "Rep 3"]


def test_a_hold_breathes_with_the_figure() -> None:
    assert [beat("childs_pose", t).words for t in (0.0, 1.9, 2.1, 4.9, 5.0)] == [
        "Breathe in", "Breathe in", "Breathe out", "Breathe out", "Breathe in"
    ]  # fmt: skip
    assert beat("childs_pose", 8.0).count == ""


def test_what_is_too_fast_to_read_is_left_out() -> None:
    assert beat("march_in_place", 30.0) == Beat()
    hips = beat("hip_circles", 30.0)
    assert (hips.words, hips.count, hips.share) == ("", "Rep 13", None)
    slow = beat("pilates_swimmer", 4.0, form="one-pair-at-a-time")
    assert (slow.words, slow.count) == ("Up 1.5", "Rep 1")
    jump = beat("squat_jump", 4.1)
    assert (jump.words, jump.count, jump.parts) == ("", "Rep 3", ())
    assert beat("march_in_place", 5.6, reps=20).count == "6 of 20"


def test_what_comes_is_said_to_be_slow_only_while_it_is() -> None:
    fly = repetitions("reverse_fly")
    slow = beat_to_come(fly, 2.5, lead=Side.LEFT, slow=True)
    assert (slow.words, slow.count, slow.share) == ("In slow motion", "", 0.5)
    ready = beat_to_come(fly, -1e-6, lead=Side.LEFT, slow=False)
    assert (ready.words, ready.count, ready.share) == ("", "", 0.0)
    assert ready.parts == (2.0, 1.0, 2.0)
    assert ready.tempo == "Up 2, Hold 1, Down 2"


def test_the_first_side_to_come_is_told_first() -> None:
    twist = repetitions("russian_twist")
    assert beat_to_come(twist, -1e-6, lead=Side.RIGHT, slow=False).tempo.startswith("Right")
