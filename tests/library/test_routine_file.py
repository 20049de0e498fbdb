"""What is wrong with a routine file comes out as one sentence with its place, and the fix where there is one."""

from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_file import read_routine

MINIMAL = """\
format = 1
id = "a"
name = "A"

[[block]]
kind = "strength"
name = "Main"

[[block.step]]
exercise = "cat_cow"
seconds = 30
"""


def problem_of(text: str | bytes, path: Path, catalogue: Catalogue) -> FileProblem:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(LibraryError) as caught:
        read_routine(path, catalogue.exercises)
    return caught.value.problem


def underlined(problem: FileProblem) -> str:
    """The text that column and length point to."""
    line = next(line.text for line in problem.excerpt if line.number == problem.line)
    assert problem.column is not None
    return line[problem.column - 1 : problem.column - 1 + problem.length]


def test_the_shortest_routine_is_read(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_text(MINIMAL, encoding="utf-8")
    routine = read_routine(routine_path, catalogue.exercises)
    assert (routine.id, routine.blocks[0].steps[0].seconds) == ("a", 30)


@pytest.mark.parametrize(
    "name", ["Dos\u00a0: l\u2019essentiel", "پشت\u200cدرد", "Rücken, größer", "背中", "Back 🧘\u200d♀️"]
)
def test_names_of_every_language_are_read(name: str, routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_text(MINIMAL.replace('"A"', f'"{name}"'), encoding="utf-8")
    assert read_routine(routine_path, catalogue.exercises).name == name


def test_line_ends_of_windows_and_a_byte_order_mark_are_read(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    assert read_routine(routine_path, catalogue.exercises).id == "a"


def test_a_word_for_a_number_says_all_there_is_to_say(routine_path: Path, catalogue: Catalogue) -> None:
    problem = problem_of(MINIMAL.replace("30", '"forty"'), routine_path, catalogue)
    assert problem.sentence == (
        'my-back-day.toml, line 11, block 1 "Main", step 1, seconds: a word, "forty"; '
        "this must be a whole number of seconds from 5 to 3600."
    )
    assert underlined(problem) == '"forty"'
    assert problem.fix == "40"
    assert [line.number for line in problem.excerpt] == [9, 10, 11, 12]


@pytest.mark.parametrize(
    ("old", "new", "wrong", "said", "fix"),
    [
        ("seconds = 30", 'seconds = "45 s"', '"45 s"', "text, ", "45"),
        ("seconds = 30", "seconds = forty-five", "forty-five", "no value TOML knows, forty-five", "45"),
        ("seconds = 30", "seconds = 30.0", "30.0", "30.0", "30"),
        ("seconds = 30", "seconds = true", "true", "true", None),
        ("seconds = 30", "seconds = -30", "-30", "-30", "30"),
        ("seconds = 30", "seconds = 0", "0", "0", None),
        ("seconds = 30", "seconds = 31_536_000", "31_536_000", "31536000", None),
        ("seconds = 30", "seconds = 1979-05-27", "1979-05-27", "a date or time", None),
        ("seconds = 30", "reps = 0", "0", "a whole number from 1 to 1000", None),
        ("seconds = 30", "seconds = 30\nreps = 8", "8", "seconds and reps together", None),
        ("seconds = 30", "seconds = 30\nopen = true", "true", "seconds and open together", None),
        ("seconds = 30\n", "", "[[block.step]]", "no length", None),
        ("seconds = 30", "secnods = 30", "secnods", '"seconds" is likely meant', "seconds"),
        ("seconds = 30", "colour = 30", "colour", "this table knows exercise, seconds", None),
        ("seconds = 30", "seconds = 30\nget_ready = -1", "-1", "from 0 to 3600", "1"),
        ("seconds = 30", "seconds = 30\nrest = 99999", "99999", "from 0 to 3600", None),
        ("seconds = 30", "seconds = 30\nseconds = 40", "seconds = 40", "a key that stands here twice", None),
        ('"cat_cow"', '"cat-cow"', '"cat-cow"', '"cat_cow" is likely meant', '"cat_cow"'),
        ('"cat_cow"', '"handstand"', '"handstand"', "no exercise is called", None),
        ('"cat_cow"', '"cat_cow"\nvariant = "seatd"', '"seatd"', "has no variant", '"seated"'),
        ('"cat_cow"', '"cat_cow"\nnote = "a\\u001b[31m"', '"a\\u001b[31m"', "one line without control", None),
        ('exercise = "cat_cow"\n', "", "[[block.step]]", "missing; this must be text in quotes", None),
        ('"strength"', '"strenght"', '"strenght"', "this must be one of", '"strength"'),
        ('name = "Main"', 'name = "Main"\nrounds = 51', "51", "from 1 to 50", None),
        ('name = "Main"', 'name = "Main"\nrounds = 0', "0", "from 1 to 50", None),
        ('name = "Main"', 'name = "Main"\nrest_between_rounds = -5', "-5", "from 0 to 3600", "5"),
        ('name = "Main"', 'name = "Main"\noptional = "yes"', '"yes"', "this must be true or false", "true"),
        ('name = "Main"', 'name = ""', '""', "empty", None),
        ('name = "A"', 'name = "<img src=x>"', '"<img src=x>"', "plain text without < tags >", None),
        ('name = "A"', 'name = "safe\u202ecod"', '"safe\ufffdcod"', "without control characters", None),
        ('name = "A"', 'name = "A"\noverview = "bell\\u0007"', '"bell\\u0007"', "plain text", None),
        ('name = "A"', f'name = "{"A" * 81}"', f'"{"A" * 81}"', "at most 80", None),
        ('name = "A"', 'name = "A"\noverview = "<b>bold</b>"', '"<b>bold</b>"', "plain text without", None),
        ('name = "A"', 'name = "A"\nfocus = "back"', '"back"', "this must be a list of texts", None),
        ('name = "A"', 'name = "A"\nfocus = ["back", 3]', "3", "this must be text in quotes", '"3"'),
        ('name = "A"', 'name = "A"\ndifficulty = 6', "6", "from 0 to 5", None),
        (
            'name = "A"',
            'name = "A"\nclaim = { source = "x", kcal_low = 9, kcal_high = 5 }',
            "9",
            "at most kcal_high",
            None,
        ),
        ('id = "a"', 'id = "../../Evil"', '"../../Evil"', "small letters, digits and hyphens", '"evil"'),
        ('id = "a"', 'id = ""', '""', "small letters, digits and hyphens", None),
        ("format = 1", "format = 2", "2", "newer than this Trainer", None),
        ("format = 1", 'format = "1"', '"1"', "this must be 1", "1"),
        ("[[block]]", "[block]", "[block]", "this must be tables, [[block]]", None),
        ("[[block.step]]", "[block]", "[block]", "a table that stands here twice", None),
    ],
)
def test_a_slip_is_named_placed_and_if_possible_mended(
    old: str, new: str, wrong: str, said: str, fix: str | None, routine_path: Path, catalogue: Catalogue
) -> None:
    assert old in MINIMAL
    problem = problem_of(MINIMAL.replace(old, new), routine_path, catalogue)
    assert underlined(problem) == wrong
    assert said in problem.sentence
    assert problem.fix == fix
    assert problem.sentence.startswith("my-back-day.toml, line ")
    assert "\n" not in problem.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"MZ\x90\x00\x03\xff\xfe", "not text in UTF-8"),
        ("hello there", "a key without its value"),
        ("<html>", "neither a key nor a table"),
        ("x = " + "[" * 50_000, "nested too deeply"),
        ("x = " + "{a = " * 50_000, "nested too deeply"),
        ("a" + ".a" * 120_000 + " = 1", "a line with more than 100 dots"),
        ("x = " + "9" * 100_000, "a number of thousands of digits"),
        ('id = "a"\nname = "A"\n', "format: missing"),
        ('format = 1\nid = "a"\nname = "A"\n', "block: missing"),
        ('format = 1\nid = "a"\nname = "A"\nblock = []\n', "no blocks"),
        ('format = 1\nid = "a"\nname = "A"\nblock = [{ kind = "cardio", name = "B", step = [] }]\n', "no steps"),
        (MINIMAL + "on = false\n", "every step is switched off"),
        (MINIMAL + '[[block.step]]\nexercise = "cat_cow"\nseconds = 30\n' * 200, "201 steps are too many"),
        (MINIMAL + '[[block]]\nkind = "cardio"\nname = "B"\nstep = []\n' * 20, "21 blocks are too many"),
        (MINIMAL.replace('name = "Main"', 'name = "Main"\nrounds = 20').replace("30", "3600"), "20 hours in all"),
        (MINIMAL + MINIMAL[MINIMAL.index("[[block]]") :], '"Main" is the name of two blocks'),
        (
            MINIMAL.replace('"Main"', '"Main"\nrounds = 50')
            + '[[block.step]]\nexercise = "cat_cow"\nseconds = 5\n' * 40,
            "2050 steps with all their rounds",
        ),
    ],
)
def test_a_hopeless_file_is_refused_in_a_sentence(
    text: str | bytes, said: str, routine_path: Path, catalogue: Catalogue
) -> None:
    problem = problem_of(text, routine_path, catalogue)
    assert said in problem.sentence
    assert problem.sentence.startswith("my-back-day.toml")
    assert len(problem.sentence) < 300


