"""A changed routine goes back into its file; what a person wrote there by hand stays."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import convert, structs

from trainer.core.editing import Place, change_block, change_step, duplicate, insert_step, move_step, remove, shift
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.set_editing import join_next, repeat
from trainer.library.catalogue import Catalogue
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine
from trainer.library.routine_writer import merged_text, save_routine
from trainer.resources import routines

HAND_WRITTEN = """\
# My own, by hand.
format = 1
id = "mine"      # never change this
name = 'Mine'
overview = '''
[[block]] is only a word here, # and so is this
'''

# the floor first
[[block]]
kind = "strength"
name = "Main"
[[block.step]] # slowly
exercise = "back_bow"
seconds = 40   # longer in June
[[block.step]]
exercise = "cat_cow"
reps = 8
on = true

# the twist needs
# two lines
[[block.step]]
exercise = "supine_twist"
seconds = 30

[[block]]
kind = "stretch"
name = "End"

[[block.step]]
exercise = "cat_cow"
open = true

# that is all
"""


def said(text: str) -> Routine:
    return convert(tomllib.loads(text), Routine)


def line_of(text: str, part: str) -> str:
    return next(line for line in text.splitlines() if part in line)


MINE = said(HAND_WRITTEN)


def test_what_is_unchanged_stays_byte_for_byte() -> None:
    assert merged_text(HAND_WRITTEN, MINE) == HAND_WRITTEN


def test_a_number_changes_in_its_line_and_its_comment_stays() -> None:
    changed = change_step(MINE, Place(0, 0), seconds=55).routine
    assert merged_text(HAND_WRITTEN, changed) == HAND_WRITTEN.replace(
        "seconds = 40   # longer in June", "seconds = 55   # longer in June"
    )


def test_a_moved_step_takes_its_comments_along() -> None:
    text = merged_text(HAND_WRITTEN, shift(MINE, Place(0, 2), -1).routine)
    assert said(text) == shift(MINE, Place(0, 2), -1).routine
    assert '# two lines\n[[block.step]]\nexercise = "supine_twist"' in text
    assert text.index("supine_twist") < text.index("reps = 8")
    assert text.endswith("\n# that is all\n")


def test_a_step_moved_into_another_block_takes_its_comments_along() -> None:
    moved = move_step(MINE, Place(0, 2), Place(1)).routine
    text = merged_text(HAND_WRITTEN, moved)
    assert said(text) == moved
    assert text.index("open = true") < text.index("# the twist needs")


def test_a_removed_step_goes_with_its_comments_and_the_rest_stays() -> None:
    text = merged_text(HAND_WRITTEN, remove(MINE, Place(0, 2)).routine)
    assert "two lines" not in text
    assert "supine" not in text
    assert "# longer in June" in text


def test_another_exercise_at_the_same_place_keeps_the_place() -> None:
    changed = change_step(MINE, Place(0, 0), exercise="superman").routine
    assert merged_text(HAND_WRITTEN, changed) == HAND_WRITTEN.replace("back_bow", "superman")


def test_from_seconds_to_repetitions() -> None:
    changed = change_step(MINE, Place(0, 2), seconds=None, reps=10).routine
    text = merged_text(HAND_WRITTEN, changed)
    assert said(text) == changed
    assert "seconds = 30" not in text


def test_a_renamed_block_keeps_its_comment() -> None:
    changed = change_block(MINE, 0, name="Floor", rounds=3).routine
    text = merged_text(HAND_WRITTEN, changed)
    assert said(text) == changed
    assert "# the floor first\n[[block]]" in text


def test_inline_tables_are_written_anew() -> None:
    steps = 'step = [{exercise = "x", reps = 1}]'
    text = f'format = 1\nid = "a"\nname = "A"\nblock = [{{kind = "strength", name = "M", {steps}}}]'
    changed = change_step(said(text), Place(0, 0), reps=2).routine
    assert said(merged_text(text, changed)) == changed


@pytest.mark.parametrize("path", sorted(routines().glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_file_stays_as_it_is_and_takes_a_change(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    routine = said(text)
    assert merged_text(text, routine) == text
    changed = duplicate(routine, Place(0, 0)).routine
    after = merged_text(text, changed)
    assert said(after) == changed
    assert set(text.splitlines()) <= set(after.splitlines())


places = st.tuples(st.integers(0, 1), st.integers(0, 2))


@st.composite
def edited(draw: st.DrawFn) -> Routine:
    """The routine after some edits, of the kind the editor makes."""
    routine = MINE
    for _ in range(draw(st.integers(1, 6))):
        b, s = draw(places)
        place = Place(min(b, len(routine.blocks) - 1), 0)
        place = Place(place.block, min(s, len(routine.blocks[place.block].steps) - 1))
        if place.step is not None and place.step < 0:
            routine = insert_step(routine, Place(place.block), Step("cat_cow", seconds=20)).routine
            continue
        match draw(st.sampled_from(["seconds", "up", "down", "remove", "duplicate", "insert", "off", "block", "name"])):
            case "seconds":
                routine = change_step(routine, place, seconds=draw(st.integers(5, 99)), reps=None, open=False).routine
            case "up":
                routine = shift(routine, place, -1).routine
            case "down":
                routine = shift(routine, place, 1).routine
            case "remove":
                routine = remove(routine, place).routine
            case "duplicate":
                routine = duplicate(routine, place).routine
            case "insert":
                routine = insert_step(routine, place, Step("hip_circles", reps=4, note='a "note" # é')).routine
            case "off":
                routine = change_step(routine, place, on=False, rest=draw(st.integers(0, 9))).routine
            case "block":
                routine = shift(routine, Place(place.block), 1).routine
            case "name":
                routine = structs.replace(routine, name=draw(st.sampled_from(["Mine", "Ours", "L'\"été\\"])))
    return routine


@settings(max_examples=300, deadline=None)
@given(edited())
def test_whatever_was_edited_reads_back_and_lines_of_untouched_steps_stay(routine: Routine) -> None:
    text = merged_text(HAND_WRITTEN, routine)
    assert said(text) == routine
    assert "# never change this" in text
    assert "# My own, by hand." in text
    assert text.endswith("\n# that is all\n")
    kept = {step for block in routine.blocks for step in block.steps}
    if MINE.blocks[0].steps[0] in kept:
        assert "[[block.step]] # slowly\nexercise" in text
        assert "seconds = 40   # longer in June" in text
    if MINE.blocks[0].steps[2] in kept:
        assert '# the twist needs\n# two lines\n[[block.step]]\nexercise = "supine_twist"' in text


def test_saving_keeps_the_old_file_beside_it(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HAND_WRITTEN, encoding="utf-8")
    changed = change_step(MINE, Place(0, 0), seconds=55).routine
    save_routine(changed, path, catalogue.exercises)
    assert read_routine(path, catalogue.exercises) == changed
    assert (tmp_path / "mine.toml.bak").read_text(encoding="utf-8") == HAND_WRITTEN


def test_lines_keep_their_ends_as_windows_writes_them(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(HAND_WRITTEN.replace("\n", "\r\n").encode())
    save_routine(change_step(MINE, Place(0, 0), seconds=55).routine, path, catalogue.exercises)
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b"seconds = 55   # longer in June\r\n" in content


def test_a_routine_that_cannot_be_trained_is_not_written(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HAND_WRITTEN, encoding="utf-8")
    empty = structs.replace(MINE, blocks=(Block(BlockKind.STRENGTH, "Main", ()),))
    with pytest.raises(LibraryError, match="no steps"):
        save_routine(empty, path, catalogue.exercises)
    assert path.read_text(encoding="utf-8") == HAND_WRITTEN


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="can't be kept"):
        save_routine(MINE, tmp_path / "file" / "mine.toml", catalogue.exercises)


SETS = """\
format = 1
id = "sets"
name = "Sets"

