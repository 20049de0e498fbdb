"""RecountSheet: past workouts counted anew: what would change, then the act, and the way back."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.recounting import Recount, Weights
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.weight.recount_table import RecountTable
from trainer.ui.weight.recount_words import last_sentence, recount_button, recount_sentence, weights_sentence
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import BottomBar, Rule
from trainer.ui.widgets.text import Text

_SIZE = QSize(720, 640)  # pixels at 100 % text, if the window is that large
_WEIGHTS = (Weights.OWN, Weights.OF_THE_DAY, Weights.NEWEST)


class RecountSheet(GroundDialog):
    """Modal to its window. It counts nothing itself: `preview_wanted` is followed by show_preview()."""

    preview_wanted = Signal(object)  # Weights
    recount_chosen = Signal(object)  # Recount: the one that was looked at
    undo_chosen = Signal()  # of the last recount
    stop_chosen = Signal()  # of what is under way

    def __init__(self, look: Look, unit: WeightUnit, parent: QWidget, *, weighed: bool) -> None:
        """`weighed`: whether there is any weighing."""
        title = tr("Recount past workouts")
        super().__init__(look, title, parent)
        self._unit, self._weighed = unit, weighed
        self._recount: Recount | None = None
        names = (tr("Its own weight"), tr("That day's weight"), tr("Newest weight"))
        self._choice = Segmented(look, names, _WEIGHTS.index(Weights.OF_THE_DAY), height=36)
        self._choice.setAccessibleName(tr("With which weight"))
        self._meaning = Text(look, "", "small", "ink2", balance=False)
        self._result = Text(look, "", "body-bold", balance=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._stop = Button(look, tr("Stop"), "second", height=34)
        self._work = QWidget()
        self.table = RecountTable(look)
        self._last = Text(look, "", "small", "ink2", balance=False)
        self._undo = Button(look, tr("Undo recount"), "second", "undo", height=40)
        self._do = Button(look, recount_button(Recount(Weights.OWN, 0, ())), "primary", height=40)
        self.frame.addWidget(self._page(title), 1)
        self.frame.addWidget(self._buttons())
        self._connect()
        self.show_last(None, 0)
        self._show_work(working=False)
        self.fit(_SIZE)

    @property
    def weights(self) -> Weights:
        """Whose weights are chosen."""
        return _WEIGHTS[self._choice.current]

    def want_preview(self) -> None:
        """Ask for a look at what is chosen."""
        self._recount = None
        self._meaning.set_text(weights_sentence(self.weights, weighed=self._weighed))
        self.preview_wanted.emit(self.weights)

    def show_progress(self, done: int, of: int) -> None:
        """So many of so many workouts are done."""
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._count.set_text(tr("{done} of {all} workouts").format(done=done, all=of) if of else "")
        self._show_work(working=True)

    def show_preview(self, recount: Recount) -> None:
        """What it would change."""
        self._recount = recount
        self._say(recount_sentence(recount))
        self.table.show_lines(recount.changed, self._unit)
        self._do.set_text(recount_button(recount))
        self._show_work(working=False)

    def show_stopped(self, sentence: str) -> None:
        """Nothing was done, and why."""
        self._recount = None
        self._say(sentence)
        self.table.show_lines((), self._unit)
        self._show_work(working=False)

    def show_last(self, day: date | None, workouts: int) -> None:
        """The recount that can be undone: its local date; None: there is none."""
        self._last.set_text("" if day is None else last_sentence(day, workouts))
        self._last.setVisible(day is not None)
        self._undo.setVisible(day is not None)

    # inside

    def _page(self, title: str) -> ScrollPage:
        look = self._look
        page = ScrollPage(look, margins=(24, 20, 24, 14), gap=10)
        add = page.column.addWidget
        add(Text(look, title, "h2"))
        said = tr("A workout keeps the weight and the method it was counted with until you say otherwise here.")
        add(Text(look, said, "body", "ink2", balance=False))
        choice = QHBoxLayout()
        choice.addWidget(self._choice)
        choice.addStretch(1)
        page.column.addLayout(choice)
        add(self._meaning)
        add(Rule(look))
        add(self._result)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(12))
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(self._stop)
        add(self._work)
        add(self.table, 1000)
        add(self._last)
        page.column.addStretch(1)
        return page

    def _buttons(self) -> BottomBar:
        bar = BottomBar(self._look, margin=24)
        close = Button(self._look, tr("Close"), "second", height=40)
        close.clicked.connect(self.accept)
        bar.row.addWidget(self._undo)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        bar.row.addWidget(self._do)
        return bar

    def _connect(self) -> None:
        self._choice.index_chosen.connect(lambda _index: self.want_preview())
        self._stop.clicked.connect(self.stop_chosen)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._do.clicked.connect(self._on_do_clicked)

    def _on_do_clicked(self) -> None:
        if self._recount is not None:
            recount, self._recount = self._recount, None
            self._choice.setEnabled(False)  # another preview would stop it
            self.recount_chosen.emit(recount)

    def _on_undo_clicked(self) -> None:
        self._choice.setEnabled(False)
        self.undo_chosen.emit()

    def _say(self, sentence: str) -> None:
        self._result.set_text(sentence)
        self.setAccessibleDescription(sentence)

    def _show_work(self, *, working: bool) -> None:
        """While there is work, nothing can be chosen but to stop it."""
        self._work.setVisible(working)
        self._result.setVisible(not working)
        changes = self._recount is not None and bool(self._recount.changed)
        if not working:
            self._choice.setEnabled(True)
        self.table.setVisible(changes or working)
        self._do.setEnabled(changes and not working)
        self._undo.setEnabled(not working)
