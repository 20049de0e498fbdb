"""The log and the plan in a real window: added by hand, put right, deleted and had back, a day planned."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from tests.end_to_end.assistive import Element
from tests.end_to_end.conftest import Launch, rows
from tests.end_to_end.desktop import Desktop, Program, until

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def reach(desktop: Desktop, element: Element, most: int = 80) -> None:
    """Go there by Tab, as somebody without a mouse does; the page scrolls along."""
    for _ in range(most):
        if element.focused:
            return
        desktop.keys("Tab")
    raise AssertionError(f"{element.name} is not reached by Tab")


def sessions(program: Program) -> list[str]:
    """The rows of the list."""
    found = program.seek("Sessions", "list")
    return [] if found is None else [child.name for child in found.children()]


def kept(data: Path) -> dict[str, Any]:
    """What the preferences say."""
    return tomllib.loads((data / "preferences.toml").read_text("utf-8"))


def test_added_by_hand_put_right_deleted_and_had_back(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch()
    program.press("Progress")
    program.press("Add one done elsewhere")
    program.find("What it was")
    desktop.keys("Down", "Tab")  # the activity after walking, then its minutes
    desktop.keys("ctrl+a")
    desktop.type("45")
    reach(desktop, program.find("Note", "text"))
    desktop.type("round the lake")
    program.press("Add")
    query = "SELECT routine_name, source, note, effort, deleted_utc FROM workout"
    until(lambda: rows(data, query), "the workout in the log")
    [(name, source, note, effort, deleted)] = rows(data, query)
    assert (source, note, effort, deleted) == ("by-hand", "round the lake", None, None)
    assert rows(data, "SELECT planned_seconds, worked_seconds, outcome FROM workout_step") == [(2700, 2700, "done")]

    program.press("Search all sessions")
    desktop.type("lake")
    until(lambda: program.seek("1 session found"), "what was found")
    desktop.keys("Return", "Return")
    program.press("Very hard")
    until(lambda: rows(data, "SELECT effort FROM workout") == [(7,)], "the effort")
    before = rows(data, "SELECT kcal_mid FROM workout")
    program.press("Correct what was done")
    program.press(f"{name}, done")
    until(lambda: rows(data, "SELECT outcome FROM workout_step") == [("skipped",)], "the step put right")
    assert rows(data, "SELECT kcal_mid FROM workout") == [(0,)] != before
    program.press(f"{name}, skipped")
    until(lambda: rows(data, "SELECT kcal_mid FROM workout") == before, "the step as it was")

    program.press("Delete")
    until(lambda: rows(data, "SELECT deleted_utc IS NOT NULL FROM workout") == [(1,)], "the deletion")
    until(lambda: program.seek("Nothing found"), "the empty list")
    program.press("Undo")
    until(lambda: rows(data, "SELECT deleted_utc FROM workout") == [(None,)], "the workout back")
    until(lambda: len(sessions(program)) == 1, "its row")


def test_a_day_is_planned_and_offered(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch()
    program.find("Start")
    program.press("Progress")
    weekday = WEEKDAYS[date.today().weekday()]  # noqa: DTZ011 - the program asks the same clock
    reach(desktop, program.find(f"Plan a routine: {weekday}"))
    desktop.keys("space")
    program.find("Search routines")
    desktop.type("core in ten")
    desktop.keys("Return")
    until(lambda: kept(data).get("week_plan") == {weekday.casefold(): ["core-in-ten"]}, "the plan in the file")
    until(lambda: program.seek(f"{weekday}, Core in Ten"), "the plan on the page")

    program.press("Workout")
    program.press("Get Core in Ten ready")
    until(lambda: kept(data).get("last_routine") == "core-in-ten", "the routine ready")

    program.press("Progress")
    reach(desktop, program.find(f"{weekday}, Core in Ten"))
    desktop.keys("Delete")
    until(lambda: not kept(data).get("week_plan"), "the plan empty again")
