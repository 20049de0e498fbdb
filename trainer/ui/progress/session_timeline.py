"""SessionTimeline: the strip of a session with its legend, what is pointed at, and the same as a list to read."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, QStringListModel
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from trainer.core.session_strip import Stretch, StretchKind
from trainer.language import tr
from trainer.ui.progress.strip_view import StripView, draw_kind
from trainer.ui.progress.strip_words import (
    kind_word,
    length_text,
    stretch_sentence,
    time_text,
    totals_of_strip,
    totals_sentence,
)
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.painting import draw_text, text_width
from trainer.ui.widgets.text import Text

_LIST_HEIGHT = 170  # px at 100 %


class SessionTimeline(QWidget):
    """Says so where a session was not followed here, second by second."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strip: tuple[Stretch, ...] = ()
        self._sentences: list[str] = []
        self.strip = StripView(look)
        self.strip.pointed.connect(self._on_pointed)
        self._begin, self._end = (Text(look, "", "caption", "ink2", lines=1, tabular=True) for _ in range(2))
        self._pointed = Text(look, "", "small", "ink2", lines=1, tabular=True)
        self._legend = Flow(look, 14)
        self._as_list = Button(look, tr("As a list"), "link", "list", height=26, text_size=13)
        self._as_list.clicked.connect(self._on_as_list_clicked)
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(tr("Timeline as a list"))
        self._list.viewport().setAutoFillBackground(False)
        self._list.setFixedHeight(look.px(_LIST_HEIGHT))
        self._list.setFont(look.font("small", tabular=True))
        self._list.hide()
        self._none = Text(look, tr("It was not followed here, so there is no timeline of it."), "small", "ink2")
        times = QHBoxLayout()
        times.addWidget(self._begin)
        times.addStretch(1)
        times.addWidget(self._pointed)
        times.addStretch(1)
        times.addWidget(self._end)
        foot = QHBoxLayout()
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._as_list)
        self._drawn = QWidget()
        inner = QVBoxLayout(self._drawn)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.sp(4))
        inner.addWidget(self.strip)
        inner.addLayout(times)
        inner.addLayout(foot)
        inner.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._drawn)
        column.addWidget(self._none)

    def show_strip(self, strip: Sequence[Stretch], names: Mapping[int, str], began: datetime) -> None:
        """Show a session. `names` of its steps by index; `began`: at its own offset."""
        self._strip = tuple(strip)
        self._drawn.setVisible(bool(strip))
        self._none.setVisible(not strip)
        if not strip:
            return
        self._sentences = [stretch_sentence(one, names, began) for one in strip]
        self._model.setStringList(self._sentences)
        self.strip.show_strip(strip)
        self.strip.setAccessibleDescription(totals_sentence(strip))
        self._begin.set_text(time_text(began))
        self._end.set_text(time_text(began + timedelta(seconds=strip[-1].end)))
        self._legend.clear()
        for kind, seconds in totals_of_strip(strip).items():
            self._legend.add(_Sample(self._look, kind, seconds))

    def _on_pointed(self, index: int) -> None:
        said = self._sentences[index] if 0 <= index < len(self._sentences) else ""
        self._pointed.set_text(said)
        self.strip.setAccessibleDescription(said or totals_sentence(self._strip))

    def _on_as_list_clicked(self) -> None:
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self._as_list.set_text(tr("Only the strip") if shown else tr("As a list"))
        if shown:
            self._list.setFocus()


class _Sample(Drawn):
    """A kind of stretch with its sum."""

    def __init__(self, look: Look, kind: StretchKind, seconds: float) -> None:
        self._kind = kind
        self._words = tr("{kind} {length}").format(kind=kind_word(kind), length=length_text(seconds))
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._words)

    def measure(self) -> QSize:
        font = self.look.font("caption", weight=500, tabular=True)
        return QSize(round(text_width(font, self._words)) + self.look.px(24), self.look.px(20))

    def draw(self, painter: QPainter) -> None:
        look, middle = self.look, self.height() / 2
        size = look.px(14)
        draw_kind(painter, look, self._kind, QRectF(0, middle - size / 2, size, size))
        font = look.font("caption", weight=500, tabular=True)
        draw_text(painter, font, look.color("ink2"), look.px(20), middle, self._words)
