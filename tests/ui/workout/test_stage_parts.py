"""The smaller parts of the stage: the guide beside the clock, what comes next, the muscle line, the page of views."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from trainer.core.exercise import CueKind
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.text import Text
from trainer.ui.workout.cue_line import CueLine
from trainer.ui.workout.guide import Guide
from trainer.ui.workout.muscle_line import MuscleLine
from trainer.ui.workout.next_view import NextView
from trainer.ui.workout.page import WorkoutPage
from trainer.ui.workout.stage_model import NextCard


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Text) if label.isVisible() and label.text()]


@pytest.fixture
def guide(qtbot: QtBot, look: Look) -> Guide:
    shown = Guide(look)
    qtbot.addWidget(shown)
    shown.resize(600, 700)
    shown.show()
    return shown


def test_the_guide_tells_the_whole_move(guide: Guide) -> None:
    twist = catalogue().exercises["russian_twist"]
    guide.show_move(twist, None)
    QApplication.processEvents()
    shown = words(guide)
    for title in ("Set up", "Move", "Take care"):
        assert title in shown
    assert {cue.text for cue in twist.cues_of(CueKind.DO)} <= set(shown)
    easier = next(variant for variant in twist.variants if variant.level < 0)
    guide.show_move(twist, easier)
    QApplication.processEvents()
    assert easier.cue in words(guide)


@pytest.mark.parametrize("height", [60, 120, 200, 320, 700])
def test_where_there_is_no_room_the_least_needed_give_way_whole(guide: Guide, height: int) -> None:
    guide.resize(420, height)
    guide.show_move(catalogue().exercises["back_bow"], None)
    QApplication.processEvents()
    for label in guide.findChildren(Text):
        if label.isVisible() and label.text():
            bottom = label.mapTo(guide, label.rect().bottomLeft()).y()
            assert bottom <= guide.height() + 1, label.text()
    if height == 120:
        assert "Harder" not in words(guide)


def test_an_unknown_move_leaves_the_room_empty(guide: Guide) -> None:
    guide.show_move(catalogue().exercises["back_bow"], None)
    guide.show_move(None, None)
    QApplication.processEvents()
    assert words(guide) == []


def test_the_last_step_has_nothing_after_it(qtbot: QtBot, look: Look) -> None:
    view = NextView(look)
    qtbot.addWidget(view)
    view.show()
    view.show_next(NextCard("Next", "Russian Twist", "20 s to get set", "russian_twist"))
    assert words(view)[1:] == ["Russian Twist", "20 s to get set"]
    assert words(view)[0].lower() == "next"
    view.show_next(None)
    assert words(view) == []


def test_the_muscle_line_is_cut_short_and_still_says_all(qtbot: QtBot, look: Look) -> None:
    line = MuscleLine(look)
    qtbot.addWidget(line)
    line.set_text("Works the long muscles along the spine")
    assert line.minimumSizeHint().width() == 0
    line.resize(90, line.sizeHint().height())
    assert not line.grab().isNull()
    assert line.text().endswith("spine")


def test_a_cue_has_two_lines_of_room_whatever_it_says(qtbot: QtBot, look: Look) -> None:
    line = CueLine(look)
    qtbot.addWidget(line)
    line.resize(400, line.room())
    heights = []
    for cue in ("Breathe", "Turn from the ribs, not the shoulders, and let the eyes follow the hands"):
        line.set_cue(cue, PhaseLook.WORK)
        heights.append(line.sizeHint().height())
        named = next(child for child in line.findChildren(QWidget) if child.accessibleName() == "Cue")
        assert named.accessibleDescription() == cue
    assert heights[0] == heights[1] == line.room()


def test_the_page_makes_a_view_when_it_is_needed_and_once(qtbot: QtBot, look: Look) -> None:
    page = WorkoutPage(look, catalogue().exercises, catalogue().equipment)
    qtbot.addWidget(page)
    page.show()
    made = [page.has_ready]
    for view in (page.ready, page.first_run, page.summary, page.player):
        page.show_view(view)
        assert page.shown is view
        assert view.isVisible()
    made.append(page.has_ready)
    assert made == [False, True]
    assert page.ready is page.ready
