"""Progress with ten years of daily sessions and with 100,000: opening, summing weeks, an exercise's history.

Beside each the bare queries, in the same run. Wanted: open under 150 and 400 ms, weeks in at most twice the bare query,
and growth that is the bare query's.
"""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.many_workouts import fill
from tests.benchmarks.test_progress_open import BARE, first_open, paint, show
from tests.workouts import STARTED
from trainer.core.preferences import ThemeChoice, WeightUnit
from trainer.core.progress import Period, every_week
from trainer.resources import resources
from trainer.storage.database import open_database
from trainer.storage.exercise_history import PERFORMANCES, ExerciseHistories
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.charts import preload
from trainer.ui.theme.look import Look

ROUNDS = 15
SIZES = {"ten years daily": (3653, 1, 150), "100,000 workouts": (100_000, 27, 400)}  # workouts, a day, wanted ms

# What a week is made of, by one query and in no values of ours.
BARE_WEEKS = """
SELECT (CAST(julianday(local_date) - 1721424.5 AS INTEGER) - 1) / 7, count(*), sum(warm_up_seconds),
    sum(strength_seconds), sum(cardio_seconds), sum(mobility_seconds), sum(stretch_seconds), sum(vigorous_seconds),
    sum(kcal_low), sum(kcal_mid), sum(kcal_high),
    sum(effort * (warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds)),
    count(effort)
FROM workout WHERE deleted_utc IS NULL AND state <> 'open' GROUP BY 1"""

Log = tuple[Path, str]


@pytest.fixture(scope="module", params=SIZES, ids=lambda name: name.replace(" ", "-"))
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Log:
    path = tmp_path_factory.mktemp("log") / "log.db"
    workouts, a_day, _ = SIZES[request.param]
    fill(path, workouts, a_day)
    return path, request.param


def side_by_side(bare: Callable[[], object], ours: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Median milliseconds of each, taken in turns, so that a busy moment meets both.

    Of the processor's time, not the clock's: neither waits for anything, and another program's share is not ours.
    """
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for times, act in zip(taken, (bare, ours), strict=True):
            begin = time.process_time()
            act()
            times.append((time.process_time() - begin) * 1000)
    return median(taken[0]), median(taken[1])


def test_the_page_opens(qtbot: QtBot, filled: Log) -> None:
    path, name = filled
    wanted = SIZES[name][2]
    preload()
    bare = open_database(path, path.parent)
    with closing(bare), closing(WorkoutLog.open(path, path.parent)) as log:
        page = first_open(Look(resources(), ThemeChoice.LIGHT), log)
        qtbot.addWidget(page)
        page.choose_period(Period.ALL)

        def opened() -> None:
            page.hide()
            show(page, log)
            page.show()
            paint(page)

        base, ours = side_by_side(lambda: [bare.execute(query).fetchall() for query in BARE], opened)
    print(f"\nProgress, {name}, all of it: {ours:.0f} ms (wanted {wanted}); bare queries {base:.1f} ms")
    assert ours < wanted


def test_weeks_take_at_most_twice_the_bare_query(filled: Log) -> None:
    path, name = filled
    bare = open_database(path, path.parent)
    with closing(bare), closing(WorkoutLog.open(path, path.parent)) as log:
        base, ours = side_by_side(
            lambda: bare.execute(BARE_WEEKS).fetchall(),
            lambda: every_week(log.weeks(0), STARTED.date(), 0, Period.ALL),
        )
    print(f"\nweeks of {name}: {ours:.1f} ms, bare query {base:.1f} ms: {ours / base:.2f} x (wanted 2)")
    assert ours <= 2 * base


def test_an_exercise_s_history_takes_at_most_twice_the_bare_query(filled: Log) -> None:
    path, name = filled
    histories = ExerciseHistories(path, path.parent)
    bare = open_database(path, path.parent)
    with closing(bare):
        base, ours = side_by_side(
            lambda: bare.execute(PERFORMANCES, ("exercise-3",)).fetchall(),
            lambda: histories.history("exercise-3"),
            rounds=5,
        )
    print(f"\nan exercise of {name}: {ours:.0f} ms, bare query {base:.0f} ms: {ours / base:.2f} x, in the background")
    assert ours <= 2 * base + 10  # opening the file


def test_growth_is_the_bare_query_s(tmp_path: Path) -> None:
    """SQLite's own is a little more than linear, once the file no longer fits into its cache."""
    taken = {}
    for workouts in (5_000, 40_000):
        path = tmp_path / f"{workouts}.db"
        fill(path, workouts, 4)
        bare = open_database(path, path.parent)
        with closing(bare), closing(WorkoutLog.open(path, path.parent)) as log:
            taken[workouts] = side_by_side(
                lambda bare=bare: bare.execute(BARE_WEEKS).fetchall(),  # type: ignore[misc]
                lambda log=log: log.weeks(0),  # type: ignore[misc]
                rounds=9,
            )
    base, ours = (taken[40_000][n] / taken[5_000][n] for n in (0, 1))
    print(f"\neight times the workouts: {ours:.1f} times as long, the bare query {base:.1f} times")
    assert ours <= base * 1.25  # the clock's share


@pytest.mark.parametrize("unit", [WeightUnit.KG], ids=["kg"])
def test_showing_a_history_takes_no_longer_than_a_page(qtbot: QtBot, filled: Log, unit: WeightUnit) -> None:
    from trainer.ui.progress.exercise_card import ExerciseCard

    path, name = filled
    history = ExerciseHistories(path, path.parent).history("exercise-3")
    card = ExerciseCard(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(card)
    card.resize(1100, 300)
    card.show()

    def shown() -> None:
        card.show_history(history, unit)
        card.grab()

    _, ours = side_by_side(lambda: None, shown, rounds=9)
    print(f"\nshowing an exercise of {name}: {ours:.0f} ms")
    assert ours < 150
