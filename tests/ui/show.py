"""A quiet page with example values, saved as a picture: a developer's tool.

python -m tests.ui.show ready light 1280x800 1.0 ready.png
"""

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from tests.ui import examples
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.style_sheet import Dressing
from trainer.ui.widgets.nav_rail import NavRail
from trainer.ui.widgets.surfaces import Ground

SETTLE_MS = 120  # of real time: layouts ask for themselves again until they fit


class Shell(Ground):
    """The rail and one page, as in the main window."""

    def __init__(self, look: Look, page: QWidget, name: str) -> None:
        super().__init__(look)
        Dressing(look, self)
        rail = NavRail(look)
        rail.set_current(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(page, 1)


def settle() -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(loop.quit)
    timer.start(SETTLE_MS)
    loop.exec()


def show(name: str, choice: ThemeChoice, size: tuple[int, int], scale: float, path: Path) -> None:
    look = Look(resources(), choice, text_scale=scale)
    page, room, dialog = examples.page(name, look, date(2025, 11, 22))
    shell = Shell(look, page, room)
    shell.resize(*size)
    shell.show()
    settle()
    if dialog is not None:
        sheet = dialog(shell)
        sheet.open()
        settle()
        sheet.grab().save(str(path))
        return
    shell.grab().save(str(path))


def main() -> None:
    name, theme, size, scale, path = sys.argv[1:6]
    width, height = size.split("x")
    application = QApplication([])
    application.setFont("Inter")
    show(name, ThemeChoice(theme), (int(width), int(height)), float(scale), Path(path))


if __name__ == "__main__":
    main()
