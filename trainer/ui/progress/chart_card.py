"""ChartCard: a chart under its heading, with what explains it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.charts.picture import ChartPicture
from trainer.ui.progress.table_dialog import TableDialog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

if TYPE_CHECKING:
    from trainer.ui.charts.columns import ColumnsView
    from trainer.ui.charts.year_map import YearMap

    Chart = ColumnsView | YearMap

_PADDING = (20, 16, 20, 10)


class ChartCard(Card):
    """Heading, aside, note and menu on one line, the note below them where there is no room; then the chart."""

    save_chosen = Signal(object)  # the card itself: save it as a picture
    print_chosen = Signal(object)  # the card itself

    def __init__(self, look: Look, chart: Chart, note: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=_PADDING, gap=8, parent=parent)
        self._look, self.chart, self._note = look, chart, note
        self._heading = Text(look, "", "h3", lines=1)
        self._heading.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the legend gives way first
        self._aside = Text(look, "", "small", "ink2", lines=1)
        self._aside.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._more = Button(look, "", "ghost", "export", height=30)
        self._more.clicked.connect(lambda: self._open_menu(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        self._menu = QMenu(self)
        self._menu.addAction(tr("Show as a table"), self.show_table)
        self._menu.addAction(tr("Save as a picture"), lambda: self.save_chosen.emit(self))
        self._menu.addAction(tr("Print"), lambda: self.print_chosen.emit(self))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(look.sp(8))
        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(look.sp(8))
        self._title_row.addWidget(self._heading)
        self._title_row.addWidget(self._aside)
        self._title_row.addStretch(1)
        self._head.addLayout(self._title_row, 1)
        if note is not None:
            self._head.addWidget(note)
        line = QHBoxLayout()
        line.setSpacing(look.sp(4))
        line.addLayout(self._head, 1)
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        self.column.addWidget(chart, 1)

    @property
    def title(self) -> str:
        """Its heading."""
        return self._heading.text()

    def set_title(self, title: str, aside: str = "") -> None:
        """The heading, which is the chart's name too, and words beside it."""
        self._heading.set_text(title)
        self.chart.setAccessibleName(title)
        self._more.setAccessibleName(tr("{chart}: table, picture, print").format(chart=title))
        self._more.setToolTip(tr("Table, picture, print"))
        self._aside.set_text(aside)
        self._aside.setVisible(bool(aside))
        self._arrange()

    def picture(self) -> ChartPicture:
        """All of it but the controls."""
        heading = " \N{MIDDLE DOT} ".join(filter(None, (self.picture_title(), self._aside.text())))
        return ChartPicture(self._look, heading, self.picture_parts())

    def picture_title(self) -> str:
        """What the picture is headed by."""
        return self.title

    def picture_parts(self) -> Sequence[QWidget]:
        """What the picture shows, from top to bottom."""
        return [self.chart] if self._note is None else [self._note, self.chart]

    def show_table(self) -> None:
        """Open its figures as a table."""
        TableDialog(self._look, self.picture_title(), self.chart.table(), self).open()

    # Qt

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key, and the right button."""
        self._open_menu(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    def _open_menu(self, at: QPoint) -> None:
        self._menu.setAccessibleName(self._more.accessibleName())
        self._menu.popup(at)

    @staticmethod
    def _least_width(note: QWidget) -> int:
        """What a note needs to be read: words all of it, a legend has a short form."""
        return (note.sizeHint() if isinstance(note, Text) else note.minimumSizeHint()).width()

    def _arrange(self) -> None:
        """The note beside the heading, or below it."""
        if self._note is None:
            return
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._more.sizeHint().width() - self._look.sp(12)
        wanted = self._title_row.minimumSize().width() + self._look.sp(8) + self._least_width(self._note)
        below = wanted > room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if below else across)
