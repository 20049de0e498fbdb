"""The quiet pages with values one could meet: the shipped routine, a kit of one dumbbell and a ball, 70 kg."""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from msgspec import structs
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.weeks import this_week
from tests.workouts import example_workout
from trainer.core.duplicates import Sorted
from trainer.core.editing import Edited, History, Place, change_step
from trainer.core.events import StepOutcome
from trainer.core.fitting import Fitting, preflight
from trainer.core.preferences import Preferences, ThemeChoice, WeightUnit
from trainer.core.progress import totals_of
from trainer.core.recounting import Recount, Weights, difference
from trainer.core.routine import Claim, Routine
from trainer.core.tally import planned_spans
from trainer.core.timeline import Timeline, compile_timeline
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout, WorkoutState, WorkoutStep
from trainer.exchange.incoming import ImportKind, Incoming
from trainer.exchange.set_rows import LoadUnit
from trainer.language import tr
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.problem import ExcerptLine, FileProblem
from trainer.library.shelves import ExerciseShelf, RoutineShelf
from trainer.resources import resources
from trainer.ui.editor.chooser import Chooser
from trainer.ui.editor.chooser_rows import exercise_rows
from trainer.ui.editor.desk_model import DeskValues, desk_values
from trainer.ui.editor.desk_view import DeskView
from trainer.ui.editor.shelf_view import EntryKind, ShelfEntry, ShelfView
from trainer.ui.ledger.account import account_of_plan
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.library.library_model import RoutineCardValues, card_values
from trainer.ui.library.page import LibraryPage
from trainer.ui.preferences.export_sheet import ExportSheet
from trainer.ui.preferences.import_sheet import ImportSheet
from trainer.ui.preferences.page import PreferencesPage
from trainer.ui.theme.look import Look
from trainer.ui.weight.recount_sheet import RecountSheet
from trainer.ui.weight.sheet import WeightSheet
from trainer.ui.widgets.key_sheet import KeySheet
from trainer.ui.workout.first_run_view import FirstRunView
from trainer.ui.workout.needs_model import Kit
from trainer.ui.workout.problem_view import StorageProblemView
from trainer.ui.workout.ready_model import ReadyValues, Resumable, outline, variants_for_level
from trainer.ui.workout.ready_view import ReadyView
from trainer.ui.workout.summary_view import SummaryView

REVERSE_FLY = Place(1, 5)
KIT = {"physio-ball": 1, "dumbbell": 1}
Dialog = Callable[[QWidget], QDialog]
Made = tuple[QWidget, str, Dialog | None]


@cache
def catalogue() -> Catalogue:
    """What comes with the program, read once."""
    with tempfile.TemporaryDirectory() as folder:
        return load_catalogue(resources(), Path(folder) / "routines", Path(folder) / "cache")


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


def workout(plan: Timeline, today: date, state: WorkoutState = WorkoutState.COMPLETE) -> Workout:
    """The plan done but for one move skipped, one done in part and a harder form in round 2."""
    skipped, partial = "ball_back_extension", "roll_down"
    steps = []
    for step in plan.steps:
        rung = step.ladder[step.rung]
        outcome = StepOutcome.DONE
        if step.round == 1 and step.exercise == skipped:
            outcome = StepOutcome.SKIPPED
        elif step.round == 0 and step.exercise == partial:
            outcome = StepOutcome.PARTIAL
        elif step.round == 1 and step.exercise == "russian_twist":
            rung = step.ladder[-1]
        steps.append(
            WorkoutStep(
                index=step.index,
                block=plan.blocks[step.block].kind,
                block_name=plan.blocks[step.block].name,
                round=step.round,
                place=step.place,
                exercise=step.exercise,
                name=step.name,
                variant=rung.variant,
                variant_name=rung.name,
                outcome=outcome,
                planned_seconds=60,
                worked_seconds=60 if outcome is StepOutcome.DONE else 0,
            )
        )
    done = {step.index for step in steps if step.outcome is not StepOutcome.SKIPPED}
    spans = tuple(span for span in planned_spans(plan) if span.step in done)
    began = datetime(today.year, today.month, today.day, 17, 4, tzinfo=UTC)
    return Workout(
        id="6f1d7d1e-4c1b-4e58-9a9c-5a0a0c5e7b11",
        routine=plan.routine,
        routine_name=plan.name,
        state=state,
        started=began,
        ended=began + timedelta(minutes=36),
        utc_offset_minutes=60,
        local_date=today,
        active_seconds=sum(span.seconds for span in spans),
        paused_seconds=80,
        away_seconds=0,
        weight_kg=70.0,
        energy_method="compendium-2024/1",
        steps=tuple(steps),
        spans=spans,
        effort=4,
        note="Ball needs more air. Wall by the door works.",
        claim=Claim(source="the page this routine comes from", minutes=25, kcal_low=165, kcal_high=210),
    )


