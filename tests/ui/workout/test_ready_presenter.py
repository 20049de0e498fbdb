"""What stands on the Ready page and what Start runs agree, whatever the person chose."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.examples import catalogue
from tests.ui.workout.running import shipped
from trainer.core.exercise import Sides
from trainer.core.preferences import Preferences
from trainer.core.timeline import PhaseKind, Side, Timeline
from trainer.ui.workout.ready_presenter import ReadyPresenter

ROUTINES = ("upper-and-lower-back", "gentle-back", "floor-only", "desk-day-undo", "back-in-ten-minutes")


def presenter(preferences: Preferences | None = None, routine: str = "upper-and-lower-back") -> ReadyPresenter:
    made = ReadyPresenter(catalogue().exercises, catalogue().equipment)
    made.set_preferences(preferences or Preferences())
    made.choose(shipped(routine))
    return made


def test_before_a_choice_there_is_nothing() -> None:
    made = ReadyPresenter(catalogue().exercises, catalogue().equipment)
    assert (made.routine, made.values(), made.timeline()) == (None, None, None)


def test_the_plan_has_every_block_and_start_runs_those_that_are_on() -> None:
    off = Preferences(switched_off_blocks={"upper-and-lower-back": ["Warm-up", "Main", "nonsense"]})
    made = presenter(off)
    values, timeline = made.values(), made.timeline()
    assert values is not None
    assert timeline is not None
    assert [block.name for block in values.plan.blocks] == ["Warm-up", "Main", "Stretch"]
    assert values.off == {"Warm-up"}, "what is not optional stays"
    assert [block.name for block in timeline.blocks] == ["Main", "Stretch"]
    whole = next(block for block in values.plan.blocks if block.name == "Main")
    assert whole.rounds == 2
    main = sum(p.seconds or 0 for p in timeline.phases if timeline.blocks[timeline.steps[p.step].block].name == "Main")
    assert main == 1500


def test_the_starting_side_the_scale_and_the_forms_are_the_persons() -> None:
    form = next(v.id for v in catalogue().exercises["russian_twist"].variants if v.level < 0)
    plain = presenter().timeline()
    mine = presenter(
        Preferences(starts_left={"upper-and-lower-back": False}, get_ready_scale=2.0, variants={"russian_twist": form})
    ).timeline()
    assert plain is not None
    assert mine is not None
    assert (plain.first_side, mine.first_side) == (Side.LEFT, Side.RIGHT)

    def ready(timeline: Timeline) -> float:
        return sum(phase.seconds or 0 for phase in timeline.phases if phase.kind is PhaseKind.GET_READY)

    assert ready(mine) == 2 * ready(plain)
    twist = next(step for step in mine.steps if step.exercise == "russian_twist")
    assert twist.ladder[twist.rung].variant == form


def test_a_level_moves_the_forms_for_today_and_not_the_preferences() -> None:
    made = presenter()
    levels: dict[int, list[int]] = {}
    for level in (-1, 0, 1):
        made.set_level(level)
        timeline, values = made.timeline(), made.values()
        assert timeline is not None
        assert values is not None
        assert values.level == level
        levels[level] = [step.ladder[step.rung].level for step in timeline.steps]
    assert sum(levels[-1]) < sum(levels[0]) < sum(levels[1])
    made.choose(shipped("gentle-back"))
    values = made.values()
    assert values is not None
    assert values.level == 0, "another routine begins as written"
    made.set_level(1)
    made.choose(shipped("gentle-back"))
    values = made.values()
    assert values is not None
    assert values.level == 1, "the same one keeps it"


def test_a_routine_of_which_nothing_is_left_does_not_start() -> None:
    routine = shipped("upper-and-lower-back")
    blocks = tuple(
        msgspec.structs.replace(block, steps=tuple(msgspec.structs.replace(step, on=False) for step in block.steps))
        for block in routine.blocks
    )
    made = presenter()
    made.choose(msgspec.structs.replace(routine, blocks=blocks))
    assert made.timeline() is None


@given(
    st.sampled_from(ROUTINES),
    st.sampled_from([-1, 0, 1]),
    st.dictionaries(st.sampled_from(sorted(catalogue().equipment)), st.integers(0, 2)),
    st.floats(0.5, 3.0),
    st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_what_is_shown_is_what_runs(routine: str, level: int, owned: dict[str, int], scale: float, left: bool) -> None:
    made = presenter(Preferences(owned=owned, get_ready_scale=scale, starts_left={routine: left}), routine)
    made.set_level(level)
    values, timeline = made.values(), made.timeline()
    assert values is not None
    if timeline is None:
        assert not values.plan.phases
        return
    assert timeline == values.plan, "nothing is switched off"
    at_hand = {item for item, count in owned.items() if count}
    for step in timeline.steps:
        for gear in step.ladder[step.rung].gear:
            thing = catalogue().equipment.get(gear.item)
            named = not gear.item or not at_hand or gear.item in at_hand
            assert named or (thing is not None and (thing.household or thing.kind.value == "space")), gear
    windows = [p for p in timeline.phases if p.kind is PhaseKind.WORK]
    each = sum(2 if step.sides is Sides.EACH and (step.seconds or step.reps) else 1 for step in timeline.steps)
    assert len(windows) == each
