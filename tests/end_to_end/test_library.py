"""Finding a routine in a real window: filtered, opened, started; and an exercise, its form, and back."""

import tomllib
from pathlib import Path

from tests.end_to_end.conftest import Launch, happened
from tests.end_to_end.desktop import Desktop, Program, until


def cards(program: Program, shelf: str) -> list[str]:
    """What the cards of a shelf say, in order."""
    return [element.name for element in program.find(shelf, "list").children()]


def choose(program: Program, filter_name: str, option: str, place: int) -> None:
    """Open a filter by a click and choose from its menu by keys: the option stands `place` under the first."""
    program.press(filter_name)
    until(program.desktop.menu_is_open, "its menu")
    program.desktop.keys(*["Down"] * place, "Return")
    until(lambda: program.seek(f"{filter_name}: {option}"), f"the filter {option}")


def test_fifteen_minutes_for_the_back_without_equipment(launch: Launch, desktop: Desktop, data: Path) -> None:
    program = launch("--speed", "30")
    program.press("Library")
    until(lambda: program.seek("25 routines"), "every routine")
    choose(program, "Length", "Up to 15 min", 3)
    choose(program, "Focus", "Back", 1)
    choose(program, "Equipment", "No equipment", 1)
    found = cards(program, "Routines")
    assert found
    for card in found:
        minutes = next(int(part.split()[0]) for part in card.split(", ") if part.endswith(" min"))
        assert minutes <= 15
        assert ", Ready" in card or ", Check what you need" in card
    assert program.seek(f"{len(found)} routines") is not None
    assert program.seek(f"{25 - len(found)} hidden by your filters") is not None

    wanted = next(card for card in found if card.startswith("Core in Ten"))
    desktop.click(program.find(wanted))
    until(lambda: program.seek("Core in Ten"), "the routine on the Workout page")
    program.press("Start")
    until(lambda: happened(data, "PhaseStarted", kind="work"), "the first work phase")
    until(lambda: program.description("Phase") in ("work", "rest", "get ready"), "the player")


def test_search_by_keys_and_a_favourite(launch: Launch, desktop: Desktop, data: Path) -> None:
    """`/` leads to the search from anywhere, Enter to the cards; F makes a favourite; Escape leads back."""
    program = launch()
    program.find("Start")
    desktop.keys("slash")
    until(lambda: program.seek("25 routines"), "the library")
    desktop.type("DESK und")
    until(lambda: program.seek("1 routine"), "what was found")
    desktop.keys("Return", "f")
    until(lambda: any(card.endswith(", favourite") for card in cards(program, "Routines")), "the favourite")

    def kept() -> list[str]:
        found: list[str] = tomllib.loads((data / "preferences.toml").read_text("utf-8")).get("favourites", [])
        return found

    until(lambda: kept() == ["desk-day-undo"], "the favourite in the preferences")
    desktop.keys("Escape", "Escape")
    until(lambda: program.seek("25 routines"), "everything again")
    assert cards(program, "Routines")[0].startswith("Desk-Day Undo") is True


def test_an_exercise_its_forms_and_its_routines(launch: Launch, desktop: Desktop) -> None:
    program = launch()
    program.press("Library")
    program.press("Exercises")
    until(lambda: program.seek("90 exercises"), "every exercise")
    desktop.keys("slash")
    desktop.type("v-sit")
    until(lambda: program.seek("1 exercise"), "the one of that other name")
    desktop.keys("Return", "Return")
    until(lambda: program.seek("Also called seated twist, V-sit rotation"), "its page")
    until(lambda: program.seek("Figure"), "the figure")
    desktop.keys("Right")
    until(lambda: program.seek("2.8 MET, Compendium code 02024"), "the easier form")
    desktop.keys("bracketright")
    desktop.keys("Escape")
    until(lambda: program.seek("1 exercise"), "the shelf again")
    desktop.keys("Return")
    until(lambda: program.seek("Forms"), "its page again")
    desktop.keys("Next", "Next", "Next")  # Page Down: to the end of the page
    program.press("Upper and Lower Back, 25 min")
    until(lambda: program.seek("Start"), "the routine made ready")
