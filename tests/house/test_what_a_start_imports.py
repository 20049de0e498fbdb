"""What a start loads, in a process of its own: a subcommand no Qt, the window nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"pyqtgraph", "numpy", "tomlkit", "babel", "hypothesis", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"}
LATER = {"sqlite3", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtDBus"}  # after the first frame


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules in memory after `code` in a fresh interpreter that sees `arguments` as its command line."""
    script = f"import sys\ntry:\n    {code}\nfinally:\n    print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["routine", "list"],
        ["routine", "show", "upper-and-lower-back"],
        ["routine", "cues", "upper-and-lower-back"],
        ["log", "--json"],
    ],
)
def test_a_subcommand_loads_no_qt(arguments: list[str], tmp_path: Path) -> None:
    modules = loaded("import trainer.__main__ as m; sys.exit(m.main())", "--data-dir", str(tmp_path), *arguments)
    assert "trainer.cli" in modules
    assert [name for name in modules if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph", "numpy"}] == []


def test_the_window_loads_nothing_heavy() -> None:
    modules = loaded("import trainer.app.program")
    assert "PySide6.QtWidgets" in modules
    assert (HEAVY | LATER) & modules == set()
