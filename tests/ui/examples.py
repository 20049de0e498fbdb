"""The quiet pages with values one could meet: the shipped routine, a kit of one dumbbell and a ball, 70 kg."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from trainer.core.fitting import preflight
from trainer.core.timeline import compile_timeline
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.workout.needs_model import Kit
from trainer.ui.workout.ready_model import ReadyValues, Resumable, variants_for_level
from trainer.ui.workout.ready_view import ReadyView

KIT = {"physio-ball": 1, "dumbbell": 1}
Dialog = Callable[[QWidget], QDialog]
Made = tuple[QWidget, str, Dialog | None]


def catalogue(folder: Path) -> Catalogue:
    return load_catalogue(resources(), folder / "routines", folder / "cache")


def ready_values(found: Catalogue, owned: dict[str, int], weight_kg: float | None, level: int = 0) -> ReadyValues:
    entry = found.routine("upper-and-lower-back")
    assert entry is not None
    fitting = preflight(entry.routine, found.exercises, found.equipment, owned)
    plan = compile_timeline(entry.routine, found.exercises, fitting=fitting)
    if level:
        chosen = variants_for_level(plan, level)
        fitting = preflight(entry.routine, found.exercises, found.equipment, owned, variants=chosen)
        plan = compile_timeline(entry.routine, found.exercises, variants=chosen, fitting=fitting)
    kit = Kit(found.exercises, found.equipment)
    return ReadyValues(entry.routine, plan, frozenset(), level, fitting, kit, weight_kg)


def page(name: str, look: Look, folder: Path, today: date) -> Made:
    """The page of that name, the rail's name for it, and what makes the dialog to be shown over it, if any."""
    return MAKERS[name](look, catalogue(folder), today)


def _ready(look: Look, found: Catalogue, _today: date) -> Made:
    view = ReadyView(look)
    view.show_ready(ready_values(found, KIT, 70.0))
    view.show_week(62, 150)
    return view, "workout", None


def _ready_new(look: Look, found: Catalogue, _today: date) -> Made:
    view = ReadyView(look)
    view.show_ready(ready_values(found, {}, None))
    view.show_week(0, 150)
    view.show_resumable(Resumable("Upper and Lower Back", "Main", 6, 8, 1332))
    return view, "workout", None


MAKERS: dict[str, Callable[[Look, Catalogue, date], Made]] = {"ready": _ready, "ready-new": _ready_new}
