"""An error of the program's own: written down, told calmly, once; and a start that goes on with the session."""

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import House, Launch
from tests.ui.listening import heard
from trainer.app.mishaps import MOST_REPORTS, Mishaps
from trainer.core.snapshot import SessionState
from trainer.ui.widgets.choice_dialog import ChoiceDialog
from trainer.ui.widgets.text import Text

THEIRS = "a word of theirs"  # what an error says may be the person's


@pytest.fixture
def mishaps(house: House) -> Iterator[Mishaps]:
    house.open(start=True)
    made = Mishaps(house.look, house.window, house.paths.log, house.clock)
    house.rooms.session_running.connect(made.note_session)
    yield made
    made.close()


def dialogs(house: House) -> list[ChoiceDialog]:
    return [one for one in house.window.findChildren(ChoiceDialog) if one.isVisible()]


def words(dialog: ChoiceDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def reports(house: House) -> list[Path]:
    return sorted((house.paths.log.parent / "reports").glob("*.txt"))


def fail(number: int = 0) -> None:
    """Ten places to fail at."""
    if number == 1:
        raise ValueError(THEIRS)
    if number == 2:
        raise KeyError(THEIRS)
    raise RuntimeError(THEIRS)


def meet(mishaps: Mishaps, number: int = 0) -> None:
    try:
        fail(number)
    except Exception as error:  # noqa: BLE001 - whatever it is
        mishaps.meet(error)


def test_it_is_written_and_told_and_the_session_goes_on(house: House, mishaps: Mishaps) -> None:
    try:
        fail()
    except RuntimeError:  # as Qt does with a slot that fails
        sys.excepthook(*sys.exc_info())
    QApplication.processEvents()
    (dialog,) = dialogs(house)
    (report,) = reports(house)
    assert "are safe" in words(dialog)
    assert str(report) in words(dialog)
    text = report.read_text()
    assert "RuntimeError" in text
    assert "in fail" in text
    assert THEIRS not in text
    house.button("Go on").click()
    house.go(2)
    assert house.driver.snapshot().state is SessionState.RUNNING
    assert mishaps.found_fault is None


def test_one_at_a_time_each_place_once_and_never_without_end(house: House, mishaps: Mishaps) -> None:
    for _ in range(50):
        meet(mishaps)
    meet(mishaps, 1)
    meet(mishaps, 2)
    QApplication.processEvents()
    assert len(dialogs(house)) == 1
    assert len(reports(house)) == 3 <= MOST_REPORTS
    assert house.paths.log.read_text().count("mishap: ") == 52


def test_a_thread_s_error_is_told_too(qtbot: QtBot, house: House, mishaps: Mishaps) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs(house)) == 1)
    assert "RuntimeError" in reports(house)[0].read_text()
    assert mishaps.parent() is None


def test_start_again_goes_on_with_the_session(house: House, mishaps: Mishaps, launch: Launch) -> None:
    wanted = heard(mishaps.restart_wanted)
    house.go(30)
    meet(mishaps)
    QApplication.processEvents()
    house.button("Start Trainer again").click()
    assert wanted == [()]
    elapsed = house.driver.snapshot().active_seconds
    house.close()
    again = launch()
    again.window.resize(1280, 800)
    again.window.show()
    again.rooms.open(None, start=False, resume=True)
    QApplication.processEvents()
    assert again.page.shown is again.page.player
    assert again.driver.snapshot().state is SessionState.PAUSED
    assert again.driver.snapshot().active_seconds == pytest.approx(elapsed, abs=1.0)


def test_without_a_session_left_open_resume_is_an_ordinary_start(launch: Launch) -> None:
    house = launch()
    house.window.show()
    house.rooms.open(None, start=False, resume=True)
    QApplication.processEvents()
    assert house.page.shown is house.page.ready


def test_show_the_report_opens_its_folder(house: House, mishaps: Mishaps, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    meet(mishaps)
    QApplication.processEvents()
    house.button("Show the report").click()
    assert [Path(url.toLocalFile()).name for url in opened] == ["reports"]


def test_where_nothing_can_be_written_it_is_told_all_the_same(house: House, mishaps: Mishaps) -> None:
    (house.paths.log.parent / "reports").write_text("in the way")
    meet(mishaps)
    QApplication.processEvents()
    (dialog,) = dialogs(house)
    assert "could not be written" in words(dialog)


def test_what_qt_warns_of_and_sessions_are_in_the_log(house: House, mishaps: Mishaps) -> None:
    qWarning(f"can't find {Path.home() / 'x'}")
    mishaps.note_session(running=True)
    text = house.paths.log.read_text()
    assert "WARNING Qt: can't find ~" in text
    assert "a session began" in text
    logging.getLogger("trainer.ui.x").warning("from a module")
    assert "from a module" in house.paths.log.read_text()


SCRIPT = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from trainer.app.mishaps import Mishaps
from trainer.core.preferences import ThemeChoice
from trainer.desktop.clock import SystemClock
from trainer.resources import resources
from trainer.ui.theme.look import Look
app = QApplication([])
window = QWidget()
mishaps = Mishaps(Look(resources(), ThemeChoice.LIGHT), window, Path(sys.argv[1]), SystemClock())
print(mishaps.found_fault)
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGSEGV)
mishaps.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGSEGV can't be sent there")
def test_a_run_killed_by_a_fault_is_known_to_the_next(tmp_path: Path) -> None:
    log = tmp_path / "trainer.log"

    def run(how: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", SCRIPT, str(log), how]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    first = run("killed")
    assert (first.returncode, first.stdout.strip()) == (-signal.SIGSEGV, "None")
    second = run("well")
    assert second.returncode == 0, second.stderr
    report = Path(second.stdout.strip())
    assert "Segmentation fault" in report.read_text()
    assert run("well").stdout.strip() == "None"
