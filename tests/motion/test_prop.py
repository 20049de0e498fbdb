"""Props are sentences: what they say, and what they can't."""

import pytest

from trainer.motion.move import MoveError, MoveFault, MoveText, PostureText, build_move, build_posture
from trainer.motion.posture import HandPlace, RootSupport
from trainer.motion.prop import PropError, PropKind, read_prop


def test_a_prop_stands_where_its_sentence_says() -> None:
    chair = read_prop("chair x -35 y 10 turn 180")
    assert (chair.kind, chair.place, chair.turn, chair.placed) == (PropKind.CHAIR, (-0.35, 0.10, 0.0), 180.0, True)
    assert chair.height == 0.45
    assert read_prop("step height 15").height == 0.15
    assert not read_prop("wall").placed
    cushion = read_prop("cushion x 12 z 8 height 18 radius 16")
    assert (cushion.place, cushion.height, cushion.radius) == ((0.12, 0.0, 0.08), 0.18, 0.16)


def test_a_prop_of_one_side_names_it() -> None:
    assert read_prop("dumbbell left").side == "l"
    assert read_prop("dumbbell").side == ""
    assert read_prop("band feet").feet


@pytest.mark.parametrize(
    ("sentence", "word", "has_choices"),
    [
        ("ladder", "ladder", True),
        ("chair at 3", "at", True),
        ("chair x", "x", False),
        ("chair x 4e9", "4e9", False),
        ("", "", True),
        ("chair x wide", "x", False),
        ("chair x nan", "nan", False),
    ],
)
def test_what_is_no_prop_is_told_by_its_word(sentence: str, word: str, has_choices: bool) -> None:
    with pytest.raises(PropError) as raised:
        read_prop(sentence)
    assert raised.value.word == word
    assert bool(raised.value.choices) is has_choices


def built(**fields: object) -> MoveError:
    posture = build_posture("stand", PostureText(RootSupport.FEET, ""))
    text = MoveText(1, "stand", {"a": "", "b": "knees 20"}, ("b concentric", "a eccentric"), **fields)  # type: ignore[arg-type]
    with pytest.raises(MoveError) as raised:
        build_move("x", text, {"stand": posture})
    return raised.value


def test_a_move_names_the_prop_and_the_pose_at_fault() -> None:
    error = built(props=("dumbbells", "chair at 3"))
    assert (error.fault, error.field, error.value) == (MoveFault.UNKNOWN_WORD, "props[1]", "at")
    assert built(props=("chair x",)).fault is MoveFault.PROP
    error = built(support={"c": RootSupport.STEPS})
    assert (error.field, error.choices) == ("support.c", ("a", "b"))


def test_a_grip_names_its_frame() -> None:
    from trainer.motion.move import GripText

    error = built(grip={"left": GripText("hoof", (0, 0, 0), (0, 0, 1), (1, 0, 0), owner="own")})
    assert (error.field, error.value) == ("grip.left.frame", "hoof")


def test_a_hand_with_a_grip_of_its_own_goes_there() -> None:
    from trainer.motion.move import GripText

    posture = build_posture("stand", PostureText(RootSupport.FEET, ""))
    grip = GripText("shank", (9.0, 0.0, -8.0), (0, 0, -1), (-1, 0, 0), owner="own")
    text = MoveText(1, "stand", {"a": "", "b": "knees 20"}, ("b concentric", "a eccentric"), grip={"left": grip})
    move = build_move("x", text, {"stand": posture})
    assert (move.posture.hand("l"), move.posture.hand("r")) == (HandPlace.OWN, HandPlace.FREE)
    assert move.poses["a"]["grip.l.on"] == 1.0
    assert move.poses["a"]["grip.r.on"] == 0.0
    assert move.posture.grips["l"].wrist == (0.09, 0.0, -0.08)