def page(name: str, look: Look, today: date) -> Made:
    """The page of that name, the rail's name for it, and what makes the dialog to be shown over it, if any."""
    return MAKERS[name](look, catalogue(), today)


def _ready(look: Look, found: Catalogue, _today: date) -> Made:
    view = ReadyView(look)
    view.show_ready(ready_values(found, KIT, 70.0))
    view.show_week(this_week(62))
    return view, "workout", None


def _ready_new(look: Look, found: Catalogue, _today: date) -> Made:
    view = ReadyView(look)
    view.show_ready(ready_values(found, {}, None))
    view.show_week(this_week(0))
    view.show_resumable(Resumable("Upper and Lower Back", "Main", 6, 8, 1332))
    return view, "workout", None


def _summary(look: Look, found: Catalogue, today: date) -> Made:
    view = SummaryView(look)
    values = ready_values(found, KIT, 70.0)
    view.show_workout(workout(values.plan, today), values.routine.done)
    view.show_week(this_week(96))
    return view, "workout", None


def _ledger(look: Look, found: Catalogue, _today: date) -> Made:
    values = ready_values(found, KIT, 70.0)
    account = account_of_plan(values.plan, (), 70.0, WeightUnit.KG, values.routine.claim)
    return ReadyView(look), "workout", lambda parent: LedgerDialog(look, account, parent)


def _weight(look: Look, _found: Catalogue, today: date) -> Made:
    weighed = datetime(today.year, today.month, today.day, 7, tzinfo=UTC)
    days = [weighed - timedelta(days=7 * weeks) for weeks in range(12, -1, -1)]
    weighings = [Weighing(str(n), at, 0, at.date(), 72.5 - n % 5 / 2) for n, at in enumerate(days)]

    def open_over(parent: QWidget) -> QDialog:
        sheet = WeightSheet(look, today, parent)
        sheet.show_weighings(weighings, WeightUnit.KG, weighings[-1].kg)
        return sheet

    return ReadyView(look), "workout", open_over


def _recount(look: Look, found: Catalogue, today: date) -> Made:
    done = workout(ready_values(found, KIT, 70.0).plan, today)
    weighed = (Weighing("1", done.started, 0, today, 80.0),)
    line = difference(done, totals_of(done), Weights.NEWEST, weighed)

    def open_over(parent: QWidget) -> QDialog:
        sheet = RecountSheet(look, WeightUnit.KG, parent, weighed=True)
        sheet.show_last(today, 61)
        sheet.want_preview()
        sheet.show_preview(Recount(Weights.NEWEST, 61, (line,) * 12 if line else ()))
        return sheet

    return ReadyView(look), "workout", open_over


def _keys(look: Look, _found: Catalogue, _today: date) -> Made:
    return ReadyView(look), "workout", lambda parent: KeySheet(look, parent)


def _export(look: Look, found: Catalogue, today: date) -> Made:
    view, rail, _ = _settings(look, found, today)
    return view, rail, lambda parent: ExportSheet(look, today, lambda _first, _last: 61, parent, planned=True)


def _import(look: Look, found: Catalogue, today: date) -> Made:
    view, rail, _ = _settings(look, found, today)
    done = example_workout()
    incoming = Incoming(ImportKind.TRAINER, (done,), unit_open=True, dates_open=True)
    new = Sorted((done,), ())
    return view, rail, lambda parent: ImportSheet(look, Path("x"), incoming, new, LoadUnit.KG, parent)


def _first(look: Look, found: Catalogue, _today: date) -> Made:
    view = FirstRunView(look, tuple(found.equipment.values()))
    values = ready_values(found, {}, None)
    view.show_routine(outline(values.plan, values.optional, found.exercises))
    return view, "workout", None


def _settings(look: Look, found: Catalogue, _today: date) -> Made:
    view = PreferencesPage(look, tuple(found.equipment.values()))
    theme = ThemeChoice.HIGH_CONTRAST if look.is_high_contrast else ThemeChoice.SYSTEM
    view.show_preferences(Preferences(weight_kg=70.0, owned=KIT, theme=theme, text_scale=look.text_scale))
    view.show_data("/data/trainer", 61)
    return view, "settings", None


def file_problem() -> FileProblem:
    """As a routine's file with a word where a number belongs would give it."""
    lines = ["[[block.step]]", 'exercise = "reverse_fly"', 'seconds = "forty"', "get_ready = 15", "rest = 30"]
    return FileProblem(
        path="/data/trainer/routines/my-back-day.toml",
        what='a word, "forty"',
        wanted="this must be a whole number of seconds from 5 to 3600",
        where='block 2 "Main", step 3, seconds',
        line=23,
        column=11,
        length=7,
        fix="40",
        excerpt=tuple(ExcerptLine(number, text) for number, text in enumerate(lines, start=21)),
    )


