"""Every joint of the table of ranges is watched, and no wider than the table says."""

import pytest

from trainer.motion.limits import RANGES, beyond_limits

# The table: joint and motion, the widest that is drawn (degrees), and the end of the range that watches it.
TABLE = {
    ("elbow", "flexion"): (150, "elbow.flex", 1),
    ("elbow", "extension"): (5, "elbow.flex", 0),
    ("forearm", "pronation"): (85, "forearm.pronate", 1),
    ("forearm", "supination"): (90, "forearm.pronate", 0),
    ("wrist", "flexion"): (80, "wrist.flex", 1),
    ("wrist", "extension"): (90, "wrist.flex", 0),
    ("wrist", "radial deviation"): (25, "wrist.deviate", 0),
    ("wrist", "ulnar deviation"): (40, "wrist.deviate", 1),
    ("shoulder", "flexion and abduction"): (180, "shoulder.raise", 1),
    ("shoulder", "medial rotation"): (80, "shoulder.rotation", 0),
    ("shoulder", "lateral rotation"): (95, "shoulder.rotation", 1),
    ("cervical", "flexion"): (60, "cervical.flex", 1),
    ("cervical", "extension"): (65, "cervical.flex", 0),
    ("cervical", "lateral flexion"): (45, "cervical.bend", 1),
    ("cervical", "rotation"): (80, "cervical.twist", 1),
    ("thoracic", "flexion"): (35, "thoracic.flex", 1),
    ("thoracic", "extension"): (25, "thoracic.flex", 0),
    ("thoracic", "lateral flexion"): (25, "thoracic.bend", 1),
    ("thoracic", "rotation"): (35, "thoracic.twist", 1),
    ("lumbar", "flexion"): (60, "lumbar.flex", 1),
    ("lumbar", "extension"): (25, "lumbar.flex", 0),
    ("lumbar", "lateral flexion"): (25, "lumbar.bend", 1),
    ("lumbar", "rotation"): (7, "lumbar.twist", 1),
    ("thoracolumbar", "flexion"): (85, "thoracolumbar.flex", 1),
    ("thoracolumbar", "lateral flexion"): (35, "thoracolumbar.bend", 1),
    ("thoracolumbar", "rotation"): (45, "thoracolumbar.twist", 1),
    ("hip", "flexion"): (125, "hip.flex", 1),
    ("hip", "extension"): (20, "hip.flex", 0),
    ("hip", "abduction"): (45, "hip.abduct", 1),
    ("hip", "adduction"): (30, "hip.abduct", 0),
    ("hip", "medial rotation"): (45, "hip.rotation", 0),
    ("hip", "lateral rotation"): (50, "hip.rotation", 1),
    ("knee", "flexion"): (150, "knee.flex", 1),
    ("knee", "extension"): (5, "knee.flex", 0),
    ("ankle", "inversion"): (35, "ankle.invert", 1),
    ("ankle", "eversion"): (20, "ankle.invert", 0),
}
# Wider than the table, each with its reason in limits.py: a standing foot is bent by the body's weight, the figure's
# foot has no joints in its middle, a bow shares extension out over the whole spine.
WIDER = {
    ("ankle", "dorsiflexion"): (38, "ankle.dorsi", 1),
    ("ankle", "plantarflexion"): (75, "ankle.dorsi", 0),
    ("thoracolumbar", "extension"): (40, "thoracolumbar.flex", 0),
}


@pytest.mark.parametrize(("row", "watched"), [*TABLE.items(), *WIDER.items()], ids=str)
def test_a_row_of_the_table_is_watched(row: tuple[str, str], watched: tuple[float, str, int]) -> None:
    degrees, name, end = watched
    assert abs(RANGES[name][end]) <= degrees, row
    joint, motion = name.split(".")
    side = "" if joint in {"cervical", "thoracic", "lumbar", "thoracolumbar"} else ".l"
    beyond = (degrees + 1.0) * (1.0 if end else -1.0)
    angles = {f"{joint}{side}.{motion}": beyond, "shoulder.l.raise": 10.0} if joint == "shoulder" else {}
    angles |= {f"{joint}{side}.{motion}": beyond}
    assert [found.joint for found in beyond_limits(angles)] == [f"{joint}{side}.{motion}"]


@pytest.mark.parametrize(
    ("plane", "lift", "allowed"),
    [
        (130.0, 90.0, True),
        (132.0, 90.0, False),
        (-45.0, 90.0, True),
        (-47.0, 90.0, False),
        (-90.0, 60.0, True),
        (-90.0, 62.0, False),
        (-90.0, 20.0, True),
    ],
)
def test_an_arm_goes_back_and_across_so_far(plane: float, lift: float, allowed: bool) -> None:
    """Horizontal adduction 130, horizontal abduction 45, extension 60."""
    found = beyond_limits({"shoulder.l.plane": plane, "shoulder.l.raise": lift})
    assert (found == []) is allowed
