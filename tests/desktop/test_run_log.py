"""The program's own log: small, rotating, and nobody's."""

import getpass
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.desktop import run_log
from trainer.desktop.run_log import close_run_log, impersonal, last_lines, open_run_log

log = logging.getLogger("trainer.tests")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    found = tmp_path / "logs" / "trainer.log"
    handler = open_run_log(found)
    assert handler is not None
    yield found
    close_run_log(handler)


def test_a_line_has_its_moment_and_its_kind(path: Path) -> None:
    log.info("started %s", "0.1.0")
    log.debug("nobody asked")
    (line,) = path.read_text().splitlines()
    assert line[10] == "T"
    assert line[19:].startswith("Z INFO started 0.1.0")


def test_it_stays_small(path: Path) -> None:
    for n in range(20_000):
        log.info("line %06d of many, to fill a file and the next", n)
    files = list(path.parent.iterdir())
    assert len(files) <= 1 + run_log.KEPT
    assert sum(file.stat().st_size for file in files) < 3.1 * run_log.MOST_BYTES


def test_nobody_is_in_it(path: Path, home: Path) -> None:
    name = getpass.getuser()
    log.warning("can't open %s nor /media/%s/stick nor C:\\Users\\%s\\x", home / "diary.toml", name, name)
    try:
        int("my secret note")
    except ValueError:
        log.exception("failed")
    text = path.read_text()
    assert "~/diary.toml" in text.replace("\\diary", "/diary")
    assert str(home) not in text
    assert f"/{name}/" not in text
    assert f"\\{name}\\" not in text
    assert "secret" not in text
    assert len(text.splitlines()) == 2, "a line each, whatever was said"


def test_a_folder_that_can_t_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert open_run_log(tmp_path / "file" / "trainer.log") is None


def test_the_last_lines(path: Path, tmp_path: Path) -> None:
    for n in range(100):
        log.info("line %d", n)
    assert [line.split()[-1] for line in last_lines(path, 3)] == ["97", "98", "99"]
    assert last_lines(tmp_path / "none") == []


def test_without_a_home_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", none)
    assert impersonal("all is well") == "all is well"
