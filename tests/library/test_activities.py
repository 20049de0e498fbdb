"""The shipped activities: facts of the Compendium, each its own."""

import tomllib
from pathlib import Path

import pytest

from trainer.core.exercise import Met
from trainer.core.routine import BlockKind
from trainer.library.activities import read_activities
from trainer.library.problem import LibraryError
from trainer.resources import activities, exercises


def test_every_activity_counts_with_a_code_of_the_compendium() -> None:
    text = Path(__file__).parents[1].joinpath("data", "mets_2024.toml").read_text(encoding="utf-8")
    mets = tomllib.loads(text)["met"]
    shipped = read_activities(activities())
    assert [one.name for one in shipped if mets.get(one.met.code) != one.met.value] == []
    assert {one.block for one in shipped} == {BlockKind.STRENGTH, BlockKind.CARDIO, BlockKind.MOBILITY}
    assert Met("17190", 3.8) in [one.met for one in shipped]


def test_ids_are_their_own_and_no_exercise_has_them() -> None:
    shipped = read_activities(activities())
    ids = [one.id for one in shipped]
    assert len(ids) == len(set(ids)) == len({one.name for one in shipped})
    assert all(name.startswith("activity-") for name in ids)
    assert not {path.stem for path in exercises().glob("activity-*")}


def test_a_wrong_file_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "activities.toml"
    wrong.write_text(
        'format = 1\n[[activity]]\nid = "a"\nname = "A"\nblock = "swimming"\nmet = { code = "", value = 2.0 }\n'
    )
    with pytest.raises(LibraryError, match="swimming"):
        read_activities(wrong)
