"""A routine made to last as long as the person has: what gives way, in which order, and what never does."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.core.samples import exercise, routine, variant
from trainer.core.coverage import coverage, least_missed
from trainer.core.exercise import Exercise, Sides
from trainer.core.refit import TOLERANCE, Refit, refit
from trainer.core.refit_changes import ChangeKind, changes
from trainer.core.refit_dials import REST_FLOOR, ROUND_REST_FLOOR, WORK_FLOOR
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.timeline import PhaseKind, Side, Timeline, compile_timeline

MUSCLES = ("rhomboids", "multifidus", "biceps brachii", "quadriceps femoris")
POOL: Mapping[str, Exercise] = {
    "row": exercise("row", primary=("rhomboids",), secondary=("biceps brachii",)),
    "curl": exercise("curl", primary=("biceps brachii",)),
    "fly": exercise("fly", primary=("rhomboids",)),
    "squat": exercise("squat", primary=("quadriceps femoris",)),
    "bird": exercise("bird", primary=("multifidus",), sides=Sides.EACH),
    "march": exercise("march", primary=("quadriceps femoris",)),
    "fold": exercise("fold", primary=("multifidus",), sides=Sides.EACH),
}


def compiled(written: Routine) -> Timeline:
    return compile_timeline(written, POOL)


def fitted(written: Routine, minutes: float) -> Refit:
    return refit(written, minutes * 60, POOL, compiled)


def whole() -> Routine:
    """5 minutes of warm-up, 2 x 4 exercises of a minute with rests, 2:30 of stretch: 23 minutes or so."""
    return Routine(
        format=1,
        id="whole",
        name="Whole",
        blocks=(
            Block(
                BlockKind.WARM_UP, "Warm-up", (Step("march", seconds=140), Step("squat", seconds=140)), optional=True
            ),
            Block(
                BlockKind.STRENGTH,
                "Main",
                tuple(Step(name, seconds=60, rest=30) for name in ("row", "curl", "fly", "bird")),
                rounds=2,
                rest_between_rounds=60,
            ),
            Block(BlockKind.STRETCH, "Stretch", (Step("fold", seconds=60),), optional=True),
        ),
    )


def told(written: Routine, after: Refit) -> list[ChangeKind]:
    return [change.kind for change in changes(written, after.routine, POOL)]


def main(after: Refit) -> Block:
    return after.routine.blocks[1]


class TestShorter:
    def test_as_long_as_it_is_nothing_changes(self) -> None:
        seconds = compiled(whole()).expected_seconds
        result = refit(whole(), seconds, POOL, compiled)
        assert result == Refit(whole(), seconds)
        assert changes(whole(), result.routine, POOL) == ()

    def test_rests_give_way_first(self) -> None:
        minutes = compiled(whole()).expected_seconds / 60 - 2
        result = fitted(whole(), minutes)
        assert result.missing == 0
        assert told(whole(), result) == [ChangeKind.RESTS]
        assert all(REST_FLOOR <= step.rest <= 30 for step in main(result).steps)

    def test_then_a_round_and_work_may_give_a_little_to_keep_it(self) -> None:
        two, one = fitted(whole(), 18), fitted(whole(), 13)
        assert (main(two).rounds, main(one).rounds) == (2, 1)
        assert all((step.seconds or 0) >= 40 for step in main(two).steps), "else a round would have gone"
        assert one.missing == two.missing == 0

    def test_then_what_the_others_train_too(self) -> None:
        result = fitted(whole(), 9.8)
        gone = [change for change in changes(whole(), result.routine, POOL) if change.kind is ChangeKind.LEFT_OUT]
        assert [change.exercise for change in gone] == ["fly"], "the row trains its muscle, and it comes later"
        assert gone[0].covered_by == ("row",)
        assert result.missing == 0

    def test_warm_up_and_stretch_are_whole_until_half_of_the_moves_are_gone(self) -> None:
        for minutes in (18, 13, 9):
            blocks = fitted(whole(), minutes).routine.blocks
            assert (blocks[0].steps, blocks[2].steps) == (whole().blocks[0].steps, whole().blocks[2].steps)
        shortest = fitted(whole(), 5)
        assert shortest.missing == 0
        assert all(any(step.on for step in block.steps) for block in shortest.routine.blocks), "they stay, shorter"

    def test_a_switched_off_block_leaves_its_minutes_to_the_others(self) -> None:
        def without(written: Routine) -> Timeline:
            return compile_timeline(written, POOL, without_blocks={"Warm-up"})

        result = refit(whole(), 600, POOL, without, without_blocks={"Warm-up"})
        assert result.missing == 0
        assert 585 <= without(result.routine).expected_seconds <= 600
        assert result.routine.blocks[0] == whole().blocks[0]

    def test_what_cannot_be_made_that_short_says_by_how_much(self) -> None:
        long = routine(Step("row", open=True), *(Step("curl", reps=1) for _ in range(3)))
        many = replace(long, blocks=long.blocks * 6)
        many = replace(many, blocks=tuple(replace(block, name=f"B{n}") for n, block in enumerate(many.blocks)))
        result = fitted(many, 5)
        assert result.missing == 300 - result.seconds < 0


class TestLonger:
    def test_a_round_more_where_all_of_it_fits(self) -> None:
        result = fitted(whole(), 32)
        assert main(result).rounds == 3
        assert result.missing == 0

    def test_else_work_and_rests_grow_to_their_ceilings(self) -> None:
        result = fitted(whole(), 24)
        assert main(result).rounds == 2
        assert told(whole(), result) in ([ChangeKind.WORK], [ChangeKind.WORK, ChangeKind.RESTS])
        assert result.missing == 0

    def test_where_even_that_is_too_little_it_says_so(self) -> None:
        result = fitted(routine(Step("row", seconds=20)), 90)
        assert result.missing == 5400 - result.seconds > 0


class TestAsked:
    @pytest.mark.parametrize("wanted", [0, -60])
    def test_some_time_must_be_asked_for(self, wanted: float) -> None:
        with pytest.raises(ValueError, match="some time"):
            refit(whole(), wanted, POOL, compiled)

    def test_a_routine_without_steps_stays_empty(self) -> None:
        off = routine(Step("row", seconds=30, on=False))
        assert fitted(off, 5).routine == off


class TestCoverage:
    def test_it_is_the_share_of_prime_movers_others_train(self) -> None:
        assert coverage(POOL["fly"], [POOL["row"]]) == 1
        assert coverage(POOL["curl"], [POOL["row"]]) == 0.5, "the row helps the biceps only half"
        assert coverage(POOL["squat"], [POOL["row"]]) == 0

    def test_of_equals_the_last_is_missed_least(self) -> None:
        assert least_missed([POOL["row"], POOL["fly"], POOL["squat"]], [0, 1, 2]) == 1
        assert least_missed([POOL["row"], POOL["fly"], POOL["squat"]], [0, 2]) == 0


steps = st.builds(
    lambda name, seconds, reps, rest, ready: Step(
        name, seconds=None if reps else seconds, reps=reps, rest=rest, get_ready=ready
    ),
    st.sampled_from([*POOL]),
    st.integers(5, 180),
    st.none() | st.integers(1, 30),
    st.sampled_from([0, 5, 15, 30, 90]),
    st.none() | st.integers(0, 20),
)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    kinds = draw(st.lists(st.sampled_from(list(BlockKind)), min_size=1, max_size=4))
    blocks = tuple(
        Block(
            kind,
            f"Block {n}",
            tuple(draw(st.lists(steps, min_size=1, max_size=6))),
            rounds=draw(st.integers(1, 3)),
            rest_between_rounds=draw(st.sampled_from([0, 20, 60])),
            optional=draw(st.booleans()),
        )
        for n, kind in enumerate(kinds)
    )
    return Routine(format=1, id="any", name="Any", blocks=blocks)


@settings(max_examples=60, deadline=None)
@given(routines(), st.integers(5, 90))
def test_it_fits_or_says_why_not_and_keeps_its_promises(written: Routine, minutes: int) -> None:
    result = fitted(written, minutes)
    timeline = compiled(result.routine)
    assert timeline.expected_seconds == result.seconds
    assert result == fitted(written, minutes), "the same answer every time"
    wanted = minutes * 60
    if result.missing == 0:
        assert result.seconds == compiled(written).expected_seconds or wanted - TOLERANCE <= result.seconds <= wanted
    else:
        assert result.missing == wanted - result.seconds

    left = sum(timeline.expected(p) for p in timeline.phases if p.kind is PhaseKind.WORK and p.side is Side.LEFT)
    right = sum(timeline.expected(p) for p in timeline.phases if p.kind is PhaseKind.WORK and p.side is Side.RIGHT)
    assert left == right

    for before, after in zip(written.blocks, result.routine.blocks, strict=True):
        assert any(step.on for step in after.steps), "every block stays"
        assert after.rest_between_rounds >= min(before.rest_between_rounds, ROUND_REST_FLOOR)
        for old, new in zip(before.steps, after.steps, strict=True):
            assert new.rest >= min(old.rest, REST_FLOOR)
            if old.seconds is not None:
                assert (new.seconds or 0) >= min(old.seconds, WORK_FLOOR)
            assert (old.exercise, old.get_ready, old.reps is None) == (new.exercise, new.get_ready, new.reps is None)


@settings(max_examples=40, deadline=None)
@given(routines(), st.integers(5, 90))
def test_no_change_is_told_twice_and_none_is_hidden(written: Routine, minutes: int) -> None:
    result = fitted(written, minutes)
    said = changes(written, result.routine, POOL)
    assert len({(c.kind, c.block, c.exercise) for c in said if c.kind is not ChangeKind.LEFT_OUT}) == len(
        [c for c in said if c.kind is not ChangeKind.LEFT_OUT]
    )
    assert bool(said) == (result.routine != written) or compiled(result.routine) == compiled(written)


def test_a_form_done_side_by_side_is_measured_as_it_is_done() -> None:
    one_arm = variant("one-arm", 0, sides=Sides.EACH)
    pool = {"press": exercise("press", variants=(one_arm,))}
    written = routine(*(Step("press", seconds=60, rest=20) for _ in range(8)))

    def one_armed(changed: Routine) -> Timeline:
        return compile_timeline(changed, pool, variants={"press": "one-arm"})

    result = refit(written, 480, pool, one_armed)
    assert 465 <= one_armed(result.routine).expected_seconds <= 480
