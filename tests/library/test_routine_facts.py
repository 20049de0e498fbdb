"""What a routine is filtered by is what its card and its timeline say."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.examples import catalogue
from trainer.core.exercise import Impact, LoadTag
from trainer.core.fitting import preflight
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.timeline import compile_timeline
from trainer.library.routine_facts import FactFinder, Region, RoutineFacts, said_regions, types_of
from trainer.ui.library.library_model import card_values
from trainer.ui.widgets.tag import TagKind

KITS: tuple[dict[str, int], ...] = (
    {},
    {"something else": 1},
    {"dumbbell": 1},
    {"dumbbell": 2, "physio-ball": 1, "medicine-ball": 1},
    {"band": 1, "step": 1, "jump-rope": 1},
)
FORMS = sorted((one.id, form) for one in catalogue().exercises.values() for form in ("", *(v.id for v in one.variants)))


def finder(
    owned: Mapping[str, int], variants: Mapping[str, str], scale: float = 1.0, avoid: tuple[LoadTag, ...] = ()
) -> FactFinder:
    known = catalogue()
    return FactFinder(
        known.exercises,
        known.equipment,
        lambda routine: preflight(routine, known.exercises, known.equipment, owned, variants=variants, avoid=avoid),
        variants=variants,
        get_ready_scale=scale,
    )


def facts(routine: Routine, owned: Mapping[str, int] = KITS[1]) -> RoutineFacts:
    return finder(owned, {}).facts(routine)


def shipped(routine_id: str) -> Routine:
    entry = catalogue().routine(routine_id)
    assert entry is not None
    return entry.routine


def check(
    routine: Routine,
    owned: Mapping[str, int],
    variants: Mapping[str, str],
    scale: float,
    avoid: tuple[LoadTag, ...] = (),
) -> None:
    known = catalogue()
    found = finder(owned, variants, scale, avoid).facts(routine)
    fitting = preflight(routine, known.exercises, known.equipment, owned, variants=variants, avoid=avoid)
    plan = compile_timeline(routine, known.exercises, get_ready_scale=scale, variants=variants, fitting=fitting)
    card = card_values(routine, plan, fitting, known.equipment, None, date(2026, 1, 1))
    assert found.minutes == card.minutes
    if fitting.told:
        assert found.possible is (card.tag_kind is not TagKind.CHECK)
        assert found.owned <= (card.tag_kind is TagKind.GOOD)
        assert avoid or found.owned == (card.tag_kind is TagKind.GOOD)


@pytest.mark.parametrize("owned", KITS, ids=str)
@pytest.mark.parametrize("entry", catalogue().routines, ids=lambda entry: entry.routine.id)
def test_shipped_routines_have_the_minutes_and_readiness_of_their_cards(entry: object, owned: dict[str, int]) -> None:
    check(shipped(entry.routine.id), owned, {}, 1.0)  # type: ignore[attr-defined]


@st.composite
def steps(draw: st.DrawFn) -> Step:
    exercise, form = draw(st.sampled_from(FORMS))
    length = draw(st.sampled_from(["seconds", "reps", "open"]))
    return Step(
        exercise,
        seconds=draw(st.integers(5, 120)) if length == "seconds" else None,
        reps=draw(st.integers(1, 30)) if length == "reps" else None,
        open=length == "open",
        variant=form,
        get_ready=draw(st.none() | st.integers(0, 30)),
        rest=draw(st.integers(0, 60)),
        on=draw(st.booleans()),
    )


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    return Block(
        draw(st.sampled_from(BlockKind)),
        draw(st.sampled_from(["Warm-up", "Main", "Stretch"])),
        tuple(draw(st.lists(steps(), min_size=1, max_size=4))),
        rounds=draw(st.integers(1, 3)),
        rest_between_rounds=draw(st.integers(0, 90)),
        optional=draw(st.booleans()),
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(blocks(), min_size=1, max_size=4),
    st.sampled_from(KITS),
    st.dictionaries(
        st.sampled_from([one for one, _ in FORMS]), st.sampled_from([form for _, form in FORMS]), max_size=5
    ),
    st.sampled_from([0.5, 1.0, 1.25, 3.0]),
    st.just(()) | st.lists(st.sampled_from(LoadTag), max_size=3).map(tuple),
)
def test_any_routine_has_the_minutes_and_readiness_of_its_card(
    of: list[Block], owned: dict[str, int], variants: dict[str, str], scale: float, avoid: tuple[LoadTag, ...]
) -> None:
    check(Routine(1, "any", "Any", tuple(of)), owned, variants, scale, avoid)


@pytest.mark.parametrize(
    ("focus", "regions"),
    [
        (("lower back", "core"), {Region.BACK, Region.CORE}),
        (("whole back",), {Region.BACK}),
        (("Upper Body",), {Region.UPPER_BODY}),
        (("full body",), {Region.FULL_BODY}),
        (("heart", "legs"), {Region.HEART, Region.LOWER_BODY}),
        (("balance",), set()),
        (("the whole week",), set()),
    ],
)
def test_what_a_focus_says(focus: tuple[str, ...], regions: set[Region]) -> None:
    assert said_regions(focus) == regions


def test_the_back_workout_is_for_the_back_by_its_name() -> None:
    assert Region.BACK in facts(shipped("upper-and-lower-back")).regions


def test_a_routine_that_says_nothing_is_for_what_it_works() -> None:
    legs = Block(BlockKind.STRENGTH, "Main", (Step("squat", seconds=60), Step("plank", seconds=20)))
    heart = Block(BlockKind.CARDIO, "Main", (Step("jumping_jack", seconds=60),))
    assert facts(Routine(1, "a", "Tuesday", (legs,))).regions == {Region.LOWER_BODY}
    assert Region.HEART in facts(Routine(1, "b", "Friday", (heart,))).regions
    assert types_of(Routine(1, "b", "Friday", (heart,))) == {"cardio"}


def test_an_author_may_say_that_it_is_low_impact() -> None:
    jumps = Block(BlockKind.CARDIO, "Main", (Step("jumping_jack", seconds=60),))
    assert facts(Routine(1, "a", "A", (jumps,))).impact is Impact.HIGH
    assert facts(Routine(1, "a", "A", (jumps,), type=("Low impact",))).impact is Impact.LOW


@pytest.mark.parametrize(("routine", "free"), [("floor-only", True), ("desk-day-undo", True), ("strong-legs", False)])
def test_what_needs_no_equipment(routine: str, free: bool) -> None:
    assert facts(shipped(routine)).free is free


def test_nobody_asked_what_they_own_can_do_what_needs_nothing() -> None:
    assert facts(shipped("floor-only"), {}).owned
    assert not facts(shipped("strong-legs"), {}).owned
