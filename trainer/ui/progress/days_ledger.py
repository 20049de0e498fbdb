"""The account behind the kilocalories of some days: a group of rows for each workout."""

from collections.abc import Sequence
from datetime import date, timedelta

from trainer.core.preferences import WeightUnit
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.ui.charts.words import day_and_month
from trainer.ui.ledger.account import Account, account_of_workouts
from trainer.ui.progress.wording import day_text


def days_ledger(workouts: Sequence[Workout], first: date, last: date, today: date, unit: WeightUnit) -> Account:
    """The account of the workouts of the days from `first` to `last`."""
    if first <= today <= last <= first + timedelta(days=6):
        title = tr("This week")
    else:
        title = tr("{first} to {last}").format(first=day_and_month(first), last=day_and_month(last))

    def heading(workout: Workout) -> str:
        return tr("{day}: {routine}").format(day=day_text(workout.local_date, today), routine=workout.routine_name)

    return account_of_workouts(title, workouts, heading, unit)
