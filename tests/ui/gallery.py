"""Every widget on one sheet: a developer's tool.

python -m tests.ui.gallery                    a window; keys 1 to 4 change the theme, + and - the text size
python -m tests.ui.gallery --save FOLDER      a PNG of each theme and text size
"""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tests.ui.specimens import SPECIMENS, disabled
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import Side
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.theme.style_sheet import Dressing
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.digits import Digits
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.nav_rail import NavRail
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate
from trainer.ui.widgets.surfaces import Ground
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.tile import Tile

THEMES = tuple(choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM)
SIZE = (1500, 1100)


class Sheet(Ground):
    """All specimens, laid out like the mock-ups' sheet of tokens."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look_shown = look
        Dressing(look, self)
        rail = NavRail(look)
        rail.set_current("workout")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 32, 0)
        columns.setSpacing(28)
        columns.addWidget(rail)
        columns.addLayout(self._phases(), 5)
        columns.addLayout(self._controls(), 5)
        columns.addLayout(self._page_parts(), 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        look = self._look_shown
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4:
            look.set_theme(THEMES[event.key() - Qt.Key.Key_1])
        elif event.key() == Qt.Key.Key_Plus:
            look.set_text_scale(look.text_scale + 0.25)
        elif event.key() == Qt.Key.Key_Minus:
            look.set_text_scale(look.text_scale - 0.25)

    def _make(self, name: str) -> QWidget:
        return SPECIMENS[name](self._look_shown)

    def _phases(self) -> QLayout:
        look = self._look_shown
        column = QVBoxLayout()
        column.setSpacing(6)
        for phase in PhaseLook:
            flood = Ground(look, phase.marks.flood)
            row = QHBoxLayout(flood)
            row.addWidget(PhasePill(look, phase))
            row.addWidget(self._make(f"TimeBar, {phase.value}"), 1)
            column.addWidget(flood)
        row = QHBoxLayout()
        row.addWidget(SidePlate(look, Side.LEFT))
        row.addWidget(SidePlate(look, Side.RIGHT))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Digits(look, "22", 90))
        column.addWidget(Digits(look, "12:05", 60, hollow=True, color="ink2"))
        column.addWidget(FitText(look, "Reverse fly, one arm", 44, 26))
        column.addWidget(Text(look, "Lead with the elbow, thumb down.", "cue"))
        column.addWidget(self._make("SessionBar"))
        for style in ("h1", "h2", "h3", "lead", "body", "small", "caption", "cap"):
            column.addWidget(Text(look, f"{style}: Keep your back flat", style, lines=1))
        column.addStretch(1)
        return column

    def _controls(self) -> QLayout:
        look = self._look_shown
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        for group in ("Button", "Switch", "Segmented", "Chip", "Tag", "TransportButton"):
            flow = Flow(look)
            for name in SPECIMENS:
                if name.split(",")[0] == group:
                    flow.add(self._make(name))
            if group == "Button":
                flow.add(disabled(Button(look, "Off", "primary")))
            column.addWidget(flow)
        for name in ("Stepper", "Select", "Slider", "QLineEdit", "Tile", "Tile, on", "WeekBar"):
            column.addWidget(self._make(name))
        column.addStretch(1)
        return column

    def _page_parts(self) -> QLayout:
        look = self._look_shown
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        for name in ("Text", "Text, one line", "Card", "RangeBars", "EffortPicker", "Rule", "Dots", "Toast"):
            column.addWidget(self._make(name))
        flow = Flow(look, 6)
        for icon in look.icons.names():
            flow.add(IconTile(look, icon, 34))
        column.addWidget(flow)
        column.addWidget(Tile(look, "ball", "Physio ball", "65 cm", True))
        column.addStretch(1)
        return column


def save(look: Look, folder: Path) -> None:
    """A PNG of each theme at 100 % and 200 % text."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        for scale in (1.0, 2.0):
            look.set_theme(theme)
            look.set_text_scale(scale)
            sheet = Sheet(look)
            sheet.resize(round(SIZE[0] * scale), round(SIZE[1] * scale))
            sheet.show()
            QApplication.processEvents()
            sheet.grab().save(str(folder / f"{theme.value}-{round(scale * 100)}.png"))
            sheet.close()


def main() -> int:
    """Show the gallery, or save it."""
    parser = argparse.ArgumentParser(prog="gallery", description="Every widget of Trainer on one sheet.")
    parser.add_argument("--save", metavar="FOLDER", type=Path, help="save pictures there instead of opening a window")
    arguments = parser.parse_args()
    if arguments.save:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    look = Look(resources(), ThemeChoice.LIGHT)
    if arguments.save:
        save(look, arguments.save)
        return 0
    sheet = Sheet(look)
    sheet.resize(*SIZE)
    sheet.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
