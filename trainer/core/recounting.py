"""Recounting: what history would be by the present method, or with other weights. It says, and changes nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct, structs

from trainer.core.energy import METHOD, Energy
from trainer.core.progress import Totals, totals_of
from trainer.core.routine import BlockKind
from trainer.core.weighing import Weighing, weight_on
from trainer.core.workout import Workout

_SETTLED = 9  # decimals: the same sum in another order is no other result


class Weights(StrEnum):
    """Whose weight a recount takes."""

    OWN = "own"  # the one each workout was counted with: only the method is another
    OF_THE_DAY = "of-the-day"  # what the weight log says of the workout's day
    NEWEST = "newest"  # the newest weighing for all


class Recounted(Struct, frozen=True):
    """A workout that would be another, with the energy it has in the log and what it would add to its week."""

    id: str
    day: date
    name: str
    kg_before: float | None
    kg: float | None
    before: Energy
    totals: Totals

    @property
    def after(self) -> Energy:
        """Its energy then."""
        return Energy(self.totals.kcal_low, self.totals.kcal_mid, self.totals.kcal_high)


class Recount(Struct, frozen=True):
    """A recount to be looked at before it is made: what changes, oldest first, of how many workouts."""

    weights: Weights
    workouts: int
    changed: tuple[Recounted, ...]

    @property
    def before(self) -> Energy:
        """Of those that change."""
        return _sum(line.before for line in self.changed)

    @property
    def after(self) -> Energy:
        """Of those that change, afterwards."""
        return _sum(line.after for line in self.changed)


def recounted(workout: Workout, weights: Weights, weighings: Sequence[Weighing]) -> Workout:
    """The workout by the present method and with that weight; `weighings` oldest first.

    Where there are no weighings it keeps its own.
    """
    kg = workout.weight_kg
    if weights is Weights.NEWEST and weighings:
        kg = weighings[-1].kg
    elif weights is Weights.OF_THE_DAY and weighings:
        kg = weight_on(weighings, workout.local_date)
    return structs.replace(workout, weight_kg=kg, energy_method=METHOD)


def difference(logged: Workout, stands: Totals, weights: Weights, weighings: Sequence[Weighing]) -> Recounted | None:
    """What a recount changes of a workout in the log, of which `stands` there; None: nothing."""
    anew = recounted(logged, weights, weighings)
    totals = totals_of(anew)
    same = logged.weight_kg == anew.weight_kg and logged.energy_method == METHOD
    if same and _figures(totals) == _figures(stands):
        return None
    before = Energy(stands.kcal_low, stands.kcal_mid, stands.kcal_high)
    return Recounted(
        logged.id, logged.local_date, logged.routine_name, logged.weight_kg, anew.weight_kg, before, totals
    )


def _figures(totals: Totals) -> tuple[float, ...]:
    seconds = (totals.seconds[kind] for kind in BlockKind)
    values = *seconds, totals.vigorous_seconds, totals.kcal_low, totals.kcal_mid, totals.kcal_high
    return tuple(round(value, _SETTLED) for value in values)


def _sum(energies: Iterable[Energy]) -> Energy:
    low = mid = high = 0.0
    for energy in energies:
        low, mid, high = low + energy.low, mid + energy.mid, high + energy.high
    return Energy(low, mid, high)
