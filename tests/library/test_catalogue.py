"""The catalogue: what is there, what is wrong with the rest, and a cache that is never trusted blindly."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.library.catalogue import Catalogue, load_catalogue, open_routine
from trainer.library.problem import LibraryError
from trainer.resources import resources, routines

CACHE = "catalogue.msgpack"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The person's folder of routines."""
    folder = tmp_path / "routines"
    folder.mkdir()
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The folder of the cache, not made yet."""
    return tmp_path / "cache"


def own_routine(folder: Path, routine_id: str, file_name: str = "", name: str = "Mine") -> Path:
    path = folder / (file_name or f"{routine_id}.toml")
    text = (routines() / "floor-only.toml").read_text(encoding="utf-8")
    text = text.replace('id = "floor-only"', f'id = "{routine_id}"').replace('name = "Floor Only"', f'name = "{name}"')
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_routines_come_first_then_the_persons_by_file_name(own: Path, cache: Path) -> None:
    own_routine(own, "b-mine")
    own_routine(own, "a-mine")
    (own / "notes.txt").write_text("no routine")
    (own / ".hidden.toml").write_text("no routine")
    loaded = load_catalogue(resources(), own, cache)
    assert loaded.problems == ()
    assert [entry.routine.id for entry in loaded.routines][-2:] == ["a-mine", "b-mine"]
    assert [entry.shipped for entry in loaded.routines] == [True] * (len(loaded.routines) - 2) + [False] * 2


def test_a_bad_file_leaves_the_others_alone(own: Path, cache: Path, catalogue: Catalogue) -> None:
    own_routine(own, "good")
    own_routine(own, "bad").write_text("seconds = forty", encoding="utf-8")
    for _ in range(2):  # the second time from the cache
        loaded = load_catalogue(resources(), own, cache)
        assert [problem.file_name for problem in loaded.problems] == ["bad.toml"]
        assert loaded.routine("good") is not None
        assert len(loaded.routines) == len(catalogue.routines) + 1


@pytest.mark.parametrize("taken", ["upper-and-lower-back", "mine"])
def test_two_files_with_one_id_are_both_named(taken: str, own: Path, cache: Path) -> None:
    own_routine(own, "mine", "a-first.toml")
    own_routine(own, taken, "b-second.toml")
    loaded = load_catalogue(resources(), own, cache)
    first = "upper-and-lower-back.toml" if taken != "mine" else "a-first.toml"
    (problem,) = loaded.problems
    assert problem.sentence.startswith(f'b-second.toml, line 8, id: the id "{taken}" is taken by {first}')
    assert problem.fix == f'"{taken}-2"'
    entry = loaded.routine(taken)
    assert entry is not None
    assert entry.path.name == first


def test_a_second_load_parses_nothing(own: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_routine(own, "mine")
    first = load_catalogue(resources(), own, cache)
    monkeypatch.setattr("tomllib.loads", None)
    assert load_catalogue(resources(), own, cache) == first


def test_a_file_that_changed_came_or_went_is_seen(own: Path, cache: Path) -> None:
    path = own_routine(own, "mine")
    load_catalogue(resources(), own, cache)
    own_routine(own, "mine", name="Mine, longer")
    own_routine(own, "another")
    changed = load_catalogue(resources(), own, cache)
    assert {entry.routine.name for entry in changed.routines if not entry.shipped} == {"Mine, longer", "Mine"}
    path.unlink()
    assert load_catalogue(resources(), own, cache).routine("mine") is None


def test_a_changed_exercise_has_every_routine_checked_again(tmp_path: Path, own: Path, cache: Path) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(resources(), copy, ignore=shutil.ignore_patterns("icons", "moves"))
    assert load_catalogue(copy, own, cache).problems == ()
    (copy / "exercises" / "supine_twist.toml").unlink()
    problems = load_catalogue(copy, own, cache).problems
    assert {problem.file_name for problem in problems} >= {"floor-only.toml", "upper-and-lower-back.toml"}
    assert all('no exercise is called "supine_twist"' in problem.what for problem in problems)


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"torn", b"\xff" * 1000])
def test_a_cache_that_is_no_cache_is_made_anew(content: bytes, own: Path, cache: Path) -> None:
    first = load_catalogue(resources(), own, cache)
    whole = (cache / CACHE).read_bytes()
    (cache / CACHE).write_bytes(content)
    assert load_catalogue(resources(), own, cache) == first
    assert (cache / CACHE).read_bytes() == whole


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_cache_changes_nothing(
    own: Path, cache: Path, catalogue: Catalogue, at: float, bit: int, cut: bool
) -> None:
    load_catalogue(resources(), own, cache)
    content = bytearray((cache / CACHE).read_bytes())
    place = int(at * len(content))
    if cut:
        del content[place:]
    else:
        content[place] ^= 1 << bit
    (cache / CACHE).write_bytes(content)
    loaded = load_catalogue(resources(), own, cache)
    assert (loaded.exercises, loaded.routines) == (catalogue.exercises, catalogue.routines)


def test_a_cache_folder_that_cant_be_written_costs_only_time(own: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    loaded = load_catalogue(resources(), own, in_the_way / "cache")
    assert loaded.problems == ()
    assert loaded.routines == catalogue.routines


def test_folders_that_arent_there_or_arent_folders(tmp_path: Path, cache: Path, catalogue: Catalogue) -> None:
    assert load_catalogue(resources(), tmp_path / "none", cache).problems == ()
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    loaded = load_catalogue(resources(), in_the_way, cache)
    assert [problem.file_name for problem in loaded.problems] == ["file"]
    assert loaded.routines == catalogue.routines


def test_without_its_resources_the_program_says_so(tmp_path: Path, own: Path, cache: Path) -> None:
    loaded = load_catalogue(tmp_path / "gone", own, cache)
    assert loaded.routines == ()
    assert [problem.sentence for problem in loaded.problems] == [
        "equipment.toml: there is no such file.",
        "exercises: there are no exercises here; install Trainer again.",
    ]
    assert not cache.exists()


def test_a_routine_is_opened_by_its_id_or_its_file(own: Path, catalogue: Catalogue) -> None:
    assert open_routine("floor-only", catalogue).shipped
    path = own_routine(own, "elsewhere")
    entry = open_routine(str(path), catalogue)
    assert (entry.routine.id, entry.shipped, entry.path) == ("elsewhere", False, path)
    with pytest.raises(LibraryError, match=r'^flor-only: no routine or file .* "floor-only" is likely meant\.$'):
        open_routine("flor-only", catalogue)
    with pytest.raises(
        LibraryError, match=r"^zzz: no routine or file is called this; `trainer routine list` names them"
    ):
        open_routine("zzz", catalogue)
    with pytest.raises(LibraryError, match="no such file"):
        open_routine(str(own / "gone.toml"), catalogue)


def test_what_is_not_there_is_told_from_a_file_that_is_wrong(own: Path, cache: Path) -> None:
    catalogue = load_catalogue(resources(), own, cache)
    empty = own_routine(own, "empty")
    empty.write_text("")
    for reference, found in (("flor-only", False), (str(own / "gone.toml"), False), (str(empty), True)):
        with pytest.raises(LibraryError) as caught:
            open_routine(reference, catalogue)
        assert caught.value.problem.found is found


def test_a_warm_load_imports_nothing_heavy(own: Path, cache: Path) -> None:
    load_catalogue(resources(), own, cache)
    code = (
        "import sys; from pathlib import Path; from trainer.library.catalogue import load_catalogue\n"
        "loaded = load_catalogue(*map(Path, sys.argv[1:])); assert len(loaded.exercises) >= 19\n"
        "heavy = {'tomllib', 'difflib', 'tomlkit', 'tempfile', 'trainer.library.wording', 'PySide6'}\n"
        "print(*(heavy & set(sys.modules)))"
    )
    arguments = [sys.executable, "-c", code, str(resources()), str(own), str(cache)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=resources().parent)
    assert done.stdout.strip() == ""
