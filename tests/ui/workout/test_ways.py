"""What can't be done as written: why, what else there is, and the person's own word."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue
from tests.ui.workout.running import shipped
from trainer.core.exercise import LoadTag
from trainer.core.preferences import Preferences
from trainer.ui.theme.look import Look
from trainer.ui.widgets.load_words import load_words
from trainer.ui.widgets.select import Select
from trainer.ui.workout.needs_model import spared_text, within_reach
from trainer.ui.workout.ready_presenter import ReadyPresenter
from trainer.ui.workout.ways_model import Choice, Way, WayOption
from trainer.ui.workout.ways_sheet import WaysSheet


def presenter(**changes: object) -> ReadyPresenter:
    made = ReadyPresenter(catalogue().exercises, catalogue().equipment)
    made.set_preferences(Preferences(**{"owned": KIT, **changes}))  # type: ignore[arg-type]
    made.choose(shipped("upper-and-lower-back"))
    return made


def ways(made: ReadyPresenter) -> dict[str, Way]:
    values = made.values()
    assert values is not None
    return {way.exercise: way for way in values.ways}


def option(way: Way, text: str) -> WayOption:
    return next(one for one in way.options if one.text == text)


def forms(made: ReadyPresenter) -> dict[str, str]:
    timeline = made.timeline()
    assert timeline is not None
    return {step.exercise: step.ladder[step.rung].variant for step in timeline.steps}


def test_one_dumbbell_of_two_names_the_reason_and_every_way() -> None:
    fly = ways(presenter())["reverse_fly"]
    assert fly.reason == "Without 2 dumbbells: Reverse Fly, one arm"
    assert fly.options[0] == WayOption(Choice.SUGGESTED, "As suggested: one arm")
    assert fly.options[-1] == WayOption(Choice.LEFT_OUT, "Leave it out")
    assert fly.current == 0


def test_a_decision_holds_for_what_start_runs_and_can_be_taken_back() -> None:
    made = presenter()
    assert forms(made)["reverse_fly"] == "one-arm"
    fly = ways(made)["reverse_fly"]
    made.decide("reverse_fly", next(one for one in fly.options if one.choice is Choice.FORM and one.form == ""))
    assert forms(made)["reverse_fly"] == ""
    assert ways(made)["reverse_fly"].current > 0
    made.decide("reverse_fly", option(fly, "Leave it out"))
    assert "reverse_fly" not in forms(made)
    made.decide("reverse_fly", fly.options[0])
    assert forms(made)["reverse_fly"] == "one-arm"


def test_another_routine_forgets_it() -> None:
    made = presenter()
    made.decide("reverse_fly", WayOption(Choice.LEFT_OUT, ""))
    made.choose(shipped("gentle-back"))
    made.choose(shipped("upper-and-lower-back"))
    assert forms(made)["reverse_fly"] == "one-arm"


def test_what_is_spared_says_so_and_the_wrists_are() -> None:
    made = presenter(avoid=[LoadTag.WRIST])
    values = made.values()
    assert values is not None
    assert "kneeling_superman" not in forms(made)
    assert forms(made)["cat_cow"] == "seated"
    said = spared_text(values.fitting, values.kit)
    assert said == "To spare you: Cat-Cow, seated; Kneeling Superman, left out"
    assert ways(made)["cat_cow"].reason == "You would rather spare yourself: weight on the wrists"


def test_things_are_to_be_laid_out_in_the_order_they_are_wanted() -> None:
    values = presenter(owned={"physio-ball": 1, "dumbbell": 2, "medicine-ball": 1, "mat": 1}).values()
    assert values is not None
    said = within_reach(values.plan, (), values.kit)
    assert said.startswith("Put within reach, in this order: ")
    assert said.index("dumbbells") < said.index("physio ball") < said.index("medicine ball")


def test_every_load_has_words() -> None:
    words = [load_words(tag) for tag in LoadTag]
    assert len(set(words)) == len(words)


def test_the_sheet_has_a_named_choice_for_each(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    sheet = WaysSheet(look, tuple(ways(presenter()).values()), parent)
    sheet.open()
    choices = {choice.accessibleName(): choice for choice in sheet.findChildren(Select)}
    fly = choices["How to do Reverse Fly"]
    chosen: list[tuple[str, WayOption]] = []
    sheet.way_chosen.connect(lambda exercise, way: chosen.append((exercise, way)))
    fly.setCurrentIndex(fly.count() - 1)
    fly.activated.emit(fly.count() - 1)
    assert chosen == [("reverse_fly", WayOption(Choice.LEFT_OUT, "Leave it out"))]
