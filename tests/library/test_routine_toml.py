"""A routine written as TOML reads back as itself."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from trainer.core.routine import Block, BlockKind, Claim, RoundChange, Routine, Step, StepSet
from trainer.library.catalogue import Catalogue
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine
from trainer.library.routine_toml import routine_text, write_routine

EXERCISES = ["back_bow", "cat_cow", "reverse_fly", "supine_twist"]
lines = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="<"), min_size=1, max_size=20)
prose = st.text(st.sampled_from("ab \"\\\n\té'#=[]"), max_size=30)
lengths: st.SearchStrategy[dict[str, int]] = st.one_of(
    st.builds(dict, seconds=st.integers(5, 600)),
    st.builds(dict, reps=st.integers(1, 50)),
    st.just({"open": True}),
)
changes = st.builds(
    RoundChange,
    round=st.integers(2, 3),
    seconds=st.none() | st.integers(5, 600),
    rest=st.none() | st.integers(0, 60),
    on=st.none() | st.booleans(),
)
steps = st.builds(
    lambda length, **rest: Step(**length, **rest),
    length=lengths,
    exercise=st.sampled_from(EXERCISES),
    get_ready=st.none() | st.integers(0, 60),
    rest=st.integers(0, 60),
    note=st.just("") | lines,
    by_round=st.lists(changes, max_size=2).map(tuple),
)


def in_a_set(block: Block) -> Block:
    """The block's first step in a set of its own."""
    first = replace(block.steps[0], set="A")
    return replace(block, steps=(first, *block.steps[1:]), sets=(StepSet("A", 3, 20),))


blocks = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(BlockKind),
        name=lines,
        steps=st.lists(steps, min_size=1, max_size=4).map(tuple),
        rounds=st.integers(3, 4),
        rest_between_rounds=st.integers(0, 90),
        optional=st.booleans(),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda block: block.name,
).map(lambda made: tuple(in_a_set(block) if block.optional else block for block in made))
any_routine = st.builds(
    Routine,
    format=st.just(1),
    id=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True),
    name=lines,
    blocks=blocks,
    subtitle=st.just("") | lines,
    overview=prose,
    focus=st.lists(lines, max_size=3).map(tuple),
    difficulty=st.integers(0, 5),
    claim=st.none() | st.builds(Claim, source=lines, minutes=st.none() | st.integers(1, 90)),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(routine=any_routine)
def test_what_is_written_reads_back_the_same(routine: Routine, routine_path: Path, catalogue: Catalogue) -> None:
    write_routine(routine, routine_path)
    assert read_routine(routine_path, catalogue.exercises) == routine


def test_every_shipped_routine_reads_back_the_same(routine_path: Path, catalogue: Catalogue) -> None:
    for entry in catalogue.routines:
        write_routine(entry.routine, routine_path)
        assert read_routine(routine_path, catalogue.exercises) == entry.routine


def test_the_form_is_the_one_a_person_would_write() -> None:
    step = Step("cat_cow", seconds=30)
    routine = Routine(1, "a", "A", (Block(BlockKind.MOBILITY, "Main", (step,)),), focus=("back",))
    assert routine_text(routine) == (
        'format = 1\nid = "a"\nname = "A"\nfocus = ["back"]\n\n'
        '[[block]]\nkind = "mobility"\nname = "Main"\n\n'
        '[[block.step]]\nexercise = "cat_cow"\nseconds = 30\n'
    )


def test_the_version_before_is_kept_beside(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_text("what I wrote before", encoding="utf-8")
    write_routine(catalogue.routines[0].routine, routine_path)
    assert routine_path.with_name("my-back-day.toml.bak").read_text(encoding="utf-8") == "what I wrote before"


def test_a_folder_that_cant_be_written_is_a_sentence(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match=r"a\.toml: the routine can't be kept here: .*\.$"):
        write_routine(catalogue.routines[0].routine, tmp_path / "file" / "a.toml")
