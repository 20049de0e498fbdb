"""FetchBox: what to pick up before the next move."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text
from trainer.ui.workout.stage_model import Fetch


class FetchBox(Card):
    """A card of icons with names."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(16, 12, 16, 14), gap=8, radius=14, parent=parent)
        self._look = look
        self._things: tuple[Fetch, ...] = ()
        self._caption = Text(look, tr("FETCH"), "cap", lines=1)
        self.column.addWidget(self._caption)
        self._shelf = QWidget()
        self._flow = FlowLayout(look, 14, self._shelf)
        self.column.addWidget(self._shelf)

    def set_things(self, things: tuple[Fetch, ...]) -> None:
        """Show these; made anew only when they differ."""
        if things == self._things:
            return
        self._things = things
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for thing in things:
            pair = self._thing(thing)
            self._flow.addWidget(pair)
            pair.show()  # at once: the box is measured before the event loop would

    def height_for(self, width: int) -> int:
        """The height it wants at that width."""
        margins = self.column.contentsMargins()
        inner = width - margins.left() - margins.right()
        caption = self._caption.sizeHint().height()
        shelf = self._flow.heightForWidth(inner)
        return margins.top() + caption + self.column.spacing() + shelf + margins.bottom()

    def _thing(self, thing: Fetch) -> QWidget:
        pair = QWidget(self._shelf)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.sp(10))
        row.addWidget(IconTile(self._look, thing.icon))
        row.addWidget(Text(self._look, thing.text, "lead-bold", lines=1))
        return pair
