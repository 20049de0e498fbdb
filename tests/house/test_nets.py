"""The nets of tests/conftest.py and of the settings catch what they are hung for: a run of tests that must fail."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

TESTS = """
import threading, time, warnings
import pytest
from PySide6.QtCore import QThread, QTimer, QVariantAnimation, qWarning
from PySide6.QtWidgets import QWidget

kept = []

@pytest.fixture(scope="module", autouse=True)
def _stop_all_at_the_end(qapp):
    yield
    timer, animation, thread = kept
    timer.stop(); animation.stop(); thread.quit(); thread.wait()

def test_leaks_a_timer():
    kept.append(QTimer()); kept[-1].start(10_000)

def test_leaks_an_animation():
    kept.append(QVariantAnimation(startValue=0, endValue=1, duration=60_000)); kept[-1].start()

def test_leaks_a_qt_thread():
    kept.append(QThread()); kept[-1].start()

def test_leaks_a_thread():
    threading.Thread(target=time.sleep, args=(3,), daemon=True).start()

def test_makes_qt_warn():
    qWarning("something is odd")

def test_makes_python_warn():
    warnings.warn("something is odd")

def test_raises_in_a_slot(qtbot):
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_closes_its_widget_with_a_running_timer(qtbot):
    widget = QWidget(); qtbot.addWidget(widget); QTimer(widget).start(10_000)

def test_drops_a_running_timer(qapp):
    QTimer().start(10_000)

def test_stops_its_timer(qapp):
    timer = QTimer(); timer.start(10_000); timer.stop()
"""


def test_what_is_left_running_or_warned_of_fails_its_test(tmp_path: Path) -> None:
    (tmp_path / "test_nets.py").write_text(TESTS, encoding="utf-8")
    command = ["-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rfE", "-q"]
    done = subprocess.run(
        [sys.executable, *command, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False, timeout=100
    )
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S+::(test_\w+)", done.stdout, re.MULTILINE))
    assert failed == {
        "test_leaks_a_timer",
        "test_leaks_an_animation",
        "test_leaks_a_qt_thread",
        "test_leaks_a_thread",
        "test_makes_qt_warn",
        "test_makes_python_warn",
        "test_raises_in_a_slot",
    }, done.stdout
    assert "left running after the test: timer without a name of nobody" in done.stdout
