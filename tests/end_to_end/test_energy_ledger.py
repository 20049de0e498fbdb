"""The energy ledger opens from the figures in kilocalories, by mouse and by keys, in a real window."""

from contextlib import closing, suppress
from pathlib import Path

from tests.end_to_end.assistive import Element, UnreachableError
from tests.end_to_end.conftest import Launch
from tests.end_to_end.desktop import Desktop, Program, until
from tests.workouts import example_workout
from trainer.desktop.clock import SystemClock
from trainer.storage.workout_log import WorkoutLog

LEDGER, TABLE = "How the calories are counted", "How the calories were counted"


def closes(program: Program, desktop: Desktop) -> None:
    """The ledger is open, with its figure said and its table there; Escape closes it."""
    until(lambda: program.seek(TABLE), "the table")
    assert program.window(LEDGER).description.endswith("kcal")
    desktop.keys("Escape")
    until(lambda: program.seek(TABLE) is None, "the page again")


def test_from_the_figures_by_mouse_and_by_keys(launch: Launch, desktop: Desktop, data: Path) -> None:
    with closing(WorkoutLog.open(data / "workouts.sqlite3", data / "backups")) as log:
        log.add(example_workout(1, SystemClock().now()))
    program = launch()
    program.press("Why they differ")
    closes(program, desktop)
    desktop.keys("Return")  # the focus is where it was
    closes(program, desktop)

    program.press("Progress")
    figure = until(lambda: _figure(program), "the week's calories")
    desktop.click(figure)
    closes(program, desktop)
    desktop.keys("Return")
    closes(program, desktop)


def _figure(program: Program) -> Element | None:
    """The button that is this week's range."""
    with suppress(UnreachableError):  # the tree changed under our hands: ask again
        for element in program.window().walk():
            if element.name.startswith("Likely calories: ") and element.showing:
                return element
    return None
