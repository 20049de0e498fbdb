"""ExerciseBody: the words of an exercise's page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import CueKind, Equipment, Exercise
from trainer.language import tr
from trainer.ui.library.exercise_model import ExerciseValues, FormValues, NeedValues, exercise_values, form_needs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.chip import Chip
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.icon_mark import Dots, IconMark, IconTile
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.tag import Tag, TagKind
from trainer.ui.widgets.text import Text

#: A routine with the exercise in it: its id, name, and minutes of its main part.
RoutineLine = tuple[str, str, int]

_ICONS = {
    CueKind.SETUP: "hand",
    CueKind.DO: "play",
    CueKind.BREATHE: "note",
    CueKind.SAFETY: "warning",
    CueKind.EASIER: "easier",
    CueKind.HARDER: "harder",
}


class ExerciseBody(QWidget):
    """Made anew for every exercise. Choosing a form changes what is said of it."""

    form_chosen = Signal(str)  # variant id, "" as written
    routine_chosen = Signal(str)  # routine id

    def __init__(
        self,
        look: Look,
        exercise: Exercise,
        equipment: Mapping[str, Equipment],
        routines: Sequence[RoutineLine],
        *,
        form: str = "",
    ) -> None:
        super().__init__()
        self._look, self._exercise, self._equipment = look, exercise, equipment
        self._values = values = exercise_values(exercise)
        self._form = form
        self._chips: dict[str, Chip] = {}
        self._change = Text(look, "", "body", "ink2")
        self._met = Text(look, "", "small", "ink2")
        self._needs = QVBoxLayout()
        self._needs_card = Card(look, padding=18, gap=10)
        self._loads = Flow(look, 8)
        self._loads_card = Card(look, padding=18, gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(14))
        column.addLayout(self._head(values))
        column.addWidget(self._forms(values))
        column.addWidget(self._muscles(values))
        column.addWidget(self._filled_needs_card())
        column.addWidget(self._cues(values))
        column.addWidget(self._filled_loads_card())
        column.addWidget(self._routines(routines))
        self._show_form()

    @property
    def form(self) -> str:
        """The form that shows."""
        return self._form

    def focus_form(self) -> None:
        """Give the keyboard to the forms, where the page begins to do something."""
        self._chips[self._form].setFocus(Qt.FocusReason.TabFocusReason)

    # the parts

    def _head(self, values: ExerciseValues) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(look.sp(4))
        column.addWidget(Text(look, values.name, "h1"))
        if values.others:
            column.addWidget(Text(look, values.others, "small", "ink2"))
        facts = Flow(look, 10)
        dots = Dots(look, values.difficulty)
        dots.setAccessibleName(tr("level {level} of 5").format(level=values.difficulty))
        dots.setToolTip(plain_tip(tr("level {level} of 5").format(level=values.difficulty)))
        facts.add(dots, *(Tag(look, fact, TagKind.PLAIN) for fact in values.facts))
        column.addSpacing(look.sp(4))
        column.addWidget(facts)
        return column

    def _forms(self, values: ExerciseValues) -> QWidget:
        look = self._look
        card = Card(look, padding=18, gap=10)
        card.column.addWidget(Text(look, tr("Forms"), "h3", lines=1))
        flow = Flow(look, 8)
        flow.setAccessibleName(tr("Forms"))
        icons = {tr("Easier"): "easier", tr("Harder"): "harder", tr("Otherwise"): "swap"}
        for form in values.forms:
            chip = Chip(look, form.name, icons.get(form.rung), height=36)
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(form.id == self._form)
            spoken = tr("{form}, {rung}").format(form=form.name, rung=form.rung) if form.rung else form.name
            chip.setAccessibleName(spoken)
            chip.setAccessibleDescription(form.change)
            chip.clicked.connect(lambda _on, chosen=form.id: self._on_form_clicked(chosen))
            self._chips[form.id] = chip
            flow.add(chip)
        card.column.addWidget(flow)
        card.column.addWidget(self._change)
        card.column.addWidget(self._met)
        return card

    def _muscles(self, values: ExerciseValues) -> QWidget:
        look = self._look
        card = Card(look, padding=18, gap=8)
        card.column.addWidget(Text(look, tr("What it works"), "h3", lines=1))
        for title, muscles, color in (
            (tr("Leading"), values.primary, "ink"),
            (tr("Helping"), values.secondary, "ink2"),
        ):
            if muscles:
                card.column.addWidget(Text(look, title, "caption", "ink2", lines=1))
                card.column.addWidget(Text(look, ", ".join(muscles), "body", color))
        return card

    def _filled_needs_card(self) -> QWidget:
        self._needs_card.column.addWidget(Text(self._look, tr("What it needs"), "h3", lines=1))
        self._needs_card.column.addLayout(self._needs)
        return self._needs_card

    def _cues(self, values: ExerciseValues) -> QWidget:
        look = self._look
        card = Card(look, padding=18, gap=10)
        card.column.addWidget(Text(look, tr("How to do it"), "h3", lines=1))
        for group in values.cues:
            row = QHBoxLayout()
            row.setSpacing(look.sp(12))
            icon = IconMark(look, _ICONS[group.kind], 18, "ink2")
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            lines = QVBoxLayout()
            lines.setSpacing(look.sp(3))
            lines.addWidget(Text(look, group.title, "caption", "ink2", lines=1))
            for line in group.lines:
                lines.addWidget(Text(look, line, "body"))
            row.addLayout(lines, 1)
            card.column.addLayout(row)
        return card

    def _filled_loads_card(self) -> QWidget:
        self._loads_card.column.addWidget(Text(self._look, tr("What it asks of you"), "h3", lines=1))
        self._loads_card.column.addWidget(self._loads)
        return self._loads_card

    def _routines(self, routines: Sequence[RoutineLine]) -> QWidget:
        look = self._look
        card = Card(look, padding=18, gap=10)
        card.column.addWidget(Text(look, tr("Routines with this"), "h3", lines=1))
        if not routines:
            card.column.addWidget(Text(look, tr("None of your routines has it yet."), "body", "ink2"))
        flow = Flow(look, 8)
        for routine, name, minutes in routines[:_MOST_ROUTINES]:
            words = tr("{routine}, {minutes} min").format(routine=name, minutes=minutes)
            button = Button(look, words, "soft", height=36, text_size=13)
            button.clicked.connect(lambda _on=False, chosen=routine: self.routine_chosen.emit(chosen))
            flow.add(button)
        card.column.addWidget(flow)
        return card

    # the form

    def _on_form_clicked(self, form: str) -> None:
        if form != self._form:
            self._form = form
            self._show_form()
            self.form_chosen.emit(form)

    def _show_form(self) -> None:
        form: FormValues = next(one for one in self._values.forms if one.id == self._form)
        self._change.set_text(form.change)
        self._change.setVisible(bool(form.change))
        self._met.set_text(form.met)
        self._loads.clear()
        self._loads.add(*(Tag(self._look, load, TagKind.PLAIN, icon="info") for load in form.loads))
        self._loads_card.setVisible(bool(form.loads))
        while (item := self._needs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        needs = form_needs(self._exercise, self._form, self._equipment)
        self._needs.setSpacing(self._look.sp(10))
        for need in needs:
            self._needs.addWidget(self._need(need))
        if not needs:
            self._needs.addWidget(Text(self._look, tr("Nothing but you."), "body", "ink2"))

    def _need(self, need: NeedValues) -> QWidget:
        look = self._look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(12))
        row.addWidget(IconTile(look, need.icon, 36), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.sp(2))
        words.addWidget(Text(look, need.name, "body-bold", lines=1))
        if need.line:
            words.addWidget(Text(look, need.line, "small", "ink2"))
        for other in need.instead:
            words.addWidget(Text(look, tr("Or: {other}").format(other=other), "small", "ink2"))
        row.addLayout(words, 1)
        return holder


_MOST_ROUTINES = 24  # that are listed: a person may have thousands with the same move
