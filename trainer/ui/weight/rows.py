"""The weighings as the list shows them. Pure."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale

from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.language import tr
from trainer.ui.widgets.weight import difference_words, weight_words


class WeighingRow(Struct, frozen=True):
    """A weighing in words; the change is that since the one before, empty for the first."""

    weighing: Weighing
    day: str
    weight: str
    change: str


def weighing_rows(weighings: Sequence[Weighing], unit: WeightUnit) -> tuple[WeighingRow, ...]:
    """Newest first, of `weighings` oldest first."""
    rows = []
    before: Weighing | None = None
    for weighing in weighings:
        day = QDate(weighing.local_date.year, weighing.local_date.month, weighing.local_date.day)
        change = difference_words(weighing.kg - before.kg, unit) if before is not None else ""
        words = weight_words(weighing.kg, unit, tenths=True)
        rows.append(WeighingRow(weighing, QLocale().toString(day, tr("ddd d MMM yyyy")), words, change))
        before = weighing
    return tuple(reversed(rows))


def newest_sentence(weighings: Sequence[Weighing], kg: float | None) -> str:
    """What calories are counted with from now on; `kg` is the weight in the settings."""
    if kg is None:
        return tr("No weight is set: calories are shown for anybody between 50 and 91 kg.")
    if not weighings:
        return tr("From now on calories are counted with this weight.")
    day = weighings[-1].local_date
    when = QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))
    return tr("Weighed on {day}. New workouts are counted with it; older ones keep theirs.").format(day=when)
