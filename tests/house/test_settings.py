"""The project's settings agree with each other and with what is installed."""

import re
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from virtual_environment import NEWEST, OLDEST

ROOT = Path(__file__).parents[2]
PYTHONS = ("3.11", "3.12", "3.13")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    read: dict[str, Any] = settings["project"]
    return read


@pytest.fixture(scope="module")
def pinned() -> dict[str, Requirement]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def test_bootstrap_and_the_project_want_the_same_pythons(project: dict[str, Any]) -> None:
    assert project["requires-python"] == f">={OLDEST[0]}.{OLDEST[1]},<{NEWEST[0]}.{NEWEST[1] + 1}"
    assert OLDEST <= sys.version_info[:2] <= NEWEST


def test_constraints_are_exact_versions_of_names(pinned: dict[str, Requirement]) -> None:
    assert pinned
    for pin in pinned.values():
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin
        assert pin.url is None


@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_and_theirs_is_pinned_within_its_range(
    project: dict[str, Any], pinned: dict[str, Requirement], python: str
) -> None:
    seen: set[str] = set()
    waiting = [*project["dependencies"], *project["optional-dependencies"]["dev"], "hatchling", "editables"]
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if requirement.marker and not requirement.marker.evaluate({"python_version": python, "extra": ""}):
            continue
        assert name in pinned, f"{requirement} is not in constraints.txt"
        version = Version(str(pinned[name].specifier).removeprefix("=="))
        assert version in requirement.specifier, f"{pinned[name]} is not {requirement}"
        if name not in seen:
            seen.add(name)
            waiting += requires(name) or []


def test_pyside_is_never_the_one_that_loses_references(project: dict[str, Any]) -> None:
    """6.12 on Python 3.11 aborts the interpreter: see CONTRIBUTING.md."""
    for dependency in project["dependencies"]:
        requirement = Requirement(dependency)
        applies = requirement.marker is None or requirement.marker.evaluate({"python_version": "3.11"})
        if requirement.name.startswith("PySide6") and applies:
            assert "6.12.0" not in requirement.specifier
            assert "6.11.3" in requirement.specifier
