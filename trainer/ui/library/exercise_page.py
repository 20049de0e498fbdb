"""ExercisePage: one exercise: the move to turn around, its forms, muscles, needs, cues, and the routines with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Equipment, Exercise
from trainer.language import tr
from trainer.ui.figure.view import TURN, FigureView
from trainer.ui.library.exercise_body import ExerciseBody, RoutineLine
from trainer.ui.library.figure_stage import FigureStage
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.scroll_page import ScrollPage

_BESIDE = 900  # em width of the window from which the figure stands beside the words


class ExercisePage(QWidget):
    """Escape leads back; `[` and `]` turn the figure wherever the keyboard is."""

    left = Signal()
    routine_chosen = Signal(str)  # routine id
    link_chosen = Signal(str)  # the address of a page about it
    form_shown = Signal(str, str)  # exercise and variant ("" as written) that the figure is to show

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figure: FigureView | None = None
        self._body: ExerciseBody | None = None
        self._shown: tuple[Exercise, Mapping[str, Equipment], Sequence[RoutineLine]] | None = None
        self._back = Button(look, tr("Exercises"), "ghost", "chevron-left", key_hint=tr("Esc"), height=36)
        self._back.setAccessibleName(tr("Back to the exercises"))
        self._back.clicked.connect(self.left)
        self.stage = FigureStage(look)
        self.stage.turn_chosen.connect(self._turn)
        self._words = ScrollPage(look, margins=(4, 8, 24, 24), gap=16)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        self._link = Button(look, tr("Its page"), "link", "arrow", height=28, text_size=13)
        self._link.setAccessibleDescription(tr("Shows the address, and opens it in the browser if you like"))
        self._link.clicked.connect(self._on_link_clicked)
        head.addWidget(self._link)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addWidget(self.stage, 5)
        self._halves.addWidget(self._words, 6)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(self._halves, 1)
        look.changed.connect(self._on_look_changed)
        self._arrange()

    # the figure's room, as whoever moves it wants it

    def set_figure(self, figure: FigureView) -> None:
        """Give it the figure."""
        self._figure = figure
        self.stage.set_figure(figure)

    def show_figure(self, shown: bool) -> None:
        """Show the figure, or words where nobody has drawn the move."""
        self.stage.show_figure(shown)

    # what it shows

    def show_exercise(
        self, exercise: Exercise, equipment: Mapping[str, Equipment], routines: Sequence[RoutineLine]
    ) -> None:
        """Show an exercise as it is written, and the routines with it."""
        self._shown = (exercise, equipment, routines)
        self._build("")
        self._link.setVisible(bool(exercise.link))
        self.setAccessibleName(exercise.name)
        self.form_shown.emit(exercise.id, "")

    def enter(self) -> None:
        """Take the keyboard."""
        if self._body is not None:
            self._body.focus_form()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("[", "]"):
            self._turn(-1 if event.text() == "[" else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    def _build(self, form: str) -> None:
        if self._shown is None:
            return
        if self._body is not None:
            self._words.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = ExerciseBody(self._look, *self._shown, form=form)
        self._body.form_chosen.connect(self._on_form_chosen)
        self._body.routine_chosen.connect(self.routine_chosen)
        self._words.column.insertWidget(0, self._body)
        self._body.show()  # now: the keyboard may go there at once
        self._words.verticalScrollBar().setValue(0)

    def _on_form_chosen(self, form: str) -> None:
        if self._shown is not None:
            self.form_shown.emit(self._shown[0].id, form)

    def _on_link_clicked(self) -> None:
        if self._shown is not None:
            self.link_chosen.emit(self._shown[0].link)

    def _turn(self, way: int) -> None:
        if self._figure is not None:
            self._figure.turn_by(way * TURN)

    def _arrange(self) -> None:
        look = self._look
        beside = look.em(self.window().width()) >= _BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if beside else down)
        self._halves.setSpacing(look.sp(24 if beside else 10))
        self._column.setContentsMargins(look.sp(24), look.sp(14), look.sp(8), look.sp(16) if beside else 0)
        self._column.setSpacing(look.sp(8))
        self.stage.setMaximumHeight(16777215 if beside else max(180, self.height() * 2 // 5))

    def _on_look_changed(self) -> None:
        form = self._body.form if self._body is not None else ""
        self._build(form)
        self._arrange()
