"""A file that the desktop opens in a running program, as macOS does; in a process with an application of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
sys.platform = sys.argv[1]
from trainer.desktop.opening_files import FileOpeningApplication, make_application
application = make_application(["trainer", "-platform", "offscreen"])
asked = []
if isinstance(application, FileOpeningApplication):
    application.file_asked.connect(asked.append)
QCoreApplication.sendEvent(application, QFileOpenEvent("/home/ada/back.trainer.toml"))
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.ApplicationPaletteChange))
print(type(application).__name__, *asked)
"""


def said_on(system: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, system], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_on_macos_the_file_that_is_asked_for_is_told() -> None:
    assert said_on("darwin") == "FileOpeningApplication /home/ada/back.trainer.toml"


def test_elsewhere_the_application_is_qt_s_own() -> None:
    assert said_on("linux") == "QApplication"
