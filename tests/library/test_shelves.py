"""Shelves: search, filters and orders together, over what comes with the program."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.examples import catalogue
from trainer.core.balance import MuscleGroup
from trainer.core.exercise import LoadTag, Posture
from trainer.core.fitting import Fitting, preflight
from trainer.core.routine import Routine
from trainer.library.filters import ExerciseFilters, Jumps, Kit, Level, RoutineFilters, RoutineOrder
from trainer.library.routine_facts import Region
from trainer.library.shelves import ExerciseShelf, RoutineShelf

KNOWN = catalogue()
IDS = tuple(entry.routine.id for entry in KNOWN.routines)


def fit(owned: Mapping[str, int]) -> object:
    def fitted(routine: Routine) -> Fitting:
        return preflight(routine, KNOWN.exercises, KNOWN.equipment, owned)

    return fitted


def routines(owned: Mapping[str, int] = {"mat": 1}) -> RoutineShelf:
    every = [entry.routine for entry in KNOWN.routines]
    return RoutineShelf(every, KNOWN.exercises, KNOWN.equipment, fit(owned))  # type: ignore[arg-type]


def exercises(owned: Mapping[str, int] = {"mat": 1}) -> ExerciseShelf:
    return ExerciseShelf(KNOWN.exercises, KNOWN.equipment, fit(owned))  # type: ignore[arg-type]


SHELF, BROWSER = routines(), exercises()


# routines


def test_nothing_asked_shows_everything() -> None:
    found = SHELF.find()
    assert sorted(found.ids) == sorted(IDS)
    assert found.hidden == 0


def test_fifteen_minutes_for_the_back_without_equipment() -> None:
    wanted = RoutineFilters(minutes=15, region=Region.BACK, kit=Kit.NONE)
    found = SHELF.find("", wanted)
    assert "core-in-ten" in found.ids
    assert "morning-ten" in found.ids
    assert "upper-and-lower-back" not in found.ids
    assert "strong-legs" not in found.ids
    for one in found.ids:
        facts = SHELF.facts(one)
        assert facts.minutes <= 15
        assert facts.free
        assert Region.BACK in facts.regions
    assert found.hidden == len(IDS) - len(found.ids)


@pytest.mark.parametrize(
    ("query", "routine"),
    [
        ("back ten", "back-in-ten-minutes"),
        ("DESK day", "desk-day-undo"),
        ("jump rope", "rope-and-plank"),  # equipment
        ("seated twist", "upper-and-lower-back"),  # a synonym of an exercise of it
        ("gluteus medius", "glutes-and-hips"),  # a muscle
        ("bottom", "glutes-and-hips"),  # the same in everyday words
        ("ball band", "ball-and-band"),
    ],
)
def test_search_finds_by_everything_a_routine_is_made_of(query: str, routine: str) -> None:
    assert routine in SHELF.find(query).ids


def test_what_has_the_name_comes_first() -> None:
    first = SHELF.find("ball", order=RoutineOrder.MINUTES).ids[0]
    assert first == "ball-and-band"


def test_the_kit_decides_what_is_possible() -> None:
    wanted = RoutineFilters(kit=Kit.OWNED)
    mat, ball = routines().find("", wanted).ids, routines({"physio-ball": 1, "band": 1}).find("", wanted).ids
    assert set(ball) - set(mat) == {"ball-and-band"}
    assert set(mat) < set(IDS)
    assert set(SHELF.find("", RoutineFilters(kit=Kit.STAND_INS)).ids) == set(IDS), "every one has its stand-ins"


def test_low_impact_leaves_the_jumps_out() -> None:
    assert "intervals" not in SHELF.find("", RoutineFilters(jumps=Jumps.LOW)).ids
    assert "intervals" in SHELF.find("", RoutineFilters(jumps=Jumps.HIGH)).ids


def test_favourites_come_first_and_alone() -> None:
    loved = ["strong-legs", "core-in-ten"]
    assert set(SHELF.find(favourites=loved).ids[:2]) == set(loved)
    assert set(SHELF.find("", RoutineFilters(favourites=True), favourites=loved).ids) == set(loved)


def test_what_loses_a_move_comes_last_of_what_is_recommended() -> None:
    def spared(routine: Routine) -> Fitting:
        return preflight(routine, KNOWN.exercises, KNOWN.equipment, {"mat": 1}, avoid=[LoadTag.PRONE])

    every = [entry.routine for entry in KNOWN.routines]
    shelf = RoutineShelf(every, KNOWN.exercises, KNOWN.equipment, spared)
    possible = [shelf.facts(one).possible for one in shelf.find().ids]
    assert possible == sorted(possible, reverse=True)
    assert not all(possible)
    assert any(possible)


def test_orders() -> None:
    done = {"intervals": date(2026, 1, 3), "floor-only": date(2025, 12, 1)}

    def ids(order: RoutineOrder) -> tuple[str, ...]:
        return SHELF.find(order=order, last_done=done).ids

    assert ids(RoutineOrder.LAST_DONE)[:2] == ("intervals", "floor-only")
    assert ids(RoutineOrder.LONGEST_AGO)[-2:] == ("floor-only", "intervals")
    minutes = [SHELF.facts(one).minutes for one in ids(RoutineOrder.MINUTES)]
    assert minutes == sorted(minutes)
    levels = [SHELF.facts(one).difficulty for one in ids(RoutineOrder.DIFFICULTY)]
    assert levels == sorted(levels)
    assert ids(RoutineOrder.NAME)[0] == "back-in-ten-minutes"


def test_types_are_those_of_the_files_without_what_other_filters_ask() -> None:
    types = SHELF.types()
    assert types[0] == "toning"
    assert {"strength", "mobility", "cardio", "desk break"} <= set(types)
    assert not {"low impact", "high impact", "no equipment"} & set(types)
    assert SHELF.find("", RoutineFilters(type="desk break")).ids == ("neck-and-shoulders", "stand-up-five")


def test_the_routines_with_an_exercise() -> None:
    assert "upper-and-lower-back" in [one.id for one in SHELF.with_exercise("pendulum_swing")]
    assert SHELF.with_exercise("no such thing") == ()


FILTERS = st.builds(
    RoutineFilters,
    minutes=st.none() | st.sampled_from([5, 10, 15, 25]),
    region=st.none() | st.sampled_from(Region),
    type=st.none() | st.sampled_from(SHELF.types()),
    kit=st.none() | st.sampled_from(Kit),
    level=st.none() | st.sampled_from(Level),
    jumps=st.none() | st.sampled_from(Jumps),
    favourites=st.booleans(),
)
QUERIES = st.sampled_from(["", "back", "core", "du", "leg", "plank ball", "zzz"])


@given(QUERIES, FILTERS, st.sampled_from(RoutineOrder), st.sets(st.sampled_from(IDS)))
def test_shown_and_hidden_are_what_the_search_found(
    query: str, wanted: RoutineFilters, order: RoutineOrder, loved: set[str]
) -> None:
    every = SHELF.find(query)
    found = SHELF.find(query, wanted, order, favourites=loved)
    assert set(found.ids) <= set(every.ids)
    assert len(set(found.ids)) == len(found.ids)
    assert len(found.ids) + found.hidden == len(every.ids)


@given(FILTERS, st.sampled_from(["minutes", "region", "type", "kit", "level", "jumps"]))
def test_taking_a_filter_away_never_shows_less(wanted: RoutineFilters, name: str) -> None:
    import msgspec

    wider = msgspec.structs.replace(wanted, **{name: None})
    assert set(SHELF.find("", wanted).ids) <= set(SHELF.find("", wider).ids)


# exercises


def test_every_exercise_is_there_by_name() -> None:
    found = BROWSER.find()
    names = [KNOWN.exercises[one].name for one in found.ids]
    assert len(names) == len(KNOWN.exercises)
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize(
    ("query", "first"),
    [("twist rus", "russian_twist"), ("v-sit", "russian_twist"), ("pushups", "push_up"), ("wall sit", "wall_sit")],
)
def test_exercises_by_name_and_synonym(query: str, first: str) -> None:
    assert BROWSER.find(query).ids[0] == first


def test_exercises_by_muscle_and_equipment() -> None:
    assert "superman" in BROWSER.find("erector").ids
    assert "ball_crunch" in BROWSER.find("physio ball abs").ids
    assert "bent_over_row" in BROWSER.find("band back").ids  # a band serves too


def test_filters_of_exercises() -> None:
    chest = BROWSER.find("", ExerciseFilters(muscles=MuscleGroup.CHEST, kit=Kit.NONE)).ids
    assert "push_up" in chest
    assert "floor_press" not in chest
    assert "floor_press" in BROWSER.find("", ExerciseFilters(muscles=MuscleGroup.CHEST, kit="dumbbell")).ids
    assert BROWSER.find("", ExerciseFilters(posture=Posture.OVER_BALL)).ids == (
        "ball_back_extension",
        "ball_crunch",
    )
    hard = BROWSER.find("", ExerciseFilters(level=Level.HARD))
    assert all(KNOWN.exercises[one].difficulty >= 4 for one in hard.ids)
    assert hard.hidden == len(KNOWN.exercises) - len(hard.ids)


def test_every_thing_that_is_used_can_be_asked_for() -> None:
    items = BROWSER.items()
    assert {"dumbbell", "physio-ball", "medicine-ball", "band"} <= set(items)
    assert all(BROWSER.find("", ExerciseFilters(kit=item)).ids for item in items)


@given(
    st.builds(
        ExerciseFilters,
        muscles=st.none() | st.sampled_from(MuscleGroup),
        kit=st.none() | st.sampled_from([*Kit, "dumbbell", "mat"]),
        level=st.none() | st.sampled_from(Level),
        posture=st.none() | st.sampled_from(Posture),
    ),
    QUERIES,
)
def test_exercises_shown_and_hidden_are_what_the_search_found(wanted: ExerciseFilters, query: str) -> None:
    found = BROWSER.find(query, wanted)
    assert len(found.ids) + found.hidden == len(BROWSER.find(query).ids)
