"""Muscle balance: whole for prime movers, half for helpers, every muscle in one group."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.balance import MUSCLES_OF, MuscleGroup, levels, most_neglected, muscle_balance, window_start
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
