"""One window for one data folder: a second launch hands over what it was asked for and ends."""

from pathlib import Path

from tests.end_to_end.conftest import Launch, happened
from tests.end_to_end.desktop import Program, until
from trainer.desktop.folder_holder import LOCK_NAME


def names(program: Program) -> list[str]:
    """The names of all that shows."""
    return [element.name for window in program.desktop.assistive.windows() for element in window.walk() if element.name]


def test_a_second_launch_hands_its_routine_to_the_first_window(launch: Launch) -> None:
    first = launch("--routine", "upper-and-lower-back")
    first.find("Start")
    second = launch("--routine", "gentle-back")
    code, _, err = second.wait()
    assert (code, err) == (0, "")
    until(lambda: first.seek("Gentle Back"), "the other routine in the first window")


def test_while_a_session_runs_it_is_left_alone(launch: Launch, data: Path) -> None:
    first = launch("--routine", "upper-and-lower-back", "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    second = launch("--routine", "gentle-back", "--start")
    assert second.wait()[0] == 0
    until(lambda: first.seek("A workout is under way: what you opened can be trained when it is over."), "the message")
    assert first.description("Current exercise") == "March in Place"
    assert not happened(data, "SessionEnded")


def test_a_folder_open_on_another_computer_is_refused_in_a_sentence(launch: Launch, data: Path) -> None:
    lock = data / LOCK_NAME
    lock.write_text(
        "4711\ntrainer\nthe-other-laptop\n00000000000000000000000000000001\n00000000-0000-0000-0000-000000000001\n"
    )
    program = launch()
    assert program.find("Your log could not be opened").showing
    said = f"The folder {data} is open in Trainer on the computer the-other-laptop; close it there first."
    until(lambda: any(said in name for name in names(program)), "who has it")
    lock.unlink()
    program.press("Try again")
    until(lambda: program.seek("Start"), "the Ready page")
