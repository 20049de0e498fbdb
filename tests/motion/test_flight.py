"""Flight: a body off the floor is a thrown one, and lands without a jolt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.motion.channels import all_channels
from trainer.motion.checks import measure
from trainer.motion.cycle import Cycle
from trainer.motion.move import Move, Step
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.stills import Stills

GRAVITY = 9.81
ON_FLOOR = {"root.z": -7.0, "knee.l.flex": 20.0, "knee.r.flex": 20.0, "foot.l.heel": 18.0, "foot.r.heel": 18.0}


def hopping(**landing: float) -> Cycle:
    """From a pose on the toes through the air to another, and back through a low one."""
    toes = all_channels() | ON_FLOOR
    poses = {"up": toes, "land": toes | {name.replace("_", "."): value for name, value in landing.items()}}
    poses["low"] = poses["land"] | {"root.z": -14.0, "foot.l.heel": 0.0, "foot.r.heel": 0.0}
    steps = (Step("land", "cycle", 0.3, flight=True), Step("low", "cycle", 0.3), Step("up", "cycle", 0.4))
    return Cycle(Move("hop", Posture("steps", RootSupport.STEPS, {}), poses, steps), {"cycle": 1.0})


def heights(cycle: Cycle, count: int = 60) -> list[float]:
    flight = cycle.segments[0]
    return [cycle.channels_at(flight.start + flight.seconds * i / count)["root.z"] / 100.0 for i in range(count)]


@given(st.floats(0.2, 0.5))
def test_in_flight_the_height_follows_gravity(seconds: float) -> None:
    cycle = Cycle(hopping().move, {"cycle": seconds / 0.3})
    z, step = heights(cycle), seconds / 60
    for before, now, after in zip(z, z[1:], z[2:], strict=False):
        assert (before - 2.0 * now + after) / step**2 == pytest.approx(-GRAVITY, rel=1e-3)
    assert max(z) - z[0] == pytest.approx(GRAVITY * seconds**2 / 8.0, rel=1e-2)


def test_whoever_jumps_down_falls_farther() -> None:
    z = heights(hopping(root_z=-12.0))
    assert z[-1] < z[0]
    assert z.index(max(z)) < 30


def test_both_feet_leave_the_floor_and_land_elsewhere_without_a_jolt() -> None:
    cycle = hopping(foot_l_y=24.0, foot_r_y=24.0)
    middle = cycle.pose_at(0.15)
    assert min(middle.origins[f"toes.{side}"][2] for side in "lr") > 0.08
    found = measure(cycle)
    assert found.speed_jump <= 0.01
    assert found.slip <= 0.001
    assert found.miss <= 0.002


def test_flight_is_flight_and_nothing_else() -> None:
    cycle = hopping()
    assert cycle.flies
    assert cycle.is_in_flight(0.1)
    assert not cycle.is_in_flight(0.5)
    standing = Cycle(Move("bow", cycle.move.posture, cycle.move.poses, (Step("low", "cycle"), Step("up", "cycle"))), {})
    assert not standing.flies


def test_no_still_of_a_jump_stands_for_another_moment() -> None:
    cycle = hopping()
    stills = Stills(cycle, 30.0)
    for i in range(90):
        shown = cycle.channels_at(stills.moments[stills.index_at(i / 90)])["root.z"]
        assert abs(shown - cycle.channels_at(i / 90)["root.z"]) < 4.0
