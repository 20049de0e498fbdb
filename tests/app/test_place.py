"""A data folder whose drive has gone is refused, and nothing is made in its place."""

from pathlib import Path

from trainer.app.records import place_missing


def test_what_is_there_or_can_be_made_is_fine(tmp_path: Path, home: Path) -> None:
    assert place_missing(tmp_path) == ""
    assert place_missing(tmp_path / "new") == ""
    assert place_missing(home / ".local" / "share" / "trainer") == ""


def test_a_drive_that_is_gone_is_named(tmp_path: Path) -> None:
    said = place_missing(tmp_path / "stick" / "trainer")
    assert said.startswith(f"{tmp_path / 'stick'} is not there")
    assert str(tmp_path / "stick" / "trainer") in said
