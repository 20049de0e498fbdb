"""A file is the old or the new one, never half of either."""

from pathlib import Path

import pytest

from trainer.atomic_file import write_atomically, write_new


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="no room"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_of_a_link_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "folder" / "file", tmp_path / "link"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    names = [write_new(tmp_path, "routine", ".toml", content).name for content in (b"1", b"2", b"3")]
    assert names == ["routine.toml", "routine-2.toml", "routine-3.toml"]
    assert (tmp_path / "routine.toml").read_bytes() == b"1"
