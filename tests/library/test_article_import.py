"""An article taken in: its routine and its own exercises become files, never over others."""

from pathlib import Path

import pytest

from trainer.core.exercise import CueKind, Sides
from trainer.core.timeline import compile_timeline
from trainer.library.article_import import ReadArticle, read_article_text, save_article
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.problem import LibraryError
from trainer.resources import resources

PAGE = """Plank day

Plank: 45 seconds
Stir the pot – Place your forearms on the ball in a plank. Draw circles with your elbows and keep your hips still. \
If it is too hard, kneel. 30 seconds each side.
"""


@pytest.fixture
def article(catalogue: Catalogue) -> ReadArticle:
    return read_article_text(PAGE, "the pasted text", "a page", catalogue)


def load(folder: Path) -> Catalogue:
    return load_catalogue(resources(), folder / "routines", folder / "cache", folder / "exercises")


def test_what_is_saved_is_what_was_shown(article: ReadArticle, tmp_path: Path) -> None:
    entry = save_article(article, tmp_path / "routines", tmp_path / "exercises")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    found = loaded.routine("plank-day")
    assert found is not None
    assert found.path == entry.path
    assert found.routine == article.made.routine
    assert loaded.exercises["stir_the_pot"] == article.made.new[0]


def test_an_exercise_of_ones_own_has_cues_and_no_move_and_is_planned(
    article: ReadArticle, catalogue: Catalogue
) -> None:
    own = article.made.new[0]
    assert own.move == ""
    assert own.primary == ()
    assert own.sides is Sides.EACH
    assert [cue.kind for cue in own.cues] == [CueKind.SETUP, CueKind.DO, CueKind.DO, CueKind.EASIER]
    timeline = compile_timeline(article.made.routine, {**catalogue.exercises, own.id: own})
    assert [phase.seconds for phase in timeline.phases_of(1)] == [10, 30, 5, 30]


def test_the_same_page_twice_makes_two_routines_and_one_exercise(article: ReadArticle, tmp_path: Path) -> None:
    save_article(article, tmp_path / "routines", tmp_path / "exercises")
    again = read_article_text(PAGE, "the pasted text", "a page", load(tmp_path))
    assert again.made.routine.id == "plank-day-2"
    assert again.made.new == ()
    save_article(again, tmp_path / "routines", tmp_path / "exercises")
    assert [path.name for path in sorted((tmp_path / "exercises").iterdir())] == ["stir_the_pot.toml"]
    assert len(list((tmp_path / "routines").iterdir())) == 2


def test_a_file_in_the_way_is_left_alone(article: ReadArticle, tmp_path: Path) -> None:
    routines, exercises = tmp_path / "routines", tmp_path / "exercises"
    routines.mkdir()
    (routines / "plank-day.toml").write_text("mine")
    assert save_article(article, routines, exercises).path.name == "plank-day-2.toml"
    assert (routines / "plank-day.toml").read_text() == "mine"


def test_a_broken_exercise_in_the_way_is_named_and_nothing_is_written(article: ReadArticle, tmp_path: Path) -> None:
    routines, exercises = tmp_path / "routines", tmp_path / "exercises"
    exercises.mkdir()
    (exercises / "stir_the_pot.toml").write_text("mine")
    with pytest.raises(LibraryError, match=r"stir_the_pot\.toml: this exercise lies there already"):
        save_article(article, routines, exercises)
    assert not routines.exists()
    assert (exercises / "stir_the_pot.toml").read_text() == "mine"


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(article: ReadArticle, tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="the routine can't be kept here"):
        save_article(article, tmp_path / "routines", tmp_path / "exercises")
    assert list((tmp_path / "exercises").iterdir()) == []


def test_a_new_id_is_used_and_checked(catalogue: Catalogue) -> None:
    assert read_article_text(PAGE, "page", "page", catalogue, new_id="mine").made.routine.id == "mine"
    with pytest.raises(LibraryError, match="small letters, digits and hyphens"):
        read_article_text(PAGE, "page", "page", catalogue, new_id="Not This")
    with pytest.raises(LibraryError, match='the id "floor-only" is taken'):
        read_article_text(PAGE, "page", "page", catalogue, new_id="floor-only")


def test_an_exercise_of_ones_own_never_hides_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    shipped = (resources() / "exercises" / "squat.toml").read_text(encoding="utf-8")
    (tmp_path / "exercises" / "squat.toml").write_text(shipped.replace("Bodyweight Squat", "Mine"), encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.exercises["squat"].name == "Bodyweight Squat"
    assert len(loaded.problems) == 1
    assert "is that of an exercise of Trainer's" in loaded.problems[0].sentence
