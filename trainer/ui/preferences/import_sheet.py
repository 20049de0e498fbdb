"""ImportSheet: what a file holds before it comes into the log, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from trainer.core.duplicates import Sorted
from trainer.exchange.import_words import detail_words, found_words, news_words, weighing_words
from trainer.exchange.incoming import Incoming
from trainer.exchange.set_rows import LoadUnit
from trainer.language import ntr, tr
from trainer.ui.preferences.import_table import ImportTable
from trainer.ui.preferences.settings_group import SettingRow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text

_UNITS = (LoadUnit.KG, LoadUnit.LB)
_REPORT = 110  # px at 100 %, of what was not understood


class ImportSheet(Sheet):
    """The preview, of weighings the new ones; `import_chosen` takes it.

    What the file leaves open is asked, and `read_again` reads it so.
    """

    import_chosen = Signal()
    read_again = Signal(object, bool)  # LoadUnit, month first

    def __init__(
        self,
        look: Look,
        path: Path,
        incoming: Incoming,
        found: Sorted,
        unit: LoadUnit,
        parent: QWidget,
        *,
        month_first: bool = False,
    ) -> None:
        super().__init__(look, tr("Import from {file}").format(file=path.name), parent, width=720)
        self._new, self._weighings = len(found.new), len(incoming.weighings)
        self._unit = Segmented(look, [tr("Kilograms"), tr("Pounds")], _UNITS.index(unit), height=34, parent=self)
        self._order = Segmented(look, [tr("Day first"), tr("Month first")], int(month_first), height=34, parent=self)
        self._unit.setVisible(incoming.unit_open)
        self._order.setVisible(incoming.dates_open)
        self.column.addWidget(Text(look, found_words(incoming), "body"))
        news = news_words(found)
        if news:
            self.column.addWidget(Text(look, news, "body-bold"))
        if incoming.weighings:
            self.column.addWidget(Text(look, weighing_words(len(incoming.weighings)), "body"))
        if incoming.workouts:
            self.column.addWidget(ImportTable(look, found))
        self._ask(incoming)
        self._report(incoming)
        self._bar()

    def _ask(self, incoming: Incoming) -> None:
        if incoming.unit_open:
            self.column.addWidget(SettingRow(self._look, tr("Loads are in"), self._unit))
        if incoming.dates_open:
            self.column.addWidget(SettingRow(self._look, tr("Dates have the"), self._order))
        for choice in (self._unit, self._order):
            choice.index_chosen.connect(lambda _index: self._on_answered())

    def _report(self, incoming: Incoming) -> None:
        said = [one for one in detail_words(incoming) if one not in incoming.problems]
        for sentence in said:
            self.column.addWidget(Text(self._look, sentence, "small", "ink2"))
        if not incoming.problems:
            return
        count = len(incoming.problems) + incoming.more_problems
        heading = ntr("{n} line was not understood", "{n} lines were not understood", count)
        self.column.addWidget(Text(self._look, heading, "body-bold"))
        lines = QPlainTextEdit("\n".join(incoming.problems))
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        lines.setAccessibleName(heading)
        lines.setFixedHeight(self._look.px(_REPORT))
        self.column.addWidget(lines)

    def _bar(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(self._look.sp(8))
        bar.addStretch(1)
        if self._new or self._weighings:
            cancel = Button(self._look, tr("Cancel"), "second", height=44)
            cancel.clicked.connect(self.reject)
            bar.addWidget(cancel)
            words = ntr("Import {n} workout", "Import {n} workouts", self._new)
            if not self._new:
                words = ntr("Import {n} weighing", "Import {n} weighings", self._weighings)
            go = Button(self._look, words, "primary", height=44)
            go.clicked.connect(self.import_chosen)
            go.clicked.connect(self.accept)
        else:
            go = Button(self._look, tr("Close"), "primary", height=44)
            go.clicked.connect(self.accept)
        bar.addWidget(go)
        self.column.addLayout(bar)
        go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        self.read_again.emit(_UNITS[self._unit.current], bool(self._order.current))
        self.accept()


class ImportedSheet(Sheet):
    """What came in, with the way back; `undo_chosen` takes it out again."""

    undo_chosen = Signal()

    def __init__(self, look: Look, path: Path, workouts: int, known: int, left_out: int, parent: QWidget) -> None:
        super().__init__(look, tr("Import"), parent, width=520)
        said = ntr("{n} workout is in your log now", "{n} workouts are in your log now", workouts)
        self.column.addWidget(Text(look, tr("{workouts}, from {file}.").format(workouts=said, file=path.name), "body"))
        if known:
            words = ntr(
                "{n} was there already and stayed as it was.", "{n} were there already and stayed as they were.", known
            )
            self.column.addWidget(Text(look, words, "body", "ink2"))
        if left_out:
            words = ntr("{n} line was left out.", "{n} lines were left out.", left_out)
            self.column.addWidget(Text(look, words, "body", "ink2"))
        bar = QHBoxLayout()
        bar.setSpacing(look.sp(8))
        words = tr("Take it out again") if workouts == 1 else tr("Take them out again")
        undo = Button(look, words, "second", "undo", height=44)
        undo.clicked.connect(self.undo_chosen)
        undo.clicked.connect(self.accept)
        done = Button(look, tr("Done"), "primary", height=44, min_width=110)
        done.clicked.connect(self.accept)
        bar.addStretch(1)
        bar.addWidget(undo)
        bar.addWidget(done)
        self.column.addLayout(bar)
        done.setFocus(Qt.FocusReason.OtherFocusReason)
