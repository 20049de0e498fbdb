"""What of all that PyInstaller collects is shipped, by lists made up; and that the program runs without the rest."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from shipped import STOOD_IN_FOR, UNUSED_MODULES, plugin_folder, shipped_binaries, shipped_data

ROOT = Path(__file__).parents[2]
VENV = "/venv/lib"
QT = "PySide6/Qt"


def shipped(*names: str, links: dict[str, list[str]] | None = None) -> list[str]:
    """Those of the named files that are shipped; each lies in the environment unless it begins with a slash."""
    entries = [
        (
            name.lstrip("/"),
            name if name.startswith("/") else f"{VENV}/{name}",
            "EXTENSION" if "abi3" in name else "BINARY",
        )
        for name in names
    ]
    found = shipped_binaries(entries, lambda source: (links or {}).get(Path(source).name, []), [VENV])
    return [entry[0] for entry in found]


def test_plugins_go_along_by_name() -> None:
    plugins = f"{QT}/plugins"
    assert shipped(
        f"{plugins}/platforms/libqxcb.so", f"{plugins}/platforms/libqvnc.so", f"{plugins}/sqldrivers/a.so"
    ) == [f"{plugins}/platforms/libqxcb.so"]


def test_a_library_goes_along_if_something_loaded_is_linked_to_it() -> None:
    links = {"QtGui.abi3.so": ["libQt6Gui.so.6"], "libQt6Gui.so.6": ["libQt6Core.so.6", "libc.so.6"]}
    libraries = [f"{QT}/lib/libQt6{part}.so.6" for part in ("Gui", "Core", "WebEngineCore")]
    assert shipped("PySide6/QtGui.abi3.so", *libraries, links=links) == ["PySide6/QtGui.abi3.so", *libraries[:2]]


def test_the_system_s_libraries_stay_but_python_s_own() -> None:
    links = {"a.abi3.so": ["libGL.so.1", "libsqlite3.so.0"]}
    names = ["a.abi3.so", "/usr/lib/libGL.so.1", "/usr/lib/libsqlite3.so.0", "/usr/lib/libpython3.11.so.1.0"]
    assert shipped(*names, links=links) == [names[0], names[2][1:], names[3][1:]]


def test_qml_never_goes_along() -> None:
    assert shipped(f"{QT}/qml/QtQuick/libqtquick2plugin.abi3.so") == []


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "platforms"),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "styles"),
        ("PySide6/Qt/lib/libQt6Core.so.6", None),
        ("numpy/plugins/x/y.so", None),
    ],
    ids=["linux", "windows", "library", "elsewhere"],
)
def test_a_plugin_is_known_by_its_place(place: str, kind: str | None) -> None:
    assert plugin_folder(place) == kind


def test_of_data_only_what_is_read_goes_along() -> None:
    names = ["trainer/_resources/moves/a.toml", "PySide6/QtCore.pyi", "numpy/tests/a.txt", "rapidfuzz/a.pyi"]
    links = [("libQt6Core.so.6", f"{QT}/lib/libQt6Core.so.6", "SYMLINK"), ("libQt6Pdf.so.6", "x", "SYMLINK")]
    core = [(f"{QT}/lib/libQt6Core.so.6", "x", "BINARY")]
    kept = shipped_data([*((name, f"{VENV}/{name}", "DATA") for name in names), *links], core)
    assert [entry[0] for entry in kept] == [names[0], "libQt6Core.so.6"]


def test_the_whole_program_is_imported_without_what_is_left_out() -> None:
    """Charts, sound and speech as well, which import more than one sees from their files."""
    script = """
import importlib, pkgutil, sys
count = int(sys.argv[1])
stood_in_for, unused = sys.argv[2 : 2 + count], set(sys.argv[2 + count :])
class Missing:
    def find_spec(self, name, path=None, target=None):
        if any(name == left_out or name.startswith(left_out + ".") for left_out in unused):
            raise ModuleNotFoundError("it is not shipped", name=name)
sys.meta_path.insert(0, Missing())
sys.path.append("packaging")
for name in stood_in_for:
    sys.modules[name] = importlib.import_module("opengl_stand_in")
import trainer
for module in pkgutil.walk_packages(trainer.__path__, "trainer."):
    importlib.import_module(module.name)
importlib.import_module("PySide6.QtMultimedia")
importlib.import_module("PySide6.QtTextToSpeech")
importlib.import_module("PySide6.QtPrintSupport")
importlib.import_module("PySide6.QtSvg")
"""
    command = [sys.executable, "-c", script, str(len(STOOD_IN_FOR)), *STOOD_IN_FOR, *UNUSED_MODULES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_nothing_that_is_left_out_is_imported_in_some_corner_either() -> None:
    """Where an import stands in a function, it is met when somebody uses that: then it would be missing."""
    corners = []
    for path in (ROOT / "trainer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            unused = [*UNUSED_MODULES, *STOOD_IN_FOR]
            corners += [
                f"{path.name}: {name}"
                for name in names
                if name in unused or name.startswith(tuple(f"{left_out}." for left_out in unused))
            ]
    assert corners == []
