"""A routine file from elsewhere is checked, then copied, never over another."""

from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.importing import import_routine
from trainer.library.problem import LibraryError
from trainer.resources import resources, routines


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A routine file somebody sent, with comments."""
    path = tmp_path / "from a friend.toml"
    text = (routines() / "floor-only.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('id = "floor-only"', 'id = "friends-floor" # hers'), encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The person's folder of routines, not made yet."""
    return tmp_path / "data" / "routines"


def test_a_good_file_is_copied_comments_and_all(source: Path, own: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    entry = import_routine(source, own, catalogue)
    assert entry.path == own / "friends-floor.toml"
    assert entry.path.read_bytes() == source.read_bytes()
    assert [path.name for path in own.iterdir()] == ["friends-floor.toml"]
    loaded = load_catalogue(resources(), own, tmp_path / "cache").routine("friends-floor")
    assert loaded is not None
    assert loaded.routine == entry.routine


def test_a_file_of_the_same_name_is_left_alone(source: Path, own: Path, catalogue: Catalogue) -> None:
    own.mkdir(parents=True)
    for name in ("friends-floor.toml", "friends-floor-2.toml"):
        (own / name).write_text("something else of mine")
    assert import_routine(source, own, catalogue).path == own / "friends-floor-3.toml"
    assert (own / "friends-floor.toml").read_text() == "something else of mine"


def test_a_taken_id_is_refused_naming_both(own: Path, catalogue: Catalogue) -> None:
    shipped = routines() / "floor-only.toml"
    with pytest.raises(
        LibraryError, match=r'^floor-only\.toml, line 8, id: the id "floor-only" is taken by floor-only'
    ):
        import_routine(shipped, own, catalogue)
    assert not own.exists()


def test_a_new_id_takes_the_place_of_the_old_and_touches_nothing_else(own: Path, catalogue: Catalogue) -> None:
    shipped = routines() / "floor-only.toml"
    entry = import_routine(shipped, own, catalogue, new_id="my-floor")
    assert entry.routine.id == "my-floor"
    expected = shipped.read_text(encoding="utf-8").replace('id = "floor-only"', 'id = "my-floor"')
    assert entry.path.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("new_id", ["My Floor", "../up", "", 'a"b', "a\nb", "a\\", "café"])
def test_a_new_id_must_be_an_id(new_id: str, own: Path, catalogue: Catalogue) -> None:
    with pytest.raises(LibraryError, match="small letters, digits and hyphens"):
        import_routine(routines() / "floor-only.toml", own, catalogue, new_id=new_id)


@pytest.mark.parametrize("name", ["article.html", "article.txt", "photo.jpg", "noname"])
def test_what_is_no_routine_file_is_told_what_is(name: str, tmp_path: Path, own: Path, catalogue: Catalogue) -> None:
    path = tmp_path / name
    path.write_text("<p>Eight moves for your back</p>")
    with pytest.raises(
        LibraryError, match=r"this is no routine file; only routine files \(\.toml\) can be imported\.$"
    ):
        import_routine(path, own, catalogue)


def test_a_folder_that_cant_be_made_is_a_sentence(source: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    with pytest.raises(LibraryError, match=r"^routines: the routine can't be kept here: "):
        import_routine(source, in_the_way / "routines", catalogue)


def test_a_write_that_fails_leaves_nothing_behind(
    source: Path, own: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LibraryError, match="No space left on device"):
        import_routine(source, own, catalogue)
    assert list(own.iterdir()) == []
