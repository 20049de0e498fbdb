"""Read from the mat: sizes reach their visual angles, the view has the same words, and nothing moves there either."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import PhaseKind
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.digits import Digits
from trainer.ui.widgets.distance_metrics import DistanceMetrics, distance_metrics
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate
from trainer.ui.workout.distance_view import DistanceView

# A 24-inch screen at 1080p, a 27-inch one at 4K; the arcs that design.md asks for.
SCREENS = {"1080p": (1920, 1080, 0.277), "4K": (3840, 2160, 0.155), "laptop": (1920, 1080, 0.161)}
DIGITS, WORDS, PHASE = 60.0, 20.0, 15.0
CAPITAL = 0.72


def arc_minutes(pixels: float, mm_per_px: float, distance_m: float) -> float:
    """How large that many pixels look from there."""
    return math.degrees(math.atan(pixels * mm_per_px / (distance_m * 1000))) * 60


def total_height(metrics: DistanceMetrics, unit: float) -> float:
    gaps = (40 + 14 + 28 + 30 + 30 + 28 + 20) * unit
    return gaps + metrics.pill + metrics.digits + metrics.overline * 1.2 + (metrics.name + metrics.cue) * 1.25


@pytest.mark.parametrize("screen", ["1080p", "4K"])
@pytest.mark.parametrize("distance_m", [2.0, 3.0])
def test_every_size_reaches_its_angle(screen: str, distance_m: float) -> None:
    width, height, mm_per_px = SCREENS[screen]
    metrics = distance_metrics(width, height, mm_per_px, distance_m)
    assert metrics.fits
    assert arc_minutes(metrics.digits, mm_per_px, distance_m) >= DIGITS - 0.5
    assert arc_minutes(metrics.name * CAPITAL, mm_per_px, distance_m) >= WORDS - 0.5
    assert arc_minutes(metrics.cue * CAPITAL, mm_per_px, distance_m) >= WORDS - 0.5
    assert arc_minutes(metrics.pill * 0.55 * CAPITAL, mm_per_px, distance_m) >= PHASE - 0.5


def test_a_window_too_small_for_its_angles_says_so() -> None:
    assert not distance_metrics(1024, 640, 0.16, 3.0).fits
    assert not distance_metrics(1920, 1080, 0.16, 6.0).fits


@given(st.integers(720, 4000), st.integers(480, 2200), st.floats(0.08, 0.4), st.floats(0.3, 20))
@settings(max_examples=200, deadline=None)
def test_whatever_the_screen_everything_is_inside_and_the_digits_are_the_largest(
    width: int, height: int, mm_per_px: float, distance_m: float
) -> None:
    metrics = distance_metrics(width, height, mm_per_px, distance_m)
    unit = min(width / 1920, height / 1080)
    if metrics.fits:
        assert arc_minutes(metrics.digits + 1, mm_per_px, distance_m) >= DIGITS
        assert arc_minutes((min(metrics.name, metrics.cue) + 2) * CAPITAL, mm_per_px, distance_m) >= WORDS - 1
    assert total_height(metrics, unit) <= height + 12  # whole pixels
    assert min(metrics.pill, metrics.overline, metrics.name, metrics.cue, metrics.bar, metrics.digits) >= 1
    assert distance_metrics(width, height, mm_per_px, distance_m + 1).name >= metrics.name - metrics.name * 0.5


Show = Callable[..., DistanceView]


def test_on_an_upright_screen_the_figure_stands_under_the_words(qtbot: QtBot) -> None:
    view = DistanceView(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(view)
    view.resize(1080, 1920)
    view.show()
    figure = QWidget()
    view.set_figure(figure)
    digits = view.findChildren(Digits)[0]
    assert figure.geometry().top() > digits.geometry().bottom()
    assert figure.width() > 900
    assert figure.height() > 600
    view.resize(1920, 1080)
    assert figure.geometry().left() > digits.geometry().left() + 900


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(running: Running, width: int = 1920, height: int = 1080) -> DistanceView:
        view = DistanceView(Look(resources(), ThemeChoice.DARK))
        qtbot.addWidget(view)
        view.resize(width, height)
        view.start(running.driver.timeline)
        view.show_stage(running.stage, running.now)
        running.driver.changed.connect(lambda _now: view.show_stage(running.stage, running.now))
        view.show()
        QApplication.processEvents()
        return view

    return shown


def places(view: DistanceView) -> list[QRect]:
    """Of everything but the pill and the side's plate, which are as wide as their words."""
    return [
        child.geometry()
        for child in view.findChildren(QWidget)
        if child.parent() is view and not isinstance(child, PhasePill | SidePlate)
    ]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080), (3840, 2160)], ids=str)
def test_nothing_moves_between_phases(begin: Begin, show: Show, size: tuple[int, int]) -> None:
    running = begin()
    view = show(running, *size)
    before = places(view)
    running.go_to_kind(PhaseKind.WORK)
    assert places(view) == before
    running.driver.pause()
    assert places(view) == before
    running.driver.resume()
    running.go(5)
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    assert places(view) == before
    running.go_to_kind(PhaseKind.REST)
    assert places(view) == before
    assert all(view.rect().contains(place) for place in before)


def test_farther_away_the_words_grow(begin: Begin, show: Show) -> None:
    view = show(begin())
    near = view.metrics
    view.set_distance(6.0)
    far = view.metrics
    assert near is not None
    assert far is not None
    assert far.name > near.name
    assert far.pill > near.pill


def test_a_figure_takes_the_right_of_the_room(begin: Begin, show: Show) -> None:
    view = show(begin())
    digits = view.findChildren(Digits)[0]
    whole = digits.width()
    figure = QWidget()
    view.set_figure(figure)
    assert figure.isVisible()
    assert digits.width() < whole
    assert figure.geometry().left() > digits.geometry().right()
    assert view.rect().contains(figure.geometry())


def test_the_side_is_said_beside_the_phase(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running)
    plate = view.findChildren(SidePlate)[0]
    pill = view.findChildren(PhasePill)[0]
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    assert plate.side is running.now.side
    assert plate.geometry().left() > pill.geometry().right()
    assert plate.text()


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080), (3840, 2160)], ids=str)
def test_phase_and_side_stand_before_the_figure(begin: Begin, show: Show, size: tuple[int, int]) -> None:
    running = begin()
    view = show(running, *size)
    figure = QWidget()
    view.set_figure(figure)
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    plate = view.findChildren(SidePlate)[0]
    assert plate.width() >= plate.sizeHint().width() > 0
    assert plate.geometry().right() < figure.geometry().left()


def test_the_cue_is_the_short_one(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running)
    running.driver.next()
    cue = next(child for child in view.findChildren(QWidget) if child.accessibleName() == "Cue")
    assert cue.accessibleDescription() == running.stage.cue_short


def test_it_paints_in_every_phase(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running)
    ready = view.grab().toImage()
    running.driver.next()
    work = view.grab().toImage()
    assert ready.pixel(5, 1000) != work.pixel(5, 1000), "the ground tells the phases apart"
