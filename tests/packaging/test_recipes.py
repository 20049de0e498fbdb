"""Flatpak's manifest and the recipe for a forge: what they name is there, and comes from its one source."""

import re

from build import PACKAGES
from flatpak_package import manifest
from product import COMMAND, ID, PACKAGING


def test_the_flatpak_carries_the_id_and_no_network() -> None:
    lines = manifest().splitlines()
    assert f"id: {ID}" in lines
    assert f"command: {COMMAND}" in lines
    assert not any("share=network" in line or "filesystem=home" in line or "filesystem=host" in line for line in lines)


def test_the_workflow_builds_on_three_systems_what_build_py_knows() -> None:
    text = (PACKAGING / "workflow.yml").read_text(encoding="utf-8")
    built = {}
    for system, packages in re.findall(r"\{ system: (\w+)-\S+, packages: ([\w ]+) \}", text):
        built[system] = packages.split()
    assert built == {"ubuntu": ["deb", "tar"], "windows": ["setup", "msix"], "macos": ["dmg"]}
    assert all(name in PACKAGES for packages in built.values() for name in packages)
    scripts = set(re.findall(r"packaging/\w+\.py", text))
    assert scripts == {"packaging/build.py", "packaging/try_bundle.py", "packaging/smoke_test.py"}
    assert all((PACKAGING.parent / script).is_file() for script in scripts)
