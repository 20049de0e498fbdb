"""Muscle balance: whole for prime movers, half for helpers, every muscle in one group."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.balance import (
    MUSCLES_OF,
    WINDOWS,
    MuscleGroup,
    last_led,
    levels,
    most_neglected,
    muscle_balance,
    trunk_pair,
    window_start,
)
from trainer.core.exercise import Exercise
from trainer.library.catalogue import load_catalogue
from trainer.resources import resources


@pytest.fixture(scope="module")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exercise]:
    folder: Path = tmp_path_factory.mktemp("catalogue")
    return dict(load_catalogue(resources(), folder / "routines", folder / "cache").exercises)


def test_every_muscle_that_an_exercise_works_is_in_one_group(exercises: dict[str, Exercise]) -> None:
    worked = {muscle for exercise in exercises.values() for muscle in (*exercise.primary, *exercise.secondary)}
    grouped = [muscle for muscles in MUSCLES_OF.values() for muscle in muscles]
    assert worked <= set(grouped)
    assert len(grouped) == len(set(grouped))
    assert set(MUSCLES_OF) == set(MuscleGroup)


def test_prime_movers_count_whole_and_helpers_half(exercises: dict[str, Exercise]) -> None:
    squat = exercises["squat"]
    balance = muscle_balance({"squat": 60.0, "nobody knows": 600.0}, exercises)
    assert "quadriceps femoris" in squat.primary
    assert balance[MuscleGroup.THIGHS_FRONT] == 60.0
    helping = [
        group
        for group, muscles in MUSCLES_OF.items()
        if muscles & set(squat.secondary) and not muscles & set(squat.primary)
    ]
    assert helping
    assert {balance[group] for group in helping} == {30.0}
    assert balance[MuscleGroup.CHEST] == 0.0


@given(st.dictionaries(st.sampled_from(MuscleGroup), st.floats(0.0, 1e5)))
def test_levels_are_shares_of_the_most(balance: dict[MuscleGroup, float]) -> None:
    shares = [share for _, share in levels(balance)]
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert (max(shares) == 1.0) if shares else not any(balance.values())


def test_the_most_neglected_is_named_unless_nothing_or_all_has_worked() -> None:
    balance = dict.fromkeys(MuscleGroup, 0.0)
    assert most_neglected(balance) is None
    balance |= {group: 100.0 for group in MuscleGroup if group is not MuscleGroup.NECK}
    assert most_neglected(balance) is None
    balance[MuscleGroup.CHEST] = 20.0
    assert most_neglected(balance) is MuscleGroup.CHEST


def test_the_window_is_four_weeks_with_today() -> None:
    assert window_start(date(2026, 11, 26)) == date(2026, 10, 30)


def test_of_those_that_worked_alike_the_longest_forgotten_is_named() -> None:
    balance = dict.fromkeys(MuscleGroup, 0.0) | {MuscleGroup.GLUTES: 60.0}
    led = {group: date(2026, 11, 1) for group in MuscleGroup} | {MuscleGroup.CALVES: date(2026, 3, 1)}
    assert most_neglected(balance, led) is MuscleGroup.CALVES
    del led[MuscleGroup.CHEST]  # never is longer ago than ever
    assert most_neglected(balance, led) is MuscleGroup.CHEST


def test_windows_end_today() -> None:
    today = date(2026, 11, 26)
    assert [(today - window_start(today, days)).days + 1 for days in WINDOWS] == [7, 28, 90]


def test_a_group_led_on_the_last_day_of_any_exercise_it_leads(exercises: dict[str, Exercise]) -> None:
    leads = [name for name, one in exercises.items() if MUSCLES_OF[MuscleGroup.CHEST] & set(one.primary)]
    helps = next(
        name
        for name, one in exercises.items()
        if MUSCLES_OF[MuscleGroup.CHEST] & set(one.secondary) and name not in leads
    )
    last = {leads[0]: date(2026, 1, 1), leads[1]: date(2026, 2, 1), helps: date(2026, 3, 1), "gone": date(2026, 4, 1)}
    led = last_led(last, exercises)
    assert led[MuscleGroup.CHEST] == date(2026, 2, 1)
    assert date(2026, 4, 1) not in led.values()


def test_the_pair_is_what_bends_the_trunk_and_what_straightens_it() -> None:
    assert trunk_pair({MuscleGroup.ABDOMINALS: 30.0, MuscleGroup.LOWER_BACK: 10.0}) == (30.0, 10.0)
    assert trunk_pair({}) == (0.0, 0.0)
