"""What a recount does, in words. Pure."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale

from trainer.core.energy import Energy
from trainer.core.preferences import WeightUnit
from trainer.core.recounting import Recount, Recounted, Weights
from trainer.language import ntr, tr
from trainer.ui.charts.words import rounded_range
from trainer.ui.ledger.words import range_words
from trainer.ui.widgets.weight import weight_words


class RecountRow(Struct, frozen=True):
    """A workout that changes, as the preview's table shows it."""

    day: str
    name: str
    weight: str
    before: str
    after: str


def recount_row(line: Recounted, unit: WeightUnit) -> RecountRow:
    """The words of one workout."""
    before, after = _weight(line.kg_before, unit), _weight(line.kg, unit)
    weight = (
        after if before == after else tr("{before} \N{RIGHTWARDS ARROW} {after}").format(before=before, after=after)
    )
    return RecountRow(_day(line.day), line.name, weight, range_words(line.before), range_words(line.after))


def weights_sentence(weights: Weights, *, weighed: bool) -> str:
    """What choosing those weights means; `weighed`: whether there is any weighing."""
    if weights is Weights.OWN:
        return tr("Every workout keeps its own weight and is counted by the newest method.")
    if not weighed:
        return tr("There are no weighings yet, so every workout keeps its own weight.")
    if weights is Weights.OF_THE_DAY:
        return tr(
            "Every workout takes the last weighing up to its day, those of before the first weighing take the first."
        )
    return tr("Every workout takes the newest weighing, whenever it was done.")


def recount_sentence(recount: Recount) -> str:
    """How many workouts change, and from what to what."""
    changed = len(recount.changed)
    if not changed:
        if not recount.workouts:
            return tr("There are no workouts to count anew yet.")
        return tr("Nothing changes: all workouts are counted like this already.")
    which = ntr("{n} workout changes", "{n} workouts change", changed)
    return tr("{which} (of {all}): {before} kcal become {after} kcal, {difference}.").format(
        which=which,
        all=QLocale().toString(recount.workouts),
        before=rounded_range(recount.before.low, recount.before.high),
        after=rounded_range(recount.after.low, recount.after.high),
        difference=_difference(recount.before, recount.after),
    )


def recount_button(recount: Recount) -> str:
    """What the button will do."""
    if not recount.changed:
        return tr("Recount")
    return ntr("Recount {n} workout", "Recount {n} workouts", len(recount.changed))


def last_sentence(day: date, workouts: int) -> str:
    """Of the recount that can be undone."""
    counted = ntr("{n} workout was counted anew", "{n} workouts were counted anew", workouts)
    return tr("{counted} on {day}.").format(counted=counted, day=_day(day))


def _difference(before: Energy, after: Energy) -> str:
    share = round((after.mid / before.mid - 1) * 100) if before.mid else 0
    if share == 0:
        return tr("about the same")
    words = tr("{n} % more") if share > 0 else tr("{n} % less")
    return words.format(n=abs(share))


def _weight(kg: float | None, unit: WeightUnit) -> str:
    return tr("not known") if kg is None else weight_words(kg, unit, tenths=True)


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy"))
