"""A fix the person chose is put in, and the file as it was is kept."""

from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue
from trainer.library.mending import mend
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_file import read_routine

TEXT = (
    'format = 1\r\nid = "a"\r\nname = "A"\r\n[[block]]\r\nkind = "cardio"\r\nname = "B"\r\n'
    '[[block.step]]\r\nexercise = "cat_cow"\r\nsecnods = "forty" # as ever\r\n'
)


def problem_of(path: Path, catalogue: Catalogue) -> FileProblem:
    with pytest.raises(LibraryError) as caught:
        read_routine(path, catalogue.exercises)
    return caught.value.problem


def test_one_fix_after_the_other_makes_the_file_whole(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_bytes(TEXT.encode())
    kept = mend(problem_of(routine_path, catalogue))
    assert kept.read_bytes() == TEXT.encode()
    assert routine_path.read_bytes() == TEXT.replace("secnods", "seconds").encode()
    mend(problem_of(routine_path, catalogue))
    assert routine_path.read_bytes() == TEXT.replace('secnods = "forty"', "seconds = 40").encode()
    assert read_routine(routine_path, catalogue.exercises).blocks[0].steps[0].seconds == 40


def test_a_file_that_changed_meanwhile_is_left_alone(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_bytes(TEXT.encode())
    problem = problem_of(routine_path, catalogue)
    for changed in (TEXT.replace("secnods", "minutes").encode(), b"", b"\xff" * 200):
        routine_path.write_bytes(changed)
        with pytest.raises(LibraryError, match="the file has changed meanwhile; read it again"):
            mend(problem)
        assert routine_path.read_bytes() == changed


def test_what_has_no_fix_or_no_file_is_a_sentence(routine_path: Path, catalogue: Catalogue) -> None:
    routine_path.write_bytes(TEXT.replace("secnods", "colour").encode())
    with pytest.raises(LibraryError, match="no fix is known"):
        mend(problem_of(routine_path, catalogue))
    routine_path.write_bytes(TEXT.encode())
    problem = problem_of(routine_path, catalogue)
    routine_path.unlink()
    with pytest.raises(LibraryError, match="the file can't be changed: "):
        mend(problem)
