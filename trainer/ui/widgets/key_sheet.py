"""KeySheet: every key there is, by what it is for."""

import math

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_key, key_width
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text

_CAP = 22.0  # height of a key cap, px at 100 %
_COLUMNS_FROM = 640  # px at 100 %: from here the groups stand in two columns


class KeyLine(Struct, frozen=True):
    """What keys do. Any of `keys` does it."""

    does: str
    keys: tuple[str, ...]


class KeyGroup(Struct, frozen=True):
    """Keys that belong together."""

    name: str
    lines: tuple[KeyLine, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """All keys, in the person's language."""
    space, page_up, page_down = tr("Space"), tr("Page Up"), tr("Page Down")
    left, right = "\N{LEFTWARDS ARROW}", "\N{RIGHTWARDS ARROW}"
    up, down = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
    return (
        KeyGroup(
            tr("During a session"),
            (
                KeyLine(tr("Start, pause, resume, done"), (space,)),
                KeyLine(tr("Next move"), (right, page_down)),
                KeyLine(tr("Start the move again; twice: the move before"), (left, page_up)),
                KeyLine(tr("Ten seconds more"), (up,)),
                KeyLine(tr("Ten seconds less"), (down,)),
                KeyLine(tr("Easier"), ("E",)),
                KeyLine(tr("Harder"), ("H",)),
                KeyLine(tr("Pause"), ("B", ".")),
                KeyLine(tr("Undo the last skip"), (tr("Ctrl+Z"),)),
            ),
        ),
        KeyGroup(
            tr("What you see and hear"),
            (
                KeyLine(tr("Distance mode"), ("D",)),
                KeyLine(tr("Distance mode on a second screen"), ("W",)),
                KeyLine(tr("Full screen"), ("F11",)),
                KeyLine(tr("Routine panel"), ("L",)),
                KeyLine(tr("Voice"), ("V",)),
                KeyLine(tr("Turn the figure"), ("[", "]")),
                KeyLine(tr("Leave distance mode, then pause"), (tr("Esc"),)),
            ),
        ),
        KeyGroup(
            tr("In the editor"),
            (
                KeyLine(tr("Move a step or block"), (tr("Alt+{key}").format(key=up), tr("Alt+{key}").format(key=down))),
                KeyLine(tr("Add a step"), (tr("Insert"), tr("Enter"))),
                KeyLine(tr("Remove"), (tr("Delete"),)),
                KeyLine(tr("Duplicate"), (tr("Ctrl+D"),)),
                KeyLine(tr("Switch a step on or off, fold a block"), (space,)),
                KeyLine(tr("Type the work, or less and more of it"), (tr("F2"), "−", "+")),
                KeyLine(tr("Undo, redo"), (tr("Ctrl+Z"), tr("Ctrl+Shift+Z"))),
                KeyLine(tr("Save"), (tr("Ctrl+S"),)),
            ),
        ),
        KeyGroup(
            tr("In the list of sessions"),
            (
                KeyLine(tr("Open, delete a session"), (tr("Enter"), tr("Delete"))),
                KeyLine(tr("Undo a deletion"), (tr("Ctrl+Z"),)),
                KeyLine(tr("Search, add one by hand"), (tr("Ctrl+F"), tr("Insert"))),
            ),
        ),
        KeyGroup(
            tr("Elsewhere"),
            (
                KeyLine(tr("How hard it was, from very easy to maximal"), (tr("1 to 7"),)),
                KeyLine(tr("Search the library"), ("/",)),
                KeyLine(tr("Make the routine a favourite"), ("F",)),
                KeyLine(tr("These keys"), ("?",)),
                KeyLine(tr("Close Trainer"), (tr("Ctrl+Q"),)),
            ),
        ),
    )


class KeySheet(Sheet):
    """Opened by `?` and from Settings."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, tr("Keyboard"), parent, width=760)
        shelf = QWidget()
        grid = QGridLayout(shelf)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.sp(32))
        grid.setVerticalSpacing(look.sp(16))
        first, *others = (_Group(look, group) for group in key_groups())
        two = look.em(parent.window().width()) >= _COLUMNS_FROM
        grid.addWidget(first, 0, 0, len(others) if two else 1, 1, Qt.AlignmentFlag.AlignTop)
        for place, group in enumerate(others):
            row, column = (place, 1) if two else (place + 1, 0)
            grid.addWidget(group, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(2 if two else 1):
            grid.setColumnStretch(column, 1)
        self.column.addWidget(shelf)
        note = tr("A presentation clicker and the media keys of a keyboard or headset work too.")
        self.column.addWidget(Text(look, note, "small", "ink2"))


class _Group(QWidget):
    def __init__(self, look: Look, group: KeyGroup) -> None:
        super().__init__()
        self.setAccessibleName(group.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(10))
        column.addWidget(Text(look, group.name, "body-bold"))
        lines = QGridLayout()
        lines.setHorizontalSpacing(look.sp(12))
        lines.setVerticalSpacing(look.sp(7))
        lines.setColumnStretch(0, 1)
        for row, line in enumerate(group.lines):
            lines.addWidget(Text(look, line.does, "body", "ink2"), row, 0)
            lines.addWidget(_Caps(look, line.keys), row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(lines)


class _Caps(DrawnLabel):
    """Key caps side by side."""

    def __init__(self, look: Look, keys: tuple[str, ...]) -> None:
        self._keys = keys
        super().__init__(look, ", ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        gap = self.look.px(5)
        width = sum(key_width(self.look, key, _CAP) + gap for key in self._keys) - gap
        return QSize(math.ceil(width) + 1, self.look.px(_CAP))

    def draw(self, painter: QPainter) -> None:
        left = 0.5
        for key in self._keys:
            draw_key(painter, self.look, left, self.height() / 2, key, self.look.color("ink2"), _CAP)
            left += key_width(self.look, key, _CAP) + self.look.px(5)
