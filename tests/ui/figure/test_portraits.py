"""Portraits: ready or told later, each rendered once, never more memory than allowed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from tests.ui.figure.conftest import InHand
from trainer.core.preferences import ThemeChoice
from trainer.ui.figure import portraits as module
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.portraits import Portraits, telling_moment
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Frame
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

SIZE = QSize(52, 40)


@pytest.fixture
def portraits(look: Look, jobs: Jobs) -> Portraits:
    return Portraits(look, jobs, Darkroom())


def made(portraits: Portraits, executor: InHand, subject: Subject, size: QSize = SIZE, ratio: float = 1.0) -> QPixmap:
    portraits.thumbnail(subject, size, ratio)
    executor.do_next()
    portrait = portraits.thumbnail(subject, size, ratio)
    assert portrait is not None
    return portrait


def test_a_portrait_is_told_when_it_is_ready_and_rendered_once(
    portraits: Portraits, executor: InHand, qtbot: QtBot, subject: Callable[[str], Subject]
) -> None:
    fly = subject("reverse_fly")
    assert portraits.thumbnail(fly, SIZE) is None
    assert portraits.thumbnail(fly, SIZE) is None
    with qtbot.waitSignal(portraits.rendered):
        executor.do_next()
    assert not executor.do_next()
    first = portraits.thumbnail(fly, SIZE)
    assert first is not None
    assert portraits.thumbnail(fly, SIZE) is first
    assert first.size() == SIZE


def test_it_shows_a_figure_that_fills_it_on_a_clear_ground(
    portraits: Portraits, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    image = made(portraits, executor, subject("back_bow"), QSize(120, 90)).toImage()
    alphas = [[image.pixelColor(x, y).alpha() for x in range(120)] for y in range(90)]
    assert alphas[0][0] == 0
    columns = [x for x in range(120) if any(row[x] == 255 for row in alphas)]
    assert columns[-1] - columns[0] > 100


def test_a_sharp_screen_gets_a_sharper_one(
    portraits: Portraits, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    sharp = made(portraits, executor, subject("back_bow"), ratio=2.0)
    assert sharp.size() == SIZE * 2
    assert sharp.deviceIndependentSize().toSize() == SIZE


def test_another_theme_is_another_portrait(
    portraits: Portraits, executor: InHand, look: Look, subject: Callable[[str], Subject]
) -> None:
    light = made(portraits, executor, subject("back_bow")).toImage()
    look.set_theme(ThemeChoice.DARK)
    assert portraits.thumbnail(subject("back_bow"), SIZE, 1.0) is None
    other: QImage = made(portraits, executor, subject("back_bow")).toImage()
    assert other != light


def test_the_latest_stay_and_memory_is_bounded(
    portraits: Portraits, executor: InHand, subject: Callable[[str], Subject], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 3 * 52 * 40 * 4)
    shown = [subject(name) for name in ("reverse_fly", "roll_down", "back_bow", "russian_twist")]
    for each in shown[:3]:
        made(portraits, executor, each)
    assert portraits.thumbnail(shown[0], SIZE, 1.0) is not None  # asked for just now: it outlives the second
    made(portraits, executor, shown[3])
    assert portraits.bytes_kept <= 3 * 52 * 40 * 4
    assert portraits.thumbnail(shown[0], SIZE, 1.0) is not None
    assert portraits.thumbnail(shown[1], SIZE, 1.0) is None


def test_one_that_fails_is_told_once_and_not_tried_again(
    look: Look, jobs: Jobs, executor: InHand, subject: Callable[[str], Subject], caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Darkroom):
        def frame(self, *_: object) -> Frame:
            raise ValueError("no light")

    portraits = Portraits(look, jobs, Broken())
    assert portraits.thumbnail(subject("back_bow"), SIZE) is None
    executor.do_next()
    assert "no light" in caplog.text
    assert portraits.thumbnail(subject("back_bow"), SIZE) is None
    assert not executor.do_next()


def test_the_routine_list_asks_by_exercise(
    portraits: Portraits, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    known = {"back_bow": subject("back_bow")}
    thumbnails = portraits.of_exercises(known.get)
    ground = QColor("#FFFFFF")
    assert thumbnails("nobody_drew_it", SIZE, ground) is None
    assert not executor.do_next()
    assert thumbnails("back_bow", SIZE, ground) is None
    executor.do_next()
    assert thumbnails("back_bow", SIZE, ground) is not None


def test_the_telling_moment_is_the_hardest(subject: Callable[[str], Subject]) -> None:
    for name in ("reverse_fly", "roll_down", "russian_twist", "pilates_swimmer"):
        cycle = subject(name).cycle
        everywhere = [cycle.effort_at(cycle.period * i / 200) for i in range(200)]
        assert cycle.effort_at(telling_moment(cycle)) >= max(everywhere) - 1e-6
