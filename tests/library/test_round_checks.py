"""What is wrong with sets and changes from round to round comes out as a sentence at its place."""

from pathlib import Path

import pytest

from tests.library.test_routine_file import MINIMAL, problem_of
from trainer.library.catalogue import Catalogue
from trainer.library.routine_file import read_routine

SET = """
[[block.set]]
id = "A"
rounds = 3
"""


def with_step(line: str, more: str = "") -> str:
    return MINIMAL + line + "\n" + more


@pytest.mark.parametrize(
    ("text", "what", "wanted"),
    [
        (with_step('set = "A"'), 'this block has no set "A"', "it stands in a [[block.set]] of the same block"),
        (with_step('set = "B"', SET), 'no step is in the set "A"', 'the steps of a set say it: set = "A"'),
        (with_step('set = "A"', SET + SET), '"A" is the id of two sets', "each set must have its own"),
        (with_step('set = "A"', SET.replace("3", "99")), "99", "this must be a whole number from 1 to 50"),
        (with_step("by_round = [{ round = 1, seconds = 20 }]"), "1", "this must be a round from 2 to 2"),
        (
            with_step("by_round = [{ round = 2, seconds = 1 }]"),
            "1",
            "this must be a whole number of seconds from 5 to 3600",
        ),
        (
            with_step("by_round = [{ round = 2, seconds = 20, reps = 3 }]"),
            "seconds and reps together",
            "a change has at most one of seconds and reps",
        ),
        (
            with_step('by_round = [{ round = 2, variant = "upside-down" }]'),
            "Cat-Cow has no variant",
            "this must be one of",
        ),
        (with_step("by_round = [{ round = 2, tempo = 3 }]"), 'unknown key "tempo"', "this table knows"),
        (with_step("by_round = 7"), "7", "this must be tables, [[by_round]]"),
    ],
)
def test_it_is_said(text: str, what: str, wanted: str, routine_path: Path, catalogue: Catalogue) -> None:
    problem = problem_of(text, routine_path, catalogue)
    assert problem.what.startswith(what)
    assert problem.wanted.startswith(wanted)
    assert problem.line is not None


def test_the_rounds_are_those_of_the_set(routine_path: Path, catalogue: Catalogue) -> None:
    text = with_step('set = "A"\nby_round = [{ round = 3, seconds = 20 }]', SET)
    routine_path.write_text(text, encoding="utf-8")
    assert read_routine(routine_path, catalogue.exercises).blocks[0].sets[0].rounds == 3
    assert problem_of(text.replace("round = 3,", "round = 4,"), routine_path, catalogue).wanted == (
        "this must be a round from 2 to 3"
    )


def test_rounds_upon_rounds_are_too_many_before_anything_is_multiplied_out(
    routine_path: Path, catalogue: Catalogue
) -> None:
    text = with_step('set = "A"', SET.replace("3", "50")).replace('name = "Main"', 'name = "Main"\nrounds = 50')
    assert problem_of(text, routine_path, catalogue).what == "2500 steps with all their rounds"
