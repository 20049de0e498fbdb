"""The view: in time with its clock, frozen without, mirrored, dimmed, turned by hand and key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.figure.conftest import InHand
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.studio import Studio
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.view import TURN, FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

GROUND = QColor("#F5F3EE")


@pytest.fixture
def view(look: Look, jobs: Jobs, qtbot: QtBot) -> FigureView:
    look.set_reduce_motion(True)  # a few poses are soon drawn
    made = FigureView(look, jobs, renderer=Darkroom())
    made.resize(140, 140)
    made.set_background(GROUND)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def develop(executor: InHand) -> Callable[[], None]:
    def all_of_it() -> None:
        while executor.do_next():
            pass

    return all_of_it


def picture(view: FigureView) -> QImage:
    return view.grab().toImage()


def test_a_room_without_a_subject_is_its_ground(view: FigureView) -> None:
    shown = picture(view)
    assert shown.pixelColor(70, 70) == GROUND
    view.show_at(3.0)
    view.turn_by(20.0)
    assert picture(view) == shown


def test_it_moves_with_the_moment_and_stands_without(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    assert view.is_complete
    view.show_at(9.5)
    tall = picture(view)
    assert tall == picture(view)
    view.show_at(4.5)
    assert picture(view) != tall
    view.show_at(19.5)  # a cycle later
    assert picture(view) == tall


def test_it_follows_a_clock_while_it_can_be_seen(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None], qtbot: QtBot
) -> None:
    asked: list[float] = []

    def moment() -> float:
        asked.append(0.5)
        return 0.5

    view.set_subject(subject("roll_down"))
    develop()
    view.follow(moment)
    qtbot.waitUntil(lambda: len(asked) > 2)
    view.hide()
    count = len(asked)
    qtbot.wait(90)
    assert len(asked) == count
    view.show()
    qtbot.waitUntil(lambda: len(asked) > count)
    view.follow(None)
    count = len(asked)
    qtbot.wait(90)
    assert len(asked) == count


def test_while_nobody_looks_it_keeps_one_picture_and_renders_none(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None], executor: InHand
) -> None:
    view.set_subject(subject("russian_twist"))
    view.set_second_side(75.0)
    develop()
    view.show_at(1.2)
    shown, whole = picture(view), view.bytes_kept
    view.hide()
    assert 0 < view.bytes_kept <= whole / 3
    assert not executor.do_next()
    view.show()
    assert picture(view) == shown  # at once
    develop()
    assert view.is_complete
    assert view.bytes_kept == whole


def test_mirrored_it_is_its_own_mirror_image(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("russian_twist"))
    develop()
    view.show_at(1.2)
    plain = picture(view)
    view.set_mirrored(True)
    mirrored = picture(view)
    assert mirrored != plain
    assert _nearly(mirrored.flipped(Qt.Orientation.Horizontal), plain)


def test_paused_it_fades_into_its_ground(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    clear = _contrast(picture(view))
    view.set_dimmed(True)
    assert _contrast(picture(view)) < 0.7 * clear
    view.set_dimmed(False)
    assert _contrast(picture(view)) == clear


def test_the_stage_tints_it(view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    paper = picture(view)
    view.set_background(QColor("#DFE9FB"))
    blue = picture(view)
    assert blue.pixelColor(2, 2) == QColor("#DFE9FB")
    middle = (70, 60)
    assert paper.pixelColor(*middle) != GROUND
    assert blue.pixelColor(*middle).blue() > paper.pixelColor(*middle).blue()
    view.set_background(None)
    assert picture(view).pixelColor(2, 2) != QColor("#DFE9FB")


def test_keys_a_drag_and_a_double_click_turn_it(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None], qtbot: QtBot
) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    plain = picture(view)
    turned: list[float] = []
    view.turned.connect(turned.append)
    for key in "]][":
        QTest.keyClicks(view, key)
    assert turned == [TURN, 2 * TURN, TURN]
    develop()
    assert picture(view) != plain
    _drag(view, QPoint(40, 70), QPoint(90, 70))
    assert turned[-1] < TURN
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert turned[-1] == 0.0
    qtbot.wait(250)  # the view settles
    develop()
    assert _nearly(picture(view), plain)


def test_in_a_mirror_keys_and_drag_turn_it_the_way_they_are_seen_to(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    turned: list[float] = []
    view.turned.connect(turned.append)
    view.set_mirrored(True)
    QTest.keyClicks(view, "]")
    _drag(view, QPoint(90, 70), QPoint(60, 70))
    assert turned[0] == -TURN
    assert turned[1] < -TURN
    view.set_mirrored(False)
    _drag(view, QPoint(90, 70), QPoint(60, 70))
    assert turned[2] > turned[1]
    view.reset_view()
    assert turned[-1] == 0.0
    develop()


def test_the_second_side_is_ready_before_it_is_wanted(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None], executor: InHand
) -> None:
    view.set_subject(subject("roll_down"))
    view.set_second_side(-75.0)
    develop()
    view.show_at(4.0)
    plain = picture(view)
    view.look_from_second(True)
    assert not executor.do_next()
    aside = picture(view)
    assert aside != plain
    assert _contrast(aside) > 500
    view.look_from_second(False)
    assert picture(view) == plain
    view.look_from_second(True)
    view.set_second_side(None)
    assert picture(view) == plain
    assert not executor.do_next()


def test_whoever_has_turned_it_goes_on_seeing_it_so(
    view: FigureView,
    subject: Callable[[str], Subject],
    develop: Callable[[], None],
    qtbot: QtBot,
) -> None:
    view.set_subject(subject("roll_down"))
    view.set_second_side(-75.0)
    develop()
    view.show_at(4.0)
    plain = picture(view)
    turned: list[float] = []
    view.turned.connect(turned.append)
    view.look_from_second(True)
    view.turn_by(TURN)
    assert turned == [TURN - 75.0]  # from where it was seen
    qtbot.wait(250)  # it settles
    develop()
    own = picture(view)
    for from_second in (False, True, False):
        view.look_from_second(from_second)
        develop()
        assert picture(view) == own
    view.reset_view()
    develop()
    assert picture(view) == plain


def test_another_subject_is_not_turned_round_before_it_is_there(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("russian_twist"))
    develop()
    before = picture(view)
    view.set_subject(subject("roll_down"))
    view.set_mirrored(True)
    assert picture(view) == before
    develop()
    mirrored = picture(view)
    view.set_mirrored(False)
    assert picture(view) != mirrored


def test_another_subject_is_seen_from_its_own_side(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None], qtbot: QtBot
) -> None:
    view.set_subject(subject("roll_down"))
    view.turn_by(60.0)
    view.set_subject(subject("back_bow"))
    turned: list[float] = []
    view.turned.connect(turned.append)
    view.turn_by(10.0)
    assert turned == [10.0]
    view.reset_view()
    qtbot.wait(200)
    develop()


def test_high_contrast_and_dark_are_drawn(
    themed_look: Look, jobs: Jobs, qtbot: QtBot, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    themed_look.set_reduce_motion(True)
    view = FigureView(themed_look, jobs, renderer=Darkroom())
    qtbot.addWidget(view)
    view.resize(120, 120)
    view.set_background(themed_look.color("canvas"))
    view.show()
    view.set_subject(subject("roll_down"))
    develop()
    assert _contrast(picture(view)) > 500


def test_reduced_motion_alternates_the_poses(
    view: FigureView, subject: Callable[[str], Subject], develop: Callable[[], None]
) -> None:
    view.set_subject(subject("roll_down"))
    develop()
    view.show_at(0.1)
    low = picture(view)
    view.show_at(4.9)
    assert picture(view) == low
    view.show_at(5.1)
    tall = picture(view)
    assert tall != low
    view.show_at(9.9)
    assert picture(view) == tall


def test_left_to_itself_it_renders_in_a_process_of_its_own_and_ends_it(
    look: Look, qtbot: QtBot, subject: Callable[[str], Subject], monkeypatch: pytest.MonkeyPatch
) -> None:
    studios: list[Studio] = []

    def noted() -> Studio:
        studios.append(Studio())
        return studios[-1]

    monkeypatch.setattr("trainer.ui.figure.view.Studio", noted)
    look.set_reduce_motion(True)
    jobs = Jobs()
    view = FigureView(look, jobs)
    qtbot.addWidget(view)
    view.resize(100, 100)
    view.show()
    with qtbot.waitSignal(view.opened, timeout=20_000):
        view.set_subject(subject("roll_down"))
    (studio,) = studios
    assert studio.pid is not None
    jobs.close()
    view.close()
    view.deleteLater()
    qtbot.waitUntil(lambda: studio.pid is None)


def test_it_has_a_name_for_assistive_technology(view: FigureView) -> None:
    assert view.accessibleName() == "Figure"
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


def _drag(view: FigureView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def _contrast(image: QImage) -> int:
    """How far, in all, the picture differs from its corner."""
    ground = image.pixelColor(1, 1).lightness()
    return sum(
        abs(image.pixelColor(x, y).lightness() - ground)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def _nearly(a: QImage, b: QImage) -> bool:
    assert a.size() == b.size()
    different = sum(
        abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness()) > 40
        for x in range(0, a.width(), 2)
        for y in range(0, a.height(), 2)
    )
    return different < 60
