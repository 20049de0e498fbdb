"""The Editor in a real window, by keys: made, changed, undone, saved, killed, recovered, trained."""

from pathlib import Path

from tests.end_to_end.assistive import Element
from tests.end_to_end.conftest import Launch, happened
from tests.end_to_end.desktop import Desktop, Program, until
from trainer.library.drafts import kept_drafts


def test_made_reordered_saved_killed_recovered_and_trained(launch: Launch, desktop: Desktop, data: Path) -> None:
    """kill -9 a moment after a change: the next launch offers the draft, and it can be trained."""
    program = launch()
    program.press("Editor")
    program.press("New routine")
    program.find("Steps", "list")
    for words in ("back bow", "russian twist", "cat-cow"):
        desktop.keys("Insert")
        program.find("Search exercises")
        desktop.type(words)
        desktop.keys("Return")
        until(lambda: program.seek("Search exercises") is None, "the chooser gone")
    until(lambda: names(program) == ["Back Bow", "Russian Twist", "Cat-Cow"], "three steps")

    desktop.keys("alt+Up")
    until(lambda: names(program) == ["Back Bow", "Cat-Cow", "Russian Twist"], "another order")
    desktop.keys("ctrl+d", "Delete")
    desktop.keys("ctrl+z", "ctrl+z", "ctrl+z")
    until(lambda: names(program) == ["Back Bow", "Russian Twist", "Cat-Cow"], "all of it undone")
    desktop.keys("ctrl+shift+z")
    until(lambda: names(program) == ["Back Bow", "Cat-Cow", "Russian Twist"], "the new order again")
    desktop.keys("ctrl+s")
    file = data / "routines" / "my-routine.toml"
    until(file.exists, "the file")
    until(lambda: not kept_drafts(data / "drafts"), "no draft of what is saved")
    saved = file.read_text(encoding="utf-8")

    desktop.keys("plus", "plus")
    until(lambda: seconds(data) == [45, 55, 45], "the draft on the disk")
    program.kill()
    assert file.read_text(encoding="utf-8") == saved

    again = launch()
    again.press("Go on editing")
    until(lambda: names(again) == ["Back Bow", "Cat-Cow", "Russian Twist"], "the draft")
    again.press("Save")
    until(lambda: "seconds = 55" in file.read_text(encoding="utf-8"), "the change in the file")
    again.press("Rehearse")
    again.press("Start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    assert again.description("Current exercise") == "Back Bow"


def test_a_step_is_dragged_to_another_place(launch: Launch, desktop: Desktop) -> None:
    """With the mouse, over into the next block, and back by undo."""
    program = launch()
    program.press("Editor")
    program.find("Search routines")
    desktop.click(program.find("Search routines"))
    desktop.type("floor only")
    desktop.keys("Return")
    rows = until(lambda: children(program), "the steps")
    before = names(program)
    assert before[:3] == ["Cat-Cow", "Main", "Kneeling Superman"]
    desktop.drag(rows[1], rows[3], 15)  # Cat-Cow to below Kneeling Superman
    until(lambda: names(program)[:4] == ["No steps yet: Insert adds one", "Main", "Kneeling Superman", "Cat-Cow"], "it")
    desktop.keys("ctrl+z")
    until(lambda: names(program) == before, "the order as it was")


def children(program: Program) -> list[Element]:
    """The rows of the list."""
    found = program.seek("Steps", "list")
    return [] if found is None else found.children()


def names(program: Program) -> list[str]:
    """The steps as a screen reader has them, without their details and the block before them."""
    return [child.name.split(",")[0] for child in children(program)][1:]


def seconds(data: Path) -> list[int | None]:
    """The work of each step of the draft."""
    drafts = kept_drafts(data / "drafts")
    return [step.seconds for block in drafts[0].routine.blocks for step in block.steps] if drafts else []
