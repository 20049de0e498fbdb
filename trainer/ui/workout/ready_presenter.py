"""ReadyPresenter: what stands on the Ready page and what Start would run, for a routine and the person's choices."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.exercise import Equipment, Exercise
from trainer.core.fitting import Fitting, preflight
from trainer.core.preferences import Preferences
from trainer.core.refit import refit
from trainer.core.refit_changes import Change, changes
from trainer.core.routine import Routine
from trainer.core.timeline import Timeline, compile_timeline
from trainer.ui.workout.amounts import whole_minutes
from trainer.ui.workout.needs_model import Kit
from trainer.ui.workout.ready_model import ReadyValues, variants_for_level
from trainer.ui.workout.ways_model import Choice, WayOption, ways


class _Today(Struct, frozen=True):
    routine: Routine
    forms: Mapping[str, str]
    fitting: Fitting
    changes: tuple[Change, ...] = ()
    missing: float = 0.0


class ReadyPresenter:
    """Holds a routine, the level for today and the preferences; compiles anew when asked."""

    def __init__(self, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]) -> None:
        self._kit = Kit(exercises, equipment)
        self._routine: Routine | None = None
        self._media_folder = ""
        self._level = 0
        self._minutes: int | None = None
        self._decided: dict[str, str | None] = {}  # exercise id -> the form to do, None: left out
        self._preferences = Preferences()

    @property
    def routine(self) -> Routine | None:
        """The routine chosen, None before one is."""
        return self._routine

    def choose(self, routine: Routine, media_folder: str = "") -> None:
        """Turn to another routine, as written. `media_folder`: where its pictures and clips lie."""
        self._media_folder = media_folder
        if self._routine is None or routine.id != self._routine.id:
            self._level, self._minutes, self._decided = 0, None, {}
        self._routine = routine

    def set_level(self, level: int) -> None:
        """How hard it is to be today: -1 easier, 0 as written, 1 harder."""
        self._level = level

    def set_minutes(self, minutes: int) -> None:
        """Fit the routine into so many minutes. As many as it takes anyway: as it is written."""
        routine = self._routine
        if routine is None:
            return
        forms = self._forms(routine)
        written = self._compiled(routine, forms, self._fitting(routine, forms, self._decided), self._off(routine))
        self._minutes = None if minutes == whole_minutes(written.expected_seconds) else minutes

    def decide(self, exercise: str, option: WayOption) -> None:
        """Do an exercise the person's own way today."""
        if option.choice is Choice.SUGGESTED:
            self._decided.pop(exercise, None)
        else:
            self._decided[exercise] = option.form if option.choice is Choice.FORM else None

    def set_preferences(self, preferences: Preferences) -> None:
        """Take the person's kit, weight, forms and scale."""
        self._preferences = preferences

    def values(self) -> ReadyValues | None:
        """What the page shows; None before a routine is chosen."""
        routine = self._routine
        if routine is None:
            return None
        preferences, today = self._preferences, self._today(routine)
        return ReadyValues(
            routine=routine,
            plan=self._compiled(today.routine, today.forms, today.fitting, frozenset()),
            off=self._off(routine),
            level=self._level,
            fitting=today.fitting,
            kit=self._kit,
            weight_kg=preferences.weight_kg,
            weight_unit=preferences.weight_unit,
            wanted_minutes=self._minutes,
            changes=today.changes,
            missing=today.missing,
            ways=ways(self._fitting(routine, today.forms, {}), self._decided, self._kit),
        )

    def timeline(self) -> Timeline | None:
        """What Start runs: None where nothing is left to do."""
        routine = self._routine
        if routine is None:
            return None
        today = self._today(routine)
        timeline = self._compiled(today.routine, today.forms, today.fitting, self._off(routine))
        return timeline if timeline.phases else None

    def _today(self, routine: Routine) -> "_Today":
        """The routine for the kit, the level and the time there are."""
        forms, off = self._forms(routine), self._off(routine)
        fitting = self._fitting(routine, forms, self._decided)
        if self._minutes is None:
            return _Today(routine, forms, fitting)
        exercises = self._kit.exercises
        fitted = refit(
            routine,
            self._minutes * 60,
            exercises,
            lambda changed: self._compiled(changed, forms, fitting, off),
            without_blocks=off,
        )
        told = changes(routine, fitted.routine, exercises)
        return _Today(fitted.routine, forms, self._fitting(fitted.routine, forms, self._decided), told, fitted.missing)

    def _off(self, routine: Routine) -> frozenset[str]:
        optional = {block.name for block in routine.blocks if block.optional}
        return frozenset(optional.intersection(self._preferences.switched_off_blocks.get(routine.id, ())))

    def _forms(self, routine: Routine) -> Mapping[str, str]:
        """The form of every exercise: those remembered, or the nearest rung of today's level."""
        remembered = self._preferences.variants
        if self._level == 0:
            return remembered
        plan = self._compiled(routine, remembered, self._fitting(routine, remembered, self._decided), frozenset())
        return {**remembered, **variants_for_level(plan, self._level)}

    def _compiled(self, routine: Routine, forms: Mapping[str, str], fitting: Fitting, off: frozenset[str]) -> Timeline:
        preferences = self._preferences
        return compile_timeline(
            routine,
            self._kit.exercises,
            get_ready_scale=preferences.get_ready_scale,
            start_left=preferences.starts_left.get(routine.id, True),
            variants=forms,
            without_blocks=off,
            fitting=fitting,
            media_folder=self._media_folder,
        )

    def _fitting(self, routine: Routine, forms: Mapping[str, str], decided: Mapping[str, str | None]) -> Fitting:
        return preflight(
            routine,
            self._kit.exercises,
            self._kit.equipment,
            self._preferences.owned,
            variants=forms,
            avoid=self._preferences.avoid,
            decided=decided,
        )
