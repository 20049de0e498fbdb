"""Importing the charts: late, and in any thread."""

import subprocess
import sys

IMPORT_LIGHT = """
import sys
import trainer.ui.charts, trainer.ui.charts.bars, trainer.ui.charts.words
import trainer.ui.progress.page
print([name for name in ("pyqtgraph", "numpy") if name in sys.modules])
"""

IN_A_THREAD = """
import os, sys, threading
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
import shiboken6
application = QApplication([])
messages = []
qInstallMessageHandler(lambda kind, context, text: messages.append(text))
before = {id(wrapper) for wrapper in shiboken6.getAllValidWrappers()}
from trainer.ui.charts import preload
thread = threading.Thread(target=preload)
thread.start()
thread.join()
made = [w for w in shiboken6.getAllValidWrappers() if isinstance(w, QObject) and id(w) not in before]
print([repr(w) for w in made if w.thread() != application.thread()], messages, "pyqtgraph" in sys.modules)
from pathlib import Path
from trainer.resources import resources
from trainer.ui.charts.mini import MiniWeeksChart
from trainer.ui.theme.look import Look
chart = MiniWeeksChart(Look(resources()))
chart.resize(300, 200)
print(chart.grab().isNull(), messages)
"""


def run(code: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stderr == ""
    return result.stdout.split("\n")[:-1]


def test_nothing_heavy_is_imported_before_a_chart_is_made() -> None:
    assert run(IMPORT_LIGHT) == ["[]"]


def test_preloading_in_a_thread_leaves_no_object_behind_and_charts_work_afterwards() -> None:
    assert run(IN_A_THREAD) == ["[] [] True", "False []"]
