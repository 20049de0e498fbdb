"""A routine compiled: which phases, how long, in which form."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.samples import BOW_LUNGE_FLY, EQUIPMENT, EXERCISES, exercise, routine, timeline, variant
from trainer.core.exercise import Mode, Need, Sides, Tempo
from trainer.core.fitting import preflight
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.timeline import PhaseKind, Side, Timeline, compile_timeline
from trainer.library.catalogue import load_catalogue

REST, READY, WORK, SWITCH = PhaseKind.REST, PhaseKind.GET_READY, PhaseKind.WORK, PhaseKind.SWITCH_SIDES
RESOURCES = Path(__file__).parents[2] / "resources"


def shape(compiled: Timeline) -> list[tuple[PhaseKind, int, float | None]]:
    return [(phase.kind, phase.step, phase.seconds) for phase in compiled.phases]


def readies(*steps: Step, **options: float) -> list[float | None]:
    compiled = compile_timeline(routine(*steps), EXERCISES, **options)  # type: ignore[arg-type]
    return [phase.seconds for phase in compiled.phases if phase.kind is READY]


def test_phases_of_a_step_are_contiguous_and_a_rest_belongs_to_the_step_that_follows() -> None:
    compiled = timeline(*BOW_LUNGE_FLY)
    assert shape(compiled) == [
        (READY, 0, 5.0),
        (WORK, 0, 30.0),
        (REST, 1, 10.0),
        (READY, 1, 5.0),
        (WORK, 1, 20.0),
        (SWITCH, 1, 5.0),
        (WORK, 1, 20.0),
        (READY, 2, 5.0),
        (WORK, 2, 40.0),
    ]
    assert [phase.index for phase in compiled.phases] == list(range(9))
    assert (compiled.phases[2].rests_from, compiled.phases[2].counts_for) == (0, 0)
    assert compiled.phases[3].counts_for == 1
    assert compiled.expected_seconds == 140.0


def test_between_rounds_the_blocks_rest_stands_in_for_the_last_steps_own() -> None:
    compiled = timeline(
        Step("bow", seconds=30, get_ready=0, rest=7),
        Step("swim", seconds=30, get_ready=0, rest=9),
        rounds=2,
        rest_between_rounds=60,
    )
    assert [phase.seconds for phase in compiled.phases if phase.kind is REST] == [7.0, 60.0, 7.0]
    assert [(step.round, step.place) for step in compiled.steps] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_no_rest_between_rounds_leaves_none() -> None:
    compiled = timeline(Step("bow", seconds=30, get_ready=0, rest=9), rounds=3)
    assert shape(compiled) == [(WORK, 0, 30.0), (WORK, 1, 30.0), (WORK, 2, 30.0)]


def test_the_last_steps_rest_leads_into_the_next_block_and_nothing_follows_the_last() -> None:
    first = Block(BlockKind.WARM_UP, "Warm-up", (Step("bow", seconds=30, get_ready=0, rest=12),))
    second = Block(BlockKind.STRENGTH, "Main", (Step("swim", seconds=30, get_ready=0, rest=99),))
    compiled = compile_timeline(Routine(1, "r", "R", (first, second)), EXERCISES)
    assert shape(compiled) == [(WORK, 0, 30.0), (REST, 1, 12.0), (WORK, 1, 30.0)]
    assert [step.block for step in compiled.steps] == [0, 1]


def test_what_is_switched_off_vanishes_with_its_rest() -> None:
    off = Step("swim", seconds=30, rest=50, on=False)
    warm_up = Block(BlockKind.WARM_UP, "Warm-up", (Step("swim", seconds=30),), optional=True)
    main = Block(BlockKind.STRENGTH, "Main", (off, Step("bow", seconds=30, get_ready=0)))
    empty = Block(BlockKind.STRETCH, "Stretch", (off,))
    compiled = compile_timeline(Routine(1, "r", "R", (warm_up, main, empty)), EXERCISES, without_blocks={"Warm-up"})
    assert shape(compiled) == [(WORK, 0, 30.0)]
    assert [block.name for block in compiled.blocks] == ["Main"]
    assert (compiled.steps[0].block, compiled.steps[0].place) == (0, 0)


def test_nothing_left_to_do_is_a_timeline_without_phases() -> None:
    compiled = compile_timeline(routine(Step("bow", seconds=30, on=False)), EXERCISES)
    assert (compiled.phases, compiled.steps, compiled.blocks) == ((), (), ())
    assert compiled.expected_seconds == 0.0


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        compile_timeline(routine(Step("nonsense", seconds=30)), EXERCISES)


class TestGetReady:
    def test_grows_with_the_change(self) -> None:
        bow, swim, lunge = (Step(name, seconds=30) for name in ("bow", "swim", "lunge"))
        fly = Step("fly", seconds=30)
        assert readies(bow, swim, lunge, fly) == [10, 5, 10, 15]
        assert readies(fly, lunge, fly) == [15, 5, 15]

    def test_equipment_still_at_hand_is_not_new(self) -> None:
        fly = Step("fly", seconds=30)
        assert readies(fly, fly) == [15, 5]

    def test_a_place_to_go_to_is_new_equipment_and_what_may_be_left_out_is_not(self) -> None:
        exercises = {
            "wall": exercise("wall", needs=(Need("wall"),)),
            "mat": exercise("mat", needs=(Need("ball", optional=True),)),
        }
        compiled = compile_timeline(routine(Step("mat", seconds=30), Step("wall", seconds=30)), exercises)
        assert [phase.seconds for phase in compiled.phases if phase.kind is READY] == [10, 15]

    def test_the_routines_own_goes_before_and_all_are_scaled_to_whole_seconds(self) -> None:
        own = Step("bow", seconds=30, get_ready=7)
        assert readies(own, Step("swim", seconds=30)) == [7, 5]
        assert readies(own, Step("swim", seconds=30), get_ready_scale=1.5) == [11, 8]  # 10.5, 7.5: halves up
        assert readies(own, get_ready_scale=0.0) == []
        assert readies(Step("bow", seconds=30, get_ready=0), get_ready_scale=3.0) == []

    def test_the_switch_is_scaled_too(self) -> None:
        def switches(scale: float) -> list[float | None]:
            compiled = compile_timeline(routine(Step("lunge", seconds=30)), EXERCISES, get_ready_scale=scale)
            return [phase.seconds for phase in compiled.phases if phase.kind is SWITCH]

        assert (switches(1.0), switches(2.0), switches(0.0)) == ([5.0], [10.0], [])


class TestSides:
    def test_each_side_has_its_full_window_and_the_first_alternates(self) -> None:
        left, right = (timeline(Step("lunge", seconds=30), start_left=left) for left in (True, False))
        assert [phase.side for phase in left.phases] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]
        assert [phase.side for phase in right.phases] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]
        assert [phase.seconds for phase in left.phases if phase.kind is WORK] == [30.0, 30.0]

    def test_repetitions_are_done_on_each_side(self) -> None:
        compiled = timeline(Step("lunge", reps=8, get_ready=0))
        assert [phase.seconds for phase in compiled.phases] == [None, 5.0, None]
        assert (compiled.steps[0].reps, compiled.steps[0].estimate) == (8, 32.0)

    def test_an_open_ended_step_is_one_window(self) -> None:
        compiled = timeline(Step("lunge", open=True, get_ready=0))
        assert [(phase.kind, phase.seconds, phase.side) for phase in compiled.phases] == [(WORK, None, None)]

    @pytest.mark.parametrize(("seconds", "each"), [(60, 30.0), (45, 23.0), (30, 20.0)])
    def test_a_bilateral_step_done_side_by_side_shares_its_window(self, seconds: int, each: float) -> None:
        compiled = timeline(Step("fly", seconds=seconds, variant="one-arm", get_ready=0))
        assert [phase.seconds for phase in compiled.phases] == [each, 5.0, each]
        assert compiled.steps[0].seconds == each
        assert compiled.steps[0].sides is Sides.EACH

    def test_shared_repetitions_are_even(self) -> None:
        assert timeline(Step("fly", reps=9, variant="one-arm")).steps[0].reps == 5

    def test_a_unilateral_exercise_in_a_form_for_both_sides_is_one_window(self) -> None:
        compiled = timeline(Step("lunge", seconds=30, variant="both-legs", get_ready=0))
        assert shape(compiled) == [(WORK, 0, 30.0)]


class TestEstimates:
    def test_come_from_repetitions_and_tempo_of_the_form(self) -> None:
        assert timeline(Step("fly", reps=10)).steps[0].estimate == 40.0
        assert timeline(Step("fly", reps=10, variant="slow")).steps[0].estimate == 80.0
        assert timeline(Step("swim", reps=10)).steps[0].estimate == 15.0

    def test_where_nothing_is_given_are_ours(self) -> None:
        exercises = {"hold": exercise("hold", mode=Mode.HOLD, tempo=Tempo())}
        assert compile_timeline(routine(Step("hold", reps=4)), exercises).steps[0].estimate == 12.0
        assert compile_timeline(routine(Step("hold", open=True)), exercises).steps[0].estimate == 60.0


class TestLadder:
    def test_runs_from_the_easiest_to_the_hardest_with_the_form_as_written(self) -> None:
        step = timeline(Step("fly", seconds=30)).steps[0]
        assert [(rung.variant, rung.level, rung.met.value) for rung in step.ladder] == [
            ("seated", -1, 3.0),
            ("", 0, 3.5),
            ("slow", 1, 6.0),
        ]
        assert step.ladder[step.rung].variant == ""

    def test_a_form_of_the_same_effort_stands_on_it_only_when_chosen(self) -> None:
        step = timeline(Step("fly", seconds=30, variant="one-arm")).steps[0]
        assert [rung.variant for rung in step.ladder] == ["seated", "one-arm", "slow"]
        assert step.rung == 1

    def test_the_form_remembered_goes_before_the_routines(self) -> None:
        def planned(in_routine: str, **remembered: str) -> str:
            sample = routine(Step("fly", seconds=30, variant=in_routine))
            step = compile_timeline(sample, EXERCISES, variants=remembered).steps[0]
            return step.ladder[step.rung].variant

        assert planned("seated") == "seated"
        assert planned("seated", fly="slow") == "slow"
        assert planned("seated", fly="") == ""
        assert planned("", fly="gone since the last version") == ""

    def test_has_only_what_the_person_can_do(self) -> None:
        exercises = {
            "press": exercise("press", variants=(variant("easy", -1), variant("loaded", 1, needs=(Need("ball"),))))
        }
        sample = routine(Step("press", seconds=30, variant="loaded"))
        fitting = preflight(sample, exercises, EQUIPMENT, {"band": 1})
        step = compile_timeline(sample, exercises, fitting=fitting).steps[0]
        assert [rung.variant for rung in step.ladder] == ["easy", ""]
        assert step.ladder[step.rung].variant == ""


class TestFitting:
    def test_what_cannot_be_done_is_not_planned(self) -> None:
        exercises = {"bow": EXERCISES["bow"], "ball": exercise("ball", needs=(Need("ball"),))}
        sample = routine(Step("ball", seconds=30, rest=50), Step("bow", seconds=30, get_ready=0))
        fitting = preflight(sample, exercises, EQUIPMENT, {"band": 1})
        assert shape(compile_timeline(sample, exercises, fitting=fitting)) == [(WORK, 0, 30.0)]

    def test_the_form_that_fits_is_planned_and_its_gear_is_named(self) -> None:
        sample = routine(Step("fly", seconds=60), Step("bow", seconds=30), Step("fly", seconds=60))
        fitting = preflight(sample, EXERCISES, EQUIPMENT, {"dumbbell": 1})
        compiled = compile_timeline(sample, EXERCISES, fitting=fitting)
        rungs = [step.rung for step in compiled.steps]
        assert compiled.steps[0].ladder[rungs[0]].variant == "one-arm"
        assert [(gear.item, gear.count) for gear in compiled.gear_to_fetch(0, rungs)] == [("dumbbell", 1)]
        assert compiled.gear_to_fetch(1, rungs) == ()
        assert [gear.item for gear in compiled.gear_to_fetch(2, rungs)] == ["dumbbell"]


@given(
    st.lists(
        st.builds(
            Step,
            exercise=st.sampled_from(sorted(EXERCISES)),
            seconds=st.integers(1, 90),
            variant=st.sampled_from(["", "one-arm", "slow", "both-legs"]),
            get_ready=st.none() | st.integers(0, 30),
            rest=st.integers(0, 90),
            on=st.booleans(),
        ),
        max_size=6,
    ),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.5, 1.0, 3.0]),
)
def test_any_routine_compiles_to_a_sound_timeline(steps: list[Step], rounds: int, scale: float) -> None:
    sample = routine(*steps, rounds=rounds, rest_between_rounds=20)
    compiled = compile_timeline(sample, EXERCISES, get_ready_scale=scale)
    assert len(compiled.steps) == rounds * sum(step.on for step in steps)
    assert [phase.index for phase in compiled.phases] == list(range(len(compiled.phases)))
    assert [phase.step for phase in compiled.phases] == sorted(phase.step for phase in compiled.phases)
    assert all(phase.seconds is not None and phase.seconds > 0 for phase in compiled.phases)
    assert not compiled.phases or compiled.phases[0].kind is not REST
    order = [REST, READY, WORK, SWITCH, WORK]
    for step in compiled.steps:
        kinds = [phase.kind for phase in compiled.phases_of(step.index)]
        assert kinds == [kind for n, kind in enumerate(order) if kind in kinds and (n < 4 or kinds.count(WORK) == 2)]
        work = [phase.seconds for phase in compiled.phases_of(step.index) if phase.kind is WORK]
        assert len(set(work)) == 1  # left = right
        assert 0 <= step.rung < len(step.ladder)
        assert [rung.level for rung in step.ladder] == sorted(rung.level for rung in step.ladder)


def test_the_back_workout_is_twenty_five_minutes_to_the_second(tmp_path: Path) -> None:
    catalogue = load_catalogue(RESOURCES, tmp_path / "routines", tmp_path / "cache")
    entry = catalogue.routine("upper-and-lower-back")
    assert entry is not None
    optional = {block.name for block in entry.routine.blocks if block.optional}
    main = compile_timeline(entry.routine, catalogue.exercises, without_blocks=optional)
    assert len(main.steps) == 16
    assert main.expected_seconds == 1500.0
    assert sum(phase.seconds or 0 for phase in main.phases if phase.kind is WORK) == 960.0
    fitting = preflight(entry.routine, catalogue.exercises, catalogue.equipment, {})
    assert compile_timeline(entry.routine, catalogue.exercises, without_blocks=optional, fitting=fitting) == main
