"""The ways between the rooms, the keys that hold everywhere, what is kept, and what a launch shows first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.app.conftest import House, Launch, preferences_of
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.core.preferences import FirstWeekday, Preferences, ThemeChoice
from trainer.paths import DataPaths
from trainer.ui.figure.view import FigureView
from trainer.ui.library.page import LibraryPage
from trainer.ui.preferences.page import PreferencesPage
from trainer.ui.progress.page import ProgressPage

K = Qt.Key


class Windows(QObject):
    """Everything that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append("" if isinstance(watched, QDialog | QMenu) else type(watched).__name__)
        return False


def words(page: QWidget) -> str:
    return "\n".join(w.text() for w in page.findChildren(QWidget) if w.isVisible() and hasattr(w, "text"))


def page_of(house: House, kind: type[QWidget]) -> QWidget:
    return house.window.findChildren(kind)[0]


# what a launch shows


def test_a_first_launch_asks_what_there_is_and_space_starts(launch: Launch, paths: DataPaths) -> None:
    paths.preferences.unlink()
    house = launch()
    house.open()
    shown = [house.page.shown]
    house.press(K.Key_Space)
    shown.append(house.page.shown)
    assert shown == [house.page.first_run, house.page.player]
    house.close()
    kept = preferences_of(paths)
    assert kept.welcomed
    assert kept.weight_kg is None


def test_looking_around_keeps_the_answers_and_opens_the_library(launch: Launch, paths: DataPaths) -> None:
    paths.preferences.unlink()
    house = launch()
    house.open()
    house.page.first_run.look_around_chosen.emit({"dumbbell": 2}, 82.5)
    assert house.window.current == "library"
    house.close()
    kept = preferences_of(paths)
    assert (kept.welcomed, kept.owned, kept.weight_kg) == (True, {"dumbbell": 2}, 82.5)


def test_the_routine_of_last_time_is_ready(launch: Launch, paths: DataPaths) -> None:
    first = launch()
    first.open("gentle-back")
    first.close()
    assert preferences_of(paths).last_routine == "gentle-back"
    again = launch()
    again.open()
    assert "Gentle Back" in words(again.page.ready)


def test_a_routine_that_is_gone_gives_way_to_the_first(launch: Launch, paths: DataPaths) -> None:
    paths.preferences.write_text('welcomed = true\nlast_routine = "gone"\n', encoding="utf-8")
    house = launch()
    house.open()
    assert "Upper and Lower Back" in words(house.page.ready)