def test_fifty_megabytes_are_refused_unread(routine_path: Path, catalogue: Catalogue) -> None:
    with routine_path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(LibraryError, match=r"51200 KB is too big to be a routine; the limit is 256 KB"):
        read_routine(routine_path, catalogue.exercises)


def test_what_is_no_plain_file_is_never_opened(tmp_path: Path, catalogue: Catalogue) -> None:
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    for path, said in (
        (folder, "no plain file"),
        (tmp_path / "gone.toml", "no such file"),
        (Path("a\0b"), "can't be read"),
    ):
        with pytest.raises(LibraryError, match=said):
            read_routine(path, catalogue.exercises)


def test_a_pipe_does_not_hang(tmp_path: Path, catalogue: Catalogue) -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(LibraryError, match="no plain file"):
        read_routine(tmp_path / "pipe.toml", catalogue.exercises)


def test_a_file_name_with_a_terminals_commands_is_shown_harmless(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(LibraryError) as caught:
        read_routine(tmp_path / "a\x1b[2J.toml", catalogue.exercises)
    assert "\x1b" not in str(caught.value)


@pytest.mark.usefixtures("pseudo_language")
def test_every_part_of_a_problem_is_translated(routine_path: Path, catalogue: Catalogue) -> None:
    sentence = problem_of(MINIMAL.replace("30", '"forty"'), routine_path, catalogue).sentence
    assert "whole number" not in sentence
    assert "my-back-day.toml" in sentence
