"""What CONTRIBUTING.md promises of the modules: small, in their layer, and named after the one thing in them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
JUNK_DRAWERS = {"util", "utils", "utilities", "manager", "managers", "helper", "helpers", "misc", "common", "tools"}

MODULES = sorted(path for room in ("trainer", "packaging", "tests") for path in (ROOT / room).rglob("*.py"))


def test_imports_keep_to_the_contracts() -> None:
    """In a process of its own: the tool switches off the loggers of whoever calls it."""
    check = (
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None, no_logo=True))"
    )
    result = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short_and_named_after_the_one_thing_in_it(path: Path) -> None:
    assert path.stem not in JUNK_DRAWERS
    if ROOT / "tests" not in path.parents:  # the cases of one thing may be many
        assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


def test_packaging_is_no_package() -> None:
    """It would shadow the package `packaging` that half of the tools import."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_room_of_the_program_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "trainer").rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


def test_tests_are_no_packages_and_mirror_the_program() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
    beside = {"house", "packaging", "data", "golden", "end_to_end", "benchmarks", "hostile", "__pycache__"}
    rooms = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - beside
    assert [room for room in rooms if not (ROOT / "trainer" / room).exists()] == []