def library_cards(found: Catalogue, today: date) -> tuple[RoutineCardValues, ...]:
    cards = []
    for entry in found.routines:
        fitting = preflight(entry.routine, found.exercises, found.equipment, KIT)
        plan = compile_timeline(entry.routine, found.exercises, fitting=fitting)
        values = card_values(entry.routine, plan, fitting, found.equipment, today - timedelta(days=2), today)
        cards.append(values)
    return tuple(cards)


def shelves(found: Catalogue, owned: dict[str, int]) -> tuple[RoutineShelf, ExerciseShelf]:
    """What the Library shows, for that kit."""

    def fit(routine: Routine) -> Fitting:
        return preflight(routine, found.exercises, found.equipment, owned)

    routines = [entry.routine for entry in found.routines]
    return (
        RoutineShelf(routines, found.exercises, found.equipment, fit),
        ExerciseShelf(found.exercises, found.equipment, fit),
    )


def library_page(look: Look, found: Catalogue, today: date) -> LibraryPage:
    """The Library as somebody with a small kit has it, two routines being favourites."""
    view = LibraryPage(look)
    cards = {card.id: card for card in library_cards(found, today)}
    loved = ("core-in-ten", "intervals")
    routines, exercises = shelves(found, KIT)
    view.show_routines(
        routines,
        lambda one: structs.replace(cards[one], favourite=one in loved),
        favourites=loved,
        last_done={one: today - timedelta(days=2) for one in cards},
    )
    view.show_exercises(exercises, found.exercises, found.equipment)
    return view


def _library(look: Look, found: Catalogue, today: date) -> Made:
    return library_page(look, found, today), "library", None


def _exercises(look: Look, found: Catalogue, today: date) -> Made:
    view = library_page(look, found, today)
    view.choose_tab(1)
    return view, "library", None


def _exercise(look: Look, found: Catalogue, today: date) -> Made:
    view = library_page(look, found, today)
    view.show_exercise("russian_twist")
    return view, "library", None


def _nothing(look: Look, found: Catalogue, today: date) -> Made:
    view = library_page(look, found, today)
    view.routines.search.setText("bridge xyz")
    return view, "library", None


def _broken(look: Look, found: Catalogue, today: date) -> Made:
    view = library_page(look, found, today)
    view.show_problems([file_problem()], can_fix=True)
    return view, "library", None


def _trouble(look: Look, _found: Catalogue, _today: date) -> Made:
    sentence = "The folder /data/trainer can't be written: make it writable, or start with --data-dir."
    view = StorageProblemView(look, sentence)
    return view, "workout", None


def edited(found: Catalogue, place: Place | None = REVERSE_FLY) -> DeskValues:
    """The back workout on the editor's desk, with a step switched off and one that is remarked."""
    entry = found.routine("upper-and-lower-back")
    assert entry is not None
    off = change_step(entry.routine, Place(1, 3), on=False).routine
    odd = change_step(off, Place(1, 1), seconds=None, reps=11, note="").routine
    history = History(Edited(entry.routine, None)).changed(Edited(odd, place))
    return desk_values(history, entry.routine, found.exercises, saved=False)


def _editor(look: Look, found: Catalogue, _today: date) -> Made:
    view = DeskView(look)
    view.show_values(edited(found))
    view.header.show_state(tr("Draft kept as you go"), good=True)
    return view, "editor", None


def _editor_block(look: Look, found: Catalogue, _today: date) -> Made:
    view = DeskView(look)
    view.show_values(edited(found, Place(1)))
    return view, "editor", None


def _editor_routine(look: Look, found: Catalogue, _today: date) -> Made:
    view = DeskView(look)
    view.show_values(edited(found, None))
    view.resize(1280, 800)
    view.show_details()
    return view, "editor", None


def _chooser(look: Look, found: Catalogue, _today: date) -> Made:
    rows = exercise_rows(found.exercises, found.equipment)
    return DeskView(look), "editor", lambda parent: Chooser(look, tr("Another exercise"), rows, parent)


def _shelf(look: Look, found: Catalogue, _today: date) -> Made:
    view = ShelfView(look)
    kinds = (*EntryKind, *[EntryKind.SHIPPED] * len(found.routines))
    view.show_entries(
        [
            ShelfEntry(kind, entry.routine.id, entry.routine.name, "35:45")
            for kind, entry in zip(kinds, found.routines, strict=False)
        ]
    )
    return view, "editor", None


MAKERS: dict[str, Callable[[Look, Catalogue, date], Made]] = {
    "ready": _ready,
    "ready-new": _ready_new,
    "summary": _summary,
    "ledger": _ledger,
    "weight": _weight,
    "recount": _recount,
    "keys": _keys,
    "library": _library,
    "exercises": _exercises,
    "exercise": _exercise,
    "nothing": _nothing,
    "broken": _broken,
    "trouble": _trouble,
    "editor": _editor,
    "editor-block": _editor_block,
    "editor-routine": _editor_routine,
    "editor-chooser": _chooser,
    "editor-shelf": _shelf,
    "settings": _settings,
    "export": _export,
    "import": _import,
    "first": _first,
}
