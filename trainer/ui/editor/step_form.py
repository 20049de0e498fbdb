"""StepForm: everything about one step."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import Step
from trainer.core.set_editing import Repeats
from trainer.core.step_times import StepTime
from trainer.language import ntr, tr
from trainer.library.fields import BOUNDS
from trainer.library.routine_checks import LONGEST_NAME
from trainer.ui.editor.fields import FieldGrid, LineField, fill
from trainer.ui.editor.wording import capitalised, number_in, seconds_text, sides_of, sides_text
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.text import Text

_SECONDS, _REPS, _OPEN = range(3)
_AUTOMATIC = -5.0  # the stepper's place below nought: by the change of posture and equipment
_FIRST_SECONDS, _FIRST_REPS = 45, 10  # where a step is given another measure: ours


class StepValues(Struct, frozen=True):
    """What the form shows."""

    step: Step
    exercise: Exercise
    time: StepTime | None  # None: switched off
    repeats: Repeats = Repeats()


class StepForm(QWidget):
    """Says which of the step's fields become what."""

    changed = Signal(dict, str)  # fields of Step and their values; the field typed into, if any
    exercise_change_requested = Signal()
    repeated = Signal(int, int)  # times, seconds of rest between them
    joined = Signal(bool)  # with the step after it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._values: StepValues | None = None
        self._name = Text(look, "", "h3", lines=2)
        self._swap = Button(look, "", "ghost", "swap", height=34)
        self._swap.setAccessibleName(tr("Another exercise"))
        self._swap.setToolTip(tr("Another exercise in its place"))
        self._form = Select(look, 140)
        self._form.setAccessibleName(tr("Form"))
        self._measure = Segmented(look, [tr("Seconds"), tr("Reps"), tr("Your pace")], full=True)
        self._measure.setAccessibleName(tr("Measure"))
        number = number_in
        self._work = Stepper(look, 30, 5, 3600, 5, words=self._work_words, number=number, width=160)
        self._set_up = Stepper(
            look, 5, _AUTOMATIC, 3600, 5, words=self._set_up_words, number=number, unset=tr("Automatic"), width=160
        )
        self._rest = Stepper(look, 0, 0, 3600, 5, words=seconds_text, number=number, width=160)
        self._sides = Select(look, 160)
        self._times = Stepper(look, 1, 1, BOUNDS["rounds"][1], 1, words=_times_words, number=number, width=160)
        self._between = Stepper(look, 0, 0, 3600, 5, words=seconds_text, number=number, width=160)
        self._with_next = Switch(look)
        self._side_words = Text(look, "", "body", lines=2)
        self._note = LineField(look, longest=LONGEST_NAME, hint=tr("While you do it"))
        self._fields = FieldGrid(look)
        self._build()
        self._connect()

    def show_step(self, values: StepValues) -> None:
        """Show a step."""
        self._values = values
        step, exercise = values.step, values.exercise
        self._name.set_text(exercise.name)
        forms = [tr("As written"), *(capitalised(variant.name) for variant in exercise.variants)]
        ids = ["", *(variant.id for variant in exercise.variants)]
        fill(self._form, forms, ids.index(step.variant) if step.variant in ids else 0)
        self._form.setVisible(len(forms) > 1)
        self._measure.set_current(_SECONDS if step.seconds is not None else _REPS if step.reps is not None else _OPEN)
        self._fields.set_shown(self._work, step.seconds is not None or step.reps is not None)
        field = "reps" if step.reps is not None else "seconds"
        least, most, _ = BOUNDS[field]
        self._work.set_bounds(least, most, 1 if step.reps is not None else 5)
        self._work.set_words(self._work_words, number_in)
        self._work.set_value(step.seconds or step.reps or least)
        self._set_up.set_words(self._set_up_words, number_in, self._automatic_words())
        self._set_up.set_value(_AUTOMATIC if step.get_ready is None else step.get_ready)
        self._rest.set_value(step.rest)
        self._show_sides(step, exercise)
        self._times.set_value(values.repeats.times)
        self._between.set_value(values.repeats.rest)
        self._fields.set_shown(self._between, values.repeats.times > 1)
        self._with_next.setChecked(bool(values.repeats.with_next))
        self._fields.set_shown(self._with_next, values.repeats.with_next is not None)
        self._note.show_text(step.note)

    def focus_work(self) -> None:
        """Put the keyboard on the first field."""
        (self._work if self._work.isVisible() else self._measure).setFocus()

    # inside

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(self._look.sp(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._swap)
        fields = self._fields
        fields.add(tr("Work"), self._work)
        fields.add(tr("Set-up"), self._set_up)
        fields.add(tr("Rest after"), self._rest)
        fields.add(tr("Sides"), self._sides)
        fields.add(tr("Sides"), self._side_words)
        fields.add(tr("Repeat"), self._times)
        fields.add(tr("Rest between"), self._between)
        fields.add(tr("In turn with the next"), self._with_next)
        fields.add(tr("Note"), self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.sp(12))
        column.addLayout(head)
        for part in (self._form, self._measure, fields):
            column.addWidget(part)

    def _connect(self) -> None:
        self._swap.clicked.connect(self.exercise_change_requested)
        self._form.activated.connect(self._on_form_chosen)
        self._measure.index_chosen.connect(self._on_measure_chosen)
        self._work.value_chosen.connect(self._on_work_chosen)
        self._set_up.value_chosen.connect(lambda value: self._change(get_ready=None if value < 0 else round(value)))
        self._rest.value_chosen.connect(lambda value: self._change(rest=round(value)))
        self._sides.activated.connect(self._on_sides_chosen)
        self._times.value_chosen.connect(lambda value: self.repeated.emit(round(value), round(self._between.value())))
        self._between.value_chosen.connect(lambda value: self.repeated.emit(round(self._times.value()), round(value)))
        self._with_next.clicked.connect(self.joined)
        self._note.edited.connect(lambda text: self.changed.emit({"note": text.strip()}, "note"))

    def _show_sides(self, step: Step, exercise: Exercise) -> None:
        """The ways the exercise has: a choice where there are several, else words."""
        ways = self._ways(exercise)
        now = sides_of(exercise, step.variant)
        several = len(ways) > 1
        self._fields.set_shown(self._sides, several)
        self._fields.set_shown(self._side_words, not several)
        self._side_words.set_text(sides_text(now))
        if several:
            fill(self._sides, [sides_text(way) for way in ways], list(ways).index(now))

    def _ways(self, exercise: Exercise) -> dict[Sides, str]:
        """Each way left and right can take part, with the form that does it."""
        ways = {sides_of(exercise, ""): ""}
        for variant in sorted(exercise.variants, key=lambda one: abs(one.level)):
            ways.setdefault(sides_of(exercise, variant.id), variant.id)
        return ways

    def _automatic_words(self) -> str:
        time = self._values.time if self._values is not None else None
        if time is None or (self._values is not None and self._values.step.get_ready is not None):
            return tr("Automatic")
        return tr("Auto, {seconds} s").format(seconds=round(time.set_up))

    def _set_up_words(self, value: float) -> str:
        return tr("Automatic") if value < 0 else seconds_text(value)

    def _work_words(self, value: float) -> str:
        values = self._values
        each = values is not None and sides_of(values.exercise, values.step.variant) is Sides.EACH
        shared = values is not None and values.exercise.sides is not Sides.EACH
        if values is not None and values.step.reps is not None:
            said = ntr("{n} rep", "{n} reps", round(value))
        else:
            said = seconds_text(value)
        if not each:
            return said
        # A both-sided exercise done side by side shares its window between the sides.
        return tr("{amount} in all").format(amount=said) if shared else tr("{amount} each").format(amount=said)

    def _change(self, **fields: object) -> None:
        self.changed.emit(fields, "")

    def _on_form_chosen(self, index: int) -> None:
        if self._values is not None:
            ids = ["", *(variant.id for variant in self._values.exercise.variants)]
            self._change(variant=ids[index])

    def _on_sides_chosen(self, index: int) -> None:
        if self._values is not None:
            self._change(variant=list(self._ways(self._values.exercise).values())[index])

    def _on_measure_chosen(self, index: int) -> None:
        if self._values is None:
            return
        step = self._values.step
        if index == _SECONDS:
            self._change(seconds=step.seconds or _FIRST_SECONDS, reps=None, open=False)
        elif index == _REPS:
            self._change(seconds=None, reps=step.reps or _FIRST_REPS, open=False)
        else:
            self._change(seconds=None, reps=None, open=True)

    def _on_work_chosen(self, value: float) -> None:
        if self._values is not None:
            self._change(**{"reps" if self._values.step.reps is not None else "seconds": round(value)})


def _times_words(value: float) -> str:
    return tr("Once") if round(value) == 1 else ntr("{n} time", "{n} times", round(value))
