"""Nothing in the repository points at one machine, one registry or one workplace."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("trainer", "resources", "packaging", "tests", ".ci")
TEXT = {".py", ".toml", ".md", ".txt", ".qss", ".svg", ".sql", ".yaml", ".pot", ".po", ".json", ".csv", ".cfg", ""}

FORBIDDEN = {
    "a package registry": re.compile(r"(?i)\b(pypi|pythonhosted|npmjs|deb\.debian|registry\.\w+)\.(org|com|io)\b"),
    "a folder of one machine": re.compile(
        r"(?<![\w.~%])/(home|root|work|Users)/(?!ada/)\w"
    ),  # Ada lives in the examples
    "a temporary folder": re.compile(r"(?<![\w.])/(tmp|var/tmp)/\w"),
}


def files() -> list[Path]:
    rooms = [path for room in ROOMS for path in (ROOT / room).rglob("*")]
    return sorted(
        path
        for path in [*rooms, *ROOT.glob("*")]
        if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts
    )


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_points_at_one_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [f"{what}: {hit[0]}" for what, pattern in FORBIDDEN.items() if (hit := pattern.search(text))]
    assert found == []


def test_every_text_file_is_found() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in files()}
    assert {"README.md", "pyproject.toml", ".ci/run", "trainer/paths.py", "tests/house/test_files.py"} <= names
