"""The pose language: what a sentence sets, and what is said of one that can't be read."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.motion.channels import PARTS, PLURALS, all_channels, mirrored_channels
from trainer.motion.pose_language import PoseError, PoseFault, read_pose

NEUTRAL = all_channels()


def read(sentence: str) -> dict[str, float]:
    """Only what the sentence changed."""
    return {name: value for name, value in read_pose(sentence, {}, NEUTRAL).items() if value != NEUTRAL[name]}


def test_a_part_without_a_side_means_both() -> None:
    assert read("knees 20") == {"knee.l.flex": 20.0, "knee.r.flex": 20.0}
    assert read("left knee 20") == {"knee.l.flex": 20.0}


def test_a_bare_number_is_the_main_motion_and_others_are_named() -> None:
    assert read("right shoulder 70 plane 45 in 30") == {
        "shoulder.r.raise": 70.0,
        "shoulder.r.plane": 45.0,
        "shoulder.r.rotation": -30.0,
    }


def test_opposite_words_change_the_sign() -> None:
    assert read("lumbar extend 12; scapulae retract 8; ankles point 40")["lumbar.flex"] == -12.0


def test_the_spine_shares_its_bend_between_its_regions() -> None:
    changed = read("spine twist 40")
    assert changed == {"lumbar.twist": pytest.approx(6.0), "thorax.twist": pytest.approx(34.0)}


def test_like_and_mirror_start_from_another_pose() -> None:
    left = read_pose("left hip 30; thorax twist 20; hold y 4", {}, NEUTRAL)
    right = read_pose("mirror a; knees 9", {"a": left}, NEUTRAL)
    assert right["hip.r.flex"] == 30.0
    assert right["hip.l.flex"] == 0.0
    assert right["thorax.twist"] == -20.0
    assert right["hold.y"] == -4.0
    assert right["knee.l.flex"] == 9.0
    assert read_pose("like a", {"a": left}, NEUTRAL) == left


@pytest.mark.parametrize(
    ("sentence", "fault", "clause", "word"),
    [
        ("knees 9; shulder 3", PoseFault.UNKNOWN_PART, "shulder 3", "shulder"),
        ("knee bend 3", PoseFault.UNKNOWN_MOTION, "knee bend 3", "bend"),
        ("knee flex", PoseFault.NUMBER_MISSING, "knee flex", "flex"),
        ("knee flex 3 out", PoseFault.NUMBER_MISSING, "knee flex 3 out", "out"),
        ("knee 4000", PoseFault.NUMBER_TOO_LARGE, "knee 4000", "4000"),
        ("knee nan", PoseFault.NUMBER_TOO_LARGE, "knee nan", "nan"),
        ("knee -inf", PoseFault.NUMBER_TOO_LARGE, "knee -inf", "-inf"),
        ("left", PoseFault.UNKNOWN_PART, "left", "left"),
        ("knee", PoseFault.NO_MOTION, "knee", "knee"),
        ("left pelvis 3", PoseFault.NO_SIDES, "left pelvis 3", "pelvis"),
        ("left spine 3", PoseFault.NO_SIDES, "left spine 3", "spine"),
        ("like", PoseFault.UNKNOWN_POSE, "like", "like"),
        ("like b", PoseFault.UNKNOWN_POSE, "like b", "b"),
        ("spine turn 3", PoseFault.UNKNOWN_MOTION, "spine turn 3", "turn"),
    ],
)
def test_a_clause_that_cannot_be_read_is_named(sentence: str, fault: PoseFault, clause: str, word: str) -> None:
    with pytest.raises(PoseError) as caught:
        read_pose(sentence, {}, NEUTRAL)
    assert (caught.value.fault, caught.value.clause, caught.value.word) == (fault, clause, word)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(PoseError):
        assert read_pose(text, {}, NEUTRAL).keys() == NEUTRAL.keys()


@given(st.dictionaries(st.sampled_from(sorted(NEUTRAL)), st.floats(-90, 90), max_size=12))
def test_mirrored_twice_is_the_same(changes: dict[str, float]) -> None:
    pose = {**NEUTRAL, **changes}
    assert mirrored_channels(mirrored_channels(pose)) == pose


def test_every_word_of_every_part_sets_a_channel_there_is() -> None:
    for name, part in PARTS.items():
        for motion in part.motions:
            assert read_pose(f"{name} {motion} 11", {}, NEUTRAL).keys() == NEUTRAL.keys()
        assert part.main in part.motions
    assert set(PLURALS.values()) == {name for name, part in PARTS.items() if part.paired}