def test_a_file_that_cannot_be_read_is_said_in_the_library(house: House, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\nid = ", encoding="utf-8")
    house.open(str(broken))
    assert house.window.current == "library"
    assert "broken.toml" in words(page_of(house, LibraryPage))
    assert house.drivers == []


# ways between pages


def test_the_library_gets_a_routine_ready(house: House) -> None:
    house.open()
    QTest.mouseClick(house.button("Library"), Qt.MouseButton.LeftButton)
    library = page_of(house, LibraryPage)
    assert isinstance(library, LibraryPage)
    library.routine_chosen.emit("floor-only")
    assert house.window.current == "workout"
    assert house.keeper.value.last_routine == "floor-only"


def test_space_elsewhere_presses_what_has_the_focus(house: House) -> None:
    house.open()
    settings = house.button("Settings")
    house.button("Library").click()
    settings.setFocus()
    house.press(K.Key_Space)
    assert house.window.current == "settings"
    assert house.drivers == []


def test_the_keys_are_shown_from_anywhere(house: House) -> None:
    house.open()
    house.button("Progress").click()
    house.press(K.Key_Question)
    sheet = next(dialog for dialog in house.window.findChildren(QDialog) if dialog.isVisible())
    assert "Next move" in words(sheet)
    sheet.close()


def test_change_what_i_own_opens_the_settings(house: House) -> None:
    house.open()
    house.page.ready.kit_change_chosen.emit()
    assert house.window.current == "settings"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_kit_is_in_sight_in_settings_opened_for_it(launch: Launch, paths: DataPaths, scale: float) -> None:
    paths.preferences.write_text(f"welcomed = true\ntext_scale = {scale}\n", encoding="utf-8")
    house = launch()
    house.look.set_text_scale(scale)
    house.open()
    house.page.ready.kit_change_chosen.emit()
    QApplication.processEvents()
    tile = house.button("Dumbbells")
    assert not tile.visibleRegion().isEmpty()


def test_progress_invites_and_start_leads_back(house: House) -> None:
    house.open()
    house.button("Progress").click()
    assert "Your first session starts the chart" in words(page_of(house, ProgressPage))
    house.button("Start a workout").click()
    assert house.window.current == "workout"


def test_a_session_is_on_the_progress_page_once_logged(house: House) -> None:
    house.open()
    house.button("Progress").click()
    house.button("Workout").click()
    house.press(K.Key_Space)
    house.press(K.Key_Right)
    house.go(60)
    house.driver.finish()
    house.written()
    house.button("Progress").click()
    page = page_of(house, ProgressPage)
    assert "Your first session" not in words(page)
    assert isinstance(page, ProgressPage)
    (workout,) = house.workouts()
    page.workout_deleted.emit(workout.id)
    assert house.workouts() == []
    page.workout_restored.emit(workout.id)
    assert [one.id for one in house.workouts()] == [workout.id]


def test_no_part_ever_flashes_up_as_a_window(house: House, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    house.open()
    for name in ("Library", "Progress", "Settings", "Workout"):
        house.button(name).click()
        qapp.processEvents()
    house.press(K.Key_Space)
    house.driver.jump(next(s.index for s in house.driver.timeline.steps if s.exercise == "reverse_fly"))
    for key in (K.Key_Right, K.Key_D, K.Key_D, K.Key_L, K.Key_L, K.Key_Space):
        house.press(key)
        qapp.processEvents()
    house.driver.finish()
    house.written()
    house.button("Done").click()
    qapp.removeEventFilter(windows)
    assert [name for name in windows.shown if name] == ["MainWindow"]


# preferences


def test_what_is_chosen_on_the_ready_page_is_kept(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    house.page.ready.block_switched.emit("Warm-up", False)
    house.press(K.Key_Space)
    assert [block.name for block in house.driver.timeline.blocks] == ["Main", "Stretch"]
    house.close()
    assert preferences_of(paths).switched_off_blocks == {"upper-and-lower-back": ["Warm-up"]}
    again = launch()
    again.open()
    again.page.ready.block_switched.emit("Warm-up", True)
    again.close()
    assert preferences_of(paths).switched_off_blocks == {"upper-and-lower-back": []}


def test_a_level_holds_for_today_only(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    house.page.ready.level_chosen.emit(-1)
    house.press(K.Key_Space)
    levels = [step.ladder[step.rung].level for step in house.driver.timeline.steps]
    assert min(levels) < 0
    house.close()
    assert preferences_of(paths).variants == {}


def test_the_panel_put_away_stays_away(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open(start=True)
    house.press(K.Key_L)
    assert not house.page.player.stage.routine.isVisible()
    house.close()
    assert preferences_of(paths).routine_panel is False


def test_every_setting_is_written_at_once(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    house.button("Settings").click()
    page = page_of(house, PreferencesPage)
    assert isinstance(page, PreferencesPage)
    wanted = Preferences(
        welcomed=True, weight_kg=64.0, theme=ThemeChoice.DARK, text_scale=1.5, distance_m=3.0, get_ready_scale=1.5,
        first_weekday=FirstWeekday.SUNDAY, owned={"physio-ball": 1},
    )  # fmt: skip
    page.preferences_changed.emit(wanted)
    house.jobs.close()
    assert preferences_of(paths) == wanted


def test_the_distance_chosen_holds_in_the_next_session(house: House) -> None:
    house.open()
    house.keeper.change(distance_m=4.0)
    house.press(K.Key_Space)
    house.press(K.Key_D)
    far = house.page.player.distance.metrics
    house.page.player.distance.set_distance(1.0)
    near = house.page.player.distance.metrics
    assert far is not None
    assert near is not None
    assert far.name > near.name


def test_the_mirror_is_taken_away_and_brought_back_in_the_middle_of_a_session(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    flipped: list[bool] = []
    monkeypatch.setattr(FigureView, "set_mirrored", lambda _view, on: flipped.append(on))
    house.open()
    house.press(K.Key_Space)
    assert flipped[-1:] == [True]  # a march, begun on the left
    house.keeper.change(mirror_view=False)
    assert flipped[-1:] == [False]
    house.press(K.Key_D)
    assert flipped[-1:] == [False]
    house.keeper.change(mirror_view=True)
    assert flipped[-1:] == [True]


def test_brackets_turn_the_figure_and_a_double_click_turns_it_back(house: House) -> None:
    house.open()
    house.press(K.Key_Space)
    figure = house.page.player.stage.room.figure
    turned = heard(figure.turned)
    house.press(K.Key_BracketRight)
    house.press(K.Key_BracketRight)
    house.press(K.Key_BracketLeft)
    assert [abs(degrees) for (degrees,) in turned] == [15.0, 30.0, 15.0]
    QTest.mouseDClick(figure, Qt.MouseButton.LeftButton)
    assert turned[-1] == (0.0,)


def test_preferences_that_cannot_be_written_are_said(house: House, paths: DataPaths, qtbot: QtBot) -> None:
    house.open()
    paths.preferences.unlink()
    paths.preferences.mkdir()
    (paths.preferences / "in the way").touch()
    house.keeper.change(weight_kg=71.0)
    qtbot.waitUntil(lambda: bool(house.said()))
    assert str(paths.preferences) in house.said()
    assert house.keeper.value.weight_kg == 71.0


def test_an_equal_value_is_no_change(house: House) -> None:
    changes: list[object] = []
    house.keeper.changed.connect(lambda before, now: changes.append((before, now)))
    before = house.keeper.value
    house.keeper.change(weight_kg=70.0)
    assert changes == []
    house.keeper.change(weight_kg=72.0)
    assert changes == [(before, house.keeper.value)]


# the desks


@pytest.mark.parametrize(
    ("now", "offset_hours", "day"),
    [("2026-01-05T23:30:00+00:00", 1, "2026-01-06"), ("2026-01-05T00:30:00+00:00", -5, "2026-01-04")],
)
def test_a_session_belongs_to_the_local_day_it_began_on(
    house: House, clock: FakeClock, now: str, offset_hours: int, day: str
) -> None:
    from datetime import datetime, timedelta

    clock.set_now(datetime.fromisoformat(now), timedelta(hours=offset_hours))
    house.open(start=True)
    house.press(K.Key_Right)
    house.go(5)
    house.driver.finish()
    (workout,) = house.workouts()
    assert workout.local_date.isoformat() == day
    assert workout.utc_offset_minutes == offset_hours * 60


def test_the_folder_is_opened_or_said(house: House, paths: DataPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []

    def refuse(url: QUrl) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    house.open()
    house.button("Settings").click()
    page = page_of(house, PreferencesPage)
    assert isinstance(page, PreferencesPage)
    page.folder_chosen.emit()
    assert asked == [QUrl.fromLocalFile(str(paths.folder))]
    assert str(paths.folder) in house.said()


def test_a_broken_file_of_the_persons_can_be_left_out(launch: Launch, paths: DataPaths) -> None:
    paths.routines.mkdir()
    broken = paths.routines / "mine.toml"
    broken.write_text("format = 99\n", encoding="utf-8")
    house = launch()
    house.open()
    house.button("Library").click()
    library = page_of(house, LibraryPage)
    assert isinstance(library, LibraryPage)
    assert "mine.toml" in words(library)
    library.leave_out_chosen.emit(str(broken))
    QApplication.processEvents()
    assert "mine.toml" not in words(library)
    house.close()
    assert preferences_of(paths).left_out_files == [str(broken)]


def test_the_week_begins_where_the_person_says(house: House) -> None:
    from trainer.app.progress_desk import ProgressDesk

    house.open()
    desk = house.rooms.findChildren(ProgressDesk)[0]
    for choice, weekday in ((FirstWeekday.MONDAY, 0), (FirstWeekday.SATURDAY, 5), (FirstWeekday.SUNDAY, 6)):
        house.keeper.change(first_weekday=choice)
        assert desk.first_weekday() == weekday
