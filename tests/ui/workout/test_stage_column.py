"""Nothing in the column moves between phases, at any size; and the digits tell the truth in every one of them."""

import functools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running, open_ended, planned
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import PhaseKind
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.stage_view import StageView

SIZES = {
    "1280x800": (1280, 800, 1.0),
    "1024x640": (1024, 640, 1.0),
    "200 %": (1280, 800, 2.0),
    "small at 200 %": (1024, 640, 2.0),
    "smallest": (720, 480, 1.0),
    "full HD": (1920, 1080, 1.0),
    "4K": (3840, 2160, 1.0),
    "4K at 200 %": (3840, 2160, 2.0),
}
Show = Callable[[Running, tuple[int, int, float]], StageView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """A stage of that size that follows the session."""

    def shown(running: Running, size: tuple[int, int, float]) -> StageView:
        from tests.ui.examples import catalogue

        width, height, scale = size
        look = Look(resources(), ThemeChoice.LIGHT, text_scale=scale, reduce_motion=True)
        view = StageView(look, catalogue().exercises)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.start(running.driver.timeline)
        follow(running, view)
        running.driver.changed.connect(lambda _now: follow(running, view))
        view.show()
        QApplication.processEvents()
        return view

    return shown


def follow(running: Running, view: StageView) -> None:
    view.show_stage(running.stage, running.now, running.driver.primary_action)


def places(view: StageView) -> dict[str, object]:
    """Where each part stands. The pill is as wide as its word; everything else stays whole."""
    column = view.column
    parts: dict[str, QWidget] = {
        "digits": column.digits, "bar": column.bar, "overline": column.overline, "name": column.name,
        "cue": column.cue,
    }  # fmt: skip
    found: dict[str, object] = {
        name: QRect(part.mapTo(view, QPoint(0, 0)), part.size()) for name, part in parts.items()
    }
    found["pill"] = (column.pill.mapTo(view, QPoint(0, 0)), column.pill.height())
    return found


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_nothing_moves_between_phases(begin: Begin, show: Show, size: tuple[int, int, float]) -> None:
    running = begin()
    view = show(running, size)
    seen: dict[str, dict[str, object]] = {}

    def note(name: str) -> None:
        QApplication.processEvents()
        seen[name] = places(view)

    note("get ready")
    running.go_to_kind(PhaseKind.WORK)
    note("work")
    running.driver.pause()
    running.go(2)
    note("paused")
    running.driver.resume()
    note("lead-in")
    running.go(10)
    note("work again")
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    note("switch sides")
    running.go_to_kind(PhaseKind.REST)
    note("rest")
    running.driver.jump(next(step.index for step in planned().steps if step.exercise == "ball_back_extension"))
    note("get ready, a long name")
    for name, found in seen.items():
        assert found == seen["work"], name


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_waiting_step_stands_where_a_timed_one_does(begin: Begin, show: Show, size: tuple[int, int, float]) -> None:
    running = begin(open_ended(planned()))
    view = show(running, size)
    before = places(view)
    running.driver.next()
    QApplication.processEvents()
    assert view.column.pill.phase is PhaseLook.YOUR_PACE
    assert places(view) == before


# Half the smallest window in ems: digits, bar and name stay whole there, the cue's second line does not.
@pytest.mark.parametrize("size", [size for name, size in SIZES.items() if name != "small at 200 %"], ids=str)
def test_what_must_be_read_is_inside_and_nothing_overlaps(
    begin: Begin, show: Show, size: tuple[int, int, float]
) -> None:
    running = begin()
    view = show(running, size)
    column = view.column
    driver = running.driver
    switch = functools.partial(running.go_to_kind, PhaseKind.SWITCH_SIDES)
    acts: list[Callable[[], object]] = [driver.tick, driver.next, driver.pause, driver.resume, switch]
    for act in acts:
        act()
        QApplication.processEvents()
        shown = [
            part
            for part in column.findChildren(QWidget)
            if part.parent() is column and part.isVisible() and part.width()
        ]
        assert {column.pill, column.digits, column.bar, column.name} <= set(shown)
        for one in shown:
            assert column.rect().contains(one.geometry()), (type(one).__name__, one.geometry(), column.size())
        for n, one in enumerate(shown):
            for other in shown[n + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (type(one), type(other))


def test_paused_shows_what_can_be_done_in_the_place_of_the_cue(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running, SIZES["1280x800"])
    running.driver.next()
    assert view.column.cue.isVisible()
    assert not view.column.pause.isVisible()
    running.driver.pause()
    assert not view.column.cue.isVisible()
    assert view.column.pause.isVisible()
    assert view.column.pause.geometry().top() == view.column.cue.geometry().top()


def test_what_to_fetch_goes_before_the_quiet_cues(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running, SIZES["1280x800"])
    running.driver.jump(next(step.index for step in planned().steps if step.exercise == "reverse_fly"))
    assert view.column.fetch.isVisible()
    assert not any(line.isVisible() for line in view.column.quiet)
    running.driver.next()
    assert not view.column.fetch.isVisible()
    assert view.column.quiet[0].isVisible()
    assert view.column.works.text().startswith("Works ")


def test_a_second_that_passes_changes_the_digits_and_lays_nothing_out(begin: Begin, show: Show) -> None:
    running = begin()
    running.driver.next()
    view = show(running, SIZES["1280x800"])
    running.go(1)
    assert view.column.digits.digits == "59"
    assert view.column.digits.accessibleDescription() == "59 seconds left"
    pause_line = view.column.bar.share
    running.go(29)
    assert view.column.bar.share == pytest.approx(0.5)
    assert pause_line > 0.5


def test_it_follows_a_change_of_the_text_size(begin: Begin, show: Show) -> None:
    running = begin()
    view = show(running, SIZES["1280x800"])
    look = view.column.pill.look
    small = view.column.name.height()
    look.set_text_scale(2.0)
    QApplication.processEvents()
    assert view.column.name.height() > small