[[block]]
kind = "strength"
name = "Main" # both
[[block.set]]
id = "A"
rounds = 3

[[block.step]] # heavy
exercise = "back_bow"
seconds = 40 # each
set = "A"

[[block.step.by_round]] # tired by now
round = 3
seconds = 30

[[block.step]]
exercise = "cat_cow"
seconds = 30
set = "A"
"""


def test_sets_and_changes_by_round_stay_as_they_are_written() -> None:
    routine = said(SETS)
    assert merged_text(SETS, routine) == SETS
    changed = change_step(routine, Place(0, 0), seconds=50, rest=10).routine
    text = merged_text(SETS, changed)
    assert said(text) == changed
    assert "seconds = 50 # each" in text
    assert "[[block.step.by_round]] # tired by now" in text
    moved = shift(routine, Place(0, 0), 1).routine
    assert said(merged_text(SETS, moved)) == moved
    assert "# tired by now" in merged_text(SETS, moved)


LADDER = """\
# my ladder
format = 1
id = "ladder"
name = "Ladder" # the name

[[block]]
kind = "cardio"
name = "Main"
rounds = 4

# squats first
[[block.step]]
exercise = "squat"
seconds = 40 # long
by_round = [{ round = 2, seconds = 30 }, { round = 4, seconds = 20 }] # down

# then this
[[block.step]]
exercise = "jumping_jack"
seconds = 30
"""


@pytest.mark.parametrize("joined", [True, False])
def test_sets_made_and_undone_leave_every_comment(joined: bool) -> None:
    routine = convert(tomllib.loads(LADDER), Routine)
    first, second = Place(0, 0), Place(0, 1)
    made = (join_next(routine, first, joined=True) if joined else repeat(routine, second, 3, 20)).routine
    text = merged_text(LADDER, made)
    assert convert(tomllib.loads(text), Routine) == made
    for comment in ("# my ladder", "# the name", "# squats first", "# long", "# then this"):
        assert comment in text
    again = merged_text(text, repeat(made, second, 5, 30).routine)
    assert again.count("#") == text.count("#")
    undone = merged_text(again, repeat(made, second, 1, 0).routine)
    assert "[[block.set]]" not in undone
    assert undone.count("#") == text.count("#")
