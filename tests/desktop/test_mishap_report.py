"""Reports say where, not what was written there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from trainer.desktop.mishap_report import KEPT, place_of, report_text, told, write_report

WHEN = datetime(2026, 11, 26, 19, 5, 1, tzinfo=UTC)


def fail(said: str) -> None:
    try:
        dict[str, int]()[said]
    except KeyError as error:
        raise OSError(28, f"no room for {said}") from error


def caught(said: str = "weight 93 kg") -> BaseException:
    try:
        fail(said)
    except OSError as error:
        return error
    raise AssertionError


def test_it_tells_the_place_and_the_cause_and_nothing_that_was_said() -> None:
    text = report_text(caught(), WHEN, ["the last line"], ("Qt 6",))
    assert "weight" not in text.replace("notes, weights", "")
    assert text.index("KeyError") < text.index("OSError [28]")
    assert "in fail" in text
    assert text.rstrip().endswith("the last line")
    assert "2026-11-26 19:05:01 UTC" in text


def test_the_same_mishap_is_known_by_its_place() -> None:
    assert place_of(caught("a")) == place_of(caught("b"))
    assert place_of(caught()).startswith("OSError [28] at test_mishap_report.py:")
    assert place_of(ValueError()) == "ValueError at nowhere"


def test_a_ring_of_causes_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert told(one).count("Error") == 5


def test_each_has_a_file_of_its_own_and_the_newest_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    paths = [write_report(folder, f"number {n}", WHEN) for n in range(3)]
    assert len(set(paths)) == 3
    for n in range(20):
        write_report(folder, str(n), WHEN.replace(day=1 + n))
    assert len(list(folder.iterdir())) == KEPT


def test_a_folder_that_can_t_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"\w"):
        write_report(tmp_path / "file" / "reports", "", WHEN)
