"""Workbench: a routine being edited, and its history. Every change is a new value, shown at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from trainer.core import editing, set_editing
from trainer.core.editing import Edited, History, Place, step_at
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.language import tr
from trainer.library.fields import BOUNDS
from trainer.ui.editor.desk_model import desk_values

if TYPE_CHECKING:
    from trainer.app.hero_figure import HeroFigure
    from trainer.core.balance_lint import Remark
    from trainer.core.exercise import Equipment, Exercise
    from trainer.ui.editor.chooser import Chooser
    from trainer.ui.editor.desk_view import DeskView
    from trainer.ui.editor.figure_box import FigureBox
    from trainer.ui.editor.row_delegate import Thumbnails
    from trainer.ui.theme.look import Look

_FIRST_SECONDS = 45  # of a step where no other in its block says how long: ours
_STEP = 5  # seconds that plus and minus add and take


class Workbench(QObject):
    """Does what the desk's view says. Saving is not its business: `changed` tells of every new value."""

    changed = Signal(Routine)

    def __init__(
        self,
        view: DeskView,
        look: Look,
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        furnish: Callable[[FigureBox], HeroFigure],
        parent: QObject | None = None,
    ) -> None:
        """`furnish` lets the coach into the inspector's box."""
        super().__init__(parent)
        self._view, self._look, self._exercises, self._equipment = view, look, exercises, equipment
        self._furnish = furnish
        self._coach: HeroFigure | None = None
        self._chooser: Chooser | None = None
        self._thumbnails: Thumbnails | None = None
        self._history = History(Edited(Routine(1, "", "", ()), None))
        self._before = self._history.now.routine
        self._saved: Routine | None = None
        self._folded: set[int] = set()
        self._connect()

    @property
    def routine(self) -> Routine:
        """As it stands."""
        return self._history.now.routine

    def lay(self, routine: Routine, before: Routine, saved: Routine | None) -> None:
        """Put a routine on the bench. `before`: what its length is compared with; `saved`: as its file has it."""
        first = next((place for place in editing.places(routine) if step_at(routine, place) is not None), Place(0))
        self._history = History(Edited(routine, first if routine.blocks else None))
        self._before, self._saved = before, saved
        self._folded.clear()
        self.show()

    def settle(self, saved: Routine) -> None:
        """It was saved so, perhaps under another id or name; everything can still be undone."""
        if saved != self.routine:
            self._history = self._history.changed(Edited(saved, self._history.now.place))
        self._before = self._saved = saved
        self.show()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the chooser's pictures come from; called again once there are more."""
        self._thumbnails = thumbnails
        if self._chooser is not None:
            self._chooser.set_thumbnails(thumbnails)

    def show(self) -> None:
        """Show the present."""
        known = self._saved
        saved = known is not None and structs.replace(self.routine, id=known.id) == known
        values = desk_values(self._history, self._before, self._exercises, self._folded, saved=saved)
        self._view.show_values(values)
        step = values.inspected.step
        box = self._view.inspector.figure
        if step is None:
            box.show_figure(False)
            return
        if self._coach is None:
            self._coach = self._furnish(box)
        self._coach.show_move(step.step.exercise, step.step.variant)

    # connections

    def _connect(self) -> None:
        view, steps, inspector = self._view, self._view.list, self._view.inspector
        view.header.undo_chosen.connect(lambda: self._take(self._history.undone()))
        view.header.redo_chosen.connect(lambda: self._take(self._history.redone()))
        view.header.details_chosen.connect(lambda: self._go_to(None))
        view.add_step_chosen.connect(lambda: self._add_step(self._place))
        view.add_block_chosen.connect(self._add_block)
        view.remark_chosen.connect(self._on_remark_chosen)
        view.bar.place_chosen.connect(self._go_to)
        steps.place_chosen.connect(self._go_to)
        steps.folded.connect(self._on_folded)
        steps.shifted.connect(lambda place, by: self._do(editing.shift(self.routine, place, by)))
        steps.removed.connect(lambda place: self._do(editing.remove(self.routine, place)))
        steps.duplicated.connect(lambda place: self._do(editing.duplicate(self.routine, place)))
        steps.dropped.connect(self._on_dropped)
        steps.switched.connect(lambda place, on: self._set(place, on=on))
        steps.set_up_chosen.connect(lambda place, seconds: self._set(place, get_ready=seconds))
        steps.work_chosen.connect(self._on_work_chosen)
        steps.work_stepped.connect(self._on_work_stepped)
        steps.add_requested.connect(self._add_step)
        inspector.step_changed.connect(self._on_step_changed)
        inspector.block_changed.connect(self._on_block_changed)
        inspector.routine_changed.connect(self._on_routine_changed)
        inspector.exercise_change_requested.connect(self._change_exercise)
        inspector.repeated.connect(
            lambda times, rest: self._here(lambda place: set_editing.repeat(self.routine, place, times, rest))
        )
        inspector.joined.connect(
            lambda on: self._here(lambda place: set_editing.join_next(self.routine, place, joined=on))
        )
        inspector.meant_chosen.connect(self._on_meant_chosen)
        inspector.swap_chosen.connect(lambda remark: self._do(editing.shift(self.routine, remark.place, 1)))
        inspector.shift_chosen.connect(lambda by: self._here(lambda place: editing.shift(self.routine, place, by)))
        inspector.duplicate_chosen.connect(lambda: self._here(lambda at: editing.duplicate(self.routine, at)))
        inspector.remove_chosen.connect(lambda: self._here(lambda place: editing.remove(self.routine, place)))

    # changing

    @property
    def _place(self) -> Place | None:
        return self._history.now.place

    def _take(self, history: History) -> None:
        before, self._history = self.routine, history
        if self.routine != before:
            self.changed.emit(self.routine)
        self.show()

    def _do(self, edited: Edited, field: str = "") -> None:
        self._take(self._history.changed(edited, field))

    def _set(self, place: Place, **fields: Any) -> None:
        self._do(editing.change_step(self.routine, place, **fields))

    def _here(self, act: Callable[[Place], Edited]) -> None:
        if self._place is not None:
            self._do(act(self._place))

    def _go_to(self, place: Place | None) -> None:
        if place != self._place:
            if place is not None:
                self._folded.discard(place.block if place.step is not None else -1)
            self._take(self._history.at(place))

    def _on_remark_chosen(self, remark: Remark) -> None:
        self._go_to(remark.place)
        self._view.show_details()

    def _on_folded(self, block: int, shown: bool) -> None:
        self._folded ^= {block} & self._folded if shown else {block} - self._folded
        self._take(self._history.at(Place(block)))

    def _on_dropped(self, source: Place, target: Place) -> None:
        if source.step is None:
            self._do(editing.move_block(self.routine, source.block, target.block))
        else:
            self._do(editing.move_step(self.routine, source, target))

    def _on_work_chosen(self, place: Place, amount: int) -> None:
        step = step_at(self.routine, place)
        if step is not None:
            self._set(place, **{"reps" if step.reps is not None else "seconds": amount})

    def _on_work_stepped(self, place: Place, by: int) -> None:
        """One repetition or five seconds more or less; an open step has neither."""
        step = step_at(self.routine, place)
        if step is None or step.open:
            return
        field, now, each = ("reps", step.reps, 1) if step.reps is not None else ("seconds", step.seconds, _STEP)
        least, most, _ = BOUNDS[field]
        self._set(place, **{field: max(least, min(most, (now or 0) + by * each))})

    def _on_step_changed(self, fields: dict[str, Any], field: str) -> None:
        place = self._place
        if place is not None and place.step is not None:
            self._do(editing.change_step(self.routine, place, **fields), field and f"{field} {place}")

    def _on_block_changed(self, fields: dict[str, Any], field: str) -> None:
        place = self._place
        if place is not None:
            self._do(editing.change_block(self.routine, place.block, **fields), field and f"{field} {place}")

    def _on_routine_changed(self, fields: dict[str, Any], field: str) -> None:
        self._do(Edited(structs.replace(self.routine, **fields), self._place), field)

    def _on_meant_chosen(self, remark: Remark) -> None:
        """The file will say that it is by intent."""
        step = None if remark.place is None else step_at(self.routine, remark.place)
        if step is not None and remark.place is not None:
            self._set(remark.place, meant=(*step.meant, remark.kind))
        else:
            meant = (*self.routine.meant, remark.kind)
            self._do(Edited(structs.replace(self.routine, meant=meant), self._place))

    # adding

    def _add_block(self) -> None:
        at = len(self.routine.blocks) if self._place is None else self._place.block + 1
        self._do(editing.insert_block(self.routine, at, Block(BlockKind.STRENGTH, tr("Main"), ())))
        self._view.show_details()
        self._view.inspector.focus_first()

    def _add_step(self, place: Place | None) -> None:
        """After the step at `place`, at the end of the block there, else at the end of all."""
        if not self.routine.blocks:
            self._do(editing.insert_block(self.routine, 0, Block(BlockKind.STRENGTH, tr("Main"), ())))
        if place is None:
            place = Place(len(self.routine.blocks) - 1)
        at = place if place.step is None else Place(place.block, place.step + 1)
        name = self.routine.blocks[place.block].name
        self._choose(tr("Add to {block}").format(block=name), lambda exercise: self._insert(at, exercise))

    def _insert(self, at: Place, exercise: str) -> None:
        if at.block >= len(self.routine.blocks):
            return
        steps = self.routine.blocks[at.block].steps
        before = steps[(len(steps) if at.step is None else at.step) - 1] if steps else None
        seconds = before.seconds if before is not None and before.seconds else _FIRST_SECONDS
        rest = before.rest if before is not None else 0
        self._do(editing.insert_step(self.routine, at, Step(exercise, seconds=seconds, rest=rest)))
        self._view.focus_list()

    def _change_exercise(self) -> None:
        place = self._place
        if place is not None and place.step is not None:
            self._choose(
                tr("Another exercise"), lambda exercise: self._set(place, exercise=exercise, variant="", meant=())
            )

    def _choose(self, title: str, act: Callable[[str], None]) -> None:
        from trainer.ui.editor.chooser import Chooser
        from trainer.ui.editor.chooser_rows import exercise_rows

        rows = exercise_rows(self._exercises, self._equipment)
        self._chooser = chooser = Chooser(self._look, title, rows, self._view)
        chooser.set_thumbnails(self._thumbnails)
        chooser.exercise_chosen.connect(act)
        chooser.finished.connect(self._on_chooser_finished)
        chooser.open()

    def _on_chooser_finished(self) -> None:
        self._chooser = None
